"""Organ codes looked up (代字查询): registered, inferred from letters that are known, and as of a year."""

from __future__ import annotations

from typing import Final

from egovkit.catalogue.local_organs import composed_codes
from egovkit.catalogue.organ_rows import OrganRows, bare_code, distinct, year_in
from egovkit.grammar.codes import canonical_code
from egovkit.models.organ import ChangeKind, Organ, OrganCode
from egovkit.text.limits import MAX_CODE

__all__ = ["code_rows", "lettered"]

# Two letters may be a word: 通知 is no organ of 南通.
_LEAST_LETTERS: Final = 3
_LONGEST_TAIL: Final = 8
_LONGEST_HISTORY: Final = 200


def code_rows(rows: OrganRows, code: str, year: int | None = None) -> tuple[OrganCode, ...]:
    """Return what is registered of a code, or follows from its first letters (代字登记), as of the year."""
    code = bare_code(code[: 2 * MAX_CODE])
    known = rows.of_code(code)
    if not known:
        code = canonical_code(code)
        known = rows.of_code(code) or _inferred(rows, code) or composed_codes(code, year)
    if year is None:
        return known
    dated: dict[str, OrganCode] = {}
    for row in known:
        if row.valid(year) and (then := _as_of(rows, row, year)):
            dated.setdefault(then.organ, then)
    return tuple(dated.values())


def lettered(rows: OrganRows, text: str, year: int | None) -> tuple[Organ, ...]:
    """Return the local organs whose letters a text is (代字所指): 湘发改, 长住建发."""
    if not _LEAST_LETTERS <= len(text) <= MAX_CODE:
        return ()
    found = map(rows.organ, distinct(row.organ for row in code_rows(rows, text, year)))
    # 能源 and 交通 are words, which their departments bear in their names: 新能源 is no organ. 发改 is none.
    return tuple(organ for organ in found if organ.region is not None and text[-2:] not in organ.name)


def _as_of(rows: OrganRows, row: OrganCode, year: int) -> OrganCode | None:
    """Return the row under its organ's name of the year; None where there was no such organ."""
    organ, bound = rows.organ(row.organ), year + _LONGEST_HISTORY
    while organ.existed(year) is False:
        renamed = [
            change
            for change in rows.changes
            if change.successor == organ.name and change.kind is ChangeKind.RENAMED and year <= change.year < bound
        ]
        if len(renamed) != 1:
            return None
        organ, bound = rows.organ(renamed[0].predecessor), renamed[0].year
    if organ.name == row.organ:
        return row
    return row.model_copy(update={"organ": organ.name, "confidence": "inferred"})


def _inferred(rows: OrganRows, code: str) -> tuple[OrganCode, ...]:
    for cut in range(min(len(code) - 1, MAX_CODE), 1, -1):
        stems = rows.stems.get(code[:cut])
        if stems is not None:
            tail = code[cut:]
            return tuple(
                OrganCode(
                    code=code,
                    organ=row["organ"],
                    valid_from=year_in(row["valid_from"]),
                    valid_to=year_in(row["valid_to"]),
                    source=row["source"],
                    confidence="inferred",
                )
                for row in stems
                if _fits(rows, tail, row["tail"])
            )
    return ()


def _fits(rows: OrganRows, tail: str, rule: str) -> bool:
    # 办 and 厅 after a stem are an office of the organ, which has a stem of its own or is not known.
    if tail[0] in "办厅党":
        return False
    return tail in rows.tails if rule == "class" else len(tail) <= _LONGEST_TAIL and min(tail) >= "\u4e00"
