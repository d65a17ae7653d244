"""What names a document for every text, word by word: titles that come again, versions, organs left unsaid, codes cut short."""

from __future__ import annotations

import pytest

from egovkit.corpus import names
from egovkit.corpus.names import number_name, title_name
from egovkit.models.issuance import IssuanceNumber
from tests.witness import survivors

# A title, what its spellings share, and whether it comes again.
TITLES: dict[str, str | None] = {
    "云川市人民政府关于修改渔港管理办法的决定": "关于修改渔港管理办法决定 again",
    "云川市人民政府关于修正渔港管理办法的决定": "关于修正渔港管理办法决定 again",
    "云川市人民政府关于修订渔港管理办法的通知": "关于修订渔港管理办法通知 again",
    "云川市人民政府关于废止部分规章的命令": "关于废止部分规章命令 again",
    "云川市人民政府关于清理规范性文件的公告": "关于清理规范性文件公告 again",
    "云川市人民政府关于修改渔港规划的意见": "关于修改渔港规划意见",
    "云川市渔港管理条例修正案": "云川市渔港管理条例修正案 again",
    "云川市渔港保护目录": "云川市渔港保护目录 again",
    "云川市历史建筑保护名录": "云川市历史建筑保护名录 again",
    "云川市历史建筑保护名单": "云川市历史建筑保护名单 again",
    "云川市行政许可事项清单": "云川市行政许可事项清单 again",
    "云川市渔港保护工作要点": "云川市渔港保护工作要点 again",
    "云川市政府工作报告": "云川市政府工作报告 again",
    "云川市渔港保护工作计划": "云川市渔港保护工作计划 again",
    "云川市渔港保护工作总结": "云川市渔港保护工作总结 again",
    "云川市渔港保护年度报告": "云川市渔港保护年度报告 again",
    "云川市渔港保护行动计划": "云川市渔港保护行动计划",
    "中华人民共和国档案法（全国人大常委会修订）": "档案法",
    "中华人民共和国档案法（全国人大常委会修正）": "档案法",
    "中华人民共和国档案法（全国人大常委会修改）": "档案法",
    "中华人民共和国档案法（全国人大常委会公布）": "档案法",
    "中华人民共和国档案法（全国人大常委会发布）": "档案法",
    "中华人民共和国档案法（2020年版）": "档案法",
    "中华人民共和国档案法（释义）": "档案法释义",
}
# A number, and what it names for every text.
NUMBERS: dict[str, str | None] = {
    "总局令第5号": None,
    "中国民航总局令第5号": "中国民用航空总局令第5号",
    "本部令第5号": None,
    "省政府令第5号": None,
    "市人民政府令第5号": None,
    "自治区政府令第5号": None,
    "云川市政府令第5号": "云川市政府令第5号",
    "市人大公告2020年第5号": None,
    "市人大常委会公告2020年第5号": None,
    "县人民代表大会公告2020年第5号": None,
    "省人民代表大会常务委员会公告2020年第5号": None,
    "委公告2020年第5号": None,
    "中心公告2020年第5号": None,
    "法院公告2020年第5号": None,
    "市检察院公告2020年第5号": None,
    "云川市检察院公告2020年第5号": "云川市检察院公告2020年第5号",
    "主席令第5号": None,
    "云川省人大常委会令第5号": None,
    "云川省人民代表大会常务委员会令第5号": None,
    "云川省公安厅令第5号": "云川省公安厅令第5号",
    "政发〔2020〕5号": None,
    "政函〔2020〕5号": None,
    "政字〔2020〕5号": None,
    "政文〔2020〕5号": None,
    "政规〔2020〕5号": None,
    "政令〔2020〕5号": None,
    "政通〔2020〕5号": None,
    "政告〔2020〕5号": None,
    "政批〔2020〕5号": None,
    "政任〔2020〕5号": None,
    "市政办〔2020〕5号": None,
    "云政办〔2020〕5号": "云政办〔2020〕5号",
}


def _title(text: str) -> str | None:
    name = title_name(text)
    return name and name.stem + " again" * name.recurrent


def _number(text: str) -> str | None:
    number = IssuanceNumber.parse(text)
    form, code, word = number.form.value, number.code, number.word
    return number_name(form, code, number.year, number.serial, word, number.session).key


def _read(text: str) -> str | None:
    return _title(text) if text in TITLES else _number(text)


@pytest.mark.parametrize("text", TITLES | NUMBERS)
def test_what_is_a_name(text: str) -> None:
    assert _read(text) == (TITLES | NUMBERS)[text]


def test_every_word_decides_a_name() -> None:
    assert survivors(names, (TITLES | NUMBERS).items(), _read) == []
