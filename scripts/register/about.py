"""What the register says of itself: how complete its series are, and where its rows are from."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from egovkit.catalogue.policies import policies
from egovkit.catalogue.register_rows import Rows
from egovkit.errors import ParseError
from egovkit.models.issuance import IssuanceNumber, NumberForm
from scripts.register.facts import Row, read

__all__ = ["faults", "series", "sources"]

_LEAST = 5
_SOURCES = ("key", "name", "what", "terms", "use")
_USED = frozenset(
    ("PT", "FLK", "WW", "JL", "CLM", "C41", "RS", "HP", "ZH", "TS", "EK", "FACTS", "REP", "RE", "WJ", "XV")
)
_NAMES = {"FACTS": "notes on documents of e-government, made of PT and HP", "EK": "the policies of egovkit 0.1.0"}
_ADDED = (
    {
        "key": "GOV",
        "where": "国务院政策文件库 (www.gov.cn/zhengce/zhengceku)",
        "what": "numbers, titles, issuers and days of publication of documents of the State Council and of ministries, "
        "2023-01 to 2026-08",
        "licence_or_terms": "public library of the State Council; texts are not taken",
        "use": "facts taken",
    },
    {
        "key": "LAW",
        "where": "LAW:A+B is a heading of the text of a law that the sources A and B give",
        "what": "order numbers and dates of promulgation and revision",
        "licence_or_terms": "as of the sources named",
        "use": "facts taken",
    },
    {
        "key": "LB",
        "where": "github LawRefBook/Laws",
        "what": "the number of the last article of laws and regulations",
        "licence_or_terms": "no licence; texts of laws bear no copyright (Copyright Law, article 5)",
        "use": "facts taken, no text",
    },
    {
        "key": "QH",
        "where": "github qisehong/china-law-db",
        "what": "the number of the last article of laws and regulations",
        "licence_or_terms": "no licence; texts of laws bear no copyright (Copyright Law, article 5)",
        "use": "facts taken, no text",
    },
    {
        "key": "text",
        "where": "text:X is a number that a text of the source X bears itself",
        "what": "number and title of a document",
        "licence_or_terms": "as of the source",
        "use": "facts taken",
    },
    {
        "key": "seen",
        "where": "seen:X is a number that two or more texts of the source X have with this title",
        "what": "number and title of a document, in texts that the corpus of the tests lacks",
        "licence_or_terms": "as of the source",
        "use": "facts taken",
    },
    {
        "key": "page",
        "where": "page:X is the page at the address X, which prints number and title",
        "what": "number, title and date of a document",
        "licence_or_terms": "as of the page",
        "use": "facts taken",
    },
    {
        "key": "cite",
        "where": "cite:X is a number and title that a text of the source X cites",
        "what": "number and title of a document, of two independent texts",
        "licence_or_terms": "as of the source",
        "use": "facts taken",
    },
)


def sources(folder: Path) -> str:
    """Return the table of sources: those that a row can name."""
    rows = [row for row in read(folder, "sources") if row["key"] in _USED]
    for row in rows:
        row["where"] = _NAMES.get(row["key"], row["where"])
    rows += [row for row in _ADDED if row["key"] not in {known["key"] for known in rows}]
    columns = ("key", "where", "what", "licence_or_terms", "use")
    lines = ["\t".join(_SOURCES)]
    lines += ["\t".join(row[column] for column in columns) for row in sorted(rows, key=lambda row: row["key"])]
    return "\n".join(lines) + "\n"


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
        found += [f"{name}: no such source: {key}" for key in record.sources if key.split(":")[0] not in named]
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
