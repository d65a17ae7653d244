"""Findings as the comments of a docx (批注): each at its place, beside those that are there."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from egovkit.interchange.extras import extra
from egovkit.interchange.locations import Origin, WordLocation
from egovkit.interchange.word.added import add_part
from egovkit.interchange.word.parts import OpenParts, numbered
from egovkit.interchange.word.runs import put_text
from egovkit.interchange.word.trace import WordText

if TYPE_CHECKING:
    from egovkit.checks.finding import Finding

__all__ = ["Comments"]


class Comments:
    """The comments of one docx (批注)."""

    def __init__(self, parts: OpenParts, word: WordText, author: str, moment: str) -> None:
        self._parts = parts
        self._word = word
        self._author, self._moment = author, moment
        self._names = parts.names(parts.main)

    def put(self, findings: Iterable[Finding]) -> None:
        """Put findings at their places (加批注), those of one place into one comment."""
        together: dict[tuple[int, int], list[str]] = {}
        for finding in findings:
            together.setdefault((finding.start, finding.end), []).append(_said(finding))
        holder = self._comments()
        number = max([self._parts.next_number(), *(self._number(one) + 1 for one in holder)])
        for at, (place, said) in enumerate(sorted(together.items())):
            self._anchor(*place, number + at)
            holder.append(self._comment(holder, number + at, said))
        self._parts.changed.add(self._parts.main)

    def _number(self, comment: Any) -> int:
        return numbered(comment.get(self._names("id"), "")) if isinstance(comment.tag, str) else 0

    def _comment(self, holder: Any, number: int, said: list[str]) -> Any:
        names = self._names
        comment = holder.makeelement(names("comment"))
        values = {"id": str(number), "author": self._author, "date": self._moment, "initials": self._author[:2]}
        for name, value in values.items():
            comment.set(names(name), value)
        for line in said:
            run = _under(_under(comment, names("p")), names("r"))
            put_text(_under(run, names("t")), line)
        return comment

    def _anchor(self, start: int, end: int, number: int) -> None:
        places = [one for one in self._places(start, end) if self._bears(one)]
        if not places:
            places = self._near(start)
        if not places:
            first = self._parts.paragraph(self._parts.main, 1)
            opened, closed = self._marks(first, number)
            first.extend([opened, closed, self._reference(first, number)])
            return
        first, last = places[0], places[-1]
        strand = self._parts.strand(self._word, last.part, last.paragraph or 0)
        run = strand.run_before(last.end)
        opened, closed = self._marks(run, number)
        run.addnext(closed)
        closed.addnext(self._reference(run, number))
        strand = self._parts.strand(self._word, first.part, first.paragraph or 0)
        strand.run_at(first.start).addprevious(opened)

    def _places(self, start: int, end: int) -> tuple[WordLocation, ...]:
        return self._word.locate(start, end) if start < end else self._word.locate(start, start + 1)

    @cached_property
    def _first(self) -> list[WordLocation]:
        """The first place that can bear a comment, if there is one."""
        found = (one for one in self._word.locate(0, len(self._word.text)) if self._bears(one))
        return list(islice(found, 1))

    def _near(self, start: int) -> list[WordLocation]:
        """Return the places after a generated number, else the first one of the text."""
        end = min(start + _NEAR, len(self._word.text))
        return [*filter(self._bears, self._word.locate(start, end)), *self._first][:1]

    def _bears(self, place: WordLocation) -> bool:
        """Say whether a place can bear a comment: word processors take none in headers, notes and boxes."""
        if place.origin is not Origin.TEXT or place.part != self._parts.main or not place.runs:
            return False
        strand = self._parts.strand(self._word, place.part, place.paragraph or 0)
        return strand.holds(place.start, place.start + 1) and strand.holds(place.end - 1, place.end)

    def _marks(self, near: Any, number: int) -> tuple[Any, Any]:
        found = []
        for name in ("commentRangeStart", "commentRangeEnd"):
            mark = near.makeelement(self._names(name), nsmap=near.nsmap)
            mark.set(self._names("id"), str(number))
            found.append(mark)
        return found[0], found[1]

    def _reference(self, near: Any, number: int) -> Any:
        run = near.makeelement(self._names("r"), nsmap=near.nsmap)
        _under(run, self._names("commentReference")).set(self._names("id"), str(number))
        return run

    def _comments(self) -> Any:
        """Return what holds the comments, made where there is none."""
        parts, package = self._parts, self._parts.package
        found = package.main.related("comments")
        if found:
            parts.changed.add(found[0].name)
            return parts.root(found[0].name)
        etree = extra("lxml.etree", "docx", "to mend a docx")
        holder = etree.Element(self._names("comments"), nsmap={"w": self._names.space})
        add_part(parts, "comments", holder)
        return holder


_NEAR: Final = 64
"""Characters after a generated number among which its paragraph is."""


def _under(parent: Any, name: str) -> Any:
    child = parent.makeelement(name)
    parent.append(child)
    return child


def _said(finding: Finding) -> str:
    meant = f" → {finding.suggestion}" if finding.suggestion else ""
    return f"{finding.code} {finding.message}{meant}（{finding.clause}）"
