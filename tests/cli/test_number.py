from __future__ import annotations

import pytest

from .conftest import Egovkit

CASES = {
    "国办发[2014]66号": ("国办发〔2014〕66号", ["国务院办公厅"], ["brackets"]),
    "国务院办公厅发〔2014〕66号": ("国办发〔2014〕66号", ["国务院办公厅"], ["expanded"]),
    "国办发〔2014〕66号": ("国办发〔2014〕66号", ["国务院办公厅"], []),
    "中办发 〔２００２〕 17 号": ("中办发〔2002〕17号", ["中共中央办公厅"], ["blank", "width"]),
}


@pytest.mark.parametrize("text", CASES)
def test_number_explains(text: str, egovkit_command: Egovkit) -> None:
    number, organs, deviations = CASES[text]
    explained = egovkit_command("number", text, "--json").json
    assert explained["number"] == number
    assert explained["organs"] == organs
    assert sorted(explained["deviations"]) == sorted(deviations)


def test_parts_of_an_order(egovkit_command: Egovkit) -> None:
    explained = egovkit_command("number", "中华人民共和国国务院令第711号", "--json").json
    assert explained["form"] == "order"
    assert (explained["code"], explained["year"], explained["serial"]) == ("国务院", None, 711)


def test_an_ambiguous_code_shows_every_organ(egovkit_command: Egovkit) -> None:
    assert len(egovkit_command("number", "宁政发〔2020〕1号", "--json").json["organs"]) >= 2


def test_the_table_names_every_part(egovkit_command: Egovkit) -> None:
    shown = egovkit_command("number", "国办发[2014]66号").out
    for part in ("国办发〔2014〕66号", "国务院办公厅", "2014", "66", "not in the brackets"):
        assert part in shown


def test_an_unknown_code_says_so(egovkit_command: Egovkit) -> None:
    assert "not in the table" in egovkit_command("number", "魑魅办发〔2014〕66号").out
