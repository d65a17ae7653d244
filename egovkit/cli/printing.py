"""What is printed of other people's text (输出): a terminal obeys none of it, and a spreadsheet calculates none of it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, Final

from egovkit.text.patterns import LatePattern

__all__ = ["cell", "csv_lines", "json_escaped", "json_text", "shown"]

# What a terminal obeys (C0, DEL, C1), what turns the order of what is read (bidirectional controls), and what some take
# for the end of a line. A tab and a line feed are no harm in a text.
_UNSAFE: Final = LatePattern("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_LINE_ENDS: Final = LatePattern("[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_SURROGATE: Final = LatePattern("[\ud800-\udfff]")
# What makes a formula of the cell that begins with it, in their full width too.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def shown(text: str) -> str:
    """Return a text that a terminal shows as it stands (显示用文本): U+FFFD for each character that it would obey.

    >>> shown("第一行\\n第二行\\x1b[2J")
    '第一行\\n第二行�[2J'
    """
    return _UNSAFE.sub("\N{REPLACEMENT CHARACTER}", text)


def json_escaped(written: str) -> str:
    """Return JSON with what a terminal obeys and what no UTF-8 holds escaped (转义): it reads back as it was.

    >>> json_escaped('{"title": "\\u202e\\x9b"}')
    '{"title": "\\\\u202e\\\\u009b"}'
    """
    if written.isascii() and "\x7f" not in written:
        return written
    # Outside of strings JSON has line feeds and blanks only.
    written = _UNSAFE.sub(_escape, written)
    return _SURROGATE.sub(_escape, written)


def json_text(value: Any, *, indent: int | None = None) -> str:
    """Return a value as JSON, in Chinese as it is written (转为 JSON)."""
    import json  # noqa: PLC0415  # a help and a table write none

    return json_escaped(json.dumps(value, ensure_ascii=False, indent=indent))


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def cell(value: object, *, raw: bool = False) -> str:
    """Return a value as a cell of CSV (单元格): one line, nothing that a terminal obeys, no formula.

    What a spreadsheet would calculate gets a ' in front, which it takes for the mark of a text. With `raw` it is as it is.

    >>> cell("=1+1"), cell("第一行\\n第二行"), cell(None)
    ("'=1+1", '第一行 第二行', '')
    """
    text = "" if value is None else "；".join(map(str, value)) if isinstance(value, tuple) else str(value)
    if raw:
        return text
    text = shown(_LINE_ENDS.sub(" ", text.lstrip("\r\n")))
    return f"'{text}" if text.lstrip(" \u3000\xa0").startswith(_FORMULA) else text


class _Line:
    """A file that holds the one line csv wrote last."""

    text = ""

    def write(self, text: str) -> int:
        self.text = text
        return len(text)


def csv_lines(columns: Collection[str], rows: Iterable[Mapping[str, Any]], *, raw: bool = False) -> Iterator[str]:
    """Yield the lines of CSV with a head, each as it is due (逐行输出).

    >>> list(csv_lines(["title"], [{"title": "@甲"}]))
    ['title', "'@甲"]
    """
    import csv  # noqa: PLC0415

    line = _Line()
    writer = csv.writer(line, lineterminator="")
    writer.writerow(columns)
    yield line.text
    for row in rows:
        writer.writerow(cell(row[name], raw=raw) for name in columns)
        yield line.text
