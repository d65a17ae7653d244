"""The timeline of policies: by year, each with what it did to others."""

from __future__ import annotations

from collections import defaultdict

from egovkit.catalogue.policies import policies
from egovkit.models.policy import PolicyRecord
from scripts.pages.markdown import GENERATED, filtered, table


def pages() -> dict[str, str]:
    records = list(policies)
    by_year: defaultdict[int, list[PolicyRecord]] = defaultdict(list)
    for record in records:
        by_year[record.year or 0].append(record)
    rows = [
        (record.dated or year or "", record.number, record.title, _relations(record), _status(record))
        for year in sorted(by_year)
        for record in sorted(by_year[year], key=lambda r: str(r.dated or r.key))
    ]
    header = ("dated 日期", "number 字号", "title 标题", "relations 关系", "status 效力")
    text = (
        f"# Policy timeline 政策时间线\n\n{GENERATED}"
        f"{len(records)} documents of China's e-government. The status is that of the table's own date, with its "
        "ground in the record; empty where it was not found out. In Python: [`policies`](../reference/policies.md).\n\n"
        f"{filtered(table(header, rows), '2014 · 国办发 · 电子政务')}"
    )
    return {"tables/policies.md": text}


def _relations(record: PolicyRecord) -> str:
    return "；".join(f"{edge.kind.term} {edge.target}" for edge in record.relations)


def _status(record: PolicyRecord) -> str:
    if record.status is None:
        return ""
    return f"{record.status.value.term} {record.status.since or ''}".strip()
