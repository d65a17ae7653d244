"""Write the table of regions (行政区划), and the region of every local organ that has a row.

    python -m scripts.regions           # say what is not as the facts have it
    python -m scripts.regions --write   # write it

Sources, beside the checkout: `facts/register/organs.tsv` (the codes of GB/T 2260 of every year from 1980 to 2018, and
those of the Ministry of Civil Affairs of 2026-09). What is left out: the zones of statistics (5th digit 7), which are no
regions, and rows of 1980 that stand for "some year before".

An organ's region is that which its name begins with, after what stands before it (中共, 国家税务总局). Its parent is the
government of its region where it is a department of one, and the government above where it is a government.
"""

from __future__ import annotations

import csv
import io
import re
import sys
from pathlib import Path

from egovkit.catalogue.regions import Regions, region_in
from egovkit.models.region import Region
from scripts.tables import DATA, canonical

FACTS = Path(__file__).resolve().parents[2] / "shared" / "facts" / "register" / "organs.tsv"
COLUMNS = ("code", "name", "valid_from", "valid_to", "source", "confidence")
_ENDING = re.compile("(?:人民)?政府$|行政公署$|行政委员会$")
_ZONE = re.compile("^[0-9]{4}7[0-9]$|(?:开发区|新城|管委会|现代产业园)$")
_PLACELESS = re.compile("^(?:中共|中国共产党|国家税务总局|中国共产主义青年团)")
_CENTRAL = frozenset(("party", "state_council", "ministry", "agency", "supervision", "military", "mass", "enterprise"))
_GOVERNMENT = "人民政府"
_NO_DEPARTMENT = re.compile(
    "^中共|^中国共产|^国家|委员会(?:办公厅|组织部|宣传部)$|人民政府|法院$|检察院$|联合会$|总工会$"
)
Row = dict[str, str]


def _bound(cell: str, *, first: bool) -> str:
    """Return a year of the facts; "" for "in 1980 or before" and for "in 2018 or after"."""
    if cell.startswith(">"):
        return "2019" if first and cell == ">2018" else ""
    return "" if cell.startswith(("≤", "≥")) else cell


def regions() -> str:
    """Return the table of regions as text."""
    with FACTS.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if row["region_code"]]
    made: dict[tuple[str, str], Row] = {}
    for row in rows:
        name, code = _ENDING.sub("", row["short_name"]), row["region_code"]
        current = not row["valid_to"]
        if (not current and _ZONE.search(code)) or _ZONE.search(name):
            continue
        made.setdefault(
            (code, name),
            {
                "code": code,
                "name": name,
                "valid_from": _bound(row["valid_from"], first=True),
                # What the last list of 2018 has, and the list of 2026 has not, ended in a year between.
                "valid_to": "2026" if row["valid_to"].startswith("≥") else row["valid_to"],
                "source": "MCA|GB2260" if current else "GB2260",
                "confidence": "likely" if row["valid_to"].startswith("≥") else row["confidence"],
            },
        )
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(made[key] for key in sorted(made))
    return out.getvalue()


def located(rows: list[Row], known: Regions) -> list[Row]:
    """Return the rows of organs with region and parent."""
    return [{**row, **_place(row, known)} for row in rows]


def _place(row: Row, known: Regions) -> Row:
    if row["level"] in _CENTRAL:
        return {"region": ""}
    region = region_in(known, _PLACELESS.sub("", row["name"]))
    if region is None:
        # A name without 市 or 省 names no region by itself, and may have been given one by hand.
        return {"region": row.get("region", "")}
    parent = row["parent"]
    if row["name"].endswith(_GOVERNMENT):
        parent = _above(region, known)
    elif not parent and not _NO_DEPARTMENT.search(row["name"]) and row["level"] in ("province_department", "district"):
        parent = known.full_name(region) + _GOVERNMENT
    return {"region": region.code, "parent": parent}


def _above(region: Region, known: Regions) -> str:
    above = known.above(region)
    return "国务院" if above is None else known.full_name(above) + _GOVERNMENT


def main(arguments: list[str]) -> int:
    """Check the tables, or write them."""
    tables: dict[str, str] = {}
    if FACTS.is_file():
        tables["regions"] = regions()
        if "--write" in arguments:
            (DATA / "regions.csv").write_bytes(tables["regions"].encode("utf-8"))
    with (DATA / "organ_names.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    out = io.StringIO()
    columns = list(dict.fromkeys((*rows[0], "region")))
    writer = csv.DictWriter(out, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(located(rows, Regions.shipped()))
    tables["organ_names"] = canonical("organ_names", out.getvalue())
    wrong = [name for name, text in tables.items() if (DATA / f"{name}.csv").read_bytes().decode("utf-8") != text]
    if "--write" in arguments:
        for name in wrong:
            (DATA / f"{name}.csv").write_bytes(tables[name].encode("utf-8"))
        return 0
    print(*(f"{name}.csv: not as the facts have it (python -m scripts.regions --write)" for name in wrong), sep="\n")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
