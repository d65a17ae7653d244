"""What the decisions of the design rest on: `python -m benchmarks.design`, each choice beside what it was chosen over."""

from __future__ import annotations

import csv
import io
import re
import sys
import tomllib
import tracemalloc
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import regex
from pydantic import BaseModel
from pydantic.dataclasses import dataclass as pydantic_dataclass

from benchmarks.clock import best_seconds
from benchmarks.table import Row, print_table
from egovkit.cli.sources import example
from egovkit.text.folding import fold

TEXT = example() * 200
TABLE = {ord(c): form for c in map(chr, range(0x10000)) if (form := fold(c)) != c}
MEGABYTES = len(TEXT.encode()) / 1e6


class Model(BaseModel, frozen=True, extra="forbid"):
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Slots:
    start: int
    end: int
    text: str


@pydantic_dataclass(frozen=True)
class Both:
    start: int
    end: int
    text: str


def scans() -> list[Row]:
    anchors = regex.compile(r"〔(?:19|20)[0-9]{2}〕|令第|公告|《")
    ways: dict[str, Callable[[], object]] = {
        "str.find of one rare character": lambda: TEXT.count("〔"),
        "one alternation under regex": lambda: sum(1 for _ in anchors.finditer(TEXT)),
        "folding of the whole text": lambda: fold(TEXT),
        "str.translate of a window": lambda: [TEXT[i : i + 100].translate(TABLE) for i in range(0, len(TEXT), 100)],
        "folding of a window": lambda: [fold(TEXT[i : i + 100]) for i in range(0, len(TEXT), 100)],
        "NFKC of the whole text": lambda: unicodedata.normalize("NFKC", TEXT),
    }
    return [{"way": name, "MB/s": f"{MEGABYTES / best_seconds(call):.0f}"} for name, call in ways.items()]


def normalising() -> list[Row]:
    changed = [chr(i) for i in range(sys.maxunicode + 1) if len(unicodedata.normalize("NFKC", chr(i))) != 1]
    folded = [chr(i) for i in range(sys.maxunicode + 1) if len(fold(chr(i))) != 1]
    return [
        {"way": "NFKC", "characters whose length changes": str(len(changed))},
        {"way": "egovkit's folding", "characters whose length changes": str(len(folded))},
    ]


def left_edges() -> list[Row]:
    greedy = re.compile(r"[\u4e00-\u9fff]+〔")
    bounded = re.compile(r"〔")

    def backwards(text: str) -> list[str]:
        return [text[max(0, m.start() - 24) : m.start()] for m in bounded.finditer(text)]

    rows = []
    for length in (10_000, 20_000, 40_000):
        text = "汉" * length
        rows.append(
            {
                "characters of 汉": f"{length:,}",
                "[汉字]+〔, s": f"{best_seconds(lambda t=text: greedy.findall(t), rounds=1, at_least=0):.3f}",  # type: ignore[misc]
                "anchor, then look back, s": f"{best_seconds(lambda t=text: backwards(t)):.6f}",  # type: ignore[misc]
            }
        )
    return rows


def mentions(n: int = 100_000) -> list[Row]:
    kinds: dict[str, Callable[[int], Any]] = {
        "frozen slots dataclass": lambda i: Slots(i, i + 10, ""),
        "pydantic dataclass": lambda i: Both(start=i, end=i + 10, text=""),
        "pydantic model": lambda i: Model(start=i, end=i + 10, text=""),
    }
    rows = []
    for name, make in kinds.items():
        tracemalloc.start()
        kept = [make(i) for i in range(n)]
        size = tracemalloc.get_traced_memory()[0] / len(kept)
        tracemalloc.stop()
        took = best_seconds(lambda make=make: [make(i) for i in range(1000)]) / 1000  # type: ignore[misc]
        rows.append(
            {
                "kind": name,
                "bytes each, two ints and its place in a list included": f"{size:.0f}",
                "µs": f"{took * 1e6:.2f}",
            }
        )
    return rows


def tables(n: int = 800) -> list[Row]:
    table = "code,organ,level,source\n" + "".join(f"国办发{i},国务院办公厅,state_council,untraced\n" for i in range(n))
    tree = "".join(
        f'[[row]]\ncode = "国办发{i}"\norgan = "国务院办公厅"\nlevel = "state_council"\nsource = "untraced"\n'
        for i in range(n)
    )
    return [
        {
            "format": "CSV",
            f"ms for {n} rows": f"{best_seconds(lambda: list(csv.DictReader(io.StringIO(table)))) * 1e3:.2f}",
        },
        {"format": "TOML", f"ms for {n} rows": f"{best_seconds(lambda: tomllib.loads(tree)) * 1e3:.2f}"},
    ]


def digits() -> list[Row]:
    return [
        {"pattern": r"\d", "takes": " ".join(c for c in "2２٢二" if re.fullmatch(r"\d", c))},
        {"pattern": "[0-9０-９]", "takes": " ".join(c for c in "2２٢二" if re.fullmatch("[0-9０-９]", c))},
        {"pattern": r"[\u4e00-\u9fff]", "takes": " ".join(c for c in "国〇㐀" if re.fullmatch(r"[\u4e00-\u9fff]", c))},
        {"pattern": r"\p{Han}", "takes": " ".join(c for c in "国〇㐀" if regex.fullmatch(r"\p{Han}", c))},
    ]


def measure() -> dict[str, list[Row]]:
    return {
        "Scanning a text": scans(),
        "Normalising a character": normalising(),
        "Finding where a number starts": left_edges(),
        "What a mention is made of": mentions(),
        "What a table is written in": tables(),
        "What a pattern takes": digits(),
    }


if __name__ == "__main__":
    for title, rows in measure().items():
        print_table(title, rows)
