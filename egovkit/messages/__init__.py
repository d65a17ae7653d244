"""What a person is told, in both languages (消息), and which of them is spoken (语言).

`catalogue.csv` holds every message by the code it goes with: the English one, as it is written where it is raised, and
the Chinese one. What a message fills in is in braces in both. Nothing here imports another room.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from functools import lru_cache
from typing import Final, Literal, NamedTuple

__all__ = ["Language", "Message", "Words", "catalogue", "chinese", "filled", "language", "said"]

Language = Literal["en", "zh"]

# As POSIX asks them: the first that is set says it for all.
_LOCALE: Final = ("LC_ALL", "LC_MESSAGES", "LANG")
# The primary language of Windows for Chinese, whatever the country.
_WINDOWS_CHINESE: Final = 0x04


def language() -> Language:
    """Return the language that a person is spoken to in (界面语言): `EGOVKIT_LANG` where it is set, else the locale's.

    >>> language() in ("en", "zh")
    True
    """
    wanted = os.environ.get("EGOVKIT_LANG", "")
    if not wanted:
        wanted = next((value for name in _LOCALE if (value := os.environ.get(name))), "") or _of_windows()
    return "zh" if wanted.lower().startswith("zh") else "en"


def _of_windows() -> str:
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  # Windows alone has it to ask

        return "zh" if ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF == _WINDOWS_CHINESE else ""
    return ""


def said(en: str, zh: str) -> str:
    """Return what is said in the language of the person (择语): one of the two, which say the same.

    >>> said("yes", "是") in ("yes", "是")
    True
    """
    return zh if language() == "zh" else en


class Words(NamedTuple):
    """A text in both languages (双语); a message may be filled in with one.

    >>> Words("a day", "日期").en
    'a day'
    """

    en: str
    zh: str

    def __str__(self) -> str:
        return said(*self)


class Message(NamedTuple):
    """A row of the catalogue (消息条目)."""

    code: str
    en: str
    zh: str


@lru_cache(maxsize=1)
def catalogue() -> tuple[Message, ...]:
    """Return every message in the order of the codes (消息表).

    >>> next(row.zh for row in catalogue() if row.code == "number.empty")
    '空字符串里没有发文字号'
    """
    import csv  # noqa: PLC0415  # most that import this never fail

    table = __spec__.loader.get_data(os.path.join(os.path.dirname(__file__), "catalogue.csv"))  # type: ignore[union-attr]  # noqa: PTH118, PTH120
    return tuple(map(Message._make, list(csv.reader(table.decode("utf-8").splitlines()))[1:]))


@lru_cache(maxsize=1)
def _by_english() -> dict[tuple[str, str], str]:
    return {(row.code, row.en): row.zh for row in catalogue()}


def chinese(code: str, english: str) -> str:
    """Return the Chinese of a message as it was written (中文消息); the English one where no row has it.

    >>> chinese("number.empty", "there is no number in an empty string")
    '空字符串里没有发文字号'
    """
    return _by_english().get((code, english), english)


def filled(message: str, fields: Mapping[str, object], language: Language) -> str:
    """Return a message with what it fills in (填充), words of two languages in that language.

    >>> filled("no calendar has this {part}", {"part": Words("day", "日")}, "en")
    'no calendar has this day'
    """
    if not fields:
        return message
    return message.format_map(
        {name: getattr(value, language) if isinstance(value, Words) else value for name, value in fields.items()}
    )
