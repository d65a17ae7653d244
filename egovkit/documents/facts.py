"""What follows from the parts of a document (派生要素): title of an order, kind, issuers, date, fields of the page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from egovkit.documents.blocks import Element
from egovkit.documents.body_reading.walk import Body
from egovkit.documents.draft import Draft, Found
from egovkit.documents.head_reading.head import Head
from egovkit.documents.head_reading.history import HistoryDates, dates_of_history, history_lines, issuers_of_history
from egovkit.documents.head_reading.minutes import read_minutes_head
from egovkit.documents.line_facts import LineFacts
from egovkit.documents.organ_lines import AND_OTHERS, is_organ, organs_of
from egovkit.grammar.titles import kind_of
from egovkit.lexicon import any_of
from egovkit.models.dates import DocumentDate, find_dates
from egovkit.models.issuance import NumberForm
from egovkit.text.folding import BLANKS, squeeze
from egovkit.text.patterns import LatePattern
from egovkit.text.records import quickly_made

__all__ = ["Facts", "derive"]

_TITLE_VERB: Final = LatePattern(lambda: rf"{any_of('documents.title.verbs')}|对(?=[十全第])|公告$|通告$|公报$")
_PROMULGATES: Final = LatePattern("公布|发布|施行")
_SEPARATORS: Final = LatePattern(rf"[{BLANKS}、，,；;]+")
_TERM: Final = LatePattern("第[〇零一二三四五六七八九十]{1,4}届")
_SITE: Final = LatePattern("网站?$")
_OPENING: Final = 400
_MAX_BEFORE: Final = 6
_PLACE: Final = 2
# A name that begins with its place is signed as a whole: 某区教育局, though the title has it as 某市某区教育局.
_PLACED: Final = LatePattern("[\u3400-\u9fff]{1,6}?[省市县区州盟旗乡镇]")
_HEAD_OF_STATE: Final = "主席"
_PASSED: Final = LatePattern(
    "第[〇零一二三四五六七八九十]{1,4}届(全国人民代表大会(?:常务委员会)?)第?[〇零一二三四五六七八九十]{1,4}次会议"
)
# 某市政府批准市财政局 is no organ.
_VERB: Final = LatePattern("批准|转发|发布|公布|印发|颁布|制定")

Names = Found[tuple[str, ...]]
Given = Mapping[str, Found[str]]


class Days(NamedTuple):
    """The first and the last day in force by field table and history (施行与失效日期): the text may overrule them."""

    first: Found[DocumentDate] | None
    last: Found[DocumentDate] | None


@quickly_made
@dataclass(frozen=True, slots=True)
class Facts:
    """What follows from what is printed, and what only the field table of the page gives (派生要素)."""

    title: Found[str] | None
    kind: str | None
    issuers: Names | None
    dated: Found[DocumentDate] | None
    keywords: Names | None
    index_number: Found[str] | None
    topic: Found[str] | None
    published_on: Found[DocumentDate] | None
    days: Days


def derive(draft: Draft, head: Head, body: Body) -> Facts:
    """Derive what the printed parts imply (推导); the printed text wins over the field table."""
    given = head.fields
    history = history_lines(draft, head.body)
    dated = body.closing.dated or _day_of(given, "dated")
    days = HistoryDates(None, None) if dated is not None else dates_of_history(history)
    title = head.title or _title_of_order(draft, head, body)
    minutes = read_minutes_head(draft, head)
    return Facts(
        title,
        kind_of(title.value) if title is not None and title.value else None,
        _issuers(draft, head, body, title, history) or minutes.issuers,
        dated or minutes.dated or days.latest,
        body.imprint.keywords or _keywords_of(given),
        given.get("index_number"),
        given.get("topic"),
        _day_of(given, "published_on"),
        Days(_day_of(given, "effective_on") or days.effective, _day_of(given, "expires_on")),
    )


def _day_of(given: Given, name: str) -> Found[DocumentDate] | None:
    field = given.get(name)
    first = next(iter(find_dates(field.value)), None) if field is not None else None
    if field is None or first is None or not isinstance(first.value, DocumentDate):
        return None
    return Found(first.value, field.start + first.start, field.start + first.end)


def _keywords_of(given: Given) -> Names | None:
    field = given.get("keywords")
    return field and Found(tuple(filter(None, _SEPARATORS.split(field.value))), field.start, field.end)


def _title_of_order(draft: Draft, head: Head, body: Body) -> Found[str] | None:
    """An order bears the title of what it promulgates: 《…办法》已经…通过，现予公布 (令的题名)."""
    if head.body >= len(draft.lines):
        return None
    part = next((part for part in body.parts if part.kind == "enclosed" and part.title), None)
    if part is None or part.title is None:
        return None
    opening = squeeze(draft.lines[head.body].text[:_OPENING])
    # 现发布《…办法》
    named = opening.find("《")
    if (
        not 0 <= named <= _MAX_BEFORE
        or not opening[named + 1 :].startswith(part.title[:20])
        or _PROMULGATES.search(opening) is None
    ):
        return None
    return Found(part.title, part.start, part.start + len(part.title))


def _issuers(draft: Draft, head: Head, body: Body, title: Found[str] | None, history: list[LineFacts]) -> Names | None:
    """Return who issued the document: by its signature, the field table, its number, title or history, in this order."""
    signature = body.closing.signature
    if signature is not None:
        return _whole_name(draft, signature, title) or signature
    given = head.fields.get("issuers")
    # 县政府网站 published the page, and issued nothing.
    names = tuple([name for name in _SEPARATORS.split(given.value) if name and _may_issue(name)]) if given else ()
    if given is not None and names:
        return Found(names, given.start, given.end)
    number = head.number
    if number is not None and number.value.code == _HEAD_OF_STATE and (passed := _passed_by(draft, head)) is not None:
        return passed
    if number is not None and number.value.form is not NumberForm.REGULAR and number.value.code:
        names = tuple(_TERM.sub("", name) for name in _SEPARATORS.split(number.value.code) if name)
        # 粤府令 is numbered by the letters of its organ, not by its name.
        if all(map(is_organ, names)):
            return Found(names, number.start, number.end)
    return (
        (title and _issuers_of_title(draft.text, title))
        or issuers_of_history(history)
        or _issuer_between(draft, head)
        or _issuer_of_mark(head)
    )


def _whole_name(draft: Draft, signature: Names, title: Found[str] | None) -> Names | None:
    """Return the organ of the title where the closing kept the end of its name: 某市防火 / 领导小组办公室."""
    if title is None or len(signature.value) > 1 or _PLACED.match(signature.value[0]) is not None:
        return None
    names = _issuers_of_title(draft.text, title)
    if names is None or len(names.value) > 1 or names.value == signature.value:
        return None
    return names if names.value[0].endswith(signature.value[0]) else None


def _may_issue(name: str) -> bool:
    return _SITE.search(name) is None and AND_OTHERS.search(name) is None


def _passed_by(draft: Draft, head: Head) -> Names | None:
    """Return the congress that passed the law which an order of the state's head promulgates (现予公布)."""
    line = draft.lines[head.body] if head.body < len(draft.lines) else None
    found = _PASSED.search(line.text, 0, _OPENING) if line is not None else None
    if line is None or found is None or _PROMULGATES.search(line.text, found.end()) is None:
        return None
    return Found((found[1],), line.start + found.start(1), line.start + found.end(1))


def _issuer_between(draft: Draft, head: Head) -> Names | None:
    """Return the organ that a page prints alone between two prints of the title, of the place that this begins with."""
    if head.title is None:
        return None
    place = head.title.value[:_PLACE]
    for i in range(1, head.body - 1):
        line = draft.lines[i]
        # The second may be in marks: 《某市防火规定》.
        again = draft.kinds[i + 1] is Element.TITLE or squeeze(draft.lines[i + 1].text) == f"《{head.title.value}》"
        if (
            again
            and draft.kinds[i - 1] is Element.TITLE
            and len(line.organs) == 1
            and place in line.organs[0]
            and _VERB.search(line.text) is None
        ):
            return Found(line.organs, line.start, line.end)
    return None


def _issuer_of_mark(head: Head) -> Names | None:
    """Return the organ of the mark above the number (发文机关标志): 某省国土资源厅文件."""
    mark = head.marks.organ_mark
    if mark is None:
        return None
    names = organs_of(mark.value.removesuffix("文件"))
    return Found(names, mark.start, mark.end) if names and all(map(is_organ, names)) else None


def _issuers_of_title(text: str, title: Found[str]) -> Names | None:
    printed = text[title.start : title.end].lstrip("#* ")
    verb = _TITLE_VERB.search(printed)
    if verb is None or verb.start() < 2:
        return None
    names = [piece for piece in _SEPARATORS.split(printed[: verb.start()].strip(BLANKS)) if piece]
    whole = "".join(names)
    if len(names) > 1 and is_organ(whole) and not all(map(is_organ, names)):
        # One organ's name that runs over two lines.
        names = [whole]
    if not names or not all(map(is_organ, names)):
        return None
    organs = tuple(organ for name in names for organ in organs_of(name) or (name,))
    return Found(organs, title.start, title.start + verb.start())
