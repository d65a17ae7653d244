"""The table of organ codes."""

from __future__ import annotations

from egovkit.catalogue.organs import organs
from egovkit.data import rows
from egovkit.models.organ import OrganLevel
from scripts.pages.markdown import GENERATED, filtered, table, years


def pages() -> dict[str, str]:
    codes = rows("organs")
    level = {organ.name: organ.level for organ in organs}
    body = table(
        ("code 代字", "organ 机关", "level 层级", "years 年份", "met 见于", "source 来源", "confidence"),
        (
            (
                row["code"],
                row["organ"],
                OrganLevel(level.get(row["organ"], row["level"])).chinese,
                years(row["valid_from"], row["valid_to"]),
                row["example"] or years(row["first_seen"], row["last_seen"]),
                row["source"],
                row["confidence"],
            )
            for row in codes
        ),
    )
    shared = _shared(codes)
    text = (
        f"---\nhide: [toc]\n---\n\n# Organ codes 机关代字\n\n{GENERATED}"
        f"{len(codes):,} rows for {len({row['code'] for row in codes}):,} codes of {len({row['organ'] for row in codes}):,} organs. "
        "Years are given where a code changed hands; *met* is a number or the years in which the code was seen. "
        "A code without a source is known from practice alone. "
        "In Python: [`organs`](../reference/organs.md).\n\n"
        "## All codes\n\n"
        f"{filtered(body, '国办发 · 国务院办公厅 · filter')}\n"
        "## Shared codes\n\n"
        f"{len(shared)} codes belong to more than one organ; a lookup answers with all of them.\n\n"
        f"{table(('code 代字', 'organs 机关'), shared)}\n"
        f"## Sources 来源\n\n{_sources(codes)}\n"
        f"## By organ 按机关\n\n{_by_organ(codes)}"
    )
    return {"tables/organs.md": text}


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
    cells = (tuple(row.values()) for row in rows("organ_sources") if row["key"] in used)
    return table(("source 来源", "name 名称", "what 内容", "as of 时间", "terms 条款"), cells)


def _by_organ(codes: tuple[dict[str, str], ...]) -> str:
    """A heading for each organ, so that searching a code leads to the organ it belongs to."""
    by_organ: dict[str, list[str]] = {}
    for row in codes:
        by_organ.setdefault(row["organ"], []).append(
            f"{row['code']} {years(row['valid_from'], row['valid_to'])}".strip()
        )
    return "\n".join(f"### {organ}\n\n{'、'.join(found)}\n" for organ, found in by_organ.items())
