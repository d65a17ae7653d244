"""What a sentence says of a document that it cites (文中所述): the date before it."""

from __future__ import annotations

from typing import Final

from egovkit.checks.subject import Subject
from egovkit.citations.front import date_in_front
from egovkit.models.citation import Citation
from egovkit.models.dates import DocumentDate
from egovkit.text.patterns import LatePattern

__all__ = ["date_stated", "of_another_event"]

_OTHER_EVENT: Final = LatePattern("修订|修正|修改|会议|通过|实施")


def date_stated(subject: Subject, citation: Citation) -> DocumentDate | None:
    """Return the date that the sentence gives before a citation, which is dated then by it if by nothing else."""
    return None if citation.dated is None else date_in_front(subject.text, citation.start, citation.numbers)


def of_another_event(subject: Subject, citation: Citation) -> bool:
    """Say whether the date before a title can be that of its revision, or of a session."""
    before = subject.text[max(0, citation.start - 14) : citation.start]
    return _OTHER_EVENT.search(before) is not None
