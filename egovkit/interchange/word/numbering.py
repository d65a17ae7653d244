"""Which list each paragraph of a docx is in, by itself or by its style (编号): `list_numbers` counts."""

from __future__ import annotations

from typing import Any, Final

from egovkit.interchange.list_numbers import LEVELS, Level, ListOfNumbers, Lists
from egovkit.interchange.word.elements import child, is_set
from egovkit.interchange.word.package import Part

__all__ = ["Numbering"]

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VAL: Final = _W + "val"
# Looked for in every paragraph.
_PROPERTIES: Final = _W + "pPr"
_STYLE: Final = _W + "pStyle"
_NUMBERED: Final = _W + "numPr"
_NUMBER: Final = _W + "numId"
_DEPTH: Final = _W + "ilvl"


class Numbering:
    """The lists of a docx and how far each has counted (编号)."""

    def __init__(self, main: Part) -> None:
        self._styles: dict[str, Any] = {}
        self._lists = Lists()
        self._linked: set[tuple[str, int, str]] = set()
        self._of_style: dict[str, tuple[str | None, int | None]] = {}
        for styles in main.related("styles"):
            for style in styles.root.iter(_W + "style"):
                self._styles[style.get(_W + "styleId", "")] = style
        self._default = next(
            (name for name, style in self._styles.items()
             if style.get(_W + "default") in ("1", "true") and style.get(_W + "type") == "paragraph"), ""
        )  # fmt: skip
        for part in main.related("numbering"):
            self._read(part.root)

    def marker(self, paragraph: Any) -> str:
        """Return the number before a paragraph and what divides it from the text (编号文字); '' where none is.

        To be asked for once for each paragraph, in order: it counts.
        """
        number, level = self.place(paragraph)
        return self._lists.number(number, level)

    def place(self, paragraph: Any) -> tuple[str | None, int | None]:
        """Say which list and level a paragraph is in (所在编号), by itself or by its style."""
        properties = child(paragraph, _PROPERTIES)
        style, number, level = self._default, None, None
        if properties is not None:
            named = child(properties, _STYLE)
            style = named.get(_VAL, "") if named is not None else style
            number, level = _numbered(properties)
        if number is None:
            number, of_style = self._by_style(style)
            level = of_style if level is None else level
        return (None, None) if number in (None, "0") else (number, level or 0)

    def _by_style(self, name: str) -> tuple[str | None, int | None]:
        number, level = self._inherited(name)
        if number is not None and level is None:
            # A style without a level of its own is in the list at the level that names it.
            found = self._lists.lists.get(number)
            levels = found.levels if found is not None else {}
            level = next((depth for depth in levels if found and (found.abstract, depth, name) in self._linked), 0)
        return number, level

    def _inherited(self, name: str) -> tuple[str | None, int | None]:
        """Say which list and level a style gives, itself or by what it is based on; each style is asked once."""
        chain: list[str] = []
        at = name
        while at in self._styles and at not in self._of_style:
            # A chain that comes back to itself ends there.
            self._of_style[at] = (None, None)
            chain.append(at)
            based = self._styles[at].find(_W + "basedOn")
            at = based.get(_VAL, "") if based is not None else ""
        number, level = self._of_style.get(at, (None, None))
        for at in reversed(chain):
            properties = self._styles[at].find(_PROPERTIES)
            own, of_own = _numbered(properties) if properties is not None else (None, None)
            if own is not None:
                number, level = own, of_own
            elif of_own is not None:
                level = of_own
            self._of_style[at] = (number, level)
        return number, level

    def _read(self, root: Any) -> None:
        abstracts = {one.get(_W + "abstractNumId", ""): one for one in root.iter(_W + "abstractNum")}
        by_link = {
            link.get(_VAL, ""): one for one in abstracts.values() if (link := one.find(_W + "styleLink")) is not None
        }
        own = {name: _levels(one) for name, one in abstracts.items()}
        levels_of: dict[str, dict[int, Level]] = {}
        for name, one in abstracts.items():
            link = one.find(_W + "numStyleLink")
            base = by_link.get(link.get(_VAL, ""), one) if link is not None else one
            levels_of[name] = own[base.get(_W + "abstractNumId", "")]
            for level in one.iter(_W + "lvl"):
                style = child(level, _STYLE)
                if style is not None:
                    self._linked.add((name, _integer(level.get(_DEPTH), 0), style.get(_VAL, "")))
        for number in root.iter(_W + "num"):
            named = number.find(_W + "abstractNumId")
            abstract = named.get(_VAL, "") if named is not None else ""
            found = ListOfNumbers(abstract, levels_of.get(abstract, {}))
            name = number.get(_NUMBER, "")
            for override in number.iter(_W + "lvlOverride"):
                depth = _integer(override.get(_DEPTH), 0)
                level = override.find(_W + "lvl")
                if level is not None and depth < LEVELS:
                    # The levels are those of every instance, until one has its own.
                    found.levels = {**found.levels, depth: _level(level)}
                start = override.find(_W + "startOverride")
                if start is not None:
                    found.starts[depth] = _integer(start.get(_VAL), 1)
            self._lists.lists[name] = found


def _levels(abstract: Any) -> dict[int, Level]:
    """Read the levels of a list, of which there are nine whatever a file says."""
    placed = ((_integer(level.get(_DEPTH), 0), level) for level in abstract.iter(_W + "lvl"))
    return {depth: _level(level) for depth, level in placed if depth < LEVELS}


def _numbered(properties: Any) -> tuple[str | None, int | None]:
    found = child(properties, _NUMBERED)
    if found is None:
        return None, None
    number, level = child(found, _NUMBER), child(found, _DEPTH)
    return (
        number.get(_VAL) if number is not None else None,
        _integer(level.get(_VAL), 0) if level is not None else None,
    )


def _level(element: Any) -> Level:
    def value(tag: str, default: str) -> str:
        found = element.find(_W + tag)
        return default if found is None else str(found.get(_VAL, default))

    restart = value("lvlRestart", "")
    return Level(
        form=value("numFmt", "decimal"),
        pattern=value("lvlText", ""),
        start=_integer(value("start", "1"), 1),
        suffix=value("suff", "tab"),
        restart=_integer(restart, 0) if restart else None,
        is_legal=is_set(element.find(_W + "isLgl")),
    )


def _integer(text: str | None, default: int) -> int:
    """Read a number of the file, which may be any string: at most nine digits, so that it stays one."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) <= 9 else default
