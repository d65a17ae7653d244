"""Which paragraphs of a docx are headings by outline level or style, and which is its title (大纲级别)."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from typing import Any, Final

from egovkit.interchange.word.elements import child
from egovkit.interchange.word.package import Part
from egovkit.text.folding import squeeze
from egovkit.text.patterns import LatePattern

__all__ = ["Outline"]

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VAL: Final = _W + "val"
_PROPERTIES: Final = _W + "pPr"
_STYLE: Final = _W + "pStyle"
_LEVEL: Final = _W + "outlineLvl"
_DIGITS: Final = frozenset("0123456789")
_LEVELS: Final = 9
_NAME: Final = LatePattern(r"(?:heading|标题)\s?([1-9])", re.IGNORECASE)
# The last is that of what egovkit writes.
_TITLES: Final = frozenset({"title", "标题", "公文标题"})


class Outline:
    """The outline levels of paragraphs, by themselves or by their styles (大纲).

    `title` tells what the file says that it is called; it is asked where a paragraph has the style of a title.
    """

    def __init__(self, main: Part, title: Callable[[], str] = str) -> None:
        self._called = title
        self._styles: dict[str, Any] = {}
        self._of_style: dict[str, int | None] = {}
        for styles in main.related("styles"):
            for style in styles.root.iter(_W + "style"):
                self._styles[style.get(_W + "styleId", "")] = style

    def level(self, paragraph: Any) -> int | None:
        """Return the level of a paragraph that is a heading (大纲级别), 1 the highest; None for one that is none."""
        properties = child(paragraph, _PROPERTIES)
        if properties is None:
            return None
        level = _level(properties)
        if level is None:
            style = child(properties, _STYLE)
            level = self._by_style(style.get(_VAL, "")) if style is not None else None
        return level + 1 if level is not None and level < _LEVELS else None

    def is_title(self, paragraph: Any, text: str) -> bool:
        """Say whether a paragraph is the title (是否标题): by its style, and by the name of the file, which it spells.

        Neither is enough: a mark may have the style, and a file the name of the one that it was copied from.
        """
        properties = child(paragraph, _PROPERTIES)
        style = child(properties, _STYLE) if properties is not None else None
        if style is None or style.get(_VAL, "") not in self._title_styles:
            return False
        spelt = squeeze(text)
        return spelt != "" and spelt == self._title

    @cached_property
    def _title_styles(self) -> frozenset[str]:
        names = {key: style.find(_W + "name") for key, style in self._styles.items()}
        return frozenset(
            key for key, name in names.items() if name is not None and name.get(_VAL, "").lower() in _TITLES
        )

    @cached_property
    def _title(self) -> str:
        # Asked once: as many paragraphs as there are may have the style, and the name may be as long as a part.
        return squeeze(self._called())

    def _by_style(self, name: str) -> int | None:
        chain: list[str] = []
        at = name
        while at in self._styles and at not in self._of_style:
            # A chain that comes back to itself ends there.
            self._of_style[at] = None
            chain.append(at)
            based = self._styles[at].find(_W + "basedOn")
            at = based.get(_VAL, "") if based is not None else ""
        level = self._of_style.get(at)
        for at in reversed(chain):
            own = _of_style(self._styles[at])
            level = self._of_style[at] = level if own is None else own
        return level


def _of_style(style: Any) -> int | None:
    properties, name = child(style, _PROPERTIES), style.find(_W + "name")
    level = _level(properties) if properties is not None else None
    named = _NAME.fullmatch(name.get(_VAL, "")) if level is None and name is not None else None
    return int(named[1]) - 1 if named is not None else level


def _level(properties: Any) -> int | None:
    found = child(properties, _LEVEL)
    value = found.get(_VAL, "") if found is not None else ""
    return int(value) if value in _DIGITS else None
