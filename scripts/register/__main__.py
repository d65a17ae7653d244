"""Say whether the tables of the register are in canonical form; with `build FACTS`, make them from tables of facts; with
`index`, make the index anew.

Canonical: rows in their order, none twice, every number and date as its type prints it, every source in the table of
sources, LF at every line's end; and the index is the one that the tables give.
"""

from __future__ import annotations

import sys
from pathlib import Path

from scripts.register import about, documents, index, laws, sources
from scripts.register.facts import Row
from scripts.register.versions import LAWS

DATA = Path(__file__).resolve().parents[2] / "egovkit" / "data" / "register"


def written(columns: tuple[str, ...], rows: list[Row]) -> str:
    """Return a table as text."""
    lines = ["\t".join(columns), *("\t".join(row[column] for column in columns) for row in rows)]
    return "\n".join(dict.fromkeys(lines)) + "\n"


def build(folder: Path) -> None:
    """Make every table of the register."""
    made, plain = laws.build(folder, documents.build(folder))
    DATA.mkdir(exist_ok=True)
    tables = {
        "documents": written(documents.COLUMNS, sorted(plain, key=documents.order)),
        "laws": written(LAWS, made),
        "series": about.series(folder, plain),
        "sources": sources.sources(folder),
    }
    for name, text in tables.items():
        (DATA / f"{name}.tsv").write_bytes(text.encode("utf-8"))


def main(arguments: list[str]) -> int:
    """Check the tables, or build them."""
    if arguments[:1] == ["build"]:
        build(Path(arguments[1]))
    if arguments[:1] in (["build"], ["index"]):
        (DATA / "keys.bin").write_bytes(index.made())
        return 0
    faults = [*about.faults(DATA), *index.faults(DATA)]
    print(*faults, sep="\n", end="\n" if faults else "")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
