"""The pages of a docx and the numbers at their feet (页面与页码)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from egovkit.interchange.word.elements import R, W, is_set
from egovkit.interchange.word.formats import Formats, measure, merged, paragraph_properties
from egovkit.interchange.word.package import Part
from egovkit.models.layout import Footer, Page

__all__ = ["find_footers", "find_pages", "odd_and_even"]

_MM: Final = 25.4 / 1440
_PAGE: Final = re.compile(r"\bPAGE\b", re.IGNORECASE)
_DIGIT: Final = re.compile("[0-9０-９]")


def odd_and_even(main: Part) -> bool:
    """Say whether odd and even pages have heads and feet of their own (奇偶页不同)."""
    return any(is_set(settings.root.find(W + "evenAndOddHeaders")) for settings in main.related("settings"))


def find_pages(sections: Sequence[Any]) -> tuple[Page, ...]:
    """Return the page of each section (页面); what a section does not say is as word processors take it."""
    return tuple(map(_page, sections))


def _page(section: Any) -> Page:
    def said(tag: str, name: str, default: float = 0.0) -> float:
        found = section.find(W + tag)
        return _measure(found.get(W + name) if found is not None else None, default)

    grid = section.find(W + "docGrid")
    kind = grid.get(W + "type") if grid is not None else None
    return Page(
        said("pgSz", "w", 12240) * _MM,
        said("pgSz", "h", 15840) * _MM,
        abs(said("pgMar", "top", 1440)) * _MM,
        abs(said("pgMar", "bottom", 1440)) * _MM,
        (said("pgMar", "left", 1440) + said("pgMar", "gutter")) * _MM,
        said("pgMar", "right", 1440) * _MM,
        said("pgMar", "footer", 720) * _MM,
        None if kind == "default" else kind,
        said("docGrid", "linePitch") / 20 or None,
        said("docGrid", "charSpace") / 4096,
        is_set(section.find(W + "titlePg")),
    )


def find_footers(main: Part, sections: Sequence[Any], formats: Formats) -> tuple[Footer, ...]:
    """Return the paragraphs of feet that bear a page number (页码段落), each foot once.

    A foot of even pages, or of a first page, that the file has and no page shows is none.
    """
    shown = {"default"} | ({"even"} if odd_and_even(main) else set())
    found: dict[tuple[str, str], Part] = {}
    for section in sections:
        # A section has the feet of the one before where it names none.
        if is_set(section.find(W + "titlePg")):
            shown.add("first")
        for reference in section.iter(W + "footerReference"):
            part = main.named(reference.get(R + "id", ""))
            if part is not None:
                found[reference.get(W + "type", "default"), part.name] = part
    # A foot that several sections name in different ways is one for each.
    shown_parts = ((kind, part) for (kind, _), part in found.items() if kind in shown)
    return tuple(footer for kind, part in shown_parts for footer in _footers(kind, part, formats))


def _footers(kind: str, part: Part, formats: Formats) -> Iterator[Footer]:
    for paragraph in part.root.iter(W + "p"):
        text, run = _numbered(paragraph)
        if run is None:
            continue
        properties = paragraph.find(W + "pPr")
        of_style = formats.style(formats.named(properties, "pStyle", "paragraph"))
        held = merged([formats.of_paragraphs, of_style[0], paragraph_properties(properties)])
        characters = formats.run({}, of_style[1], run.find(W + "rPr"))
        size = (measure(characters.get("sz", {}).get("val"), 2) or 20.0) / 2
        indent = held.get("ind", {})
        left, right = (
            _measure(indent.get(f"{side}Chars"), 0) / 100 or round(_measure(indent.get(side), 0) / 20 / (size or 10), 2)
            for side in ("left", "right")
        )
        framed = "framePr" in held or any(True for _ in paragraph.iterancestors(W + "txbxContent"))
        align = {"start": "left", "end": "right"}.get(found := held.get("jc", {}).get("val", "left"), found)
        yield Footer(kind, text, align, left, right, size, characters.get("rFonts", {}).get("ascii"), framed)


def _numbered(paragraph: Any) -> tuple[str, Any]:
    """Return the text of a paragraph of a foot with 1 for the page number, and the run that bears it; None without one."""
    parts: list[str] = []
    run: Any = None
    bearer: Any = None
    # Of the field that one is inside of: whether its code is read, whether it is the page number, and has shown it.
    in_code = is_number = has_shown = False
    for element in paragraph.iter(W + "r", W + "t", W + "instrText", W + "fldChar", W + "pgNum"):
        tag = element.tag.rpartition("}")[2]
        kind = element.get(W + "fldCharType")
        if tag == "r":
            run = element
        elif tag == "fldChar":
            in_code = kind == "begin"
            if kind == "end" and is_number and not has_shown:
                parts.append("1")
                bearer = run
            if kind != "separate":
                is_number = has_shown = False
        elif tag == "instrText":
            is_number = is_number or _PAGE.search(element.text or "") is not None
        elif tag == "pgNum" or is_number or _is_in_page_field(element):
            parts.append("" if has_shown else "1")
            bearer, has_shown = run, is_number
        elif not in_code:
            parts.append(element.text or "")
            if bearer is None and _DIGIT.search(parts[-1]):
                bearer = run
    return "".join(parts).strip(), bearer


def _is_in_page_field(text: Any) -> bool:
    field = next(text.iterancestors(W + "fldSimple"), None)
    return field is not None and _PAGE.search(field.get(W + "instr", "")) is not None


def _measure(text: str | None, default: float) -> float:
    found = measure(text)
    return default if found is None else found
