"""Gold scores and benchmarks, as `make measure` kept them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from scripts.pages.markdown import GENERATED, table

MEASURED = Path(__file__).resolve().parents[2] / "docs" / "measured"

TARGETS = {
    "numbers": 0.98,
    "citations": 0.97,
    "cite_number": 0.97,
    "short_name": 0.97,
    "antecedent": 0.95,
    "relation": 0.85,
    "dates": 0.98,
    "frameworks": 0.95,
    "doc.number": 0.97,
    "doc.title": 0.97,
    "doc.kind": 0.97,
    "doc.dated": 0.97,
    "doc.headings": 0.97,
    "doc.cites": 0.97,
}
_REST = 0.95


def pages() -> dict[str, str]:
    return {
        "tables/gold.md": _gold(_read("gold")),
        "tables/benchmarks.md": _benchmarks(_read("benchmarks")),
        "tables/decisions.md": _decisions(_read("design")),
        "tables/register.md": _register(_read("register")),
    }


def _read(name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((MEASURED / f"{name}.json").read_text(encoding="utf-8"))
    return content


def _gold(content: dict[str, Any]) -> str:
    rows = [
        (
            kind,
            *(f"{figures[k]:.3f}" if k in figures else "" for k in ("f1", "p", "r")),
            figures["n"],
            TARGETS.get(kind, _REST),
        )
        for kind, figures in content["figures"].items()
    ]
    return (
        f"# Gold scores\n\n{GENERATED}"
        f"Version {content['version']}, {content['date']}, on the development part of the hand-annotated gold: "
        "passages for what is found in running text, whole documents for `doc.*`. For these, f1 is the share of "
        "documents with the field right. Printed by `python ../shared/gold/score.py`, kept by `make measure`.\n\n"
        f"{table(('kind', 'f1', 'precision', 'recall', 'items', 'aim'), rows)}"
    )


def _benchmarks(content: dict[str, Any]) -> str:
    return (
        f"# Benchmarks\n\n{GENERATED}{_machine(content['machine'])} One core; each figure is the best of several rounds. "
        "Printed by `make bench`, kept by `make measure`. *Ratio* is the speed over that of the naive one-liner in the "
        "same run; in the table of growth a cell has the factor from 1 to 10 copies and that from 10 to 100, with an "
        "exclamation mark above 11.\n\n"
        f"{_tables(content['tables'])}"
    )


def _decisions(content: dict[str, Any]) -> str:
    return (
        f"# What the design was measured by\n\n{GENERATED}{_machine(content['machine'])} Printed by "
        "`python -m benchmarks.design`, kept by `make measure`. Why each matters: [design](../design/index.md).\n\n"
        f"{_tables(content['tables'])}"
    )


def _register(content: dict[str, Any]) -> str:
    covered = [
        (name, figures["mentions"], f"{figures['known']:.1%}", f"{figures['of_lists']:.1%}")
        for name, figures in content["coverage"].items()
    ]
    verdicts = ("agrees", "unknown", "contradicts")
    tried = [(name, *(counts.get(verdict, 0) for verdict in verdicts)) for name, counts in content["trials"].items()]
    places = [
        (name, counts.get("not", 0), counts.get("contradicts", 0)) for name, counts in content["articles"].items()
    ]
    costs = [(name, figure) for name, figure in content["costs"].items()]
    return (
        f"# How well citations are verified\n\n{GENERATED}Register of {content['register']} rows, "
        f"{content['machine']['date']}. Printed by `python -m scripts.coverage`, kept by `make measure`.\n\n"
        "## What is known of what texts cite\n\nMentions of central documents in a corpus of 1,585 texts. *Not derived* "
        "leaves out the rows that rest on texts alone, some of which are of the corpus; a row stays that a list has, or that "
        "at least two texts outside the corpus have with its number and title.\n\n"
        f"{table(('citations', 'mentions', 'known', 'not derived'), covered)}\n"
        "## What is said of true and altered citations\n\nRows of the register that are sure, drawn at random: cited as "
        "they are, with a serial that is up to nine away, and the number with a title that was made up.\n\n"
        f"{table(('citation', *verdicts), tried)}\n"
        "## Articles\n\nLaws of the register whose last article is known.\n\n"
        f"{table(('article cited', 'not against', 'contradicts'), places)}\n"
        "## What it costs\n\nCPU time: the first answer of a fresh process that has the models of egovkit, later answers to names "
        "not asked before, the memory of rows and index; verification beside finding the citations alone. "
        "`python -m scripts.register.costs` prints these.\n\n"
        f"{table(('what', 'figure'), costs)}"
    )


def _machine(machine: dict[str, str]) -> str:
    versions = f"Python {machine['python']}, pydantic {machine['pydantic']}, regex {machine['regex']}"
    return f"{versions}, {machine['system']}, {machine['date']}."


def _tables(tables: dict[str, list[dict[str, str]]]) -> str:
    parts = []
    for title, rows in tables.items():
        header = tuple(rows[0])
        parts.append(f"## {title}\n\n{table(header, ([row[name] for name in header] for row in rows))}")
    return "\n".join(parts)
