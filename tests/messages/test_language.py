"""Which language a person is spoken to in, and what an exception says in each."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, Field, ValidationError

from egovkit import IssuanceNumber, ParseError, PolicyRecord, Profile, ReadError, UnknownTerm, frameworks, read
from egovkit.catalogue.policy_rows import RowError, TableError, read_rows
from egovkit.checks import fix
from egovkit.checks.fixing import StaleText
from egovkit.checks.profile import ProfileError
from egovkit.errors import AmbiguousTerm, UnknownCondition
from egovkit.messages import Words, filled, language, said
from egovkit.messages.telling import Told, messages_of


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"EGOVKIT_LANG": "zh", "LANG": "en_US.UTF-8"}, "zh"),
        ({"EGOVKIT_LANG": "en", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"EGOVKIT_LANG": "zh-CN"}, "zh"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_TW.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LC_MESSAGES": "zh_CN", "LANG": "C"}, "zh"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"EGOVKIT_LANG": "", "LANG": "zh_CN"}, "zh"),
        ({}, "en"),
    ],
)
def test_the_language_is_the_persons(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], expected: str
) -> None:
    for name in ("EGOVKIT_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert language() == expected
    assert said("yes", "是") == str(Words("yes", "是")) == ("是" if expected == "zh" else "yes")


def test_a_string_is_filled_in_as_it_is() -> None:
    assert filled("{a} and {b}", {"a": "{b}", "b": Words("one", "一")}, "en") == "{b} and one"
    assert filled("{not a field}", {}, "zh") == "{not a field}"


def failed(call: Any, *arguments: object) -> Exception:
    with pytest.raises(Exception) as caught:  # noqa: PT011  # whichever it is, is what is asked
        call(*arguments)
    assert isinstance(caught.value, Exception)
    return caught.value


@pytest.mark.parametrize(
    ("error", "english", "chinese"),
    [
        (failed(IssuanceNumber.parse, "国办发〔2014〕0号"), "a serial lies between 1 and 99999", "序号在 1 至 99999 之间"),
        (failed(read, b""), "there is nothing in it: give the file that holds the document", "其中没有内容，请给出载有文件的那个"),
        (
            failed(read, b"\x89PNG\r\n\x1a\n"),
            "it is a PNG picture, whatever its name says: recognise its text (OCR) first",
            "无论文件名如何，这是一张 PNG 图片，请先识别文字（OCR）",
        ),
        (
            failed(frameworks.__getitem__, "三网二库"),
            "'三网二库' is not in the table of frameworks; did you mean 三网一库?",
            "框架表中没有'三网二库'；是否指 三网一库？",
        ),
        (
            AmbiguousTerm("organs", "国家计委", ("甲", "乙")),
            "'国家计委' is several in the table of organs: 甲; 乙",
            "'国家计委'在机关表中不止一个：甲；乙",
        ),
        (UnknownCondition("organs", "levle"), "the table of organs has no condition 'levle'", "机关表没有 'levle' 这个条件"),
        (
            UnknownCondition("policies", "status", "valid"),
            "'valid' is no status that the table of policies knows",
            "政策表的 status 没有'valid'这个值",
        ),
        (failed(Profile.from_toml, 'off = ["XX1"]'), "the profile's off: no rule bears 'XX1'", "配置的 off：没有 'XX1' 这条规则"),
        (failed(Profile.from_toml, "of = []"), "the profile's of: there is no such field; did you mean off?", "配置的 of：没有这个字段；是否指 off？"),
        (failed(fix("见国办发[2014]66号。").apply, "x"), "the plan was made for another text", "这份修改方案是为另一段文本做的"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else "",
)  # fmt: skip
def test_an_error_says_it_in_both(monkeypatch: pytest.MonkeyPatch, error: Any, english: str, chinese: str) -> None:
    assert (error.message_en, error.message_zh) == (english, chinese)
    told = messages_of(error)
    assert [(each.en, each.zh) for each in told] == [(english, chinese)]
    assert english in str(error)
    monkeypatch.setenv("EGOVKIT_LANG", "zh")
    assert chinese in str(error)
    assert error.message == str(told[0]) == chinese


def test_the_rows_of_a_table_say_where(monkeypatch: pytest.MonkeyPatch) -> None:
    error = failed(
        read_rows, [{"标题": "关于防火的通知", "成文日期": "2014-13-01", "颜色": "红"}, {"文号": "国办发〔2014〕0号"}]
    )
    assert isinstance(error, TableError)
    assert {told.place for told in messages_of(error)} >= {"1.颜色", "2.文号"}
    assert all(told.zh != told.en for told in messages_of(error))
    monkeypatch.setenv("EGOVKIT_LANG", "zh")
    assert "第 1 行 颜色：政策没有这个字段" in str(error)
    assert isinstance(error.errors[0], RowError)


class _Given(BaseModel):
    number: IssuanceNumber | None = None
    kind: Literal["a", "b"] = "a"
    count: Annotated[int, Field(ge=1)] = 1
    names: Annotated[list[str], Field(min_length=1)] = ["x"]
    name: Annotated[str, Field(min_length=2)] = "xx"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"number": "国办发〔2014〕0号"}, Told("number.serial", "number", "a serial lies between 1 and 99999", "序号在 1 至 99999 之间")),
        ({"number": 3}, Told("value.type", "number", "Input should be a string such as 国办发〔2014〕66号", "应为字符串，如 国办发〔2014〕66号")),
        ({"kind": "c"}, Told("literal_error", "kind", "Input should be 'a' or 'b'", "应为 'a' 或 'b'")),
        ({"count": 0}, Told("greater_than_equal", "count", "Input should be greater than or equal to 1", "应不小于 1")),
        (
            {"names": []},
            Told("too_short", "names", "List should have at least 1 item after validation, not 0", "至少要有 1 项，现有 0 项"),
        ),
        ({"name": "x"}, Told("string_too_short", "name", "String should have at least 2 characters", "至少要有 2 字")),
        ({"count": "x"}, Told("int_parsing", "count", "Input should be a valid integer, unable to parse string as an integer", "应为整数")),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)  # fmt: skip
def test_what_pydantic_says_is_said_in_both(given: dict[str, object], expected: Told) -> None:
    error = failed(_Given.model_validate, given)
    assert isinstance(error, ValidationError)
    assert messages_of(error) == (expected,)


def test_every_part_of_a_record_that_is_at_fault_is_said() -> None:
    error = failed(PolicyRecord.model_validate, {"dated": "2014-13-01", "nothing": 1})
    assert [(told.code, told.place) for told in messages_of(error)] == [
        ("missing", "title"), ("date.impossible", "dated"), ("extra_forbidden", "nothing"),
    ]  # fmt: skip
    assert not any(told.zh.isascii() for told in messages_of(error))


def test_what_is_of_others_is_said_as_it_is() -> None:
    assert messages_of(KeyError("x")) == (Told("", "", "'x'", "'x'"),)


@pytest.mark.parametrize("error", [ParseError, ReadError, UnknownTerm, ProfileError, StaleText])
def test_a_message_that_no_catalogue_has_is_said_in_english(error: type[Exception]) -> None:
    own = ParseError("own.code", "this is no {thing}", "x", thing="paper")
    assert own.message_zh == own.message_en == "this is no paper"
    assert issubclass(error, Exception)
