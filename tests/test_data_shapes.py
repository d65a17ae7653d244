"""Every public type validates, dumps and has a JSON schema: none can be added without an example here."""

from __future__ import annotations

import inspect
import json
from collections.abc import Iterator
from enum import EnumType
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from pydantic import TypeAdapter, ValidationError

import egovkit
from egovkit import (
    Citation,
    Citations,
    Component,
    DateMention,
    DateRange,
    DocumentDate,
    Framework,
    IssuanceNumber,
    Mention,
    NumberMention,
    PolicyDocument,
    Reference,
    find_citations,
    find_dates,
    find_numbers,
    find_references,
)
from egovkit.documents.blocks import Element
from egovkit.messages import Words
from egovkit.models.citation import CitationElsewhere
from egovkit.strategies import CitationProse, NumberProse, citation_prose, date_surfaces, number_prose
from tests.test_public import NO_DATA

TEXT = """某县人民政府关于森林防火的通知
某政发〔2024〕3号
各乡镇人民政府：
　　根据《中华人民共和国森林法》（以下简称森林法）第三条、《甲办法》（以下简称《办法》）和国办发[2014]66号，现通知如下。
　　一、加强巡护。《办法》第五条和森林法第七条规定的，在2024年3月1日至5月1日间从严，建设三网一库。
　　附件：1．值班表
某县人民政府
2024年3月1日
附件1
值班表
　　一、周一
"""


@cache
def examples() -> dict[str, Any]:
    """A value of every public type that is no enumeration, as the library itself makes it."""
    document = PolicyDocument.parse(TEXT)
    cited = find_citations(TEXT)
    policy = egovkit.policies["国办发〔2014〕66号"]
    framework = egovkit.frameworks["三网一库"]
    law = egovkit.register.law("档案法")
    report, fixed = egovkit.check(TEXT), egovkit.fix(TEXT)
    verification = egovkit.verify(TEXT)
    organ = egovkit.organs["国务院办公厅"]
    corpus = egovkit.Corpus.read([TEXT, *(f"关于{of}的通知\n某教发〔2023〕2号\n各学校：\n请执行。" for of in "甲乙")])
    made = (
        document, egovkit.DocumentReading.of(document), document.annexes[0], document.blocks[0], document.explain()[0], document.headings[0], document.parts[0], document.sections[0],
        document.chunks(80)[0],
        document.dates[0], document.numbers[0], cited[0], find_references(TEXT, cited)[0], egovkit.resolve(cited)[-1],
        next(iter(egovkit.edges("某文", cited))), cited[0].pinpoint, cited[0].pinpoint and cited[0].pinpoint.places[0],
        policy, policy.drafting, policy.relations[0], policy.status, egovkit.policies.lineage("国办发〔2014〕66号"),
        egovkit.register.by_number(IssuanceNumber("国办发〔2014〕66号"))[0],
        framework, framework.readings[0], framework.groups[0], framework.components[0], law, law.versions[0],
        next(shift for record in egovkit.policies for shift in record.shifts), organ, egovkit.OrganCode(code="某数发", organ="某局"),
        IssuanceNumber("国办发〔2014〕66号"), DocumentDate("2014-11"), DateRange.parse("2014/2015"),
        egovkit.Secrecy.parse("机密★1年"), report, report.findings[0], fixed, fixed.plan[0], fixed.plan[0].edit,
        egovkit.Profile(name="本局"), verification, verification.claims[0], verification.claims[0].standing,
        egovkit.WordLocation(0, 2, "word/document.xml", 1, egovkit.Origin.TEXT, (egovkit.InRun(1, 0, 2),)), egovkit.InRun(1, 0, 2),
        egovkit.PdfLocation(0, 2, 1, (72.0, 700.0, 300.0, 712.0)), egovkit.PageLocation(0, 2, "/html/body/p", 3),
        egovkit.Layout("甲", (egovkit.Page(210, 297, 37, 35, 28, 26),)), egovkit.Page(210, 297, 37, 35, 28, 26),
        egovkit.ParagraphFormat(0, 1, (egovkit.RunFormat(0, 1, "仿宋"),)), egovkit.RunFormat(0, 1, "仿宋"),
        egovkit.Border("top", "single", 1), egovkit.Footer("even", "— 1 —"), egovkit.Leftover(egovkit.LeftoverKind.COMMENT, 1),
        egovkit.TextLocation(0, 2, 1, 1, 1, 3),
        egovkit.PageFinding("first-page", 1, "7.3.3", Words("no text", "无正文")), egovkit.find_slogans("“四减四增”行动。")[0],
        egovkit.LaidParagraph(0, 3, Element.TITLE, "公文标题"), egovkit.LeftAlone(3, 9, Element.TABLE, egovkit.Why.TABLE),
        egovkit.Formatted(b"", (egovkit.LaidParagraph(0, 3, Element.TITLE, "公文标题"),), (), 1),
        egovkit.LayoutProfile(form="letter", fonts={"仿宋": "华文仿宋"}, line=28),
        corpus.documents[0], corpus.citations[0], corpus.conflicts[0], corpus.nodes[0],
        corpus.diffusion(corpus.documents[0]), egovkit.Region(code="110108", name="海淀区"),
    )  # fmt: skip
    return {type(value).__name__: value for value in made} | {"Mention": egovkit.find_frameworks(TEXT)[0]}


def kinds() -> list[str]:
    values = {name: getattr(egovkit, name) for name in egovkit.__all__}
    return [
        name
        for name, value in values.items()
        if inspect.isclass(value) and not issubclass(value, Exception) and name not in NO_DATA
    ]


def adapter(name: str) -> TypeAdapter[Any]:
    return TypeAdapter(Mention[Framework | Component] if name == "Mention" else getattr(egovkit, name))


def example(name: str) -> Any:
    kind = getattr(egovkit, name)
    return next(iter(kind)) if isinstance(kind, EnumType) else examples()[name]


def keys_of(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from keys_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from keys_of(inner)


@pytest.mark.parametrize("name", kinds())
def test_every_public_type_is_read_back_from_json(name: str) -> None:
    data, value = adapter(name), example(name)
    valid = data.validate_python(value)
    # A named tuple is made anew.
    assert valid is value or (isinstance(value, tuple) and valid == value)
    again = data.validate_json(data.dump_json(value))
    assert type(again) is type(value)
    assert data.dump_python(again) == data.dump_python(value)
    assert data.dump_python(value, mode="json") == json.loads(data.dump_json(value))


@pytest.mark.parametrize("name", kinds())
@pytest.mark.parametrize("mode", ["validation", "serialization"])
def test_no_schema_and_no_json_has_a_private_part(name: str, mode: Any) -> None:
    data = adapter(name)
    shown = [*keys_of(data.json_schema(mode=mode)), *keys_of(data.dump_python(example(name), mode="json"))]
    assert [key for key in shown if key.startswith("_")] == []


@pytest.mark.parametrize("kind", [NumberMention, DateMention, Mention[Framework]])
def test_the_schema_of_a_mention_has_its_four_attributes(kind: Any) -> None:
    for mode in ("validation", "serialization"):
        schema = TypeAdapter(kind).json_schema(mode=mode)
        assert list(schema["properties"]) == schema["required"] == ["start", "end", "text", "value"]


@given(number_prose())
def test_numbers_are_read_back_as_they_were(prose: NumberProse) -> None:
    data = TypeAdapter(list[NumberMention])
    found = find_numbers(prose.text)
    assert data.validate_json(data.dump_json(found)) == found
    assert [NumberMention.of(m.start, m.text, m.value) for m in found] == found


@given(date_surfaces())
def test_dates_are_read_back_as_they_were(drawn: tuple[str, DocumentDate | DateRange]) -> None:
    data = TypeAdapter(list[DateMention])
    found = find_dates(f"自{drawn[0]}起，至2020年1—6月")
    assert data.validate_json(data.dump_json(found)) == found
    assert [DateMention.of(m.start, m.text, m.value) for m in found] == found


def linked(citations: Any) -> list[Any]:
    """What each citation repeats, by its index."""
    places = {id(citation): i for i, citation in enumerate(citations)}
    return [[places[id(other)] for other in (c.antecedent, *c.candidates) if other is not None] for c in citations]


@given(citation_prose())
def test_the_citations_of_a_text_are_linked_again(prose: CitationProse) -> None:
    data = TypeAdapter(Citations)
    found = tuple(find_citations(prose.text))
    again = data.validate_json(data.dump_json(found))
    assert linked(again) == linked(found)
    assert data.dump_python(again) == data.dump_python(found)


@given(citation_prose())
def test_a_citation_alone_says_where_what_it_repeats_begins(prose: CitationProse) -> None:
    data = TypeAdapter(list[Citation])
    found = find_citations(prose.text)
    dumped = data.dump_python(found)
    assert [each["antecedent"] for each in dumped] == [c.antecedent and c.antecedent.start for c in found]
    assert data.dump_python(data.validate_python(dumped)) == dumped


def test_of_a_citation_elsewhere_nothing_is_made_up() -> None:
    *_, again = find_citations("《甲办法》（以下简称《办法》）规定。《办法》第三条")
    data = TypeAdapter(Citation)
    read = data.validate_json(data.dump_json(again))
    assert isinstance(read.antecedent, CitationElsewhere)
    assert repr(read.antecedent) == "CitationElsewhere.at(0)"
    with pytest.raises(AttributeError, match="read the citations of a text together"):
        _ = read.document.title


def test_a_reference_has_its_citation_by_its_start() -> None:
    text = "依照《中华人民共和国水法》（以下简称水法）第七条。违反水法的，适用本办法。"
    found = find_references(text, find_citations(text))
    data = TypeAdapter(list[Reference])
    dumped = data.dump_python(found)
    assert [each["antecedent"] for each in dumped] == [2, None]
    assert data.dump_python(data.validate_python(dumped)) == dumped


NUMBER = {"start": 1, "end": 13, "text": "国办发〔2014〕66号", "value": "国办发〔2014〕66号"}
CITATION = {"start": 0, "end": 5, "text": "《甲办法》", "title": "甲办法"}


@pytest.mark.parametrize(
    ("kind", "given", "code"),
    [
        (NumberMention, {**NUMBER, "end": 12}, "mention.end"),
        (NumberMention, {**NUMBER, "value": "国办发〔2014〕0号"}, "number.serial"),
        (NumberMention, {**NUMBER, "_serial": 3}, "extra_forbidden"),
        (Citation, {**CITATION, "pinpoint": "三条措施"}, "pinpoint.form"),
        (Citation, {**CITATION, "antecedent": 3, "candidates": [1, 2]}, "citation.antecedent"),
        (Citations, [{**CITATION, "antecedent": 1}], "citation.antecedent"),
        (Citations, [{**CITATION, "antecedent": 0}], "citation.antecedent"),
    ],
)
def test_what_is_refused_has_a_code(kind: Any, given: Any, code: str) -> None:
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(kind).validate_python(given)
    assert [error["type"] for error in refused.value.errors()] == [code]


def test_candidates_and_nested_titles_are_linked_too() -> None:
    text = "《甲省节水办法》和《乙省节水办法》。按照《节水办法》、《关于修改〈甲省节水办法〉的决定》办理。"
    data = TypeAdapter(Citations)
    found = tuple(find_citations(text))
    dumped = data.dump_python(found)
    again = data.validate_python(dumped)
    assert any(each["nested"] for each in dumped)
    assert data.dump_python(again) == dumped
    assert linked(again) == linked(found)
    assert data.validate_python(list(found)) == found
