"""What looks like a number, or like more of one, and is none; and what raised, once."""

from __future__ import annotations

import pytest

from egovkit.citations.find import find_citations
from egovkit.grammar.codes import vocabulary
from egovkit.models.issuance import find_numbers


def _found(text: str) -> list[str]:
    return [str(mention.value) for mention in find_numbers(text)]


@pytest.mark.parametrize(
    "text", ["某令第12号", "（某令第12号）", "同意某公告第3号", "根据甲、乙公告第3号", "甲公告第3号"]
)
def test_a_letter_that_stands_for_a_place_alone_is_no_place(text: str) -> None:
    assert len(_found(text)) == 1
    assert find_citations(f"{text}发布的《甲办法》")


def test_a_code_that_a_year_divides_is_one_with_its_last_letter() -> None:
    assert _found("按照财税（87）字第16号") == ["财税字〔1987〕16号"]
    for code in sorted(vocabulary().attested):
        for year in ("87", "1987"):
            assert all(str(one.value) for one in find_numbers(f"按照{code}（{year}）字第1号"))
    assert _found("按照鲁证（87）字第1号") == []


@pytest.mark.parametrize("letter", "皖苏浙桂鲁鄂湘粤")
def test_letters_at_the_end_of_a_code_end_no_phrase(letter: str) -> None:
    assert _found(f"按照{letter}编发〔2020〕5号") == [f"{letter}编发〔2020〕5号"]
    assert _found(f"按照{letter}防指明电〔2020〕5号") == [f"{letter}防指明电〔2020〕5号"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("国发〔2016〕51号文、55号文", ["国发〔2016〕51号", "国发〔2016〕55号"]),
        ("国发〔2016〕51号文件，5号起执行", ["国发〔2016〕51号"]),
        ("国发〔2016〕51号文，10号前报送", ["国发〔2016〕51号"]),
        ("国发〔2016〕51号文件、3号楼", ["国发〔2016〕51号"]),
        ("国发20161号楼", []),
        ("国发〔2016〕5**号", []),
        ("**国发〔2016〕5**号", ["国发〔2016〕5号"]),
        ("国发〔2016〕**5**号", ["国发〔2016〕5号"]),
    ],
)
def test_what_follows_is_no_part_of_the_list(text: str, found: list[str]) -> None:
    assert _found(text) == found
