"""The patterns that values give a JSON schema take every form, and each alternative in them is there for one."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from egovkit.models.issuance import IssuanceNumber
from egovkit.models.secrecy import Secrecy
from egovkit.models.value import Value
from tests.witness import HAN, alternations

CASES: dict[type[Value], tuple[str, ...]] = {
    IssuanceNumber: (
        "国发〔2016〕51号",
        "国发2016第51号",
        "国发199651号",
        "财税2016年36号",
        "国务院令711号",
        "财政部公告8号",
        "财政部通告8号",
        "财政部8号令",
        "财政部8号公告",
        "财政部8号通告",
        "2020年第8号",
        "公告〔十四届〕第3号",
        "财政部公告2020年第8号",
    ),
    Secrecy: ("绝密", "机密★1年", "秘密★6个月", "机密★长期", "绝密★10年"),
}
PATTERNS = [(kind, name) for kind in CASES for name in ("pattern", "taken")]


def _fit(pattern: str, texts: list[str]) -> list[bool]:
    return [re.search(pattern, text) is not None for text in texts]


def _texts(kind: type[Value], name: str) -> list[str]:
    """Return what the pattern has to take: prints, or the canonical strings that are dumped."""
    return [str(kind.parse(text)) if name == "pattern" else text for text in CASES[kind]]


def _shortened(pattern: str) -> Iterator[tuple[str, str]]:
    """Yield each alternative of a pattern with what is left without it."""
    for branches in alternations(pattern):
        for start, end in branches:
            if HAN.search(word := pattern[start:end]):
                kept = "|".join(pattern[a:b] for a, b in branches if (a, b) != (start, end))
                yield word, pattern[: branches[0][0]] + kept + pattern[branches[-1][1] :]


@pytest.mark.parametrize(("kind", "name"), PATTERNS)
def test_a_pattern_takes_every_form(kind: type[Value], name: str) -> None:
    assert all(_fit(getattr(kind, name), _texts(kind, name)))


@pytest.mark.parametrize(("kind", "name"), PATTERNS)
def test_every_alternative_is_there_for_a_form(kind: type[Value], name: str) -> None:
    texts = _texts(kind, name)
    assert [word for word, left in _shortened(getattr(kind, name)) if all(_fit(left, texts))] == []
