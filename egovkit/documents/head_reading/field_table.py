"""The rows of a page's field table, and the front matter of a page in Markdown (信息公开表头)."""

from __future__ import annotations

from egovkit.documents.blocks import Element
from egovkit.documents.draft import Draft, Found, Mark
from egovkit.documents.grounds import Ground
from egovkit.documents.line_facts import LineFacts
from egovkit.grammar.fields import element_of, name_of, opening_name, read_fields
from egovkit.text.limits import MAX_HEAD_LINES
from egovkit.text.patterns import LatePattern

__all__ = ["Fields", "read_front_matter", "read_row"]

Fields = dict[str, Found[str]]
"""The value of each element that a field table gives, the first one of a name."""

_MAX_VALUE = 200
_SHORT = 30
_MAX_GLUED = 60
_DAYS = frozenset(["dated", "published_on", "effective_on", "expires_on"])
_DAY = LatePattern(r"[\[（(【]?[0-9〇○ＯO零一二三四五六七八九]{4}")
_NUMBER = LatePattern("[0-9一二三四五六七八九十] ?号")
# A value that a field without one would take from the line below: the number there is the document's.
_OF_NUMBER = LatePattern(r"[〔﹝\[【（(]\s?[0-9]{4}\s?[〕﹞\]】）)]\s?第?\s?[0-9]{1,5}\s?号$")
_INDEX = LatePattern(r"[0-9A-Za-z一-龥/_.\-—()（）〔〕\[\] ]{0,60}[0-9][0-9A-Za-z/_.\-—()（）〔〕\[\] 号]{0,60}")


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
    taken = _read_line(draft, i, fields) or _read_bare(draft, i, fields) or _read_glued(draft, i, fields)
    if taken:
        draft.accept([Mark(i, i + taken, Element.FIELD, _ROW)])
    return taken


def _read_line(draft: Draft, i: int, fields: Fields) -> int:
    line = draft.lines[i]
    taken = 1 if line.fields else 0
    for field in line.fields:
        value = Found(line.text[field.start : field.end], line.start + field.start, line.start + field.end)
        if field.start == field.end and field is line.fields[-1] and i + 1 < draft.foot:
            # The value is on the next line, unless that is a field itself.
            below = draft.lines[i + 1]
            if below.text.startswith("- "):
                value, taken = _listed(draft, i + 1)
            elif (
                not below.fields
                and _may_be(field.element, below)
                and not (field.element != "issuers" and _opens_title(draft, i + 1))
            ):
                value, taken = Found(below.text, below.start, below.end), 2
        if value.value and field.element not in fields:
            fields[field.element] = value
    return taken


def _read_bare(draft: Draft, i: int, fields: Fields) -> int:
    """Read a name that is alone on its line, without a colon, in a table of such lines; how many lines it takes."""
    lines = draft.lines
    name = name_of(lines[i].text)
    if name is None or i + 1 >= draft.foot:
        return 0
    after_field = i > 0 and draft.kinds[i - 1] is Element.FIELD
    is_empty = name_of(lines[i + 1].text) is not None or bool(lines[i + 1].fields)
    before_name = is_empty or (i + 2 < draft.foot and name_of(lines[i + 2].text) is not None)
    if not (after_field or before_name):
        return 0
    element = element_of(name)
    below = lines[i + 1]
    if is_empty or not _may_be(element, below) or (element != "issuers" and _opens_title(draft, i + 1)):
        return 1
    fields.setdefault(element, Found(below.text, below.start, below.end))
    return 2


def _read_glued(draft: Draft, i: int, fields: Fields) -> int:
    """Read a name with its value right behind it, in a table of three such lines (发文日期1986年7月7日); 1 where it is one."""
    found = _glued(draft, i)
    if found is None:
        return 0
    after = i > 0 and draft.kinds[i - 1] is Element.FIELD and _glued(draft, i - 1) is not None
    if not after and not all(_glued(draft, j) is not None for j in (i + 1, i + 2)):
        return 0
    element, value = found
    fields.setdefault(element, value)
    return 1


def _glued(draft: Draft, i: int) -> tuple[str, Found[str]] | None:
    """Return the element and the value of a line that has both without a mark between; None where the value is none."""
    if i >= draft.foot:
        return None
    line = draft.lines[i]
    name = opening_name(line.text) if len(line.text) <= _MAX_GLUED else None
    if name is None:
        return None
    element, at = element_of(name), line.start + len(name)
    value = LineFacts(at, line.end, line.text[len(name) :])
    if value.text[0] in "：: \t" or element in ("title", "keywords") or not _may_be(element, value):
        return None
    return element, Found(value.text, at, line.end)


def _opens_title(draft: Draft, i: int) -> bool:
    """Say whether line `i` is the organ of a title whose 关于 is on the line below, and no value of a field."""
    lines = draft.lines
    return i + 1 < draft.foot and lines[i + 1].text.startswith("关于") and bool(lines[i].organs)


def _may_be(element: str, below: LineFacts) -> bool:
    """Say whether the line below an empty field can be its value, and is not the title or what follows a field table."""
    text = below.text
    if len(text) > _MAX_VALUE or text[-1] in "：:":
        return False
    if element == "title":
        return True
    if element == "keywords":
        return "　" in text or " " in text
    if element in _DAYS:
        return _DAY.match(text) is not None and len(text) <= _SHORT
    if element == "number":
        return _NUMBER.search(text) is not None and not below.ends_title
    if element == "index_number":
        return _INDEX.fullmatch(text) is not None
    if element == "issuers":
        return bool(below.organs) and not below.ends_title
    return len(text) <= _SHORT and not below.ends_title and not below.history and _OF_NUMBER.search(text) is None


def _listed(draft: Draft, first: int) -> tuple[Found[str], int]:
    """Read a value that YAML gives as a list from line `first` on, and how many lines it takes with its name."""
    lines = draft.lines
    end = first
    while end < draft.foot and lines[end].text.startswith("- "):
        end += 1
    words = "　".join(line.text.removeprefix("- ").strip("\"'") for line in lines[first:end])
    return Found(words, lines[first].start, lines[end - 1].end), end - first + 1
