from __future__ import annotations

import pytest

from scripts.tables import DATA, TABLES, canonical


@pytest.mark.parametrize("name", TABLES)
def test_a_shipped_table_is_in_canonical_form(name: str) -> None:
    text = (DATA / f"{name}.csv").read_bytes().decode("utf-8")
    assert canonical(name, text) == text


@pytest.mark.parametrize("name", TABLES)
def test_a_table_in_disorder_is_put_in_order(name: str) -> None:
    text = (DATA / f"{name}.csv").read_bytes().decode("utf-8")
    header, *lines = text.splitlines(keepends=True)
    assert canonical(name, header + "".join(reversed(lines)) + lines[0]) == text
