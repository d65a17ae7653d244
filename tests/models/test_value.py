"""The verbs that all value types share."""

from __future__ import annotations

import pytest

from egovkit.models.value import Value


def test_a_value_without_grammar_reads_nothing() -> None:
    with pytest.raises(NotImplementedError):
        Value.parse("x")
