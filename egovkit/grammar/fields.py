"""The field table that web pages set above a document (信息公开表头): 索引号：…, 发文机关：…, 成文日期：….

>>> read_fields("索 引 号：000014349/2014-00150　发文机关：国务院办公厅")
[Field(name='索引号', element='index_number', start=6, end=26), Field(name='发文机关', element='issuers', start=32, end=38)]
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from egovkit.data import rows
from egovkit.text.folding import BLANKS, squeeze

__all__ = ["Field", "read_fields"]


class Field(NamedTuple):
    """One field of the table (字段): its name, the element it gives, and the range of its value in the line."""

    name: str
    element: str
    start: int
    end: int


_B: Final = f"[{BLANKS}]"
_KEY_LENGTH: Final = 24


@cache
def _elements() -> dict[str, str]:
    return {row["name"]: row["element"] for row in rows("field_names")}


@cache
def _key() -> re.Pattern[str]:
    names = sorted(_elements(), key=len, reverse=True)
    spaced = "|".join(f"{_B}{{0,6}}".join(name) if name[0] > "z" else name for name in names)
    return re.compile(rf"(?:(?<![^{BLANKS}|；;])|^)(?:[【\[]?{_B}?({spaced}){_B}{{0,3}}(?:[】\]]{_B}?[：:]?|[：:]))")


def read_fields(line: str) -> list[Field]:
    """Read the fields of a line that opens with one (读字段); an empty list where it opens with none."""
    # Cheap refusals first: a field's name is followed by a colon or stands in brackets.
    if line[0] not in "【[" and "：" not in line[:_KEY_LENGTH] and ":" not in line[:_KEY_LENGTH]:
        return []
    pattern = _key()
    found = pattern.match(line)
    if found is None:
        return []
    hits = list(pattern.finditer(line)) if len(line) < 2000 else [found]
    fields: list[Field] = []
    for i, hit in enumerate(hits):
        stop = hits[i + 1].start() if i + 1 < len(hits) else len(line)
        value = line[hit.end() : stop]
        trimmed = value.strip(BLANKS + "|\"'")
        start = hit.end() + (value.index(trimmed) if trimmed else 0)
        name = squeeze(hit[1])
        fields.append(Field(name, _elements()[name], start, start + len(trimmed)))
    return fields
