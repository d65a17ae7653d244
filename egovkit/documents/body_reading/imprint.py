"""The imprint of a document (版记): 抄送, 主题词, 印发机关 and 印发日期, wherever in the text its lines stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from egovkit.documents.blocks import Element
from egovkit.documents.draft import Draft, Found, Mark
from egovkit.documents.grounds import Ground
from egovkit.documents.line_facts import LineFacts
from egovkit.documents.organ_lines import is_organ
from egovkit.errors import ParseError
from egovkit.models.dates import DocumentDate
from egovkit.text.folding import BLANKS, squeeze
from egovkit.text.patterns import LatePattern
from egovkit.text.records import quickly_made

__all__ = ["Imprint", "names_printer", "read_imprint"]

_MAX_LINE: Final = 1200
_IMPRINT: Final = LatePattern(
    rf"抄[{BLANKS}]*[送报][{BLANKS}]*[：:]|分[{BLANKS}]*送[{BLANKS}]*[：:]|主[{BLANKS}]*送[{BLANKS}]*[：:]|主[{BLANKS}]*题[{BLANKS}]*词[{BLANKS}]*[：:]|印[{BLANKS}]*发[：:]|共印[{BLANKS}]*[0-9]+|（共印"
)
_OPENERS: Final = frozenset("抄分主印共（")
_COPIES: Final = ("印发", "共印", "（共")
_PRINTED: Final = LatePattern(
    rf"(.{{0,60}}?)[{BLANKS}]*((?:[0-9]{{4}}|[〇○零一二三四五六七八九]{{4}})年.{{1,4}}月.{{1,4}}日)[{BLANKS}]*印[{BLANKS}]*发"
)
_WORDS: Final = LatePattern(rf"[{BLANKS}；;，,]+")

_SENT: Final = Ground("imprint.sent", "opens with 抄送, 分送 or 主送 and a colon", _IMPRINT)
_COPIED: Final = Ground("imprint.copies", "opens with 印发 or the number of copies", _IMPRINT)
_KEYWORDS: Final = Ground("imprint.keywords", "opens with 主题词", _IMPRINT)
_DATED: Final = Ground("imprint.printed", "a date and 印发 at its end", _PRINTED)
_ABOVE: Final = Ground("imprint.printer", "an organ alone, above the line with 印发", squeeze)


@quickly_made
@dataclass(frozen=True, slots=True)
class Imprint:
    """What the imprint prints (版记), each the first of its kind; `marks` says which lines a reading of it takes."""

    copied_to: Found[str] | None = None
    keywords: Found[tuple[str, ...]] | None = None
    printed_by: Found[str] | None = None
    printed_on: Found[DocumentDate] | None = None
    marks: tuple[Mark, ...] = ()

    def then(self, more: Imprint) -> Imprint:
        """Return this imprint, and of `more` what is missing here (并合).

        >>> Imprint(Found("甲局", 0, 2)).then(Imprint(Found("乙局", 5, 7), printed_by=Found("丙办", 9, 11)))
        Imprint(copied_to=Found(value='甲局', start=0, end=2), ..., printed_by=Found(value='丙办', start=9, end=11), ...)
        """
        return Imprint(
            self.copied_to or more.copied_to,
            self.keywords or more.keywords,
            self.printed_by or more.printed_by,
            self.printed_on or more.printed_on,
        )


def read_imprint(draft: Draft, i: int) -> Imprint | None:
    """Read line `i` of the imprint (读版记行), and the organ above it; None where it is none."""
    line = draft.lines[i]
    if len(line.text) > _MAX_LINE:
        return None
    found = _IMPRINT.match(line.text) if line.text[0] in _OPENERS else None
    if found is not None:
        return _opened(line, i, found)
    return _printed(draft, i) if line.text[-1] == "发" else None


def names_printer(draft: Draft, i: int) -> bool:
    """Say whether line `i` is the organ that prints, its date with 印发 alone on the line below (是否印发机关行)."""
    found = _PRINTED.fullmatch(draft.lines[i + 1].text) if i + 1 < draft.foot else None
    return found is not None and not found[1] and is_organ(squeeze(draft.lines[i].text))


def _opened(line: LineFacts, i: int, found: re.Match[str]) -> Imprint:
    words = line.text[found.end() :].strip(BLANKS)
    key = squeeze(found[0])[:2]
    at = line.start + found.end()
    # A label whose place was left empty says nothing, and what a later one says counts.
    if key == "抄送":
        named = words.rstrip("。")
        copied = Found(named, at, line.end) if named else None
        return Imprint(copied, marks=(Mark(i, i + 1, Element.COPIED_TO, _SENT),))
    if key == "主题":
        listed = tuple(filter(None, _WORDS.split(words)))
        keywords = Found(listed, at, line.end) if listed else None
        return Imprint(keywords=keywords, marks=(Mark(i, i + 1, Element.KEYWORDS, _KEYWORDS),))
    if key in _COPIES:
        return Imprint(marks=(Mark(i, i + 1, Element.PRINTED, _COPIED),))
    return Imprint(marks=(Mark(i, i + 1, Element.COPIED_TO, _SENT),))


def _printed(draft: Draft, i: int) -> Imprint | None:
    line = draft.lines[i]
    found = _PRINTED.fullmatch(line.text)
    if found is None:
        return None
    try:
        printed_on = Found(
            DocumentDate.parse(squeeze(found[2])), line.start + found.start(2), line.start + found.end(2)
        )
    except ParseError:
        return None
    mark = Mark(i, i + 1, Element.PRINTED, _DATED)
    if found[1].strip(BLANKS):
        printed_by = Found(squeeze(found[1]), line.start, line.start + found.end(1))
        return Imprint(printed_by=printed_by, printed_on=printed_on, marks=(mark,))
    above = draft.lines[i - 1] if i and draft.kinds[i - 1] is None else None
    if above is not None and is_organ(squeeze(above.text)):
        printed_by = Found(squeeze(above.text), above.start, above.end)
        marks = (Mark(i - 1, i, Element.PRINTED, _ABOVE), mark)
        return Imprint(printed_by=printed_by, printed_on=printed_on, marks=marks)
    return Imprint(printed_on=printed_on, marks=(mark,))
