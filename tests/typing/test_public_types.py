"""What a type checker knows of the public interface: mypy checks these lines, and they run."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_type

import egovkit
from egovkit import (
    Catalogue,
    Citation,
    Citations,
    DateRange,
    DocumentDate,
    Fixed,
    Framework,
    IssuanceNumber,
    NumberForm,
    NumberMention,
    Organ,
    PageLocation,
    Param,
    PdfLocation,
    PolicyDocument,
    PolicyRecord,
    Relation,
    Report,
    Source,
    TextLocation,
    Verification,
    WordLocation,
)
from egovkit.catalogue.organs import OrganTable

if TYPE_CHECKING:
    from egovkit.models.value import Value


def test_numbers() -> None:
    number = IssuanceNumber.parse("国办发〔2014〕66号")
    assert_type(number, IssuanceNumber)
    assert_type(number.form, NumberForm)
    assert_type(number.code, str | None)
    assert_type(number.year, int | None)
    assert_type(number.serial, int)
    assert_type(IssuanceNumber.is_valid("国办发〔2014〕66号"), bool)
    assert_type(IssuanceNumber("国办发〔2014〕66号"), IssuanceNumber)
    assert_type(DocumentDate("2014年"), DocumentDate)
    value: Value = number
    assert str(value) == "国办发〔2014〕66号"


def test_mentions() -> None:
    (mention,) = egovkit.find_numbers("见国办发〔2014〕66号")
    assert_type(mention, NumberMention)
    assert_type(mention.start, int)
    assert_type(mention.text, str)
    assert_type(mention.value, IssuanceNumber)


def test_a_parameter_is_its_value() -> None:
    def of(number: Param[IssuanceNumber], on: Param[DocumentDate] | None = None) -> str:
        assert_type(number, IssuanceNumber)
        assert_type(on, DocumentDate | None)
        return str(number)

    def together(citations: Citations) -> int:
        assert_type(citations, tuple[Citation, ...])
        return len(citations)

    assert of(IssuanceNumber("国办发〔2014〕66号")) == "国办发〔2014〕66号"
    assert together(()) == 0


def test_dates() -> None:
    assert_type(DocumentDate.parse("2014年"), DocumentDate)
    (mention,) = egovkit.find_dates("2014年11月")
    assert_type(mention.value, DocumentDate | DateRange)


def test_organs() -> None:
    assert_type(egovkit.organs.of(IssuanceNumber.parse("国办发〔2014〕66号")), tuple[Organ, ...])


def test_tables() -> None:
    assert_type(egovkit.organs["财政部"], Organ)
    assert_type(egovkit.organs.get("财政部"), Organ | None)
    assert_type(egovkit.organs.get("财政部", 0), Organ | int)
    assert_type(egovkit.organs.find("财政部"), tuple[Organ, ...])
    assert_type(egovkit.organs.where(level="ministry"), OrganTable)
    assert_type(egovkit.organs.with_own([]), OrganTable)
    assert_type(egovkit.policies.find(IssuanceNumber.parse("国办发〔2014〕66号")), tuple[PolicyRecord, ...])
    assert_type(egovkit.policies.where(year=2014), Catalogue)


def test_citations() -> None:
    (citation,) = egovkit.find_citations("见《关于某事的通知》（国办发〔2014〕66号）")
    assert_type(citation, Citation)
    assert_type(citation.relation, Relation)
    assert_type(citation.antecedent, Citation | None)
    assert_type(citation.numbers, tuple[NumberMention, ...])


def test_documents() -> None:
    document = PolicyDocument.parse("关于某事的通知")
    assert_type(document, PolicyDocument)
    assert_type(document.number, IssuanceNumber | None)
    assert_type(document.title, str | None)
    assert_type(document.citations, tuple[Citation, ...])


def test_frameworks_and_checks() -> None:
    assert_type(egovkit.frameworks["三网一库"], Framework)
    assert_type(egovkit.check("国办发[2014]66号"), Report)
    assert_type(egovkit.read(b"abc"), str)


def test_sources() -> None:
    source = egovkit.read_source("关于防火的通告\n严禁用火。".encode())
    assert_type(source, Source)
    assert_type(source.locate(0, 2), tuple[WordLocation | PdfLocation | PageLocation | TextLocation, ...])
    assert_type(source.document, PolicyDocument)
    assert_type(egovkit.check(source), Report)
    assert_type(egovkit.fix(source), Fixed)
    assert_type(egovkit.verify(source), Verification)
