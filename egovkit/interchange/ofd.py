"""The text of an OFD (开放版式文档, GB/T 33190-2016): its lines, rebuilt from the places of their characters."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple
from xml.parsers.expat import ExpatError

from egovkit.errors import ReadError
from egovkit.interchange.containers import Container
from egovkit.text import limits

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

__all__ = ["read_ofd"]

_ROOT: Final = "OFD.xml"
_WIDE: Final = 0x2E80
_UPRIGHT: Final = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
# Parts of a character's height: how far apart baselines of one line are, and where a gap is a blank, or a cell's edge.
_ON_LINE: Final = 0.4
_BLANK: Final = 0.6
_CELL: Final = 8
_LOOK_BACK: Final = 6
# Of XML, for each character on a page, those of templates once for each page: no writer spends less.
_BYTES: Final = 16


class _Glyph(NamedTuple):
    """A character on a page: the baseline from the top, its left edge, height and width in millimetres."""

    y: float
    x: float
    height: float
    width: float
    text: str


def read_ofd(data: bytes) -> str:
    """Read the text of an OFD (读取 OFD), its lines as they are printed, page numbers among them.

    Characters on one baseline are a line, from left to right; a gap between them is a blank, a wide one a tab. What a
    template prints on a page is read with the page; seals, annotations and attachments are not. Elements are known by
    their names whatever their namespace, which writers get wrong. An OFD without text is a scan, and a ReadError.

    Source: GB/T 33190-2016, 7 (documents and pages), 11 (text).
    """
    text = "\n".join(_Ofd(Container(data, "OFD")).pages())
    if not text.strip():
        raise ReadError("read.scan", "the OFD has no text, only pictures or outlines: recognise its text (OCR) first")
    return text


class _Ofd:
    """One reading of one OFD."""

    def __init__(self, container: Container) -> None:
        self._container = container
        self._left = limits.MAX_UNPACKED // _BYTES
        self._templates: dict[str, list[_Glyph]] = {}
        if any(posixpath.basename(name) == "encryptions.xml" for name in container.names):
            raise ReadError("read.encrypted", "the OFD is encrypted: open it with its key and save it without one")

    def pages(self) -> Iterator[str]:
        """Yield the text of each page of each document in it (逐页)."""
        places = list(self._places())
        if not places:
            # A document that lists none has its pages all the same.
            names = sorted((name for name in self._container.names if _is_page(name)), key=_page_order)
            places = [(name, {}) for name in names]
        if len(places) > limits.MAX_PAGES:
            raise ReadError("read.pages", "the OFD has more than {most} pages: split it", most=limits.MAX_PAGES)
        # A page that a document lists again, with the same templates, is the same page.
        read: dict[tuple[str, int], list[str]] = {}
        sets: dict[tuple[tuple[str, str], ...], int] = {}
        # Each document has one set for all its pages, which is looked at once.
        held = {id(templates): templates for _, templates in places}.values()
        of_document = {id(one): sets.setdefault(tuple(sorted(one.items())), len(sets)) for one in held}
        for place, templates in places:
            if place in self._container:
                key = (place, of_document[id(templates)])
                if key in read:
                    self._count(sum(map(len, read[key])))
                else:
                    read[key] = list(_lines(self._page(place, templates)))
                yield from read[key]

    def _places(self) -> Iterator[tuple[str, dict[str, str]]]:
        for body in _named(self._tree(_ROOT), "DocBody"):
            root = next((_place("", one.text) for one in _named(body, "DocRoot") if one.text), "")
            if root not in self._container:
                continue
            document = self._tree(root)
            templates = {
                one.get("ID", ""): _place(root, one.get("BaseLoc")) for one in _named(document, "TemplatePage")
            }
            for page in _named(document, "Page"):
                if page.get("BaseLoc"):
                    yield _place(root, page.get("BaseLoc")), templates

    def _page(self, place: str, templates: dict[str, str]) -> list[_Glyph]:
        page = self._tree(place)
        glyphs: list[_Glyph] = []
        for one in _named(page, "Template"):
            template = templates.get(one.get("TemplateID", ""), "")
            if template in self._container:
                if template not in self._templates:
                    self._templates[template] = list(_glyphs(self._tree(template)))
                glyphs += self._counted(self._templates[template])
        return glyphs + self._counted(list(_glyphs(page)))

    def _counted(self, glyphs: list[_Glyph]) -> list[_Glyph]:
        self._count(len(glyphs))
        return glyphs

    def _count(self, characters: int) -> None:
        self._left -= characters
        if self._left < 0:
            raise ReadError("read.size", "the OFD holds more text than a document: split it")

    def _tree(self, name: str) -> Element:
        # Of the standard library, and only where an OFD is read.
        from xml.etree import ElementTree as ET

        if name not in self._container:
            raise self._container.damaged()
        data = self._container.markup(name)
        try:
            # No part declares entities: the container has refused those that do.
            return ET.fromstring(data)  # noqa: S314
        except (ET.ParseError, ExpatError, ValueError, LookupError) as error:
            raise self._container.damaged() from error


def _named(tree: Element, name: str) -> Iterator[Element]:
    """Yield the elements of a name, in whatever namespace."""
    return (one for one in tree.iter() if one.tag.rpartition("}")[2] == name)


def _place(base: str, location: str | None) -> str:
    # From the root where it begins with a slash, else from the folder of the part that names it.
    folder = "" if (location or "").startswith("/") else posixpath.dirname(base)
    return posixpath.normpath(posixpath.join("/", folder, (location or "").strip())).lstrip("/")


def _is_page(name: str) -> bool:
    return "/pages/" in f"/{name}" and name.endswith(".xml")


def _page_order(name: str) -> tuple[int, str]:
    return len(name), name


def _numbers(value: str | None, count: int, known: tuple[float, ...] = ()) -> list[float]:
    """Read an array of numbers, `g n v` standing for n times v, and `count` of them at the most; `known` for none."""
    words = iter((value or "").split())
    found: list[float] = []
    try:
        for word in words:
            times = int(next(words)) if word == "g" else 1
            step = float(next(words) if word == "g" else word)
            found += [step] * max(0, min(times, count - len(found)))
    except (ValueError, StopIteration, OverflowError):
        pass
    return found if found or not known else list(known)


def _glyphs(page: Element) -> Iterator[_Glyph]:
    for drawn in _named(page, "TextObject"):
        if drawn.get("Visible", "true").lower() == "false":
            continue
        left, top = [*_numbers(drawn.get("Boundary"), 2), 0.0, 0.0][:2]
        # A writer in use spells the attribute in lower case.
        size = _numbers(drawn.get("Size") or drawn.get("size"), 1, (3.0,))[0]
        matrix = _numbers(drawn.get("CTM"), 6)
        a, b, c, d, e, f = matrix if len(matrix) == 6 else _UPRIGHT
        height = size * (abs(d) or abs(b) or 1)
        x = y = 0.0
        for code in _named(drawn, "TextCode"):
            text = (code.text or "").strip("\r\n")
            x = _numbers(code.get("X"), 1, (x,))[0]
            y = _numbers(code.get("Y"), 1, (y,))[0]
            across, down = (_numbers(code.get(name), len(text)) for name in ("DeltaX", "DeltaY"))
            here, low = x, y
            for i, character in enumerate(text):
                share = 1 if ord(character) >= _WIDE else 0.5
                place = (top + b * here + d * low + f, left + a * here + c * low + e)
                yield _Glyph(*place, height, height * share, character)
                here += across[i] if i < len(across) else 0 if down else size * share
                low += down[i] if i < len(down) else 0


def _lines(glyphs: list[_Glyph]) -> Iterator[str]:
    rows: list[list[_Glyph]] = []
    for glyph in sorted(glyphs):
        for row in reversed(rows[-_LOOK_BACK:]):
            if abs(row[0].y - glyph.y) < _ON_LINE * min(row[0].height, glyph.height):
                row.append(glyph)
                break
        else:
            rows.append([glyph])
    for row in rows:
        line = "".join(_spaced(sorted(row, key=lambda glyph: glyph.x))).strip()
        if line:
            yield line


def _spaced(row: list[_Glyph]) -> Iterator[str]:
    end = row[0].x
    for glyph in row:
        gap = glyph.x - end
        if gap > _BLANK * glyph.height:
            yield "\t" if gap >= _CELL * glyph.height else "\u3000" * max(1, round(gap / glyph.height))
        yield glyph.text
        end = glyph.x + glyph.width
