"""Every case file: what a rule finds and what it does not, in words that anybody can extend."""

from __future__ import annotations

import pytest

from egovkit.checks import check, fix
from egovkit.checks.cases import Case, cases_of
from egovkit.checks.rule import Rule, rules

ALL = [case for rule in rules() for case in cases_of(rule.code)]


def name_of(case: Case) -> str:
    return f"{case.code}-{case.text.splitlines()[-1][:16]}"


@pytest.mark.parametrize("case", ALL, ids=map(name_of, ALL))
def test_case(case: Case) -> None:
    findings = list(check(case.text, rules=[case.code], on=case.on, layout=case.layout))
    assert [case.text[finding.start : finding.end] for finding in findings] == list(case.found)
    assert all(finding.code == case.code for finding in findings)
    fixed = fix(case.text, rules=[case.code], on=case.on)
    if case.fixed is not None:
        assert fixed.text == case.fixed
        assert not any(finding.edit for finding in check(fixed.text, rules=[case.code], on=case.on))
    elif not any(finding.edit for finding in findings):
        assert fixed.text == case.text


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_lines_of_windows_are_judged_and_mended_like_others(rule: Rule) -> None:
    for case in cases_of(rule.code):
        # A fault at the end of the text is one at the end of a line, too.
        for text in (case.text, f"{case.text}\n另行通知。\n"):
            if "\n" not in text or "\r" in text or case.layout is not None:
                continue
            windows = text.replace("\n", "\r\n")
            found, others = (check(each, rules=[case.code], on=case.on) for each in (text, windows))
            surfaces = [text[finding.start : finding.end].replace("\n", "\r\n") for finding in found]
            assert [windows[finding.start : finding.end] for finding in others] == surfaces
            mended, alike = (fix(each, rules=[case.code], on=case.on).text for each in (text, windows))
            assert alike == mended.replace("\n", "\r\n")


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_a_rule_has_cases_of_both_sides(rule: Rule) -> None:
    mine = cases_of(rule.code)
    assert any(case.found for case in mine)
    assert any(not case.found for case in mine)
    assert len(set(mine)) == len(mine)


@pytest.mark.parametrize("code", ["GW000", "GW210a", "GW999", "../GW201"])
def test_a_code_without_rule_has_no_cases(code: str) -> None:
    with pytest.raises(LookupError):
        cases_of(code)
