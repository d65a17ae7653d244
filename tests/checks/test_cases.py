"""Every case file: what a rule finds and what it does not, in words that anybody can extend."""

from __future__ import annotations

import pytest

from egovkit.checks import check, fix, rule_named

from .casefiles import CASES, Case, cases

ALL = list(cases())


def name_of(case: Case) -> str:
    return f"{case.code}-{case.text.splitlines()[-1][:16]}"


@pytest.mark.parametrize("case", ALL, ids=map(name_of, ALL))
def test_case(case: Case) -> None:
    findings = list(check(case.text, rules=[case.code], on=case.on))
    assert [case.text[finding.start : finding.end] for finding in findings] == case.found
    assert all(finding.code == case.code for finding in findings)
    fixed = fix(case.text, rules=[case.code], on=case.on)
    if case.fixed is not None:
        assert fixed.text == case.fixed
        assert not any(finding.edit for finding in check(fixed.text, rules=[case.code], on=case.on))
    elif not any(finding.edit for finding in findings):
        assert fixed.text == case.text


@pytest.mark.parametrize("path", sorted(CASES.glob("*.toml")), ids=lambda path: path.stem)
def test_a_case_file_has_both_sides(path: object) -> None:
    assert hasattr(path, "stem")
    mine = [case for case in ALL if case.code == path.stem]
    assert any(case.found for case in mine)
    assert any(not case.found for case in mine)
    assert rule_named(path.stem).title
