"""`egovkit number`: one number explained (解释字号)."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from rich.table import Table
from rich.text import Text

from egovkit.catalogue.register import register
from egovkit.cli.printing import json_text
from egovkit.cli.reading import organ_names
from egovkit.cli.tables import console
from egovkit.grammar.deviations import DEVIATIONS, deviations_of
from egovkit.models.issuance import IssuanceNumber, NumberForm

__all__ = ["explain", "number"]


def explain(text: str) -> dict[str, Any]:
    """Return what one number says (解释): canonical form, parts, organs, deviations; ParseError where it is none.

    `documents` are the titles of those that the register knows by it, `standing` how the one of them stands.

    >>> explain("国办发[2014]66号")["organs"], explain("国办发[2014]66号")["deviations"]
    (['国务院办公厅'], ['brackets'])
    >>> explain("国办发[2014]66号")["documents"]
    ['国务院办公厅关于促进电子政务协调发展的指导意见']
    """
    value = IssuanceNumber.parse(text)
    regular = value.form is NumberForm.REGULAR
    return {
        "number": str(value),
        "form": str(value.form),
        "code": value.code,
        "organs": list(organ_names(value)),
        "year": value.year,
        "serial": value.serial,
        "deviations": list(deviations_of(text.strip(), value.code)) if regular else [],
        "documents": [record.title for record in register.find(value)],
        "standing": register.standing(value).value.value,
    }


def number(
    text: Annotated[str, typer.Argument(help='A number, such as "国办发[2014]66号".')],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Explain one issuance number: canonical form, organ, year, serial, and what deviated."""
    explained = explain(text)
    if as_json:
        print(json_text(explained))
        return
    explained["organs"] = " / ".join(explained["organs"]) or "not in the table of organs"
    explained["deviations"] = (
        "\n".join(f"{DEVIATIONS[name].term}: {DEVIATIONS[name].message}" for name in explained["deviations"]) or "none"
    )
    explained["documents"] = "\n".join(explained["documents"]) or "not in the register, which proves nothing"
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim")
    table.add_column(overflow="fold")
    for (name, value), term in zip(explained.items(), _TERMS, strict=True):
        table.add_row(f"{term} {name}", Text("none printed" if value is None else str(value)))
    console().print(table)


_TERMS = ("字号", "形式", "代字", "机关", "年份", "序号", "偏差", "文件", "效力")
