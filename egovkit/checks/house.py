"""What a house asks for besides the rules (内部规范): terms, phrases that must be there, the form of its numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Final

from pydantic import BaseModel, ConfigDict, Field, field_validator
from pydantic_core import PydanticCustomError

from egovkit.checks.finding import Edit, Finding, Severity
from egovkit.checks.zones import touches
from egovkit.models.issuance import NumberForm

if TYPE_CHECKING:
    from egovkit.checks.subject import Subject

__all__ = [
    "HOUSE_RULES",
    "HouseNumber",
    "HousePhrase",
    "HouseTerm",
    "number_findings",
    "phrase_findings",
    "term_findings",
]

HOUSE_RULES: Final = {
    "GW996": ("house-layout", "内部版式"),
    "GW997": ("house-number", "内部字号格式"),
    "GW998": ("house-phrase", "内部必备语句"),
    "GW999": ("house-term", "内部用语"),
}
"""The codes of findings of a house's own rules, with the name and the Chinese title of each (内部规范代码)."""


class HousePart(BaseModel):
    """A part of a profile (配置项): frozen, and no field but its own."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class HouseTerm(HousePart):
    """A word that a house does not want, and the one it wants (内部用语); a forbidden word has none (禁用词)."""

    wrong: Annotated[str, Field(min_length=1, description="the word as it should not be written")]
    right: Annotated[str | None, Field(description="what to write instead; none for a word that is forbidden")] = None
    severity: Severity = Severity.WARNING
    note: str = ""


class HousePhrase(HousePart):
    """Words that a house's documents must hold (必备语句)."""

    phrase: Annotated[str, Field(min_length=1, description="the words, as they are in the text")]
    kinds: Annotated[frozenset[str], Field(description="the kinds of documents that must hold them; empty for all")] = (
        frozenset()
    )
    severity: Severity = Severity.WARNING
    note: str = ""


class HouseNumber(HousePart):
    """How a house prints the number of its documents (字号格式): `粤府〔{year}〕{serial}号`.

    A document whose own number fits none of a profile's formats is found. `kinds` are those that are numbered so.
    """

    format: Annotated[str, Field(description="the number with {year} and {serial} in place of its figures")]
    kinds: Annotated[
        frozenset[str], Field(description="the kinds of documents that are numbered so; empty for all")
    ] = frozenset()
    severity: Severity = Severity.WARNING
    note: str = ""

    @field_validator("format")
    @classmethod
    def _has_its_places(cls, given: str) -> str:
        if given.count("{serial}") != 1 or given.count("{year}") > 1 or re.search(r"[{}]", _without_places(given)):
            raise PydanticCustomError(
                "profile.format", "a format has one {serial}, one {year} at most, and no other braces"
            )
        return given


def _without_places(given: str) -> str:
    return given.replace("{year}", "").replace("{serial}", "")


@lru_cache(maxsize=256)
def _fitting(given: str) -> re.Pattern[str]:
    """Return what finds a number that is printed in a format."""
    pattern = re.escape(given).replace(r"\{year\}", "[12][0-9]{3}").replace(r"\{serial\}", "[1-9][0-9]{0,4}")
    return re.compile(pattern)


def term_findings(subject: Subject, terms: tuple[HouseTerm, ...], house: str) -> Iterator[Finding]:
    """Yield a finding for each unwanted word (内部用语校核); in a quotation or title it has no edit."""
    text = subject.text
    for term in terms:
        # A term may be part of the right one, which is then left alone.
        offset = -1 if term.right is None else term.right.find(term.wrong)
        start = text.find(term.wrong)
        while start >= 0:
            end = start + len(term.wrong)
            if term.right is None or offset < 0 or not text.startswith(term.right, max(0, start - offset)):
                yield _of_term(subject, term, start, end, house)
            start = text.find(term.wrong, end)


def _of_term(subject: Subject, term: HouseTerm, start: int, end: int, house: str) -> Finding:
    edit = None
    if term.right is not None and not touches(subject.zones, start, end):
        edit = Edit(start, end, term.right)
    return Finding(
        "GW999",
        HOUSE_RULES["GW999"][0],
        term.severity,
        start,
        end,
        f"本单位不用“{term.wrong}”" + _noted(term.note, "："),
        f"the house does not write {term.wrong}" + _noted(term.note, ": "),
        house,
        term.right,
        edit,
    )


def phrase_findings(subject: Subject, phrases: tuple[HousePhrase, ...], house: str) -> Iterator[Finding]:
    """Yield a finding for each phrase that is not there (必备语句校核), at the title or where the text begins."""
    kind = subject.document.kind
    for wanted in phrases:
        if (wanted.kinds and kind not in wanted.kinds) or wanted.phrase in subject.text:
            continue
        start, end = subject.document.spans.get("title", (0, 0))
        yield Finding(
            "GW998",
            HOUSE_RULES["GW998"][0],
            wanted.severity,
            start,
            end,
            f"缺少必备语句“{wanted.phrase}”" + _noted(wanted.note, "："),
            f"the house asks for the words {wanted.phrase}" + _noted(wanted.note, ": "),
            house,
        )


def number_findings(subject: Subject, numbers: tuple[HouseNumber, ...], house: str) -> Iterator[Finding]:
    """Yield a finding where the document's own number fits none of the formats (字号格式校核)."""
    document = subject.document
    mine = [one for one in numbers if not one.kinds or document.kind in one.kinds]
    span = document.spans.get("number")
    if not mine or span is None or document.number is None or document.number.form is not NumberForm.REGULAR:
        return
    printed = subject.text[slice(*span)]
    if any(_fitting(one.format).fullmatch(printed) for one in mine):
        return
    formats = "、".join(one.format for one in mine)
    yield Finding(
        "GW997",
        HOUSE_RULES["GW997"][0],
        mine[0].severity,
        *span,
        f"本单位字号格式为“{formats}”" + _noted(mine[0].note, "："),
        f"the house prints its numbers as {formats}" + _noted(mine[0].note, ": "),
        house,
    )


def _noted(note: str, mark: str) -> str:
    return f"{mark}{note}" if note else ""
