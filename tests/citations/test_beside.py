"""Numbers that a comma, colon, dash, line break or link sets off from their title."""

from __future__ import annotations

import pytest

from egovkit.citations import beside
from egovkit.citations.find import find_citations
from tests.witness import survivors

TITLE, NUMBER = "关于甲事项的通知", "国发〔2007〕19号"
Cited = list[tuple[str | None, list[str]]]
WHOLE: Cited = [(TITLE, [NUMBER])]
APART: Cited = [(TITLE, []), (None, [NUMBER])]

CASES: list[tuple[str, Cited]] = [
    (f"《{TITLE}》，{NUMBER}，2007年7月11日发布。", WHOLE),
    (f"《{TITLE}》，{NUMBER}，于2007年7月11日发布。", WHOLE),
    (f"《{TITLE}》，{NUMBER}。", WHOLE),
    (f"《{TITLE}》，{NUMBER}\r\n同时废止。", WHOLE),
    (f"（《{TITLE}》, {NUMBER}）", WHOLE),
    (f"《{TITLE}》，{NUMBER}；其他。", WHOLE),
    (f"《{TITLE}》——{NUMBER}", WHOLE),
    (f"《{TITLE}》-{NUMBER}", WHOLE),
    (f"《{TITLE}》：{NUMBER}", WHOLE),
    (f"1.《{TITLE}》\n{NUMBER}\n", WHOLE),
    (f"[《{TITLE}》](https://example.org/a.htm)（{NUMBER}）", WHOLE),
    (f'<a href="a">《{TITLE}》</a>（{NUMBER}）', WHOLE),
    (f"**《{TITLE}》**（{NUMBER}）", WHOLE),
    (f"***《{TITLE}》***（{NUMBER}）", WHOLE),
    (f"<b>《{TITLE}》</b>（{NUMBER}）", WHOLE),
    (f"<strong>《{TITLE}》</strong>（{NUMBER}）", WHOLE),
    (f"<em>《{TITLE}》</em>（{NUMBER}）", WHOLE),
    (f"{NUMBER}，《{TITLE}》", [(TITLE, [NUMBER])]),
    # Something is said of the number: it may be another document's.
    (f"《{TITLE}》，{NUMBER}同时废止。", APART),
    (f"《{TITLE}》，{NUMBER}文件规定，", APART),
    (f"《{TITLE}》\n{NUMBER}文件规定", APART),
    (f"根据{NUMBER}，《{TITLE}》有效。", APART[::-1]),
    (f"《{TITLE}》](甲)（乙）{NUMBER}文件规定", APART),
]


def _read(text: str) -> Cited:
    return [(citation.title, [str(number.value) for number in citation.numbers]) for citation in find_citations(text)]


@pytest.mark.parametrize(("text", "cited"), CASES)
def test_a_number_beside_a_title(text: str, cited: Cited) -> None:
    assert _read(text) == cited


def test_every_alternative_is_witnessed() -> None:
    assert survivors(beside, CASES, _read) == []


def test_a_list_of_lines_pairs_each_number_with_its_own_title() -> None:
    after = "《甲办法》\n国发〔2007〕19号\n《乙办法》\n国发〔2008〕20号"
    assert [(c.title, len(c.numbers)) for c in find_citations(after)] == [("甲办法", 1), ("乙办法", 1)]
    before = "国发〔2007〕19号\n《甲办法》\n国发〔2008〕20号\n《乙办法》"
    assert all(not c.numbers for c in find_citations(before) if c.title)
