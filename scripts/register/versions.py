"""The versions of laws: how far their articles go, when they took effect, and the decisions that made them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from egovkit.grammar.codes import STATE
from egovkit.grammar.titles import normal_title
from scripts.register.documents import COLUMNS as DOCUMENTS
from scripts.register.documents import core
from scripts.register.facts import Row, joined, read, title

__all__ = ["LAWS", "VERSION", "Version", "Versioned", "count_articles", "decisions", "key_of", "link_effects"]

LAWS = (
    "number", "other_numbers", "title", "aliases", "issuers", "level", "versions",
    "status", "since", "ground", "status_confidence", "confidence", "sources",
)  # fmt: skip
"""The columns of the table of laws."""

Version = dict[str, str]
Versioned = tuple[Row, list[Version]]
VERSION = ("promulgated", "kind", "number", "decision", "effective", "last_article", "inserted", "counted")


def key_of(name: str) -> str:
    """Return what a law is compared by."""
    return normal_title(name.removeprefix(STATE))


def count_articles(folder: Path, laws: Mapping[str, Sequence[Versioned]], made: list[Versioned]) -> None:
    """Give every version its last article; a text that no law is of becomes a law of its own."""
    counted: dict[tuple[str, str], dict[str, Row]] = defaultdict(dict)
    local: dict[str, list[Row]] = defaultdict(list)
    for row in read(folder, "law_articles"):
        counted[key_of(row["title"]), row["version"]][row["sources"]] = row
        if key_of(row["title"]) not in laws:
            local[row["title"]].append(row)
    for (key, day), by_source in counted.items():
        known = laws.get(key, ())
        if len(known) != 1:
            continue
        versions = known[0][1]
        mine = [version for version in versions if version["promulgated"] == day]
        if not day and len(versions) == 1:
            mine = versions
        ends = {(row["last_article"], row["inserted_articles"]) for row in by_source.values()}
        if mine and len(ends) == 1:
            agreed = {name for row in by_source.values() for name in row["sources"].split()}
            mine[0]["last_article"], mine[0]["inserted"] = ends.pop()
            mine[0]["counted"] = str(len(agreed))
    for name, rows in local.items():
        versions = [
            dict.fromkeys(VERSION, "")
            | {
                "promulgated": row["version"],
                "kind": "known",
                "last_article": row["last_article"],
                "inserted": row["inserted_articles"],
                "counted": str(len(row["sources"].split())),
            }
            for row in sorted(rows, key=lambda row: row["version"])
        ]
        made.append(
            (
                dict.fromkeys(LAWS, "")
                | {"title": title(name), "confidence": "likely", "sources": joined(rows[0]["sources"].split())},
                versions,
            )
        )


def link_effects(made: Sequence[Versioned]) -> None:
    """Give a version the day of effect of the decision that made it."""
    decisions = {
        (core(row["title"].removeprefix("全国人民代表大会常务委员会")), versions[0]["promulgated"]): versions[0][
            "effective"
        ]
        for row, versions in made
        if versions and versions[0]["effective"]
    }
    for _, versions in made:
        for version in versions:
            if version["decision"] and not version["effective"]:
                version["effective"] = decisions.get((core(version["decision"]), version["promulgated"]), "")


def decisions(made: Sequence[Versioned], documents: Sequence[Row]) -> list[Row]:
    """Return the decisions that changed laws, as the headings of these name them, which are no rows yet."""
    known = {(core(row["title"]), row["dated"]) for row in documents}
    known |= {(core(row["title"]), versions[0]["promulgated"]) for row, versions in made if versions}
    found: dict[tuple[str, str], Row] = {}
    for law, versions in made:
        for version in versions:
            key = (core(version["decision"]), version["promulgated"])
            if not version["decision"] or not version["promulgated"] or key in known:
                continue
            row = found.setdefault(
                key,
                dict.fromkeys(DOCUMENTS, "")
                | {
                    "title": title(version["decision"]),
                    "dated": version["promulgated"],
                    "level": law["level"],
                    "confidence": "likely",
                },
            )
            if law["confidence"] == "sure":
                row["confidence"] = "sure"
            row["issuers"] = law["issuers"] if not row["issuers"] or row["issuers"] == law["issuers"] else ""
            row["sources"] = joined((*row["sources"].split("|"), *law["sources"].split("|")))
    return list(found.values())
