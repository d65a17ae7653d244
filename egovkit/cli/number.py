"""`egovkit number`: numbers explained (解释字号)."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import Any

from egovkit.catalogue.register import register
from egovkit.cli.drawing import Card, Text
from egovkit.cli.failures import describe
from egovkit.cli.organs import organ_names
from egovkit.cli.printing import json_text
from egovkit.cli.terminal import draw
from egovkit.cli.terms import term_of
from egovkit.errors import EgovkitError
from egovkit.grammar.deviations import DEVIATIONS, deviations_of
from egovkit.messages import said
from egovkit.models.issuance import IssuanceNumber, NumberForm
from egovkit.models.standing import StandingKind

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


def number(texts: Sequence[str], format: str) -> int:
    """Explain issuance numbers: canonical form, organ, year, serial, and what deviates."""
    asked = list(_each(texts))
    code = 0
    for at, text in enumerate(asked):
        try:
            explained = explain(text)
        except EgovkitError as error:
            if len(asked) == 1:
                raise
            print("egovkit:", describe(error), file=sys.stderr)
            code = 2
            continue
        if format == "json":
            print(json_text(explained))
        else:
            draw(*([Text()] if at else []), _card(explained))
    return code


def _each(texts: Sequence[str]) -> Iterator[str]:
    for text in texts:
        if text == "-":
            from egovkit.cli.sources import read_source  # noqa: PLC0415  # its readers are not for who gives a number

            yield from (line for line in read_source(text).text.splitlines() if line.strip())
        else:
            yield text


def _card(explained: dict[str, Any]) -> Card:
    unknown_organ = said("not in the table of organs", "机关表中没有")
    unregistered = said("not in the register, which proves nothing", "登记册中没有，这不说明任何问题")
    deviations = "\n".join(map(_deviation, explained["deviations"])) or said("none", "无")
    facts = (
        (said("number", "字号"), explained["number"]),
        (said("form", "形式"), said(explained["form"], _FORMS[explained["form"]])),
        (said("code", "代字"), explained["code"]),
        (said("organs", "机关"), " / ".join(explained["organs"]) or unknown_organ),
        (said("year", "年份"), explained["year"]),
        (said("serial", "序号"), explained["serial"]),
        (said("deviations", "偏差"), deviations),
        (said("documents", "文件"), "\n".join(explained["documents"]) or unregistered),
        (said("standing", "效力"), term_of(StandingKind(explained["standing"]))),
    )
    none = said("none printed", "未印")
    return Card([(name, none if value is None else str(value)) for name, value in facts])


def _deviation(name: str) -> str:
    deviation = DEVIATIONS[name]
    return said(deviation.message, deviation.term)


_FORMS = {"regular": "发文字号", "order": "令", "announcement": "公告、通告"}
