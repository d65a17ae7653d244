"""`egovkit check`: exit codes, formats, fixing, and many files."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from egovkit.checks.cases import cases_of
from egovkit.checks.checking import check as check_text
from egovkit.checks.standard_layout import standard_layout
from egovkit.cli import check as command
from egovkit.cli.app import run
from egovkit.interchange.reading import read
from egovkit.interchange.source_text import Source
from tests.interchange.files import docx_of
from tests.interchange.laid_out import docx_of_layout

from .conftest import Egovkit

CLEAN = "各区人民政府：\n请认真执行。\n某市人民政府\n2014年11月26日\n"
FAULTY = "各区人民政府：\n按照国办发[2014]66号执行,抓紧落实。\n某市人民政府\n2015年01月06日\n"
FIXED = "各区人民政府：\n按照国办发〔2014〕66号执行，抓紧落实。\n某市人民政府\n2015年1月6日\n"


def write(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.write_bytes(text.encode())
    return str(path)


def test_a_clean_file_ends_with_0(egovkit_command: Egovkit, tmp_path: Path) -> None:
    outcome = egovkit_command("check", write(tmp_path, "a.txt", CLEAN))
    assert (outcome.code, outcome.err) == (0, "")
    assert "nothing found" in outcome.out


def test_findings_end_with_1(egovkit_command: Egovkit, tmp_path: Path) -> None:
    outcome = egovkit_command("check", write(tmp_path, "a.txt", FAULTY))
    assert (outcome.code, outcome.err) == (1, "")
    assert "GW201" in outcome.out
    assert "2 warnings, 1 info" in outcome.out
    assert "3 can be mended" in outcome.out


def test_trouble_ends_with_2_and_the_other_files_are_checked(egovkit_command: Egovkit, tmp_path: Path) -> None:
    faulty = write(tmp_path, "a.txt", FAULTY)
    outcome = egovkit_command("check", str(tmp_path / "none.txt"), faulty, "--format", "json")
    assert outcome.code == 2
    assert "none.txt" in outcome.err
    assert [one["file"] for one in outcome.json] == [faulty]


def test_where_no_file_was_read_none_is_called_clean(egovkit_command: Egovkit, tmp_path: Path) -> None:
    outcome = egovkit_command("check", str(tmp_path / "none.txt"))
    assert (outcome.code, outcome.out) == (2, "nothing checked\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ["--select", "GW000"],
        ["--ignore", "X"],
        ["--on", "tomorrow"],
        ["--profile", "none.toml"],
        ["--format", "xml"],
        ["--level", "grave"],
    ],
)
def test_options_that_mean_nothing_end_with_2(egovkit_command: Egovkit, tmp_path: Path, arguments: list[str]) -> None:
    outcome = egovkit_command("check", write(tmp_path, "a.txt", CLEAN), *arguments)
    assert outcome.code == 2
    assert outcome.err.startswith("egovkit: ")
    assert outcome.err.count("\n") == 1


def test_stdin(egovkit_command: Egovkit) -> None:
    assert egovkit_command("check", "-", stdin=FAULTY.encode()).code == 1
    assert egovkit_command("check", "-", "--fix", stdin=FAULTY.encode()).code == 2


def codes(egovkit_command: Egovkit, *arguments: str) -> set[str]:
    outcome = egovkit_command("check", "--format", "json", *arguments)
    return {finding["code"] for one in outcome.json for finding in one["findings"]}


def test_rules_are_selected_ignored_and_weighed(egovkit_command: Egovkit, tmp_path: Path) -> None:
    file = write(tmp_path, "a.txt", FAULTY)
    assert codes(egovkit_command, file) == {"GW201", "GW604", "GW901"}
    assert codes(egovkit_command, file, "--select", "gw2,GW901") == {"GW201", "GW901"}
    assert codes(egovkit_command, file, "--ignore", "GW6") == {"GW201", "GW901"}
    assert codes(egovkit_command, file, "--level", "warning") == {"GW201", "GW604"}
    assert codes(egovkit_command, file, "--level", "error") == set()
    assert codes(egovkit_command, file, "--on", "2005-01-01") == {"GW201", "GW603", "GW901"}


def test_equal_findings_are_one_with_a_count(
    egovkit_command: Egovkit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for years, shown in ((("2014", "2015"), "→ 〔2014〕 …\n"), (("2014", "2014"), "→ 〔2014〕\n")):
        text = "".join(f"按照国办发[{year}]66号执行。\n" for year in years)
        file = write(tmp_path, "a.txt", text)
        table = egovkit_command("check", file, "--select", "GW201").out
        assert table.count("GW201") == 1
        assert f"1:6, 2:6 (2 places) {shown}" in table
        monkeypatch.setenv("EGOVKIT_LANG", "zh")
        assert "1:6、2:6（2处） → " in egovkit_command("check", file, "--select", "GW201").out
        monkeypatch.setenv("EGOVKIT_LANG", "en")


def test_a_profile_and_a_sidecar(egovkit_command: Egovkit, tmp_path: Path) -> None:
    file = write(tmp_path, "a.txt", FAULTY)
    profile = write(tmp_path, "house.toml", 'off = ["GW901"]\n[[terms]]\nwrong = "抓紧"\n')
    assert codes(egovkit_command, file, "--profile", profile) == {"GW201", "GW604", "GW999"}
    at = FAULTY.index("[")
    sidecar = write(tmp_path, "a.toml", f'[[accepted]]\ncode = "GW201"\nstart = {at}\nend = {at + 6}\n')
    assert codes(egovkit_command, file, "--sidecar", sidecar) == {"GW604", "GW901"}
    assert egovkit_command("check", file, file, "--sidecar", sidecar).code == 2


def test_fix_mends_the_file(egovkit_command: Egovkit, tmp_path: Path) -> None:
    file = write(tmp_path, "a.txt", FAULTY)
    assert egovkit_command("check", file, "--fix").code == 0
    assert Path(file).read_bytes() == FIXED.encode()


def test_fix_keeps_line_ends_and_the_byte_order_mark(egovkit_command: Egovkit, tmp_path: Path) -> None:
    file = write(tmp_path, "a.txt", "\ufeff" + FAULTY.replace("\n", "\r\n"))
    assert egovkit_command("check", file, "--fix").code == 0
    assert Path(file).read_bytes() == ("\ufeff" + FIXED.replace("\n", "\r\n")).encode()


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-16-be"])
def test_fix_writes_in_the_encoding_of_the_file(egovkit_command: Egovkit, tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(FAULTY.encode(encoding))
    outcome = egovkit_command("check", str(path), "--fix")
    assert outcome.code == 0
    assert path.read_bytes() == FIXED.encode(encoding)
    assert all(f"{code} ×1" in outcome.out for code in ("GW201", "GW604", "GW901"))


def _docx(tmp_path: Path) -> Path:
    def build(document: Any) -> None:
        for line in FAULTY.splitlines():
            document.add_paragraph(line)

    path = tmp_path / "a.docx"
    path.write_bytes(docx_of(build))
    return path


def test_a_docx_is_mended_into_another(egovkit_command: Egovkit, tmp_path: Path) -> None:
    path, out = _docx(tmp_path), tmp_path / "b.docx"
    data = path.read_bytes()
    assert egovkit_command("check", str(path), "--ignore", "GW7", "--fix").code == 2
    assert egovkit_command("check", str(path), "--ignore", "GW7", "--fix", "-o", str(path)).code == 2
    outcome = egovkit_command("check", str(path), "--ignore", "GW7", "--fix", "-o", str(out))
    assert outcome.code == 0
    assert "GW201 ×1" in outcome.out
    assert path.read_bytes() == data
    assert read(out) == FIXED.rstrip("\n")
    assert (
        egovkit_command("check", str(path), "--ignore", "GW7", "--fix", "--diff", "-o", str(tmp_path / "c.docx")).code
        == 1
    )
    assert not (tmp_path / "c.docx").exists()
    assert egovkit_command("check", str(path), "--ignore", "GW7", "--fix", "--in-place").code == 0
    assert read(path) == FIXED.rstrip("\n")


def test_a_docx_is_marked_and_commented(egovkit_command: Egovkit, tmp_path: Path) -> None:
    path, out = _docx(tmp_path), tmp_path / "b.docx"
    assert (
        egovkit_command(
            "check", str(path), "--ignore", "GW7", "--fix", "--tracked", "--author", "王某", "-o", str(out)
        ).code
        == 0
    )
    with zipfile.ZipFile(out) as archive:
        assert 'w:author="王某"' in archive.read("word/document.xml").decode()
    assert egovkit_command("check", str(path), "--ignore", "GW7", "--comments", "-o", str(out)).code == 1
    with zipfile.ZipFile(out) as archive:
        assert archive.read("word/comments.xml").decode().count("GW201") == 1
    assert read(out) == FAULTY.rstrip("\n")


@pytest.mark.parametrize("arguments", [["--tracked"], ["--in-place"], ["--fix", "-o", "b", "a"], ["--fix"]])
def test_how_to_mend_is_said_with_fix(egovkit_command: Egovkit, tmp_path: Path, arguments: list[str]) -> None:
    assert egovkit_command("check", str(_docx(tmp_path)), *arguments).code == 2


def test_fix_writes_into_text_and_docx_only(egovkit_command: Egovkit, tmp_path: Path) -> None:
    path = tmp_path / "a"
    data = f"<html><body><p>{FAULTY}</p></body></html>".encode()
    path.write_bytes(data)
    outcome = egovkit_command("check", str(path), "--fix")
    assert outcome.code == 2
    assert path.read_bytes() == data


def test_diff_shows_and_changes_nothing(egovkit_command: Egovkit, tmp_path: Path) -> None:
    file = write(tmp_path, "a.txt", FAULTY)
    outcome = egovkit_command("check", file, "--diff")
    assert outcome.code == 1
    assert "-按照国办发[2014]66号执行,抓紧落实。\n+按照国办发〔2014〕66号执行，抓紧落实。\n" in outcome.out
    assert Path(file).read_text(encoding="utf-8") == FAULTY


def test_formats(egovkit_command: Egovkit, tmp_path: Path) -> None:
    file = write(tmp_path, "a.txt", FAULTY)
    sarif = egovkit_command("check", file, "--format", "sarif").json
    assert sarif["version"] == "2.1.0"
    assert len(sarif["runs"][0]["results"]) == 3
    junit = ET.fromstring(egovkit_command("check", file, "--format", "junit").out)  # noqa: S314
    assert junit.get("failures") == "3"


@pytest.mark.parametrize("few", [0, 1000])
def test_many_files_come_out_in_order(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, few: int
) -> None:
    # With 0 every file goes to another process.
    monkeypatch.setattr(command, "_FEW", few)
    files = [write(tmp_path, f"{n}.txt", FAULTY if n % 2 else CLEAN) for n in range(12)]
    assert run(["check", *files, "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert [one["file"] for one in found] == files
    assert [bool(one["findings"]) for one in found] == [n % 2 == 1 for n in range(12)]


@pytest.mark.parametrize(
    "arguments", [["--select", ","], ["--select", ""], ["--select", "GW2,GWX"], ["--ignore", "GW"]]
)
def test_a_check_that_could_find_nothing_is_refused(
    egovkit_command: Egovkit, tmp_path: Path, arguments: list[str]
) -> None:
    outcome = egovkit_command("check", write(tmp_path, "a.txt", FAULTY), *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.count("\n") == 1


def test_a_name_in_brackets_is_a_name(egovkit_command: Egovkit, tmp_path: Path) -> None:
    (tmp_path / "a[").mkdir()
    file = write(tmp_path, "a[/b].txt", FAULTY)
    outcome = egovkit_command("check", file)
    assert outcome.code == 1
    assert "a[/b].txt" in outcome.out.replace("\n", "")


def test_a_value_read_wrongly_costs_its_own_file_only(
    egovkit_command: Egovkit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail_on_bad(text: Source, **options: object) -> object:
        if "坏" in text.text:
            raise ValueError("first line\nsecond line")
        return check_text(text, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(command, "check_text", fail_on_bad)
    files = [write(tmp_path, "bad.txt", "坏"), write(tmp_path, "a.txt", FAULTY)]
    outcome = egovkit_command("check", *files, "--format", "json")
    assert outcome.code == 2
    assert outcome.err == f"egovkit: {files[0]}: first line second line\n"
    assert [one["file"] for one in outcome.json] == files[1:]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_sarif_and_fix_agree_with_the_file(egovkit_command: Egovkit, tmp_path: Path, newline: str, mark: str) -> None:
    file = write(tmp_path, "a.txt", mark + FAULTY.replace("\n", newline))
    stored = FAULTY.replace("\n", newline)
    for result in egovkit_command("check", file, "--format", "sarif").json["runs"][0]["results"]:
        region = result["locations"][0]["physicalLocation"]["region"]
        start = region["charOffset"]
        assert stored[start : start + region["charLength"]] == region["snippet"]["text"]
    assert egovkit_command("check", file, "--fix").code == 0
    assert Path(file).read_bytes() == (mark + FIXED.replace("\n", newline)).encode()


def test_the_rules_of_a_house_are_found_beside_its_files(egovkit_command: Egovkit, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.egovkit]\noff = ["GW201", "GW604"]\n', encoding="utf-8")
    file = write(tmp_path, "a.txt", FAULTY)
    assert codes(egovkit_command, file) == {"GW901"}
    assert codes(egovkit_command, file, "--isolated") == {"GW201", "GW604", "GW901"}
    profile = write(tmp_path, "house.toml", 'off = ["GW901"]\n')
    assert codes(egovkit_command, file, "--profile", profile) == {"GW201", "GW604"}
    assert codes(egovkit_command, file, "--ignore", "GW901") == set()
    (tmp_path / "egovkit.toml").write_text('off = ["GW2O1"]\n', encoding="utf-8")
    outcome = egovkit_command("check", file)
    assert outcome.code == 2
    assert "egovkit.toml" in outcome.err


def test_annotations_and_a_page(egovkit_command: Egovkit, tmp_path: Path) -> None:
    file = write(tmp_path, "a.txt", FAULTY)
    assert egovkit_command("check", file, "--format", "github").out.count("::warning ") == 2
    assert "<mark>[2014]</mark>" in egovkit_command("check", file, "--format", "html").out


def test_one_fault_is_one_row_with_its_places(egovkit_command: Egovkit, tmp_path: Path) -> None:
    file = write(tmp_path, "a.txt", "甲区抓紧,乙区落实,丙区督促,丁区总结,戊区报告,均应按期完成。\n")
    out = egovkit_command("check", file).out
    assert out.count("GW901") == 1
    assert "5 places" in out
    assert "can be mended" in out


def test_the_layout_of_a_docx_is_judged(egovkit_command: Egovkit, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(docx_of_layout(standard_layout(cases_of("GW701")[0].text)))
    assert egovkit_command("check", str(path)).code == 0
    outcome = egovkit_command("check", str(_docx(tmp_path)))
    assert outcome.code == 1
    assert "the whole file" in outcome.out
    assert "GW701" in outcome.out
    assert codes(egovkit_command, str(_docx(tmp_path)), "--select", "GW78") == {"GW785"}
