from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import Egovkit

TEXT = "云川市人民政府关于甲的通知\n云政发〔2020〕2号\n各区：\n请执行。\n云川市人民政府\n2020年3月1日\n"

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def cite_as(egovkit_command: Egovkit) -> Run:
    def run(*arguments: str) -> tuple[int, str, str]:
        outcome = egovkit_command("cite-as", *arguments)
        return outcome.code, outcome.out, outcome.err

    return run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    return tmp_path


def test_a_number_of_the_register(cite_as: Run) -> None:
    title = "国务院办公厅. 国务院办公厅关于促进电子政务协调发展的指导意见"
    assert cite_as("国办发[2014]66号")[:2] == (0, f"{title}：国办发〔2014〕66号[Z]. 2014.\n")
    code, out, _ = cite_as(
        "国办发〔2014〕66号",
        "--style",
        "gb7714-2015",
        "--url",
        "https://example.org/66",
        "--accessed",
        "2026年1月2日",
    )
    assert (code, out) == (0, f"{title}: 国办发〔2014〕66号[A/OL]. (2014-11)[2026-01-02]. https://example.org/66.\n")


def test_a_file_and_a_title(cite_as: Run, folder: Path) -> None:
    code, out, _ = cite_as(str(folder / "one.txt"), "中华人民共和国个人信息保护法")
    assert code == 0
    assert out.splitlines()[0] == "云川市人民政府. 云川市人民政府关于甲的通知：云政发〔2020〕2号[Z]. 2020."
    assert "中华人民共和国个人信息保护法" in out.splitlines()[1]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("档案法",), "中华人民共和国档案法[Z]. 2020."),
        (("档案法", "--on", "2018-01-01"), "中华人民共和国档案法[Z]. 2016."),
        # The order of the version, where it is known, and none where only another version's is.
        (("政府信息公开条例",), "中华人民共和国政府信息公开条例：国务院令第711号[Z]. 2019."),
        (("政府信息公开条例", "--on", "2010"), "中华人民共和国政府信息公开条例：国务院令第492号[Z]. 2007."),
        (("国务院令第492号",), "中华人民共和国政府信息公开条例：国务院令第492号[Z]. 2007."),
        (("国务院令第492号", "--on", "2020-01-01"), "中华人民共和国政府信息公开条例：国务院令第711号[Z]. 2019."),
        (("规章制定程序条例",), "规章制定程序条例[Z]. 2017."),
        (("个人信息保护法",), "中华人民共和国个人信息保护法：主席令第91号[Z]. 2021."),
    ],
)
def test_a_law_is_its_latest_version_or_that_of_a_day(cite_as: Run, asked: tuple[str, ...], said: str) -> None:
    code, out, _ = cite_as(*asked)
    assert code == 0
    assert out.strip().endswith(said)


def test_a_folder_as_records_that_are_told_apart(cite_as: Run, folder: Path) -> None:
    code, out, _ = cite_as(str(folder), "--format", "csl")
    assert (code, [item["id"] for item in json.loads(out)]) == (0, ["云政发〔2020〕2号", "云政发〔2020〕2号-2"])
    code, out, _ = cite_as(str(folder / "*.txt"), "--format", "bib")
    assert [line for line in out.splitlines() if line.startswith("@")] == ["@misc{云政发20202,", "@misc{云政发20202-2,"]
    rispy = pytest.importorskip("rispy")
    code, out, _ = cite_as(str(folder), "--format", "ris")
    assert [record["title"] for record in rispy.loads(out)] == ["云川市人民政府关于甲的通知"] * 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("国办发〔2099〕1号",), "国办发〔2099〕1号"),
        (("某某关于无此文件的通知",), "某某关于无此文件的通知"),
        (("国办发〔2014〕66号", "国发〔2016〕55号", "--url", "https://example.org"), "an address is that of one"),
        (("no/*/such", "--url", "https://example.org"), "an address is that of one"),
        (("国办发〔2014〕66号", "--accessed", "昨天"), "date.form"),
        (("个人信息保护法", "--on", "2001"), "no version of"),
        (("国办发〔2014〕66号", "--on", "昨天"), "昨天"),
        (("no/such/file.txt",), "no/such/file.txt"),
        (("国办发〔2014〕66号", "--style", "apa"), "gb7714-2025"),
    ],
)
def test_what_is_not_known_is_said(cite_as: Run, arguments: tuple[str, ...], said: str) -> None:
    code, _, err = cite_as(*arguments)
    assert code == 2
    assert said in err


def test_what_cannot_be_had_ends_no_other(cite_as: Run) -> None:
    code, out, err = cite_as("国办发〔2099〕1号", "国办发〔2014〕66号")
    assert code == 2
    assert "国办发〔2099〕1号" in err
    assert "国办发〔2014〕66号" in out
