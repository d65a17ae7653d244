from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from .conftest import Egovkit

ANSWER = """根据《国务院关于加强数字政府建设的指导意见》（国发〔2022〕999号），
个人信息按《个人信息保护法》第九百九十九条处理。
"""
TRUE = "根据《国务院关于加强数字政府建设的指导意见》（国发〔2022〕14号）办理。"


def test_an_answer_from_stdin(egovkit_command: Egovkit) -> None:
    done = egovkit_command("verify", "-", "--format", "json", stdin=ANSWER.encode())
    assert done.code == 1
    (file,) = done.json
    assert [(claim["verdict"], claim["reason"], claim["instead"]) for claim in file["claims"]] == [
        ("contradicts", "other_number", "国发〔2022〕14号"),
        ("contradicts", "no_article", "第74条"),
    ]


def test_what_is_true_ends_with_nought(egovkit_command: Egovkit) -> None:
    done = egovkit_command("verify", "-", stdin=TRUE.encode())
    assert done.code == 0
    assert "agrees 1" in done.out
    assert egovkit_command("verify", "-", "--against", "--format", "json", stdin=TRUE.encode()).json[0]["claims"] == []


def test_a_table_shows_the_line_and_what_would_be_right(egovkit_command: Egovkit, tmp_path: Path) -> None:
    file = tmp_path / "answer.txt"
    file.write_text(ANSWER, encoding="utf-8")
    shown = egovkit_command("verify", str(file)).out
    for part in ("contradicts", "第74条", "国发〔2022〕14号"):
        assert part in shown


def test_sarif_says_where(egovkit_command: Egovkit) -> None:
    log = json.loads(egovkit_command("verify", "-", "--format", "sarif", stdin=ANSWER.encode()).out)
    (run,) = log["runs"]
    assert [result["ruleId"] for result in run["results"]] == ["other_number", "no_article"]
    region = run["results"][1]["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"]) == (2, 6)
    assert run["tool"]["driver"]["rules"][run["results"][0]["ruleIndex"]]["id"] == "other_number"


def test_trouble_is_said_in_both_languages_to_a_program(egovkit_command: Egovkit, tmp_path: Path) -> None:
    done = egovkit_command("verify", str(tmp_path / "none.txt"), "--format", "json")
    assert done.json[0]["trouble"]["en"].endswith("[read.missing]")
    assert "没有" in done.json[0]["trouble"]["zh"]


def test_a_file_that_is_none_ends_with_two(egovkit_command: Egovkit, tmp_path: Path) -> None:
    done = egovkit_command("verify", str(tmp_path / "none.txt"))
    assert done.code == 2
    assert "none.txt" in done.err


def test_a_day_makes_what_has_ended_a_contradiction(egovkit_command: Egovkit) -> None:
    text = "根据《中华人民共和国环境保护法》，制定本办法。".encode()
    assert egovkit_command("verify", "-", "--on", "2026-08-14", stdin=text).code == 0
    assert egovkit_command("verify", "-", "--on", "2026-08-15", stdin=text).code == 1
    assert egovkit_command("verify", "-", stdin=text).code == 0
    assert egovkit_command("verify", "-", "--on", "某日", stdin=text).code == 2


def test_documents_of_ones_own(egovkit_command: Egovkit, tmp_path: Path) -> None:
    table = tmp_path / "own.csv"
    table.write_text("文号,标题\n某政发〔2024〕3号,某市人民政府关于护林防火的通知\n", encoding="utf-8")
    text = "依据《某市人民政府关于护林防火的通知》（某政发〔2024〕4号）".encode()
    assert egovkit_command("verify", "-", stdin=text).code == 0
    done = egovkit_command("verify", "-", "--own", str(table), "--format", "json", stdin=text)
    assert done.json[0]["claims"][0]["instead"] == "某政发〔2024〕3号"


@pytest.mark.parametrize(
    "arguments", [("register", "国发〔2022〕14号"), ("register", "数字政府 指导意见", "--year", "2022")]
)
def test_the_register_is_asked_by_number_and_by_words(egovkit_command: Egovkit, arguments: tuple[str, ...]) -> None:
    rows = egovkit_command(*arguments, "--format", "json").json
    assert rows[0]["number"] == "国发〔2022〕14号"
    assert rows[0]["standing"] == "unknown"
    assert "国发〔2022〕14号" in egovkit_command(*arguments).out
    assert egovkit_command(*arguments, "--format", "csv").out.splitlines()[1].startswith("国发〔2022〕14号,")


def test_the_register_says_what_it_lacks_and_what_it_is(egovkit_command: Egovkit) -> None:
    assert "proves nothing" in egovkit_command("register", "国办发〔2023〕9999号").out
    assert egovkit_command("register").code == 2
    table = egovkit_command("register", "--about").out
    assert "国函" in table
    # Of what is not known at all the share is not nought.
    assert not re.search(r"\b0\s+0\s+0%", table)
    about = egovkit_command("register", "--about", "--format", "json").json
    assert about["version"]
    assert {source["key"] for source in about["sources"]} >= {"PT", "GOV", "cite"}
    assert egovkit_command("register", "--about", "--format", "csv").out.startswith("code,year")


def test_a_law_on_a_day(egovkit_command: Egovkit) -> None:
    found = egovkit_command("law", "档案法", "--on", "2018-01-01", "--json").json
    assert found["on"]["promulgated"] == "2016-11-07"
    assert found["standing"]["value"] == "in_force"
    shown = egovkit_command("law", "档案法", "--on", "2018-01-01").out
    assert "2016-11-07" in shown
    assert "第53条" in shown
    unknown = egovkit_command("law", "档案管理法")
    assert unknown.code == 2


def test_a_number_says_which_document_it_is(egovkit_command: Egovkit) -> None:
    explained = egovkit_command("number", "国令第492号", "--json").json
    assert explained["documents"] == ["中华人民共和国政府信息公开条例"]
    assert explained["standing"] == "amended"
    assert "proves nothing" in egovkit_command("number", "国办发〔2023〕9999号").out
