"""The end of a document's main text (落款): signature, date, note, imprint."""

from __future__ import annotations

import re
from typing import Final

from egovkit.documents.blocks import Element
from egovkit.documents.draft import Draft
from egovkit.errors import ParseError
from egovkit.grammar.codes import STATE, vocabulary
from egovkit.grammar.force import DATE_LINE, DATE_TAIL
from egovkit.grammar.headings import may_open_heading, read_marker
from egovkit.models.dates import DocumentDate
from egovkit.text.folding import BLANKS, squeeze
from egovkit.text.limits import MAX_SIGNATURE_LINES

__all__ = [
    "cut_closing",
    "is_note",
    "is_organ",
    "organs_of",
    "read_below",
    "read_date_line",
    "read_imprint",
    "read_signature",
]

MAX_BELOW: Final = 6
_GAP: Final = re.compile(rf"[{BLANKS}]+")
_STOPS: Final = frozenset("。；;：:！!？?，,")
_NOTE: Final = re.compile(
    r"[（(](?:此件|本文|此文|发至|印发至|传达[到至]|口头传达|可登报|登报|联系人|联系电话|联系方式|公开方式|公开属性|主动公开|依申请公开|不予公开|本件|信息公开|有删减|盖章|此页)[^（()）]{0,80}(?:[（(][^（()）]{0,40}[)）][^（()）]{0,40})?[)）]?"
)
_IMPRINT: Final = re.compile(
    rf"抄[{BLANKS}]*[送报][{BLANKS}]*[：:]|分[{BLANKS}]*送[{BLANKS}]*[：:]|主[{BLANKS}]*送[{BLANKS}]*[：:]|主[{BLANKS}]*题[{BLANKS}]*词[{BLANKS}]*[：:]|印[{BLANKS}]*发[：:]|共印[{BLANKS}]*[0-9]+|（共印"
)
_SEAL: Final = re.compile(r"[（(](?:印章?|公?章|盖章)[)）]$")
_PRINTED: Final = re.compile(
    rf"(.{{0,60}}?)[{BLANKS}]*((?:[0-9]{{4}}|[〇○零一二三四五六七八九]{{4}})年.{{1,4}}月.{{1,4}}日)[{BLANKS}]*印[{BLANKS}]*发"
)
_OFFICER: Final = re.compile(
    rf"(?:总理|主席|部长|主任|局长|省长|市长|县长|州长|盟长|旗长|区长|院长|检察长|行长|署长|会长|委员长|司令员|总书记|书记|审计长|理事长|董事长|秘书长|总局长)[{BLANKS}：:]*[\u3400-\u9fff·]{{1,6}}(?:[{BLANKS}]+[\u3400-\u9fff]{{1,2}})?"
)
# Organs that sign, besides those whose name stands in front of 令 and 公告.
_MORE_ENDS: Final = (
    "分行",
    "支行",
    "营管部",
    "管理部",
    "大学",
    "学院",
    "学校",
    "中学",
    "小学",
    "军区",
    "支队",
    "大队",
    "总工会",
    "政协",
    "党组",
    "党委",
    "街道",
    "联合会",
    "监管局",
    "交易所",
    "基金会",
    "联社",
    "事务所",
    "专员",
    "团委",
    "妇联",
    "工商联",
    "残联",
    "科协",
    "人大",
    "集团公司",
    "管理处",
    "监察组",
    "编辑部",
)
_NATIONAL: Final = ("国家", "中国", "中共", "中华")
# National organs whose branches bear their name, and how that of a branch ends.
_BRANCHES: Final = {
    "国家税务总局": ("税务局",),
    "国家金融监督管理总局": ("监管局", "监管分局"),
    "国家外汇管理局": ("分局", "支局", "外汇管理部"),
    "国家统计局": ("调查队", "调查总队"),
    "中国人民银行": ("分行", "支行", "营业管理部"),
    "中国银行保险监督管理委员会": ("监管局", "监管分局"),
    "中国银行业监督管理委员会": ("监管局", "监管分局"),
    "中国证券监督管理委员会": ("监管局",),
}
# 中共某省委某省人民政府, 中共中央国务院.
_PARTY_FIRST: Final = re.compile(
    r"(中共(?:中央|([\u3400-\u9fff]{2,12}?)委(?:员会)?)(?:办公[厅室])?)((?(2)\2|国务院)[\u3400-\u9fff]{0,12})"
)
_NOT_ORGAN: Final = re.compile(
    r"^(?:特此|此致|敬礼|附|注|第|目录|以上|联系)|(?:报告|通知|意见|如下|机会|社会|机构|原则|方案|制度|内部|全部|部分)$|[0-9０-９《》|]"
)


def is_organ(name: str) -> bool:
    """Say whether a string of the closing names an organ (似机关名)."""
    if not 2 <= len(name) <= 50 or not _STOPS.isdisjoint(name):
        return False
    if vocabulary().is_organ(name):
        return True
    return (
        len(name) >= 3
        and _NOT_ORGAN.search(name) is None
        and (vocabulary().looks_like_organ(name) or name.endswith(_MORE_ENDS))
    )


def organs_of(line: str) -> list[str] | None:
    """Read the organs of one line of a signature (署名机关); None where something in it is none.

    >>> organs_of("国务院　中央军委"), organs_of("财 政 部"), organs_of("特此通知")
    (['国务院', '中央军委'], ['财政部'], None)
    """
    whole = squeeze(line)
    pieces = [piece for piece in _GAP.split(line.strip(BLANKS)) if piece]
    if len(pieces) > 1 and (max(map(len, pieces)) <= 2 or not all(map(is_organ, pieces))):
        # 科 技 部 is spread over the line; a name may also hold a blank that a page put there.
        pieces = [whole]
    names: list[str] = []
    for piece in pieces:
        parts = piece.split("、")
        names += parts if len(parts) > 1 and all(map(is_organ, parts)) else _unglued(piece)
    return names if all(map(is_organ, names)) else None


def _unglued(name: str) -> list[str]:
    """Cut names that ran into one: before a national organ's, or where their place comes again (甲市财政局甲市教育局)."""
    party = _PARTY_FIRST.fullmatch(name)
    if party is not None and is_organ(party[1]) and is_organ(party[3]):
        return [party[1], party[3]]
    for national in _BRANCHES:
        at = name.find(national, 4)
        if at > 0 and is_organ(name[:at]) and is_organ(name[at:]):
            return _unglued(name[:at]) + _unglued(name[at:])
    if name.startswith(tuple(_BRANCHES)):
        return [name]
    for size in (3, 2):
        cuts = [found.start() for found in re.finditer(re.escape(name[:size]), name)]
        if len(cuts) > 1:
            parts = [name[start:end] for start, end in zip(cuts, [*cuts[1:], len(name)], strict=True)]
            if all(len(part) > size + 1 and is_organ(part) for part in parts):
                return parts
    return [name]


def _with_branches(names: list[str]) -> list[str]:
    """Join a national organ's name and its branch's, which stood on two lines: 国家税务总局 / 甲市税务局."""
    joined: list[str] = []
    for name in names:
        ends = _BRANCHES.get(joined[-1]) if joined else None
        if ends and name.endswith(ends) and len(name) <= 16 and "银行" not in name and not name.startswith(_NATIONAL):
            joined[-1] += name
        else:
            joined.append(name)
    return joined


def read_date_line(line: str) -> DocumentDate | None:
    """Read a line that is a date and nothing else (日期行); None where it is more or no real date."""
    found = DATE_LINE.fullmatch(line.strip("*_"))
    if found is None:
        return None
    try:
        return DocumentDate.parse(squeeze(found[1]))
    except ParseError:
        return None


def read_below(draft: Draft, i: int, stop: int) -> int:
    """Read the organs below the date of line `i` (日期在署名之上), where nothing but what closes a text follows them.

    Returns how many lines they take.
    """
    organs: list[str] = []
    j = i + 1
    while j < stop and j - i <= MAX_BELOW and draft.kinds[j] is None:
        names = organs_of(_SEAL.sub("", draft.lines[j][2]))
        if names is None or not all(vocabulary().is_organ(name) or len(name) > 4 for name in names):
            break
        organs += names
        j += 1
    below = draft.lines[j][2] if j < stop else ""
    if not organs or not (j == stop or is_note(below) or below[0] in "附抄主印"):
        return 0
    draft.put("signature", tuple(_with_branches(organs)), draft.lines[i + 1][0], draft.lines[j - 1][1])
    draft.kinds[i + 1 : j] = [Element.SIGNATURE] * (j - i - 1)
    return j - i - 1


def read_signature(draft: Draft, i: int, floor: int) -> bool:
    """Read the date of line `i` and the organs above it (读落款); False where it is no document's date."""
    start, end, line = draft.lines[i]
    kinds = draft.kinds
    tail = None
    dated = read_date_line(line)
    if dated is None:
        tail = DATE_TAIL.search(line)
        if tail is None:
            return False
        before = line[: tail.start()].rstrip(BLANKS)
        names = organs_of(before) if before and len(before) <= 120 else None
        try:
            dated = DocumentDate.parse(tail[0]) if names else None
        except ParseError:
            dated = None
        if names is None or dated is None:
            return False
        draft.put("signature", tuple(names), start, start + len(before))
        draft.put("dated", dated, start + tail.start(), end)
        kinds[i] = Element.SIGNATURE
        return True
    organs, officers, first = _look_up(draft, i, floor)
    if organs:
        draft.put("signature", tuple(organs), draft.lines[first][0], draft.lines[i - 1][1])
    if officers:
        draft.put("signers", tuple(officers), draft.lines[first][0], draft.lines[i - 1][1])
    for j in range(first, i):
        kinds[j] = Element.SIGNATURE
    draft.put("dated", dated, start, end)
    kinds[i] = Element.DATED
    return True


def _look_up(draft: Draft, i: int, floor: int) -> tuple[list[str], list[str], int]:
    """Read upwards from a date the lines that name organs and officers, nearest last."""
    organs: list[str] = []
    officers: list[str] = []
    first = i
    while first > floor and i - first < MAX_SIGNATURE_LINES:
        line = draft.lines[first - 1][2]
        if draft.kinds[first - 1] is not None or len(line) > 160 or line[-1] in _STOPS:
            break
        if _OFFICER.search(line) and len(squeeze(line)) <= 40:
            officers.insert(0, _GAP.sub(" ", line))
            first -= 1
            continue
        names = organs_of(_SEAL.sub("", line.strip("*").strip(BLANKS)))
        if names is None:
            if organs and _is_upper_half(draft, first - 1, organs[0]):
                organs[0] = squeeze(line) + organs[0]
                first -= 1
            break
        organs[:0] = names
        first -= 1
    return _with_branches(organs), officers, first


def _is_upper_half(draft: Draft, i: int, lower: str) -> bool:
    """Say whether a line is the first half of an organ's name that runs over two lines."""
    line = draft.lines[i][2]
    if draft.kinds[i] is not None or not 4 <= len(line) <= 40 or not line[-1].isalpha() or vocabulary().is_organ(lower):
        return False
    if lower.startswith(("国家", "中国", "中共", "中华", line[:2])):
        return False
    if may_open_heading(line[0]) and read_marker(line) is not None:
        return False
    return _STOPS.isdisjoint(line) and _NOT_ORGAN.search(line) is None and "、" not in line


def is_note(line: str) -> bool:
    """Say whether a line is a note under the date (附注): （此件公开发布）.

    >>> is_note("（此件公开发布）"), is_note("（一）总体要求")
    (True, False)
    """
    return line[0] in "（(" and _NOTE.fullmatch(line) is not None


def cut_closing(draft: Draft, i: int, stop: int) -> bool:
    """Part from line `i` the signature that ran on behind an entry of the annex note (附件与署名同行), if one did.

    Organs count with a date behind them, on the same line or on the next.
    """
    start, _, line = draft.lines[i]
    tail = DATE_TAIL.search(line)
    end = tail.start() if tail is not None else len(line)
    dated = tail is not None or (i + 1 < stop and read_date_line(draft.lines[i + 1][2]) is not None)
    if not dated or len(line) > 400:
        return False
    begins = 0
    for gap in reversed([*_GAP.finditer(line, 0, len(line[:end].rstrip(BLANKS)))][-MAX_BELOW:]):
        if organs_of(line[gap.end() : end]) is None:
            break
        begins = gap.start()
    if begins:
        draft.split(i, start + begins)
    return begins > 0


def read_imprint(draft: Draft, i: int) -> bool:
    """Read a line of the imprint (读版记): 抄送, 主题词, 印发机关和印发日期; False where it is none."""
    start, end, line = draft.lines[i]
    if len(line) > 1200:
        return False
    if line[0] in "抄分主印共（":
        found = _IMPRINT.match(line)
        if found is not None:
            words = line[found.end() :].strip(BLANKS)
            key = squeeze(found[0])[:2]
            if key == "抄送":
                draft.put("copied_to", words.rstrip("。"), start + found.end(), end)
            elif key == "主题":
                if "keywords" not in draft.values:
                    draft.put(
                        "keywords",
                        tuple(filter(None, re.split(rf"[{BLANKS}；;，,]+", words))),
                        start + found.end(),
                        end,
                    )
                draft.kinds[i] = Element.KEYWORDS
                return True
            draft.kinds[i] = Element.PRINTED if key in ("印发", "共印", "（共") else Element.COPIED_TO
            return True
    if line.endswith(("发", "发）")):
        found = _PRINTED.fullmatch(line)
        if found is not None:
            try:
                printed_on = DocumentDate.parse(squeeze(found[2]))
            except ParseError:
                return False
            if found[1].strip(BLANKS):
                draft.put("printed_by", squeeze(found[1]), start, start + found.end(1))
            elif i and draft.kinds[i - 1] is None and is_organ(squeeze(draft.lines[i - 1][2])):
                draft.put("printed_by", squeeze(draft.lines[i - 1][2]), *draft.lines[i - 1][:2])
                draft.kinds[i - 1] = Element.PRINTED
            draft.put("printed_on", printed_on, start + found.start(2), start + found.end(2))
            draft.kinds[i] = Element.PRINTED
            return True
    return False


def strip_state(name: str) -> str:
    """Return an organ's name without the state's (去国名), unless nothing else is left.

    >>> strip_state("中华人民共和国国务院")
    '国务院'
    """
    return name[len(STATE) :] if name.startswith(STATE) and len(name) > len(STATE) + 2 else name
