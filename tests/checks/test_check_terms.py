"""Every word that the rules on wording and units read from the table of terms decides an example, or it fails here."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from egovkit.checks import check
from egovkit.checks.cases import cases_of
from egovkit.checks.rules.gw6_dates import amounts
from egovkit.checks.rules.gw9_characters import wording
from egovkit.data import tree
from tests.checks.test_words import examples
from tests.witness import forget_texts

# The rule that reads a list, and the room that has its examples.
LISTS = {
    "wording.never_twice": ("GW951", "gw9_characters.wording"),
    "wording.misspelt": ("GW952", "gw9_characters.wording"),
    "wording.of_two": ("GW952", "gw9_characters.wording"),
    "wording.usage": ("GW952", "gw9_characters.wording"),
    "wording.never_last": ("GW955", "gw9_characters.wording"),
    "units.wrong": ("GW644", "gw6_dates.amounts"),
}
MADE = (wording._unfinished, amounts._wrong_units)


def _found(code: str, room: str) -> list[list[tuple[int, int, str]]]:
    texts = [case.text for case in cases_of(code)] + [text for rule, text, _ in examples(room) if rule == code]
    return [[(found.start, found.end, str(found.edit)) for found in check(text, rules=[code])] for text in texts]


@contextmanager
def _put(name: str, held: Any) -> Iterator[None]:
    table, key = name.split(".")
    terms = tree("check_terms")[table]
    kept = terms[key]
    terms[key] = held
    _forget()
    try:
        yield
    finally:
        terms[key] = kept
        _forget()


def _forget() -> None:
    for made in MADE:
        made.cache_clear()
    forget_texts()


def _without_each(held: Any) -> Iterator[tuple[str, Any]]:
    """Yield every word of a list, or of the lists of a table, with what is left without it."""
    for word in held:
        if isinstance(held, list):
            yield word, [each for each in held if each != word]
        elif isinstance(held[word], list):
            for part, left in _without_each(held[word]):
                yield part, held | {word: left}
        else:
            yield word, {each: held[each] for each in held if each != word}


@pytest.mark.parametrize("name", LISTS)
def test_every_word_of_the_table_decides_an_example(name: str) -> None:
    table, key = name.split(".")
    expected = _found(*LISTS[name])
    missed = []
    for word, left in _without_each(tree("check_terms")[table][key]):
        with _put(name, left):
            if _found(*LISTS[name]) == expected:
                missed.append(word)
    assert missed == []
