"""Values, mentions and reports in a web service: parameters of every kind, bodies, responses, the OpenAPI page."""

from __future__ import annotations

from typing import Annotated, Any

import pytest

from egovkit import (
    Citation,
    Citations,
    DateMention,
    DocumentDate,
    DocumentReading,
    IssuanceNumber,
    NumberMention,
    Param,
    PolicyDocument,
    Report,
    Verification,
    check,
    find_citations,
    find_dates,
    find_numbers,
    verify,
)

pytest.importorskip("fastapi", reason="FastAPI is not installed")
pytest.importorskip("httpx", reason="the test client of FastAPI needs httpx")

from fastapi import Body, FastAPI, Header, Query
from fastapi.testclient import TestClient

TEXT = "按照《甲市防火办法》（以下简称《办法》）、国办发[2014]66号执行。《办法》第三条自2024年1月1日起施行。"
Text = Annotated[str, Body()]
Numbers = Annotated[list[Param[IssuanceNumber]], Query()]
Day = Annotated[Param[DocumentDate] | None, Header()]


@pytest.fixture(scope="module")
def client() -> TestClient:
    app = FastAPI()

    @app.get("/numbers/{number}")
    def by_path(
        number: Param[IssuanceNumber], on: Param[DocumentDate] | None = None
    ) -> tuple[int, IssuanceNumber, Any]:
        return number.serial, number, on

    @app.get("/numbers")
    def by_query(number: Numbers, day: Day = None) -> tuple[list[IssuanceNumber], DocumentDate | None]:
        return number, day

    @app.post("/numbers")
    def by_body(
        number: Annotated[IssuanceNumber, Body()], day: Annotated[Param[DocumentDate], Body()]
    ) -> dict[str, str]:
        return {str(number): str(day)}

    @app.post("/mentions")
    def mentions(text: Text) -> list[NumberMention | DateMention]:
        return [*find_numbers(text), *find_dates(text)]

    @app.post("/citations")
    def citations(text: Text) -> list[Citation]:
        return find_citations(text)

    @app.post("/linked")
    def linked(text: Text) -> Citations:
        return tuple(find_citations(text))

    @app.post("/back")
    def back(citations: Citations) -> list[int]:
        return [citations.index(c.document) for c in citations]

    @app.post("/document")
    def document(text: Text) -> DocumentReading:
        return DocumentReading.parse(text)

    @app.post("/check")
    def checked(text: Text) -> Report:
        return check(text)

    @app.post("/verify")
    def verified(text: Text) -> Verification:
        return verify(text)

    return TestClient(app)


def test_a_number_and_a_date_in_the_path_the_query_and_the_headers(client: TestClient) -> None:
    answer = client.get("/numbers/国办发[2014]66号", params={"on": "2015年"})
    assert answer.json() == [66, "国办发〔2014〕66号", "2015"]
    answer = client.get("/numbers", params={"number": ["国令第711号", "国发〔2016〕51号"]}, headers={"day": "2014.1.1"})
    assert answer.json() == [["国务院令第711号", "国发〔2016〕51号"], "2014-01-01"]


def test_a_number_and_a_date_in_the_body(client: TestClient) -> None:
    answer = client.post("/numbers", json={"number": "国办发[2014]66号", "day": "2014年11月"})
    assert answer.json() == {"国办发〔2014〕66号": "2014-11"}


@pytest.mark.parametrize(
    ("path", "place", "code", "span"),
    [
        ("/numbers/国办发〔2014〕0号", ["path", "number"], "number.serial", [9, 10]),
        ("/numbers/国办发〔2014〕66号?on=2014-13", ["query", "on"], "date.impossible", [5, 7]),
    ],
)
def test_what_does_not_parse_is_answered_with_its_code(
    client: TestClient, path: str, place: list[str], code: str, span: list[int]
) -> None:
    answer = client.get(path)
    assert answer.status_code == 422
    [error] = answer.json()["detail"]
    assert (error["loc"], error["type"], error["ctx"]["span"]) == (place, code, span)


def test_mentions_citations_and_reports_are_responses(client: TestClient) -> None:
    for each in client.post("/mentions", json=TEXT).json():
        assert list(each) == ["start", "end", "text", "value"]
        assert TEXT[each["start"] : each["end"]] == each["text"]
    assert [each["antecedent"] for each in client.post("/citations", json=TEXT).json()] == [None, None, 2]
    assert client.post("/check", json=TEXT).json()["findings"][0]["code"] == "GW201"
    assert [each["verdict"] for each in client.post("/verify", json=TEXT).json()["claims"]][1] == "agrees"


def test_citations_are_sent_and_linked_again(client: TestClient) -> None:
    sent = client.post("/linked", json=TEXT).json()
    assert [each["antecedent"] for each in sent] == [None, None, 0]
    assert client.post("/back", json=sent).json() == [0, 1, 0]


def test_a_document_is_sent_with_what_is_found_in_it(client: TestClient) -> None:
    sent = client.post("/document", json=TEXT).json()
    assert sent == PolicyDocument.parse(TEXT).model_dump(mode="json", include_found=True)


def test_the_page_of_the_service_has_the_shapes_and_patterns(client: TestClient) -> None:
    page = client.get("/openapi.json").json()
    number, on = page["paths"]["/numbers/{number}"]["get"]["parameters"]
    assert (number["in"], number["schema"]["pattern"]) == ("path", IssuanceNumber.taken)
    assert (on["in"], on["required"], on["schema"]["anyOf"][0]["pattern"]) == ("query", False, DocumentDate.taken)
    shapes = page["components"]["schemas"]
    # What is taken has a wider pattern than what is sent, and so a shape of its own.
    for which in ("Input", "Output"):
        assert set(shapes[f"NumberMention-{which}"]["properties"]) == {"start", "end", "text", "value"}
        assert "antecedent" in shapes[f"Citation-{which}"]["properties"]


def test_a_bare_value_is_no_parameter_which_the_guide_says() -> None:
    app = FastAPI()

    def by_number(number: IssuanceNumber) -> str:
        return str(number)

    def by_fields(number: Annotated[IssuanceNumber, Query()]) -> str:
        return str(number)

    with pytest.raises(AssertionError):
        app.get("/path/{number}")(by_number)
    app.get("/bare")(by_number)
    app.get("/query")(by_fields)
    paths = app.openapi()["paths"]
    assert "requestBody" in paths["/bare"]["get"]
    assert "number" not in {each["name"] for each in paths["/query"]["get"]["parameters"]}
