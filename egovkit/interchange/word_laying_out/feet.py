"""Sets the page numbers of a docx: outside, between dashes, in feet of their own for odd and even pages (页码排版)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

from egovkit.documents.blocks import Element
from egovkit.documents.laying_out.element_styles import BY_ELEMENT
from egovkit.interchange.extras import extra
from egovkit.interchange.word.added import add_part
from egovkit.interchange.word.parts import OpenParts
from egovkit.interchange.word.properties import put
from egovkit.interchange.word.runs import Names
from egovkit.interchange.word.styles import fonts_xml, indents_xml
from egovkit.models.fonts import family_of
from egovkit.models.layout import Footer, Layout
from egovkit.models.layout_profile import LayoutProfile

__all__ = ["Feet", "set_feet"]

_STYLE: Final = BY_ELEMENT[Element.PAGE_NUMBER]
_SIDES: Final = {"default": "right", "even": "left"}
_FORM: Final = "— 1 —"
# What is left of a foot once its number is out: dashes, 第 页, 共 页.
_PLAIN: Final = re.compile(r"[\s\d０-９—–―－\-·.第共页/／]*")
_REFERENCE: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_REFERENCE: Final = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
_STRICT: Final = "http://purl.oclc.org/"


class Feet:
    """What became of the page numbers (页码): RIGHT as they were, SET, or LEFT because a foot holds something else too."""

    RIGHT: Final = "right"
    SET: Final = "set"
    LEFT: Final = "left"


def set_feet(parts: OpenParts, layout: Layout, own: Sequence[Any], profile: LayoutProfile, *, is_letter: bool) -> str:
    """Set the page numbers of all sections (排页码), and say what became of them (`Feet`).

    `own` are the sections in the edition of the file. Feet that hold page numbers alone, or nothing, make way for those of the
    standard; one with other words or a picture is left, and so are all others then.
    """
    if _are_right(layout):
        return Feet.RIGHT
    return _Setter(parts, own, profile).set(is_letter=is_letter)


def _are_right(layout: Layout) -> bool:
    kinds: dict[str, list[Footer]] = {}
    for footer in layout.footers:
        kinds.setdefault(footer.kind, []).append(footer)
        is_alike = abs(footer.size - _STYLE.size) <= 0.26 and family_of(footer.latin) == _STYLE.family
        if not is_alike or footer.text.replace(" ", "") != _FORM.replace(" ", ""):
            return False
        if not footer.framed and footer.kind in _SIDES and not _is_outside(footer):
            return False
    if layout.footers and all(footer.framed for footer in layout.footers):
        return True
    return layout.odd_and_even and set(_SIDES) <= set(kinds)


def _is_outside(footer: Footer) -> bool:
    side = _SIDES[footer.kind]
    indent = footer.right if side == "right" else footer.left
    return footer.align in ({"right"} if side == "right" else {"left", "both"}) and abs(indent - _STYLE.right) <= 0.15


class _Setter:
    def __init__(self, parts: OpenParts, own: Sequence[Any], profile: LayoutProfile) -> None:
        self._parts, self._own, self._profile = parts, own, profile
        self._names = parts.names(parts.main)
        self._id = _STRICT_REFERENCE if self._names.space.startswith(_STRICT) else _REFERENCE

    def set(self, *, is_letter: bool) -> str:
        main = self._parts.package.main
        named = [(section, one) for section in self._own for one in section.findall(self._names("footerReference"))]
        feet = [main.named(one.get(self._id, "")) for _, one in named if self._kind(one) in _SIDES]
        if not all(foot is None or _is_plain(foot.root) for foot in feet):
            return Feet.LEFT
        ids = {kind: self._foot(side) for kind, side in _SIDES.items()}
        for at, section in enumerate(self._own):
            held = {self._kind(one): one for one in section.findall(self._names("footerReference"))}
            for kind, foot in ids.items():
                # A section has the feet of the one before where it names none.
                if kind in held:
                    held[kind].set(self._id, foot)
                elif at == 0:
                    self._refer(section, "footerReference", kind, foot)
            self._first(held.get("first"), ids["default"], is_letter=is_letter)
        self._apart()
        return Feet.SET

    def _kind(self, reference: Any) -> str:
        return str(reference.get(self._names("type"), "default"))

    def _first(self, reference: Any, foot: str, *, is_letter: bool) -> None:
        """Let a first page that bears a number bear it like the others; a letter's bears none."""
        part = self._parts.package.main.named(reference.get(self._id, "")) if reference is not None else None
        if part is not None and not is_letter and _is_plain(part.root) and _words(part.root):
            reference.set(self._id, foot)

    def _refer(self, section: Any, tag: str, kind: str, target: str) -> None:
        new = section.makeelement(self._names(tag), nsmap=section.nsmap)
        new.set(self._names("type"), kind)
        new.set(self._id, target)
        # References come first, those of heads and feet in any order.
        section.insert(0, new)

    def _foot(self, side: str) -> str:
        etree = extra("lxml.etree", "docx", "to lay out a docx")
        names = self._names
        written = f'<w:ftr xmlns:w="{names.space}">{_number_xml(side, self._profile)}</w:ftr>'
        root = etree.fromstring(written.encode())
        return add_part(self._parts, "footer", root)

    def _apart(self) -> None:
        """Let odd and even pages have feet of their own, and even pages the heads that they had."""
        for section in self._own:
            heads = {self._kind(one): one for one in section.findall(self._names("headerReference"))}
            if "default" in heads and "even" not in heads:
                self._refer(section, "headerReference", "even", heads["default"].get(self._id, ""))
        settings = self._parts.package.main.related("settings")
        if settings:
            for one in settings:
                root = self._parts.root(one.name)
                put(root, "<w:evenAndOddHeaders/>", self._parts.names(one.name))
                self._parts.changed.add(one.name)
            return
        etree = extra("lxml.etree", "docx", "to lay out a docx")
        names: Names = self._names
        add_part(
            self._parts,
            "settings",
            etree.fromstring(f'<w:settings xmlns:w="{names.space}"><w:evenAndOddHeaders/></w:settings>'.encode()),
        )


def _is_plain(root: Any) -> bool:
    """Say whether a foot holds nothing but its page number: no other words, no picture and no table."""
    other = any(_local(element) in ("blip", "imagedata", "OLEObject", "tbl") for element in root.iter())
    return not other and _PLAIN.fullmatch(_words(root)) is not None


def _words(root: Any) -> str:
    return "".join(element.text or "" for element in root.iter() if _local(element) == "t")


def _local(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _number_xml(side: str, profile: LayoutProfile) -> str:
    left, right = (_STYLE.right if side == edge else 0.0 for edge in ("left", "right"))
    indents = indents_xml(left, right, size=_STYLE.size, whole=True)
    # Digits of a page number are of the Han font whatever those of the text are (7.5).
    fonts = f"<w:rPr>{fonts_xml(_STYLE, profile.model_copy(update={'latin': None}), hint=True)}</w:rPr>"
    before, after = _FORM.split("1")
    pieces = (
        f'<w:t xml:space="preserve">{before}</w:t>',
        '<w:fldChar w:fldCharType="begin"/>',
        '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>1</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
        f'<w:t xml:space="preserve">{after}</w:t>',
    )
    runs = "".join(f"<w:r>{fonts}{piece}</w:r>" for piece in pieces)
    return f'<w:p><w:pPr><w:pStyle w:val="{_STYLE.id}"/>{indents}<w:jc w:val="{side}"/></w:pPr>{runs}</w:p>'
