"""What holds of every rule: its registry entry, its docstring, and that its examples are of it alone."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from egovkit import checks
from egovkit.checks import Severity, Strength, check
from egovkit.checks import checking as engine
from egovkit.checks.cases import cases_of
from egovkit.checks.rule import Rule, rule_named, rules
from egovkit.checks.rules import MODULES, module_of
from egovkit.errors import UnknownTerm

RULES = rules()
BAND_NAMES = "1: head, 2: numbers, 3: titles, body and closing, 4: imprint, 5: citations, 6: dates, 7: layout, 9: marks and words"


def by_code(rule: Rule) -> str:
    return rule.code


def test_codes_are_unique_and_in_order() -> None:
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))
    assert len(codes) >= 65
    assert all(re.fullmatch("GW[1-79][0-9]{2}", code) for code in codes), BAND_NAMES
    names = [rule.name for rule in RULES]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("rule", RULES, ids=by_code)
def test_a_rule_is_found_from_its_code(rule: Rule) -> None:
    assert rule.check.__module__ == module_of(rule.code)
    assert f".gw{rule.code[2]}_" in rule.check.__module__


def test_a_module_holds_the_codes_up_to_the_next_in_order() -> None:
    assert list(MODULES) == sorted(MODULES)
    firsts = {rule.check.__module__: rule.code for rule in reversed(RULES)}
    assert {f"egovkit.checks.rules.{module}": first for first, module in MODULES} == firsts
    for module in firsts:
        lines = [
            rule.check.__code__.co_firstlineno
            for rule in RULES
            if rule.check.__module__ == module and hasattr(rule.check, "__code__")
        ]
        assert lines == sorted(lines)


@pytest.mark.parametrize("rule", RULES, ids=by_code)
def test_registry_entry(rule: Rule) -> None:
    assert rule.name == rule.name.lower()
    assert " " not in rule.name
    assert rule.title
    assert not rule.title.isascii()
    assert re.search("GB|art\\.|custom|第.+条", rule.clause), "a clause, or a custom that is called one"
    if rule.strength is Strength.CONVENTION:
        assert rule.severity is Severity.INFO
    if rule.severity is Severity.ERROR:
        assert rule.strength is Strength.MUST
    assert rule.since is None or rule.until is None or rule.since < rule.until


@pytest.mark.parametrize("rule", RULES, ids=by_code)
def test_docstring(rule: Rule) -> None:
    first = rule.doc.splitlines()[0]
    assert first.endswith(".")
    assert len(first) > 15
    assert "\nWhy: " in rule.doc
    assert "Bad:" not in rule.doc
    assert rule.bad
    assert rule.good


@pytest.mark.parametrize("rule", RULES, ids=by_code)
def test_bad_raises_this_rule_alone_and_good_none(rule: Rule) -> None:
    mine = cases_of(rule.code)
    bad = next(case for case in mine if case.found)
    good = next(case for case in mine if not case.found)
    assert set(check(rule.bad, layout=bad.layout).codes) == {rule.code}
    assert not check(rule.good, layout=good.layout)


def test_every_case_file_has_a_rule() -> None:
    files = sorted(Path(checks.__path__[0]).glob("rules/*/cases/*.toml"))
    homes = [f"egovkit.checks.rules.{path.parts[-3]}.{path.stem}" for path in files]
    assert homes == [f"{rule.check.__module__.rpartition('.')[0]}.{rule.code}" for rule in RULES]


def test_the_order_of_rules_does_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "\n".join(rule.bad for rule in RULES)
    expected = check(text).findings
    shuffled = list(RULES)
    random.Random(1).shuffle(shuffled)  # noqa: S311
    monkeypatch.setattr(engine, "selected", lambda _codes: tuple(shuffled))
    assert check(text).findings == expected


@pytest.mark.parametrize("rule", RULES, ids=by_code)
def test_a_finding_lies_in_the_text_and_explains_itself(rule: Rule) -> None:
    text = rule.bad
    layout = next(case for case in cases_of(rule.code) if case.found).layout
    for finding in check(text, layout=layout):
        assert 0 <= finding.start <= finding.end <= len(text)
        assert finding.message
        assert not finding.message.isascii()
        assert finding.message_en
        assert finding.message != finding.message_en
        assert finding.clause == rule.clause
        if finding.edit is not None:
            assert finding.suggestion is not None
            assert finding.edit.apply(text) != text


def test_bands_are_chosen_by_their_beginning() -> None:
    assert {rule.code for rule in engine.selected(["GW2", "GW901"])} == {
        rule.code for rule in RULES if rule.code.startswith("GW2")
    } | {"GW901"}
    with pytest.raises(UnknownTerm):
        engine.selected(["GW8"])
    with pytest.raises(UnknownTerm):
        rule_named("GW000")
