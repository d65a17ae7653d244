"""Edits put into the runs of a docx: read again they are the mended text, and all else is as it was."""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from egovkit.checks import Edit, Fixed, PlannedEdit, StaleText, check, fix
from egovkit.errors import ReadError
from egovkit.interchange.reading import read_source
from egovkit.interchange.word.layout import read_layout
from egovkit.interchange.word.mending import MendError, mend_docx, mendable
from egovkit.interchange.word.reading import read_docx
from egovkit.text import limits
from tests.interchange.files import docx_of, repack
from tests.interchange.generated import Docx, generated_docx
from tests.interchange.packages import package, paragraph, part, strict

WHEN = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def formats(data: bytes) -> list[tuple[str, list[bytes]]]:
    """The format of each run of each part that holds text, in order."""
    found = []
    for name, content in parts_of(data).items():
        if name.startswith("word/") and name.endswith(".xml"):
            runs = etree.fromstring(content).iter(qn("w:r"))
            kept = [run.find(qn("w:rPr")) for run in runs]
            found.append((name, [b"" if one is None else etree.tostring(one) for one in kept]))
    return found


def refused(data: bytes) -> bytes:
    """The docx after a person has refused every tracked change of ours."""

    def change(name: str, content: bytes) -> bytes:
        if not name.startswith("word/") or not name.endswith(".xml") or b"egovkit" not in content:
            return content
        root = etree.fromstring(content)
        for mark in [one for one in root.iter(qn("w:ins"), qn("w:del")) if one.get(qn("w:author")) == "egovkit"]:
            if mark.tag == qn("w:del"):
                for text in mark.iter(qn("w:delText")):
                    text.tag = qn("w:t")
                for child in list(mark):
                    mark.addprevious(child)
            parent = mark.getparent()
            assert parent is not None
            parent.remove(mark)
        return etree.tostring(root)

    return repack(data, change)


@st.composite
def plans(draw: st.DrawFn, text: str) -> Fixed:
    """Edits anywhere in a text."""
    places = sorted(draw(st.lists(st.integers(0, len(text)), max_size=12, unique=True)))
    plan = []
    for start, far in zip(places[::2], places[1::2], strict=False):
        end = min(far, start + draw(st.integers(0, 6)))
        new = draw(st.sampled_from(["", "〔", "新文", "，", "甲 乙", text[start:end] + "后", "前" + text[start:end]]))
        plan.append(PlannedEdit(Edit(start, end, new), "GW000", ""))
    mended, at = "", 0
    for planned in plan:
        mended += text[at : planned.edit.start] + planned.edit.replacement
        at = planned.edit.end
    return Fixed(mended + text[at:], tuple(plan), text)


@settings(deadline=None, max_examples=30)
@given(st.data())
def test_read_again_it_is_the_mended_text_and_nothing_else_has_changed(data: st.DataObject) -> None:
    content = data.draw(generated_docx())
    source = read_source(content)
    fixed = data.draw(st.one_of(st.just(fix(source)), plans(source.text)))
    meant = mendable(content, fixed)
    try:
        mended = Docx(mend_docx(content, fixed))
        tracked = Docx(mend_docx(content, fixed, tracked=True, when=WHEN))
    except MendError:
        # An edit at the edge of a cell may make a label of it, which is beside its value.
        return
    assert read_docx(mended) == read_docx(tracked) == meant.text
    assert formats(mended) == formats(content)
    assert read_docx(refused(tracked)) == source.text
    was = parts_of(content)
    for changed in (parts_of(mended), parts_of(tracked)):
        assert list(changed) == list(was)
        for name, part_ in changed.items():
            if (
                name not in ("word/document.xml", "word/footnotes.xml")
                and "header" not in name
                and "footer" not in name
            ):
                assert part_ == was[name]
    if not meant.plan:
        assert mended == tracked == content


@settings(deadline=None, max_examples=15)
@given(generated_docx())
def test_findings_are_comments_where_they_stand(content: bytes) -> None:
    source = read_source(content)
    report = check(source)
    commented = Docx(mend_docx(content, Fixed(source.text, (), source.text), comments=report, when=WHEN))
    assert read_docx(commented) == source.text
    opened = docx.Document(BytesIO(commented))
    said = [comment.text for comment in opened.comments] if hasattr(opened, "comments") else None
    places = {(finding.start, finding.end) for finding in report}
    if said is not None:
        assert len(said) == len(places)
    root = opened.element
    ids = [one.get(qn("w:id")) for one in root.iter(qn("w:commentReference"))]
    assert sorted(ids) == sorted(one.get(qn("w:id")) for one in root.iter(qn("w:commentRangeStart")))
    assert len(set(ids)) == len(ids) == len(places)


def test_a_number_split_over_runs_keeps_their_formats() -> None:
    def build(document: Any) -> None:
        line = document.add_paragraph("按照国办发")
        line.add_run("[2014").bold = True
        line.add_run("]")
        line.add_run("66号").italic = True
        line.add_run("执行。")

    data = docx_of(build)
    mended = mend_docx(data, fix(read_source(data)))
    runs = docx.Document(BytesIO(mended)).paragraphs[0].runs
    assert [run.text for run in runs] == ["按照国办发", "〔2014", "〕", "66号", "执行。"]
    assert [run.bold for run in runs] == [None, True, None, None, None]
    assert [run.italic for run in runs] == [None, None, None, True, None]


def test_tracked_changes_name_their_author_and_leave_others_alone() -> None:
    old = (
        '<w:ins w:id="5" w:author="乙" w:date="2020-01-01T00:00:00Z"><w:r><w:t>见国办发[2014]66号。</w:t></w:r></w:ins>'
    )
    data = package(f"<w:p>{old}</w:p>")
    tracked = mend_docx(data, fix(read_source(data)), tracked=True, author="甲", when=WHEN)
    root = etree.fromstring(parts_of(tracked)["word/document.xml"])
    marks = [
        (etree.QName(one).localname, one.get(qn("w:author")), one.get(qn("w:id")))
        for one in root.iter(qn("w:ins"), qn("w:del"))
    ]
    assert marks == [("ins", "乙", "5"), ("del", "甲", "8"), ("ins", "甲", "9"), ("del", "甲", "6"), ("ins", "甲", "7")]
    assert {one.get(qn("w:date")) for one in root.iter(qn("w:del"))} == {"2026-01-02T03:04:05Z"}
    assert "".join(text.text or "" for text in root.iter(qn("w:delText"))) == "[]"


def test_comments_that_are_there_stay_and_count_on() -> None:
    note = '<w:comment w:id="7" w:author="乙"><w:p><w:r><w:t>原批注</w:t></w:r></w:p></w:comment>'
    mark = '<w:r><w:commentReference w:id="7"/></w:r>'
    data = package(
        f"<w:p><w:r><w:t>见国办发[2014]66号。</w:t></w:r>{mark}</w:p>", [("comments", part("comments", note), 1)]
    )
    source = read_source(data)
    commented = mend_docx(data, Fixed(source.text, (), source.text), comments=check(source), when=WHEN)
    root = etree.fromstring(parts_of(commented)["word/comments.xml"])
    assert [one.get(qn("w:id")) for one in root] == ["7", "8"]
    assert etree.tostring(root[0], with_tail=False, encoding="unicode").count("原批注") == 1
    assert "GW201" in "".join(root[1].itertext())


@pytest.mark.parametrize("name", ["²", "-1", "x", "99999999999"])
def test_a_change_whose_number_is_none_is_left_alone(name: str) -> None:
    data = package(f'<w:p><w:ins w:id="{name}" w:author="乙"><w:r><w:t>见国办发[2014]66号。</w:t></w:r></w:ins></w:p>')
    source = read_source(data)
    mended = mend_docx(data, fix(source), tracked=True, comments=check(source), when=WHEN)
    assert read_docx(mended) == "见国办发〔2014〕66号。"


def test_headers_that_say_the_same_are_mended_together() -> None:
    def build(document: Any) -> None:
        section = document.sections[0]
        section.header.paragraphs[0].text = "见国办发[2014]66号"
        section.different_first_page_header_footer = True
        section.first_page_header.paragraphs[0].text = "见国办发[2014]66号"
        document.add_paragraph("正文。")

    data = docx_of(build)
    mended = mend_docx(data, fix(read_source(data)))
    assert read_docx(mended) == "见国办发〔2014〕66号\n正文。"


def test_both_branches_of_an_alternative_are_mended() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>见国办发[2014]66号</w:t></w:r></w:p></w:txbxContent>"
    boxed = (
        f"<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    data = package(boxed + paragraph())
    mended = parts_of(mend_docx(data, fix(read_source(data))))["word/document.xml"].decode()
    assert mended.count("〔2014〕") == 2


def test_what_no_run_holds_is_left() -> None:
    numbering = part(
        "numbering",
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:suff w:val="nothing"/>'
        '<w:lvlText w:val="国办发[2014]%1号"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
    )
    body = paragraph("见国办发[2014]66号。", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    data = package(body, [("numbering", numbering, 1)])
    source = read_source(data)
    fixed = fix(source)
    meant = mendable(data, fixed)
    assert len(fixed.plan) == 2
    assert [source.locate(planned.edit.start)[0].runs != () for planned in meant.plan] == [True]  # type: ignore[union-attr]
    assert read_docx(mend_docx(data, fixed)) == meant.text == "国办发[2014]1号见国办发〔2014〕66号。"


def test_the_strict_edition_stays_strict() -> None:
    data = package(paragraph("见国办发[2014]66号。"))
    content = strict(data)
    source = read_source(content)
    mended = mend_docx(content, fix(source), comments=check(source))
    assert read_docx(mended) == "见国办发〔2014〕66号。"
    parts = parts_of(mended)
    assert b"schemas.openxmlformats.org/wordprocessingml" not in parts["word/document.xml"] + parts["word/comments.xml"]
    assert b"purl.oclc.org/ooxml/officeDocument/relationships/comments" in parts["word/_rels/document.xml.rels"]


def test_a_signed_docx_is_left_alone() -> None:
    data = package(paragraph("见国办发[2014]66号。"))
    out = BytesIO(data)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("_xmlsignatures/sig1.xml", "<a/>")
    fixed = fix(read_source(data))
    with pytest.raises(MendError, match="signed"):
        mend_docx(out.getvalue(), fixed)
    with pytest.raises(StaleText):
        mend_docx(package(paragraph("别的")), fixed)
    with pytest.raises(ReadError):
        mend_docx(b"PK\x03\x04", fixed)


def test_blanks_that_become_edges_are_kept() -> None:
    data = package("<w:p><w:r><w:t>甲，</w:t></w:r><w:r><w:t>乙</w:t></w:r></w:p>")
    fixed = Fixed("甲 乙", (PlannedEdit(Edit(1, 2, " "), "GW000", ""),), "甲，乙")
    mended = mend_docx(data, fixed)
    assert docx.Document(BytesIO(mended)).paragraphs[0].text == "甲 乙"
    assert b'xml:space="preserve"' in parts_of(mended)["word/document.xml"]


@pytest.mark.corpus
def test_real_files_are_mended(shared: Path) -> None:
    for path in sorted((shared / "cases" / "files").glob("*.docx")):
        content = path.read_bytes()
        source = read_source(content)
        if source.format != "docx":
            continue
        fixed = fix(source)
        meant = mendable(content, fixed)
        for tracked in (False, True):
            mended = mend_docx(content, fixed, tracked=tracked, comments=check(source))
            assert read_docx(mended) == meant.text


def test_a_package_whose_pictures_are_a_bomb_is_not_mended(monkeypatch: pytest.MonkeyPatch) -> None:
    out = BytesIO(package(paragraph("见国办发[2014]66号。")))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/image1.bmp", b"\0" * 200_000)
    data = out.getvalue()
    fixed = fix(read_source(data))
    monkeypatch.setattr(limits, "MAX_UNPACKED", 100_000)
    with pytest.raises(ReadError) as caught:
        mend_docx(data, fixed)
    assert caught.value.code == "read.bomb"


def test_a_package_with_a_damaged_picture_is_refused() -> None:
    out = BytesIO(package(paragraph("见国办发[2014]66号。")))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_STORED) as archive:
        archive.writestr("word/media/image1.bmp", b"picture")
    data = out.getvalue().replace(b"picture", b"damaged")
    with pytest.raises(ReadError) as caught:
        mend_docx(data, fix(read_source(data)))
    assert caught.value.code == "read.truncated"


@pytest.mark.parametrize(
    "body",
    [
        "<w:sdt>" * 300 + paragraph() + "</w:sdt>" * 300,
        f"<w:tbl><w:tr><w:tc>{'<w:tbl><w:tr><w:tc>' * 40}{paragraph()}{'</w:tc></w:tr></w:tbl>' * 40}</w:tc></w:tr></w:tbl>",
    ],
)
def test_what_reading_refuses_is_refused(body: str) -> None:
    data = package(body)
    for do in (read_source, read_layout, lambda content: mend_docx(content, Fixed("甲", (), "甲"))):
        with pytest.raises(ReadError):
            do(data)


def anchors(data: bytes) -> list[tuple[int, str]]:
    """The paragraph that each comment begins in, and the text between its marks."""
    root = etree.fromstring(parts_of(data)["word/document.xml"])
    found: dict[str | None, tuple[int, str]] = {}
    for number, one in enumerate(root.iter(qn("w:p")), 1):
        for mark in one.iter(qn("w:commentRangeStart")):
            held = ""
            for following in mark.itersiblings():
                if following.tag == qn("w:commentRangeEnd"):
                    break
                held += "".join(text.text or "" for text in following.iter(qn("w:t")))
            found[mark.get(qn("w:id"))] = number, held
    return [found[name] for name in sorted(found, key=lambda name: int(name or 0))]


def commented(data: bytes) -> bytes:
    source = read_source(data)
    return mend_docx(data, Fixed(source.text, (), source.text), comments=check(source, rules="GW2"), when=WHEN)


def test_a_comment_on_a_header_stands_at_the_first_text() -> None:
    def build(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = "见国办发[2014]66号"
        document.add_paragraph("正文。")
        document.add_paragraph("再见国办发[2015]7号。")

    assert anchors(commented(docx_of(build))) == [(1, "正文。"), (2, "[2015]")]


def test_a_comment_on_a_generated_number_stands_at_its_paragraph() -> None:
    numbering = part(
        "numbering",
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:suff w:val="nothing"/>'
        '<w:lvlText w:val="国办发[2014]%1号"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
    )
    body = paragraph("正文。") + paragraph("执行。", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    assert anchors(commented(package(body, [("numbering", numbering, 1)]))) == [(2, "执行。")]


def test_a_comment_where_nothing_bears_one_stands_at_the_first_paragraph() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>见国办发[2014]66号</w:t></w:r></w:p></w:txbxContent>"
    data = commented(
        package(
            f"<w:p><w:r><w:pict><v:textbox xmlns:v='urn:schemas-microsoft-com:vml'>{box}</v:textbox></w:pict></w:r></w:p>"
        )
    )
    assert anchors(data) == [(1, "")]
    assert read_docx(data) == "见国办发[2014]66号"


def test_what_is_added_bears_no_time_of_the_day() -> None:
    data = package(paragraph("见国办发[2014]66号"))
    source = read_source(data)
    made = mend_docx(data, fix(source.text), comments=check(source).findings, when=WHEN)
    with zipfile.ZipFile(BytesIO(made)) as archive:
        assert archive.getinfo("word/comments.xml").date_time == (1980, 1, 1, 0, 0, 0)
