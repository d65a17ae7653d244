"""The styles of the standard, written into a docx and read again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from lxml import etree

from egovkit.documents.blocks import Element
from egovkit.documents.laying_out.element_styles import BASE, BY_ELEMENT, BY_LEVEL, STYLES, Style, style_of
from egovkit.documents.structure.outline import Level
from egovkit.interchange.word.layout import read_layout
from egovkit.interchange.word.styles import indents_xml, style_xml, styles_part
from egovkit.models.fonts import family_of
from egovkit.models.layout import ParagraphFormat
from egovkit.models.layout_profile import FONTS, LayoutProfile
from egovkit.models.type_area import CHARACTERS, COMPENSATED, HEIGHT, LINE, LINES, NOMINAL, TWIPS, WIDTH
from tests.interchange.packages import package, paragraph

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# The schema's order of what is in the properties of a paragraph and of characters (ECMA-376, part 1, 17.3).
_ORDER = {
    "pPr": "keepNext keepLines pageBreakBefore widowControl kinsoku overflowPunct autoSpaceDE autoSpaceDN snapToGrid spacing "
    "ind jc outlineLvl",
    "rPr": "rFonts b bCs i iCs color spacing kern sz szCs",
}


def _read(styles: str, *names: str) -> tuple[ParagraphFormat, ...]:
    body = "".join(paragraph("各县人民政府", f'<w:pStyle w:val="{name}"/>' if name else "") for name in names)
    return read_layout(package(body, [("styles", styles, 1)])).paragraphs


def _as_read(one: ParagraphFormat) -> dict[str, Any]:
    run = one.runs[0]
    return {
        "family": family_of(run.han),
        "size": run.size,
        "bold": run.bold,
        "color": run.color,
        "spacing": run.spacing,
        "align": one.align,
        "first": one.first,
        "left": one.left,
        "right": one.right,
        "line": one.line if one.rule == "exact" else None,
        "keep_next": one.keep_next,
        "page_break": one.page_break,
    }


@pytest.mark.parametrize("style", STYLES.values(), ids=lambda style: style.id)
def test_a_style_is_read_as_it_is_written(style: Style) -> None:
    (one,) = _read(styles_part(LayoutProfile()), style.id)
    read = _as_read(one)
    assert read == {name: getattr(style, name) for name in read}
    assert one.runs[0].han == FONTS[style.family]


def test_what_names_no_style_has_the_base() -> None:
    plain, base = _read(styles_part(LayoutProfile()), "", BASE.id)
    assert _as_read(plain) == _as_read(base)


def test_a_style_is_whole_in_a_file_of_other_defaults() -> None:
    # Bold defaults are not here: they hold whatever a style says (ECMA-376, part 1, 17.7.3).
    foreign = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia"/>'
        '<w:color w:val="112233"/><w:sz w:val="21"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:keepNext/>'
        '<w:spacing w:before="100" w:after="200" w:line="360"/><w:ind w:left="400" w:firstLine="420"/><w:jc w:val="right"/>'
        "</w:pPr></w:pPrDefault></w:docDefaults>"
    )
    whole = styles_part(LayoutProfile())
    start, end = whole.index("<w:docDefaults>"), whole.index("</w:docDefaults>") + len("</w:docDefaults>")
    for name in STYLES:
        (own,), (other,) = _read(whole, name), _read(whole[:start] + foreign + whole[end:], name)
        assert _as_read(own) == _as_read(other)
        assert (other.before, other.after) == (0, 0)


def test_a_profile_names_fonts_and_lines() -> None:
    profile = LayoutProfile(fonts={"仿宋": "华文仿宋"}, latin="Times New Roman", line=28.0)
    body, title, imprint = _read(styles_part(profile), "gwBody", "gwTitle", "gwPrinted")
    assert (body.runs[0].han, body.runs[0].latin, body.line) == ("华文仿宋", "Times New Roman", 28.0)
    assert (title.runs[0].han, title.runs[0].latin, title.line) == (FONTS["小标宋"], "Times New Roman", 28.0)
    assert imprint.line == STYLES["gwPrinted"].line


@pytest.mark.parametrize("style", STYLES.values(), ids=lambda style: style.id)
def test_properties_are_in_the_order_of_the_schema(style: Style) -> None:
    def wrapped(xml: str) -> Any:
        return etree.fromstring(xml.replace("<w:style ", f'<w:style xmlns:w="{_W[1:-1]}" ', 1))

    root = wrapped(style_xml(style, LayoutProfile(latin="A & B")))
    for name, order in _ORDER.items():
        held = [child.tag.removeprefix(_W) for child in root.find(_W + name)]
        assert held == [each for each in order.split() if each in held]


def test_every_element_that_the_standard_places_has_a_style() -> None:
    assert set(Element) - set(BY_ELEMENT) == {Element.FIELD, Element.RESIDUE}
    assert set(Level) == set(BY_LEVEL)
    assert style_of(Element.FIELD) is None
    names = [style.name for style in STYLES.values()]
    assert len(names) == len(set(names))


def _lengths() -> Iterator[tuple[float, float]]:
    for page in (NOMINAL, COMPENSATED):
        yield page.width - page.left - page.right, WIDTH
    yield NOMINAL.height - NOMINAL.top - NOMINAL.bottom, HEIGHT


def test_the_page_is_that_of_the_standard() -> None:
    for length, wanted in _lengths():
        assert abs(length - wanted) < 0.01
    # A page of 22 lines, and none of 23; the dash 7 mm under the type area.
    assert LINES * LINE * 20 <= HEIGHT * TWIPS < LINES * (LINE + 0.05) * 20
    assert abs(NOMINAL.bottom - 7 - NOMINAL.footer - 7 * 25.4 / 72) < 0.01
    assert (NOMINAL.top, NOMINAL.left, CHARACTERS) == (37.0, 28.0, 28)


def test_indents_are_in_characters_and_in_twips() -> None:
    assert indents_xml(left=5, first=-3) == (
        '<w:ind w:leftChars="500" w:left="1579" w:hangingChars="300" w:hanging="948"/>'
    )
    assert indents_xml() == ""
    assert indents_xml(right=1, size=14) == '<w:ind w:rightChars="100" w:right="280"/>'
