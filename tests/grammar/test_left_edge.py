"""What comes before a number never changes its code: every known code, and composed ones, in every context."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egovkit.grammar.anatomy import BUILT, IMPOSSIBLE, POSSIBLE, _rank_with_joint, rank_of
from egovkit.grammar.codes import vocabulary
from egovkit.models.issuance import find_numbers
from egovkit.strategies.issuance_codes import _places, composed_codes
from egovkit.strategies.issuance_prose import LEFT_EDGES

_NUMBER = re.compile(r"([\u3400-\u9fff]+)[〔\[﹝](\d{4})[〕\]﹞]第?0*(\d+)号")


def _misread(codes: Iterable[str], contexts: Iterable[str]) -> list[str]:
    """Return the texts whose number is not read with its code."""
    pairs = zip(codes, contexts, strict=True)
    texts = [(context.format(f"{code}〔2021〕12号"), f"{code}〔2021〕12号") for code, context in pairs]
    return [text for text, number in texts if number not in [str(m.value) for m in find_numbers(text)]]


def test_every_known_code_in_one_context_after_another() -> None:
    codes = sorted(code for code in vocabulary().attested if "（" not in code)
    for shift in (0, 17, 40):
        contexts = [LEFT_EDGES[(i + shift) % len(LEFT_EDGES)] for i in range(len(codes))]
        wrong = _misread(codes, contexts)
        assert len(wrong) * 500 <= len(codes), wrong


@given(composed_codes(), st.data())
def test_a_code_that_no_table_has_is_read_alike_in_every_context(code: str, data: st.DataObject) -> None:
    alone = [str(m.value) for m in find_numbers(f"（{code}〔2021〕12号）")]
    context = data.draw(st.sampled_from(LEFT_EDGES))
    assert [str(m.value) for m in find_numbers(context.format(f"{code}〔2021〕12号"))][-1:] == alone


def test_no_place_that_composed_codes_begin_with_makes_a_word_with_a_context() -> None:
    """如果, 以上, 经常: a property that draws those fails once in a while, and nobody has changed anything."""
    numbers = {place: f"{place}政发〔2021〕12号" for place in _places()}
    every = "。\n".join(LEFT_EDGES)
    found = {
        place: [str(m.value) for m in find_numbers(every.replace("{}", number))].count(number)
        for place, number in numbers.items()
    }
    assert {place: count for place, count in found.items() if count != len(LEFT_EDGES)} == {}


@pytest.mark.corpus
def test_the_numbers_of_the_public_library_in_every_context(shared: Path) -> None:
    """At least 99.5 % of the codes that ministries use today, in every context."""
    with (shared / "facts" / "register" / "recent.tsv").open(encoding="utf-8") as file:
        printed = [row["printed"] for row in csv.DictReader(file, delimiter="\t")]
    found = [number for text in printed if (number := _NUMBER.fullmatch(text))]
    codes = sorted({number[1] for number in found if not number[1].endswith(("公告", "令"))})
    assert len(codes) > 600
    for context in LEFT_EDGES:
        wrong = _misread(codes, [context] * len(codes))
        assert len(wrong) * 200 <= len(codes), wrong


def test_one_letter_that_no_table_has_is_a_places_and_no_word() -> None:
    """翔建房函 is a county's code: what is printed there is no number of the ministry's 建房函."""
    known = vocabulary()
    letters = [letter for letter in "枫翔蕲罕峪" if letter not in known.letters | known.firsts | known.edges]
    assert len(letters) > 2
    codes = [code for code in known.attested if 2 < len(code) < 8 and rank_of(letters[0] + code) != IMPOSSIBLE]
    wrong = []
    for code in sorted(codes):
        if "（" in code or code[0] in "国中" or code[0] in known.places or code.startswith(known.central):
            continue
        for letter, context in zip(letters, ("{}", "（{}）", "根据{}"), strict=False):
            text = context.format(f"{letter}{code}〔2021〕12号")
            found = [str(m.value) for m in find_numbers(text)]
            if found not in ([], [f"{letter}{code}〔2021〕12号"]):
                wrong.append(text)
    assert not wrong, (len(wrong), wrong[:20])


def test_the_name_of_an_organ_is_no_part_of_a_code_after_it() -> None:
    assert [str(m.value) for m in find_numbers("省财政厅人办发〔2024〕3号")] == ["人办发〔2024〕3号"]


@pytest.mark.parametrize(("code", "rank"), [("京数据发", BUILT), ("数据", POSSIBLE), ("沪崇就办", POSSIBLE)])
def test_letters_that_elsewhere_end_a_phrase(code: str, rank: int) -> None:
    assert _rank_with_joint(code) == rank
