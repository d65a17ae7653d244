"""The timeline of policies: by year, each with what it did to others."""

from __future__ import annotations

from collections import defaultdict

from egovkit.catalogue.policies import policies
from egovkit.messages import said
from egovkit.models.policy import PolicyRecord
from scripts.pages.languages import both, up
from scripts.pages.markdown import GENERATED, downloads, filtered, table


def pages() -> dict[str, str]:
    return both(_pages)


def _pages() -> dict[str, str]:
    records = list(policies)
    by_year: defaultdict[int, list[PolicyRecord]] = defaultdict(list)
    for record in records:
        by_year[record.year or 0].append(record)
    rows = [
        (record.dated or year or "", record.number, record.title, _relations(record), _status(record))
        for year in sorted(by_year)
        for record in sorted(by_year[year], key=lambda r: str(r.dated or r.key))
    ]
    header = said("dated|number 字号|title 标题|relations 关系|status 效力", "日期|字号|标题|关系|效力")
    title = said("Policy timeline (政策时间线)", "政策时间线")
    head = said(
        f"{len(records)} documents of China's e-government. The status is that of the table's own date, with its ground "
        "in the record; empty where it was not found out. In Python: ",
        f"{len(records)} 份电子政务文件。效力以本表编制之日为准，依据见各条记录；未能查明的留空。Python 中：",
    )
    text = (
        f"# {title}\n\n{GENERATED}{head}[`policies`]({up()}../reference/policies.md){said('.', '。')}\n\n{downloads('policies', '../')}\n\n"
        f"{filtered(table(header.split('|'), rows), said('2014 · 国办发 · 电子政务 · filter', '筛选：2014 · 国办发 · 电子政务'))}"
    )
    return {"tables/policies.md": text}


def _relations(record: PolicyRecord) -> str:
    return "；".join(f"{edge.kind.term} {edge.target}" for edge in record.relations)


def _status(record: PolicyRecord) -> str:
    if record.status is None:
        return ""
    return f"{record.status.value.term} {record.status.since or ''}".strip()
