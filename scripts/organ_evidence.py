"""Say whether the tables of organs claim no more than their sources show; with --write, take in what these show.

    python -m scripts.organ_evidence [--write]

Of every table: each key of a `source` cell is in organ_sources.csv, and no row without a source is `sure`. Where
the facts are beside the checkout (shared/facts/register: codes.tsv, recent.tsv, documents.tsv), also that each code
and name has the sources and the confidence which these give it; without them that part is left out.

A code is `sure` where two numbers of it, from an official list or from two independent texts, are of the organ, named
first; `likely` where one is, or where the number was seen and its issuer was not. A name is `sure` where two documents
are of the organ and the row claims no years. What a row has already is kept; nothing is dropped.
"""

from __future__ import annotations

import csv
import io
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from egovkit.catalogue.organs import organs
from egovkit.models.issuance import IssuanceNumber
from scripts.tables import DATA, canonical

FACTS = Path(__file__).resolve().parents[2] / "shared" / "facts" / "register"
TABLES = ("organs", "organ_names", "organ_changes", "organ_stems", "organ_expansions")
OFFICIAL = frozenset(("PT", "HP", "LIB"))
_SAME = {
    "wjunneng": "WJ",
    "xvshiting": "XV",
    "ljz060707-la": "RE",
    "Ternali": "TS",
    "Fungwingwaa": "CEE",
    "RASAAS": "RS",
}
_KEYS = {"ZH": "ZH", "TS": "TS", "REP": "FLK", "LAW": "FLK"}
Row = dict[str, str]


@dataclass
class Evidence:
    """What was seen of a code, or of a name: numbers by the organ named first, the sources, the texts among them."""

    numbers: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    keys: set[str] = field(default_factory=set)
    texts: set[str] = field(default_factory=set)

    def saw(self, tokens: Iterable[str]) -> None:
        """Take in the sources of one line of the facts."""
        for token in tokens:
            word = token.split("×")[0]
            if word.startswith(("PT", "gov.cn(PT)")):
                self.keys.add("PT")
            elif word in ("gov.cn(HP)", "HP", "LIB"):
                self.keys.add(word.removeprefix("gov.cn(").removesuffix(")"))
            elif word in _KEYS:
                self.keys.add(_KEYS[word])
            elif word.startswith(("text:", "cite:", "corpus:")):
                origin = word.removeprefix("text:CO:").split(":")[-1].split("/")[0]
                self.keys.add("TEXTS")
                self.texts.add(_SAME.get(origin, origin))


def lines(name: str) -> Iterator[Row]:
    """Yield the rows of a file of the facts."""
    with (FACTS / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def first_of(issuers: str) -> str:
    """Return the full name of the organ that a list of issuers names first; "" where the table knows none there."""
    named = [organ for organ in organs.named_in(issuers) if organ.confidence != "composed"]
    return named[0].name if named else ""


def of_codes() -> dict[str, Evidence]:
    """Return what the facts show of each code."""
    found: dict[str, Evidence] = defaultdict(Evidence)
    for row in lines("codes.tsv"):
        seen = found[row["code"]]
        seen.saw(row["sources"].split())
        for each in row["issuers_seen"].split("; "):
            issuers, _, count = each.rpartition("×")
            seen.numbers[first_of(issuers)] += int(count or 0)
    for row in lines("recent.tsv"):
        if IssuanceNumber.is_valid(row["number"]) and (code := IssuanceNumber.parse(row["number"]).code):
            found[code].saw(["LIB"])
            found[code].numbers[first_of(row["issuers"])] += 1
    return found


def of_names() -> dict[str, Evidence]:
    """Return what the facts show of each name of an organ that issued documents."""
    found: dict[str, Evidence] = defaultdict(Evidence)
    for file in ("documents.tsv", "recent.tsv"):
        for row in lines(file):
            for name in re.split("[、；;| ]+", row["issuers"]):
                found[name].saw(row["sources"].split() if "sources" in row else ["LIB"])
                found[name].numbers[name] += bool(found[name].keys)
    return found


def told(row: Row, name: str, seen: Evidence, bound: bool) -> Row:
    """Return a row with what was seen of it; `bound` says that it claims years, which nothing here shows."""
    count = seen.numbers.get(name, 0)
    strong = count > 1 and (bool(seen.keys & OFFICIAL) or len(seen.texts) > 1) and not bound
    keys = {key for key in row["source"].split("|") if key and (key != "codes" or not count)} | seen.keys
    sure = bool(keys) and (strong or row["confidence"] == "sure")
    return {**row, "source": "|".join(sorted(keys)), "confidence": "sure" if sure else "likely"}


def with_evidence(table: str, rows: list[Row]) -> list[Row]:
    """Return the rows of a table with the sources and the confidence that the facts give them."""
    if table == "organs":
        codes = of_codes()
        return [told(row, row["organ"], _of_the_organ(row, codes), bound=False) for row in rows]
    if table == "organ_names":
        names = of_names()
        # What a reform set up is traced; that its organs issued documents says nothing of their years.
        return [
            told(row, row["name"], names[row["name"]], bool(row["valid_from"] or row["valid_to"]))
            if row["source"] in ("", "codes") and row["name"] in names
            else row
            for row in rows
        ]
    return rows


def _of_the_organ(row: Row, codes: dict[str, Evidence]) -> Evidence:
    """Return what was seen of a row's code, nothing where all its numbers are another organ's."""
    seen = codes.get(row["code"], Evidence())
    known = {name for name, count in seen.numbers.items() if name and count}
    return seen if not known or row["organ"] in known else Evidence()


def faults(table: str, rows: list[Row], known: frozenset[str]) -> Iterator[str]:
    """Say of each row what it claims and no source shows."""
    for row in rows:
        keys = [key for key in row["source"].split("|") if key]
        yield from (f"{table}.csv: no source {key!r}: {row}" for key in keys if key not in known)
        if row.get("confidence") == "sure" and not keys:
            yield f"{table}.csv: sure, and of no source: {row}"


def main(arguments: list[str]) -> int:
    """Check every table, or write it; 1 where a check finds a fault."""
    wrong = 0
    with (DATA / "organ_sources.csv").open(encoding="utf-8", newline="") as file:
        known = frozenset(row["key"] for row in csv.DictReader(file))
    for table in TABLES:
        path = DATA / f"{table}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        shown = with_evidence(table, rows) if FACTS.is_dir() else rows
        if shown != rows and "--write" in arguments:
            written = io.StringIO()
            writer = csv.DictWriter(written, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(shown)
            path.write_bytes(canonical(table, written.getvalue()).encode("utf-8"))
        found = list(faults(table, shown, known))
        if shown != rows and "--write" not in arguments:
            found.append(f"{table}.csv: not as the facts show (python -m scripts.organ_evidence --write)")
        wrong += len(found)
        print(*found, sep="\n", end="\n" if found else "")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
