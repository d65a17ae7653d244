"""Which lines name publications, word by word: their points and brackets follow a standard of their own."""

from __future__ import annotations

import pytest

from egovkit.checks import bibliography
from egovkit.checks.bibliography import names_publications, publications
from tests.witness import survivors

# A text, and the lines in it that name publications.
CASES = {
    "参考文献\n张某.某书.2014": ["参考文献", "张某.某书.2014"],
    "参考文献：\n张某.某书.2014": ["参考文献：", "张某.某书.2014"],
    "主要参考资料\n张某.某书.2014": ["主要参考资料", "张某.某书.2014"],
    "五、参考文献\n张某.某书.2014\n六、附则\n第一次.": ["五、参考文献", "张某.某书.2014"],
    "参考文献\n张某.某书\n第三章 附则": ["参考文献", "张某.某书"],
    "参考文献\n张某.某书\n附件1": ["参考文献", "张某.某书"],
    "参考文献\n张某.某书\n# 附则": ["参考文献", "张某.某书"],
    "[1]张某.某书[M].某社,2014.\n某事.": ["[1]张某.某书[M].某社,2014."],
    "[1]张某.某文[EB/OL].2014.\n某事.": ["[1]张某.某文[EB/OL].2014."],
    "供参考文书使用.\n张某": [],
    "参考资料另发.\n张某": [],
}


def _read(text: str) -> tuple[bool, list[str]]:
    lines, at = [], 0
    for line in text.split("\n"):
        lines.append((at, at + len(line)))
        at += len(line) + 1
    return names_publications(text), [text[zone.start : zone.end] for zone in publications(text, lines)]


@pytest.mark.parametrize("text", CASES)
def test_which_lines_name_publications(text: str) -> None:
    assert _read(text)[1] == CASES[text]


def test_what_names_none_is_passed_over() -> None:
    # To part the lines of a text costs more than to ask.
    for text, lines in CASES.items():
        assert _read(text)[0] or not lines


def test_every_word_decides_a_line() -> None:
    assert survivors(bibliography, [(text, _read(text)) for text in CASES], _read) == []
