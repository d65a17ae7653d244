"""The field table that web pages set above a document (信息公开表头): 索引号：…, 发文机关：…, 成文日期：….

>>> read_fields("索 引 号：000014349/2014-00150　发文机关：国务院办公厅")
[Field(name='索引号', element='index_number', start=6, end=26), Field(name='发文机关', element='issuers', start=32, end=38)]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from egovkit.data import rows
from egovkit.grammar.titles import ends_like_title
from egovkit.text.folding import BLANKS, squeeze
from egovkit.text.patterns import LatePattern

__all__ = ["Field", "element_of", "name_of", "opening_name", "read_fields"]


class Field(NamedTuple):
    """One field of the table (字段): its name, the element it gives, and the range of its value in the line."""

    name: str
    element: str
    start: int
    end: int


_B: Final = f"[{BLANKS}]"
_KEY_LENGTH: Final = 24
_LONGEST_GLUED: Final = 8
_SHORTEST_NAME: Final = 3
_MAX_LINE: Final = 2000
_EDGES: Final = BLANKS + "|\"'"
_CELL: Final = LatePattern(r"[^\t|]+")
_BULLETS: Final = "•·●○▪■◆-–"
_BULLET: Final = LatePattern(rf"[{re.escape(_BULLETS)}]{_B}+(?=[^{BLANKS}])")
_LABEL_MARKS: Final = BLANKS + "【】[]：:*"
# Names that head columns of any table: alone they make no row of fields.
_COMMON: Final = frozenset(["标题", "名称", "来源", "作者", "栏目", "体裁", "文种", "字体", "字号"])


@cache
def _elements() -> dict[str, str]:
    return {row["name"]: row["element"] for row in rows("field_names")}


@cache
def _name_firsts() -> frozenset[str]:
    return frozenset(name[0] for name in _elements())


@cache
def _name_ends() -> frozenset[str]:
    return frozenset(name[-1] for name in _elements())


@cache
def _key() -> LatePattern:
    """Return the pattern of what may be a field's name in its place; which it is, the table says.

    The names themselves as alternatives, with blanks between their characters, take a quarter of a second to compile.
    """
    longest = max(map(len, _elements()))
    letters = "[" + re.escape("".join(sorted(set("".join(_elements()))))) + "]"
    spaced = f"{letters}(?:{_B}{{0,6}}{letters}){{0,{longest - 1}}}"
    # After a value in letters and figures a name needs no blank before it: 000014349/2020-00053文号：.
    before = rf"(?:(?<![^{BLANKS}|；;])|(?<=[0-9A-Za-z号日])(?=[\u3400-\u9fff【])|^)"
    return LatePattern(
        rf"{before}(?:[【\[]{_B}?({spaced}){_B}{{0,3}}[】\]]{_B}?[：:]?|({spaced}){_B}{{0,3}}[：:])|【{_B}?({spaced}){_B}{{0,3}}】[：:]?"
    )


def _names(line: str) -> Iterator[re.Match[str]]:
    """Yield the names of fields in a line, each with what sets it apart from its value."""
    at, pattern = 0, _key()
    while (found := pattern.search(line, at)) is not None:
        known = _is_name(found)
        if known:
            yield found
        at = found.end() if known else found.start() + 1


def _is_name(found: re.Match[str]) -> bool:
    printed = found[1] or found[2] or found[3]
    name = squeeze(printed)
    # A name in letters is one word.
    return name in _elements() and (name[0] > "z" or name == printed)


def name_of(cell: str) -> str | None:
    """Return the name of a field that a cell is, and nothing else (字段名); None where it is none.

    >>> name_of("文　号"), name_of("【索引号】"), name_of("某县")
    ('文号', '索引号', None)
    """
    if len(cell) > _KEY_LENGTH:
        return None
    label = cell.strip(_LABEL_MARKS)
    if label[-1:] not in _name_ends():
        return None
    name = squeeze(label)
    return name if name in _elements() else None


def element_of(name: str) -> str:
    """Return the element that a field of this name gives (所给要素).

    >>> element_of("文号")
    'number'
    """
    return _elements()[name]


def opening_name(line: str) -> str | None:
    """Return the name of a field that a line opens with, its value right behind it (无冒号的字段名); None without one.

    >>> opening_name("发文机关某县人民政府"), opening_name("发文机关"), opening_name("某县")
    ('发文机关', None, None)
    """
    names = _elements()
    if line[0] not in _name_firsts():
        return None
    for size in range(min(_LONGEST_GLUED, len(line) - 1), _SHORTEST_NAME - 1, -1):
        if line[:size] in names:
            return line[:size]
    return None


def read_fields(line: str) -> list[Field]:
    """Read the fields of a line that opens with one (读字段); an empty list where it opens with none.

    A name is followed by a colon, or it is in brackets, or a cell of its own before that of its value.

    >>> [field.element for field in read_fields("文 号 | 某政发〔2020〕8号")]
    ['number']
    """
    if line[0] in _BULLETS and (bullet := _BULLET.match(line)) is not None:
        # A page may set its table as a list: • 索引号：.
        at = bullet.end()
        return [field._replace(start=field.start + at, end=field.end + at) for field in read_fields(line[at:])]
    if "\t" in line or "|" in line:
        fields = _cells(line)
        if fields:
            return fields
    # Cheap refusals first: a field's name is followed by a colon or is in brackets.
    if line[0] not in "【[" and "：" not in line[:_KEY_LENGTH] and ":" not in line[:_KEY_LENGTH]:
        return []
    found = _key().match(line)
    if found is None or not _is_name(found):
        return []
    hits = list(_names(line)) if len(line) < _MAX_LINE else [found]
    fields = []
    for i, hit in enumerate(hits):
        stop = hits[i + 1].start() if i + 1 < len(hits) else len(line)
        fields.append(_field(squeeze(hit[1] or hit[2] or hit[3]), line, hit.end(), stop))
    return fields


def _field(name: str, line: str, start: int, stop: int) -> Field:
    value = line[start:stop]
    trimmed = value.strip(_EDGES)
    start += value.index(trimmed) if trimmed else 0
    return Field(name, _elements()[name], start, start + len(trimmed))


def _cells(line: str) -> list[Field]:
    """Read a row of cells, each name with the cell after it, which may be empty."""
    if len(line) > _MAX_LINE:
        return []
    cells = [cell.span() for cell in _CELL.finditer(line) if cell[0].strip(BLANKS)]
    names = [name_of(line[start:end]) for start, end in cells]
    if not cells or names[0] is None:
        return []
    if set(filter(None, names)) <= _COMMON and not (
        len(cells) == 2 and ends_like_title(line[slice(*cells[1])].strip())
    ):
        return []
    fields: list[Field] = []
    for i, name in enumerate(names):
        if name is None:
            continue
        has_value = i + 1 < len(cells) and names[i + 1] is None
        start, stop = cells[i + 1] if has_value else (cells[i][1], cells[i][1])
        fields.append(_field(name, line, start, stop))
    # A row of names alone heads a table of many documents; a value without a name is none of a row of fields.
    values = sum(field.start < field.end for field in fields)
    return fields if len(fields) + values == len(cells) and (values or len(fields) == 1) else []
