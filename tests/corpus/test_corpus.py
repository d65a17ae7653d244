"""Every real document goes through every verb, and what comes out lies in the text."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

import egovkit
from egovkit.text.folding import BLANKS
from egovkit.text.spans import Spanned

from .conftest import CorpusDocument

pytestmark = pytest.mark.corpus

FINDERS: dict[str, Callable[[str], Sequence[Spanned]]] = {
    "numbers": egovkit.find_numbers,
    "dates": egovkit.find_dates,
    "citations": egovkit.find_citations,
    "frameworks": egovkit.find_frameworks,
}


@pytest.mark.parametrize("kind", FINDERS)
def test_what_is_found_lies_in_the_text_in_order(kind: str, documents: list[CorpusDocument]) -> None:
    total = 0
    for document in documents:
        found = FINDERS[kind](document.text)
        total += len(found)
        starts = [each.start for each in found]
        assert starts == sorted(starts), document.id
        assert all(0 <= each.start < each.end <= len(document.text) for each in found), document.id
    assert total > 0


def test_every_number_and_date_prints_what_it_parses(documents: list[CorpusDocument]) -> None:
    for document in documents:
        for number in egovkit.find_numbers(document.text):
            assert document.text[number.start : number.end] == number.text, document.id
            assert egovkit.IssuanceNumber.parse(str(number.value)) == number.value, document.id
        for date in egovkit.find_dates(document.text):
            assert document.text[date.start : date.end] == date.text, document.id
            assert type(date.value).parse(str(date.value)) == date.value, document.id


def test_every_document_parses_and_loses_nothing(documents: list[CorpusDocument]) -> None:
    for document in documents:
        parsed = egovkit.PolicyDocument.parse(document.text)
        covered = bytearray(len(document.text))
        for block in parsed.blocks:
            for at in range(block.start, block.end):
                covered[at] += 1
        wrong = [at for at, times in enumerate(covered) if times != 1 and document.text[at] not in BLANKS]
        assert wrong == [], document.id
