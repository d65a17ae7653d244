"""The head of a document (首部): field table, 版头, title, number and recipients, down to the first line of the text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from egovkit.documents.blocks import Element
from egovkit.documents.draft import Draft, Found, Mark
from egovkit.documents.grounds import Ground
from egovkit.documents.head_reading.field_table import Fields, read_front_matter, read_row
from egovkit.documents.head_reading.head_dates import HEAD_DATE, HeadDate, read_head_date
from egovkit.documents.head_reading.head_marks import HeadMarks, read_head_marks
from egovkit.documents.head_reading.lone_marks import join_at_marks
from egovkit.documents.head_reading.own_number import part_title, read_number
from egovkit.documents.head_reading.recipients import read_recipients
from egovkit.documents.head_reading.title_finding import read_title
from egovkit.documents.line_facts import CONTENTS, HISTORY, LineFacts
from egovkit.documents.residue import PAGE_NUMBER, residue_word
from egovkit.grammar.headings import read_bare_marker
from egovkit.grammar.issuers import is_issuer
from egovkit.grammar.titles import ends_like_title
from egovkit.models.issuance import IssuanceNumber
from egovkit.text.folding import squeeze
from egovkit.text.limits import MAX_HEAD_LINES
from egovkit.text.patterns import LatePattern
from egovkit.text.records import quickly_made

__all__ = ["Head", "read_head"]

_LONG: Final = 80
_BARE: Final = 8

_PAGE: Final = Ground("residue.page_number", "a page number and nothing else", PAGE_NUMBER)
_RESIDUE: Final = Ground("residue.words", "words of a site's table, a file's name, or no letter at all", residue_word)
# A gazette's own head, which its pages print above each document: 某市人民政府公报 / 2024年第3期（总第120期）.
_ISSUE: Final = LatePattern(
    r"(?:[0-9]{4}年)?(?:总?第[0-9〇一二三四五六七八九十百]{1,6}[期号]|[0-9]{1,2}期)[^。，；]{0,20}"
)
_GAZETTE: Final = Ground("head.gazette", "the head of a gazette: its name above that of the issue", _ISSUE)
_DATED: Final = Ground("head.date", "a date in brackets, beside its organ, or next to the number", HEAD_DATE)
_HISTORY: Final = Ground("line_facts.history", "tells when a text was passed, published or amended", HISTORY)
_CONTENTS: Final = Ground("head.contents", "the text begins: a table of contents", CONTENTS)
_ROW: Final = Ground("head.row", "the text begins: a row of a table")
_TOO_LONG: Final = Ground("head.long", "the text begins: too long for a line of the head")
_SENTENCE: Final = Ground("head.sentence", "the text begins: a sentence")
_OUTLINED: Final = Ground("head.outlined", "the text begins: a heading of Markdown or by its style")
_MARKER: Final = Ground("head.marker", "the text begins: the marker of a heading")


@quickly_made
@dataclass(frozen=True, slots=True)
class Head:
    """What is above the text of a document (首部).

    `fields` has what the page's field table gives, by element; `body` is the first line of the text proper.
    """

    fields: Mapping[str, Found[str]]
    marks: HeadMarks
    title: Found[str] | None
    number: Found[IssuanceNumber] | None
    recipients: Found[str] | None
    body: int


def read_head(draft: Draft) -> Head:
    """Read what is above the text proper (读首部)."""
    fields: Fields = {}
    at = read_front_matter(draft, fields)
    join_at_marks(draft, at)
    at = _below_gazette(draft, at)
    body, recipients = _scan(draft, at, fields)
    title, marks = read_title(draft, at, body, fields.get("title"), recipients is not None)
    draft.accept(marks)
    number = read_number(draft, at, body, title, fields)
    return Head(fields, read_head_marks(draft, at, body, title, fields), title, number, recipients, body)


def _below_gazette(draft: Draft, at: int) -> int:
    """Return the line below a gazette's own head (公报刊头), `at` where there is none: neither of its lines is of the document."""
    named = squeeze(draft.lines[at].text) if at + 2 < draft.foot else ""
    # 统计公报 is a document: a gazette is an organ's.
    if not named.endswith("公报") or not is_issuer(named.removesuffix("公报")):
        return at
    if _ISSUE.fullmatch(squeeze(draft.lines[at + 1].text)) is None:
        return at
    draft.accept([Mark(at, at + 2, Element.RESIDUE, _GAZETTE)])
    return at + 2


def _scan(draft: Draft, at: int, fields: Fields) -> tuple[int, Found[str] | None]:
    """Walk down the head; return the first line of the text proper, and the recipients above it."""
    lines = draft.lines
    titled = colon = False
    i = at
    limit = min(draft.foot, at + MAX_HEAD_LINES)
    # Above a title that the source marks as such no text begins.
    told = _told(draft, at, limit)
    while i < limit:
        part_title(draft, i)
        line = lines[i]
        if i <= told and draft.is_title(i):
            titled = True
            i += 1
            continue
        taken = read_row(draft, i, fields)
        if taken:
            i += taken
            continue
        plain = _plain(line)
        if plain is not None:
            draft.take(i, *plain)
        elif not line.contents and (dated := read_head_date(draft, i)) is not None:
            _keep_date(draft, i, dated, fields)
        elif i < told:
            pass
        elif (addressed := read_recipients(draft, i, limit)) is not None:
            if addressed.runs_on:
                draft.cut(i, addressed.found.end + 1)
            draft.accept([Mark(i, i + addressed.lines, Element.RECIPIENTS, addressed.ground)])
            return i + addressed.lines, addressed.found
        elif titled and draft.depth(i) > 1 and line.label is None and not line.ends_title:
            draft.leave(i, _OUTLINED)
            return i, None
        elif (begins := _begins_text(lines, i, titled, colon)) is not None:
            draft.leave(i, begins)
            return i, None
        titled = titled or ends_like_title(line.text.rstrip("。；;，"))
        colon = line.text[-1] in "：:"
        i += 1
    # Nothing but short lines: the text begins below the title, if there is one.
    return max(_below_title(draft, at, i), told + 1), None


def _told(draft: Draft, at: int, limit: int) -> int:
    """Return the last line of the title that the source marks as such; -1 without one. Below a sentence it is another text's."""
    told = -1
    for i in range(at, limit if draft.outlined else at):
        if draft.is_title(i):
            told = i
        elif told >= 0 or "。" in draft.lines[i].text:
            break
    return told


def _keep_date(draft: Draft, i: int, dated: HeadDate, fields: Fields) -> None:
    """Keep the date of a head, and the organs beside it, as what a field table gives."""
    if dated.alone:
        draft.take(i, Element.DATED, _DATED)
    fields.setdefault("dated", dated.date)
    if dated.organs is not None:
        fields.setdefault("issuers", dated.organs)


def _plain(line: LineFacts) -> tuple[Element, Ground] | None:
    """What a line of the head is, where it shows by itself, and why."""
    if line.page_number:
        return Element.PAGE_NUMBER, _PAGE
    if line.contents:
        return None
    if line.residue:
        return Element.RESIDUE, _RESIDUE
    return (Element.PROMULGATION, _HISTORY) if line.history else None


def _begins_text(lines: list[LineFacts], i: int, titled: bool, colon: bool) -> Ground | None:
    """Why the text begins with line `i`; None where it does not. A title or a colon may be above it."""
    line = lines[i]
    text = line.text
    if line.contents:
        return _CONTENTS
    if titled and text[0] == "|":
        return _ROW
    if len(text) > _LONG and not line.titular:
        return _TOO_LONG
    if "。" in text and text[0] not in "（(" and (titled or not line.titular):
        return _SENTENCE
    marker = line.marker
    # A page's title may open with a year: # 2025版.
    if marker is not None and (titled or (marker.level != "h1?" and not text.startswith(("# 1", "# 2")))):
        return _MARKER
    return _MARKER if (titled or colon) and _bare_one(lines, i) else None


def _bare_one(lines: list[LineFacts], i: int) -> bool:
    """Say whether line `i` is the numeral of a text's first heading, whose words are on the next line."""
    line = lines[i].text
    if "一" not in line or len(line) > _BARE or i + 1 == len(lines):
        return False
    marker = read_bare_marker(line, lines[i + 1].text)
    return marker is not None and marker.ordinal == "一"


def _below_title(draft: Draft, at: int, limit: int) -> int:
    for i in range(limit - 1, at - 1, -1):
        if draft.kinds[i] in (Element.PROMULGATION, Element.FIELD) or (
            draft.lines[i].ends_title and draft.lines[i].titular
        ):
            return i + 1
    return at
