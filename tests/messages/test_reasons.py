"""Every rule says in Chinese what it asks for and why, and the table holds no other."""

from __future__ import annotations

import re

import pytest

from egovkit.checks.rule import Rule, rules
from egovkit.messages.reasons import reasons

# Years, numbers of documents and standards, measures.
_QUOTED = re.compile(r"\d+(?:\.\d+)*")


def test_every_rule_has_its_reason_and_the_rows_are_in_order() -> None:
    assert list(reasons()) == [rule.code for rule in rules()]


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_a_reason_is_a_plain_sentence(rule: Rule) -> None:
    reason = reasons()[rule.code]
    for part in reason:
        assert re.search("[\u4e00-\u9fff]", part)
        assert part.endswith(("。", "。”", "……）。"))
        # No half-width mark beside Chinese but where the rule is about it; nobody is told what he must.
        assert not re.search("[\u4e00-\u9fff][,;:?!(]|[,;!)][\u4e00-\u9fff]", part) or "半角" in part
        assert not re.search("必须|错误！|非法|您|你", part)
    assert rule.doc_zh == f"{reason.what}\n\n理由：{reason.why}"


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_the_figures_of_the_english_are_those_of_the_chinese(rule: Rule) -> None:
    english, chinese = (set(_QUOTED.findall(text)) for text in (rule.doc, rule.doc_zh))
    # 16 points are 三号, a quarter 四分之一: a short figure of the English may be a word of the Chinese, never another figure.
    invented = {figure for figure in chinese - english if len(figure) > 2}
    assert invented == set()
