"""Say whether the tables of organs are in their canonical form; with --write, put them into it.

Canonical: rows in order of their key, no row twice, no blank around a cell, LF at every line's end.
"""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path

DATA = Path(__file__).resolve().parents[1] / "egovkit" / "data"
KEYS = {
    "organs": ("code", "organ", "valid_from"),
    "organ_names": ("name", "valid_from"),
    "organ_changes": ("year", "predecessor", "successor"),
    "organ_expansions": ("name",),
    "organ_stems": ("stem", "organ"),
}


def canonical(text: str, key: tuple[str, ...]) -> str:
    """Return a table's text in canonical form."""
    reader = csv.DictReader(text.splitlines())
    header = list(reader.fieldnames or ())
    rows: set[tuple[str, ...]] = {tuple(row[name].strip() for name in header) for row in reader}
    places = [header.index(name) for name in key]
    ordered = sorted(rows, key=lambda row: ([row[place] for place in places], row))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(ordered)
    return out.getvalue()


def main(arguments: list[str]) -> int:
    """Check every table of organs, or write it; 1 where a check finds one that is not canonical."""
    wrong = 0
    for name, key in KEYS.items():
        path = DATA / f"{name}.csv"
        text = path.read_bytes().decode("utf-8")
        wanted = canonical(text, key)
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
