"""Faults planted into documents without one are found, and nothing else is."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings

from egovkit.checks import check
from egovkit.checks.cases import cases_of
from egovkit.checks.rule import Rule, rules
from egovkit.strategies.checks import Planted, clean_documents, plant, planted_faults

TRIES = 20


@settings(max_examples=150)
@given(clean_documents())
def test_a_document_without_faults_raises_nothing(text: str) -> None:
    report = check(text)
    assert report.official
    assert list(report) == []


@settings(max_examples=150)
@given(planted_faults())
def test_a_planted_fault_raises_exactly_it(planted: Planted) -> None:
    assert set(check(planted.text).codes) == {planted.code}
    assert not check(planted.clean)


@pytest.mark.parametrize("rule", [rule for rule in rules() if not rule.judges_layout], ids=lambda rule: rule.code)
def test_each_fault_is_found_in_95_of_100_documents(rule: Rule) -> None:
    """The faulty texts of the rule's cases, each among other sentences."""
    passages = [case.text for case in cases_of(rule.code) if case.found and case.on is None]
    planted = [plant(passage, Random(seed)) for passage in passages for seed in range(TRIES)]  # noqa: S311
    found = sum(rule.code in check(text).codes for text in planted)
    assert found >= 0.95 * len(planted)
