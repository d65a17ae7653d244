"""Say whether the shipped tables are in their canonical form; with --write, put them into it.

Canonical: rows in order of their key, no row twice, no blank around a cell, every number and date of a policy as its
type prints it, LF at every line's end.
"""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from egovkit.models.dates import DocumentDate
from egovkit.models.issuance import IssuanceNumber
from egovkit.models.policy import policy_key

DATA = Path(__file__).resolve().parents[1] / "egovkit" / "data"
Row = dict[str, str]


class Form(NamedTuple):
    """The canonical form of a table: how its rows are ordered, and how each is written."""

    order: Callable[[Row], tuple[str, ...]]
    shape: Callable[[Row], Row] = dict


def by(*columns: str) -> Callable[[Row], tuple[str, ...]]:
    """Order rows by these columns, then by all."""
    return lambda row: (*(row[column] for column in columns), *row.values())


def policy(row: Row) -> Row:
    """Return one policy with its number and dates in canonical form."""
    number = {"number": str(IssuanceNumber.parse(row["number"]))} if row["number"] else {}
    days = ("dated", "published_on", "effective_on", "status_since")
    return {**row, **number, **{day: str(DocumentDate.parse(row[day])) for day in days if row[day]}}


def policy_order(row: Row) -> tuple[str, ...]:
    """Return what policies are ordered by: the date, or the year that stands for it."""
    year = str(IssuanceNumber.parse(row["number"]).year or "") if row["number"] else ""
    return (row["dated"] or year or row["published_on"], row["number"] or row["title"])


def relation(row: Row) -> Row:
    """Return one relation with both of its ends in canonical form."""
    return {**row, "source": policy_key(row["source"]), "target": policy_key(row["target"])}


TABLES = {
    "organs": Form(by("code", "organ", "valid_from")),
    "fonts": Form(by("alias")),
    "organ_names": Form(by("name", "valid_from")),
    "organ_changes": Form(by("year", "predecessor", "successor")),
    "organ_expansions": Form(by("name")),
    "organ_stems": Form(by("stem", "organ")),
    "organ_sources": Form(by("key")),
    "policies": Form(policy_order, policy),
    "policy_relations": Form(by("source", "kind", "target"), relation),
}


def canonical(name: str, text: str) -> str:
    """Return a table's text in canonical form."""
    form = TABLES[name]
    reader = csv.DictReader(io.StringIO(text))
    header = list(reader.fieldnames or ())
    shaped: list[Row] = [form.shape({column: row[column].strip() for column in header}) for row in reader]
    distinct = {tuple(row.values()): row for row in shaped}
    out = io.StringIO()
    writer = csv.DictWriter(out, header, lineterminator="\n")
    writer.writeheader()
    rows = list(distinct.values())
    rows.sort(key=form.order)
    writer.writerows(rows)
    return out.getvalue()


def main(arguments: list[str]) -> int:
    """Check every table, or write it; 1 where a check finds one that is not canonical."""
    wrong = 0
    for name in TABLES:
        path = DATA / f"{name}.csv"
        text = path.read_bytes().decode("utf-8")
        wanted = canonical(name, text)
        if text == wanted:
            continue
        if "--write" in arguments:
            path.write_bytes(wanted.encode("utf-8"))
        else:
            wrong += 1
            print(f"{path.name}: not in canonical form")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
