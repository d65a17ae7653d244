"""GW918: blanks inside a sentence (句中空格)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from egovkit.checks.rule import Hit, custom
from egovkit.checks.subject import Subject
from egovkit.checks.words import HAN
from egovkit.checks.zones import touches

_BLANK: Final = re.compile(rf"\u3000(?<=[{HAN}，、；：]\u3000)(?=[{HAN}])")
# Before the blank the sentence has begun: a marker, a heading, a label or a name is shorter.
_BEGUN: Final = re.compile(r"[^\n\u3000 。！？；：|\t]{24}\Z")
_GOES_ON: Final = re.compile(r"[^\n\u3000|\t]{6,200}?[。；！？]")


@custom(
    "GW918",
    "blank-in-sentence",
    "句中空格",
    clause="custom: Chinese words follow one another without blanks",
    needs=("\u3000",),
)
def blank_in_sentence(subject: Subject) -> Iterator[Hit]:
    """No ideographic blank is in the middle of a sentence.

    Why: it is left from a line that was joined or a word that was taken out. Names of two characters, headings, labels and
    rows of a table part their words by one; judged is what stands well inside a sentence.
    """
    text = subject.text
    for found in _BLANK.finditer(text):
        start, end = found.span()
        begun = _BEGUN.match(text, start - 24, start) if start >= 24 else None
        if begun is not None and _GOES_ON.match(text, end) and not touches(subject.zones, start, end):
            yield Hit(start, end, "句中不留空格", "no blank is inside a sentence", replacement="")
