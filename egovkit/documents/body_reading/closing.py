"""The closing of a main text (落款): the organs that sign, or the officers, and the date.

A closing is a candidate: what it says of lines and values counts when the reader of the text accepts it as a whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from egovkit.documents.blocks import Element
from egovkit.documents.draft import Draft, Found, Mark
from egovkit.documents.grounds import Ground
from egovkit.documents.head_reading.titles import MAX_LINE
from egovkit.documents.line_facts import LineFacts
from egovkit.documents.organ_lines import NOT_ORGAN, join_branches, organs_of
from egovkit.errors import ParseError
from egovkit.grammar.codes import vocabulary
from egovkit.grammar.force import DATE_LINE, DATE_TAIL
from egovkit.lexicon import any_of, words
from egovkit.models.dates import DocumentDate
from egovkit.text.folding import BLANKS, squeeze
from egovkit.text.limits import MAX_SIGNATURE_LINES, MAX_TITLE_LINES
from egovkit.text.patterns import LatePattern
from egovkit.text.records import quickly_made

__all__ = ["Closing", "inner_marks", "read_closing", "read_undated", "signature_begins"]

Names = Found[tuple[str, ...]]

MAX_BELOW: Final = 6
_MAX_UNDATED: Final = 12
_LAST_LINES: Final = 3
_GAP: Final = LatePattern(rf"[{BLANKS}]+")
_STOPS: Final = frozenset("。；;：:！!？?，,")
_SEAL: Final = LatePattern(lambda: rf"[（(](?:{any_of('documents.closing.seals')})[)）]$")
# Who seals for an organ, on a line of its own below it: （某部代章）.
_SEALED_FOR: Final = LatePattern("[（(][^（()）]{0,40}章[)）]")
_OFFICER: Final = LatePattern(
    lambda: (
        rf"(?:{any_of('documents.closing.officers')})[{BLANKS}：:]*[\u3400-\u9fff·]{{1,6}}(?:[{BLANKS}]+[\u3400-\u9fff]{{1,2}})?"
    )
)
# A name that begins with its place is whole, and no second half: 某市某区教育局, but 城市管理局, 开发区管委会.
_PLACED: Final = LatePattern(r"(?!城市|城区|社区|园区|景区|.{0,8}开发区)[\u3400-\u9fff]{1,6}?[省市县区州盟旗乡镇]")
# The place of a date in a model text, or where it was struck out: 20XX年4月26日, 年　月　日.
_PLACE: Final = rf"[0-9xX×Ｘ*＊○〇_{BLANKS}]{{0,8}}"
_NO_DAY: Final = LatePattern(rf"{_PLACE}年{_PLACE}月{_PLACE}日")
_NOTED: Final = Element.NOTE
# What may be below a signature without a date.
_BELOW_UNDATED: Final = frozenset(
    {Element.NOTE, Element.RESIDUE, Element.ANNEX_NOTE, Element.PRINTED, Element.COPIED_TO}
)


def _names(line: str) -> str | None:
    return "、".join(organs_of(line)) or None


def _name_or_date(line: str) -> str | None:
    date = DATE_LINE.search(line)
    return date[0] if date is not None else _names(line)


def _signer(line: str) -> str | None:
    officer = _OFFICER.search(line)
    return officer[0] if officer is not None else _names(line)


_DATE: Final = Ground("closing.date", "a date alone, below organs or officers or where the text ends", DATE_LINE)
_SIGNED: Final = Ground("closing.organs", "names organs, or the officers who sign, above the date", _signer)
_UNDER: Final = Ground(
    "closing.below", "names organs below the date, and nothing but a note or an annex follows", _names
)
_ONE_LINE: Final = Ground("closing.one_line", "organs and a date on one line", DATE_TAIL)
_UNDATED: Final = Ground("closing.undated", "names organs below the last sentence of a text without a date", _names)
_INNER: Final = Ground("closing.inner", "the closing of an enclosed text, or a second one", _name_or_date)
_ALONE: Final = Ground("closing.alone", "a date in the middle of a text, without organs: no document's", DATE_LINE)


@quickly_made
@dataclass(frozen=True, slots=True)
class Closing:
    """What closes the main text (落款): who signs, when, and the note below (附注); `marks` says which lines it takes."""

    signature: Names | None = None
    signers: Names | None = None
    dated: Found[DocumentDate] | None = None
    note: Found[str] | None = None
    marks: tuple[Mark, ...] = ()


def read_closing(draft: Draft, i: int, floor: int) -> Closing | None:
    """Read the date of line `i` and the organs around it, none above line `floor` (读落款).

    None where the date is no document's: alone in the middle of a text.
    """
    line = draft.lines[i]
    if line.date is None:
        return _on_one_line(line, i)
    dated = Found(line.date, line.start, line.end)
    organs, officers, first = _look_up(draft, i, floor)
    if organs or officers:
        span = draft.lines[first].start, draft.lines[i - 1].end
        return Closing(
            Found(organs, *span) if organs else None,
            Found(officers, *span) if officers else None,
            dated,
            marks=(Mark(first, i, Element.SIGNATURE, _SIGNED), Mark(i, i + 1, Element.DATED, _DATE)),
        )
    mark = Mark(i, i + 1, Element.DATED, _DATE)
    below = _look_down(draft, i)
    if below:
        signature = Found(join_branches(below[0]), draft.lines[i + 1].start, draft.lines[below[1] - 1].end)
        return Closing(signature, None, dated, marks=(mark, Mark(i + 1, below[1], Element.SIGNATURE, _UNDER)))
    if _ends_text(draft, i):
        return Closing(dated=dated, marks=(mark,))
    draft.leave(i, _ALONE)
    return None


def _on_one_line(line: LineFacts, i: int) -> Closing | None:
    tail = DATE_TAIL.search(line.text)
    if tail is None:
        return None
    before = line.text[: tail.start()].rstrip(BLANKS)
    names = organs_of(before) if before and len(before) <= 120 else ()
    try:
        dated = DocumentDate.parse(tail[0]) if names else None
    except ParseError:
        return None
    if dated is None:
        return None
    return Closing(
        Found(names, line.start, line.start + len(before)),
        None,
        Found(dated, line.start + tail.start(), line.end),
        marks=(Mark(i, i + 1, Element.SIGNATURE, _ONE_LINE),),
    )


def _sealed(line: LineFacts, text: str) -> tuple[str, ...]:
    """The organs of a line, of which `text` is what is left without marks around it; （盖章） at its end is none either."""
    bare = _SEAL.sub("", text)
    return line.organs if len(bare) == len(line.text) else organs_of(bare)


def _look_down(draft: Draft, i: int) -> tuple[list[str], int] | None:
    """Read the organs below the date of line `i` (日期在署名之上), where nothing but what closes a text follows them."""
    lines = draft.lines
    organs: list[str] = []
    j = i + 1
    while j < draft.foot and j - i <= MAX_BELOW and draft.kinds[j] is None:
        names = _sealed(lines[j], lines[j].text)
        if not names or not all(vocabulary().is_organ(name) or len(name) > 4 for name in names):
            break
        organs += names
        j += 1
    if not organs:
        return None
    closed = j == draft.foot or lines[j].note or lines[j].text[0] in "附抄主印"
    return (organs, j) if closed else None


def _look_up(draft: Draft, i: int, floor: int) -> tuple[tuple[str, ...], tuple[str, ...], int]:
    """Read upwards from a date the lines that name organs and officers: these, nearest last, and the first line."""
    organs: list[str] = []
    officers: list[str] = []
    first = i
    while first > floor and i - first < MAX_SIGNATURE_LINES:
        line = draft.lines[first - 1]
        text = line.text
        if draft.kinds[first - 1] is not None or len(text) > 160 or text[-1] in _STOPS:
            break
        # 总　理　李　某 is spread over its line.
        bare = squeeze(text)
        if len(bare) <= 40 and (_OFFICER.search(text) or _OFFICER.fullmatch(bare)):
            officers.insert(0, _GAP.sub(" ", text))
            first -= 1
            continue
        names = _sealed(line, text.strip("*").strip(BLANKS))
        if not names and organs and _SEALED_FOR.fullmatch(text):
            first -= 1
            continue
        if not names:
            if organs and _is_upper_half(line, organs[0]):
                # The line above may end other names besides: 甲市公安局 甲市城乡交通 / 运输局.
                organs[:1] = organs_of(text + organs[0]) or (squeeze(text) + organs[0],)
                first -= 1
            break
        organs[:0] = names
        first -= 1
    if len(organs) == 1 and organs[0].startswith(words("documents.closing.second_halves")):
        # The first half of the name is in no line of its own.
        return (), tuple(officers), i
    return join_branches(organs), tuple(officers), first


def _is_upper_half(line: LineFacts, lower: str) -> bool:
    """Say whether a line is the first half of an organ's name that runs over two lines."""
    text = line.text
    return (
        4 <= len(text) <= 40
        and text[-1].isalpha()
        and not vocabulary().is_organ(lower)
        and not lower.startswith((*words("documents.closing.national"), text[:2]))
        and _PLACED.match(lower) is None
        and line.marker is None
        and _STOPS.isdisjoint(text)
        and NOT_ORGAN.search(text) is None
        and "、" not in text
    )


def _ends_text(draft: Draft, i: int) -> bool:
    """Say whether the text ends with the date of line `i`, though nobody signs."""
    if draft.foot - i <= _LAST_LINES:
        return True
    below = draft.lines[i + 1]
    return below.note or below.label is not None or _is_titled(draft, i + 1)


def _is_titled(draft: Draft, i: int) -> bool:
    """Say whether line `i` begins the title of an enclosed text, in one line or a few."""
    for j in range(i, min(i + MAX_TITLE_LINES, draft.foot)):
        line = draft.lines[j]
        if draft.kinds[j] is not None or not line.titular or line.marker is not None or len(line.text) > MAX_LINE:
            return False
        if line.ends_title:
            return True
    return False


def read_undated(draft: Draft, floor: int) -> Closing | None:
    """Read the organs in the last lines of a text that prints no date (署名无日期)."""
    last = draft.foot - 1
    while last > floor and (draft.kinds[last] in _BELOW_UNDATED or _NO_DAY.fullmatch(draft.lines[last].text)):
        last -= 1
    closing = _organs_up_to(draft, last, floor)
    if closing is not None:
        return closing
    if _NOTED not in draft.kinds:
        return None
    # What a page left of its date may be below a note: （此件公开发布） / 2017 6 23.
    notes = (i for i in range(floor + 1, draft.foot) if draft.kinds[i] is _NOTED)
    return next(filter(None, (_organs_up_to(draft, i - 1, floor) for i in notes)), None)


def _organs_up_to(draft: Draft, last: int, floor: int) -> Closing | None:
    """Read the organs in the lines that end with `last`, below the last sentence of a text."""
    lines, kinds = draft.lines, draft.kinds
    first = last
    organs: list[str] = []
    while first > floor and last - first < _MAX_UNDATED and kinds[first] is None and len(lines[first].text) <= 60:
        names = lines[first].organs
        if not names or any(len(name) < 3 for name in names):
            break
        organs[:0] = names
        first -= 1
    if not organs or lines[first].text[-1] not in "。：:）)；":
        return None
    signature = Found(tuple(organs), lines[first + 1].start, lines[last].end)
    return Closing(signature, marks=(Mark(first + 1, last + 1, Element.SIGNATURE, _UNDATED),))


def inner_marks(draft: Draft, i: int, floor: int) -> tuple[Mark, ...]:
    """Mark the closing of an enclosed text, or a second one (文内落款); () where line `i` is no date."""
    if draft.lines[i].date is None:
        return ()
    j = i - 1
    while j >= floor and draft.kinds[j] is None and i - j < _MAX_UNDATED and draft.lines[j].organs:
        j -= 1
    return Mark(i, i + 1, Element.DATED, _INNER), Mark(j + 1, i, Element.SIGNATURE, _INNER)


def signature_begins(draft: Draft, i: int) -> int | None:
    """Return where in the text the signature begins that ran on after an entry of the annex note (附件与署名同行).

    Organs count with a date after them, on the same line or on the next.
    """
    line = draft.lines[i]
    tail = DATE_TAIL.search(line.text)
    end = tail.start() if tail is not None else len(line.text)
    dated = tail is not None or (i + 1 < draft.foot and draft.lines[i + 1].date is not None)
    if not dated or len(line.text) > 400:
        return None
    begins = 0
    for gap in reversed([*_GAP.finditer(line.text, 0, len(line.text[:end].rstrip(BLANKS)))][-MAX_BELOW:]):
        if not organs_of(line.text[gap.end() : end]):
            break
        begins = gap.start()
    return line.start + begins if begins else None
