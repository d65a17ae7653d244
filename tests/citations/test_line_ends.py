"""What a text says does not depend on how its lines end, wherever a column broke them."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from egovkit.catalogue.frameworks import find_frameworks
from egovkit.catalogue.slogan_mentions import find_slogans
from egovkit.citations.find import find_citations
from egovkit.citations.references import find_references
from egovkit.models.dates import find_dates
from egovkit.models.issuance import find_numbers

PIECES = st.sampled_from(
    [
        "根据《甲管理办法》（国发〔2014〕66号，以下简称《办法》）第十二条第一款第（三）项，", "依照刑法第三条、第五条和同法第九条，", "按照《办法》第3、5条执行。",
        "《乙实施细则》（国务院令第711号）同时废止。", "自2014年3月1日起至6月30日施行；", "财政部 税务总局公告2020年第8号、第9号，", "关于《丙规定》的说明\n",
        "国发〔2016〕51号、55号，〔2017〕7～九号，", "建成1+30+N体系，推进“三网一库”。", "《丁条例》，以下统称本条例，", "该办法和上述条例，", "2024年8月15\n",
        "转发《戊意见》（以下简称意见）的通知", "第一条　各县应当加强巡护。\n", "本办法第四条的规定。\n",
    ]
)  # fmt: skip


def _read(text: str) -> tuple[object, ...]:
    cited = find_citations(text)
    return (
        [mention.value for mention in find_numbers(text)],
        [mention.value for mention in find_dates(text)],
        [mention.text.replace("\r\n", "\n") for mention in find_frameworks(text)],
        [mention.text.replace("\r\n", "\n") for mention in find_slogans(text)],
        [
            (each.title, [number.value for number in each.numbers], each.issuers, each.dated, each.short_name)
            for each in cited
        ],
        [(each.relation, each.pinpoint, each.antecedent and each.antecedent.title) for each in cited],
        [(each.text.replace("\r\n", "\n"), each.kind, each.pinpoint) for each in find_references(text, cited)],
    )


# What looks ahead looks as far as some characters, within its sentence: a line end of two is one more of them.
@given(st.lists(PIECES, min_size=1, max_size=5).map("。\n".join), st.integers(9, 40))
@example("依照《甲办法》（以下简称县规定）第三条。", 12)
@example("自2024年8月15日起施行。", 8)
def test_a_line_of_windows_is_broken_like_any_other(text: str, column: int) -> None:
    lines = [line[at : at + column] for line in text.split("\n") for at in range(0, max(1, len(line)), column)]
    assert _read("\r\n".join(lines)) == _read("\n".join(lines))
