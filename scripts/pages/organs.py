"""The table of organ codes."""

from __future__ import annotations

from egovkit.catalogue.organs import organs
from egovkit.data import rows
from egovkit.messages import said
from egovkit.models.organ import OrganLevel
from scripts.pages.languages import both, confidence, up
from scripts.pages.markdown import GENERATED, downloads, filtered, linked, table, years


def pages() -> dict[str, str]:
    return both(_pages)


def _pages() -> dict[str, str]:
    codes = rows("organs")
    level = {organ.name: organ.level for organ in organs}
    header = said("code 代字|organ 机关|level|years|met|source|confidence", "代字|机关|层级|年份|见于|来源|把握")
    body = table(
        header.split("|"),
        (
            (
                row["code"],
                row["organ"],
                _level(OrganLevel(level.get(row["organ"], row["level"]))),
                years(row["valid_from"], row["valid_to"]),
                row["example"] or years(row["first_seen"], row["last_seen"]),
                " ".join(f"[{key}](#sources)" for key in row["source"].split("|") if key),
                confidence(row["confidence"]),
            )
            for row in codes
        ),
    )
    shared = _shared(codes)
    title = said("Organ codes (机关代字)", "机关代字")
    counted = (len(codes), len({row["code"] for row in codes}), len({row["organ"] for row in codes}))
    head = said(
        "{:,} rows for {:,} codes of {:,} organs. Years are given where a code changed hands; *met* is a number or the "
        "years in which the code was seen. A code without a source is known from practice alone. In Python: ",
        "{:,} 行，{:,} 个代字，{:,} 个机关。代字换过机关的注明年份；“见于”是见过的字号或年份；没有来源的代字只见于实际使用。Python 中：",
    ).format(*counted)
    many = said(
        f"{len(shared)} codes belong to more than one organ; a lookup answers with all of them.",
        f"{len(shared)} 个代字属于不止一个机关，查询时全部给出。",
    )
    text = (
        f"---\nhide: [toc]\n---\n\n# {title}\n\n{GENERATED}{head}[`organs`]({up()}../reference/organs.md){said('.', '。')}\n\n{downloads('organs', '../')}\n\n"
        f"## {said('All codes', '全部代字')}\n\n"
        f"{filtered(body, said('国办发 · 国务院办公厅 · filter', '筛选：国办发 · 国务院办公厅'))}\n"
        f"## {said('Shared codes', '共用的代字')}\n\n{many}\n\n"
        f"{table((said('code 代字', '代字'), said('organs 机关', '机关')), shared)}\n"
        f"## {said('Sources', '来源')} {{ #sources }}\n\n{_sources(codes)}\n"
        f"## {said('By organ', '按机关')}\n\n{_by_organ(codes)}"
    )
    return {"tables/organs.md": text}


def _level(level: OrganLevel) -> str:
    return said(level.value.replace("_", " "), level.chinese)


def _shared(codes: tuple[dict[str, str], ...]) -> list[tuple[str, str]]:
    by_code: dict[str, dict[str, str]] = {}
    for row in codes:
        by_code.setdefault(row["code"], {})[row["organ"]] = years(row["valid_from"], row["valid_to"])
    return [
        (code, "；".join(f"{organ} {span}".strip() for organ, span in found.items()))
        for code, found in sorted(by_code.items())
        if len(found) > 1
    ]


def _sources(codes: tuple[dict[str, str], ...]) -> str:
    """The sources of the codes: what each is, as of when, and on what terms."""
    used = {key for row in codes for key in row["source"].split("|")}
    cells = (tuple(map(linked, row.values())) for row in rows("organ_sources") if row["key"] in used)
    header = said("source|name|what|as of|terms", "来源|名称|内容|时间|条款")
    return table(header.split("|"), cells)


def _by_organ(codes: tuple[dict[str, str], ...]) -> str:
    """A heading for each organ, so that searching a code leads to the organ it belongs to."""
    by_organ: dict[str, list[str]] = {}
    for row in codes:
        by_organ.setdefault(row["organ"], []).append(
            f"{row['code']} {years(row['valid_from'], row['valid_to'])}".strip()
        )
    return "\n".join(f"### {organ}\n\n{'、'.join(found)}\n" for organ, found in by_organ.items())
