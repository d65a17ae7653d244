"""The tables that the rules on head, titles and body read: schema, dates, and no word on two sides."""

from __future__ import annotations

from datetime import date

from egovkit.checks.official import statutory_kinds
from egovkit.data import rows, tree


def test_statutory_kinds_have_periods_and_sources() -> None:
    for row in rows("statutory_kinds"):
        assert row["system"] in {"state", "party", "both"}
        assert row["source"]
        begin = date.fromisoformat(row["valid_from"]) if row["valid_from"] else date.min
        end = date.fromisoformat(row["valid_to"]) if row["valid_to"] else date.max
        assert begin < end


def test_the_kinds_in_force_today_are_the_fifteen_of_the_regulation() -> None:
    # 命令 and 令 are one of them.
    fifteen = [
        "决议",
        "决定",
        "命令",
        "令",
        "公报",
        "公告",
        "通告",
        "意见",
        "通知",
        "通报",
        "报告",
        "请示",
        "批复",
        "议案",
        "函",
        "纪要",
    ]
    assert statutory_kinds(date(2024, 1, 1)) == set(fifteen)


def test_the_kinds_of_a_day_are_those_of_its_regulation_and_of_today() -> None:
    today = statutory_kinds(date(2024, 1, 1))
    assert statutory_kinds(date(1990, 1, 1)) - today == {"指令", "指示", "布告"}
    assert statutory_kinds(date(2005, 1, 1)) - today == {"指示", "条例", "规定"}
    assert statutory_kinds(date(2005, 1, 1), party=False) == today


def test_no_kind_is_valid_twice_at_a_time() -> None:
    seen: dict[tuple[str, str], str] = {}
    for row in rows("statutory_kinds"):
        key = (row["name"], row["system"])
        assert key not in seen
        seen[key] = row["valid_from"]


def test_no_word_is_right_and_wrong() -> None:
    terms = tree("check_terms")
    assert not set(terms["urgency"]["others"]) & set(terms["urgency"]["of_telegrams"])
    assert not set(terms["secrecy"]["not_levels"]) & set(terms["secrecy"]["longest_years"])
    assert all(years > 0 for years in terms["secrecy"]["longest_years"].values())
    assert all(title.endswith("的请示") for title in terms["requests"]["several"])


def test_traditional_characters_have_one_standard_form_each() -> None:
    forms = {row["traditional"]: row["standard"] for row in rows("traditional")}
    assert len(forms) == len(rows("traditional"))
    assert not forms.keys() & set(forms.values())
    # The set of 1980 holds simplified characters, and of the traditional ones 後 alone.
    assert not any(_in_gb2312(character) for character in forms if character != "後")
    assert all(map(_in_gb2312, forms.values()))


def _in_gb2312(character: str) -> bool:
    try:
        return bool(character.encode("gb2312"))
    except UnicodeEncodeError:
        return False
