"""Pinpoints (条款项目): which article, paragraph or item of a document is meant.

Read are 第十二条第一款第（三）项, 第八十七条之一, lists (第三、五、七条; 第三条、第五条; 第三条、五条; 第（一）（二）项), ranges
(第三条至第五条, 第三至五条), 附件3 and 第二章, with Chinese and arabic numerals.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace

from egovkit.text.folding import BLANKS, LINE_ENDS, SPACES, fold
from egovkit.text.limits import MAX_PINPOINT
from egovkit.text.numerals import read_numeral, write_han
from egovkit.text.patterns import LatePattern
from egovkit.text.records import quickly_made

__all__ = ["LEVELS", "Place", "is_heading", "read_places"]

LEVELS = ("annex", "part", "chapter", "section", "article", "paragraph", "item", "subitem")
"""The levels of a place, from the widest to the narrowest."""

_UNITS = {
    "编": "part",
    "章": "chapter",
    "节": "section",
    "条": "article",
    "款": "paragraph",
    "项": "item",
    "目": "subitem",
}
_SIGNS = {level: sign for sign, level in _UNITS.items()}
_DIGIT = "[0-9〇零一二三四五六七八九十百千]"
_DIGITS = "[0-9０-９〇零一二三四五六七八九十百千]"
_NUMERAL = f"{_DIGIT}(?: ?{_DIGIT}){{0,6}}"
_ONE = rf"(?:〔{_NUMERAL}〕|{_NUMERAL})"
_AND = "(?:以?及|[、,，和至到—－~-])"
_ITEMS = rf"〔{_NUMERAL}〕(?: ?{_AND}? ?〔{_NUMERAL}〕){{0,12}}"
# What may follow a place that is told short (（二） for 第（二）项, 十三条 for 第十三条), so that 三条措施 is none.
_STOP = r"(?=$|[的规之所中和及或与至到第办处执实施予《、，,。；;：:〔〕 ])"
_UNIT = LatePattern(
    rf" ?(?:(?P<annex>附[件表]) ?(?P<annexed>{_ONE}(?:[、和至到及][0-9]{{1,2}}{_STOP}){{0,12}})"
    rf"|(?:第 ?(?P<many>{_ONE}(?: ?{_AND} ?第?{_ONE}| ?〔{_NUMERAL}〕){{0,12}}) ?(?P<unit>[编章节条款目]|项(?!目))"
    rf"|(?P<bare>{_ITEMS}) ?(?P<bare_unit>[项目])|(?P<loose>{_ITEMS}){_STOP})"
    rf"(?:之(?P<inserted>{_NUMERAL}))?)"
)
# 第十二条、十三条: the next of the same unit without its 第.
_NEXT = LatePattern(rf"(?P<many>{_NUMERAL}) ?(?P<unit>[条款])(?:之(?P<inserted>{_NUMERAL})|{_STOP})")
_MORE_INSERTED = LatePattern(rf" ?(?P<joint>{_AND}) ?之(?P<inserted>{_NUMERAL})")
_JOINT = LatePattern(rf" ?(?:以?及|或者?|—{{1,2}}|[、,，;；和与至到－~-]) ?(?=第|附[件表]|〔|{_NUMERAL} ?[条款])")
_RANGE = frozenset("至到—－~-")
_ITEM = LatePattern(rf"(?P<joint>{_AND})? ?第?(?P<one>{_ONE})")
# The marker of a heading or article, where it opens a line: no place in what the line above cites.
_MARKER = LatePattern(
    rf"第[{SPACES}]?{_DIGITS}{{1,9}}(?:[编章节]|条(?:之{_DIGITS}{{1,3}})?)(?:[{BLANKS}【]|[（(](?!{_DIGITS})|\Z)"
)


@quickly_made
@dataclass(frozen=True, slots=True)
class Place:
    """One place in a document (条款项): a number for each level that is named, None for the others.

    `inserted` is the number after 之 of an article inserted later (第八十七条之一). `until` is the last place of
    a range (第三条至第五条), None for a single one.

    >>> str(Place(article=12, paragraph=1, item=3)), str(Place(article=3, until=Place(article=5)))
    ('第十二条第一款第（三）项', '第三条至第五条')
    """

    annex: int | None = None
    part: int | None = None
    chapter: int | None = None
    section: int | None = None
    article: int | None = None
    inserted: int | None = None
    paragraph: int | None = None
    item: int | None = None
    subitem: int | None = None
    until: Place | None = None

    def __str__(self) -> str:
        said = []
        for level in LEVELS:
            number = getattr(self, level)
            if number is None:
                continue
            match level:
                case "annex":
                    said.append(f"附件{number}")
                case "item":
                    said.append(f"第（{write_han(number)}）项")
                case "subitem":
                    said.append(f"第{number}目")
                case _:
                    said.append(f"第{write_han(number)}{_SIGNS[level]}")
            if level == "article" and self.inserted is not None:
                said.append(f"之{write_han(self.inserted)}")
        one = "".join(said)
        return one if self.until is None else f"{one}至{self.until}"


def _narrowed(place: Place, level: str, number: int, inserted: int | None) -> Place:
    """Return the place with a level set, the wider ones kept and the narrower ones dropped."""
    kept = {name: getattr(place, name) for name in LEVELS[: LEVELS.index(level)]}
    if LEVELS.index(level) > LEVELS.index("article"):
        kept["inserted"] = place.inserted
    kept[level] = number
    if level == "article":
        kept["inserted"] = inserted
    return Place(**kept)


def _number(numeral: str) -> int | None:
    return read_numeral(numeral.replace(" ", ""))


def _numbers(many: str) -> list[tuple[bool, int]] | None:
    """Read 三、五至七 into its numbers, each with whether it closes a range."""
    read: list[tuple[bool, int]] = []
    for item in _ITEM.finditer(many):
        number = _number(item["one"].strip("〔〕"))
        if number is None or number > 9999:
            return None
        read.append(((item["joint"] or "") in _RANGE if item["joint"] else False, number))
    return read


def read_places(text: str, at: int, longest: int = MAX_PINPOINT) -> tuple[int, tuple[Place, ...]] | None:
    """Read the pinpoint that begins at `at` (条款项): its end and its places; None where none begins there.

    Read are `longest` characters at most.

    >>> end, places = read_places("第三、五条第二款的规定", 0)
    >>> end, [str(place) for place in places]
    (8, ['第三条', '第五条第二款'])
    """
    window = text[at : at + longest]
    for marker in _MARKER.finditer(window):
        if _opens_line(window, 0, marker.start()):
            window = window[: marker.start()]
            break
    # A line end is one blank, however it is written.
    raw, window = window, fold(window.replace("\r\n", "\n"))
    places: list[Place] = []
    pos = end = 0
    joint = ""
    while (unit := _UNIT.match(window, pos) or _next(window, pos, places, joint)) is not None:
        told = {name: said for name, said in unit.groupdict().items() if said}
        level = "annex" if "annex" in told else _UNITS[told.get("unit") or told.get("bare_unit") or "项"]
        if "loose" in told and (joint or not places or places[-1].article is None):
            break
        numbers = _numbers(next(told[name] for name in ("annexed", "many", "bare", "loose") if name in told))
        if not numbers:
            break
        inserted = _number(told["inserted"]) if "inserted" in told else None
        if inserted is not None and level != "article":
            # 第三条第二款之一 is one of what that paragraph names.
            _extend(places, level, numbers, None, joint)
            end = unit.start("inserted") - 1
            break
        if inserted is not None and not 0 < inserted <= 9999:
            break
        _extend(places, level, numbers, inserted, joint)
        pos = unit.end()
        if inserted is not None:
            pos = _extend_inserted(places, window, pos)
        end = pos
        mark = _JOINT.match(window, pos)
        joint = mark[0].strip() if mark else ""
        pos = mark.end() if mark else pos
    if not places:
        return None
    # Each line end of two characters before the end puts it one further back.
    windows = raw.find("\r\n")
    while 0 <= windows < end:
        end += 1
        windows = raw.find("\r\n", windows + 2)
    return at + end, tuple(places)


def is_heading(text: str, floor: int, at: int) -> bool:
    """Say whether the marker of a heading or article opens a line at `at`, which begins after `floor` (另起条文).

    >>> is_heading("印发《甲办法》\\n第一条　为了防火", 7, 8), is_heading("依照《甲办法》\\n第一条的规定", 7, 8)
    (True, False)
    """
    return _MARKER.match(text, at) is not None and _opens_line(text, floor, at)


def _opens_line(text: str, floor: int, at: int) -> bool:
    before = text[floor:at].rstrip(SPACES)
    return before != "" and before[-1] in LINE_ENDS


def _next(window: str, pos: int, places: list[Place], joint: str) -> re.Match[str] | None:
    """Read the next article or paragraph without 第, which has to be higher than the last one."""
    unit = _NEXT.match(window, pos) if joint and places else None
    if unit is None:
        return None
    last = getattr(places[-1].until or places[-1], _UNITS[unit["unit"]])
    number = _number(unit["many"])
    return unit if last is not None and number is not None and last < number else None


def _extend_inserted(places: list[Place], window: str, pos: int) -> int:
    """Add the inserted articles that are told by 之 alone (第一百三十三条之一至之三); return where they end."""
    while (more := _MORE_INSERTED.match(window, pos)) is not None:
        number = _number(more["inserted"])
        if number is None or not 0 < number <= 9999:
            break
        place = replace(places[-1].until or places[-1], inserted=number, until=None)
        if more["joint"] in _RANGE and places[-1].until is None:
            places[-1] = replace(places[-1], until=place)
        else:
            places.append(place)
        pos = more.end()
    return pos


def _extend(places: list[Place], level: str, numbers: list[tuple[bool, int]], inserted: int | None, joint: str) -> None:
    """Add what one unit names to the places read so far."""
    last = places[-1] if places else None
    for i, (closes, number) in enumerate(numbers):
        mine = inserted if i == len(numbers) - 1 else None
        if i == 0 and last is not None and not joint and _goes_deeper(last, level):
            # 第十二条 then 第一款: the same place, told more narrowly; of a range it is the last place that is meant.
            if last.until is not None:
                places[-1] = replace(last, until=_narrowed(last.until, level, number, mine))
            else:
                places[-1] = _narrowed(last, level, number, mine)
            continue
        base = places[-1] if places else Place()
        if base.until is not None:
            base = base.until
        place = _narrowed(base, level, number, mine)
        if places and places[-1].until is None and (closes or (i == 0 and joint and joint[0] in _RANGE)):
            places[-1] = replace(places[-1], until=place)
        else:
            places.append(place)


def _goes_deeper(place: Place, level: str) -> bool:
    deepest = place if place.until is None else place.until
    narrow = LEVELS[LEVELS.index(level) :]
    return all(getattr(deepest, field.name) is None for field in fields(deepest) if field.name in narrow)
