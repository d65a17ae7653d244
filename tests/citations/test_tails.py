"""What belongs to a citation beside its title, where patterns have alternatives of their own."""

from __future__ import annotations

from operator import attrgetter
from types import ModuleType

import pytest

from egovkit.citations import draft, find, pinpoints, shared_tails, tail_brackets, tails, titles, unmarked, wrapped
from tests.lexicon.examples import examples
from tests.lexicon.readers import READERS
from tests.witness import survivors

# Title, numbers, short name and place of each citation.
CASES = {
    "关于甲的决定（以下称为《决定》）": "",
    "《甲法》，以下简称《法》，规定": "甲法 =法",
    "《甲法》，下文称《法》，规定": "甲法 =法",
    "《甲法》下称《法》，规定": "甲法 =法",
    "《甲法》职称评定": "甲法",
    "《甲法》以下统一简称《法》，规定": "甲法 =法",
    "《甲法》以下分别简称《法》，规定": "甲法 =法",
    "《甲法》（以下分别简称《法》，规定": "甲法 =法",
    "《甲法》（以下统一简称《法》，规定": "甲法 =法",
    "《甲法》【下称《法》】规定": "甲法 =法",
    "《甲法》（一）加强": "甲法",
    "《甲办法》中的第三条": "甲办法 第三条",
    "《甲办法》的第三条": "甲办法 第三条",
    "《甲办法》中第三条": "甲办法 第三条",
    "《甲办法》之第三条": "甲办法 第三条",
    "国发〔2014〕1号文第三条": "国发〔2014〕1号 第三条",
    "国发〔2014〕1号文件第三条": "国发〔2014〕1号 第三条",
    "《甲办法》（国发〔2014〕1号，以下简称国务院《办法》）": "甲办法 国发〔2014〕1号 =办法",
    "《甲办法》第三条、第五条": "甲办法 第三条、第五条",
    "《甲办法》第三条、附件2": "甲办法 第三条、附件2",
    "《甲办法》第三条（二）": "甲办法 第三条第（二）项",
    "《甲办法》《乙办法》（国发〔2014〕1号、2号）": "甲办法 国发〔2014〕1号；乙办法 国发〔2014〕2号",
    "《甲办法》和《乙办法》（国发〔2014〕1号、2号）": "甲办法 国发〔2014〕1号；乙办法 国发〔2014〕2号",
    "《甲办法》及《乙办法》（国发〔2014〕1号、2号）": "甲办法 国发〔2014〕1号；乙办法 国发〔2014〕2号",
    "《甲办法》以及《乙办法》（国发〔2014〕1号、2号）": "甲办法 国发〔2014〕1号；乙办法 国发〔2014〕2号",
    "填写《登记表》（双面打印，见附件）": "登记表",
    "填写《登记表》（附件2）": "登记表",
    "填写《登记表》（双面打印）": "",
}


@pytest.mark.parametrize("text", CASES)
def test_what_belongs_to_a_citation(text: str) -> None:
    assert READERS["citations"](text) == CASES[text]


ROOMS = [find, draft, titles, unmarked, tails, tail_brackets, wrapped, shared_tails, pinpoints]


@pytest.mark.parametrize("room", ROOMS, ids=attrgetter("__name__"))
def test_every_alternative_is_witnessed(room: ModuleType) -> None:
    cases = [(example.text, example.reading) for example in examples("citations")] + [*CASES.items()]
    assert survivors(room, cases, READERS["citations"]) == []
