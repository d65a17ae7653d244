"""Mending: what has one right answer, once, and never another's words."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from egovkit.checks import Edit, Profile, StaleText, check, fix
from egovkit.checks.cases import cases_of
from egovkit.checks.rule import Rule, rules
from egovkit.checks.zones import protected, touches

DAY = date(2020, 6, 1)
FRAGMENTS = sorted(
    {line for rule in rules() for case in cases_of(rule.code) for line in case.text.splitlines() if len(line) < 60}
)
MARKS = [
    *'，。；：、,;:.?!()（）“”‘’《》〈〉<>"…-—~～〔〕[]0１Ａ%万年月日号第 \n\u200b\x07',
    "国办发",
    "二○一四年，",
    "2014年",
]


def soups() -> st.SearchStrategy[str]:
    """Faulty lines and stray marks in any order."""
    return st.lists(st.sampled_from(FRAGMENTS) | st.sampled_from(MARKS), max_size=12).map("".join)


@settings(max_examples=300)
@given(soups())
def test_fixing_is_idempotent_and_leaves_nothing_to_mend(text: str) -> None:
    fixed = fix(text, on=DAY)
    assert [finding for finding in check(fixed.text, on=DAY) if finding.edit is not None] == []
    assert fix(fixed.text, on=DAY).text == fixed.text


@settings(max_examples=200)
@given(soups())
def test_quotations_and_titles_stay_as_they_are(text: str) -> None:
    fixed = fix(text, on=DAY)
    zones = [text[zone.start : zone.end] for zone in protected(text)]
    at = 0
    for zone in zones:
        at = fixed.text.index(zone, at) + len(zone)
    assert not any(touches(protected(text), planned.edit.start, planned.edit.end) for planned in fixed.plan)


@settings(max_examples=150)
@given(soups())
def test_a_plan_is_in_order_explains_itself_and_replays(text: str) -> None:
    fixed = fix(text, on=DAY)
    assert fixed.apply(text) == fixed.text
    ends = [0, *(planned.edit.end for planned in fixed.plan)]
    assert all(planned.edit.start >= end for planned, end in zip(fixed.plan, ends, strict=False))
    assert all(planned.message and planned.code.startswith("GW") for planned in fixed.plan)
    assert bool(fixed.plan) == (fixed.text != text)
    with pytest.raises(StaleText):
        fixed.apply(text + "。")


@settings(max_examples=150)
@given(st.text(max_size=60) | soups())
def test_any_text_is_checked(text: str) -> None:
    for finding in check(text):
        assert 0 <= finding.start <= finding.end <= len(text)


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_a_fixed_example_has_no_finding_that_had_an_edit(rule: Rule) -> None:
    text = rule.bad
    had = {finding.code for finding in check(text) if finding.edit}
    left = check(fix(text).text).codes
    assert not had & set(left)


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_an_example_in_a_quotation_or_title_is_not_mended(rule: Rule) -> None:
    lines = [line for line in rule.bad.splitlines() if not set(line) & set('“”《》"〈〉')]
    for line in lines:
        for left, right in ("“”", "《》", "「」"):
            quoted = f"{left}{line}{right}"
            assert fix(quoted, on=DAY).text == quoted


def test_the_diff_shows_both_sides() -> None:
    assert fix("按照国办发[2014]66号执行。\n", on=DAY).diff("a.txt").splitlines() == [
        "--- a/a.txt",
        "+++ b/a.txt",
        "@@ -1 +1 @@",
        "-按照国办发[2014]66号执行。",
        "+按照国办发〔2014〕66号执行。",
    ]


def test_a_clean_text_has_an_empty_plan() -> None:
    fixed = fix("请认真执行。")
    assert (fixed.text, fixed.plan, fixed.diff()) == ("请认真执行。", (), "")
    assert len(fixed.digest) == 64


def test_a_fault_that_another_hid_is_mended_with_it() -> None:
    text = "总体要求,\u200b“一网通办”。共有１\u200b２个。"
    fixed = fix(text, on=DAY)
    assert fixed.text == "总体要求，“一网通办”。共有12个。"
    assert fixed.apply(text) == fixed.text


def test_only_the_chosen_rules_mend() -> None:
    text = "按照国办发[2014]066号执行。"
    assert fix(text, rules=["GW204"], on=DAY).text == "按照国办发[2014]66号执行。"
    assert fix(text, profile=Profile(off=frozenset({"GW201"})), on=DAY).text == "按照国办发[2014]66号执行。"


def test_of_edits_that_overlap_the_longest_is_made() -> None:
    # The date is rewritten whole; the wrong zero in it is not mended by itself.
    text = "某市人民政府关于办好某项工作的通知\n各区人民政府：\n请认真执行。\n某市人民政府\n二○一四年十一月六日"
    fixed = fix(text)
    assert [planned.code for planned in fixed.plan] == ["GW601"]
    assert fixed.text.endswith("\n2014年11月6日")


def test_an_edit_is_applied_to_its_range() -> None:
    assert Edit(0, 0, "甲").apply("乙") == "甲乙"


@pytest.mark.parametrize(
    "text",
    [
        "按照国办发[2014]66号执行。",
        "甲\n按照国办发[2014]66号执行。\r\n乙\n",
        "按照国办发[2014]66号执行。\u2028乙\n",
    ],
)
def test_a_diff_can_be_applied(text: str, tmp_path: Path) -> None:
    git = shutil.which("git")
    if git is None:
        pytest.skip("git is not installed")
    target, patch = tmp_path / "a.txt", tmp_path / "a.patch"
    fixed = fix(text, on=DAY)
    target.write_bytes(text.encode())
    patch.write_bytes(fixed.diff("a.txt").encode())
    subprocess.run([git, "apply", patch.name], cwd=tmp_path, check=True)
    assert target.read_bytes().decode() == fixed.text
