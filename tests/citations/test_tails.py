"""What belongs to a citation beside its title, where patterns have alternatives of their own."""

from __future__ import annotations

from operator import attrgetter
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egovkit.citations import draft, find, pinpoints, shared_tails, tail_brackets, tails, titles, unmarked, wrapped
from egovkit.text.patterns import LatePattern
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
    # Four parentheses after a title are read, and no fifth.
    "《甲办法》（国发〔2014〕1号）（国发〔2014〕2号）（国发〔2014〕3号）（国发〔2014〕4号）（国发〔2014〕5号）": "甲办法 国发〔2014〕1号 国发〔2014〕2号 国发〔2014〕3号 国发〔2014〕4号；国发〔2014〕5号",
    # A number inside a title is the title's, and cites nothing besides; the whole title may be one.
    "执行《关于国发〔2014〕1号文件的通知》": "关于国发〔2014〕1号文件的通知",
    "执行《国发〔2014〕1号》": "国发〔2014〕1号 国发〔2014〕1号",
    # The number of the text itself, at its head, is not that of the title after it.
    "国发〔2014〕1号 《甲办法》已经通过": "甲办法",
    "按国发〔2014〕1号《甲办法》执行": "甲办法 国发〔2014〕1号",
    # Where numbers are before their titles, one between two titles is that of the second.
    "执行国发〔2014〕1号《甲办法》《乙规定》国发〔2014〕2号《丙通知》": "甲办法 国发〔2014〕1号；乙规定；丙通知 国发〔2014〕2号",
    # Of a notice: its own number in the head; a bracket that the line's end breaks off, or nothing closes.
    "印发《甲办法》的通知（国发〔2014〕1号）": "甲办法",
    "印发《甲办法》的通知（国发〔2014〕\n1号），《乙办法》": "甲办法；国发〔2014〕1号；乙办法",
    "印发《甲办法》的通知（国发〔2014〕1号": "甲办法；国发〔2014〕1号",
}


@pytest.mark.parametrize("text", CASES)
def test_what_belongs_to_a_citation(text: str) -> None:
    assert READERS["citations"](text) == CASES[text]


ROOMS = [find, draft, titles, unmarked, tails, tail_brackets, wrapped, shared_tails, pinpoints]


@pytest.mark.parametrize("room", ROOMS, ids=attrgetter("__name__"))
def test_every_alternative_is_witnessed(room: ModuleType) -> None:
    cases = [(example.text, example.reading) for example in examples("citations")] + [*CASES.items()]
    assert survivors(room, cases, READERS["citations"]) == []


PLACES = st.lists(
    st.sampled_from(["第三条", "第一二十条", "第百条", "第二款", "第〇款", "第（五）项", "（六）", "之一", "的", "规定", "、", "，", "；", "。", "和", " ", "第",
                     "附件2", "四", "7"]),
    min_size=1, max_size=7,
)  # fmt: skip


@given(PLACES)
def test_plain_places_are_what_the_whole_grammar_reads(words: list[str]) -> None:
    text = f"《甲办法》第三条{''.join(words)}"
    read = [(citation.pinpoint, citation.relation) for citation in find.find_citations(text)]
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(pinpoints, "_PLAIN", LatePattern("(?!)"))
        assert read == [(citation.pinpoint, citation.relation) for citation in find.find_citations(text)]
