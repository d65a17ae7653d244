"""The sources that rows of the register name, each with its terms.

A key is that of a source, or of a kind of fact and the sources that show it: `cite:WW`, `REP:LB/QH`, `text:LAW:C41+FLK`. A
key resolves where every part of it is in the table. What no key of a row resolves of stays out of the register.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from scripts.register.facts import Row, joined, read

__all__ = ["resolves", "sourced", "sources"]

_SOURCES = ("key", "name", "what", "terms", "use")
_USED = frozenset(
    ("PT", "FLK", "WW", "JL", "CLM", "C41", "RS", "HP", "ZH", "TS", "EK", "FACTS", "REP", "RE", "WJ", "XV")
)
_PARTS = re.compile("[/+:]")
_NAMES = {"FACTS": "notes on documents of e-government, made of PT and HP", "EK": "the policies of egovkit 0.1.0"}
_ADDED = (
    {
        "key": "CEE",
        "where": "github Fungwingwaa/cee",
        "what": "numbers and titles that its texts cite",
        "licence_or_terms": "no licence",
        "use": "facts taken",
    },
    {
        "key": "DW",
        "where": "github DiamonWoo/Laosheng.top",
        "what": "numbers and titles that its texts cite",
        "licence_or_terms": "no licence",
        "use": "facts taken",
    },
    {
        "key": "HF",
        "where": "github HuangFaShengH/ZhengCeWenBenWaJue",
        "what": "numbers and titles that its texts cite",
        "licence_or_terms": "no licence",
        "use": "facts taken",
    },
    {
        "key": "JD",
        "where": "把握机遇开拓创新促进电子政务协调发展——《关于促进电子政务协调发展的指导意见》解读",
        "what": "documents before 国办发〔2014〕66号 that the article which explains it names",
        "licence_or_terms": "none stated",
        "use": "facts taken, no text",
    },
    {
        "key": "YS",
        "where": "github YushenSun/china-policy-intelligence-rag",
        "what": "numbers and titles that its texts bear or cite",
        "licence_or_terms": "no licence",
        "use": "facts taken",
    },
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


def sourced(rows: Iterable[Row]) -> list[Row]:
    """Return the rows with the sources that resolve, without those that have none."""
    named = _USED | {row["key"] for row in _ADDED}
    kept = []
    for row in rows:
        row["sources"] = joined(key for key in row["sources"].split("|") if resolves(key, named))
        if row["sources"]:
            kept.append(row)
    return kept


def resolves(key: str, named: Iterable[str]) -> bool:
    """Say whether a key names sources that there are.

    >>> resolves("text:LAW:C41+FLK", {"text", "LAW", "C41", "FLK"}), resolves("cite:XY", {"cite"})
    (True, False)
    """
    head, *rest = key.split(":")
    if head in ("page", "https", "http"):
        return bool(rest)
    # LAW:rev is the heading of a revision.
    parts = [head, *(part for part in _PARTS.split(":".join(rest)) if part and part != "rev")]
    return set(parts) <= set(named)
