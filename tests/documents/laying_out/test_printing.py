"""What a document says line by line takes work that grows with its text: counted in the characters looked at."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, Final, cast

import pytest

from egovkit.documents.document import PolicyDocument
from egovkit.documents.laying_out.printing import block_lines


class Counted(str):  # noqa: SLOT000  # it holds a count
    """A text that counts how many of its characters are looked at."""

    looked_at = 0

    def __getitem__(self, key: Any) -> str:
        found = super().__getitem__(key)
        self.looked_at += len(found)
        return found

    def rfind(self, sub: str, start: Any = None, end: Any = None) -> int:
        at = super().rfind(sub, start, end)
        self.looked_at += end - max(at, start)
        return at


FAMILIES: Final = {
    "organs in one line": "财政部 " * 400,
    "cells in one line": "财政部\t" * 400,
    "rows that begin with empty cells": "\t\t财政部\n" * 400,
    "rows of two": "关于防火的通知\n" + "甲\t乙\n\t丙\n" * 200,
}


@pytest.mark.parametrize("family", FAMILIES)
def test_each_character_is_looked_at_a_few_times(family: str) -> None:
    document = PolicyDocument.parse(FAMILIES[family])
    text = Counted(document.text)
    lines = list(block_lines(cast("PolicyDocument", SimpleNamespace(text=text)), document.blocks))
    assert lines == list(block_lines(document, document.blocks))
    assert text.looked_at <= 4 * len(text)
