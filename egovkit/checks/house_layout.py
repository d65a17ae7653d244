"""What a house says of its own layout (内部版式): the height of its lines and its font of digits and letters."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from egovkit.checks.finding import Finding, Severity
from egovkit.checks.house import HOUSE_RULES
from egovkit.models.layout import Where
from egovkit.text.patterns import LatePattern

if TYPE_CHECKING:
    from egovkit.checks.subject import Subject
    from egovkit.models.layout_profile import LayoutProfile

__all__ = ["layout_findings"]

_LATIN: Final = LatePattern("[0-9A-Za-z]")
# As twips are rounded.
_NEAR: Final = 0.06


def layout_findings(subject: Subject, wanted: LayoutProfile, house: str) -> Iterator[Finding]:
    """Yield where a file is not laid out as its house's profile says (内部版式校核): customs, which no standard asks for.

    The height of lines is that of the text in no table and no box; the font is that of digits and letters in what is an element
    of the document. What the profile does not name is not judged.
    """
    if subject.layout is None:
        return
    if wanted.line is not None:
        for laid in subject.laid_out.body():
            one = laid.paragraph
            if one.rule != "exact" or one.line is None or abs(one.line - wanted.line) > _NEAR:
                yield _finding(
                    one.start, one.end, f"行距用固定值{wanted.line:g}磅", f"lines of {wanted.line:g} points", house
                )
    if wanted.latin is not None:
        font = wanted.latin
        for laid in subject.laid_out.paragraphs:
            for run in laid.paragraph.runs if laid.paragraph.where is Where.BODY else ():
                found = _LATIN.search(subject.text, run.start, run.end)
                if found is not None and (run.latin or "").casefold() != font.casefold():
                    said = f"数字和字母用{font}", f"digits and letters in {font}"
                    yield _finding(found.start(), run.end, *said, house)


def _finding(start: int, end: int, said: str, said_en: str, house: str) -> Finding:
    return Finding(
        "GW996",
        HOUSE_RULES["GW996"][0],
        Severity.INFO,
        start,
        end,
        f"本单位{said}",
        f"the house has {said_en}",
        house,
    )
