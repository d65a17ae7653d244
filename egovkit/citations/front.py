"""Who issued a cited document and when, as the words before it or its title say (发文机关与日期)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from egovkit.grammar.codes import vocabulary
from egovkit.grammar.dates.parts import DateParts, FoundDate, fault_of
from egovkit.grammar.dates.scan import scan_dates
from egovkit.grammar.issuers import issuers_start
from egovkit.grammar.titles import split_run
from egovkit.lexicon import any_of, words
from egovkit.models.dates import DocumentDate
from egovkit.models.number_mention import NumberMention
from egovkit.text.folding import fold, squeeze
from egovkit.text.patterns import LatePattern

__all__ = [
    "date_in_front",
    "is_told_in_front",
    "issuers_in_front",
    "issuers_of_title",
    "subject_elided",
    "version_date",
]

_BOUNDARY = LatePattern(r"[，,。；;！!？?\n：:》]")
_ORGAN_ENDS = frozenset("部委局院厅府会办行署省市区县处心席社司组队室团所")
_MEETING = LatePattern(r"[\s\u3400-\u9fff〇（）()、“”\"]{0,90}$")


class _Patterns(NamedTuple):
    verb: LatePattern
    verb_ends: frozenset[str]
    name_ends: frozenset[str]
    date_ends: frozenset[str]
    told_ends: frozenset[str]
    when: LatePattern
    when_ends: frozenset[str]
    elsewhere: LatePattern
    session: LatePattern
    until: LatePattern
    deadline: LatePattern
    conveys: LatePattern
    counted: LatePattern
    forwarded: LatePattern
    passed_on: LatePattern
    elided: LatePattern
    title_verb: LatePattern
    no_name: LatePattern
    nobody: LatePattern
    after_date: LatePattern


_VERBS = ("relations.before.issue", "relations.before.forward", "relations.before.amend")


@cache
def _patterns() -> _Patterns:
    when = ("relations.adverbs.when", "front.verb.how", "front.verb.when")
    verbs, how = any_of(*_VERBS), any_of(*when[:2])
    ends = "".join(sorted({word[-1] for name in (*_VERBS, "front.verb.then") for word in words(name)} | set("的了过")))
    # What is before a title says who issued it only where it ends as an organ's name or a verb of issuing does.
    name_ends = _ORGAN_ENDS | {*ends, "门"}
    # A date belongs to a title where a verb of issuing, an organ or a meeting is between, or nothing.
    date_ends = _ORGAN_ENDS | {*ends, *"议年月日"}
    groups, number = any_of("front.organ.groups"), "[0-9一二三四五六七八九十]"
    return _Patterns(
        # 近日联合印发, 会同财政部制定并公布了
        verb=LatePattern(rf"(?:{how}|会同[^，。；]{{0,20}}?)*(?:{verbs})(?:{any_of('front.verb.then')}|[的了过])*\s*$"),
        verb_ends=frozenset(ends),
        name_ends=name_ends,
        date_ends=date_ends,
        told_ends=name_ends | date_ends,
        when=LatePattern(
            r"[于在自]?\s*(?:(?:[12][0-9]{3}\s*年)?\s*(?:[0-9]{1,2}\s*月)?\s*(?:[0-9]{1,2}\s*[日号])?"
            rf"|{any_of(*when)})?\s*$"
        ),
        when_ends=frozenset(word[-1] for name in when for word in words(name)) | frozenset("于在自年月日号0123456789 "),
        elsewhere=LatePattern(rf"\s*(?:[-—~～]|{any_of('front.date.elsewhere')})"),
        session=LatePattern(rf"(?:会议|{verbs})的?$|[部委局院府厅办]$"),
        until=LatePattern(rf"(?:{any_of('front.date.until')})[^，,；;。]{{0,6}}[至到]\s?$"),
        deadline=LatePattern(rf"\s?(?:{any_of('front.date.deadline')})"),
        conveys=LatePattern(any_of("relations.after.issue", "front.verb.conveys")),
        counted=LatePattern(
            rf"(?:等(?:有关|相关)?(?:{number}{{1,3}}个?)?|[0-9二两三四五六七八九十]{{1,2}}个?)(?:{groups})$"
        ),
        passed_on=LatePattern(any_of("relations.before.forward")),
        forwarded=LatePattern(rf"(?:{any_of('relations.before.forward')})了?$"),
        elided=LatePattern(
            rf"(?:^|[；;，,。、：:\n])\s*(?:{any_of('front.verb.joins')})?[于在]?[0-9０-９〇一二三四五六七八九十年月日\s]{{0,14}}"
            rf"(?:{how}|还)?(?:{verbs})了?\s*$"
        ),
        title_verb=LatePattern(any_of("front.organ.title_goes_on")),
        nobody=LatePattern(rf"(?:{any_of('front.organ.nobody')})$"),
        # 2014年底国务院印发: what goes on with the date is no part of the name.
        after_date=LatePattern(rf"[年月日]\s?(?:{any_of('front.date.elsewhere')})"),
        no_name=LatePattern(rf"^(?:{any_of('front.organ.nobody')})|(?:{any_of('front.organ.no_organ')})$"),
    )


@lru_cache(maxsize=4096)
def _date(parts: DateParts) -> DocumentDate:
    return DocumentDate(year=parts[0], month=parts[1], day=parts[2])


def _clause(text: str, start: int, most: int) -> str:
    floor = max(0, start - most)
    clause_start = floor
    for mark in _BOUNDARY.finditer(text, floor, start):
        clause_start = mark.end()
    return text[clause_start:start]


# The common shape is read at once; whatever may be another is left to the scanner.
_PLAIN_DATE = LatePattern(r"(?<![0-9])([12][0-9]{3})年(?:([0-9]{1,2})月(?:([0-9]{1,2})日)?)?(?![0-9])")
_ODD_DATE = LatePattern(r"[０-９〇○零Oo廿元号]|[0-9一二三四五六七八九十]\s|[一二三四五六七八九十][年月日]")
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


def _last_before(text: str, start: int) -> str:
    """Return the last character before a title, or the blanks before it; '' where these are many."""
    return text[max(0, start - 4) : start].rstrip()[-1:]


def is_told_in_front(text: str, start: int) -> bool:
    """Say whether the words before a title can say who issued it or when, from the last character alone (引前有无).

    >>> is_told_in_front("国务院办公厅印发《", 8), is_told_in_front("按照《", 2)
    (True, False)
    """
    return _last_before(text, start) in _patterns().told_ends


def date_in_front(text: str, start: int, numbers: Sequence[NumberMention] = ()) -> DocumentDate | None:
    """Return the date that the clause before a title gives it (引前日期); None where it gives none.

    The day on which a document was passed on is its own only where one of its `numbers` is of that year.

    >>> str(date_in_front("2014年11月国务院办公厅印发《", 16))
    '2014-11'
    """
    patterns = _patterns()
    if _last_before(text, start) not in patterns.date_ends or text.find("年", max(0, start - 100), start) < 0:
        return None
    clause = _clause(text, start, 100)
    last = _last_date(clause)
    if last is None and text[start - len(clause) - 1 : start - len(clause)] in ("，", ","):
        # 2014年11月，国务院办公厅印发《…》
        when = _clause(text, start - len(clause) - 1, 40).strip()
        last = _last_date(when)
        if last is None or last.end < len(when) or not patterns.verb.search(clause):
            return None
        return _date(last.first)
    if last is None:
        return None
    behind = clause[last.end :]
    if patterns.passed_on.search(behind) and last.first[0] not in {number.value.year for number in numbers}:
        # 2006年又转发国务院办公厅《…》: when it was passed on, with a number of its own or none.
        return None
    if patterns.elsewhere.match(behind) or not _MEETING.match(behind):
        return None
    if behind.strip() and not (patterns.verb.search(behind) or patterns.session.search(behind)):
        return None
    return _date(last.first)


# （2014修正）, as collections of laws print it; and what makes a date one of expiry: （有效期至2020年12月31日）.
_VERSION_YEAR = LatePattern(r"[（(]\s?([12][0-9]{3})\s?(?:修[正订改]|版|本[)）])")


def version_date(text: str, start: int, end: int) -> DocumentDate | None:
    """Return the date in a parenthesis after a title (版本日期): （2018年修订）, （2014年11月26日）."""
    patterns = _patterns()
    if text.find("年", start, end) < 0:
        year = _VERSION_YEAR.match(text, start, end)
        return None if year is None else _date((int(year[1]), None, None))
    inside = text[start:end]
    found = _last_date(inside)
    if found is None or patterns.until.search(inside, 0, found.start) or patterns.deadline.match(inside, found.end):
        return None
    return _date(found.first)


_BY_NUMBER = LatePattern(r"以[^，,。；]{2,36}号(?:文件?)?$")


def issuers_in_front(text: str, start: int) -> tuple[str, ...]:
    """Return the organs that the words before a title name as its issuers (引前机关).

    >>> issuers_in_front("财政部、国家税务总局近日联合印发《", 16)
    ('财政部', '国家税务总局')
    """
    patterns = _patterns()
    if _last_before(text, start) not in patterns.name_ends:
        return ()
    window = fold(text[max(0, start - 120) : start]).rstrip()
    end = len(window)
    verb = patterns.verb.search(window, max(0, end - 40)) if window[-1:] in patterns.verb_ends else None
    if verb is None and window[-1:] not in _ORGAN_ENDS and not window.endswith("部门"):
        return ()
    if verb:
        end = verb.start()
        when = None
        if window[end - 1 : end] in patterns.when_ends:
            when = patterns.when.search(window, max(0, end - 20), end)
        if window.endswith("关于", 0, end) and patterns.conveys.match(verb[0]):
            # 甲局关于印发《…》的通知
            end -= 2
        else:
            end = len(window[: end if when is None else when.start()].rstrip(" ，,于"))
        by_number = _BY_NUMBER.search(window, max(0, end - 44), end)
        end = end if by_number is None else by_number.start()
    count = patterns.counted.search(window, max(0, end - 12), end)
    end = end if count is None else count.start()
    first = issuers_start(window, end) if end and window[end - 1] in _ORGAN_ENDS else None
    if first is None or patterns.nobody.search(window, max(0, first - 2), first):
        return ()
    dated = patterns.after_date.search(window, max(0, first - 3), end)
    if dated is not None and dated.start() < first < dated.end():
        first = dated.end()
    forwarded = None if verb else patterns.forwarded.search(window, max(0, first - 4), first)
    if forwarded is not None:
        # 国务院批转发展改革委《…》: the one drew it up, the other issued it.
        forwarder = issuers_start(window, forwarded.start())
        if forwarder is not None:
            return split_organs(window[forwarder : forwarded.start()])
    return split_organs(window[first:end])


def subject_elided(text: str, start: int) -> bool:
    """Say whether the clause before a title leaves its subject to the clause before (承前省略): 2001年印发《…》.

    >>> subject_elided("2000年国务院印发《甲》；2001年印发《", 21), subject_elided("2000年国务院印发《", 10)
    (True, False)
    """
    return _patterns().elided.search(text, max(0, start - 30), start) is not None


def issuers_of_title(title: str) -> tuple[str, ...]:
    """Return the organs that a title begins with (题首机关).

    >>> issuers_of_title("国务院办公厅关于促进电子政务协调发展的指导意见")
    ('国务院办公厅',)
    """
    verb = _patterns().title_verb.search(title)
    if verb is None or not 1 < verb.start() <= 100:
        return ()
    head = fold(title[: verb.start()])
    return split_organs(head) if issuers_start(head, len(head)) == 0 else ()


_PARTS = LatePattern(r"[、,，/ ]+")
_AND = LatePattern("以?及|[和与]")


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
    return tuple(name for name in names if len(name) > 1 and not _patterns().no_name.search(name))


def _split_and(part: str) -> list[str]:
    known = vocabulary()
    if known.is_organ(part):
        return [part]
    for joint in _AND.finditer(part):
        left, right = part[: joint.start()], part[joint.end() :]
        if left and right and known.looks_like_organ(left) and known.looks_like_organ(right):
            return [*_split_and(left), *_split_and(right)]
    return split_run(part)
