"""Which numbers are a document's own: every word that says so, or that it is cited, has a case."""

from __future__ import annotations

import pytest

from egovkit.citations import own
from egovkit.citations.own import is_own_number
from egovkit.models.issuance import find_numbers
from tests.witness import survivors

N = "国发〔2014〕1号"
OWN = [
    *(f"{label}：{N}" for label in ("文号", "文　号", "字号", "编号", "发文号", "文件号", "签发号", "发文字号", "（文号）")),
    f"【文号】| {N}",
    f"国务院文件\n{N}\n",
    f"关于甲的通知\n{N} 2014年1月2日\n",
    *(
        f"2014年1月2日{N}{verb}\n自发布之日起施行"
        for verb in ("公布", "发布", "印发", "颁布", "施行", "修订", "修正", "修改", "通过", "批准", "废止", "第二次修正", "已公布", "已经公布")
    ),
    *(f"该{what}于2014年1月2日以{N}公布\n甲" for what in ("文件", "规章", "办法", "规定")),
    f"二〇一四年一月二日{N}公布\n甲",
    f"（2014年1月2日 国务院 {N}）\n甲",
    f"关于做好甲工作的通知 {N} 各省、自治区人民政府：",
    f"关于做好甲工作的通知（{N}）各省、自治区人民政府：",
    *(
        f"{N}{who}：现通知如下"
        for who in (
            "省科协", "市教育局", "甲省", "本市单位", "有关部门", "某公司", "有关机关", "有关机构", "某集团", "有关企业", "某中心",
        )
    ),
    f"\n\n　　{N} 各省、自治区人民政府：",
    f"{'# ' * 60}\n{N} 各省、自治区人民政府：",
    # A head in one line: organ, number, title.
    f"临江市财政局文件{N}临江市财政局关于做好甲工作的通知各县",
    f"临江某集团{N}临江某集团关于做好甲工作的通知各县",
    *(
        f"临江市财政局{N}临江市财政局关于做好甲工作的{kind}各县"
        for kind in (
            "通知", "意见", "函", "批复", "决定", "公告", "通告", "报告", "请示", "复函", "通报", "议案", "纪要", "公报", "命令",
        )
    ),
]  # fmt: skip
CITED = [
    *(
        f"{says}市财政局{N}临江市财政局关于做好甲工作的通知各县"
        for says in ("转发", "批转", "收到", "关于", "印发", "你省", "报来", "来函", "来文")
    ),
    f"根据{N}，",
    f"现就下列文件说明如下\n{N} 各省、自治区人民政府：",
    f"现就下列文件说明如下\n{'# ' * 60}\n{N} 各省、自治区人民政府：",
    f"2014年1月2日{N}公布的办法\n",
    f"2014年1月2日{N}公布了办法\n",
    f"1. 关于做好甲工作的通知 {N} 各省：",
    f"（1）关于做好甲工作的通知 {N} 各省：",
    f"一、关于做好甲工作的通知 {N} 各省：",
    *(
        f"{word}关于做好甲工作的通知 {N} 各省人民政府："
        for word in ("根据", "依据", "按照", "依照", "为贯彻", "为落实", "落实", "贯彻", "执行", "参照", "结合")
    ),
    *(
        f"关于做好甲工作的通知 {N} {word}各单位："
        for word in ("文件", "文", "通知", "规定", "精神", "要求", "和", "、", "及", "等")
    ),
]  # fmt: skip
CASES = dict.fromkeys(OWN, True) | dict.fromkeys(CITED, False)


def _read(text: str) -> bool:
    number = find_numbers(text)[0]
    return is_own_number(text, number.start, number.end)


@pytest.mark.parametrize("text", CASES)
def test_reads_as_it_says(text: str) -> None:
    assert _read(text) == CASES[text]


def test_no_alternative_is_without_a_case() -> None:
    assert survivors(own, CASES.items(), _read) == []
