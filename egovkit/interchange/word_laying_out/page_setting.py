"""Sets the pages of a docx: paper, margins, and the grid of its lines (页面排版)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from egovkit.interchange.word.parts import OpenParts
from egovkit.interchange.word.properties import put
from egovkit.models.layout import Page
from egovkit.models.layout_profile import LayoutProfile
from egovkit.models.type_area import COMPENSATED, NOMINAL, PAPER, SLACK, TWIPS

__all__ = ["set_pages"]

_EDGES: Final = ("top", "bottom", "left", "right")


def set_pages(parts: OpenParts, pages: Iterable[Page], own: list[Any], profile: LayoutProfile) -> int:
    """Set the page of each section (排页面), and return of how many paper or margins were others.

    `pages` are those that are read, `own` their sections in the edition of the file. Margins that the standard lets pass are left. Of a
    page across only the paper is set: how a wide table is placed on it is its own affair.
    """
    names = parts.names(parts.main)
    changed = 0
    for page, section in zip(pages, own, strict=True):
        is_right = _is_right(page)
        if not is_right:
            changed += 1
            width, height = (PAPER[1], PAPER[0]) if page.landscape else PAPER
            across = ' w:orient="landscape"' if page.landscape else ""
            put(section, f'<w:pgSz w:w="{round(width * TWIPS)}" w:h="{round(height * TWIPS)}"{across}/>', names)
        if page.landscape:
            continue
        wanted = page if is_right else profile.page
        if not is_right:
            old = section.find(names("pgMar"))
            header = old.get(names("header"), "851") if old is not None else "851"
            edges = " ".join(f'w:{edge}="{round(getattr(wanted, edge) * TWIPS)}"' for edge in _EDGES)
            foot = round(profile.page.footer * TWIPS)
            put(section, f'<w:pgMar {edges} w:header="{header}" w:footer="{foot}" w:gutter="0"/>', names)
        pitch = (COMPENSATED if abs(wanted.top - COMPENSATED.top) <= SLACK else NOMINAL).line_pitch or 0.0
        put(section, f'<w:docGrid w:type="lines" w:linePitch="{round(pitch * 20)}"/>', names)
    return changed


def _is_right(page: Page) -> bool:
    if page.landscape:
        return abs(page.width - PAPER[1]) <= SLACK and abs(page.height - PAPER[0]) <= SLACK
    return any(
        all(abs(getattr(page, name) - getattr(wanted, name)) <= SLACK for name in ("width", "height", *_EDGES))
        for wanted in (NOMINAL, COMPENSATED)
    )
