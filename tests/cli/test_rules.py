from __future__ import annotations

import pytest

from egovkit.checks.rule import rules, selected

from .conftest import Egovkit


def test_the_list_holds_every_rule(egovkit_command: Egovkit) -> None:
    shown = egovkit_command("rules").out
    assert f"Rules · {len(rules())}" in shown
    for rule in rules():
        assert rule.code in shown


@pytest.mark.parametrize("codes", [("GW2",), ("GW201", "GW33"), ("GW301",)])
def test_json_tells_the_chosen_ones(codes: tuple[str, ...], egovkit_command: Egovkit) -> None:
    told = egovkit_command("rules", *codes, "--json").json
    assert [rule["code"] for rule in told] == [rule.code for rule in selected(codes)]
    for rule, said in zip(selected(codes), told, strict=True):
        assert said["since"] == (None if rule.since is None else str(rule.since))
        assert said["reason"]
        assert rule.doc == said["reason"]
        assert "Bad:" not in said["reason"]


def test_one_rule_is_explained(egovkit_command: Egovkit) -> None:
    [rule] = selected("GW201")
    shown = egovkit_command("rules", "GW201").out
    for part in (rule.title, rule.clause, rule.strength, rule.bad, rule.good):
        assert part in shown


@pytest.mark.parametrize("code", ["nothing", "", "X"])
def test_an_unknown_code_is_said(code: str, egovkit_command: Egovkit) -> None:
    outcome = egovkit_command("rules", code)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == f"egovkit: {code!r} is not in the table of rules\n"
