"""What to judge by (校核配置): what is switched off, what weighs otherwise, what a house asks for, what it accepts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Self

from pydantic import Field, ValidationError, field_validator

from egovkit.catalogue.near_names import near_names
from egovkit.checks.finding import Finding, Severity
from egovkit.checks.house import (
    HOUSE_RULES,
    HouseNumber,
    HousePart,
    HousePhrase,
    HouseTerm,
    number_findings,
    phrase_findings,
    term_findings,
)
from egovkit.checks.house_layout import layout_findings
from egovkit.checks.profile_fields import fields_at
from egovkit.checks.rule import rules, selected
from egovkit.errors import EgovkitError, UnknownTerm
from egovkit.messages import Words, said
from egovkit.messages.telling import messages_of
from egovkit.models.layout_profile import LayoutProfile
from egovkit.text.toml import toml_of

if TYPE_CHECKING:
    from egovkit.checks.subject import Subject

__all__ = ["NATIONAL", "Profile", "ProfileError", "Suppression"]


class ProfileError(EgovkitError):
    """A profile or sidecar file that cannot be read (配置错误); the message names the field.

    `code` is stable and meant for programs; `file` is the file that it was found in, where egovkit looked for one.

    >>> print(ProfileError("profile.rule", "the profile's {place}: no rule bears {name}", place="off", name="'X'"))
    the profile's off: no rule bears 'X' [profile.rule]
    """

    def __init__(self, code: str, message: str, file: str = "", **fields: object) -> None:
        self.code, self.template, self.file, self.fields = code, message, file, fields
        super().__init__(code, message, file)

    def __str__(self) -> str:
        return f"{self.file}{said(': ', '：') if self.file else ''}{self.message} [{self.code}]"


def _codes(named: str, place: str) -> tuple[str, ...]:
    """Return the codes that a code or band stands for; ProfileError where it stands for none."""
    if named in HOUSE_RULES:
        return (named,)
    try:
        return tuple(rule.code for rule in selected(named))
    except UnknownTerm as error:
        near = near_names(named.upper(), [rule.code for rule in rules()])
        if near:
            message = "the profile's {place}: no rule bears {name}; did you mean {near}?"
            raise ProfileError("profile.rule", message, place=place, name=repr(named), near=_either(near)) from error
        message = "the profile's {place}: no rule bears {name}"
        raise ProfileError("profile.rule", message, place=place, name=repr(named)) from error


def _either(names: Iterable[str]) -> Words:
    return Words(" or ".join(names), " 或 ".join(names))


def _fault(model: type[Profile], error: ValidationError) -> ProfileError:
    """Return what is wrong with a profile first: of an unknown field, too, which one may be meant."""
    told = list(zip(messages_of(error), (each["loc"] for each in error.errors()), strict=True))
    # A name that was mistyped may also be missing.
    first, (*way, name) = next((each for each in told if each[0].code == "extra_forbidden"), told[0])
    if first.code != "extra_forbidden":
        message = "the profile's {place}: {reason}"
        return ProfileError("profile.field", message, place=first.place, reason=Words(first.en, first.zh))
    fields = fields_at(model, way)
    if near := near_names(str(name), fields):
        message = "the profile's {place}: there is no such field; did you mean {near}?"
        return ProfileError("profile.field", message, place=first.place, near=_either(near))
    message = "the profile's {place}: there is no such field; there are {fields}"
    return ProfileError("profile.field", message, place=first.place, fields=Words(", ".join(fields), "、".join(fields)))


def _tool_table(project: Path) -> dict[str, Any] | None:
    """Return the table of this package in a pyproject.toml; None where it has none, or is no TOML."""
    try:
        held = toml_of(project.read_text(encoding="utf-8"))
    except (ValueError, RecursionError, OSError):
        # Another tool's trouble: what is not read here sets nothing.
        return None
    tool = held.get("tool")
    given = tool.get("egovkit") if isinstance(tool, dict) else None
    return given if isinstance(given, dict) else None


class Suppression(HousePart):
    """A finding that a person has looked at and accepts (豁免): by rule and range, kept beside the text in a file."""

    code: str
    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]
    reason: str = ""

    @field_validator("code")
    @classmethod
    def _known(cls, code: str) -> str:
        if _codes(code, "accepted") != (code,):
            message = "the profile's accepted: {name} is a band; a finding is of one rule"
            raise ProfileError("profile.band", message, name=repr(code))
        return code


class Profile(HousePart):
    """What to judge by (校核配置): the national rules, changed by a house's own.

    As TOML: `off = ["GW302"]`, `[severity]` with `GW201 = "error"`, `[[terms]]` with `wrong` and `right`, `[[required]]` with
    `phrase` and `kinds`, `[[numbers]]` with `format`, `[layout]` with what `LayoutProfile` has (`line = 28`, `latin = "Times New
    Roman"`); a sidecar file of accepted findings holds `[[accepted]]` with `code`,
    `start`, `end` and `reason`. A band (GW2) stands for its rules, and a rule weighs as the longest of the bands and codes
    that name it says; GW996 to GW999 are those of layout, numbers, phrases and terms.

    >>> Profile.from_toml('off = ["GW201"]').off
    frozenset({'GW201'})
    >>> Profile.from_toml('off = ["GW2O1"]')
    Traceback (most recent call last):
    egovkit.checks.profile.ProfileError: the profile's off: no rule bears 'GW2O1'; did you mean GW201 or GW210 or GW211? [profile.rule]

    Raises ProfileError for a code that no rule bears.
    """

    name: str = "national"
    off: frozenset[str] = frozenset()
    severity: dict[str, Severity] = Field(default_factory=dict)
    terms: tuple[HouseTerm, ...] = ()
    required: tuple[HousePhrase, ...] = ()
    numbers: tuple[HouseNumber, ...] = ()
    layout: LayoutProfile = Field(default_factory=LayoutProfile)
    accepted: tuple[Suppression, ...] = ()

    @field_validator("off")
    @classmethod
    def _off_by_code(cls, off: frozenset[str]) -> frozenset[str]:
        return frozenset(code for named in off for code in _codes(named, "off"))

    @field_validator("severity")
    @classmethod
    def _severity_by_code(cls, severity: dict[str, Severity]) -> dict[str, Severity]:
        bands = sorted(severity, key=len)
        return {code: severity[named] for named in bands for code in _codes(named, "severity")}

    @classmethod
    def from_toml(cls, text: str) -> Self:
        """Read a profile (读取配置); ProfileError where it is malformed or names an unknown field or rule."""
        try:
            given: dict[str, Any] = toml_of(text.removeprefix("\ufeff"))
        except (ValueError, RecursionError) as error:
            raise ProfileError("profile.toml", "the profile is no TOML: {reason}", reason=error) from error
        return cls._validated(given)

    @classmethod
    def _validated(cls, given: dict[str, Any]) -> Self:
        try:
            return cls.model_validate(given)
        except ValidationError as error:
            raise _fault(cls, error) from error

    @classmethod
    def load(cls, path: str | Path) -> Self:
        """Read a profile from a TOML file in UTF-8 (读取配置文件); ProfileError as for `from_toml`, OSError without a file."""
        try:
            text = Path(path).read_text(encoding="utf-8")
        except UnicodeDecodeError as error:
            message = "the profile {path} is no UTF-8: save it as UTF-8"
            raise ProfileError("profile.encoding", message, path=repr(str(path))) from error
        return cls.from_toml(text)

    @classmethod
    def found_for(cls, path: str | Path) -> Self | None:
        """Return the profile that a file's folder or one above it sets (查找配置); None where none does.

        The nearest counts: `egovkit.toml`, or `[tool.egovkit]` of `pyproject.toml` where there is no `egovkit.toml` beside it.
        ProfileError as for `from_toml`, with the file's name.
        """
        for folder in Path(path).absolute().parents:
            own, project = folder / "egovkit.toml", folder / "pyproject.toml"
            try:
                if own.is_file():
                    return cls.load(own)
                given = _tool_table(project) if project.is_file() else None
                if given is not None:
                    return cls._validated(given)
            except ProfileError as error:
                file = str(own if own.is_file() else project)
                raise ProfileError(error.code, error.template, file, **error.fields) from error
        return None

    def accepting(self, sidecar: Self) -> Self:
        """Return this profile with the accepted findings of a sidecar file (并入豁免)."""
        return self.model_copy(update={"accepted": self.accepted + sidecar.accepted})

    def keeps(self, finding: Finding) -> bool:
        """Say whether a finding is neither switched off nor accepted (是否保留)."""
        return finding.code not in self.off and not any(
            (one.code, one.start, one.end) == (finding.code, finding.start, finding.end) for one in self.accepted
        )

    def judge(self, finding: Finding) -> Finding:
        """Return a finding with the weight that this profile gives it (评定)."""
        severity = self.severity.get(finding.code)
        return finding if severity is None else replace(finding, severity=severity)

    @property
    def own(self) -> bool:
        """Whether the profile asks for anything besides the rules (有无内部规范)."""
        return bool(self.terms or self.required or self.numbers or self.layout.line or self.layout.latin)

    def house_findings(self, subject: Subject) -> Iterator[Finding]:
        """Yield what a text has against the house's own rules (内部规范校核)."""
        yield from term_findings(subject, self.terms, self.name)
        yield from phrase_findings(subject, self.required, self.name)
        yield from number_findings(subject, self.numbers, self.name)
        yield from layout_findings(subject, self.layout, self.name)


NATIONAL = Profile()
"""The national rules, unchanged (国家标准配置)."""
