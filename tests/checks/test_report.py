"""What a report says of the whole text: its verdict, its bands, its causes."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from egovkit.checks import Verdict, check, fix
from egovkit.strategies.checks import Planted, planted_faults

DAY = date(2020, 6, 1)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("请认真执行。", Verdict.CLEAN),
        ("按照国办发[2014]66号执行,抓紧落实。", Verdict.MEND),
        ("按照国办发〔98〕66号执行,抓紧落实。", Verdict.LOOK),
    ],
)
def test_the_verdict_is_what_is_to_be_done(text: str, verdict: Verdict) -> None:
    assert check(text, on=DAY).verdict is verdict


@given(planted_faults())
def test_a_text_to_mend_is_clean_once_it_is_mended(planted: Planted) -> None:
    report = check(planted.text)
    assert report.verdict is not Verdict.CLEAN
    if report.verdict is Verdict.MEND:
        assert check(fix(planted.text).text).verdict is Verdict.CLEAN


def test_one_fault_is_one_cause_with_its_places() -> None:
    text = "按照国办发[2014]66号、国办发[2015]7号执行,抓紧落实,认真负责。"
    report = check(text, on=DAY)
    assert [(cause.code, [text[a:b] for a, b in cause.places], cause.mendable) for cause in report.causes] == [
        ("GW201", ["[2014]", "[2015]"], 2),
        ("GW901", [",", ","], 2),
    ]
    assert sum(len(cause.places) for cause in report.causes) == len(report)
    assert report.bands == {"GW2": 2, "GW9": 2}
