"""Titles whose marks are on lines of their own."""

from __future__ import annotations

import pytest

from egovkit.documents.draft import Draft
from egovkit.documents.head_reading.lone_marks import join_at_marks


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "关于转发某局《关于印发\n<\n防火办法>的通知》的通知\n各县：",
            ["关于转发某局《关于印发 < 防火办法>的通知》的通知", "各县："],
        ),
        # What is longer than a title is none.
        (f"关于转发某局《关于印发\n<\n{'防火' * 50}\n各县：", ["关于转发某局《关于印发", "<", "防火" * 50, "各县："]),
        ("各县请照办。\n<\n防火办法>的通知\n各县：", ["各县请照办。", "<", "防火办法>的通知", "各县："]),
    ],
)
def test_a_title_is_joined_at_its_marks(text: str, lines: list[str]) -> None:
    draft = Draft(text)
    join_at_marks(draft, 0)
    assert [line.text for line in draft.lines] == lines
