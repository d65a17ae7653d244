"""Organs by the names that texts print (机关名称): full and short ones, offices, and lists of several."""

from __future__ import annotations

from typing import Final

from egovkit.catalogue.organ_rows import OrganRows
from egovkit.grammar.codes import STATE
from egovkit.models.organ import Organ
from egovkit.text.folding import squeeze
from egovkit.text.limits import MAX_ORGANS
from egovkit.text.patterns import LatePattern

__all__ = ["names_listed", "organs_named", "plain_name"]

_SEPARATORS: Final = LatePattern(r"[\s、,，/;；]+")
_CONJUNCTIONS: Final = ("以及", "和", "与", "及")
_SESSION: Final = LatePattern(r"第[〇零一二三四五六七八九十百0-9]{1,4}届")
_OFFICES: Final = ("办公厅", "办公室")


def plain_name(name: str) -> str:
    """Return a name as the table has it (比对形式): no blanks, no 中华人民共和国.

    >>> plain_name("中华人民共和国 财政部")
    '财政部'
    """
    return squeeze(name[: 2 * MAX_ORGANS]).removeprefix(STATE)


def organs_named(rows: OrganRows, name: str, year: int | None = None) -> tuple[Organ, ...]:
    """Return the organs that go by a name (按名称查): full or short, with or without 中华人民共和国 and 第…届.

    `year` says which of the regions is meant that bore a name one after another.
    """
    surface = _SESSION.sub("", squeeze(name[: 2 * MAX_ORGANS]))
    found = rows.surfaces.get(surface)
    if found is None and surface.startswith(STATE):
        surface = surface[len(STATE) :]
        found = rows.surfaces.get(surface)
    return tuple(map(rows.organ, found)) if found else rows.composed(surface, year) or _offices(rows, surface, year)


def names_listed(rows: OrganRows, text: str) -> tuple[str, ...]:
    """Return the names in a list of organs as printed (机关列举): those that are apart, and those side by side."""
    parts = _SEPARATORS.split(text[:MAX_ORGANS].strip())
    return tuple(name for part in parts for name in ((part,) if organs_named(rows, part) else _cut(rows, part)))


def _offices(rows: OrganRows, surface: str, year: int | None) -> tuple[Organ, ...]:
    """Return the offices of organs that have no row of their own (办公厅)."""
    found = []
    for office in _OFFICES:
        if not surface.endswith(office):
            continue
        served = surface.removesuffix(office)
        for organ in tuple(map(rows.organ, rows.surfaces.get(served, ()))) or rows.composed(served, year):
            if organ.parent is None or (organ.region is not None and not organ.name.endswith(_OFFICES)):
                aliases = tuple(alias + office for alias in organ.aliases)
                confidence = "composed" if organ.confidence == "composed" else "inferred"
                changed = {
                    "name": organ.name + office, "aliases": aliases, "parent": organ.name, "confidence": confidence,
                }  # fmt: skip
                short = organ.short_name and organ.short_name + office
                nothing: dict[str, object] = {"predecessors": (), "successors": ()}
                found.append(organ.model_copy(update=changed | {"short_name": short} | nothing))
    return tuple(found)


def _cut(rows: OrganRows, text: str) -> tuple[str, ...]:
    """Cut names that are side by side into those the table has; () where that leaves a rest."""
    reached: dict[int, tuple[str, ...]] = {0: ()}
    for end in range(1, len(text) + 1):
        for start in range(max(0, end - rows.longest_surface), end):
            before, piece = reached.get(start), text[start:end]
            if before is None:
                continue
            if piece in rows.surfaces:
                reached[end] = (*before, piece)
                break
            if before and piece in _CONJUNCTIONS:
                reached[end] = before
                break
    return reached.get(len(text), ())
