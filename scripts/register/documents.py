"""Documents of the centre: the register of facts, and what the public library has published since.

The rules by which two rows become one, stay two, or lose a date:

1. One number and one title is one document; what one row lacks the other gives.
2. One number and two titles: the row that is sure stays, the other is left out; where both are sure both stay, as
   two readings, and neither of them is sure any more.
3. A date of another year than the number's: within five weeks of that year it stays, with a note; else it is left
   out, and the row is likely at most.
4. A date two months before both numbers before it, or after both that follow, is left out, and the row is likely.
5. An announcement that publishes several guidelines is several documents of one number.
6. A row without a number is left out where its title is that of a row with one.
7. A number that ten texts or more have with one title is not that of another title which citations alone give; an
   announcement of a list is not that of another organ, or a 公告 for a 通告, which texts alone give.

8. A row none of whose sources is in the table of sources is left out (`sources.py`).

To the tables of facts come two of this folder: `added.tsv`, rows from pages that were read one by one, and `texts.tsv`,
how many texts outside the corpus have a number and its title together (`texts.py` makes it).
"""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from pathlib import Path

from egovkit.catalogue.organs import organs
from egovkit.errors import ParseError
from egovkit.grammar.titles import bare, normal_title, split_issuer, unwrap
from egovkit.models.dates import DocumentDate
from egovkit.models.issuance import IssuanceNumber, NumberForm
from scripts.register.facts import Row, canonical_number, issuers, joined, read, sources, title
from scripts.register.sources import sourced

__all__ = ["COLUMNS", "build", "core"]

COLUMNS = (
    "number", "title", "aliases", "issuers", "dated", "published", "level",
    "status", "since", "ground", "status_confidence", "confidence", "sources", "note",
)  # fmt: skip

HERE = Path(__file__).parent
_empty = dict.fromkeys(COLUMNS, "")
_EARLY = "成文于上一年末"
_LATE = "成文于次年初"
_GUIDELINES = ("RS", "cite:RS", "text:RS")
_WEEKS = 35
_OFTEN = 10
_ADRIFT = 62
_LEAST_SERIES = 5
_BARE = re.compile(r"^(?P<year>[0-9]{4})年第(?P<serial>[0-9]+)号$")


def core(name: str) -> str:
    """Return what two titles of one document share: the instrument's title without issuer, normalised."""
    name = bare(name)
    carried = unwrap(name)
    if carried is not None and carried.how != "approve":
        name = carried.instrument
    return normal_title(split_issuer(name)[1].removeprefix("中华人民共和国").removeprefix("关于"))


def build(folder: Path) -> list[Row]:
    """Return the documents in canonical order."""
    rows = [row for old in read(folder, "documents") if old["title"] for row in _parted(_old(old))]
    rows += filter(None, map(_recent, read(folder, "recent")))
    rows += (_empty | given for given in map(_added, read(HERE, "added")))
    rows = sourced(_seen(rows))
    rows = _drifting(_dated(_announced_once(_merged(_one_title(rows)))))
    return sorted(rows, key=order)


def order(row: Row) -> tuple[object, ...]:
    """Order by code, year and serial; then what bears no number, by title."""
    if not row["number"]:
        return (1, row["title"], "", 0, 0, row["dated"])
    number = IssuanceNumber.parse(row["number"])
    return (0, number.code or "", f"{number.form}{number.word}", number.year or 0, number.serial, row["title"])


def _old(row: Row) -> Row:
    status, ground = row["status"], row["status_ground"]
    if ground.startswith("EK:") or (status == "in_force" and not ground):
        # That nothing was found which ends it is no ground: laws.tsv says what a list gives as in force.
        status = "unknown"
    if status == "unknown":
        status = ground = ""
    return {
        "number": canonical_number(row["number"]),
        "title": title(row["title"]),
        "aliases": joined(map(title, row["also_titles"].split(" | "))),
        "issuers": joined(issuers(row["issuers"])),
        "dated": row["dated"],
        "published": "",
        "level": row["level"],
        "status": status,
        "since": row["status_date"] if status else "",
        "ground": ground,
        "status_confidence": row["confidence"] if status else "",
        "confidence": row["confidence"],
        "sources": joined(sources(row["sources"])),
        "note": "",
    }


def _parted(row: Row) -> list[Row]:
    """Return one row for each of the guidelines that an announcement publishes."""
    several = [row["title"], *filter(None, row["aliases"].split("|"))]
    if len(several) == 1 or not any(key.startswith(_GUIDELINES) for key in row["sources"].split("|")):
        return [row]
    return [row | {"title": name, "aliases": ""} for name in several]


def _recent(row: Row) -> Row | None:
    named = issuers(row["issuers"])
    number = canonical_number(row["number"]) if row["number"] else _announced(row, named)
    name = title(row["title"])
    if not number or not name or not IssuanceNumber.parse(number).code:
        return None
    return {
        "number": number,
        "title": name,
        "aliases": "",
        "issuers": joined(named),
        "dated": "",
        "published": row["published"],
        "level": row["level"],
        "status": "",
        "since": "",
        "ground": "",
        "status_confidence": "",
        "confidence": row["confidence"] if row["number"] else "likely",
        "sources": "GOV",
        "note": "",
    }


def _added(row: Row) -> Row:
    return {
        **{column: row[column] for column in ("title", "dated", "level", "confidence")},
        "number": canonical_number(row["number"]),
        "issuers": joined(issuers(row["issuers"])),
        "sources": joined(row["sources"].split()),
    }


def _seen(rows: list[Row]) -> list[Row]:
    """Name the sources whose texts, none of them in the corpus, have number and title of a row together."""
    seen = {(row["number"], core(row["title"])): row["sources"].split() for row in read(HERE, "texts")}
    for row in rows:
        for name in (row["title"], *filter(None, row["aliases"].split("|"))):
            keys = [f"seen:{key}" for key in seen.get((row["number"], core(name)), ())]
            row["sources"] = joined((*row["sources"].split("|"), *keys))
    # Where many texts have one title of a number, a slip of few has another.
    often = {row["number"] for row in read(HERE, "texts") if int(row["texts"]) >= _OFTEN}
    return [row for row in rows if row["number"] not in often or not _slip(row, rows)]


def _slip(row: Row, rows: list[Row]) -> bool:
    """Say whether a row rests on citations alone, none of them confirmed, where another of its number is confirmed."""
    keys = row["sources"].split("|")
    return all(key.startswith("cite:") for key in keys) and any(
        "seen:" in other["sources"] for other in rows if other["number"] == row["number"] and other is not row
    )


def _announced(row: Row, named: list[str]) -> str:
    """Return the number of an announcement that prints no organ, by those who issued it."""
    found = _BARE.match(row["printed"])
    word = next((word for word in ("公告", "通告") if row["title"].endswith(word)), None)
    if found is None or word is None or not named or not all(name in organs for name in named):
        return ""
    return canonical_number(f"{' '.join(named)}{word}{found[0]}")


def _one_title(rows: list[Row]) -> list[Row]:
    numbered = {core(row["title"]) for row in rows if row["number"]}
    return [row for row in rows if row["number"] or core(row["title"]) not in numbered]


def _merged(rows: list[Row]) -> list[Row]:
    by_number: dict[str, list[Row]] = defaultdict(list)
    kept: list[Row] = []
    for row in rows:
        if not row["number"]:
            kept.append(row)
            continue
        same = by_number[row["number"]]
        twin = next((other for other in same if _same_title(row, other)), None)
        if twin is not None:
            _take(twin, row)
        else:
            same.append(row)
    for same in by_number.values():
        if _repeats(same[0]["number"]) or all("RS" in row["sources"] for row in same):
            kept += same
            continue
        sure = [row for row in same if row["confidence"] == "sure"] or same
        if len(sure) > 1:
            for row in sure:
                row["confidence"] = "likely"
        kept += sure
    return kept


def _announced_once(rows: list[Row]) -> list[Row]:
    """Leave out what texts alone call an announcement of another organ or word, of a title, year and serial that a list has."""
    by_title: dict[tuple[str, int | None, int], list[Row]] = defaultdict(list)
    for row in rows:
        if row["number"] and (number := IssuanceNumber.parse(row["number"])).form is NumberForm.ANNOUNCEMENT:
            by_title[core(row["title"]), number.year, number.serial].append(row)
    out = [
        row
        for same in by_title.values()
        if any(not _of_texts(row) for row in same)
        for row in same
        if _of_texts(row) and len(same) > 1
    ]
    return [row for row in rows if row not in out]


def _of_texts(row: Row) -> bool:
    return all(key.startswith(("cite:", "text:", "seen:")) for key in row["sources"].split("|"))


def _repeats(number: str) -> bool:
    """Say whether a number is given anew: an order without a year, of the President or of a ministry renamed."""
    value = IssuanceNumber.parse(number)
    return value.form is NumberForm.ORDER and value.year is None and value.code != "国务院"


def _same_title(one: Row, other: Row) -> bool:
    mine, yours = core(one["title"]), core(other["title"])
    titles = {core(alias) for alias in other["aliases"].split("|") if alias}
    return mine == yours or mine in titles or (min(len(mine), len(yours)) > 8 and (mine in yours or yours in mine))


def _take(row: Row, other: Row) -> None:
    row["confidence"] = "sure" if "sure" in (row["confidence"], other["confidence"]) else "likely"
    row["sources"] = joined((*row["sources"].split("|"), *other["sources"].split("|")))
    if other["title"] != row["title"]:
        # The fuller title is the document's, the other one that of what it carries.
        if len(other["title"]) > len(row["title"]):
            row["title"], other["title"] = other["title"], row["title"]
        row["aliases"] = joined((*row["aliases"].split("|"), other["title"]))
    for column in ("issuers", "dated", "published", "status", "since", "ground", "status_confidence"):
        if column == "issuers" and len(other[column].split("|")) > len(row[column].split("|")):
            row[column] = other[column]
        row[column] = row[column] or other[column]


def _dated(rows: list[Row]) -> list[Row]:
    for row in rows:
        year = IssuanceNumber.parse(row["number"]).year if row["number"] else None
        if row["dated"]:
            try:
                day = DocumentDate.parse(row["dated"])
            except ParseError:
                row["dated"] = ""
                continue
            if year and day.year != year:
                first, last = date(year, 1, 1), date(year, 12, 31)
                near = -_WEEKS <= (day.last_day - first).days < 0 or 0 < (day.first_day - last).days <= _WEEKS
                row["note"] = (_EARLY if day.year < year else _LATE) if near else ""
                row["dated"], row["confidence"] = (row["dated"], row["confidence"]) if near else ("", "likely")
        if row["dated"] and row["published"] and row["published"] < row["dated"]:
            row["published"] = ""
    return rows


def _drifting(rows: list[Row]) -> list[Row]:
    series: dict[tuple[str, int], list[tuple[int, Row]]] = defaultdict(list)
    for row in rows:
        if not row["number"] or len(row["dated"]) < len("2014-11-01"):
            continue
        number = IssuanceNumber.parse(row["number"])
        if number.form is NumberForm.REGULAR and number.code and number.year:
            series[number.code, number.year].append((number.serial, row))
    for members in series.values():
        if len(members) < _LEAST_SERIES:
            continue
        members.sort(key=lambda member: member[0])
        days = [date.fromisoformat(row["dated"]) for _, row in members]
        for i, (_, row) in enumerate(members):
            before, after = days[max(0, i - 2) : i], days[i + 1 : i + 3]
            early = bool(before) and (min(before) - days[i]).days > _ADRIFT
            if early or (after and (days[i] - max(after)).days > _ADRIFT):
                row["confidence"], row["dated"], row["note"] = "likely", "", ""
    return rows
