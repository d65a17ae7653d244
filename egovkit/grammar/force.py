"""What stands in set words in a document: urgency, a date on its own line, and from when to when it is in force.

>>> [(c.kind, c.words) for c in find_terms("本办法自2024年1月1日起施行，有效期5年。")]
[('from', '2024年1月1日'), ('for', 'P5Y')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from egovkit.text.folding import BLANKS, squeeze
from egovkit.text.limits import MAX_CLAUSE
from egovkit.text.numerals import read_numeral

__all__ = ["DATE_LINE", "DATE_TAIL", "Term", "find_terms", "is_urgency"]

_B: Final = f"[{BLANKS}]{{0,3}}"
_N: Final = "[0-9０-９〇○ＯO零一二三四五六七八九十廿卅]"
_DATE: Final = f"{_N}{{4}}{_B}年{_B}{_N}{{1,3}}{_B}月{_B}{_N}{{1,3}}{_B}日"
_DOTTED: Final = "[0-9]{4}[-./．][0-9]{1,2}[-./．][0-9]{1,2}"

# 二 ○ 一 一 年: a printed page as some readers see it.
_SPACED: Final = f"{_N}(?:{_B}{_N}){{3}}{_B}年{_B}{_N}(?:{_B}{_N}){{0,2}}{_B}月{_B}{_N}(?:{_B}{_N}){{0,2}}{_B}日"

DATE_LINE: Final = re.compile(rf"(?:时间[:：]|日期[:：])?({_SPACED}|{_DOTTED})[。.]?(?:[（(]印章[）)])?")
"""A line that is a date of day precision and nothing else."""

DATE_TAIL: Final = re.compile(rf"{_DATE}$")
"""A date of day precision at the end of a line."""

_URGENCY: Final = frozenset({"特急", "加急", "特提", "平急", "急件", "紧急"})


def is_urgency(line: str) -> str | None:
    """Return the urgency a line states (紧急程度); None where it is no such line.

    >>> is_urgency("特　急"), is_urgency("特急用") is None
    ('特急', True)
    """
    if len(line) > 8:
        return None
    bare = squeeze(line)
    return bare if bare in _URGENCY else None


class Term(NamedTuple):
    """A clause that says when a document is in force (效力期限).

    `kind` is `from` (words: the date), `from_issue` (words: ""), `until` (the date) or `for` (an ISO 8601
    duration); `subject` what the clause says it of, as printed; `start` and `end` delimit the clause.
    """

    kind: str
    words: str
    subject: str
    start: int
    end: int


_FORCE: Final = "(?:施行|实施|执行|生效|试行|实行|起效|有效)"
_ISSUED: Final = "(?:印发|发布|公布|颁布|下发|发文|签发|公告|通告|发出|出台|批准|通过)"
_CLAUSE_END: Final = r"(?=[，。,；;、！（(\s]|$|至|到|有效|\))"
_FROM: Final = re.compile(
    rf"自{_B}({_DATE})(?:[（(][^（()）]{{1,8}}[)）])?{_B}(?:零时|0时|00:00|0:00)?{_B}(?:之?日?起)?{_B}(?:正式|开始|暂|在全[国省市])?{_B}{_FORCE}{_CLAUSE_END}"
)
_FROM_TO: Final = re.compile(
    rf"自{_B}({_DATE}){_B}(?:零时|0时)?起?{_B}(?:正式)?{_FORCE}?[，,]?{_B}(?:有效期)?{_B}[至到]{_B}({_DATE}){_B}(?:24时)?(?:止|期间|有效|。|，)"
)
# 自…至…，实行…政策: what the document itself has done in that time.
_CARRIED_OUT: Final = re.compile(
    rf"自{_B}({_DATE}){_B}起?{_B}[至到]{_B}({_DATE}|{_N}{{1,3}}{_B}月{_B}{_N}{{1,3}}{_B}日){_B}(?:期间|止)?{_B}[，,]?{_B}"
    rf"(?:暂|继续|试)?(?:实行|执行|实施|施行)(?=[^，。；\s]{{0,30}}(?:政策|措施|办法|规定|通知|公告|通告|税率|标准))"
)
_FROM_ISSUE: Final = re.compile(
    rf"自(?:(?:(?:本|该|此)[^，。；\s]{{1,10}}?|文件|通知|公告|通告|文)?{_ISSUED}之日|即日|{_ISSUED}日){_B}起?{_B}(?:(?:正式|开始|即|暂)?{_B}{_FORCE}{_CLAUSE_END}|(?=[，,](?!.{{0,12}}(?:日|天|月|年)[内后])))"
)
# Each of these begins with a character that the engine finds without trying anything else; what stands in front of
# it is looked at only then.
_TO_DATE: Final = tuple(re.compile(rf"{word}{_B}({_DATE})") for word in "至到")
_BEFORE_TO: Final = re.compile(
    rf"(?:有效|执行|实施|施行|试行|期限|时限)(?:期限?|时限|时间)?{_B}(?:暂定)?(?:为|延长|延续)?{_B}$"
)
_FOR: Final = re.compile(
    rf"期(?<=有效期|试行期|执行期|实施期|暂行期)限?{_B}(?:暂定|定)?(?:为|是|：|:)?{_B}(?:自[^，。；]{{1,16}}起)?{_B}"
    rf"([0-9０-９]{{1,2}}|[一二三四五六七八九十两]{{1,3}}){_B}(个?月|周?年)"
)
_ENDS: Final = re.compile(rf"[，,；;]{_B}(?:至|到)?({_DATE}){_B}(?:起)?(?:自动|自行)?(?:废止|失效|终止)")
# Windows for the persons addressed: when to apply, when to buy.
_WINDOW_WORDS: Final = "申请|申报|申领|报名|报送|购买|购房|网签|认购|提交|受理|缴纳|缴存|领取|领券|公示|征集|征求|反馈|参加|参展|登记|投稿|考试|招聘"
_WINDOW_BEFORE: Final = re.compile(
    rf"(?:{_WINDOW_WORDS}|办理|活动)[^，。；：:\s]{{0,6}}(?:时间|期限|日期|阶段|期){_B}[为是：:]?{_B}$"
)
_WINDOW_BEHIND: Final = re.compile(
    rf"{_B}(?:[（(][^（()）]{{0,40}}[)）])?[，,]?{_B}[^，,。；;：:]{{0,30}}?(?:{_WINDOW_WORDS})"
)
# 《公告》指出，自…: a report about another document.
_REPORTED: Final = re.compile(r"》[^。》]{0,10}(?:指出|明确|提出|规定|显示|称)[，,：:]?$")
_COMMA: Final = frozenset({"", "，", ",", "，即", "、"})
_SENTENCE: Final = re.compile(r"[。；;！\n\r\v\f\u2028\u2029]")
# A clause about what the document deals with: a licence, a contract, a payment.
_OTHERS: Final = re.compile(
    r"证书?$|许可|凭证|合同|资格|执照|批件|报告书?$|意见书|票|卡|批文|核准文件|备案|评审|检测|注册|认证|公示|协议|标识|资质|密码|"
    r"第[〇零一二三四五六七八九十百千0-9]{1,6}[款项条].{0,20}自$|其中|应当|可以|可自|贷款|处罚|决定书|判决|裁定"
)
_OWN: Final = re.compile(
    r"本(?:法|条例|规定|办法|细则|规则|意见|通知|决定|公告|通告|方案|规划|措施|规程|制度|政策|规范|指南|指引|准则|解释|批复|函|计划|预案|清单|目录|标准|纲要|"
    r"章程|决议|文件|文|实施|暂行|若干|修正案|令|通报|《)|^本(?![市省县区州级行辖人单地月年院局部委厅])|^(?:以上|上述|该|此|新)|政策|措施|^执行|^有效期|^实施|^施行"
)

_OF_ITSELF: Final = re.compile(
    r"本(?:法|条例|规定|办法|细则|规则|意见|通知|决定|公告|通告|方案|规划|措施|政策|文)|有效期|(?:执行|实施|施行|试行)(?:期|时间)"
)


def _subject(text: str, at: int) -> str:
    """Return what the sentence says in front of `at`, back to its beginning."""
    window = text[max(0, at - MAX_CLAUSE) : at]
    cut = 0
    for found in _SENTENCE.finditer(window):
        cut = found.end()
    return window[cut:]


def find_terms(text: str) -> list[Term]:
    """Find the clauses that say when a document is in force (效力条款), in order of start.

    >>> find_terms("许可证有效期5年。"), find_terms("《民法典》自2021年1月1日起施行后")
    ([], [])
    """
    terms: list[Term] = []
    covered = refused = -1
    for kind, words, start, end in sorted(_candidates(text), key=lambda found: (found[2], -found[3])):
        # What stands inside a longer clause (自…至…止) was said by it.
        if start < covered:
            continue
        subject = _subject(text, start)
        if 0 <= refused <= start <= refused + 2 and text[refused:start].strip(BLANKS) in _COMMA:
            # 许可证有效期三年，自…至…止: the clause goes on about what the refused one was about.
            refused = end
            continue
        if not (text.startswith("自本", start) or _about_itself(subject)):
            refused = end
            continue
        first, _, last = words.partition("/")
        if _REPORTED.search(subject[-24:]):
            continue
        if _WINDOW_BEFORE.search(subject[-24:]) or (
            last and _names_nobody(subject, text.startswith("期间", end - 2)) and _WINDOW_BEHIND.match(text, end)
        ):
            covered = end
            continue
        terms.append(Term(kind, first, subject, start, end))
        if last:
            terms.append(Term("until", last, subject, start, end))
            covered = end
        elif kind in ("from", "from_issue"):
            ends = _ENDS.match(text, end)
            if ends is not None:
                terms.append(Term("until", ends[1], subject, ends.start(), ends.end()))
    return terms


def _names_nobody(subject: str, during: bool) -> bool:
    """Say whether 自…至… opens its sentence, or 自…至…期间 a clause of one that has not spoken of the document."""
    plain = squeeze(subject)
    return not plain.strip("，,：:") or (during and plain[-1] in "，,：:" and _OF_ITSELF.search(plain) is None)


def _candidates(text: str) -> Iterator[tuple[str, str, int, int]]:
    """Yield what may be such a clause: kind, words and range."""
    for found in _FROM_TO.finditer(text):
        yield "from", f"{found[1]}/{found[2]}", found.start(), found.end()
    for found in _CARRIED_OUT.finditer(text):
        last = found[2] if "年" in found[2] else found[1][: found[1].index("年") + 1] + found[2]
        yield "from", f"{found[1]}/{last}", found.start(), found.end()
    for found in _FROM.finditer(text):
        yield "from", found[1], found.start(), found.end()
    for found in _FROM_ISSUE.finditer(text):
        yield "from_issue", "", found.start(), found.end()
    for pattern in _TO_DATE:
        for found in pattern.finditer(text):
            before = _BEFORE_TO.search(text, max(0, found.start() - 16), found.start())
            if before is not None:
                yield "until", found[1], before.start(), found.end()
    for found in _FOR.finditer(text):
        duration = _duration(found[1], found[2])
        if duration is not None:
            yield "for", duration, found.start() - 2, found.end()


def _about_itself(subject: str) -> bool:
    """Say whether a clause in front of 自…起施行 or 有效期 speaks of the document itself."""
    clause = re.split("[，,：:]", subject)[-1]
    if _OTHERS.search(clause):
        return False
    bare = squeeze(
        re.sub(
            r"^(?:第[〇零一二三四五六七八九十百千0-9]{1,9}条|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|[0-9]{1,2}[.．、])",
            "",
            clause.strip(BLANKS + "*#—-"),
        )
    )
    return (
        not bare
        or _OWN.search(bare) is not None
        or _OWN.search(subject) is not None
        or bare.endswith(("》", "）", ")"))
    )


def _duration(number: str, unit: str) -> str | None:
    count = read_numeral(number)
    return f"P{count}{'Y' if unit.endswith('年') else 'M'}" if count else None
