"""TOML of others: read as it is, with keys of few parts."""

from __future__ import annotations

import pytest

from egovkit.text.limits import MAX_KEY_PARTS
from egovkit.text.toml import toml_of


@pytest.mark.parametrize("part", ["a", '"b c"', "'.'", "a-1 ", "汉", r'"\""', r'"\\"'])
def test_a_key_of_too_many_parts_is_refused(part: str) -> None:
    longest = ".".join([part] * MAX_KEY_PARTS)
    quoted = '"汉"' if part == "汉" else part
    assert toml_of(".".join([quoted] * MAX_KEY_PARTS) + "=1") is not None
    for text in (f"{longest}.{part}=1", f"[{longest}.{part}]", f"x={{{longest}.{part}=1}}"):
        with pytest.raises(ValueError, match="parts"):
            toml_of(text)


def test_words_and_figures_without_end_are_passed_over_once() -> None:
    word = "a" * 300_000
    quotes = '\\"' * 150_000
    assert toml_of(f'x = "{quotes}"') == {"x": '"' * 150_000}
    assert toml_of(f'x = "{word}" # {word}\ny = 1.5 # {"1.5 " * 1000}') == {"x": word, "y": 1.5}
