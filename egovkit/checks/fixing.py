"""Mending what has one right answer (修正): a plan of edits that explains itself and can be replayed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from hashlib import sha256
from typing import Final, NamedTuple

from egovkit.checks.checking import check
from egovkit.checks.finding import Edit, Finding
from egovkit.checks.profile import NATIONAL, Profile
from egovkit.documents.document import PolicyDocument
from egovkit.documents.sourced import Sourced
from egovkit.errors import EgovkitError
from egovkit.models.day import Day
from egovkit.text.patterns import LatePattern

# Mending one fault may bring another to light, which it hid. A run of a word halves with each pass, and in so many of
# them a run of any length is gone.
_MOST_PASSES: Final = 32
_GROWN: Final = 2000

__all__ = ["Fixed", "PlannedEdit", "StaleText", "fix"]


class StaleText(EgovkitError):
    """A plan replayed on another text than the one it was made for (原文不符), `fix.stale`.

    >>> fix("见国办发[2014]66号。").apply("见国发[2014]6号。")
    Traceback (most recent call last):
    egovkit.checks.fixing.StaleText: the plan was made for another text [fix.stale]
    """

    def __init__(self) -> None:
        self.code, self.template = "fix.stale", "the plan was made for another text"
        super().__init__()

    def __str__(self) -> str:
        return f"{self.message} [{self.code}]"


@dataclass(frozen=True, slots=True)
class PlannedEdit:
    """One edit of a plan and why (修改及理由): the code of the rule, and its message about the place.

    >>> [(planned.code, planned.edit.replacement) for planned in fix("见国办发[2014]66号。").plan]
    [('GW201', '〔2014〕')]
    """

    edit: Edit
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Fixed:
    """A text with what has one right answer mended (修正结果).

    - `text`: the mended text. `plan`: the edits in order of place, each of a range of the text as given.
    - `apply(source)`: the plan replayed; StaleText where `source` is another text.
    - `diff()`: the change as a unified diff.
    """

    text: str
    plan: tuple[PlannedEdit, ...]
    source: str

    @property
    def digest(self) -> str:
        """SHA-256 of the text that the plan is for (原文摘要)."""
        return _digest(self.source)

    def apply(self, source: str) -> str:
        """Replay the plan (重放)."""
        if source != self.source:
            raise StaleText
        return _applied(source, [planned.edit for planned in self.plan])

    def diff(self, name: str = "text") -> str:
        """Return the change as a unified diff (差异), as `patch` and `git apply` take it.

        >>> print(fix("见国办发[2014]66号。").diff("a.txt"), end="")
        --- a/a.txt
        +++ b/a.txt
        @@ -1 +1 @@
        -见国办发[2014]66号。
        \\ No newline at end of file
        +见国办发〔2014〕66号。
        \\ No newline at end of file
        """
        name = name.lstrip("/")
        lines = unified_diff(_lines(self.source), _lines(self.text), f"a/{name}", f"b/{name}")
        return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


# A line of a patch ends with a line feed alone, whatever else str.splitlines takes for an end.
_LINE: Final = LatePattern(r"[^\n]*\n|[^\n]+")


def _lines(text: str) -> list[str]:
    return [found[0] for found in _LINE.finditer(text)]


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _applied(text: str, edits: Iterable[Edit]) -> str:
    parts, at = [], 0
    for edit in edits:
        parts += [text[at : edit.start], edit.replacement]
        at = edit.end
    return "".join([*parts, text[at:]])


def _plan(findings: Iterable[Finding]) -> list[PlannedEdit]:
    """Choose the edits that do not overlap, the first and longest of each place."""
    plan: list[PlannedEdit] = []
    mendable = [(finding.edit, finding) for finding in findings if finding.edit is not None]
    for edit, finding in sorted(mendable, key=lambda pair: (pair[0].start, -pair[0].end, pair[1].code)):
        if not plan or edit.start >= plan[-1].edit.end:
            plan.append(PlannedEdit(edit, finding.code, finding.message))
    return plan


def _composed(first: Sequence[PlannedEdit], second: Sequence[PlannedEdit]) -> list[PlannedEdit]:
    """Return the one plan that does what two do one after the other; each edit of it is of a range of the first text."""
    done: list[PlannedEdit] = []
    pending = list(reversed(first))
    # How much longer the text is, before the edit under way, for what the first plan did.
    grown = 0
    # Whether the next edit that is pending is the rest of what the last one that is done wrote: the two are one edit.
    joined = False

    def keep(planned: PlannedEdit, edit: Edit) -> None:
        if joined:
            last = done.pop()
            edit = Edit(last.edit.start, edit.end, last.edit.replacement + edit.replacement)
            planned = last
        done.append(PlannedEdit(edit, planned.code, planned.message))

    for planned in second:
        start, end = planned.edit.start, planned.edit.end
        while pending and (edit := pending[-1].edit).start + grown + len(edit.replacement) <= start:
            grown += len(edit.replacement) - (edit.end - edit.start)
            keep(pending.pop(), edit)
            joined = False
        origin, prefix, rest = start - grown, "", ""
        used: PlannedEdit | None = None
        while pending and not rest and (edit := pending[-1].edit).start + grown < end:
            at = edit.start + grown
            if at < start:
                origin, prefix = edit.start, edit.replacement[: start - at]
            rest = edit.replacement[end - at :]
            grown += len(edit.replacement) - len(rest) - (edit.end - edit.start)
            used = pending.pop()
            if rest:
                pending.append(PlannedEdit(Edit(edit.end, edit.end, rest), used.code, used.message))
        keep(planned, Edit(origin, end - grown, prefix + planned.edit.replacement))
        if used is not None:
            joined = bool(rest)
    for planned in reversed(pending):
        keep(planned, planned.edit)
        joined = False
    return done


def _moved(outline: Mapping[int, int], edits: Iterable[Edit]) -> dict[int, int]:
    """Return where headings begin after edits, in order of place, of the text they were in."""
    moved: dict[int, int] = {}
    ahead = sorted(edits, reverse=True)
    grown = 0
    for at, level in sorted(outline.items()):
        while ahead and ahead[-1].end <= at and ahead[-1].start < at:
            edit = ahead.pop()
            grown += len(edit.replacement) - (edit.end - edit.start)
        moved[at + grown] = level
    return moved


def fix(
    text: str | Sourced, *, rules: str | Iterable[str] | None = None, on: Day | None = None, profile: Profile = NATIONAL
) -> Fixed:
    """Mend a text where there is one right answer (修正); quotations and titles in 《》 are never touched.

    One mended fault may bring another to light; the plan then does both. Idempotent: fixing a fixed text changes
    nothing, and no finding with an edit is left. Rules whose edits of a text come to no end do not mend it. `rules` and
    `on` as for `check`, with its errors. Of a source (`read_source`) the text is mended, with the headings that its file
    marks; `mend_docx` puts the plan into a docx.

    >>> fixed = fix("依照国务院办公厅发[2014]066号执行。", on="2014-12-01")
    >>> fixed.text
    '依照国办发〔2014〕66号执行。'
    >>> [planned.code for planned in fixed.plan]
    ['GW207', 'GW201', 'GW204']
    """
    codes = rules if rules is None or isinstance(rules, str) else list(rules)
    given = _Given(text, None) if isinstance(text, str) else _Given(text.text, text.outline or None)
    plan, mended, refused = _at_rest(given, codes, on, profile)
    if refused and plan and _at_rest(mended, codes, on, profile)[0]:
        # What was refused does come to rest in the text that the others make: fixing again would go on.
        plan, mended = [], given
    return Fixed(mended.text, tuple(plan), given.text)


class _Given(NamedTuple):
    """A text to mend, and where in it headings begin that its file marks."""

    text: str
    outline: Mapping[int, int] | None

    def checked(self) -> str | PolicyDocument:
        if self.outline is None:
            return self.text
        return PolicyDocument.parse(self.text, outline=self.outline)

    def applied(self, edits: list[Edit]) -> _Given:
        outline = None if self.outline is None else _moved(self.outline, edits)
        return _Given(_applied(self.text, edits), outline)


def _at_rest(
    given: _Given, codes: str | list[str] | None, on: Day | None, profile: Profile
) -> tuple[list[PlannedEdit], _Given, frozenset[str]]:
    """Return the plan of the rules that come to an end with a text, the text it makes, and the rules that do not."""
    refused = frozenset[str]()
    while True:
        plan, mended, restless = _mended(given, codes, on, profile, refused)
        if not restless:
            return plan, mended, refused
        refused |= restless


def _mended(
    given: _Given, codes: str | list[str] | None, on: Day | None, profile: Profile, refused: frozenset[str]
) -> tuple[list[PlannedEdit], _Given, frozenset[str]]:
    """Return a plan and the text it makes, and the rules that would still mend that: none where it is at rest."""
    plan: list[PlannedEdit] = []
    mended = given
    more: list[PlannedEdit] = []
    for _ in range(_MOST_PASSES):
        found = check(mended.checked(), rules=codes, on=on, profile=profile)
        more = _plan(finding for finding in found if finding.code not in refused)
        # A term of a house may be put in place of a part of itself, and the text grow without end.
        if not more or len(mended.text) > 2 * len(given.text) + _GROWN:
            break
        plan = _composed(plan, more)
        mended = mended.applied([planned.edit for planned in more])
    return plan, mended, frozenset(planned.code for planned in more)
