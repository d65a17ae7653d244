"""Who issued a cited document and when, as the words in front of it or its title say (发文机关与日期)."""

from __future__ import annotations

import re
from functools import lru_cache

from egovkit.grammar.codes import vocabulary
from egovkit.grammar.dates import DateParts, FoundDate, fault_of, scan_dates
from egovkit.grammar.issuers import issuers_start
from egovkit.grammar.titles import split_run
from egovkit.models.dates import DocumentDate
from egovkit.text.folding import fold, squeeze

__all__ = ["date_in_front", "issuers_in_front", "issuers_of_title", "subject_elided", "version_date"]

_BOUNDARY = re.compile(r"[，,。；;！!？?\n：:》]")
_ISSUED = (
    r"(?:联合|共同|正式|重新|再次|专门|先后|近日|日前|研究|组织|牵头|会同[^，。；]{0,20}?|已|曾|又)*"
    r"(?:印发|发布|公布|颁布|颁发|颁行|出台|制定|制订|制发|下发|转发|批转|起草|推出|通过|批准|作出|做出|修订|修正|修改|签署|发出)"
    r"(?:施行|实施|通过|公布|发布|印发|试行|的|了|过)*\s*$"
)
_VERB = re.compile(_ISSUED)
_VERB_ENDS = frozenset("的了过布发行台定订草出过准改正施试")
_ORGAN_ENDS = frozenset("部委局院厅府会办行署省市区县处心席社司组队室团所")
# The last character of an organ's name or of a verb of issuing, and what may stand behind it.
_CAN_END = re.compile(
    r"[部门委局院厅府会办行署省市区县处心席社司组队室团所法的了过布发行台定订草出过准改正施试]\s{0,3}$"
)
_WHEN = re.compile(
    r"(?:于|在|自)?\s*(?:(?:[12][0-9]{3}\s*年)?\s*(?:[0-9]{1,2}\s*月)?\s*(?:[0-9]{1,2}\s*日)?|近日|日前|今日|今天|昨日|昨天|日|今年|去年|当日|同日|近期|此前|随后|其后|又一次|正式|也|还|将|再|已|首次)?\s*$"
)
_NOT_ITS_DATE = re.compile(r"\s*(?:底前|前|底|起|至|到|度|以前|之前|期间|末|[-—~～]|以来|版)")
_MEETING = re.compile(r"[\s\u3400-\u9fff〇（）()、“”\"]{0,90}$")


@lru_cache(maxsize=4096)
def _date(parts: DateParts) -> DocumentDate:
    return DocumentDate(year=parts[0], month=parts[1], day=parts[2])


def _clause(text: str, start: int, most: int) -> str:
    floor = max(0, start - most)
    clause_start = floor
    for mark in _BOUNDARY.finditer(text, floor, start):
        clause_start = mark.end()
    return text[clause_start:start]


# A date belongs to a title where a verb of issuing, an organ or a meeting stands between, or nothing.
_CAN_DATE = re.compile(r"[的了过布发行台定订草出准改正施试议年月日部委局院府厅办]\s{0,3}$")


# The common shape is read at once; whatever may be another is left to the scanner.
_PLAIN_DATE = re.compile(r"(?<![0-9])([12][0-9]{3})年(?:([0-9]{1,2})月(?:([0-9]{1,2})日)?)?(?![0-9])")
_ODD_DATE = re.compile(
    r"[０-９〇○零Oo二廿元]|[0-9一二三四五六七八九十]\s|年度|[月日][至到—～~-]|[至到—–～~-][0-9]|号|月份"
)
_JOINS = frozenset("—–-－~～至到/")


def _last_date(text: str) -> FoundDate | None:
    """Return the last date of a text; None where that is a range."""
    last = None
    for last in _PLAIN_DATE.finditer(text):  # noqa: B007  # the last one is what is asked for
        pass
    if last is not None and not _ODD_DATE.search(text) and text[last.start() - 1 : last.start()] not in _JOINS:
        month, day = last[2], last[3]
        parts = (int(last[1]), int(month) if month else None, int(day) if day else None)
        if fault_of(parts) is None:
            return FoundDate(last.start(), last.end(), parts, None)
    found = list(scan_dates(text))
    return found[-1] if found and found[-1].last is None else None


def date_in_front(text: str, start: int) -> DocumentDate | None:
    """Return the date that the clause in front of a title gives it (引前日期); None where it gives none.

    >>> str(date_in_front("2014年11月国务院办公厅印发《", 16))
    '2014-11'
    """
    if not _CAN_DATE.search(text, max(0, start - 4), start) or text.find("年", max(0, start - 100), start) < 0:
        return None
    clause = _clause(text, start, 100)
    last = _last_date(clause)
    if last is None and text[start - len(clause) - 1 : start - len(clause)] in ("，", ","):
        # 2014年11月，国务院办公厅印发《…》
        when = _clause(text, start - len(clause) - 1, 40).strip()
        last = _last_date(when)
        if last is None or last.end < len(when) or not _VERB.search(clause):
            return None
        return _date(last.first)
    if last is None:
        return None
    behind = clause[last.end :]
    if _NOT_ITS_DATE.match(behind) or not _MEETING.match(behind):
        return None
    if behind.strip() and not (_VERB.search(behind) or _SESSION.search(behind)):
        return None
    return _date(last.first)


_SESSION = re.compile(r"(?:会议|通过|批准|公布|发布|修订|修正)的?$|[部委局院府厅办]$")


# （2014修正）, as collections of laws print it; and what makes a date one of expiry: （有效期至2020年12月31日）.
_VERSION_YEAR = re.compile(r"[（(]\s?([12][0-9]{3})\s?(?:修[正订改]|版|本[)）])")
_UNTIL = re.compile(r"(?:有效期|有效|截至|截止|执行|延长|实施)[^，,；;。]{0,6}[至到]\s?$")
_DEADLINE = re.compile(r"\s?(?:底前|前|止|以前|之前|到期|失效|期满)")


def version_date(text: str, start: int, end: int) -> DocumentDate | None:
    """Return the date in a parenthesis behind a title (版本日期): （2018年修订）, （2014年11月26日）."""
    if text.find("年", start, end) < 0:
        year = _VERSION_YEAR.match(text, start, end)
        return None if year is None else _date((int(year[1]), None, None))
    inside = text[start:end]
    found = _last_date(inside)
    if found is None or _UNTIL.search(inside, 0, found.start) or _DEADLINE.match(inside, found.end):
        return None
    return _date(found.first)


_BY_NUMBER = re.compile(r"以[^，,。；]{2,36}号(?:文件|文)?$")
_CONVEYS = re.compile(r"印发|发布|公布|颁布|颁发|下发|制发")
# 甲局等八部门, 甲局、乙局三部门: the count is no organ.
_COUNT = re.compile(
    r"(?:等(?:有关|相关)?(?:[0-9一二三四五六七八九十]{1,3}个?)?|[0-9二三四五六七八九十]{1,2}个?)(?:部门|部委|单位)$"
)
_FORWARDED = re.compile(r"(?:转发|批转)了?$")


def issuers_in_front(text: str, start: int) -> tuple[str, ...]:
    """Return the organs that the words in front of a title name as its issuers (引前机关).

    >>> issuers_in_front("财政部、国家税务总局近日联合印发《", 16)
    ('财政部', '国家税务总局')
    """
    if not _CAN_END.search(text, max(0, start - 4), start):
        return ()
    window = fold(text[max(0, start - 120) : start]).rstrip()
    end = len(window)
    verb = _VERB.search(window, max(0, end - 40)) if window[-1:] in _VERB_ENDS else None
    if verb is None and window[-1:] not in _ORGAN_ENDS and not window.endswith("部门"):
        return ()
    if verb:
        end = verb.start()
        when = _WHEN.search(window, max(0, end - 20), end)
        if window.endswith("关于", 0, end) and _CONVEYS.match(verb[0]):
            # 甲局关于印发《…》的通知
            end -= 2
        else:
            end = len(window[: end if when is None else when.start()].rstrip(" ，,于"))
        by_number = _BY_NUMBER.search(window, max(0, end - 44), end)
        end = end if by_number is None else by_number.start()
    count = _COUNT.search(window, max(0, end - 12), end)
    end = end if count is None else count.start()
    first = issuers_start(window, end) if end and window[end - 1] in _ORGAN_ENDS else None
    if first is None:
        return ()
    forwarded = None if verb else _FORWARDED.search(window, max(0, first - 4), first)
    if forwarded is not None:
        # 国务院批转发展改革委《…》: the one drew it up, the other issued it.
        forwarder = issuers_start(window, forwarded.start())
        if forwarder is not None:
            return split_organs(window[forwarder : forwarded.start()])
    return split_organs(window[first:end])


_ELIDED = re.compile(
    r"(?:^|[；;，,。、：:\n])\s*(?:并|又|还|随后|此后|其后|同年|同时)?(?:于|在)?[0-9０-９〇一二三四五六七八九十年月日\s]{0,14}"
    r"(?:又|再次|联合|正式|先后|还|并)?(?:印发|发布|公布|颁布|出台|制定|下发|转发|批转)了?\s*$"
)


def subject_elided(text: str, start: int) -> bool:
    """Say whether the clause in front of a title leaves its subject to the clause before (承前省略): 2001年印发《…》.

    >>> subject_elided("2000年国务院印发《甲》；2001年印发《", 21), subject_elided("2000年国务院印发《", 10)
    (True, False)
    """
    return _ELIDED.search(text, max(0, start - 30), start) is not None


_TITLE_VERB = re.compile(r"关于|印发|转发|批转|发布|公布|办公厅\(室\)|贯彻|实施")


def issuers_of_title(title: str) -> tuple[str, ...]:
    """Return the organs that a title begins with (题首机关).

    >>> issuers_of_title("国务院办公厅关于促进电子政务协调发展的指导意见")
    ('国务院办公厅',)
    """
    verb = _TITLE_VERB.search(title)
    if verb is None or not 1 < verb.start() <= 100:
        return ()
    head = fold(title[: verb.start()])
    return split_organs(head) if issuers_start(head, len(head)) == 0 else ()


# 我局 names nobody, and 战略部署 is no 署.
_NO_NAME = re.compile(r"^(?:我|本|该|各|有关|相关|贵|你)|(?:部署|干部|全部|内部|外部|机构|单位|部门|结构)$")
_PARTS = re.compile(r"[、,，/ ]+")
_AND = re.compile(r"(?:以及|和|与|及)")


@lru_cache(maxsize=4096)
def split_organs(named: str) -> tuple[str, ...]:
    """Split a list of organs as printed into the single names (机关列举).

    >>> split_organs("住房和城乡建设部和财政部"), split_organs("财政部税务总局")
    (('住房和城乡建设部', '财政部'), ('财政部', '税务总局'))
    """
    names: list[str] = []
    for part in _PARTS.split(named.strip()):
        if part:
            names.extend(_split_and(squeeze(part)))
    return tuple(name for name in names if not _NO_NAME.search(name))


def _split_and(part: str) -> list[str]:
    words = vocabulary()
    if words.is_organ(part):
        return [part]
    for joint in _AND.finditer(part):
        left, right = part[: joint.start()], part[joint.end() :]
        if left and right and words.looks_like_organ(left) and words.looks_like_organ(right):
            return [*_split_and(left), *_split_and(right)]
    return split_run(part)
