"""Which codes can be of none of the organs named, word by word: an accusation needs to be sure."""

from __future__ import annotations

import pytest

from egovkit.checks import organ_codes
from egovkit.checks.organ_codes import code_of_another
from tests.witness import survivors

# Organs, a code, and whether it is another's.
CASES = {
    "国务院 国办发": True,
    "国务院 国办函": True,
    "国务院办公厅 国办发": False,
    "国务院 国发": False,
    "国务院办公厅 国发": True,
    "国务院办公厅 国函": True,
    "云川市人民政府 云政办": True,
    "云川市人民政府 云政办发": True,
    "云川市人民政府 云政办函": True,
    "云川市人民政府 云政办字": True,
    "云川市人民政府 云政办规": True,
    "云川市人民政府 云府办发": True,
    "云川市人民政府办公室 云政办发": False,
    "云川市人民政府 云川市人民政府办公室 云政办发": False,
    "云川市人民政府办公室 云政发": True,
    "云川市人民政府办公厅 云政字": True,
    "云川市政府办公室 云府规": True,
    "云川市人民政府 云政发": False,
    # What another organ wrote may be forwarded under these.
    "财政部 国发": False,
    "财政部 国办发": False,
    "财政部 中发": False,
    "财政部 中办发": False,
    "北京市教育委员会 京政发": False,
    "财政部 教": False,
    "教育部 财教": True,
    "教育部 财政部 财教": False,
}


def _read(case: str) -> bool:
    *names, code = case.split()
    return code_of_another(names, code, 2020)


@pytest.mark.parametrize("case", CASES)
def test_whose_a_code_is(case: str) -> None:
    assert _read(case) is CASES[case]


def test_every_word_decides_whose_a_code_is() -> None:
    assert survivors(organ_codes, CASES.items(), _read) == []
