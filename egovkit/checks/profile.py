"""A house's own rules (校核配置): what is switched off, what weighs otherwise, and the terms it insists on."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from egovkit.checks.finding import Edit, Finding, Severity
from egovkit.checks.rule import selected
from egovkit.checks.zones import touches
from egovkit.errors import EgovkitError, UnknownTerm

if TYPE_CHECKING:
    from egovkit.checks.subject import Subject

__all__ = ["HOUSE_CODE", "NATIONAL", "HouseTerm", "Profile", "ProfileError", "Suppression"]

HOUSE_CODE: Final = "GW999"
"""The code of a finding of a house's own term (内部用语)."""


class ProfileError(EgovkitError):
    """A profile or sidecar file that cannot be read (配置错误); the message names the field."""


def _codes(named: str, place: str) -> tuple[str, ...]:
    """Return the codes that a code or band stands for; ProfileError where it stands for none."""
    if named == HOUSE_CODE:
        return (named,)
    try:
        return tuple(rule.code for rule in selected(named))
    except UnknownTerm as error:
        raise ProfileError(f"the profile's {place}: no rule bears {named!r}") from error


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class HouseTerm(_Part):
    """A word that a house does not want, and the one it wants (内部用语)."""

    wrong: Annotated[str, Field(min_length=1, description="the word as it should not be written")]
    right: Annotated[str | None, Field(description="what to write instead")] = None
    severity: Severity = Severity.WARNING
    note: str = ""


class Suppression(_Part):
    """A finding that a person has looked at and accepts (豁免): by rule and range, kept beside the text in a file."""

    code: str
    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]
    reason: str = ""

    @field_validator("code")
    @classmethod
    def _known(cls, code: str) -> str:
        if _codes(code, "accepted") != (code,):
            raise ProfileError(f"the profile's accepted: {code!r} is a band; a finding is of one rule")
        return code


class Profile(_Part):
    """What to judge by (校核配置): the national rules, changed by a house's own.

    As TOML: `off = ["GW302"]`, `[severity]` with `GW201 = "error"`, `[[terms]]` with `wrong` and `right`; a sidecar
    file of accepted findings holds `[[accepted]]` with `code`, `start`, `end` and `reason`. A band (GW2) stands for
    its rules, and a rule weighs as the longest of the bands and codes that name it says; GW999 is that of the terms.

    >>> Profile.from_toml('off = ["GW201"]').off
    frozenset({'GW201'})
    >>> Profile.from_toml('off = ["GW2O1"]')
    Traceback (most recent call last):
    egovkit.checks.profile.ProfileError: the profile's off: no rule bears 'GW2O1'

    Raises ProfileError for a code that no rule bears.
    """

    name: str = "national"
    off: frozenset[str] = frozenset()
    severity: dict[str, Severity] = Field(default_factory=dict)
    terms: tuple[HouseTerm, ...] = ()
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
            given: dict[str, Any] = tomllib.loads(text.removeprefix("\ufeff"))
        except (ValueError, RecursionError) as error:
            raise ProfileError(f"the profile is no TOML: {error}") from error
        try:
            return cls.model_validate(given)
        except ValidationError as error:
            first = error.errors()[0]
            place = ".".join(map(str, first["loc"]))
            raise ProfileError(f"the profile's {place}: {first['msg']}") from error

    @classmethod
    def load(cls, path: str | Path) -> Self:
        """Read a profile from a TOML file in UTF-8 (读取配置文件); ProfileError as for `from_toml`, OSError without a file."""
        try:
            text = Path(path).read_text(encoding="utf-8")
        except UnicodeDecodeError as error:
            raise ProfileError(f"the profile {str(path)!r} is no UTF-8: save it as UTF-8") from error
        return cls.from_toml(text)

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

    def house_findings(self, subject: Subject) -> Iterator[Finding]:
        """Yield a finding for each unwanted word (内部用语校核); in a quotation or title it has no edit."""
        text = subject.text
        for term in self.terms:
            # A term may be part of the right one, which is then left alone.
            offset = -1 if term.right is None else term.right.find(term.wrong)
            start = text.find(term.wrong)
            while start >= 0:
                end = start + len(term.wrong)
                if term.right is None or offset < 0 or not text.startswith(term.right, max(0, start - offset)):
                    yield self._house_finding(subject, term, start, end)
                start = text.find(term.wrong, end)

    def _house_finding(self, subject: Subject, term: HouseTerm, start: int, end: int) -> Finding:
        edit = None
        if term.right is not None and not touches(subject.zones, start, end):
            edit = Edit(start, end, term.right)
        return Finding(
            HOUSE_CODE,
            "house-term",
            term.severity,
            start,
            end,
            f"本单位不用“{term.wrong}”" + (f"：{term.note}" if term.note else ""),
            f"the house does not write {term.wrong}" + (f": {term.note}" if term.note else ""),
            self.name,
            term.right,
            edit,
        )


NATIONAL = Profile()
"""The national rules, unchanged (国家标准配置)."""
