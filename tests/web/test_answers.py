"""What the service answers, without a network."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import egovkit
from egovkit.interchange.exports import EXPORTS
from egovkit.messages import Language
from egovkit.web import shapes
from egovkit.web.answers import answer
from egovkit.web.pages import file_of
from egovkit.web.verbs import VERBS
from tests.interchange.packages import package, paragraph

TEXT = "关于防火的通知\n某政发〔2024〕3号\n各乡镇：\n依照国办发[2014]66号、《个人信息保护法》第九百九十九条执行,抓紧落实。\n某县人民政府\n2024年3月1日"
VERB_NAMES = [verb.name for verb in VERBS]


def asked(verb: str, content: bytes | str = TEXT, language: Language = "zh", **given: str) -> Any:
    found = answer(verb, content, given, language)
    assert found.type == "application/json"
    said = json.loads(found.body)
    return said if found.status == 200 else (found.status, said["error"]["code"], said["error"]["message"])


def test_reading_gives_what_the_library_reads() -> None:
    said = asked("read")
    assert said["text"] == TEXT
    document = egovkit.PolicyDocument.parse(TEXT)
    assert said["document"] == document.model_dump(mode="json", include_found=True)
    names = {row["name"]: row for row in said["elements"]}
    assert names["发文字号"]["lines"] == ["某政发〔2024〕3号"]
    assert TEXT[names["标题"]["start"] : names["标题"]["end"]] == "关于防火的通知"
    assert [row["name"] for row in asked("read", language="en")["elements"]][:2] == ["title", "number"]


def test_checking_gives_what_the_library_finds() -> None:
    said, report = asked("check"), egovkit.check(TEXT)
    assert [(f["code"], f["start"], f["end"]) for f in said["findings"]] == [(f.code, f.start, f.end) for f in report]
    assert (said["on"], said["assumed"], said["official"]) == ("2024-03-01", False, True)
    assert [f["message"] for f in asked("check", lang="en")["findings"]] == [f.message_en for f in report]
    assert {f["code"] for f in asked("check", rules="GW2, GW901")["findings"]} == {"GW201", "GW901"}


def test_verifying_goes_by_the_day_of_the_document() -> None:
    said = asked("verify")
    assert (said["on"], said["ok"]) == ("2024-03-01", False)
    assert [(c["verdict"], c["verdict_name"]) for c in said["claims"]] == [("agrees", "相符"), ("contradicts", "不符")]
    assert asked("verify", on="2015-06-30")["on"] == "2015-06-30"
    assert asked("verify", "见国办发〔2014〕66号", "en")["claims"][0]["message"] == "there is a document of this number"


def test_mending_all_or_what_is_chosen() -> None:
    assert asked("fix")["text"] == egovkit.fix(TEXT).text
    findings = [f for f in asked("check")["findings"] if f["edit"]]
    assert len(findings) == 2
    for chosen in findings:
        said = asked("fix", only=chosen["id"])
        assert [edit["code"] for edit in said["plan"]] == [chosen["code"]]
        (edit,) = said["plan"]
        assert said["text"] == TEXT[: edit["start"]] + edit["replacement"] + TEXT[edit["end"] :]
    both = ",".join(f["id"] for f in reversed(findings))
    assert asked("fix", only=both)["text"] == egovkit.fix(TEXT).text
    assert asked("fix", only="GW201:0-1")[:2] == (400, "web.only")


def test_of_overlapping_choices_the_first_is_made() -> None:
    text = "依照国务院办公厅发[2014]066号执行。"
    findings = asked("check", text, on="2014-12-01", rules="GW2")["findings"]
    assert len(findings) >= 3
    said = asked("fix", text, on="2014-12-01", only=",".join(f["id"] for f in findings if f["edit"]))
    ends = [edit["end"] for edit in said["plan"]]
    assert all(end <= edit["start"] for end, edit in zip(ends, said["plan"][1:], strict=False))


def test_a_mended_file_keeps_its_format() -> None:
    data = TEXT.replace("\n", "\r\n").encode("gb18030")
    found = answer("fix", data, {"as": "file"})
    assert (found.status, found.type) == (200, "text/plain; charset=utf-8")
    assert found.body.decode("gb18030") == egovkit.fix(TEXT).text.replace("\n", "\r\n")
    assert asked("fix", as_="x")[:2] == (400, "web.parameter")
    assert answer("fix", data, {"as": "tracked"}).status == 422


def test_a_docx_is_mended_in_its_runs() -> None:
    pytest.importorskip("lxml")
    data = package(paragraph("依照国办发[2014]66号执行。"))
    for how in ("file", "tracked"):
        found = answer("fix", data, {"as": how})
        assert found.type.endswith("wordprocessingml.document")
        assert egovkit.read(found.body) == "依照国办发〔2014〕66号执行。"
        assert (b"w:ins" in _main(found.body)) == (how == "tracked")
    assert asked("read", data)["format"] == "docx"
    assert asked("check", data, rules="GW2")["findings"][0]["where"].endswith("段")
    assert asked("check", data, "en", rules="GW2")["findings"][0]["where"].startswith("paragraph ")


def _main(data: bytes) -> bytes:
    import io
    import zipfile

    return zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml")


@pytest.mark.parametrize("to", [export.name for export in EXPORTS])
def test_every_export_is_written(to: str) -> None:
    found = answer("convert", TEXT, {"to": to})
    assert found.status == 200
    assert "关于防火的通知" in (egovkit.read(found.body) if to == "docx" else found.body.decode())


def test_the_page_offers_every_export() -> None:
    listed = re.search(r"FORMATS = \[(.*)\]", file_of("page.js").decode())
    assert listed is not None
    assert {each.strip(' "') for each in listed[1].split(",")} == {export.name for export in EXPORTS}


@pytest.mark.parametrize(
    ("verb", "content", "given", "status", "code"),
    [
        ("nothing", TEXT, {}, 404, "web.path"),
        ("read", TEXT, {"x": "1"}, 400, "web.parameter"),
        ("convert", TEXT, {"to": "exe"}, 400, "web.value"),
        ("read", TEXT, {"lang": "fr"}, 400, "web.value"),
        ("check", TEXT, {"rules": "GW999"}, 400, "term.unknown"),
        ("check", TEXT, {"on": "2014-13-01"}, 400, "date.impossible"),
        ("read", b"", {}, 422, "read.empty"),
        ("read", " \n", {}, 422, "read.empty"),
        ("read", b"%PDF-1.7 cut", {}, 422, "read.truncated"),
    ],
)
def test_what_is_refused(verb: str, content: bytes | str, given: dict[str, str], status: int, code: str) -> None:
    chinese, english = (asked(verb, content, language, **given) for language in ("zh", "en"))
    assert chinese[:2] == english[:2] == (status, code)
    assert not chinese[2].isascii()
    assert english[2] != chinese[2]


def test_a_fault_says_nothing_of_its_inside(monkeypatch: pytest.MonkeyPatch) -> None:
    from egovkit.web import answers

    monkeypatch.setattr(answers, "_source", lambda _: 1 / 0)
    status, code, message = asked("read", language="en")
    assert (status, code) == (500, "web.fault")
    assert "division" not in message


@pytest.mark.parametrize("verb", VERB_NAMES)
@given(content=st.one_of(st.binary(max_size=40), st.text(max_size=40)))
def test_everything_is_answered(verb: str, content: bytes | str) -> None:
    found = answer(verb, content, {})
    assert found.status in {200, 422}


def test_what_is_typed_is_text_whatever_it_begins_with() -> None:
    assert asked("read", "<html>第一条")["text"] == "<html>第一条"
    assert asked("read", "\ud800见")["text"] == "?见"


def test_every_answer_has_its_shape() -> None:
    for verb in VERBS:
        if verb.shape is not None:
            model: Any = getattr(shapes, verb.shape)
            said = asked(verb.name)
            assert model.model_validate(said).model_dump(mode="json") == said
