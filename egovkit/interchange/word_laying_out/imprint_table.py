"""Puts the imprint that ends a docx at the foot of its last page (版记置底): in a table, as what is written has it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from egovkit.interchange.word.parts import OpenParts
from egovkit.interchange.word.properties import drop, elements
from egovkit.interchange.word.runs import Names
from egovkit.interchange.word_laying_out.planned import Setting
from egovkit.interchange.word_writing.imprint import ANCHOR, imprint_table
from egovkit.models.layout_profile import LayoutProfile

__all__ = ["put_at_foot"]

# What a paragraph may hold and still end the text: a blank line that a table may be anchored at.
_HELD: Final = ("t", "drawing", "pict", "object", "sectPr", "br", "sym", "footnoteReference")
_HERE: Final = "\ufffc"


def put_at_foot(parts: OpenParts, settings: Iterable[Setting], profile: LayoutProfile) -> None:
    """Put the paragraphs of an imprint without rules into a table at the foot of the type area, with its rules: 7.4.1.

    Only those do that end the body one after the other: others have their rules as borders, which are as wide as their indents
    let them be.
    """
    names = parts.names(parts.main)
    held = [parts.paragraph(parts.main, one.number) for one in settings if one.edges]
    body = parts.root(parts.main).find(names("body"))
    if not held or not _end(held, body, names):
        return
    rows = [f"<w:p><w:r><w:t>{_HERE}</w:t></w:r></w:p>"] * len(held)
    (table,) = elements(imprint_table(rows, profile, is_letter=False), names)
    places = [one for one in table.iter(names("p")) if "".join(one.itertext()) == _HERE]
    following = held[-1].getnext()
    if following is None or following.tag != names("p"):
        (anchor,) = elements(ANCHOR, names)
        held[-1].addnext(anchor)
    held[0].addprevious(table)
    for place, one in zip(places, held, strict=True):
        properties = one.find(names("pPr"))
        drop(properties, ("pBdr",), names)
        # What is between elements is no text, and stays where it was.
        one.tail = None
        place.getparent().replace(place, one)


def _end(held: Sequence[Any], body: Any, names: Names) -> bool:
    """Say whether paragraphs follow one another at the end of the body, with nothing after them but blank lines."""
    if any(one.getparent() is not body for one in held):
        return False
    at = body.index(held[0])
    if any(body[at + step] is not one for step, one in enumerate(held)):
        return False
    after = body[at + len(held) :]
    kept = frozenset(map(names, _HELD))
    blank = all(
        one.tag == names("sectPr") or (one.tag == names("p") and not any(child.tag in kept for child in one.iter()))
        for one in after
    )
    return blank and not any(child.tag == names("sectPr") for one in held for child in one.iter())
