"""Breaks that two lines show by themselves (独断之行): whatever the width of the text, the second goes on with the first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from egovkit.documents.line_breaks.paragraphs import GOVERNING_ENDS, governs
from egovkit.grammar.codes import vocabulary
from egovkit.grammar.headings import may_open_heading, read_marker
from egovkit.grammar.titles import ends_like_title
from egovkit.text.breaking import ends_sentence, width
from egovkit.text.folding import BLANKS, squeeze
from egovkit.text.patterns import LatePattern
from egovkit.text.records import maker

__all__ = ["LONG", "STEP", "TextLine", "breaks_sentence", "lone_breaks", "text_line"]

LONG: Final = 70
"""Characters of a line that no column is wide enough for."""
STEP: Final = 2.0
"""How far lines of a plain text are apart, in widths of a character."""
_MAX_SALUTATION: Final = 300
_NEAR_SALUTATION: Final = 61
_SYLLABLE: Final = 3
_MIN_PARAGRAPH: Final = 12
_MIN_CLAUSE: Final = 4
"""Characters of a line that names what a marker at the start of the next belongs to: 按照本通知附件."""
# The end of a line that ends no sentence, above one that is not empty. The break comes first, so that the engine looks for
# it alone.
_OPEN_END: Final = LatePattern(r"\n(?<=[^。；：\n]\n)(?!\n)")
_ADDRESSED: Final = LatePattern(r"(?:各|有关|直属|所属)[\u3400-\u9fff（）()]{1,20}$|[省市区县旗州盟署室司行校]$")


class TextLine(NamedTuple):
    """A line of a plain text (行): where its words are, how far they are set in, and how far below the line above."""

    start: int
    end: int
    inset: float
    body: str
    gap: float


def lone_breaks(text: str) -> Iterator[tuple[TextLine, TextLine]]:
    """Yield the pairs of lines between which a paragraph was broken, as they show by themselves (独断之行).

    >>> [(above.body, below.body) for above, below in lone_breaks("各部委、各直属\\n机构：\\n现就有关事项通知如下。")]
    [('各部委、各直属', '机构：')]
    """
    for found in _OPEN_END.finditer(text):
        at = found.end()
        stop = text.find("\n", at)
        below = text[at:stop] if stop >= 0 else text[at:]
        words = below.strip(BLANKS)
        # What may go on opens with a bracket or 第, is a syllable, or ends as a salutation: most lines do not.
        if not words or (
            words[0] not in "（(第"
            and len(words) > _SYLLABLE
            and (words[-1] not in "：:" or len(words) > _NEAR_SALUTATION)
        ):
            continue
        end = at - 1
        begin = text.rfind("\n", 0, end) + 1
        above = text[begin:end].rstrip("\r")
        body = above.strip(BLANKS)
        if not body or above[-1] in "。；：":
            continue
        plain = len(words) > _SYLLABLE and words[-1] not in "：:"
        if plain and body[-1] not in GOVERNING_ENDS and above[0] == body[0]:
            # Most are headings and items: no words before them lead to a marker, and none are set in.
            continue
        pair = text_line(above, begin, STEP), text_line(below.rstrip("\r"), at, STEP)
        if _breaks_off(*pair):
            yield pair


_line: Final = maker(TextLine)


def text_line(raw: str, at: int, gap: float, body: str | None = None) -> TextLine:
    """Return the line that `raw` is, which begins at `at` and is not blank (取行); `body` are its words, where known."""
    body = raw.strip(BLANKS) if body is None else body
    before = raw.index(body[0])
    inset = width(raw[:before].replace("\t", "    ")) if before else 0.0
    return _line((at + before, at + before + len(body), inset, body, gap))


def breaks_sentence(line: str) -> bool:
    """Say whether a line ends in the middle of a sentence, as no title does: with a character or a comma."""
    if not ("\u3400" <= line[-1] <= "\u9fff" or line[-1] in "，、"):
        return False
    return "关于" not in line or not ends_like_title(line)


def _breaks_off(above: TextLine, below: TextLine) -> bool:
    """Say of two lines alone whether the second goes on with the first."""
    line = above.body
    # What has cells is a row, and ends with it.
    if ends_sentence(line) or len(line) > LONG or "\t" in line:
        return False
    if below.body[-1] in "。；" and len(below.body) <= 3:
        # A syllable and a stop are no paragraph.
        return len(line) >= _MIN_PARAGRAPH and breaks_sentence(line)
    if below.body[-1] in "：:":
        return _is_salutation(line, below.body)
    if len(below.body) <= 2:
        # The word that says what kind of document it is: …的通 / 知.
        return "关于" in line and not ends_like_title(line) and ends_like_title(line + below.body)
    if below.body[0] not in "（(第" or len(line) < _MIN_CLAUSE:
        return False
    if ends_like_title(line) or (may_open_heading(line[0]) and read_marker(line) is not None):
        return False
    # A paragraph that is set in, its second line that is not.
    set_in = above.inset >= 2 > below.inset and "，" in line and "\u3400" <= line[-1] <= "\u9fff"
    return governs(line) or set_in


def _is_salutation(line: str, below: str) -> bool:
    """Say whether two lines address organs together: …各直属 / 机构：."""
    if len(below) >= len(line) or len(line) > _MAX_SALUTATION or line[-1] in "，、,；":
        return False
    if ends_like_title(line):
        return False  # 财政部、教育部关于…的通知 / 各省、自治区：
    whole = squeeze(line + below[:-1])
    names = re.split("[、，,]", whole)
    if len(names) < 2 or "。" in whole or not line.startswith(("各", names[0])):
        return False
    organ = vocabulary()
    return all(_ADDRESSED.search(name) or organ.looks_like_organ(name) for name in names)
