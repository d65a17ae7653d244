"""Where in its file each character of a text is."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from lxml import etree

from egovkit.checks import check, fix
from egovkit.interchange.locations import Origin, PageLocation, PdfLocation, TextLocation, WordLocation, plain
from egovkit.interchange.reading import load, read, read_source
from egovkit.interchange.source_text import Source
from egovkit.interchange.word.reading import read_docx, read_docx_outline
from egovkit.verification.verify import verify
from tests.interchange.files import NOTICE, docx_of, pdf_of, repack, shown, xml
from tests.interchange.generated import generated_docx
from tests.interchange.packages import package, paragraph, part


def held(data: bytes) -> dict[str, Any]:
    """The roots of the parts that hold text, as python-docx opens them."""
    opened = docx.Document(BytesIO(data))
    parts = {rel.target_part for rel in opened.part.rels.values() if not rel.is_external} | {opened.part}
    return {str(one.partname).lstrip("/"): etree.fromstring(one.blob) for one in parts if one.blob.startswith(b"<?xml")}


def character(roots: dict[str, Any], place: WordLocation, index: int) -> str:
    """The character that a location says holds the text at an index."""
    held = list(roots[place.part].iter(qn("w:p")))[(place.paragraph or 0) - 1]
    left = index - place.start
    for piece in place.runs:
        size = piece.end - piece.start
        if left < size:
            return spelled(list(held.iter(qn("w:r")))[piece.run - 1])[piece.start + left]
        left -= size
    raise AssertionError("no run holds it")


def spelled(run: Any) -> str:
    signs = {qn("w:tab"): "\t", qn("w:ptab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
    parts = []
    for child in run:
        if child.tag == qn("w:t"):
            parts.append(child.text or "")
        elif child.get(qn("w:type")) not in ("page", "column"):
            parts.append(signs.get(child.tag, ""))
    return "".join(parts)


@settings(deadline=None, max_examples=25)
@given(generated_docx())
def test_each_character_is_in_the_run_that_is_said_to_hold_it(content: bytes) -> None:
    source = read_source(content)
    assert source.text == read_docx(content)
    assert source.outline == read_docx_outline(content)[1]
    roots = held(content)
    in_runs = 0
    for place in source.locate(0, len(source.text)):
        assert isinstance(place, WordLocation)
        if not place.runs:
            assert place.origin in (Origin.NUMBERING, Origin.SIGN, Origin.ATTACHED)
            continue
        for index in range(place.start, place.end):
            assert character(roots, place, index) == source.text[index]
            in_runs += 1
    # All but numbers, marks of notes, tabs between cells and line ends is in runs.
    written = sum(len(spelled(run)) for root in roots.values() for run in root.iter(qn("w:r")))
    assert in_runs <= written


def test_what_stands_outside_the_body_is_said_to() -> None:
    def build(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = "内部资料"
        document.sections[0].footer.paragraphs[0].text = "云川市政府印制"
        document.add_paragraph("正文")
        boxed = document.add_paragraph("后有文本框")
        boxed._p.append(
            xml(
                "<w:r {ns}><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent>"
                "</v:textbox></w:pict></w:r>"
            )
        )

    source = read_source(docx_of(build))
    said = {source.text[place.start : place.end]: str(place) for place in source.locate(0, len(source.text))}
    assert said == {
        "内部资料": "页眉第1段",
        "正文": "第1段",
        "后有文本框": "第2段",
        "框内": "文本框第3段",
        "云川市政府印制": "页脚第1段",
    }
    places = [place for place in source.locate(0, len(source.text)) if isinstance(place, WordLocation)]
    assert places[0].part.startswith("word/header")
    assert places[0].origin is Origin.HEADER


def test_a_generated_number_is_in_no_run() -> None:
    numbering = part(
        "numbering",
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/>'
        '</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
    )
    body = paragraph("总体要求", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    source = read_source(package(body, [("numbering", numbering, 1)]))
    number, text = source.locate(0, len(source.text))
    assert isinstance(number, WordLocation)
    assert isinstance(text, WordLocation)
    assert (number.end, number.origin, number.runs, str(number)) == (2, Origin.NUMBERING, (), "自动编号第1段")
    assert (text.start, text.paragraph, text.runs[0].start, text.runs[0].end) == (2, 1, 0, 4)


def test_headings_by_style_are_those_of_every_command() -> None:
    def build(document: Any) -> None:
        for line in NOTICE[:3]:
            document.add_paragraph(line)
        document.add_paragraph("总体安排", style="Heading 1")
        document.add_paragraph("各县要认真落实。")

    source = read_source(docx_of(build))
    assert [heading.text for heading in source.document.outline] == ["总体安排"]
    assert load(source) == source.document
    assert read(source) == source.text
    assert check(source).findings == check(source.document).findings
    assert fix(source).source == source.text
    assert verify(source).claims == verify(source.document).claims


def test_a_plain_text_has_lines_and_columns() -> None:
    source = read_source("\ufeff第一行\r\n第二行".encode())
    (place,) = source.locate(5, 7)
    assert place == TextLocation(5, 7, 2, 2, 2, 4)
    assert plain(place)["line"] == 2


def test_a_page_of_a_pdf_has_a_box() -> None:
    source = read_source(pdf_of(shown(list(NOTICE))))
    (place,) = source.locate(0, 3)
    assert isinstance(place, PdfLocation)
    assert (str(place), place.page) == ("第1页", 1)
    assert place.box is not None
    assert place.box[3] > place.box[1]


def test_a_web_page_has_elements_and_lines() -> None:
    page = "<html>\n<body>\n<p>第一段</p>\n<p>第二<b>段</b>完</p></body></html>"
    source = read_source(page.encode())
    at = source.text.index("第二")
    places = source.locate(at, len(source.text))
    assert all(isinstance(place, PageLocation) for place in places)
    assert [(source.text[one.start : one.end], str(one)) for one in places] == [
        ("第二", "第4行 /html/body/p[2]"),
        ("段", "第4行 /html/body/p[2]/b"),
        ("完", "第4行 /html/body/p[2]"),
    ]


def test_what_is_no_stretch_is_refused() -> None:
    source = read_source("通知".encode())
    assert source.locate(2) == source.locate(1, 2)
    with pytest.raises(ValueError, match="stretch"):
        source.locate(1, 9)
    with pytest.raises(ValueError, match="stretch"):
        source.locate(-1, 1)


def test_a_format_without_places_has_none() -> None:
    source = read_source(rb"{\rtf1\ansicpg936 \'b9\'d8}")
    assert isinstance(source, Source)
    assert source.locate(0) == ()
    assert source.ends is None


def test_texts_taken_in_are_said_to_be() -> None:
    relation = '<Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk" Target="a.txt"/>'
    whole = repack(
        package(paragraph() + '<w:altChunk r:id="a"/>'),
        lambda name, content: (
            content.replace(b"</Relationships>", relation.encode() + b"</Relationships>")
            if name.endswith("document.xml.rels")
            else content
        ),
    )
    out = BytesIO(whole)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("word/a.txt", "文本".encode())
    source = read_source(out.getvalue())
    (place,) = source.locate(2, 4)
    assert isinstance(place, WordLocation)
    assert (place.origin, place.runs, str(place)) == (Origin.ATTACHED, (), "嵌入文件")
