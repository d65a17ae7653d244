from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from egovkit import __version__
from egovkit.cli.sources import example
from egovkit.documents.document import PolicyDocument
from egovkit.documents.document_reading import DocumentReading
from egovkit.documents.found import FOUND
from tests.interchange.files import NOTICE, docx_of

from .conftest import Egovkit


@pytest.fixture
def whole(egovkit_command: Egovkit) -> Any:
    return egovkit_command("read", "--example", "--format", "json").json


def test_the_example_gives_its_numbers(whole: Any) -> None:
    assert [each["value"] for each in whole["numbers"]] == [
        "云川政办发〔2024〕12号",
        "国发〔2022〕14号",
        "国办发〔2014〕66号",
        "国务院令第711号",
        "国办发〔2001〕25号",
        "中办发〔2002〕17号",
        "财政部 税务总局公告2023年第12号",
        "云川政办发〔2017〕31号",
    ]
    assert all(list(each) == ["start", "end", "text", "value"] for each in whole["numbers"])


def test_the_example_gives_its_card(whole: Any) -> None:
    card = whole
    assert card["title"] == "云川市人民政府办公室关于推进政务数据共享应用的通知"
    assert card["number"] == "云川政办发〔2024〕12号"
    assert card["kind"] == "通知"
    assert card["dated"] == "2024-03-15"
    assert [annex["title"] for annex in card["annexes"]] == ["市级政务数据目录编制规范", "数据共享责任清单"]
    assert card["effective_from_issue"] is True
    assert card["valid_for"] == "P5Y"
    assert [each["title"] for each in whole["repeals"]] == ["云川市政务信息资源共享管理暂行办法"]


def test_a_document_has_one_shape_in_json(whole: Any, tmp_path: Path, egovkit_command: Egovkit) -> None:
    path = tmp_path / "notice.txt"
    path.write_text(example(), encoding="utf-8")
    document = PolicyDocument.parse(example())
    assert whole == {"source": "example", **document.model_dump(mode="json", include_found=True)}
    assert {"source": "example", **egovkit_command("convert", str(path)).json} == whole
    assert PolicyDocument.model_validate(whole) == document
    assert {"source": "example", **DocumentReading.model_validate(whole).model_dump(mode="json")} == whole
    assert PolicyDocument.model_validate_json(egovkit_command("convert", str(path)).out) == document


def test_the_example_gives_its_outline(whole: Any) -> None:
    headings = whole["outline"]
    assert [each["text"] for each in headings] == ["总体要求", "重点任务", "其他事项"]
    assert [len(each["children"]) for each in headings] == [2, 2, 0]


def test_the_example_gives_its_citations(whole: Any) -> None:
    titled = {each["title"]: each for each in whole["citations"] if each["antecedent"] is None}
    assert titled["国务院关于加强数字政府建设的指导意见"]["short_name"] == "指导意见"
    assert titled["云川市政务信息资源共享管理暂行办法"]["relation"] == "repeal"
    assert titled["中华人民共和国政府信息公开条例"]["pinpoint"] is not None
    again = [each for each in whole["citations"] if each["antecedent"] is not None]
    assert titled["国务院关于加强数字政府建设的指导意见"] in [whole["citations"][each["antecedent"]] for each in again]


def test_the_example_gives_its_frameworks_and_dates(whole: Any) -> None:
    assert [each["text"] for each in whole["frameworks"]] == ["三网一库", "两网四库十二金", "一网通办"]
    first = whole["frameworks"][0]
    assert first["value"]["set_by"] == "国办发〔2001〕25号"
    groups = first["value"]["readings"][0]["groups"]
    assert [(each["count"], each["head"], len(each["components"])) for each in groups] == [(3, "网", 3), (1, "库", 1)]
    assert {"2024/2026", "2026-06-30", "2025-12", "2024-03-15"} <= {each["value"] for each in whole["dates"]}


def test_every_span_slices_the_text(whole: Any) -> None:
    for kind in FOUND:
        for each in whole[kind]:
            assert example()[each["start"] : each["end"]] == each["text"]


def test_lines_hold_what_the_object_holds(whole: Any, egovkit_command: Egovkit) -> None:
    lines = egovkit_command("read", "--example", "--format", "jsonl").lines
    assert lines[0] == {"what": "document", **{name: value for name, value in whole.items() if name not in FOUND}}
    for kind in FOUND:
        what = kind.removesuffix("s")
        expected = [{"source": "example", "what": what, **each} for each in whole[kind]]
        assert [line for line in lines if line["what"] == what] == expected


def test_the_table_says_whose_a_number_is_and_how_it_deviates(egovkit_command: Egovkit) -> None:
    shown = egovkit_command("read", "--example").out
    line = next(line for line in shown.splitlines() if "国办发〔2014〕66号" in line and "国务院办公厅" in line)
    assert "expanded" in line


def test_the_table_shows_every_part(egovkit_command: Egovkit) -> None:
    shown = egovkit_command("read", "--example").out
    for part in (
        "Document",
        "Outline",
        "Numbers",
        "Citations",
        "Dates",
        "Frameworks",
    ):
        assert part in shown


def test_stdin_and_a_file_read_the_same(tmp_path: Path, egovkit_command: Egovkit) -> None:
    path = tmp_path / "notice.txt"
    path.write_text(example(), encoding="gb18030")
    from_file = egovkit_command("read", str(path), "--format", "json").json
    from_stdin = egovkit_command("read", "-", "--format", "json", stdin=example().encode()).json
    assert from_file.pop("source") == str(path)
    assert from_stdin.pop("source") == "-"
    assert from_file == from_stdin


def test_a_text_that_holds_nothing(egovkit_command: Egovkit) -> None:
    outcome = egovkit_command("read", "-", stdin="今天天气不错，没有别的。".encode())
    assert outcome.code == 0
    assert "Numbers" not in outcome.out


def test_the_seed_shows_its_five_numbers(shared: Path, egovkit_command: Egovkit) -> None:
    whole = egovkit_command("read", str(shared / "corpus" / "seed.txt"), "--format", "json").json
    assert [each["value"] for each in whole["numbers"]] == [
        "国办发〔2000〕36号",
        "国办发〔2001〕25号",
        "中办发〔2002〕17号",
        "中办发〔2002〕17号",
        "国办发〔2014〕66号",
    ]


def test_version(egovkit_command: Egovkit) -> None:
    outcome = egovkit_command("--version")
    assert (outcome.code, outcome.out) == (0, f"egovkit {__version__}\n")


@pytest.mark.parametrize("arguments", [["--help"], ["read", "--help"], ["number", "--help"]], ids=" ".join)
def test_help(arguments: list[str], egovkit_command: Egovkit) -> None:
    outcome = egovkit_command(*arguments)
    assert outcome.code == 0
    assert "Usage" in outcome.out


def test_explain_says_of_each_line_why(egovkit_command: Egovkit) -> None:
    whole = egovkit_command("read", "--example", "--explain", "--format", "json").json
    assert [line["decided_by"] for line in whole["lines"]][:5] == [
        "head_marks.organ_mark",
        "own_number.alone",
        "title_finding.kind",
        "title_finding.kind",
        "recipients.colon",
    ]
    assert whole["lines"][1]["text"] == whole["lines"][1]["word"] == "云川政办发〔2024〕12号"
    table = egovkit_command("read", "--example", "--explain").out
    assert "closing.date" in table
    assert "an organ and 文件" in table
    lines = egovkit_command("read", "--example", "--explain", "--format", "jsonl").out.splitlines()
    assert len(lines) == len(whole["lines"])


def test_headings_by_style_are_those_of_the_card(egovkit_command: Egovkit, tmp_path: Path) -> None:
    def build(document: Any) -> None:
        for line in NOTICE[:3]:
            document.add_paragraph(line)
        document.add_paragraph("总体安排", style="Heading 1")
        document.add_paragraph("各县按照国办发[2014]66号执行。")

    path = tmp_path / "a.docx"
    path.write_bytes(docx_of(build))
    for command in (("read", "--format", "json"), ("convert",)):
        outcome = egovkit_command(command[0], str(path), *command[1:])
        assert '"总体安排"' in outcome.out
        assert "h1" in outcome.out
    assert "paragraph 5" in egovkit_command("check", str(path)).out
    assert "paragraph 5" in egovkit_command("verify", str(path)).out
    assert (
        '"fullyQualifiedName": "word/document.xml/p[5]"' in egovkit_command("check", str(path), "--format", "sarif").out
    )
    assert '"paragraph": 5' in egovkit_command("check", str(path), "--format", "json").out
    assert "第5段" in egovkit_command("check", str(path), "--format", "junit").out
