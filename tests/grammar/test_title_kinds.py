from __future__ import annotations

import pytest

from egovkit.data import rows
from egovkit.grammar.titles import bare_title, ends_like_title, kind_of

# Each is the kind of the title that ends with it: who takes a row out of the table sees it here.
KINDS = """
决议 决定 命令 令 公报 公告 通告 意见 通知 通报 报告 请示 批复 议案 函 纪要 指示 布告
法 条例 规定 办法 细则 规则 规程 解释 准则 章程 修正案 通则 守则 制度 标准 安排
方案 规划 纲要 计划 要点 预案 措施 战略 指南 指引 规范 指导原则 原则 目录 清单 框架 名录 倡议书 公开信 公示
"""


@pytest.mark.parametrize("kind", KINDS.split())
def test_a_title_is_of_the_kind_that_it_ends_with(kind: str) -> None:
    assert kind_of(f"某县{kind}") == kind


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("国务院办公厅关于科技节水建议的复函", "函"),
        ("某县防火办法（试行）", "办法"),
        ("中华人民共和国刑法修正案（十一）", "修正案"),
        ("某某促进法（2018年修正）", "法"),
        ("国务院关于修改〈某某条例〉的决定", "决定"),
        ("国务院办公厅对某建议的答复", None),
        ("某产品注册技术审查指导原则", "指导原则"),
        ("某类项目用地审批原则", "原则"),
        ("《某某意见》解读", None),
        ("某市“十四五”规划（2021—2025年）", "规划"),
        ("关于印发某某实施方案的通知", "通知"),
    ],
)
def test_the_last_kind_word_of_a_title(title: str, kind: str | None) -> None:
    assert kind_of(title) == kind


def test_every_kind_of_the_table_is_found_and_has_a_source() -> None:
    table = rows("document_kinds")
    assert sorted(row["name"] for row in table) == sorted(KINDS.split())
    for row in table:
        assert row["source"]


def test_fifteen_kinds_are_official_today() -> None:
    official = [row["name"] for row in rows("document_kinds") if row["class"] == "official" and not row["valid_to"]]
    # 命令 and 令 are two ways to write one kind.
    assert len(set(official) - {"令"}) == 15


def test_titles_of_other_ends() -> None:
    assert ends_like_title("《某某意见》解读")
    assert not ends_like_title("现通知如下：")
    assert bare_title("甲（一）（试行）") == "甲"


def test_three_brackets_at_most_are_taken_off_a_title() -> None:
    assert bare_title("某办法（甲）（乙）（丙）") == "某办法"
    assert bare_title("某办法（甲）（乙）（丙）（丁）") == "某办法（甲）"
