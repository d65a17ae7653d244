"""GW509 to GW513: the short names that a text defines (简称): defined once, before use, and used."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from egovkit.checks.rule import Hit, Scope
from egovkit.checks.standards import citing
from egovkit.checks.subject import Subject
from egovkit.citations.not_documents import generic_kind
from egovkit.models.citation import Citation
from egovkit.text.folding import squeeze
from egovkit.text.limits import MAX_SHORT_NAMES
from egovkit.text.patterns import LatePattern


def _uses_short_name(citation: Citation) -> bool:
    return citation.title is not None and not citation.numbers and not citation.short_name and not citation.dated


@citing(
    "GW509",
    "undefined-short-name",
    "简称未作说明",
    scope=Scope.OFFICIAL,
    over="citations",
)
def undefined_short_name(subject: Subject) -> Iterator[Hit]:
    """A short name such as 《通知》 is one that the text defines, or the end of a title it names.

    Why: what is only a kind word names no document.
    """
    known: dict[str, bool] = {}
    introduced: frozenset[str] | None = None
    own = subject.document.title or ""
    enclosed = [squeeze(part.title) for part in subject.document.parts if part.title]
    names = [own, *enclosed, *(annex.title for annex in subject.document.annexes)]
    for citation in subject.citations:
        title = citation.title
        if title is None or not _uses_short_name(citation) or len(title) > _LONGEST or not generic_kind(title):
            continue
        unknown = citation.antecedent is None or (
            not citation.antecedent.short_name and citation.antecedent.title == title
        )
        if citation.candidates or not unknown:
            continue
        if introduced is None:
            introduced = _introduced(subject)
        if title not in known:
            known[title] = title in introduced or any(title in name for name in names)
        if known[title] or subject.text[citation.start - 1 : citation.start] in _POINTING:
            continue
        yield Hit(
            citation.start,
            citation.end,
            f"“《{title}》”未说明是何文件的简称",
            f"nothing says what 《{title}》 is short for",
        )


_POINTING: Final = ("本", "该", "此")
# Longer ones say what they are about.
_LONGEST: Final = 6
_INTRODUCED: Final = LatePattern(f'称(?=[为作：:]?[“"]?《?(?P<name>.{{1,{_LONGEST}}}))')


def _introduced(subject: Subject) -> frozenset[str]:
    """Return how the names begin that the text introduces anywhere, be it for something cited without brackets."""
    names = {found["name"] for found in _INTRODUCED.finditer(subject.text)}
    return frozenset(name[:size] for name in names for size in range(1, len(name) + 1))


def _defined_at(subject: Subject, citation: Citation) -> tuple[int, int] | None:
    """Return where a citation defines its short name."""
    name = citation.short_name or ""
    at = subject.text.find(name, citation.start + 1 + len(citation.title or ""), citation.end + 80)
    return (at, at + len(name)) if name and at >= 0 else None


_PROMISED: Final = LatePattern("(?:[下后]文?|本文|文中)[^，,（(]{0,4}称|[（(]简称")


@citing(
    "GW510",
    "unused-short-name",
    "简称未使用",
    over="citations",
)
def unused_short_name(subject: Subject) -> Iterator[Hit]:
    """A short name that the text defines is used in it.

    Why: a definition that nothing refers to distracts, and often shows that a passage was taken out. A name that is
    merely told (简称DCMM, without 以下) promises no use.
    """
    defining = [citation for citation in subject.citations if citation.short_name]
    for citation in defining[:MAX_SHORT_NAMES]:
        place = _defined_at(subject, citation)
        if place is None or _PROMISED.search(subject.text, max(0, place[0] - 10), place[0]) is None:
            continue
        if subject.text.find(citation.short_name or "", place[1]) < 0:
            name = citation.short_name
            yield Hit(*place, f"简称“{name}”在下文没有使用", f"the short name {name} is never used")


def _part_of(subject: Subject, at: int) -> int:
    """Return which of the texts under one cover holds a place: the main text is -1."""
    parts = subject.document.parts
    i = bisect_right(parts, at, key=lambda part: part.start) - 1
    return i if i >= 0 and at < parts[i].end else -1


@citing(
    "GW511",
    "one-name-for-two",
    "一个简称指两个文件",
    over="citations",
)
def one_name_for_two(subject: Subject) -> Iterator[Hit]:
    """A short name stands for one document.

    Why: of two definitions the reader does not know which is meant. The main text and each annex define their own.
    """
    first: dict[tuple[int, str], str] = {}
    for citation in subject.citations:
        if citation.short_name and citation.title:
            held = first.setdefault((_part_of(subject, citation.start), citation.short_name), citation.title)
            place = _defined_at(subject, citation)
            if held != citation.title and place is not None:
                yield Hit(
                    *place,
                    f"简称“{citation.short_name}”已用于《{held}》",
                    f"the short name {citation.short_name} is defined for another document already",
                )


@citing(
    "GW512",
    "two-names-for-one",
    "一个文件两个简称",
    over="citations",
)
def two_names_for_one(subject: Subject) -> Iterator[Hit]:
    """A document has one short name.

    Why: two names suggest two documents.
    """
    first: dict[tuple[int, str], str] = {}
    for citation in subject.citations:
        if citation.short_name and citation.title:
            held = first.setdefault((_part_of(subject, citation.start), citation.title), citation.short_name)
            place = _defined_at(subject, citation)
            if held != citation.short_name and place is not None:
                yield Hit(
                    *place,
                    f"该文件已有简称“{held}”",
                    f"this document has the short name {held} already",
                )


@citing(
    "GW513",
    "name-before-definition",
    "简称先用后定",
    scope=Scope.OFFICIAL,
    over="citations",
)
def name_before_definition(subject: Subject) -> Iterator[Hit]:
    """A short name is used after its definition.

    Why: a reader who begins at the beginning cannot know it.
    """
    for citation in subject.citations:
        stand = citation.antecedent
        if stand is None or stand.start < citation.start or not _uses_short_name(citation):
            continue
        if stand.short_name == citation.title and _part_of(subject, stand.start) == _part_of(subject, citation.start):
            yield Hit(
                citation.start,
                citation.end,
                f"简称“《{citation.title}》”在说明之前使用",
                f"the short name 《{citation.title}》 is used before its definition",
            )
