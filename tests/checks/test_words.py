"""Every word in a rule's patterns and lists decides an example: deleted, the rule finds something else there, or nothing.

A rule's own cases come first. What they leave open has its examples in `words`, a file for each room of rules: the code, a
text (⏎ begins a line), and what is found in it, in order (parted by ⏎; nothing where the word keeps the rule silent).
"""

from __future__ import annotations

from collections import defaultdict
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import pytest

from egovkit.checks import check
from egovkit.checks import rules as checks_rules
from egovkit.checks.cases import Case, cases_of
from egovkit.checks.rule import rules
from tests.witness import forget_texts, survivors

WORDS = Path(__file__).parent / "words"
RULES = Path(checks_rules.__file__).parent


class Example(NamedTuple):
    """A text, and what the rule of a code finds in it."""

    code: str
    text: str
    found: tuple[str, ...]


def rooms() -> dict[str, list[str]]:
    """Return the modules of rules, by band and name, with the codes of each; one without rules serves its band."""
    found: dict[str, list[str]] = defaultdict(list)
    bands: dict[str, list[str]] = defaultdict(list)
    for rule in rules():
        module = rule.check.__module__.split(".rules.")[1]
        found[module].append(rule.code)
        bands[module.partition(".")[0]].append(rule.code)
    modules = (path.relative_to(RULES).with_suffix("").parts for path in RULES.glob("gw*/[!_]*.py"))
    return {f"{band}.{name}": found.get(f"{band}.{name}", bands[band]) for band, name in modules}


ROOMS = rooms()


def examples(room: str) -> list[Example]:
    path = WORDS / f"{room}.tsv"
    if not path.is_file():
        return []
    header, *lines = path.read_text(encoding="utf-8").splitlines()
    assert header == "code\texample\tfound"
    rows = [line.split("\t") for line in lines]
    return [
        Example(code, text.replace("⏎", "\n"), tuple(found.split("⏎")) if found else ()) for code, text, found in rows
    ]


def module_of(room: str) -> ModuleType:
    return import_module(f"egovkit.checks.rules.{room}")


def test_every_file_belongs_to_a_room() -> None:
    assert {path.stem for path in WORDS.glob("*.tsv")} <= set(ROOMS)


@pytest.mark.parametrize("room", sorted(ROOMS))
def test_every_example_is_found_as_it_says(room: str) -> None:
    said = examples(room)
    assert {example.code for example in said} <= set(ROOMS[room])
    assert len(set(said)) == len(said)
    found = [
        Example(code, text, tuple(text[finding.start : finding.end] for finding in check(text, rules=[code])))
        for code, text, _ in said
    ]
    assert found == said


@pytest.mark.witness
@pytest.mark.parametrize("room", sorted(ROOMS))
def test_every_word_decides_an_example(room: str) -> None:
    given: dict[str, list[Case]] = defaultdict(list)
    for code in ROOMS[room]:
        for case in cases_of(code):
            given[case.text].append(case)
    for code, text, found in examples(room):
        given[text].append(Case(code, text, found, None, None))

    def read(text: str) -> list[list[tuple[int, int, str]]]:
        return [
            [
                (finding.start, finding.end, str(finding.edit))
                for finding in check(case.text, rules=[case.code], on=case.on, layout=case.layout)
            ]
            for case in given[text]
        ]

    assert survivors(module_of(room), [(text, read(text)) for text in given], read, lists=True) == []


@pytest.mark.witness
@pytest.mark.parametrize("code", [rule.code for rule in rules() if rule.kinds])
def test_every_kind_of_a_rule_decides_an_example(code: str) -> None:
    (rule,) = (rule for rule in rules() if rule.code == code)
    room = rule.check.__module__.split(".rules.")[1]
    texts = [*(case.text for case in cases_of(code)), *(text for one, text, _ in examples(room) if one == code)]

    def found() -> list[list[tuple[int, int]]]:
        forget_texts()
        return [[(finding.start, finding.end) for finding in check(text, rules=[code])] for text in texts]

    kinds, before = rule.kinds, found()
    try:
        for kind in kinds:
            object.__setattr__(rule, "kinds", kinds - {kind})
            assert found() != before, kind
    finally:
        object.__setattr__(rule, "kinds", kinds)
        forget_texts()
