"""What the register says of itself: how complete its series are; and what is wrong with its tables."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from egovkit.catalogue.policies import policies
from egovkit.catalogue.register_rows import Rows
from egovkit.errors import ParseError
from egovkit.models.issuance import IssuanceNumber, NumberForm
from scripts.register.facts import Row, read
from scripts.register.sources import resolves

__all__ = ["faults", "series"]

_LEAST = 5


def series(folder: Path, documents: list[Row]) -> str:
    """Return the series of the centre: code, year, how many are known, the highest serial known, first and last day."""
    known: dict[tuple[str, int], set[int]] = defaultdict(set)
    days: dict[tuple[str, int], list[str]] = defaultdict(list)
    for row in documents:
        number = IssuanceNumber.parse(row["number"]) if row["number"] else None
        if number is not None and number.form is NumberForm.REGULAR and number.code and number.year:
            known[number.code, number.year].add(number.serial)
            if len(row["dated"]) == len("2014-11-01"):
                days[number.code, number.year].append(row["dated"])
    for record in policies:
        number = record.number
        if number is not None and number.form is NumberForm.REGULAR and number.code and number.year:
            known[number.code, number.year].add(number.serial)
    highest = {key: max(serials) for key, serials in known.items()}
    for row in read(folder, "serials"):
        key = (row["code"], int(row["year"]))
        if key in highest:
            highest[key] = max(highest[key], int(row["max_serial"]))
    lines = ["code\tyear\tknown\thighest\tfirst\tlast"]
    for (code, year), serials in sorted(known.items()):
        if len(serials) >= _LEAST:
            first, last = (min(days[code, year]), max(days[code, year])) if days[code, year] else ("", "")
            lines.append(f"{code}\t{year}\t{len(serials)}\t{highest[code, year]}\t{first}\t{last}")
    return "\n".join(lines) + "\n"


def _canonical(number: IssuanceNumber) -> bool:
    try:
        return IssuanceNumber.parse(str(number)) == number
    except ParseError:
        return False


def faults(folder: Path) -> list[str]:
    """Say which rows are not canonical, and which sources no table names."""
    found = []
    named = {line.split("\t")[0] for line in (folder / "sources.tsv").read_text(encoding="utf-8").splitlines()[1:]}
    rows = Rows.shipped()
    # The curated policies have tests and sources of their own.
    for i in range(rows.first_curated):
        record = rows.record(i)
        name = f"{record.key} {record.title}"
        found += [f"{name}: no such source: {key}" for key in record.sources if not resolves(key, named)]
        if record.number is not None and not _canonical(record.number):
            found.append(f"{name}: the number is not in canonical form")
        try:
            type(record).model_validate(record.model_dump())
        except ValueError as error:
            found.append(f"{name}: {error}")
    for table in ("documents", "laws", "series", "sources"):
        lines = (folder / f"{table}.tsv").read_bytes().decode("utf-8").split("\n")
        if len(set(lines)) != len(lines) or lines[-1] or any("\r" in line for line in lines):
            found.append(f"{folder.name}/{table}.tsv: a line twice, or not ended by LF")
    return found
