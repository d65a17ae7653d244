"""The words of titles are those that the register gives."""

from __future__ import annotations

import pytest

from egovkit.data import rows
from scripts import title_words


def test_the_table_is_what_the_register_gives() -> None:
    assert [row["word"] for row in rows("title_words")] == title_words.words()
    assert title_words.main([]) == 0


@pytest.mark.parametrize("word", ["政务服务", "进一步", "人工智能", "改革", "知识产权", "意见"])
def test_words_are_in_it(word: str) -> None:
    assert word in title_words.words()


@pytest.mark.parametrize("word", ["业发展", "区建设", "关于", "的通知", "务服"])
def test_halves_of_words_are_not(word: str) -> None:
    assert word not in title_words.words()
