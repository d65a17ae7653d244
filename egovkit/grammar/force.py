"""What is in set words in a document: urgency, a date on its own line, and from when to when it is in force.

>>> [(c.kind, c.words) for c in find_terms("本办法自2024年1月1日起施行，有效期5年。")]
[('from', '2024年1月1日'), ('for', 'P5Y')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from egovkit.lexicon import any_of, words
from egovkit.text.folding import BLANKS, squeeze
from egovkit.text.limits import MAX_CLAUSE
from egovkit.text.numerals import read_numeral
from egovkit.text.patterns import LatePattern

__all__ = ["DATE_LINE", "DATE_TAIL", "Term", "find_terms", "is_urgency"]

_B: Final = f"[{BLANKS}]{{0,3}}"
_N: Final = "[0-9０-９〇○ＯO零一二三四五六七八九十廿卅]"
_DATE: Final = f"{_N}{{4}}{_B}年{_B}{_N}{{1,3}}{_B}月{_B}{_N}{{1,3}}{_B}日"
_DOTTED: Final = "[0-9]{4}[-./．][0-9]{1,2}[-./．][0-9]{1,2}"

# 二 ○ 一 一 年: a printed page as some readers see it.
_SPACED: Final = f"{_N}(?:{_B}{_N}){{3}}{_B}年{_B}{_N}(?:{_B}{_N}){{0,2}}{_B}月{_B}{_N}(?:{_B}{_N}){{0,2}}{_B}日"

DATE_LINE: Final = LatePattern(rf"(?:[时日][间期][:：])?({_SPACED}|{_DOTTED})[。.]?(?:[（(]印章[）)])?")
"""A line that is a date of day precision and nothing else."""

DATE_TAIL: Final = LatePattern(rf"{_DATE}$")
"""A date of day precision at the end of a line."""


def is_urgency(line: str) -> str | None:
    """Return the urgency a line states (紧急程度); None where it is no such line.

    >>> is_urgency("特　急"), is_urgency("特急用") is None
    ('特急', True)
    """
    if len(line) > 8:
        return None
    bare = squeeze(line)
    return bare if bare in words("force.urgency.words") else None


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


_CLAUSE_END: Final = LatePattern("[，,：:]")
_COUNTED: Final = LatePattern(
    r"^(?:第[〇零一二三四五六七八九十百千0-9]{1,9}条|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|[0-9]{1,2}[.．、])"
)
_AROUND: Final = BLANKS + "*#—-"
_COMMA: Final = frozenset({"", "，", ",", "，即", "、"})
# To compile what is as long as a date takes a millisecond, so that a mark of it is looked for before: between the dates
# of a range, and after a date.
_TO: Final = frozenset("至到")
# Between 自 and 至 are a date, each of its signs with three blanks, and a few words: 58 characters at most.
_RANGE: Final = 80
_GOES_ON: Final = frozenset("，,；;")
_SENTENCE: Final = LatePattern(r"[。；;！\n\r\v\f\u2028\u2029]")
_MIDNIGHT: Final = "(?:[零0]{1,2}[时:](?:00)?)?"
_SHORT_DATE: Final = f"{_N}{{1,3}}{_B}月{_B}{_N}{{1,3}}{_B}日"


class _Patterns(NamedTuple):
    since: LatePattern
    from_date: LatePattern
    from_to: LatePattern
    carried_out: LatePattern
    from_issue: LatePattern
    to_date: tuple[LatePattern, ...]
    before_to: LatePattern
    lasting: LatePattern
    within: LatePattern
    ends: LatePattern
    window_before: LatePattern
    window_after: LatePattern
    reported: LatePattern
    others: LatePattern
    of_another: LatePattern
    own: LatePattern
    of_itself: LatePattern


@cache
def _patterns() -> _Patterns:
    force, issued = (f"(?:{any_of(f'force.clause.{name}')})" for name in ("force", "issued"))
    how = f"(?:{any_of('force.clause.how')})?"
    clause_end = r"(?=[，。,；;、！（()\s至到]|$|有效)"
    times, window = any_of("force.span.times"), any_of("force.window.words")
    own = any_of("references.kinds.titled", "force.own.kinds")
    return _Patterns(
        # What each of the next four begins with: 自 is in many a word besides.
        since=LatePattern(rf"自(?={_B}{_N}|[本该此即]|{any_of('force.clause.issued_what', 'force.clause.issued')})"),
        # 自2024年1月1日（含）零时起正式施行
        from_date=LatePattern(
            rf"自{_B}({_DATE})(?:[（(][^（()）]{{1,8}}[)）])?{_B}{_MIDNIGHT}{_B}(?:之?日?起)?{_B}{how}{_B}{force}{clause_end}"
        ),
        # 自…起至…止
        from_to=LatePattern(
            rf"自{_B}({_DATE}){_B}{_MIDNIGHT}起?{_B}(?:正式)?{force}?[，,]?{_B}(?:有效期)?{_B}[至到]{_B}({_DATE}){_B}"
            "(?:24时)?(?:[止。，]|期间|有效)"
        ),
        # 自…至…，实行…政策
        carried_out=LatePattern(
            rf"自{_B}({_DATE}){_B}起?{_B}[至到]{_B}({_DATE}|{_SHORT_DATE}){_B}(?:期间|止)?{_B}[，,]?{_B}"
            rf"{how}{force}(?=[^，。；\s]{{0,30}}(?:{any_of('force.clause.matters')}))"
        ),
        # 自本通知印发之日起施行; 自批复印发之日起，授权…, but no 自…之日起，30日内
        from_issue=LatePattern(
            rf"自(?:(?:[本该此][^，。；\s]{{1,10}}?|{any_of('force.clause.issued_what')})?{issued}之?日|即日){_B}起?{_B}"
            rf"(?:{how}{_B}{force}{clause_end}|(?=[，,](?!.{{0,12}}[日天月年][内后])))"
        ),
        # Each of these begins with a character that the engine finds without trying anything else; what is before it
        # is looked at only then.
        to_date=tuple(LatePattern(rf"{word}{_B}({_DATE})") for word in "至到"),
        before_to=LatePattern(
            rf"(?:{any_of('force.clause.force', 'force.span.words')})(?:{any_of('force.span.times', 'force.span.words')})?{_B}(?:{any_of('force.span.set')}){{0,2}}{_B}$"
        ),
        lasting=LatePattern(
            rf"期(?<={any_of('force.span.lasting')})限?{_B}(?:{any_of('force.span.set_for')})?{_B}(?:自[^，。；]{{1,16}}起)?{_B}"
            rf"([0-9０-９]{{1,2}}|[一二三四五六七八九十两]{{1,3}}){_B}(个?月|周?年)"
        ),
        # 自印发之日起2年内有效
        within=LatePattern(
            rf"自(?:(?:[本该此][^，。；\s]{{1,10}}?|{any_of('force.clause.issued_what')})?{issued}之?日|即日){_B}起?{_B}"
            rf"([0-9０-９]{{1,2}}|[一二三四五六七八九十两]{{1,3}}){_B}(个?月|周?年){_B}内?有效"
        ),
        ends=LatePattern(
            rf"[，,；;]{_B}[至到]?({_DATE}){_B}起?(?:{any_of('force.span.ends_how')})?(?:{any_of('force.span.ends')})"
        ),
        window_before=LatePattern(
            rf"(?:{any_of('force.window.words', 'force.window.before')})[^，。；：:\s]{{0,6}}(?:{any_of('force.window.times')})"
            rf"{_B}[为是：:]?{_B}$"
        ),
        window_after=LatePattern(rf"{_B}(?:[（(][^（()）]{{0,40}}[)）])?[，,]?{_B}[^，,。；;：:]{{0,30}}?(?:{window})"),
        reported=LatePattern(rf"》[^。》]{{0,10}}(?:{any_of('force.reported.says')})[，,：:]?$"),
        others=LatePattern(f"{any_of('force.other.words', 'force.other.things')}|(?:{any_of('force.other.endings')})$"),
        # Markers of a heading are before it as well.
        of_another=LatePattern(
            rf"^(?!.*(?:本(?:{own})|《|{any_of('force.own.anywhere')})).{{0,6}}(?:{any_of('force.other.things')})"
        ),
        own=LatePattern(
            rf"""本(?:{own}|《)
            |^本(?!{any_of("force.own.no_document")})
            |^(?:{any_of("force.own.leads")})
            |{any_of("force.own.anywhere")}""",
            re.VERBOSE,
        ),
        of_itself=LatePattern(rf"本(?:{own})|{force}(?:{times})"),
    )


def _subject(text: str, at: int) -> str:
    """Return what the sentence says before `at`, back to its beginning."""
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
    for kind, said, start, end in sorted(_candidates(text), key=lambda found: (found[2], -found[3])):
        # What is inside a longer clause (自…至…止) was said by it.
        if start < covered:
            continue
        subject = _subject(text, start)
        if 0 <= refused <= start <= refused + 2 and text[refused:start].strip(BLANKS) in _COMMA:
            # 许可证有效期三年，自…至…止: the clause goes on about what the refused one was about.
            refused = end
            continue
        lasts = kind == "for"
        if not ((text.startswith("自本", start) and not lasts) or _about_itself(subject, lasts=lasts)) or (
            text.startswith("内有效", end - 3) and not _names_itself(subject)
        ):
            refused = end
            continue
        first, _, last = said.partition("/")
        if _patterns().reported.search(subject[-24:]):
            continue
        if _patterns().window_before.search(subject[-24:]) or (
            last
            and _names_nobody(subject, text.startswith("期间", end - 2))
            and _patterns().window_after.match(text, end)
        ):
            covered = end
            continue
        terms.append(Term(kind, first, subject, start, end))
        if last:
            terms.append(Term("until", last, subject, start, end))
            covered = end
        elif kind in ("from", "from_issue"):
            ends = _patterns().ends.match(text, end) if text[end : end + 1] in _GOES_ON else None
            if ends is not None:
                terms.append(Term("until", ends[1], subject, ends.start(), ends.end()))
    return terms


def _names_nobody(subject: str, during: bool) -> bool:
    """Say whether 自…至… opens its sentence, or 自…至…期间 a clause of one that has not spoken of the document."""
    plain = squeeze(subject)
    return not plain.strip("，,：:") or (
        during and plain[-1] in "，,：:" and _patterns().of_itself.search(plain) is None
    )


def _matches(pattern: LatePattern, text: str, places: list[int]) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern at these places, none inside another."""
    end = 0
    for at in places:
        if at >= end and (found := pattern.match(text, at)) is not None:
            end = found.end()
            yield found


def _since(text: str, since: list[int]) -> Iterator[tuple[str, str, int, int]]:
    """Yield the clauses that begin with 自."""
    patterns = _patterns()
    ranges = [at for at in since if not _TO.isdisjoint(text[at : at + _RANGE])]
    for found in _matches(patterns.from_to, text, ranges):
        yield "from", f"{found[1]}/{found[2]}", found.start(), found.end()
    for found in _matches(patterns.carried_out, text, ranges):
        last = found[2] if "年" in found[2] else found[1][: found[1].index("年") + 1] + found[2]
        yield "from", f"{found[1]}/{last}", found.start(), found.end()
    for found in _matches(patterns.from_date, text, since):
        yield "from", found[1], found.start(), found.end()
    for found in _matches(patterns.from_issue, text, since):
        yield "from_issue", "", found.start(), found.end()


def _candidates(text: str) -> Iterator[tuple[str, str, int, int]]:
    """Yield what may be such a clause: kind, words and range."""
    patterns = _patterns()
    since = [found.start() for found in patterns.since.finditer(text)]
    if since:
        yield from _since(text, since)
    for pattern in patterns.to_date:
        for found in pattern.finditer(text):
            before = patterns.before_to.search(text, max(0, found.start() - 16), found.start())
            if before is not None:
                yield "until", found[1], before.start(), found.end()
    for found in _matches(patterns.within, text, since if "有效" in text else []):
        duration = _duration(found[1], found[2])
        if duration is not None:
            yield "for", duration, found.start(), found.end()
    for found in patterns.lasting.finditer(text):
        duration = _duration(found[1], found[2])
        if duration is not None:
            yield "for", duration, found.start() - 2, found.end()


def _names_itself(subject: str) -> bool:
    """Say whether a clause before 自…起三年内有效 names the document, or nothing."""
    return not subject.strip(_AROUND) or _patterns().own.search(squeeze(subject)) is not None


def _about_itself(subject: str, *, lasts: bool) -> bool:
    """Say whether a clause before 自…起施行, or 有效期 which `lasts`, speaks of the document itself."""
    *before, clause = _CLAUSE_END.split(subject)
    if _patterns().others.search(clause):
        return False
    if lasts and before and subject.rstrip(BLANKS)[-1:] in "，," and _patterns().of_another.search(before[-1]):
        # 资格在全国范围内有效，有效期为三年: what the clause before is about.
        return False
    bare = squeeze(_COUNTED.sub("", clause.strip(_AROUND)))
    return (
        not bare
        or _patterns().own.search(bare) is not None
        or _patterns().own.search(subject) is not None
        or bare.endswith(("》", "）", ")"))
    )


def _duration(number: str, unit: str) -> str | None:
    count = read_numeral(number)
    return f"P{count}{'Y' if unit.endswith('年') else 'M'}" if count else None
