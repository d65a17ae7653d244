from __future__ import annotations

import re
import sys
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, TypeAdapter, ValidationError

from egovkit.errors import ParseError
from egovkit.models.dates import DateMention, DateRange, DocumentDate, find_dates
from egovkit.strategies.dates import date_ranges, date_surfaces, dates

NEAR_DATES = st.lists(
    st.sampled_from(
        [
            *"0123456789２〇一二十廿年月日号至-—~.／《》（）第起 \n",
            "2014年",
            "11月",
            "26日",
            "2014-11-26",
            "年度",
            "公告",
        ]
    )
).map("".join)


@given(dates(min_year=1, max_year=9999))
def test_dates_round_trip(value: DocumentDate) -> None:
    assert DocumentDate.parse(str(value)) == value
    assert TypeAdapter(DocumentDate).validate_json(value.model_dump_json()) == value


@given(date_ranges(min_year=1, max_year=9999))
def test_ranges_round_trip(value: DateRange) -> None:
    assert DateRange.parse(str(value)) == value
    assert DateRange.model_validate(value.model_dump()) == value


@given(date_surfaces())
def test_every_surface_is_parsed(drawn: tuple[str, DocumentDate | DateRange]) -> None:
    surface, value = drawn
    assert type(value).parse(surface) == value


@given(
    date_surfaces(),
    st.sampled_from(["", "自", "（", "，", "附件1：", "印发\n", "《办法》", "从", "于 "]),
    st.sampled_from(["", "。", "起施行", "，", "）", "《办法》", "\n一、", "期间"]),
)
def test_every_surface_is_found(drawn: tuple[str, DocumentDate | DateRange], before: str, behind: str) -> None:
    surface, value = drawn
    (mention,) = find_dates(before + surface + behind)
    assert (mention.start, mention.text, mention.value) == (len(before), surface, value)


@given(date_surfaces(), st.sampled_from(["《{}年报》", "《关于〈{}要点〉的通知》", "《批转《{}计划》的通知》"]))
def test_no_date_is_found_in_a_title(drawn: tuple[str, DocumentDate | DateRange], title: str) -> None:
    assert find_dates(title.format(drawn[0])) == []


def _is_whole(mention: DateMention) -> bool:
    """Say whether a date prints all of it: of 2024年3月7日、8日 and of 2024年3、4月 neither end does."""
    return re.search(r"年(?!\D*[^\W年月]{1,3}\Z)|[-－./／．]|^[^月]{4}$", mention.text) is not None


@given(st.one_of(st.text(), NEAR_DATES))
def test_mentions_slice_back_in_order(text: str) -> None:
    mentions = find_dates(text)
    assert [m.text for m in mentions] == [text[m.start : m.end] for m in mentions]
    assert all(a.end <= b.start for a, b in pairwise(mentions))
    for mention in filter(_is_whole, mentions):
        assert type(mention.value).parse(mention.text) == mention.value


@given(st.one_of(st.text(), NEAR_DATES), st.sampled_from([DocumentDate, DateRange]))
def test_any_text_parses_or_ends_in_a_parse_error(text: str, kind: type[DocumentDate | DateRange]) -> None:
    if kind.is_valid(text):
        value = kind.parse(text)
        assert kind.parse(str(value)) == value
        return
    with pytest.raises(ParseError) as refused:
        kind.parse(text)
    start, end = refused.value.span
    assert 0 <= start <= end <= len(text)
    assert refused.value.code in {"date.form", "date.impossible", "date.order"}


@given(st.lists(dates(min_year=2014, max_year=2015)))
def test_dates_order_by_first_day_and_then_the_coarser_first(values: list[DocumentDate]) -> None:
    width = {"year": 0, "month": 1, "day": 2}
    assert sorted(values) == sorted(values, key=lambda d: (d.first_day, width[d.precision]))


@pytest.mark.parametrize("text", ["1806.10.10", "2106-10-10", "1899/12/30"])
def test_between_separators_a_year_far_off_is_none(text: str) -> None:
    assert find_dates(text) == []
    assert DocumentDate.is_valid(text)


def test_order_is_among_dates_only() -> None:
    with pytest.raises(TypeError):
        assert DocumentDate(year=2014) < date(2014, 1, 1)


@given(dates())
def test_a_date_covers_its_days(value: DocumentDate) -> None:
    days = (value.last_day - value.first_day).days + 1
    assert days in {"year": {365, 366}, "month": {28, 29, 30, 31}, "day": {1}}[value.precision]
    assert (value.first_day.year, value.last_day.year) == (value.year, value.year)


@given(st.dates())
def test_calendar_days_are_taken_over(day: date) -> None:
    value = DocumentDate.from_date(day)
    assert str(value) == day.isoformat()
    assert value.first_day == value.last_day == day


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2014", "2014"),
        ("2014年", "2014"),
        ("2021年度", "2021"),
        ("2014-11", "2014-11"),
        ("2014.11", "2014-11"),
        ("2014年11月份", "2014-11"),
        ("二〇〇九年元月", "2009-01"),
        ("2014-11-26", "2014-11-26"),
        ("2014年11月26日", "2014-11-26"),
        ("２０１４年１１月２６日", "2014-11-26"),
        (" 2014 年\n11 月 2 6 日 ", "2014-11-26"),
        ("二 〇 一 四 年 十 一 月 二 十 六 日", "2014-11-26"),
        ("二〇一四年十一月二十六日", "2014-11-26"),
        ("二○○九年十二月廿二日", "2009-12-22"),
        ("二OO八年十月卅一日", "2008-10-31"),
        ("一九九五年三月三十日", "1995-03-30"),
        ("2014.11.26", "2014-11-26"),
        ("2014/1/6", "2014-01-06"),
        ("2014－11－26", "2014-11-26"),
        ("2014．11．26", "2014-11-26"),
    ],
)
def test_dates_as_printed(text: str, iso: str) -> None:
    assert str(DocumentDate.parse(text)) == iso


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2001~2005年", "2001/2005"),
        ("2018至2020年", "2018/2020"),
        ("2021—2025年", "2021/2025"),
        ("从2002年到2005年", "2002/2005"),
        ("2020/2021年度", "2020/2021"),
        ("2020年1月1日至6月30日", "2020-01-01/2020-06-30"),
        ("自2020年1月1日起至2021年6月30日止", "2020-01-01/2021-06-30"),
        ("2018年10月9日至11日", "2018-10-09/2018-10-11"),
        ("2018年10月9—11日", "2018-10-09/2018-10-11"),
        ("2024年11月26—12月3日", "2024-11-26/2024-12-03"),
        ("2014年11月至2015年3月", "2014-11/2015-03"),
        ("2020年1－6月", "2020-01/2020-06"),
        ("2014-11/2015-03", "2014-11/2015-03"),
        ("2014-11-26/2015", "2014-11-26/2015"),
        ("2024.1.1-6.30", "2024-01-01/2024-06-30"),
        ("2024.1.1~18", "2024-01-01/2024-01-18"),
    ],
)
def test_ranges_as_printed(text: str, iso: str) -> None:
    assert str(DateRange.parse(text)) == iso


@pytest.mark.parametrize(
    ("kind", "text", "code", "span"),
    [
        (DocumentDate, "", "date.form", (0, 0)),
        (DocumentDate, " \n", "date.form", (0, 2)),
        (DocumentDate, "某年", "date.form", (0, 2)),
        (DocumentDate, "14年", "date.form", (0, 3)),
        (DocumentDate, "20141126", "date.form", (0, 8)),
        (DocumentDate, "2014-11/26", "date.form", (0, 10)),
        (DocumentDate, "2014年1—6月", "date.form", (0, 9)),
        (DocumentDate, "2014 " * 99, "date.form", (0, 495)),
        (DocumentDate, "0000", "date.impossible", (0, 4)),
        (DocumentDate, "2014-02-30", "date.impossible", (8, 10)),
        (DocumentDate, "2014 年 13 月", "date.impossible", (7, 9)),
        (DocumentDate, "2014年1 2月3 2日", "date.impossible", (9, 12)),
        (DocumentDate, "二〇一四年十十月", "date.impossible", (5, 7)),
        (DocumentDate, "2014年0月", "date.impossible", (5, 6)),
        (DateRange, "2014年", "date.form", (0, 5)),
        (DateRange, "从", "date.form", (0, 1)),
        (DateRange, "2014-11-26", "date.form", (0, 10)),
        (DateRange, "2021-07-16-18", "date.form", (0, 13)),
        (DateRange, "2020年至6月30日", "date.form", (0, 11)),
        (DateRange, "2020年1月至5日", "date.form", (0, 10)),
        (DateRange, "2020年1月1日至2月30日", "date.impossible", (12, 14)),
        (DateRange, "2020年2月30日至3月1日", "date.impossible", (7, 9)),
        (DateRange, "2020年12月31日至1月1日", "date.order", (12, 16)),
        (DateRange, "2021/2020", "date.order", (5, 9)),
    ],
)
def test_refusals_name_the_place(
    kind: type[DocumentDate | DateRange], text: str, code: str, span: tuple[int, int]
) -> None:
    with pytest.raises(ParseError) as refused:
        kind.parse(text)
    assert (refused.value.code, refused.value.span) == (code, span)


class Sheet(BaseModel):
    dated: DocumentDate
    valid: DateRange


def test_a_field_takes_its_string_or_its_parts() -> None:
    sheet = Sheet.model_validate(
        {"dated": "2014年11月26日", "valid": {"start": "2020", "end": {"year": 2021, "month": 6}}}
    )
    assert sheet.model_dump() == {"dated": "2014-11-26", "valid": "2020/2021-06"}


@pytest.mark.parametrize(
    ("given_parts", "code"),
    [
        ({"dated": "2014-02-30", "valid": "2020/2021"}, "date.impossible"),
        ({"dated": {"year": 2014, "month": 2, "day": 30}, "valid": "2020/2021"}, "date.impossible"),
        ({"dated": {"year": 2014, "day": 30}, "valid": "2020/2021"}, "date.impossible"),
        ({"dated": "2014", "valid": "2021/2020"}, "date.order"),
        ({"dated": "2014", "valid": {"start": "2021", "end": "2020"}}, "date.order"),
        ({"dated": "某日", "valid": "2020/2021"}, "date.form"),
    ],
)
def test_a_field_refuses_with_the_same_code(given_parts: dict[str, Any], code: str) -> None:
    with pytest.raises(ValidationError) as refused:
        Sheet.model_validate(given_parts)
    assert [e["type"] for e in refused.value.errors()] == [code]


@pytest.mark.parametrize("kind", [DocumentDate, DateRange])
def test_the_schema_has_examples_that_parse(kind: type[DocumentDate | DateRange]) -> None:
    import re

    schema = TypeAdapter(kind).json_schema(mode="serialization")
    assert schema["examples"]
    for example in schema["examples"]:
        assert str(kind.parse(example)) == example
        assert re.search(schema["pattern"], example)
    assert not re.search(schema["pattern"], "2014年")


def test_a_mention_is_small_and_keeps_one_value() -> None:
    one, two = find_dates("2020年1月1日至6月30日，2020年1月1日至6月30日")
    parts = [getattr(one, name) for name in DateMention.__slots__]
    assert sys.getsizeof(one) + sum(sys.getsizeof(p) for p in parts if not isinstance(p, str)) < 200
    assert one.value is two.value


@pytest.mark.corpus
def test_the_corpus_holds_only_dates_that_parse(shared: Path) -> None:
    import gzip
    import json

    with gzip.open(shared / "corpus" / "documents.jsonl.gz", "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    mentions = [(text, m) for text in texts for m in find_dates(text)]
    assert len(mentions) > 4000
    for text, mention in mentions:
        assert text[mention.start : mention.end] == mention.text
        assert not _is_whole(mention) or type(mention.value).parse(mention.text) == mention.value


def test_the_dev_gold_is_read(shared: Path) -> None:
    import json

    lines = (shared / "gold" / "dev" / "passages.jsonl").read_text(encoding="utf-8").splitlines()
    wanted = found = agreed = 0
    for row in map(json.loads, lines):
        gold = sorted((d["surface"], d["value"]) for d in row["dates"])
        mentions = sorted((m.text, str(m.value)) for m in find_dates(row["text"]))
        wanted, found = wanted + len(gold), found + len(mentions)
        for item in gold:
            if item in mentions:
                mentions.remove(item)
                agreed += 1
    assert 2 * agreed / (wanted + found) >= 0.98


@given(date_ranges(), dates())
def test_a_range_holds_what_lies_between_its_ends(whole: DateRange, one: DocumentDate) -> None:
    assert DateRange(start=whole.start, end=whole.end) in whole
    assert whole.first_day in whole
    assert whole.last_day in whole
    assert (one in whole) == (one.first_day in whole and one.last_day in whole)
    assert "2014" not in whole


@pytest.mark.parametrize(
    ("given_as", "value"),
    [(2014, "2014"), (date(2014, 11, 26), "2014-11-26"), (datetime(2014, 11, 26, 9, 30, tzinfo=UTC), "2014-11-26")],
)
def test_a_field_takes_what_a_spreadsheet_holds(given_as: object, value: str) -> None:
    assert str(TypeAdapter(DocumentDate).validate_python(given_as)) == value
    with pytest.raises(ValidationError):
        TypeAdapter(DocumentDate).validate_python(True)


def test_a_mention_shows_its_value() -> None:
    assert (
        repr(find_dates("自2014年起")[0])
        == "DateMention(start=1, end=6, text='2014年', value=DocumentDate(year=2014, month=None, day=None))"
    )
