"""Reports for other programs: places, SARIF 2.1.0, JUnit XML. Both were held against their schemas when written."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egovkit.checks import Profile, check
from egovkit.checks.finding import Edit
from egovkit.interchange.junit import to_junit
from egovkit.interchange.line_ends import LineEnds, line_feeds
from egovkit.interchange.placing import CheckedText
from egovkit.interchange.reading import read_placed
from egovkit.interchange.sarif import to_sarif

LINES = [
    "请认真执行。",
    "按照国办发[2014]66号执行,抓紧落实。",
    "共有１２个部门\u200b。",
    "",
    "自2014年11月31日起施行。",
]


def texts() -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(LINES), max_size=6).map("\n".join)


def checked(text: str, name: str = "a.txt") -> CheckedText:
    return CheckedText.of(name, text, check(text))


@given(texts())
def test_a_place_leads_back_to_the_surface(text: str) -> None:
    lines = text.split("\n")
    for placed in checked(text).placed:
        assert placed.surface == text[placed.finding.start : placed.finding.end]
        assert placed.line == placed.end_line
        assert lines[placed.line - 1][placed.column - 1 : placed.end_column - 1] == placed.surface


@given(texts())
def test_sarif_holds_each_finding_once(text: str) -> None:
    log = to_sarif([checked(text), checked(text, "乙.txt")], "1.0")
    run = log["runs"][0]
    described = run["tool"]["driver"]["rules"]
    report = check(text)
    assert len(run["results"]) == 2 * len(report)
    for result, finding in zip(run["results"], report, strict=False):
        assert described[result["ruleIndex"]]["id"] == result["ruleId"] == finding.code
        region = result["locations"][0]["physicalLocation"]["region"]
        assert (region["charOffset"], region["charLength"]) == (finding.start, finding.end - finding.start)
        assert ("fixes" in result) == (finding.edit is not None)
    assert {result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in run["results"]} <= {
        "a.txt",
        "%E4%B9%99.txt",
    }


def test_sarif_describes_the_rules_that_fired() -> None:
    assert to_sarif([])["runs"][0]["tool"]["driver"]["rules"] == []
    profile = Profile.from_toml('[[terms]]\nwrong = "抓紧"')
    text = "依照国务院办公厅发〔2014〕66号执行,抓紧落实。"
    log = to_sarif([CheckedText.of("a.txt", text, check(text, profile=profile))])
    assert log["version"] == "2.1.0"
    described = {rule["id"]: rule for rule in log["runs"][0]["tool"]["driver"]["rules"]}
    assert list(described) == ["GW207", "GW901", "GW999"]
    assert described["GW207"]["defaultConfiguration"] == {"level": "error"}
    assert described["GW901"]["defaultConfiguration"] == {"level": "note"}
    assert "Good:" in described["GW207"]["help"]["text"]


def test_a_fix_in_sarif_is_the_edit() -> None:
    text = "按照国办发〔2014〕 66号执行。"
    (result,) = to_sarif([checked(text)])["runs"][0]["results"]
    (change,) = result["fixes"][0]["artifactChanges"]
    assert change["replacements"] == [{"deletedRegion": {"charOffset": 11, "charLength": 1}}]


def test_a_house_term_in_sarif() -> None:
    profile = Profile.from_toml('[[terms]]\nwrong = "抓紧"\nright = "抓紧时间"')
    text = "请各区抓紧。"
    log = to_sarif([CheckedText.of("/a/甲.txt", text, check(text, profile=profile))])
    (result,) = log["runs"][0]["results"]
    assert result["ruleId"] == "GW999"
    artifact = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact["uri"] == "file:///a/%E7%94%B2.txt"


@given(texts())
def test_junit_counts_what_it_holds(text: str) -> None:
    root = ET.fromstring(to_junit([checked(text), checked("请认真执行。", "b.txt")]))  # noqa: S314
    assert root.tag == "testsuites"
    suites = root.findall("testsuite")
    codes = check(text).codes
    assert [suite.get("failures") for suite in suites] == [str(len(codes)), "0"]
    assert int(root.get("tests", "")) == sum(len(suite.findall("testcase")) for suite in suites)
    assert int(root.get("failures", "")) == len(root.findall("testsuite/testcase/failure")) == len(codes)
    assert all(suite.findall("testcase") for suite in suites)


@pytest.mark.parametrize("character", ["\x07", "\x00", "\ufffe", "\ud800"])
def test_junit_is_xml_whatever_the_text_holds(character: str) -> None:
    text = f"各区要抓紧{character}落实,抓紧。"
    assert ET.fromstring(to_junit([checked(text, f"甲{character}.txt")])).find("testsuite") is not None  # noqa: S314


def test_json_has_every_part_of_a_finding() -> None:
    text = "第一行\n按照国办发[2014〕66号执行。"
    (finding,) = checked(text).as_json()["findings"]
    assert finding["code"] == "GW201"
    assert (finding["line"], finding["column"], finding["text"]) == (2, 6, "[")
    assert finding["edit"] == {"start": 9, "end": 10, "replacement": "〔"}


@given(texts(), st.sampled_from(["\n", "\r\n", "\r"]), st.sampled_from(["", "\ufeff"]))
def test_offsets_in_sarif_are_those_of_the_file(text: str, newline: str, mark: str) -> None:
    file = text.replace("\n", newline)
    if not file.strip():
        return
    read, ends = read_placed((mark + file).encode())
    assert ends is not None
    report = check(read)
    results = to_sarif([CheckedText.of("a.txt", read, report, ends)])["runs"][0]["results"]
    assert len(results) == len(report)
    for result in results:
        region = result["locations"][0]["physicalLocation"]["region"]
        # SARIF 2.1.0, 3.30.2: a byte order mark is not counted.
        start = region["charOffset"]
        assert file[start : start + region["charLength"]] == region["snippet"]["text"]
    edits = [finding.edit for finding in report if finding.edit is not None]
    mended = file
    for edit in reversed(edits):
        mended = LineEnds.of(file).apply(mended, [edit])
    assert line_feeds(mended) == _applied(read, edits)
    assert ends.apply(file, edits) == mended


def _applied(text: str, edits: list[Edit]) -> str:
    for edit in reversed(edits):
        text = edit.apply(text)
    return text


def test_the_bracket_of_a_file_with_carriage_returns() -> None:
    file = "第一行\r\n第二行，按照国办发[2014]66号"
    text, ends = read_placed(file.encode())
    result = to_sarif([CheckedText.of("a.txt", text, check(text), ends)])["runs"][0]["results"][0]
    offset = result["locations"][0]["physicalLocation"]["region"]["charOffset"]
    (change,) = result["fixes"][0]["artifactChanges"]
    assert (offset, file[offset]) == (14, "[")
    assert change["replacements"][0]["deletedRegion"] == {"charOffset": 14, "charLength": 6}


def test_line_ends_written_into_a_file_are_its_own() -> None:
    ends = LineEnds.of("甲\r\n乙")
    assert ends.apply("甲\r\n乙", [Edit(1, 2, "\n\n")]) == "甲\r\n\r\n乙"
    assert LineEnds.of("甲\r乙").write("\n") == "\r"


def test_the_line_ends_of_a_long_file_take_four_bytes_each() -> None:
    # As objects they took 40: a file of 64 MiB whose lines are of one character, a gigabyte.
    ends = LineEnds.of("甲\r\n" * 10_000)
    assert getattr(ends.pairs, "itemsize", None) == 4
    assert (len(ends.pairs), ends.place(20_000)) == (10_000, 30_000)
    assert (LineEnds.of("甲\n"), hash(ends)) == (LineEnds(), hash(LineEnds.of("甲\r\n")))


def test_what_is_read_out_of_a_container_has_no_place_in_the_file() -> None:
    text, ends = read_placed(f"<html><body><p>{LINES[1]}</p></body></html>".encode())
    assert ends is None
    for result in to_sarif([CheckedText.of("a.html", text, check(text), ends)])["runs"][0]["results"]:
        (location,) = result["locations"]
        assert "region" not in location["physicalLocation"]
        assert "fixes" not in result
        assert location["message"]["text"].startswith("1:")
