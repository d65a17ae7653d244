"""The names of laws are those that the register gives."""

from __future__ import annotations

import pytest

from scripts import law_names


def test_the_table_is_what_the_register_gives() -> None:
    assert law_names.TABLE.read_bytes().decode("utf-8") == law_names.made()
    assert law_names.main([]) == 0


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("刑法", True),
        ("民法典", True),
        ("民法通则", True),
        ("红十字标志使用办法", False),
        ("全国人民代表大会常务委员会关于批准某法", False),
        ("政府信息公开条例", False),
    ],
)
def test_which_titles_are_names_of_laws(title: str, named: bool) -> None:
    assert bool(law_names._LAW.match(title)) is named
