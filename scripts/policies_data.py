"""Say whether the tables of policies are in their canonical form; with --write, put them into it.

Canonical: policies by date and number, relations by source, kind and target; no row twice, no blank around a cell,
every number and date as its type prints it, LF at every line's end.
"""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Callable
from pathlib import Path

from egovkit.models.dates import DocumentDate
from egovkit.models.issuance import IssuanceNumber
from egovkit.models.policy import policy_key

DATA = Path(__file__).resolve().parents[1] / "egovkit" / "data"
Row = dict[str, str]


def policy(row: Row) -> Row:
    """Return one policy with its number and dates in canonical form."""
    number = {"number": str(IssuanceNumber.parse(row["number"]))} if row["number"] else {}
    days = ("dated", "published_on", "effective_on", "status_since")
    return {**row, **number, **{day: str(DocumentDate.parse(row[day])) for day in days if row[day]}}


def relation(row: Row) -> Row:
    """Return one relation with both of its ends in canonical form."""
    return {**row, "source": policy_key(row["source"]), "target": policy_key(row["target"])}


def policy_order(row: Row) -> tuple[str, ...]:
    """Return what policies are ordered by: the date, or the year that stands for it."""
    year = str(IssuanceNumber.parse(row["number"]).year or "") if row["number"] else ""
    return (row["dated"] or year or row["published_on"], row["number"] or row["title"])


def relation_order(row: Row) -> tuple[str, ...]:
    """Return what relations are ordered by."""
    return (row["source"], row["kind"], row["target"])


TABLES: dict[str, tuple[Callable[[Row], Row], Callable[[Row], tuple[str, ...]]]] = {
    "policies": (policy, policy_order),
    "policy_relations": (relation, relation_order),
}


def canonical(name: str, text: str) -> str:
    """Return a table's text in canonical form."""
    shape, order = TABLES[name]
    reader = csv.DictReader(io.StringIO(text))
    header = list(reader.fieldnames or ())
    shaped = [shape({column: row[column].strip() for column in header}) for row in reader]
    distinct = {tuple(row.values()): row for row in shaped}
    rows = list(distinct.values())
    rows.sort(key=order)
    out = io.StringIO()
    writer = csv.DictWriter(out, header, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def main(arguments: list[str]) -> int:
    """Check every table of policies, or write it; 1 where a check finds one that is not canonical."""
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
