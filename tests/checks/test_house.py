"""A house's own rules: terms, phrases and numbers, and where a profile is found."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from egovkit.checks import Profile, ProfileError, check
from egovkit.checks.standard_layout import standard_layout

DAY = date(2020, 6, 1)
NOTICE = """国务院办公厅关于做好某项工作的通知
国办函〔2014〕19号
各省、自治区、直辖市人民政府：
请认真执行。
国务院办公厅
2014年11月16日"""


def found(text: str, profile: str) -> list[tuple[str, str]]:
    report = check(text, on=DAY, profile=Profile.from_toml(profile))
    return [(finding.code, text[finding.start : finding.end]) for finding in report if finding.code >= "GW99"]


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        ('[[required]]\nphrase = "请认真执行"', []),
        ('[[required]]\nphrase = "联系人"', [("GW998", "国务院办公厅关于做好某项工作的通知")]),
        ('[[required]]\nphrase = "联系人"\nkinds = ["函"]', []),
        ('[[required]]\nphrase = "联系人"\nkinds = ["函", "通知"]', [("GW998", "国务院办公厅关于做好某项工作的通知")]),
        ('off = ["GW998"]\n[[required]]\nphrase = "联系人"', []),
    ],
)
def test_required_phrases(profile: str, expected: list[tuple[str, str]]) -> None:
    assert found(NOTICE, profile) == expected


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        ('[[numbers]]\nformat = "国办函〔{year}〕{serial}号"', []),
        ('[[numbers]]\nformat = "国办发〔{year}〕{serial}号"', [("GW997", "国办函〔2014〕19号")]),
        ('[[numbers]]\nformat = "国办发〔{year}〕{serial}号"\n[[numbers]]\nformat = "国办函〔{year}〕{serial}号"', []),
        ('[[numbers]]\nformat = "国办发〔{year}〕{serial}号"\nkinds = ["函"]', []),
    ],
)
def test_the_form_of_numbers(profile: str, expected: list[tuple[str, str]]) -> None:
    assert found(NOTICE, profile) == expected


def test_a_forbidden_word_has_nothing_in_its_place() -> None:
    assert found("请抓紧办理。", '[[terms]]\nwrong = "抓紧"') == [("GW999", "抓紧")]


@pytest.mark.parametrize("given", ["某发〔{year}〕号", "某发{serial}{serial}号", "某发{no}{serial}号", ""])
def test_a_format_has_its_places(given: str) -> None:
    with pytest.raises(ProfileError, match="numbers"):
        Profile.from_toml(f'[[numbers]]\nformat = "{given}"')


def test_a_profile_is_found_from_the_file_upwards(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    file = deep / "notice.txt"
    assert Profile.found_for(file) is None
    (tmp_path / "pyproject.toml").write_text('[tool.egovkit]\noff = ["GW201"]\n', encoding="utf-8")
    assert (Profile.found_for(file) or Profile()).off == {"GW201"}
    # One that says nothing of this package is passed over, and so is one that is no TOML.
    (deep / "pyproject.toml").write_text("[tool.other]\n", encoding="utf-8")
    (tmp_path / "a" / "pyproject.toml").write_text("= none", encoding="utf-8")
    assert (Profile.found_for(file) or Profile()).off == {"GW201"}
    (tmp_path / "a" / "egovkit.toml").write_text('off = ["GW202"]\n', encoding="utf-8")
    assert (Profile.found_for(file) or Profile()).off == {"GW202"}
    (deep / "pyproject.toml").write_text('[tool.egovkit]\noff = ["GW2O1"]\n', encoding="utf-8")
    with pytest.raises(ProfileError, match=r"b.pyproject\.toml: the profile's off"):
        Profile.found_for(file)


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        ("", []),
        ('[layout]\nfonts = { "仿宋" = "仿宋" }', []),
        ("[layout]\nline = 28.95", []),
        ("[layout]\nline = 28", ["请认真执行。"]),
        ('[layout]\nlatin = "times new roman"', []),
        ('[layout]\nlatin = "Arial"', ["2014〕19号", "2014年11月16日"]),
        ('off = ["GW996"]\n[layout]\nline = 28', []),
    ],
)
def test_a_house_has_a_layout_of_its_own(profile: str, expected: list[str]) -> None:
    standard = standard_layout(NOTICE)
    paragraphs = [
        replace(one, runs=tuple(replace(run, latin="Times New Roman") for run in one.runs))
        for one in standard.paragraphs
    ]
    layout = replace(standard, paragraphs=tuple(paragraphs))
    own = Profile.from_toml(profile)
    report = check(NOTICE, on=DAY, profile=own, layout=layout)
    assert [NOTICE[one.start : one.end] for one in report if one.code == "GW996"] == expected
    assert {one.severity.value for one in report if one.code == "GW996"} <= {"info"}
    # Without a file nothing is known of it.
    assert not [one for one in check(NOTICE, on=DAY, profile=own) if one.code == "GW996"]
