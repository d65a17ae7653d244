"""The examples of the lexicon: `ROOM.tsv` beside this file has for each entry a text that reads right because of it.

Columns: `list`, `word`, `example`, `reading`, `counter`. The reading is what the room's reader makes of the example;
`counter` is empty, or a text that prints the word and must not read so. ⏎ is a line's end.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from egovkit.lexicon import _room

HERE = Path(__file__).parent
COLUMNS = ["list", "word", "example", "reading", "counter"]


class Example(NamedTuple):
    """An entry of the lexicon with the text that reads right because of it."""

    name: str
    word: str
    text: str
    reading: str
    counter: str


def examples(room: str) -> list[Example]:
    """Return the examples of one room."""
    with (HERE / f"{room}.tsv").open(encoding="utf-8", newline="") as lines:
        reader = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        assert next(reader) == COLUMNS
        return [
            Example(f"{room}.{name}", word, text.replace("⏎", "\n"), reading, counter.replace("⏎", "\n"))
            for name, word, text, reading, counter in reader
        ]


def entries(room: str) -> Iterator[tuple[str, str]]:
    """Yield every entry of one room: the name of its list, and the word."""
    yield from _walk(room, _room(room))


def _walk(name: str, node: Any) -> Iterator[tuple[str, str]]:
    for key, value in node.items():
        if isinstance(value, dict):
            yield from _walk(f"{name}.{key}", value)
        else:
            yield from ((f"{name}.{key}", word) for word in value)
