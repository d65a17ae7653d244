"""A house's own rules: switched off, weighed otherwise, its terms, its accepted findings."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from egovkit.checks import NATIONAL, HouseTerm, Profile, ProfileError, Severity, Suppression, check, fix

TEXT = "按照国办发[2014]66号执行，请各区抓紧。"
DAY = date(2020, 6, 1)

PROFILE = """
name = "某市"
off = ["GW206"]

[severity]
GW201 = "error"

[[terms]]
wrong = "抓紧"
right = "抓紧时间"
note = "见用语表"

[[terms]]
wrong = "各区"
severity = "info"
"""


def test_a_rule_that_is_off_finds_nothing() -> None:
    assert check(TEXT, on=DAY).codes == {"GW201": 1}
    assert not check(TEXT, on=DAY, profile=Profile(off=frozenset({"GW201"})))


def test_severity_is_the_profiles() -> None:
    report = check(TEXT, on=DAY, profile=Profile.from_toml('[severity]\nGW201 = "error"'))
    assert report.count(Severity.ERROR) == 1
    assert check(TEXT, on=DAY).count("error") == 0


def test_house_terms() -> None:
    profile = Profile.from_toml(PROFILE)
    found = [finding for finding in check(TEXT, on=DAY, profile=profile) if finding.code == "GW999"]
    assert [(TEXT[f.start : f.end], f.suggestion, f.severity) for f in found] == [
        ("各区", None, Severity.INFO),
        ("抓紧", "抓紧时间", Severity.WARNING),
    ]
    assert "见用语表" in found[1].message
    assert found[1].clause == "某市"


def test_a_house_term_is_mended_outside_quotations_only() -> None:
    profile = Profile(terms=(HouseTerm(wrong="通办", right="一网通办"),))
    assert fix("落实通办和“通办”。", profile=profile).text == "落实一网通办和“通办”。"


def test_accepted_findings_are_those_of_one_range() -> None:
    at = TEXT.index("[")
    sidecar = Profile(accepted=(Suppression(code="GW201", start=at, end=at + 6, reason="原件如此"),))
    assert not check(TEXT, on=DAY, profile=NATIONAL.accepting(sidecar))
    moved = check("。" + TEXT, on=DAY, profile=NATIONAL.accepting(sidecar))
    assert len(moved) == 1


def test_a_sidecar_is_read_from_its_file(tmp_path: Path) -> None:
    at = TEXT.index("[")
    file = tmp_path / "accepted.toml"
    file.write_text(
        f'[[accepted]]\ncode = "GW201"\nstart = {at}\nend = {at + 6}\nreason = "原件如此"\n', encoding="utf-8"
    )
    assert not check(TEXT, on=DAY, profile=NATIONAL.accepting(Profile.load(file)))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("off = [", "no TOML"),
        ("of = []", "of: "),
        ('[severity]\nGW201 = "grave"', "severity.GW201"),
        ("[[terms]]\nright = 'x'", "terms.0.wrong"),
        ("[[terms]]\nwrong = ''", "terms.0.wrong"),
        ("[[accepted]]\ncode = 'GW201'\nstart = -1\nend = 2", "accepted.0.start"),
        ("off = ['GW2O1']", "off: no rule bears 'GW2O1'"),
        ("off = ['']", "off: no rule bears ''"),
        ("[severity]\nGWXXX = 'error'", "severity: no rule bears 'GWXXX'"),
        ("[[accepted]]\ncode = 'GW000'\nstart = 1\nend = 2", "accepted: no rule bears 'GW000'"),
        ("[[accepted]]\ncode = 'GW2'\nstart = 1\nend = 2", "accepted: 'GW2' is a band"),
        ("off = " + "[" * 5000, "no TOML"),
        ("off = " + "1" * 5000, "no TOML"),
        (".".join(["off"] * 100_000) + " = 1", "no TOML: a key of more than 64 parts"),
    ],
)
def test_a_malformed_profile_says_where(text: str, said: str) -> None:
    with pytest.raises(ProfileError, match=said):
        Profile.from_toml(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("sevrity = {}", "sevrity: there is no such field; did you mean severity?"),
        ("[[terms]]\nwrng = 'a'", "terms.0.wrng: there is no such field; did you mean wrong?"),
        ("[[terms]]\nwrong = 'a'\nzzz = 'a'", "terms.0.zzz: there is no such field; there are wrong, right"),
        ("[layout]\nlatn = 'Arial'", "layout.latn: there is no such field; did you mean latin?"),
        ("off = ['gw2o1']", "off: no rule bears 'gw2o1'; did you mean GW201"),
    ],
)
def test_what_is_mistyped_in_a_profile_is_told_with_what_may_be_meant(
    text: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EGOVKIT_LANG", "en")
    with pytest.raises(ProfileError) as caught:
        Profile.from_toml(text)
    assert str(caught.value).startswith(f"the profile's {said}")
    assert re.search("没有(这个字段；(是否指|可用)|.*这条规则；是否指)", caught.value.message_zh)
    assert caught.value.code in {"profile.field", "profile.rule"}


def test_a_term_inside_the_right_one_is_left_alone() -> None:
    profile = Profile(terms=(HouseTerm(wrong="通办", right="一网通办"), HouseTerm(wrong="甲甲", right="乙")))
    assert [(f.start, f.end) for f in check("一网通办、通办。", profile=profile)] == [(5, 7)]
    assert len(check("甲" * 1000, profile=profile)) == 500


def test_a_band_stands_for_its_rules() -> None:
    assert not check(TEXT, on=DAY, profile=Profile.from_toml('off = ["GW2"]'))
    weighed = Profile.from_toml('[severity]\nGW201 = "info"\nGW2 = "error"')
    assert {finding.severity for finding in check("按照国办发[2014]066号执行。", on=DAY, profile=weighed)} == {
        Severity.INFO,
        Severity.ERROR,
    }
    assert weighed.severity["GW201"] is Severity.INFO


def test_an_unknown_code_is_refused_however_the_profile_is_made() -> None:
    with pytest.raises(ProfileError):
        Profile(off=frozenset({"GW000"}))
    with pytest.raises(ProfileError):
        Suppression(code="GW000", start=0, end=1)


def test_the_terms_have_a_code_of_their_own() -> None:
    terms = (HouseTerm(wrong="抓紧"),)
    assert check(TEXT, on=DAY, rules="GW1", profile=Profile(terms=terms)).codes == {"GW999": 1}
    assert not check(TEXT, on=DAY, rules="GW1", profile=Profile(terms=terms, off=frozenset({"GW999"})))


def test_a_byte_order_mark_is_no_part_of_a_profile(tmp_path: Path) -> None:
    file = tmp_path / "profile.toml"
    file.write_bytes(b"\xef\xbb\xbf" + PROFILE.encode())
    assert Profile.load(file) == Profile.from_toml(PROFILE)


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16"])
def test_a_profile_that_is_not_utf_8_is_refused(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "profile.toml"
    file.write_bytes(PROFILE.encode(encoding))
    with pytest.raises(ProfileError, match="no UTF-8"):
        Profile.load(file)
