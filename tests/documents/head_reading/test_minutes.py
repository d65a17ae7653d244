"""Minutes have no signature: below their number they name who issues them; OCR may run them into one line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egovkit.documents.document import PolicyDocument
from egovkit.documents.head_reading.minutes import ATTENDING
from egovkit.documents.line_breaks.one_line import cut_by_organ
from egovkit.lexicon import words

_ORGANS = st.sampled_from(["某市人民政府", "某省电力有限公司", "某县教育局"])
_MEETINGS = st.sampled_from(["市长办公会议", "公司办公会议", "党组会议", "专题会议", "办公会", "局长办公会议"])
_ABOVE = st.sampled_from(["", *words("documents.minutes.above"), "内部资料注意保存"])
_TEXT = (
    "2021年3月1日召开会议，听取了各有关单位关于防火工作落实情况的汇报，并就下一步工作做了部署，有关单位的人员参加了会议，有关事项纪要如下："
    "一、总体情况今年自查发现问题3个，已经整改2个，其余一个正在按照计划推进，预计年底前能够全部完成。二、下步工作各单位要继续开展自查。"
)


@given(_ORGANS, _MEETINGS, _ABOVE, st.sampled_from(["", "签发人：某某某", "签发人： XXX"]),
       st.sampled_from(words("documents.minutes.opens")), st.booleans(), st.booleans())  # fmt: skip
def test_minutes_in_one_line(
    organ: str, meeting: str, above: str, signer: str, opens: str, annexed: bool, noted: bool
) -> None:
    annex, note = "防火问题整改计划表", "（此件不公开发布）"
    parts = [above, f"{meeting}纪要〔2021〕16号", organ, signer, f"{opens}工作安排，", _TEXT,
             f"附件：{annex}{note if noted else ''}附件{annex}" if annexed else "", f"{organ}办公室2021年3月16日印发"]  # fmt: skip
    text = "".join(parts)
    document = PolicyDocument.parse(text)
    assert str(document.number) == f"{meeting}纪要〔2021〕16号"
    assert document.issuers == (organ,)
    assert document.title is None
    assert document.dated is None
    assert document.recipients is None
    assert document.signature == ()
    assert str(document.printed_on) == "2021-03-16"
    assert [one.title for one in document.annexes] == ([annex] if annexed else [])
    assert [one.text[:4] for one in document.outline] == ["总体情况", "下步工作"]


@pytest.mark.parametrize(
    "text",
    [
        # Another organ prints them, or nobody: where the text ends is not certain.
        "公司办公会议纪要〔2021〕16号某市教育局签发人：XXX根据安排召开会议。某市财政局办公室2021年3月16日印发",
        "公司办公会议纪要〔2021〕16号某市教育局签发人：XXX根据安排召开会议。",
        # The words of a text do not show where the organ's name ends.
        "公司办公会议纪要〔2021〕16号某市教育局签发人：XXX召开会议。某市教育局办公室2021年3月16日印发",
        "请按公司办公会议纪要〔2021〕16号某市教育局的要求，根据安排落实。某市教育局办公室2021年3月16日印发",
    ],
)
def test_what_is_not_certain_is_left(text: str) -> None:
    assert cut_by_organ((0, len(text), text)) == [(0, len(text), text)]


@pytest.mark.parametrize(
    ("line", "issuers", "dated"),
    [
        ("某市人民政府办公室　2021年3月4日", ("某市人民政府办公室",), "2021-03-04"),
        ("某市人民政府办公室", ("某市人民政府办公室",), "None"),
        ("2021年3月4日", (), "2021-03-04"),
        ("二〇二一年三月四日", (), "2021-03-04"),
        ("某市教育局、某市财政局　　2021年3月4日", ("某市教育局", "某市财政局"), "2021-03-04"),
        # No organ, and no day of the calendar.
        ("防火工作专题　2021年3月4日", (), "None"),
        ("某市人民政府办公室　2021年3月44日", ("某市人民政府办公室",), "None"),
    ],
)
@pytest.mark.parametrize(
    "title",
    ["专题会议纪要\n〔2021〕9号\n", "某市安全生产工作会议纪要\n某政纪〔2021〕9号\n", "专题会议纪要〔2021〕9号\n"],
)
def test_the_head_says_whose_minutes(title: str, line: str, issuers: tuple[str, ...], dated: str) -> None:
    document = PolicyDocument.parse(
        f"{title}{line}\n会议听取了防火工作的汇报，现将有关事项纪要如下。\n一、要认真落实。\n二、要自查。"
    )
    assert document.issuers == issuers
    assert str(document.dated) == dated


def test_only_minutes_have_such_a_head() -> None:
    text = "关于防火的通知\n某政办〔2021〕9号\n某市人民政府办公室　2021年3月4日\n为了防火，现将有关事项通知如下。\n一、落实。"
    assert PolicyDocument.parse(text).issuers == ()


@pytest.mark.parametrize("line", ["出席：张某某", "请假:李某某", "列席：王某某"])
def test_who_was_there_is_a_list_of_its_own(line: str) -> None:
    assert ATTENDING.match(line)
    assert not ATTENDING.match(f"应{line}")
