"""What follows from the parts of a document (派生要素): kind, issuers, date, and when it is in force."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from dateutil.relativedelta import relativedelta

from egovkit.documents.blocks import Element
from egovkit.documents.closing import is_organ, organs_of, strip_state
from egovkit.documents.draft import Draft
from egovkit.errors import ParseError
from egovkit.grammar.codes import vocabulary
from egovkit.grammar.force import Term, find_terms
from egovkit.grammar.titles import kind_of
from egovkit.models.dates import DateRange, DocumentDate, find_dates
from egovkit.models.issuance import NumberForm
from egovkit.text.folding import BLANKS, squeeze

__all__ = ["derive"]

_TITLE_VERB: Final = re.compile(r"关于|印发|转发|批转|发布|公布|对(?=[十全第])|令$|公告$|通告$|公报$")
_SEPARATORS: Final = re.compile(rf"[{BLANKS}、，,；;]+")
_TERM: Final = re.compile("第[〇零一二三四五六七八九十]{1,4}届")
_PASSED_BY: Final = re.compile(
    r"([\u3400-\u9fff]{0,20}?)第[〇零一二三四五六七八九十]{1,4}届([\u3400-\u9fff]{0,24}?(?:人民代表大会|政治协商会议)(?:常务委员会)?)第"
)
_ISSUED_BY: Final = re.compile(
    rf"日[{BLANKS}]*([\u3400-\u9fff]{{2,20}}?)[{BLANKS}]*(?:令[^，。；]{{0,12}})?(?:发布|公布|颁布)"
)
_SESSION_OF: Final = re.compile(
    rf"日[{BLANKS}]*([\u3400-\u9fff]{{2,20}}?)(?:审判委员会|检察委员会)?第[0-9〇零一二三四五六七八九十百]{{1,6}}次[\u3400-\u9fff]{{0,4}}会议[^，。；]{{0,20}}通过"
)
_IN_FORCE_BEHIND: Final = re.compile(rf"[{BLANKS}]*(?:之?日?起)?[{BLANKS}]*(?:施行|实施|执行|生效)")
# A report or an interpretation, where the page has no head or signature of a document: what it says of 自…起施行 is
# said of the document it is about, unless it carries that one's own words (本通知自…).
_REPORT: Final = re.compile(
    r"(?:电|讯)[^\S\n]{0,3}[（(][^（()）\n]{0,8}(?:记者|通讯员)|[0-9]{1,2}月[0-9]{1,2}日电|本报讯|本报记者|记者朋友|新闻发布会|"
    r"获悉|据悉|了解到|来源[：:][^\n。]{0,8}(?:[日晚晨早商时]报|新华社|新闻)|"
    r"(?:近日|日前|昨日|今日)(?![^。\n]{0,160}(?:[，,]现|[^发体]现[将就予印公通]|如下|我[局委厅部市县省区]))[^。\n]{0,60}(?:发布|印发|出台|下发|公布|制定)"
)
_ABOUT: Final = re.compile(r"(?:解读|答记者问|问答|答疑|实录)$|^(?:图解|一图读懂|解读|政策解读)|新闻发布会")
_OPENING: Final = 240
_OWN_WORDS: Final = re.compile(
    r"本(?:办法|规定|条例|细则|通知|意见|决定|公告|通告|方案|措施|政策|规则|若干|实施|暂行|文件)"
)
_FIELD_DATES: Final = ("published_on", "effective_on", "expires_on")


def derive(draft: Draft) -> None:
    """Derive what the printed parts imply (推导); the printed text wins over the field table."""
    values = draft.values
    for name in _FIELD_DATES:
        _field_date(draft, name)
    for name in ("index_number", "topic"):
        if name in draft.fields:
            value, start, end = draft.fields[name]
            draft.put(name, value, start, end)
    if "keywords" in draft.fields and "keywords" not in values:
        value, start, end = draft.fields["keywords"]
        draft.put("keywords", tuple(filter(None, _SEPARATORS.split(value))), start, end)
    _dated(draft)
    _title_of_order(draft)
    title = values.get("title")
    values["kind"] = kind_of(title) if title else None
    _issuers(draft)
    _force(draft)


def _title_of_order(draft: Draft) -> None:
    """An order bears the title of what it promulgates: 《…办法》已经…通过，现予公布 (令的题名)."""
    if "title" in draft.values or draft.body >= len(draft.lines):
        return
    part = next((part for part in draft.values["parts"] if part.kind == "enclosed" and part.title), None)
    if part is None:
        return
    opening = squeeze(draft.lines[draft.body][2][:400])
    if opening[1:].startswith(part.title[:20]) and re.search("公布|发布|施行", opening):
        draft.put("title", part.title, part.start, part.start + len(part.title))


def _field_date(draft: Draft, name: str) -> None:
    if name not in draft.fields:
        return
    value, start, _ = draft.fields[name]
    for mention in find_dates(value)[:1]:
        if isinstance(mention.value, DocumentDate):
            draft.put(name, mention.value, start + mention.start, start + mention.end)


def _history_lines(draft: Draft) -> list[tuple[int, int, str]]:
    limit = min(len(draft.lines), draft.body)
    return [
        line
        for line, kind in zip(draft.lines[:limit], draft.kinds[:limit], strict=True)
        if kind is Element.PROMULGATION
    ]


def _dated(draft: Draft) -> None:
    """Fill the date from the head: a field that states it, or the latest date of a law's history."""
    if "dated" in draft.values:
        return
    _field_date(draft, "dated")
    if "dated" in draft.values:
        return
    latest: tuple[DocumentDate, int, int] | None = None
    for start, _, line in _history_lines(draft):
        for mention in find_dates(line):
            value = mention.value
            if isinstance(value, DateRange) or value.precision != "day":
                continue
            if _IN_FORCE_BEHIND.match(line, mention.end):
                if "effective_on" not in draft.values:
                    draft.put("effective_on", value, start + mention.start, start + mention.end)
                continue
            if latest is None or latest[0] < value:
                latest = (value, start + mention.start, start + mention.end)
    if latest is not None:
        draft.put("dated", *latest)


def _issuers(draft: Draft) -> None:
    values, spans = draft.values, draft.spans
    if values.get("signature"):
        values["issuers"] = values["signature"]
        spans["issuers"] = spans["signature"]
        return
    if "issuers" in draft.fields:
        value, start, end = draft.fields["issuers"]
        names = tuple(name for name in _SEPARATORS.split(value) if name)
        if names:
            draft.put("issuers", names, start, end)
            return
    number = values.get("number")
    if number is not None and number.form is not NumberForm.REGULAR and number.code:
        names = tuple(_TERM.sub("", name) for name in _SEPARATORS.split(number.code) if name)
        # 粤府令 is numbered by the letters of its organ, not by its name.
        if all(map(is_organ, names)):
            draft.put("issuers", names, *spans["number"])
            return
    if _issuers_of_title(draft):
        return
    for start, end, line in _history_lines(draft):
        passed = _PASSED_BY.search(line)
        if passed is not None:
            place = re.split("日|年", passed[1])[-1]
            draft.put("issuers", (place + passed[2],), start, end)
            return
        session = _SESSION_OF.search(line)
        if session is not None and vocabulary().is_organ(session[1]):
            draft.put("issuers", (session[1],), start + session.start(1), start + session.end(1))
            return
        issued = _ISSUED_BY.search(line)
        if issued is not None and len(issued[1]) > 2 and issued[1][0] != "以" and is_organ(strip_state(issued[1])):
            draft.put("issuers", (strip_state(issued[1]),), start + issued.start(1), start + issued.end(1))
            return


def _issuers_of_title(draft: Draft) -> bool:
    if "title" not in draft.values:
        return False
    start, end = draft.spans["title"]
    printed = draft.text[start:end].lstrip("#* ")
    verb = _TITLE_VERB.search(printed)
    if verb is None or verb.start() < 2:
        return False
    names = [piece for piece in _SEPARATORS.split(printed[: verb.start()].strip(BLANKS)) if piece]
    whole = "".join(names)
    if len(names) > 1 and is_organ(whole) and not all(map(is_organ, names)):
        # One organ's name that runs over two lines.
        names = [whole]
    if not names or not all(is_organ(name) for name in names):
        return False
    names = [organ for name in names for organ in organs_of(name) or [name]]
    draft.put("issuers", tuple(names), start, start + verb.start())
    return True


def _reports(draft: Draft) -> bool:
    """Say whether a text is a report about a document (新闻报道) and none itself."""
    if not draft.values.keys().isdisjoint(("number", "recipients", "signature", "signers")):
        return False
    start = draft.lines[draft.body][0] if draft.body < len(draft.lines) else 0
    return _REPORT.search(draft.text, max(0, start - _OPENING), start + _OPENING) is not None


def _own_terms(draft: Draft) -> list[Term]:
    """Return the clauses about the force of the document itself (自身效力): not those of one that it reports on."""
    if _ABOUT.search(draft.values.get("title") or ""):
        return []
    text = draft.text
    terms = find_terms(text)
    if terms and _reports(draft):
        return [term for term in terms if _OWN_WORDS.search(text[term.start : term.end] + term.subject)]
    return terms


def _force(draft: Draft) -> None:
    """Find from when to when the document is in force (施行日期和有效期)."""
    values = draft.values
    terms = _own_terms(draft)
    skipped = [span for name in ("title",) if (span := draft.spans.get(name))]
    terms = [term for term in terms if not any(start <= term.start < end for start, end in skipped)]
    values["effective_from_issue"] = False
    begin = next((term for term in terms if term.kind in ("from", "from_issue")), None)
    if begin is not None and begin.kind == "from_issue":
        values.pop("effective_on", None)
        draft.spans.pop("effective_on", None)
        values["effective_from_issue"] = True
        draft.spans["effective_from_issue"] = (begin.start, begin.end)
    elif begin is not None:
        day = _read(begin)
        if day is not None:
            values["effective_on"] = day
            draft.spans["effective_on"] = (begin.start, begin.end)
    for term in terms:
        if term.kind == "until" and "valid_for" not in values:
            day = _read(term)
            if day is not None:
                values["expires_on"] = day
                draft.spans["expires_on"] = (term.start, term.end)
                break
        elif term.kind == "for" and "expires_on" not in values:
            draft.put("valid_for", term.words, term.start, term.end)
            break
    _expiry(draft)


def _expiry(draft: Draft) -> None:
    """Compute the last day of a document whose text gives only how long it is valid."""
    values = draft.values
    if "valid_for" not in values or "expires_on" in values:
        return
    first = values.get("dated") if values["effective_from_issue"] else values.get("effective_on")
    if first is None or first.precision != "day":
        return
    values["expires_on"] = last_day_of(first.first_day, values["valid_for"])


def last_day_of(first: date, duration: str) -> DocumentDate:
    """Return the last day of a span that begins on `first` (期满日): five years from 2024-01-01 end on 2028-12-31.

    >>> str(last_day_of(date(2024, 1, 1), "P5Y"))
    '2028-12-31'
    """
    count = int(duration[1:-1])
    span = relativedelta(years=count) if duration[-1] == "Y" else relativedelta(months=count)
    return DocumentDate.from_date(first + span - timedelta(days=1))


def _read(term: Term) -> DocumentDate | None:
    try:
        return DocumentDate.parse(squeeze(term.words))
    except ParseError:
        return None
