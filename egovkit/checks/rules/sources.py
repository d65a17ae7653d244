"""GW52x: whether what is cited is true (引用的核对): its number, its organ, its date, and whether it is in force."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Final

from egovkit.catalogue.organs import organs
from egovkit.catalogue.policies import policies
from egovkit.catalogue.table import Match, MatchWay
from egovkit.checks.codes import code_of_another, holders
from egovkit.checks.finding import Severity, Strength
from egovkit.checks.rule import Hit, custom, rule
from egovkit.checks.subject import Subject
from egovkit.citations.front import date_in_front, issuers_in_front
from egovkit.grammar.titles import split_issuers
from egovkit.models.citation import Citation, Relation
from egovkit.models.dates import DocumentDate
from egovkit.models.issuance import IssuanceNumber, NumberMention
from egovkit.models.policy import PolicyRecord, StatusKind

_NUMBER: Final = "中办发〔2012〕14号, art. 9(5)"
_IN_FORCE: Final = "中办发〔2012〕14号, art. 34"
# Of the years before, the table of organs does not know every organ that came and went.
_KNOWN_SINCE: Final = 1993
_ENDED: Final = frozenset((StatusKind.REPEALED, StatusKind.LAPSED, StatusKind.EXPIRED, StatusKind.DISCONTINUED))
_SURE_WAYS: Final = frozenset((MatchWay.TITLE, MatchWay.CARRIER, MatchWay.ALIAS, MatchWay.INSTRUMENT))


def _date_in_front(subject: Subject, citation: Citation) -> DocumentDate | None:
    """Return the date that the sentence gives in front of a citation, which is dated then by it if by nothing else."""
    return None if citation.dated is None else date_in_front(subject.text, citation.start)


@rule(
    "GW521",
    "number-against-date",
    "字号年份与日期不符",
    clause=_NUMBER,
    strength=Strength.MUST,
    severity=Severity.WARNING,
)
def number_against_date(subject: Subject) -> Iterator[Hit]:
    """The year of a cited number is the year that the sentence says the document was issued in.

    Why: one of the two is wrong. A document signed at the turn of the year may bear the number of the other one,
    and is not reported.

    Bad:
        2014年11月国务院办公厅印发《关于办好某项工作的通知》（国办发〔2016〕66号）。
    Good:
        2014年11月国务院办公厅印发《关于办好某项工作的通知》（国办发〔2014〕66号）。
    """
    for citation, number, value in subject.numbered:
        year = value.year
        if citation.title is None or year is None or number.start < citation.start + 2:
            continue
        stated = _date_in_front(subject, citation)
        if stated is None or stated.year == year or _at_turn_of_year(stated, year) or _revised(subject, citation):
            continue
        yield Hit(
            number.start,
            number.end,
            f"发文字号的年份与文中所述{stated.year}年不符",
            f"the number is of {year}, the sentence says {stated.year}",
        )


def _at_turn_of_year(stated: DocumentDate, year: int) -> bool:
    return (stated.month == 12 and year == stated.year + 1) or (stated.month in (1, 2) and year == stated.year - 1)


def _revised(subject: Subject, citation: Citation) -> bool:
    """Say whether the date in front of a title can be that of its revision, or of a session."""
    before = subject.text[max(0, citation.start - 14) : citation.start]
    return any(word in before for word in ("修订", "修正", "修改", "会议", "通过", "起施行", "实施"))


@custom(
    "GW522",
    "unknown-code",
    "代字未收录",
    clause="custom: the registry of organ codes of this package, which is not complete",
)
def unknown_code(subject: Subject) -> Iterator[Hit]:
    """The code of a number is one that the registry knows.

    Why: a code that nobody uses is most often a slip of the keyboard; but the registry lacks many a county's.

    Bad:
        按照《关于办好某项工作的通知》（国瓣发〔2014〕66号）执行。
    Good:
        按照《关于办好某项工作的通知》（国办发〔2014〕66号）执行。
    """
    for mention, value in subject.regular:
        code = value.code
        if code and not holders(code, None):
            yield Hit(mention.start, mention.end, f"机关代字“{code}”未收录", f"the code {code} is not in the registry")


@rule(
    "GW523",
    "organ-not-in-year",
    "机关当年不存在",
    clause=_NUMBER,
    strength=Strength.MUST,
    severity=Severity.WARNING,
)
def organ_not_in_year(subject: Subject) -> Iterator[Hit]:
    """The organ of a number existed in the number's year.

    Why: the code is that of an organ set up later, or done away with before.

    Bad:
        按照《关于办好某项工作的通知》（工信部信〔2003〕66号）执行。
    Good:
        按照《关于办好某项工作的通知》（工信部信〔2013〕66号）执行。
    """
    for mention, value in subject.regular:
        if not value.code or value.year is None:
            continue
        known = holders(value.code, None)
        if known and not holders(value.code, value.year):
            yield Hit(
                mention.start,
                mention.end,
                f"{value.year}年没有使用代字“{value.code}”的机关（{'、'.join(known[:3])}）",
                f"no organ bore the code {value.code} in {value.year}",
            )


@lru_cache(maxsize=4096)
def _existed(name: str, year: int) -> bool:
    """Say whether an organ of a name can have existed in a year; True where nothing is known."""
    return name not in organs or organs.existed(name, year) is not False


@rule(
    "GW524",
    "issuer-not-in-year",
    "发文机关当年不存在",
    clause="中办发〔2012〕14号, art. 9(4)",
    strength=Strength.MUST,
    severity=Severity.WARNING,
)
def issuer_not_in_year(subject: Subject) -> Iterator[Hit]:
    """The organ that a sentence says issued a document existed in that year.

    Why: a document is its issuer's under the name of the day; a later name sends the reader to the wrong organ.

    Bad:
        2003年工业和信息化部印发《关于办好某项工作的通知》。
    Good:
        2003年信息产业部印发《关于办好某项工作的通知》。
    """
    for citation in subject.citations:
        if citation.title is None or not citation.text.startswith("《"):
            continue
        stated = _date_in_front(subject, citation)
        years = [stated.year] if stated is not None else [n.value.year for n in citation.numbers if n.value.year]
        if len(years) != 1 or years[0] < _KNOWN_SINCE or all(_existed(name, years[0]) for name in citation.issuers):
            continue
        # The title may have named them, and nothing in front of it.
        for name in issuers_in_front(subject.text, citation.start):
            at = subject.text.rfind(name, max(0, citation.start - 160), citation.start)
            if at >= 0 and not _existed(name, years[0]):
                yield Hit(
                    at,
                    at + len(name),
                    f"{years[0]}年没有“{name}”",
                    f"there was no {name} in {years[0]}",
                )


@lru_cache(maxsize=8192)
def _by_title(title: str) -> tuple[Match, ...]:
    return policies.by_title(title)


def _disagreeing(
    subject: Subject,
) -> Iterator[tuple[NumberMention, IssuanceNumber, PolicyRecord | None, PolicyRecord | None]]:
    """Yield citations whose number and title are of different records, with both records."""
    for citation, number, value in subject.numbered:
        if citation.title is None:
            continue
        by_number, by_title = policies.by_number(value), _by_title(citation.title)
        records = [match.record for match in by_number]
        if any(match.record in records for match in by_title) or not (by_number or by_title):
            continue
        titled = [m.record for m in by_title if m.sure and m.way in _SURE_WAYS and m.record.number is not None]
        numbered = [match.record for match in by_number if match.sure]
        yield number, value, numbered[0] if numbered else None, titled[0] if len(titled) == 1 else None


@rule(
    "GW525",
    "number-of-another",
    "张冠李戴",
    clause=f"{_NUMBER}, against the catalogue of policies",
    strength=Strength.MUST,
    severity=Severity.ERROR,
)
def number_of_another(subject: Subject) -> Iterator[Hit]:
    """The number behind a title is that document's, not one that another document bears.

    Why: title and number are both known to the catalogue, and are of two documents.

    Bad:
        《国务院办公厅关于促进电子政务协调发展的指导意见》（国办发〔2001〕25号）提出了任务。
    Good:
        按照《国务院办公厅关于促进电子政务协调发展的指导意见》（国办发〔2014〕66号）执行。
    """
    for number, value, numbered, titled in _disagreeing(subject):
        if numbered is None or titled is None or numbered.confidence != "sure" or titled.confidence != "sure":
            continue
        yield Hit(
            number.start,
            number.end,
            f"{value}是《{numbered.title}》的发文字号，该标题的发文字号为{titled.number}",
            f"{value} is the number of another document; the title's is {titled.number}",
            suggestion=str(titled.number),
        )


@rule(
    "GW526",
    "number-unlike-catalogue",
    "字号与目录不符",
    clause=f"{_NUMBER}, against the catalogue of policies",
    strength=Strength.MUST,
    severity=Severity.WARNING,
)
def number_unlike_catalogue(subject: Subject) -> Iterator[Hit]:
    """The number behind a title is the one under which the catalogue knows the title.

    Why: the catalogue knows the title under another number; a revised edition may have been given a new one.

    Bad:
        按照《国务院办公厅关于促进电子政务协调发展的指导意见》（国办发〔2014〕99号）执行。
    Good:
        按照《国务院办公厅关于促进电子政务协调发展的指导意见》（国办发〔2014〕66号）执行。
    """
    for number, value, numbered, titled in _disagreeing(subject):
        if titled is not None and numbered is None and value not in titled.other_numbers:
            yield Hit(
                number.start,
                number.end,
                f"目录中该标题的发文字号为{titled.number}",
                f"the catalogue knows this title as {titled.number}",
                suggestion=str(titled.number),
            )


def _cited_record(citation: Citation) -> PolicyRecord | None:
    """Return the record that a citation means beyond doubt, by its number or by a full title."""
    if citation.numbers:
        found = policies.by_number(citation.numbers[0].value) if len(citation.numbers) == 1 else ()
    else:
        found = tuple(m for m in _by_title(citation.title or "") if m.way in _SURE_WAYS)
    return found[0].record if len(found) == 1 and found[0].sure else None


@rule(
    "GW527",
    "no-longer-in-force",
    "依据已失效",
    clause=_IN_FORCE,
    strength=Strength.SHOULD,
    severity=Severity.WARNING,
)
def no_longer_in_force(subject: Subject) -> Iterator[Hit]:
    """What a text rests on (根据, 按照) is in force on its day.

    Why: a document that is repealed has no effect from the day of its repeal. Only the grounds are judged: a text
    may well tell of what is past.

    Bad:
        根据《国家行政机关公文处理办法》（国发〔2000〕23号），制定本办法。
    Good:
        根据《党政机关公文处理工作条例》（中办发〔2012〕14号），制定本办法。
    """
    for citation in subject.citations:
        if citation.relation is not Relation.BASIS or citation.title is None or citation.dated is not None:
            continue
        record = _cited_record(citation)
        if record is None or record.status is None or record.status.confidence == "unsure":
            continue
        status = record.status_on(subject.day)
        if status in _ENDED:
            yield Hit(
                citation.start,
                citation.end,
                f"该文件已{status.term}" + (f"（{record.status.since}）" if record.status.since else ""),
                f"this document is no longer in force: {status.value}",
            )


@rule(
    "GW528",
    "later-than-document",
    "引用在后文件",
    clause=_NUMBER,
    strength=Strength.MUST,
    severity=Severity.WARNING,
)
def later_than_document(subject: Subject) -> Iterator[Hit]:
    """A document cites none that came after it.

    Why: a number of a later year than the document's own date is mistyped, or the date is.

    Bad:
        某市人民政府关于办好某项工作的通知
        各区人民政府：
        按照《关于落实某事的通知》（国办发〔2024〕66号）执行。
        某市人民政府
        2014年11月26日
    Good:
        某市人民政府关于办好某项工作的通知
        各区人民政府：
        按照《关于落实某事的通知》（国办发〔2014〕66号）执行。
        某市人民政府
        2014年11月26日
    """
    own = subject.document.dated
    if own is None:
        return
    for citation, number, value in subject.numbered:
        year = value.year
        if citation.start < subject.document.spans.get("dated", (0, 0))[0] and year is not None and year > own.year:
            yield Hit(
                number.start,
                number.end,
                f"所引文件的年份晚于成文日期（{own.year}年）",
                f"the cited number is of {year}, the document of {own.year}",
            )


@rule(
    "GW529",
    "date-unlike-catalogue",
    "日期与目录不符",
    clause="中办发〔2012〕14号, art. 9(12), against the catalogue of policies",
    strength=Strength.MUST,
    severity=Severity.WARNING,
)
def date_unlike_catalogue(subject: Subject) -> Iterator[Hit]:
    """The month that a sentence says a document was issued in is the one the catalogue knows.

    Why: the catalogue is sure of number and date, and the sentence gives another.

    Bad:
        2014年3月国务院办公厅印发《关于促进电子政务协调发展的指导意见》（国办发〔2014〕66号）。
    Good:
        2014年11月国务院办公厅印发《关于促进电子政务协调发展的指导意见》（国办发〔2014〕66号）。
    """
    for citation, _, _ in subject.numbered:
        stated = None if citation.title is None else _date_in_front(subject, citation)
        record = None if stated is None else _cited_record(citation)
        if record is None or record.dated is None or record.confidence != "sure":
            continue
        if stated is None or stated.month is None or record.dated.month is None or _revised(subject, citation):
            continue
        # A document signed at the end of a month is often told of as one of the next, when it was published.
        months = _months(stated) - _months(record.dated)
        if not 0 <= months <= 2:
            yield Hit(
                citation.start,
                citation.end,
                f"目录中该文件的成文日期为{record.dated}，文中为{stated}",
                f"the catalogue dates this document {record.dated}, the sentence {stated}",
            )


def _months(day: DocumentDate) -> int:
    first: date = day.first_day
    return first.year * 12 + first.month


@rule(
    "GW530",
    "code-of-another-organ",
    "代字与所引标题机关不符",
    clause=_NUMBER,
    strength=Strength.MUST,
    severity=Severity.WARNING,
)
def code_of_another_organ(subject: Subject) -> Iterator[Hit]:
    """The code of a cited number is that of the organ which the title names.

    Why: title or number is mistaken. Judged where the registry is sure of the code, and where the code is that of an
    office and the title names its government, or the other way round.

    Bad:
        按照《国务院关于办好某项工作的通知》（国办发〔2014〕66号）执行。
    Good:
        按照《国务院办公厅关于办好某项工作的通知》（国办发〔2014〕66号）执行。
    """
    for citation, number, value in subject.numbered:
        names = split_issuers(citation.title) if citation.title is not None else ()
        if names and code_of_another(names, value.code or "", value.year):
            yield Hit(
                number.start,
                number.end,
                f"“{value.code}”不是{'、'.join(names)}的机关代字",
                f"{value.code} is not the code of the organ that the title names",
            )
