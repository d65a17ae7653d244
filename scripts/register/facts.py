"""Tables of facts as they are given: tab separated, no quoting, a heading row."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from egovkit.catalogue.organs import organs
from egovkit.errors import ParseError
from egovkit.grammar.codes import STATE
from egovkit.grammar.titles import bare
from egovkit.models.issuance import IssuanceNumber, NumberForm

__all__ = ["Row", "canonical_number", "issuers", "joined", "read", "sources", "title"]

Row = dict[str, str]

_SPLIT = re.compile(r"[、，,；;/\s]+")
_COUNT = re.compile(r"×[0-9]+$")
_LABELLED = re.compile(r"^(?:十[一二三四]届)?主席(?=关于)")


def read(folder: Path, name: str) -> list[Row]:
    """Return the rows of a table."""
    lines = (folder / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    heading = lines[0].split("\t")
    return [dict(zip(heading, line.split("\t"), strict=True)) for line in lines[1:]]


def canonical_number(printed: str) -> str:
    """Return a number as the register holds it: canonical, an announcing organ by its full name; empty for none."""
    try:
        value = IssuanceNumber.parse(printed)
    except ParseError:
        return ""
    if value.form is NumberForm.ORDER and value.code and value.code.endswith("主席"):
        value = value.model_copy(update={"code": "主席"})
    elif value.form is not NumberForm.REGULAR and value.code:
        named = organs.named_in(value.code, value.year)
        # Every organ that is named has to be known, or the number would become that of fewer.
        if named and len("".join(o.name for o in named)) >= len(_SPLIT.sub("", value.code.replace(STATE, ""))) - 2:
            value = value.model_copy(update={"code": " ".join(organ.name for organ in named)})
    # 公告第8号 is that of whoever publishes it.
    return str(value) if value.code else ""


def issuers(cell: str) -> list[str]:
    """Return the organs of a cell by their full names, one that no table knows as it is printed."""
    found: list[str] = []
    for part in filter(None, _SPLIT.split(cell)):
        name = part.removeprefix("中华人民共和国")
        known = organs.find(name)
        found.append(known[0].name if len(known) == 1 else name)
    return list(dict.fromkeys(found))


def title(cell: str) -> str:
    """Return a title without the marks around the whole of it, and without the office that signed an order."""
    return paired(_LABELLED.sub("", bare(cell.strip())))


def paired(name: str) -> str:
    """Return a title whose marks come in pairs: a 《 is closed at the end, a ） that nothing opened is dropped there.

    >>> paired("转发《关于甲的报告"), paired("甲原则（2023年修订版））"), paired("办理“甲“案件的意见")
    ('转发《关于甲的报告》', '甲原则（2023年修订版）', '办理“甲”案件的意见')
    """
    if name.count("“") == 2 and "”" not in name:
        first, second, third = name.split("“")
        name = f"{first}“{second}”{third}"
    if name.count("《") == name.count("》") + 1:
        name += "》"
    while name.endswith("）") and name.count("）") > name.count("（"):
        name = name[:-1]
    return name


def sources(cell: str) -> list[str]:
    """Return the keys of a row's sources, without how often each says it."""
    return list(dict.fromkeys(_COUNT.sub("", key) for key in cell.split()))


def joined(parts: Iterable[str]) -> str:
    """Return what a cell lists, parted by |."""
    return "|".join(dict.fromkeys(part for part in parts if part))
