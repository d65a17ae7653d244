from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from egovkit.errors import ParseError
from egovkit.models import secrecy
from egovkit.models.secrecy import Secrecy
from tests.witness import survivors

LEVELS = st.sampled_from(["绝密", "机密", "秘密"])


@given(LEVELS, st.one_of(st.none(), st.integers(1, 1200)))
def test_round_trip(level: str, term: int | None) -> None:
    secrecy = Secrecy(level=level, term=term)  # type: ignore[arg-type]  # drawn from the three
    assert Secrecy.parse(str(secrecy)) == secrecy


SURFACES = [
    ("机密 ★ 1 年", "机密★1年"),
    ("秘密★十二个月", "秘密★1年"),
    ("绝密☆长期", "绝密★长期"),
    ("秘　密", "秘密"),
    ("秘密★18个月", "秘密★18个月"),
    ("秘密★18月", "秘密★18个月"),
]


@pytest.mark.parametrize(("text", "canonical"), SURFACES)
def test_surfaces(text: str, canonical: str) -> None:
    assert str(Secrecy.parse(text)) == canonical


def _read(text: str) -> str:
    try:
        return str(Secrecy.parse(text))
    except ParseError:
        return "none"


def test_every_word_decides_a_mark() -> None:
    assert survivors(secrecy, SURFACES, _read) == []


@pytest.mark.parametrize("text", ["", "保密", "机密★0年", "机密1年", "机密★101年", "秘密★九九九九年"])
def test_what_is_no_mark(text: str) -> None:
    with pytest.raises(ParseError) as raised:
        Secrecy.parse(text)
    assert raised.value.code.startswith("secrecy.")


@pytest.mark.parametrize("parts", [{"term": 0}, {"term": -5}, {"term": 1201}, {"term": 12, "indefinite": True}])
def test_what_is_no_term(parts: dict[str, int]) -> None:
    with pytest.raises(ValidationError, match=r"secrecy\.term"):
        Secrecy.model_validate({"level": "机密", **parts})


def test_the_day_it_ends() -> None:
    assert Secrecy.parse("秘密★6个月").ends(date(2024, 8, 31)) == date(2025, 2, 28)
    assert Secrecy.parse("秘密").ends(date(2024, 8, 31)) is None
