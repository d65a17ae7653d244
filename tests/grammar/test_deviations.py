"""What a printed number departs in."""

from __future__ import annotations

import pytest
from hypothesis import given

from egovkit.grammar import deviations
from egovkit.grammar.deviations import DEVIATIONS, deviations_of
from egovkit.models.issuance import IssuanceNumber, NumberForm
from egovkit.strategies.issuance import Sloppy, issuance_numbers, sloppy
from tests.witness import survivors


@given(issuance_numbers(NumberForm.REGULAR))
def test_a_canonical_number_has_none(number: IssuanceNumber) -> None:
    assert deviations_of(str(number), number.code) == ()


@given(sloppy(issuance_numbers(NumberForm.REGULAR)))
def test_any_other_surface_has_some(item: Sloppy) -> None:
    found = deviations_of(item.surface, item.value.code)
    assert bool(found) == (item.surface != str(item.value))
    assert set(found) <= set(DEVIATIONS)


@pytest.mark.parametrize(
    ("surface", "code", "found"),
    [
        ("国办发[2014]66号", "国办发", ["brackets"]),
        ("财税〔1987〕字16号", "财税字", ["year-first"]),
        ("国办发匚2014〕66号", "国办发", ["brackets"]),
        ("国办发〈2014〉66号", "国办发", ["brackets"]),
        ("国办发2014〕66号", "国办发", ["brackets"]),
        ("国办发2014年66号", "国办发", ["brackets"]),
        ("国办发201466号", "国办发", ["brackets"]),
        ("国办发 2014 第66 号", "国办发", ["brackets"]),
        ("国办发〔2014〕20145号", "国办发", []),
        ("国办发2014年20145号", "国办发", ["brackets"]),
        ("国办发〔2014〕第20145号", "国办发", ["ordinal"]),
        ("国办发〔’98〕66号", "国办发", ["short-year"]),
        ("国办发〔2014〕 66号", "国办发", ["blank"]),
        ("国办发〔2 0 1 4〕6 6号", "国办发", ["blank"]),
        ("国办发〔2014〕\n— 16 —\n66号", "国办发", ["blank"]),
        ("国办发〔２０１４〕66号", "国办发", ["width"]),
        ("国发〔一九八六〕十二号", "国发", ["han"]),
        ("（86）国发12号", "国发", ["brackets", "short-year", "year-first"]),
        ("国办发〔2014〕第66号", "国办发", ["ordinal"]),
        ("国办发〔2014〕066号", "国办发", ["zero"]),
        ("国务院办公厅发〔2014〕66号", "国办发", ["expanded"]),
        ("法(研)发〔1987〕32号", "法（研）发", []),
        ("〔2022〕15号", None, []),
        ("55号", "国发", []),
        ("国发〔2016〕51", "国发", []),
    ],
)
def test_each_deviation_has_its_name(surface: str, code: str | None, found: list[str]) -> None:
    assert list(deviations_of(surface, code)) == found


WAYS = {
    "国发〔二〇一六〕51号": ("han",),
    "国发〔2016〕五十一号": ("han",),
    "国发2016年51号": ("brackets",),
    "国发[2016年]51号": ("brackets",),
    "国发201651号": ("brackets",),
    "国发199651号": ("brackets",),
    "国发〔2016〕第20151号": ("ordinal",),
    "国发2016年20151号": ("brackets",),
    "国发2016年２０１５1号": ("brackets", "width"),
    "国发［2016］51号": ("brackets",),
    "国发〔2OO7〕l9号": ("letters",),
}


def _read(surface: str) -> tuple[str, ...]:
    return deviations_of(surface, "国发")


@pytest.mark.parametrize("surface", WAYS)
def test_each_way_of_printing(surface: str) -> None:
    assert _read(surface) == WAYS[surface]


def test_no_alternative_is_without_a_case() -> None:
    assert survivors(deviations, WAYS.items(), _read) == []
