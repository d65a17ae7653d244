"""Which numbers are the document's own (本文字号): alone on a line, in its head, in its promulgation bracket.

A document's own number is no citation.
"""

from __future__ import annotations

from egovkit.grammar.titles import ends_like_title
from egovkit.lexicon import any_of
from egovkit.text.folding import BLANKS
from egovkit.text.patterns import LatePattern

__all__ = ["is_own_number"]

_LINE = 160
_HEAD = 400
_STEP = 64
_TRIM = BLANKS + "（()）[]【】〔〕#*|>-_—－·•　"
_OPEN = frozenset("（(【[〔［")
_CLOSED = frozenset("）)】]〕］")
_LABEL = LatePattern(r"(?:文[ 　]{0,4}号|字[ 　]?号|编[ 　]?号|文件号|签发号)[】\])）]?\s*[:：|]?\s*$")
_FIRST_DATE = LatePattern(
    r"[\s（(【\[#*>-]*(?:[该本](?:文件|规章|办法|规定)于?)?(?:[12１２][0-9０-９]{3}|[一二][〇零○Oo一二三四五六七八九]{3})\s*年"
)
_PROMULGATED = LatePattern(
    r"[\s，,]{0,3}(?:已经|已)?(?:公布|发布|印发|颁布|施行|修订|修正|修改|通过|批准|废止|第[一二三四五六七八九十]{1,3}次修)(?!的|了)"
)
_DATE_ALONE = LatePattern(r"[12][0-9]{3}年[0-9]{1,2}月[0-9]{1,2}日")
_LISTED = LatePattern(
    r"\s*(?:[0-9]{1,3}(?:\s*[.．、]|\t)|[（(][0-9一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}、)"
)
_SENTENCE = LatePattern(r"[。；;]")
_BASIS = LatePattern(r"(?:根据|依据|按照|依照|落实|贯彻|执行|参照|结合)")
_SALUTATION = LatePattern(r"各[^。；;《》\n：:]{2,150}[：:]")
# Whom the document addresses, where nothing is before the number: 财科〔2021〕190号省科协：…
_ADDRESSED = LatePattern(
    r"[\u4e00-\u9fff、]{1,60}(?:[局厅部委署院办会府校协团行室处所站]|[省市县区州旗]|单位|部门|公司|机关|机构|企业|中心)[：:]"
)
_WORDS = LatePattern(r"[\s　]{0,2}(?:文|通知|规定|精神|要求|和|、|及|等)")


# A head whose lines were joined: 某某市财政局文件某财发〔2021〕3号某某市财政局关于…的通知.
_ORGAN_LINE = LatePattern(r"[\u4e00-\u9fff（）()、\s]{2,80}(?:文件|[局厅部委署院办会府司处所站室行校团社])\s?")
_TITLE_LINE = LatePattern(
    lambda: (
        r"\s?(?:签发人[:：]?\s?[^\s，。]{0,4})?[\u4e00-\u9fff（）()、\s]{0,80}?关于[^，,。；;：:]{2,150}?的"
        rf"(?:{any_of('documents.title.kinds')}|复函)"
    )
)
_SAYS = LatePattern("转发|批转|收到|关于|印发|[你我贵按依据经将以对]|报来|来函|来文")


def is_own_number(text: str, start: int, end: int) -> bool:
    """Say whether the number from `start` to `end` is the document's own, and no citation (是否本文字号).

    >>> text = "国务院文件\\n国发〔2014〕1号\\n根据国发〔2013〕2号文件"
    >>> is_own_number(text, 6, 16), is_own_number(text, 19, 29)
    (True, False)
    """
    floor = max(0, start - _LINE)
    line_start = text.rfind("\n", floor, start) + 1 or floor
    left = text[line_start:start]
    newline = text.find("\n", end, end + _LINE)
    right = text[end : newline if newline >= 0 else min(len(text), end + _LINE)]
    if _LABEL.search(left):
        return True
    bare_left, bare_right = left.strip(_TRIM), right.strip(_TRIM)
    if not bare_left and (not bare_right or _DATE_ALONE.fullmatch(bare_right)):
        return True
    if _FIRST_DATE.match(left) and _PROMULGATED.match(right):
        return True
    if line_start < _LINE and _opens_run_on_head(text, line_start, left, right):
        return True
    return _stands_apart(text, start, left, right) or _in_bracket_line(left, right)


def _opens_run_on_head(text: str, line_start: int, left: str, right: str) -> bool:
    """Whether an organ alone opens the text before a number, and the title follows it without a break."""
    return (
        _ORGAN_LINE.fullmatch(left) is not None
        and _SAYS.search(left) is None
        and _TITLE_LINE.match(right) is not None
        and not text[:line_start].strip(_TRIM)
    )


def _stands_apart(text: str, start: int, left: str, right: str) -> bool:
    """Whether blanks part the number from a title before it, in the head of a text whose lines were joined."""
    opened = left[-1:] in _OPEN
    closed = right[:1] in _CLOSED
    if opened != closed:
        return False
    before = left[:-1] if opened else left
    behind = right[1:] if closed else right
    if behind.strip(BLANKS) and _WORDS.match(behind):
        return False
    first = not before.strip(_TRIM) and _ADDRESSED.match(behind) is not None
    run_on = not opened and (first or _SALUTATION.match(behind) is not None)
    if behind.strip(BLANKS) and behind[:1] not in BLANKS and not (run_on or (opened and behind[0] == "各")):
        return False
    title = before.rstrip(BLANKS)
    if not title.strip(_TRIM):
        return not opened and _first_in(text, start)
    if _LISTED.match(left) or text.find("：\n", 0, min(start, _HEAD)) >= 0:
        return False
    if start > _HEAD or not ends_like_title(title) or _SENTENCE.search(text, 0, start):
        return False
    return not _BASIS.search(title[-60:]) and (opened or run_on or before[-1:] in BLANKS)


def _first_in(text: str, start: int) -> bool:
    """Whether nothing but blanks and marks is in front, read backwards so that all numbers of a text cost its length."""
    while start > 0:
        if text[max(0, start - _STEP) : start].strip(_TRIM):
            return False
        start -= _STEP
    return True


_BRACKET_LINE = LatePattern(r"[^，,。；;《》]{0,60}$")


def _in_bracket_line(left: str, right: str) -> bool:
    """Whether the line is nothing but a bracket with date, organs and number."""
    left, right = left.strip(BLANKS), right.strip(BLANKS)
    if left[:1] not in ("（", "(") or right[-1:] not in ("）", ")") or len(left) + len(right) > 80:
        return False
    return bool(_BRACKET_LINE.match(left[1:]) and _BRACKET_LINE.match(right[:-1])) and not _BASIS.search(left)
