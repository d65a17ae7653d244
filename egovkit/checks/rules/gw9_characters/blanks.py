"""GW918 and GW919: blanks inside a sentence, and beside a mark that opens or closes (句中空格)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from egovkit.checks.rule import Hit, custom
from egovkit.checks.subject import Subject
from egovkit.checks.words import HAN
from egovkit.checks.zones import touches
from egovkit.text.patterns import LatePattern

_BLANK: Final = LatePattern(rf"\u3000(?<=[{HAN}，、；：]\u3000)(?=[{HAN}])")
# Before the blank the sentence has begun: a marker, a heading, a label or a name is shorter.
_BEGUN: Final = LatePattern(r"[^\n\u3000 。！？；：|\t]{24}\Z")
_GOES_ON: Final = LatePattern(r"[^\n\u3000|\t]{6,200}?[。；！？]")


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


_FORM: Final = "年月日号元盖签章名章　 "
_BESIDE: Final = {
    blank: LatePattern(
        f"{blank}(?:(?<=[“‘「『《（].)(?=[{HAN}]{{2}})(?![{_FORM}])|(?<=[{HAN}]{{2}}.)(?=[”’」』》）])(?<![{_FORM}].))"
    )
    for blank in " \u3000\xa0"
}


@custom(
    "GW919",
    "blank-beside-mark",
    "引号括号内侧空格",
    clause="custom: a mark that opens or closes is beside what it holds",
    needs=("“‘「『《（”’」』》）", " \u3000\xa0"),
)
def blank_beside_mark(subject: Subject) -> Iterator[Hit]:
    """No blank follows a mark that opens, and none is before one that closes.

    Why: it is left from a line that was joined, and a search for what is quoted fails on it. A form leaves room inside its
    brackets for what is to be filled in, and is not judged; nor is a text whose marks a reader of pdf displaced.
    """
    for blank, pattern in _BESIDE.items():
        for found in pattern.finditer(subject.text) if subject.holds(blank) else ():
            if subject.displaced:
                return
            yield Hit(
                *found.span(), "引号、括号、书名号内侧不留空格", "no blank is beside the mark inside", replacement=""
            )
