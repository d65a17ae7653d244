"""The formats of a docx that hold in the end (有效格式): defaults, styles, numbering and direct ones, attribute by attribute.

Precedence as in ECMA-376, part 1, 17.7.2: defaults of the document, table style, paragraph style by what it is based on, numbering,
character style, what is set directly.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final, TypeAlias, TypeVar

from egovkit.interchange.word.elements import OFF, W
from egovkit.interchange.word.package import Part
from egovkit.interchange.word.themes import Themes

__all__ = ["Formats", "Properties", "edges", "is_on", "measure", "merged", "paragraph_properties", "run_properties"]

Properties: TypeAlias = dict[str, dict[str, str]]
"""What is set, by the name of the element: its attributes."""

_Held = TypeVar("_Held")
_VAL: Final = W + "val"
_OF_PARAGRAPHS: Final = frozenset(
    W + name for name in ("jc", "ind", "spacing", "pageBreakBefore", "keepNext", "framePr", "outlineLvl")
)
_OF_RUNS: Final = frozenset(
    W + name for name in ("sz", "b", "color", "spacing", "highlight", "vanish", "strike", "dstrike", "rFonts")
)
# These are merged attribute by attribute; every other element takes the place of the one before. No attribute but those of
# the standard: styles without end, each with names of its own, would hand down ever more of them.
_MERGED: Final = {
    "ind": frozenset(
        """left leftChars right rightChars start startChars end endChars firstLine firstLineChars hanging
        hangingChars""".split()  # noqa: SIM905
    ),
    "spacing": frozenset(
        """before beforeLines beforeAutospacing after afterLines afterAutospacing line lineRule val""".split()  # noqa: SIM905
    ),
    "rFonts": frozenset(
        """ascii asciiTheme hAnsi hAnsiTheme eastAsia eastAsiaTheme cs cstheme hint""".split()  # noqa: SIM905
    ),
}
# The edges that have lines: of paragraphs, tables and cells.
_EDGES: Final = frozenset(
    W + name
    for name in (
        "top", "left", "start", "bottom", "right", "end", "between", "bar", "insideH", "insideV", "tl2br", "tr2bl"
    )
)  # fmt: skip
# The two ways to name a side.
_SIDES: Final = {"start": "left", "end": "right", "startChars": "leftChars", "endChars": "rightChars"}
_HOLDERS: Final = {"pBdr": "pPr", "tblBorders": "tblPr"}
_TOGGLES: Final = ("b", "vanish")
# How many points the units of a length have (ST_UniversalMeasure).
_UNITS: Final = {"pt": 1.0, "pc": 12.0, "pi": 12.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4}
_LONGEST: Final = 11


def is_on(properties: Properties, name: str) -> bool:
    """Say whether a property that is on or off is on (开关属性)."""
    found = properties.get(name)
    return found is not None and found.get("val", "1") not in OFF


def measure(text: str | None, of_point: int = 20) -> float | None:
    """Read a length or size of the file (数值), which may be any string; None for what is none, or beyond all measure.

    One that names its unit, as the strict edition writes them, is turned into the unit of the others, of which a point has
    `of_point`: lengths are in twips, sizes of characters in half-points (2).

    >>> [measure(text) for text in ("-120", "20.5", "nan", "1e9", "auto", None)]
    [-120.0, 20.5, None, None, None, None]
    >>> measure("28.95pt"), measure("2.54cm"), measure("16pt", 2)
    (579.0, 1440.0, 32.0)
    """
    if text is None or len(text) > _LONGEST:
        return None
    points = _UNITS.get(text[-2:])
    try:
        number = float(text) if points is None else round(float(text[:-2]) * points * of_point, 2)
    except ValueError:
        return None
    return number if abs(number) < 1e6 else None


def _own(properties: Any, wanted: frozenset[str]) -> Properties:
    found: Properties = {}
    for child in () if properties is None else properties:
        if child.tag in wanted:
            attributes = {name.rpartition("}")[2]: value for name, value in child.attrib.items()}
            tag = child.tag.rpartition("}")[2]
            known = _MERGED.get(tag, attributes)
            found[tag] = {_SIDES.get(name, name): value for name, value in attributes.items() if name in known}
    return found


def paragraph_properties(properties: Any) -> Properties:
    """Return what is set for paragraphs (段落属性) in one place."""
    return _own(properties, _OF_PARAGRAPHS)


def run_properties(properties: Any, themes: Themes) -> Properties:
    """Return what is set for characters (文字属性) in one place, fonts of the theme by their names."""
    found = _own(properties, _OF_RUNS)
    if "rFonts" in found:
        found["rFonts"] = themes.fonts(found["rFonts"])
    return found


def edges(properties: Any, tag: str) -> dict[str, Any]:
    """Return the edges that properties set (边), by name: in pBdr, tblBorders or tcBorders; the last of each counts."""
    holder = properties.find(W + tag) if properties is not None else None
    return {} if holder is None else {edge.tag.rpartition("}")[2]: edge for edge in holder if edge.tag in _EDGES}


def merged(levels: Iterable[Properties]) -> Properties:
    """Return what holds of several levels, from the weakest (合并).

    >>> merged([{"ind": {"firstLine": "640", "left": "0"}}, {"ind": {"hanging": "420"}}])
    {'ind': {'left': '0', 'hanging': '420'}}
    """
    result: Properties = {}
    for level in levels:
        for name, given in level.items():
            before = result.get(name, {}) if name in _MERGED else {}
            if name == "ind":
                before = _indent(before, given)
            result[name] = {**before, **given}
    return result


def _indent(before: dict[str, str], given: dict[str, str]) -> dict[str, str]:
    # A first line goes in or hangs out; what is set in the one way ends the other.
    gone: tuple[str, ...] = ()
    if "hanging" in given or "hangingChars" in given:
        gone += ("firstLine", "firstLineChars")
    if "firstLine" in given or "firstLineChars" in given:
        gone += ("hanging", "hangingChars")
    return {name: value for name, value in before.items() if name not in gone}


class Formats:
    """The styles of a docx, each resolved once through what it is based on (样式)."""

    def __init__(self, main: Part) -> None:
        self.themes = Themes(main)
        self._styles: dict[str, Any] = {}
        self._defaults: dict[str, str] = {}
        self._terms: dict[str, str | None] = {}
        self.of_paragraphs: Properties = {}
        self.of_runs: Properties = {}
        for part in main.related("styles"):
            self._read(part.root)
        self._resolved: dict[str, tuple[Properties, Properties]] = {}
        self._parts: dict[str, dict[str, tuple[Properties, Properties]]] = {}
        self._lines: dict[str, dict[str, dict[str, Any]]] = {}
        self._levels = dict(_levels(main))

    def _read(self, root: Any) -> None:
        for style in root.iter(W + "style"):
            name = style.get(W + "styleId", "")
            self._styles[name] = style
            if style.get(W + "default") in ("1", "true"):
                self._defaults[style.get(W + "type", "")] = name
        defaults = root.find(W + "docDefaults")
        if defaults is not None:
            self.of_paragraphs = paragraph_properties(defaults.find(f"{W}pPrDefault/{W}pPr"))
            self.of_runs = run_properties(defaults.find(f"{W}rPrDefault/{W}rPr"), self.themes)

    def named(self, properties: Any, tag: str, kind: str) -> str:
        """Return the style that something names (所用样式), else the default one of its kind."""
        found = properties.find(W + tag) if properties is not None else None
        name = found.get(_VAL, "") if found is not None else ""
        return name if name in self._styles else self._defaults.get(kind, "")

    def term(self, name: str) -> str | None:
        """Return what a style is called (样式名)."""
        if name not in self._terms:
            found = self._styles[name].find(W + "name") if name in self._styles else None
            self._terms[name] = found.get(_VAL) if found is not None else None
        return self._terms[name]

    def style(self, name: str) -> tuple[Properties, Properties]:
        """Return what a style says of paragraphs and of characters (样式属性), with all that it is based on."""
        return self._based(name, self._resolved, ({}, {}), self._over)

    def part(self, name: str, kind: str) -> tuple[Properties, Properties]:
        """Return what a table style says of one of its edges (表格样式局部): firstRow, lastCol."""

        def over(held: tuple[Properties, Properties], style: Any) -> tuple[Properties, Properties]:
            for part in style.iterchildren(W + "tblStylePr"):
                if part.get(W + "type") == kind:
                    held = self._over(held, part)
            return held

        return self._based(name, self._parts.setdefault(kind, {}), ({}, {}), over)

    def lines(self, name: str, tag: str, properties: Any) -> dict[str, Any]:
        """Return the edges that have lines (边线) in properties (pBdr of pPr, tblBorders of tblPr) and in their style."""
        holder = _HOLDERS[tag]

        def over(held: dict[str, Any], style: Any) -> dict[str, Any]:
            return {**held, **edges(style.find(W + holder), tag)}

        none: dict[str, Any] = {}
        held: dict[str, Any] = self._based(name, self._lines.setdefault(tag, {}), none, over)
        return {**held, **edges(properties, tag)}

    def _based(self, name: str, known: dict[str, _Held], none: _Held, over: Callable[[_Held, Any], _Held]) -> _Held:
        """Return what a style holds with all that it is based on, the weakest first; each style is asked once."""
        chain: list[str] = []
        at = name
        while at in self._styles and at not in known:
            # A chain that comes back to itself ends there.
            known[at] = none
            chain.append(at)
            based = self._styles[at].find(W + "basedOn")
            at = based.get(_VAL, "") if based is not None else ""
        held = known.get(at, none)
        for at in reversed(chain):
            held = known[at] = over(held, self._styles[at])
        return held

    def _over(self, held: tuple[Properties, Properties], holder: Any) -> tuple[Properties, Properties]:
        return (
            merged([held[0], paragraph_properties(holder.find(W + "pPr"))]),
            merged([held[1], run_properties(holder.find(W + "rPr"), self.themes)]),
        )

    def level(self, number: str | None, level: int | None) -> Properties:
        """Return what a level of a list says of its paragraphs (编号属性)."""
        return self._levels.get((number or "", level or 0), {})

    def run(self, of_table: Properties, of_style: Properties, properties: Any) -> Properties:
        """Return what holds of characters (有效文字格式), by the style of their paragraph and their own properties."""
        found = properties.find(W + "rStyle") if properties is not None else None
        of_characters = self.style(found.get(_VAL, ""))[1] if found is not None else {}
        direct = run_properties(properties, self.themes)
        result = merged([self.of_runs, of_table, of_style, of_characters, direct])
        for name in _TOGGLES:
            if name in direct:
                continue
            # A toggle that two kinds of styles set is off again (17.7.3).
            sides = (is_on(one, name) for one in (of_table, of_style, of_characters))
            is_set = is_on(self.of_runs, name) or sum(sides) % 2 == 1
            result[name] = {"val": "1" if is_set else "0"}
        return result


def _levels(main: Part) -> Iterable[tuple[tuple[str, int], Properties]]:
    """Yield what the levels of each list say of their paragraphs."""
    for part in main.related("numbering"):
        abstracts = {one.get(W + "abstractNumId", ""): one for one in part.root.iter(W + "abstractNum")}
        known: dict[str, dict[int, Properties]] = {}
        for number in part.root.iter(W + "num"):
            named = number.find(W + "abstractNumId")
            abstract = named.get(_VAL, "") if named is not None else ""
            if abstract not in known:
                known[abstract] = dict(_placed(abstracts.get(abstract, ())))
            own = {place: found for override in number.iter(W + "lvlOverride") for place, found in _placed(override)}
            for level, properties in {**known[abstract], **own}.items():
                yield (number.get(W + "numId", ""), level), properties


def _placed(holder: Any) -> Iterable[tuple[int, Properties]]:
    for level in holder:
        place = level.get(W + "ilvl", "") if level.tag == W + "lvl" else ""
        if place in tuple("012345678"):
            yield int(place), paragraph_properties(level.find(W + "pPr"))
