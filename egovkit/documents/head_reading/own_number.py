"""The number of the document itself (本文字号): on a line of the head, in the title, in a field, or a law's history."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from egovkit.documents.blocks import Element
from egovkit.documents.draft import Draft, Found, Mark
from egovkit.documents.grounds import Ground
from egovkit.documents.head_reading.history import number_of_history
from egovkit.documents.organ_lines import is_organ
from egovkit.errors import ParseError
from egovkit.models.issuance import IssuanceNumber, find_numbers
from egovkit.text.folding import BLANKS, squeeze
from egovkit.text.patterns import LatePattern

__all__ = ["SIGNATORIES", "is_order_mark", "is_serial", "part_title", "read_number", "read_number_below"]

SIGNATORIES: Final = LatePattern(rf"签[{BLANKS}]*发[{BLANKS}]*人[{BLANKS}]*[：:]?[{BLANKS}]*(.{{0,60}})")
_PIECE: Final = LatePattern(rf"[^{BLANKS}]+")
_ORDERS: Final = ("令", "命令", "公告", "通告")
_ORDER_MARK: Final = LatePattern(r"(?:[\u3400-\u9fff〇（）、\s]{0,80}(?:令|公告|通告))")
_ORDER_SERIAL: Final = LatePattern(
    r"[（(]?\s?(?:[0-9０-９]{4}\s?年\s?)?第?\s?[0-9０-９〇零一二三四五六七八九十百]{1,6}\s?号\s?[)）]?"
)
_NUMBER_LAST: Final = LatePattern(rf"[)）\]】{BLANKS}]*")
_DATE_FIRST: Final = LatePattern(
    rf"(?:[0-9]{{4}}[-.][0-9]{{1,2}}[-.][0-9]{{1,2}}|[0-9〇○零一二三四五六七八九]{{4}}年[0-9一二三四五六七八九十]{{1,3}}月[0-9一二三四五六七八九十]{{1,3}}日)[{BLANKS},，]+"
)
_TITLED: Final = LatePattern(
    r"((?:[\u3400-\u9fff、\s]{2,60}(?:公告|通告|令))\s?(?:[0-9]{4}\s?年)?\s?第\s?[0-9]{1,5}\s?号)\s?[（(](关于[^（()）]{4,100}的(?:公告|通告|决定|命令))[)）]"
)
_MAX_LINE: Final = 160
_MAX_ORGANS: Final = 12


def _number(line: str) -> str | None:
    found = find_numbers(line)
    return found[0].text if found else None


_NUMBER: Final = Ground("own_number.alone", "a number and hardly anything else, or the signatories besides", _number)
_ORDER: Final = Ground("own_number.order", "the organ of an order, its number on the line below", _ORDER_MARK)
_SERIAL: Final = Ground("own_number.serial", "the number of an order, its organ on the line above", _ORDER_SERIAL)


def is_order_mark(line: str) -> bool:
    """Say whether a line is an organ with 令 or 公告, as stands over an order's number (令的机关行).

    >>> is_order_mark("中华人民共和国国务院令"), is_order_mark("国务院办公厅文件"), is_order_mark("国务院关于某事的命令")
    (True, False, False)
    """
    return "关于" not in line and _ORDER_MARK.fullmatch(line) is not None


def is_serial(line: str) -> bool:
    """Say whether a line is the number of an order without its organ (令的序号行).

    >>> is_serial("第706号"), is_serial("2023年第71号"), is_serial("国发〔2014〕6号")
    (True, True, False)
    """
    return _ORDER_SERIAL.fullmatch(line) is not None


Number = Found[IssuanceNumber]


def part_title(draft: Draft, i: int) -> None:
    """Part a title in brackets from the number in front of it (分出题名): 甲署公告2017年第26号（关于某事的公告）."""
    line = draft.lines[i]
    found = _TITLED.fullmatch(line.text) if line.text[-1] in ")）" and len(line.text) <= _MAX_LINE else None
    if found is not None:
        # The last first: each cut moves what is below it.
        for at in (found.end(2), found.start(2), found.end(1)):
            draft.cut(i, line.start + at)


def read_number(
    draft: Draft, at: int, rest: int, title: Found[str] | None, given: Mapping[str, Found[str]]
) -> Number | None:
    """Read the document's number among the lines from `at` up to `rest` and mark them (读发文字号).

    Without one there, it is in the title, in the field table, or in the history below the title, in this order.
    """
    first: Number | None = None
    for i in range(at, rest):
        line = draft.lines[i]
        if draft.kinds[i] is not None or "号" not in line.text or len(line.text) > _MAX_LINE:
            continue
        answer = _joined(draft, at, i) if i > at and is_serial(line.text) else None
        if answer is None and (found := _alone(line.text)) is not None:
            number, start, end = found
            answer = Found(number, line.start + start, line.start + end), [Mark(i, i + 1, Element.NUMBER, _NUMBER)]
        if answer is not None:
            first = first or answer[0]
            draft.accept(answer[1])
    return first or next(_elsewhere(draft, at, rest, title, given.get("number")), None)


def read_number_below(draft: Draft, i: int) -> Number | None:
    """Read line `i` as the number of what the text above it makes public, and mark it (读公告下的字号); None where it is none.

    An interpretation by a court is printed so: the announcement, who signs it and when, its number, its title.
    """
    line = draft.lines[i]
    found = _alone(line.text) if "号" in line.text and len(line.text) <= _MAX_LINE else None
    if found is None:
        return None
    draft.take(i, Element.NUMBER, _NUMBER)
    number, start, end = found
    return Found(number, line.start + start, line.start + end)


def _elsewhere(
    draft: Draft, at: int, rest: int, title: Found[str] | None, given: Found[str] | None
) -> Iterator[Number]:
    # …的批复 国函〔1996〕38号 国务院 1996年5月31日: the title once more, and what goes with it.
    for line in draft.lines[at:rest] if title is not None else ():
        if "号" in line.text and len(line.text) <= _MAX_LINE and title and squeeze(line.text).startswith(title.value):
            bare = len(title.value)
            for mention in find_numbers(line.text)[:1]:
                if squeeze(line.text[: mention.start]) == title.value[:bare]:
                    yield Found(mention.value, line.start + mention.start, line.start + mention.end)
    # …的通知（国办发明电〔2020〕1号）
    if title is not None and "号" in (printed := draft.text[title.start : title.end])[-12:]:
        for mention in find_numbers(printed)[-1:]:
            if not _NUMBER_LAST.fullmatch(printed, mention.end):
                # …贯彻国发〔2024〕3号文件的通知 is about that one.
                continue
            yield Found(mention.value, title.start + mention.start, title.start + mention.end)
    if given is not None:
        try:
            yield Found(IssuanceNumber.parse(given.value), given.start, given.end)
        except ParseError:
            for mention in find_numbers(given.value)[:1]:
                yield Found(mention.value, given.start + mention.start, given.start + mention.end)
    history = number_of_history(draft, at, rest)
    if history is not None:
        yield history


def _alone(line: str) -> tuple[IssuanceNumber, int, int] | None:
    """Read a line that holds the document's number and no more, or the signatories besides; the number and its range."""
    # A printed page as some readers see it: each character is alone, and those of the code are no word.
    if line.count(" ") > len(line) // 3 and IssuanceNumber.is_valid(squeeze(line)):
        return IssuanceNumber.parse(squeeze(line)), 0, len(line)
    mentions = find_numbers(line)
    if not mentions:
        return None
    mention = mentions[0]
    # 1987年4月2日 国发〔1987〕28号: the head's date may be in front of it.
    date = _DATE_FIRST.match(line)
    alone = len(mentions) == 1 and len(squeeze(line[date.end() if date else 0 :])) <= len(squeeze(mention.text)) + 4
    return (mention.value, mention.start, mention.end) if alone or SIGNATORIES.search(line) else None


def _joined(draft: Draft, at: int, i: int) -> tuple[Number, list[Mark]] | None:
    """Read an order's number that is printed in two lines: 国务院令 / 第706号."""
    lines, kinds = draft.lines, draft.kinds
    first = i - 1
    if kinds[first] is not None or not is_order_mark(lines[first].text):
        return None
    organs = [_spaced_organs(lines[first].text)]
    while organs[0] in _ORDERS and first > at and kinds[first - 1] is None and len(organs) < _MAX_ORGANS:
        if not lines[first - 1].titular or lines[first - 1].ends_title:
            break
        first -= 1
        organs.insert(1, squeeze(lines[first].text))
    names = " ".join(organs[1:]) + organs[0]
    serial = squeeze(lines[i].text).strip("（）()")
    try:
        number = IssuanceNumber.parse(names.replace("命令", "令") + serial)
    except ParseError:
        return None
    marks = [Mark(first, i, Element.ORGAN_MARK, _ORDER), Mark(i, i + 1, Element.NUMBER, _SERIAL)]
    return Found(number, lines[first].start, lines[i].end), marks


def _spaced_organs(line: str) -> str:
    """The organs before 令 or 公告 with one blank between two of them; 国 务 院 令 is one organ's."""
    pieces = _PIECE.findall(line)
    if len(pieces) > 1 and all(len(piece) > 2 and is_organ(piece) for piece in pieces[:-1]):
        return " ".join(pieces)
    return squeeze(line)
