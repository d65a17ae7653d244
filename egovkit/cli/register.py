"""`egovkit register`: what the register knows of a number, a title, or some words (登记册)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from egovkit.catalogue.register import register as known
from egovkit.catalogue.register_about import RegisterAbout
from egovkit.cli.drawing import Drawn, Table, Text
from egovkit.cli.failures import Misuse
from egovkit.cli.printing import csv_lines, json_text
from egovkit.cli.tables import counted
from egovkit.cli.terminal import draw
from egovkit.cli.terms import term_of
from egovkit.messages import said
from egovkit.models.policy import DocumentLevel, PolicyRecord
from egovkit.models.standing import StandingKind

__all__ = ["register"]

_COLUMNS = ("number", "title", "issuers", "dated", "published_on", "level", "standing", "confidence", "sources")
_FIRST, _LAST = 2013, 2022


# Each option narrows the list by one field.
def register(
    words: str | None,
    level: str | None,
    issuer: str | None,
    year: int | None,
    limit: int,
    on: str | None,
    format: str,
    *,
    about: bool,
) -> int:
    """Look documents up in the register of central documents and laws."""
    if about:
        _print_about(known.about(), format)
        return 0
    if words is None and level is None and issuer is None and year is None:
        raise Misuse("cli.register", "give a number, a title, words of titles, or --about")
    table = known.where(level=None if level is None else DocumentLevel(level), issuer=issuer, year=year)
    found = list(table)[:limit] if words is None else (table.find(words) or table.search(words, limit))[:limit]
    rows = [_row(record, on) for record in found]
    if format == "json":
        print(json_text(rows, indent=2))
    elif format == "csv":
        for line in csv_lines(_COLUMNS, rows):
            print(line)
    else:
        draw(_table(found, rows))
    return 0


def _row(record: PolicyRecord, on: str | None) -> dict[str, Any]:
    standing = known.standing(record, on)
    return {
        "number": None if record.number is None else str(record.number),
        "title": record.title,
        "issuers": record.issuers,
        "dated": None if record.dated is None else str(record.dated),
        "published_on": None if record.published_on is None else str(record.published_on),
        "level": None if record.level is None else record.level.value,
        "standing": standing.value.value,
        "confidence": record.confidence,
        "sources": record.sources,
    }


def _table(found: Sequence[PolicyRecord], rows: Sequence[dict[str, Any]]) -> Drawn:
    if not found:
        return Text(
            said(
                "the register has no such document, which proves nothing: egovkit register --about",
                "登记册中没有这份文件，这不说明任何问题：见 egovkit register --about",
            )
        )
    table = counted(
        said("Register", "登记册"), len(found), said("number", "字号"), said("title", "标题"), said("dated", "日期"),
        said("level", "层级"), said("standing", "效力"),
    )  # fmt: skip
    for record, row in zip(found, rows, strict=True):
        published = said(f"{row['published_on']} published", f"{row['published_on']} 公布")
        standing = StandingKind(row["standing"])
        table.add(
            Text(row["number"] or said("none", "无"), "cyan" if row["number"] else "dim"),
            Text(record.title, "" if record.confidence == "sure" else "dim"),
            row["dated"] or (published if row["published_on"] else ""),
            Text("" if record.level is None else term_of(record.level), "dim"),
            Text(term_of(standing), "dim" if standing is StandingKind.UNKNOWN else ""),
        )
    return table


def _print_about(about: RegisterAbout, format: str) -> None:
    if format == "table":
        whole = said(f"version {about.version} · {len(known)} rows", f"版本 {about.version} · {len(known)} 条")
        draw(Text(whole), _series(about), _sources(about))
        return
    rows = [{**series._asdict(), "share": series.share} for series in about.series]
    if format == "csv":
        for line in csv_lines(("code", "year", "known", "highest", "first", "last", "share"), rows):
            print(line)
        return
    sources = [source._asdict() for source in about.sources]
    print(json_text({"version": about.version, "rows": len(known), "series": rows, "sources": sources}, indent=2))


def _series(about: RegisterAbout) -> Table:
    whole = [series for series in about.series if _FIRST <= series.year <= _LAST]
    codes = sorted({series.code for series in whole}, key=lambda code: -sum(s.known for s in whole if s.code == code))
    table = counted(
        said("Series", "字号系列"), len(codes), said("code", "代字"), said("known", "已知"),
        said("highest serials", "最大序号之和"), said(f"share {_FIRST}–{_LAST}", f"{_FIRST}–{_LAST} 年占比"),
    )  # fmt: skip
    for code in codes:
        mine = [series for series in whole if series.code == code]
        table.add(
            Text(code, "cyan"),
            str(sum(series.known for series in mine)),
            str(sum(series.highest for series in mine)),
            f"{about.share(code, _FIRST, _LAST):.0%}",
        )
    return table


def _sources(about: RegisterAbout) -> Table:
    table = counted(
        said("Sources", "来源"), len(about.sources), said("key", "简称"), said("source", "来源"),
        said("terms", "使用条件"), said("use", "用途"),
    )  # fmt: skip
    for source in about.sources:
        table.add(Text(source.key, "cyan"), source.name, source.terms, source.use)
    return table
