"""Laws, regulations, rules and interpretations with their versions.

The rules by which the tables of facts become one:

1. A document of the title of a law, and of the date or the order of one of its versions, is that version: the law
   takes its number, and the document is no row of its own.
2. Last articles go to the version of their date; without a date, to the only version.
3. The day of effect goes to the youngest version that was promulgated before it, at most three years before.
4. A version without a day of effect takes that of the decision that made it, where the decision is a row.
5. A decision that a version names, and no row is, is a document of that day.
6. A repeal is sure where the text that says so is a law that is sure.
7. What is listed as in force stays so only with a source that lists texts in force; a repeal by a text wins.
8. What a repeal alone tells of has a day that may be that of its last revision: the version is *known*, and *made* only
   where its order is named.
9. `corrected.tsv` has the levels, issuers and versions that the facts give wrong, each with the text that says so.
"""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from pathlib import Path

from egovkit.catalogue.policies import policies
from scripts.register.documents import HERE, core
from scripts.register.facts import Row, canonical_number, issuers, joined, read, sources, title
from scripts.register.sources import sourced
from scripts.register.versions import VERSION, Version, Versioned, count_articles, decisions, key_of, link_effects

__all__ = ["build"]

_LEVELS = {"": "", "law": "law", "regulation": "regulation", "rule": "rule", "interpretation": "interpretation"}
_REPEALS = "REP:"
_LISTS = frozenset(("FLK", "JL", "CLM"))
_LONGEST_WAIT = 3 * 366
_GROUND = re.compile("《(.+?)》$")
_CHANGES = re.compile("修改|废止|修正")


def build(folder: Path, documents: list[Row]) -> tuple[list[Row], list[Row]]:
    """Return the laws in canonical order, and the documents that are none of their versions."""
    laws: list[Row] = []
    plain: list[Row] = []
    for row in read(folder, "laws"):
        # A notice that a law repeals is a document; what is a row of the documents already stays there.
        (plain if row["type"] in ("normative", "sc") else laws).append(row)
    made = [_law(row) for row in laws]
    _correct(made)
    by_core: dict[str, list[Versioned]] = defaultdict(list)
    for law in made:
        by_core[key_of(law[0]["title"])].append(law)
    left = [row for row in documents if not _taken(row, by_core)]
    left += _plain(plain, left)
    left += decisions(made, left)
    left = _not_curated(left)
    count_articles(folder, by_core, made)
    link_effects(made)
    sure = {row["title"] for row, _ in made if row["confidence"] == "sure"}
    rows = []
    for row, versions in made:
        if row["since"] and any(name in sure for name in _GROUND.findall(row["ground"])):
            # The text that says so is one that several sources have.
            row["status_confidence"] = "sure"
        # An order that says no decision is that of the text itself, revised as a whole.
        orders = [v["number"] for v in versions if v["kind"] == "revised" and v["number"] and not v["decision"]]
        row["other_numbers"] = joined(n for n in (*row["other_numbers"].split("|"), *orders) if n != row["number"])
        row["versions"] = "; ".join("|".join(version[column] for column in VERSION).rstrip("|") for version in versions)
        rows.append(row)
    return sorted(sourced(rows), key=lambda row: (row["title"], row["versions"])), left


def _correct(made: list[Versioned]) -> None:
    """Give the laws whose level, issuer or versions the facts have wrong those that texts of laws say."""
    right = {row["title"]: row for row in read(HERE, "corrected")}
    for law, versions in made:
        if (known := right.get(law["title"])) is None:
            continue
        law["level"], law["issuers"] = known["level"], known["issuers"]
        if known["versions"]:
            pairs = [version.split("|") for version in known["versions"].split("; ")]
            versions[:] = [dict.fromkeys(VERSION, "") | {"promulgated": day, "kind": kind} for day, kind in pairs]


def _law(row: Row) -> Versioned:
    versions: list[Version] = []
    order, day = canonical_number(row["order_number"]), row["promulgated"]
    if day or order:
        kind = "known" if row["sources"].startswith(_REPEALS) and not order else "made"
        versions.append(dict.fromkeys(VERSION, "") | {"promulgated": day, "kind": kind, "number": order})
    for revision in filter(None, row["revisions"].split("; ")):
        day, number, kind, decision = (*revision.split("|"), "", "", "")[:4]
        if kind == "revised" and _CHANGES.search(decision):
            # A decision that changes some articles promulgates no new text.
            kind = "amended"
        versions.append(
            dict.fromkeys(VERSION, "")
            | {"promulgated": day, "kind": kind, "number": canonical_number(number), "decision": decision}
        )
    versions.sort(key=lambda version: version["promulgated"])
    last = row["latest_version"]
    if last and all(version["promulgated"] != last for version in versions) and versions:
        # Known to be there, and no more than its day.
        versions.append(dict.fromkeys(VERSION, "") | {"promulgated": last, "kind": "revised"})
        versions.sort(key=lambda version: version["promulgated"])
    _effect(versions, row["effective"])
    status, known = row["status"], sources(row["sources"])
    if status == "in_force" and _LISTS.isdisjoint(known):
        status = "unknown"
    return (
        {
            "number": order,
            "other_numbers": "",
            "title": title(row["title"]),
            "aliases": "",
            "issuers": joined(issuers(row["body"])),
            "level": _LEVELS[row["type"]],
            "versions": "",
            "status": "" if status == "unknown" else status,
            "since": row["status_date"] if status == "repealed" else "",
            "ground": row["status_ground"] if status == "repealed" else "",
            "status_confidence": "" if status == "unknown" else row["confidence"],
            "confidence": row["confidence"],
            "sources": joined(known),
        },
        versions,
    )


def _effect(versions: list[Version], effective: str) -> None:
    if not effective:
        return
    day = date.fromisoformat(effective)
    made = [
        version
        for version in versions
        if len(version["promulgated"]) == len("2014-11-01")
        and 0 <= (day - date.fromisoformat(version["promulgated"])).days <= _LONGEST_WAIT
    ]
    if made:
        made[-1]["effective"] = effective


def _taken(row: Row, laws: dict[str, list[Versioned]]) -> bool:
    """Give a document that is a version of a law to the law, and say whether it was one."""
    for law, versions in laws.get(key_of(row["title"]), ()):
        days = {version["promulgated"] for version in versions}
        orders = {version["number"] for version in versions if version["number"]}
        if row["number"] and row["number"] in (law["number"], *orders):
            pass
        elif row["dated"] and row["dated"] in days:
            for version in versions:
                if version["promulgated"] == row["dated"] and not version["number"]:
                    version["number"] = row["number"]
        elif row["dated"] or (row["number"] and not _may_be_order(row["number"], law)):
            continue
        if row["number"] and row["number"] != law["number"]:
            if law["number"]:
                law["other_numbers"] = joined((*law["other_numbers"].split("|"), row["number"]))
            else:
                law["number"] = row["number"]
        if row["confidence"] == "sure":
            law["confidence"] = "sure"
        law["sources"] = joined((*law["sources"].split("|"), *row["sources"].split("|")))
        law["aliases"] = joined((*law["aliases"].split("|"), *row["aliases"].split("|")))
        return True
    return False


def _may_be_order(number: str, law: Row) -> bool:
    """Say whether an order without a day is one of a law's: of the State Council, which promulgates regulations anew."""
    return number.startswith("国务院令") and law["number"].startswith("国务院令")


def _not_curated(documents: list[Row]) -> list[Row]:
    """Leave out what is a row of the curated policies, which say more of it."""
    numbers = {str(number) for record in policies for number in (record.number, *record.other_numbers) if number}
    titles = {
        core(name) for record in policies for name in (record.title, *record.aliases, record.carrier or "") if name
    }
    return [
        row
        for row in documents
        if not (core(row["title"]) in titles and (not row["number"] or row["number"] in numbers))
    ]


def _plain(rows: list[Row], documents: list[Row]) -> list[Row]:
    known = {row["number"] for row in documents if row["number"]} | {core(row["title"]) for row in documents}
    found = []
    for row in rows:
        number = canonical_number(row["order_number"])
        if number in known or core(row["title"]) in known:
            continue
        status = "" if row["status"] == "unknown" else row["status"]
        found.append(
            {
                "number": number,
                "title": title(row["title"]),
                "aliases": "",
                "issuers": joined(issuers(row["body"])),
                "dated": row["promulgated"],
                "published": "",
                "level": "state_council" if row["type"] == "sc" else "ministry",
                "status": status,
                "since": row["status_date"] if status else "",
                "ground": row["status_ground"] if status else "",
                "status_confidence": row["confidence"] if status else "",
                "confidence": row["confidence"],
                "sources": joined(sources(row["sources"])),
                "note": "",
            }
        )
    return found
