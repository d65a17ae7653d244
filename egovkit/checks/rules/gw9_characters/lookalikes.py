"""GW941: letters that stand for digits (形近字母)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from egovkit.checks.rule import Hit, custom
from egovkit.checks.subject import Subject
from egovkit.text.patterns import LatePattern

_DIGITS: Final = str.maketrans("OolI", "0011")
# Found by the sign after the digits: a rare character that is looked back from.
_SIGNS: Final = (
    LatePattern(r"年(?<=[0-9OolI]{4}年)(?<![0-9A-Za-z][0-9OolI]{4}年)"),
    LatePattern(r"月(?<=[0-9OolI]月)(?=[0-9OolI]{1,2}日)"),
    LatePattern(r"日(?<=月[0-9OolI]{2}日)"),
    LatePattern(r"[〕\]］】](?<=[0-9OolI]{4}.)(?<=[〔\[［【]....[〕\]］】])"),
)
_BESIDE_DIGIT: Final = tuple(LatePattern(f"{letter}(?:(?<=[0-9]{letter})|(?=[0-9]))") for letter in "OolI")
_RUN: Final = LatePattern(r"(?<![0-9A-Za-z])[0-9OolI]{1,4}\Z")


@custom(
    "GW941",
    "letter-for-digit",
    "以字母代数字",
    clause="custom: digits are digits",
    needs=("OolI", "年月日〕]］】"),
)
def letter_for_digit(subject: Subject) -> Iterator[Hit]:
    """The year, month and day of a date or a number have digits, no letters that look like them: 2014, not 2O14.

    Why: they come from a scan, and no search and no program reads them as digits.
    """
    text = subject.text
    if not any(beside.search(text) for beside in _BESIDE_DIGIT):
        return
    for sign in _SIGNS:
        for found in sign.finditer(text):
            run = _RUN.search(text, max(0, found.start() - 5), found.start())
            digits = run[0].translate(_DIGITS) if run is not None else ""
            if run is None or digits == run[0] or not any(character.isdigit() for character in run[0]):
                continue
            if len(digits) == 4 and digits[:2] not in ("19", "20"):
                continue
            yield Hit(
                *run.span(), f"此处应为数字“{digits}”", f"letters stand for the digits {digits}", replacement=digits
            )
