"""The rows of a page's field table, and the front matter of a page in Markdown (信息公开表头)."""

from __future__ import annotations

from egovkit.documents.blocks import Element
from egovkit.documents.draft import Draft, Found, Mark
from egovkit.documents.grounds import Ground
from egovkit.grammar.fields import read_fields
from egovkit.text.limits import MAX_HEAD_LINES

__all__ = ["Fields", "read_front_matter", "read_row"]

Fields = dict[str, Found[str]]
"""The value of each element that a field table gives, the first one of a name."""

_MAX_VALUE = 200


def _name(line: str) -> str | None:
    fields = read_fields(line)
    return fields[0].name if fields else None


_FRONT_MATTER = Ground("field_table.front_matter", "between the first line --- and the next", _name)
_ROW = Ground("field_table.row", "opens with the name of a field, or is the value below one", _name)


def read_front_matter(draft: Draft, fields: Fields) -> int:
    """Read the lines between --- and --- that a text opens with into `fields` (读前言); return how many there are."""
    lines, stop = draft.lines, draft.foot
    if stop < 3 or lines[0].text != "---":
        return 0
    for end in range(1, min(stop, MAX_HEAD_LINES)):
        if lines[end].text == "---":
            draft.accept([Mark(0, end + 1, Element.FIELD, _FRONT_MATTER)])
            for i in range(end + 1):
                _read_line(draft, i, fields)
            return end + 1
    return 0


def read_row(draft: Draft, i: int, fields: Fields) -> int:
    """Read the fields of line `i` into `fields` (读表头行); return how many lines they take, 0 where it has none."""
    taken = _read_line(draft, i, fields)
    if taken:
        draft.accept([Mark(i, i + taken, Element.FIELD, _ROW)])
    return taken


def _read_line(draft: Draft, i: int, fields: Fields) -> int:
    line = draft.lines[i]
    taken = 1 if line.fields else 0
    for field in line.fields:
        value = Found(line.text[field.start : field.end], line.start + field.start, line.start + field.end)
        if field.start == field.end and field is line.fields[-1] and i + 1 < draft.foot:
            # The value stands on the next line, unless that is a field itself.
            below = draft.lines[i + 1]
            wordy = field.element != "keywords" or "　" in below.text or " " in below.text
            if below.text.startswith("- "):
                value, taken = _listed(draft, i + 1)
            elif len(below.text) <= _MAX_VALUE and wordy and not below.fields:
                value, taken = Found(below.text, below.start, below.end), 2
        if value.value and field.element not in fields:
            fields[field.element] = value
    return taken


def _listed(draft: Draft, first: int) -> tuple[Found[str], int]:
    """Read a value that YAML gives as a list from line `first` on, and how many lines it takes with its name."""
    lines = draft.lines
    end = first
    while end < draft.foot and lines[end].text.startswith("- "):
        end += 1
    words = "　".join(line.text.removeprefix("- ").strip("\"'") for line in lines[first:end])
    return Found(words, lines[first].start, lines[end - 1].end), end - first + 1
