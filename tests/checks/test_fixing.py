"""Mending: what has one right answer, once, and never another's words."""

from __future__ import annotations

import re
import shutil
import subprocess
from datetime import date
from itertools import pairwise
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
    "２０２３年９ 月２ ７日",
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
    found = check(text).findings
    assert all(0 <= finding.start <= finding.end <= len(text) for finding in found)
    # A rule finds a fault of one place once.
    assert len({(finding.start, finding.end, finding.code) for finding in found}) == len(found)


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


_FAULT = "按照国办发[2014]066号执行,抓紧"
_FIXED = "按照国办发〔2014〕66号执行，抓紧"
_PAIRS = [
    (pair[0], pair[1])
    for pair in ("“”", "‘’", "「」", "『』", "﹁﹂", "﹃﹄", "〝〞", "〝〟", "«»", "《》", "〈〉", '""', "＂＂")
]


@pytest.mark.parametrize("pair", _PAIRS, ids="".join)
def test_what_is_quoted_stays_in_any_marks(pair: tuple[str, str]) -> None:
    left, right = pair
    quoted = [
        f"{left}{_FAULT}{right}",
        f"{left}{_FAULT * 30}{right}",
        f"{left}第一段，{_FAULT}。\n第二段，{_FAULT}。{right}",
        f"{left}第一段，{_FAULT}。\n第二段，{_FAULT}。\n{'某' * 300}。\n第四段，{_FAULT}。{right}",
    ]
    if left != right:
        quoted += [
            f"{left}甲{left}{_FAULT}{right}{_FAULT}{right}",
            f"{left}{_FAULT}{left}乙{right}{_FAULT}{left}丙{right}{_FAULT}{right}",
            f"{left}甲{left}乙{left}丙{right}{_FAULT}{right}{_FAULT}{right}",
        ]
    for one in quoted:
        mended = fix(f"{_FAULT}，{one}，{_FAULT}", on=DAY).text
        assert one in mended
        # Of marks whose sides are one nobody knows, over lines, which is which.
        assert mended == f"{_FIXED}，{one}，{_FIXED}" or (left == right and "\n" in one)


@pytest.mark.parametrize("pair", _PAIRS, ids="".join)
def test_a_half_of_marks_protects_its_own_paragraph(pair: tuple[str, str]) -> None:
    left, right = pair
    around = f"{_FAULT}。\n{{}}\n{_FAULT}。"
    mended = f"{_FIXED}。\n{{}}\n{_FIXED}。"
    # What may have opened in the same paragraph is protected as well.
    assert fix(around.format(f"甲{left}{_FAULT}"), on=DAY).text == mended.format(f"甲{left}{_FAULT}")
    if right != "’":
        assert fix(around.format(f"{_FAULT}{right}甲"), on=DAY).text == mended.format(f"{_FAULT}{right}甲")


def test_an_article_that_a_decision_quotes_stays() -> None:
    article = f"“第三条　{_FAULT}。\n“前款规定的，{_FAULT}。\n“（一）{_FAULT}；\n“（二）{_FAULT}。”"
    text = f"将第三条修改为：{article}\n删去第四条，{_FAULT}。"
    assert fix(text, on=DAY).text == f"将第三条修改为：{article}\n删去第四条，{_FIXED}。"


def test_an_apostrophe_closes_nothing() -> None:
    assert fix(f"依照 it’s 的说法，{_FAULT}", on=DAY).text == f"依照 it’s 的说法，{_FIXED}"


@settings(max_examples=500)
@given(st.lists(st.sampled_from([*"".join(map("".join, _PAIRS)), "\n", "甲"]), max_size=40).map("".join))
def test_zones_are_in_order_and_apart(text: str) -> None:
    zones = protected(text)
    assert all(zone.start < zone.end <= len(text) for zone in zones)
    assert all(one.end < other.start for one, other in pairwise(zones))
    # Every mark stands in one, but for an apostrophe that closes nothing, and a pair that is turned round.
    for at, mark in enumerate(text):
        if mark not in "\n甲’" and not touches(zones, at, at + 1):
            line = text[text.rfind("\n", 0, at) + 1 :].partition("\n")[0]
            left, right = next(pair for pair in _PAIRS if mark in pair)
            right = right.replace("〟", "〞")
            assert re.sub(f"[^{left}{right}]", "", line.replace("〟", "〞")) == right + left


@pytest.mark.parametrize("length", [2, 3, 64, 65, 1000])
def test_a_run_of_a_word_is_mended_to_its_end(length: int) -> None:
    fixed = fix("请各区县认真落实有关部门的" + "的" * length + "要求。", on=DAY)
    assert fix(fixed.text, on=DAY).plan == ()


def _terms(*pairs: tuple[str, str]) -> Profile:
    return Profile(terms=tuple({"wrong": wrong, "right": right} for wrong, right in pairs))  # type: ignore[misc]


@pytest.mark.parametrize(
    "profile", [_terms(("抓紧", "加紧"), ("加紧", "抓紧")), _terms(("抓紧", "抓紧抓紧")), _terms(("紧", "抓紧"))]
)
def test_what_comes_to_no_end_is_not_begun(profile: Profile) -> None:
    text = f"{_FAULT}落实。"
    fixed = fix(text, on=DAY, profile=profile)
    assert fixed.text == f"{_FIXED}落实。"
    assert fix(fixed.text, on=DAY, profile=profile).plan == ()


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


def test_two_faults_of_what_an_edit_wrote_are_mended_with_it() -> None:
    # The first pass takes the blank out of 9 月 and writes all of the date; the second both of its numerals.
    text = "> 自２０２３年９ 月２ ７日\n起执行,由各县办理。"
    fixed = fix(text, on=DAY)
    assert fixed.text.startswith("> 自2023年9月")
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
