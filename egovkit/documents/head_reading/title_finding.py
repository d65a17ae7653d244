"""The title of a document among the lines of its head (找标题): one line, or several of one run."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from egovkit.documents.blocks import Element
from egovkit.documents.draft import Draft, Found, Mark
from egovkit.documents.grounds import Ground
from egovkit.documents.head_reading.own_number import is_order_mark, is_serial
from egovkit.documents.head_reading.titles import MAX_LINE, clean_title
from egovkit.documents.line_facts import LineFacts
from egovkit.documents.organ_lines import AND_OTHERS, is_organ, organs_of
from egovkit.grammar.titles import bare_title, ends_like_title, kind_of, split_issuer
from egovkit.lexicon import any_of
from egovkit.text.folding import BLANKS, squeeze
from egovkit.text.limits import MAX_TITLE_LINES
from egovkit.text.patterns import LatePattern

__all__ = ["read_title"]

Free = Sequence[LineFacts | None]
"""The lines of a head; None for one that was taken otherwise and belongs to no title."""

# A line that ends here goes on: with the next line the title is whole.
_CARRIES_ON: Final = ("的", "和", "及", "与", "、", "等")
_CARRIED_ON: Final = ("的", "和", "及", "与", "关于", "《", "〈")
# The first words of a title that opens with its year; what is dated of day or month is none.
_OF_A_YEAR: Final = LatePattern(r"[0-9０-９]{4}年(?!.{0,3}月|第)[\u3400-\u9fff、“”（）《》0-9]{6,60}")
_BRACKETED: Final = LatePattern(r"[（(][^（()）]{2,24}[)）]")
_OF_VERSION: Final = LatePattern(lambda: any_of("documents.title.versions"))
# 某市人民政府办公室　2021年3月4日 is no title.
_DAY_LAST: Final = LatePattern(r"[0-9〇○零一二三四五六七八九]\s?年.{1,4}月.{1,5}日$")
_OF_HISTORY: Final = LatePattern("[0-9〇一二三四五六七八九].*[日过布]")
_WHOLE: Final = LatePattern(
    lambda: rf"^[^《》]{{2,40}}?(?:{any_of('documents.title.whole')})|^(?:{any_of('documents.title.states')})"
)
_ORGAN_END: Final = LatePattern(lambda: rf"(?:{any_of('documents.title.organs')})$")
# A line that opens a list of measures without a marker; no title begins so.
_MEASURE: Final = LatePattern(lambda: any_of("documents.title.measures"))
_MAX_SUBTITLES: Final = 3
_SHORT: Final = 7
_MERE: Final = 4


def _kind_word(line: str) -> str | None:
    return kind_of(clean_title([line]))


_TOLD: Final = Ground(
    "title_finding.told", "the source says that it is the title: by its style and the name of the file"
)
_SPELT: Final = Ground("title_finding.spelt", "spells the title that the field table gives")
_KIND: Final = Ground("title_finding.kind", "ends with a kind word, or belongs to the line that does", _kind_word)
_HASH: Final = Ground("title_finding.hash", "the heading of a page in Markdown")
_ALONE: Final = Ground("title_finding.alone", "is alone above number, recipients, history or the text")
_PAGE_NAME: Final = Ground("title_finding.page", "heads the page, and the title below names it in 《》")
_AGAIN: Final = Ground("title_finding.again", "is the title once more")
_MINUTES: Final = Ground("title_finding.minutes", "the mark of minutes, whose own title is below")
_SHORT_NAME: Final = Ground("title_finding.short", "is the title without the organs that it names where it is printed")


class _Run(NamedTuple):
    """The lines of a title, from the first to the last, and what shows that they are."""

    first: int
    last: int
    ground: Ground


def read_title(
    draft: Draft, at: int, rest: int, known: Found[str] | None, addressed: bool
) -> tuple[Found[str] | None, list[Mark]]:
    """Read the title among the lines from `at` up to `rest` (读标题), and which lines it takes.

    `known` is the title as a field table gives it, which is in where none is printed; `addressed` says that
    the head has recipients.
    """
    lines = draft.lines
    free = _free(draft, at, rest)

    def joint(line: str) -> bool:
        # An organ above a title belongs to it if the text names it again: in its signature.
        return is_organ(squeeze(line)) and squeeze(line) in draft.text[lines[rest - 1].end :]

    told = _told(draft, at, rest)
    run = told or _find(free, known.value if known else None, joint)
    if run is None:
        run = _alone(free, addressed, len(lines) - at)
    if run is None:
        return (known and Found(squeeze(known.value), known.start, known.end)), []
    title = _joined(free, run)
    marks = _marks(free, run, at)
    found = Found(title, lines[at + run.first].start, lines[at + run.last].end)
    # Pages print a title more than once.
    while True:
        free[run.first : run.last + 1] = [None] * (run.last + 1 - run.first)
        run = _find(free, title, joint)
        below = _joined(free, run) if run is not None else ""
        if run is not None and below == title:
            marks += _marks(free, run._replace(ground=_AGAIN), at)
        elif told:
            return found, marks
        elif run is not None and f"《{title}》" in below:
            # A page is headed by what the notice below issues.
            marks = [mark._replace(element=Element.RESIDUE, ground=_PAGE_NAME) for mark in marks]
            marks += _marks(free, run, at)
            title, found = below, Found(below, lines[at + run.first].start, lines[at + run.last].end)
        elif run is not None and (_names_issuers(free, run, title, below) or _is_page_name(title, below)):
            # A page is headed by the title without its organs, and the document below by the whole.
            marks = [mark._replace(element=Element.RESIDUE, ground=_SHORT_NAME) for mark in marks]
            marks += _marks(free, run, at)
            title, found = below, Found(below, lines[at + run.first].start, lines[at + run.last].end)
        elif run is not None and _is_mark_of_minutes(title, below):
            marks = [mark._replace(element=Element.ORGAN_MARK, ground=_MINUTES) for mark in marks]
            marks += _marks(free, run, at)
            title, found = below, Found(below, lines[at + run.first].start, lines[at + run.last].end)
        else:
            return found, marks


def _is_mark_of_minutes(title: str, below: str) -> bool:
    """Say whether minutes print their meeting as their mark, and below it what they are about: 关于…的纪要."""
    return title.endswith("会议纪要") and "关于" not in title and below.endswith("纪要") and below.startswith("关于")


def _told(draft: Draft, at: int, rest: int) -> _Run | None:
    """Return the lines that the source says are the title, the first that are together; None where it does not say."""
    free = [draft.kinds[i] is None and draft.is_title(i) for i in range(at, rest)]
    if not any(free):
        return None
    first = at + free.index(True)
    last = first
    while last + 1 < rest and free[last + 1 - at]:
        last += 1
    return _Run(first - at, last - at, _TOLD)


def _names_issuers(free: Free, run: _Run, title: str, below: str) -> bool:
    """Say whether the lines of a run are a title with the organs that issue it before it: 某市财政局 before 关于…."""
    if title == below or not below.endswith(title):
        return False
    printed = " ".join([line.text for line in free[run.first : run.last + 1] if line is not None])
    issuers = _leading(printed, len(below) - len(title))
    return bool(organs_of(issuers)) or AND_OTHERS.search(issuers) is not None


def _is_page_name(title: str, below: str) -> bool:
    """Say whether what heads a page is the title below it after words of the page: 政务服务丨某市人民政府关于…."""
    issuer, rest = split_issuer(below)
    if not title.endswith(below) or title == below or issuer is None or not rest.startswith("关于"):
        return False
    return not is_organ(title[: len(title) - len(below)])


def _leading(line: str, size: int) -> str:
    """Return the beginning of a line that has so many characters besides blanks and marks of a page."""
    at = 0
    bare = line.lstrip("#* ")
    while size > 0 and at < len(bare):
        size -= bare[at] not in BLANKS
        at += 1
    return bare[:at]


def _free(draft: Draft, at: int, rest: int) -> list[LineFacts | None]:
    kinds = draft.kinds
    free = [line if kinds[at + i] is None else None for i, line in enumerate(draft.lines[at:rest])]
    for i, below in enumerate(free[1:]):
        above = free[i]
        # 财政部公告 / 2023年第71号: that is the number's first line.
        if above is not None and below is not None and is_serial(below.text) and is_order_mark(above.text):
            free[i] = None
    return free


def _marks(free: Free, run: _Run, at: int) -> list[Mark]:
    return [
        Mark(at + i, at + i + 1, Element.TITLE, run.ground)
        for i in range(run.first, run.last + 1)
        if free[i] is not None
    ]


def _joined(free: Free, run: _Run) -> str:
    return clean_title([line.text for line in free[run.first : run.last + 1] if line is not None])


def _find(free: Free, known: str | None, joint: Callable[[str], bool]) -> _Run | None:
    """Return the lines of a title that is spelt, ends with a kind word, or is a page's heading; None without one."""
    if known and (spelt := _spelt(free, squeeze(known))) is not None:
        return spelt
    # The name of a page's section (通知, 通知公告) is no title where another one is below.
    mere: _Run | None = None
    for end, line in enumerate(free):
        if line is None or not line.titular or not ends_like_title(clean_title([line.text])):
            continue
        if len(squeeze(line.text)) <= _MERE and line.text[0] != "#" and not (end and _is_carried(free[end - 1])):
            mere = mere or _Run(_run_begins(free, end, line, joint), end, _KIND)
            continue
        last, bottom = end, line
        while last + 1 < len(free) and (below := free[last + 1]) is not None and _goes_on(bottom, below):
            last, bottom = last + 1, below
        return _Run(_run_begins(free, end, line, joint), last, _KIND)
    if mere is not None:
        return mere
    for i, line in enumerate(free):
        if line is not None and line.text.startswith("# ") and line.titular:
            return _Run(i, i, _HASH)
    return None


def _run_begins(free: Free, end: int, here: LineFacts, joint: Callable[[str], bool]) -> int:
    """Return the first line of the title whose last line is `end`; `joint` says whether a line names one more organ."""
    start = end
    while start > 0 and end - start + 1 < MAX_TITLE_LINES:
        above = free[start - 1]
        if here.text.startswith("#") or above is None or squeeze(above.text).endswith(squeeze(here.text)):
            break
        if (not above.titular and not _opens_with_year(above, here)) or _DAY_LAST.search(above.text):
            break
        # 关于 goes on with an organ's name; a short line that is none is a page's: 专题专栏.
        carries = above.text.endswith(_CARRIES_ON) or (
            here.text.startswith(_CARRIED_ON) and not (here.text.startswith("关于") and _is_short(above.text))
        )
        if not carries and (above.ends_title or _begins_anew(here.text, above.text, joint, start == end)):
            break
        start, here = start - 1, above
    return start


def _opens_with_year(above: LineFacts, here: LineFacts) -> bool:
    """Say whether a line is the first of a title that opens with its year: 2020年防火工作 / 完成情况报告."""
    words = squeeze(above.text + here.text)
    return len(above.text) > _SHORT and _OF_A_YEAR.fullmatch(words) is not None and ends_like_title(words)


def _is_carried(above: LineFacts | None) -> bool:
    """Say whether the line above goes on with the next: …防火工作的 / 通知."""
    return above is not None and above.text.endswith(_CARRIES_ON)


def _is_short(line: str) -> bool:
    """Say whether a line is too short for one of a title, and names no organ."""
    return len(line) < _SHORT and not _ORGAN_END.search(squeeze(line))


def _begins_anew(here: str, above: str, joint: Callable[[str], bool], last: bool) -> bool:
    """Say whether a title begins with the line `here`, and the one above it is none of its own."""
    if _is_short(above):
        return True
    if last and squeeze(here).startswith(squeeze(above)):
        # The organ's mark, which the title names again.
        return True
    return last and _WHOLE.search(here) is not None and not _WHOLE.search(above) and not joint(above)


def _goes_on(here: LineFacts, below: LineFacts) -> bool:
    """Say whether a title goes on below the line that ends with its kind word."""
    if len(below.text) > MAX_LINE or squeeze(here.text).endswith(squeeze(below.text)):
        return False
    if _BRACKETED.fullmatch(below.text) and not _OF_HISTORY.search(below.text):
        return bare_title(here.text) == here.text and _OF_VERSION.search(below.text) is not None
    if not below.titular or not below.ends_title:
        return False
    return below.text.startswith(("的", "和", "及")) or ("关于印发" in here.text and below.text.endswith("的通知"))


def _spelt(free: Free, title: str) -> _Run | None:
    for i, line in enumerate(free):
        joined = clean_title([line.text]) if line is not None else ""
        if not joined or not title.startswith(joined):
            continue
        for end in range(i, min(i + MAX_TITLE_LINES, len(free))):
            below = free[end]
            if end > i and below is not None:
                joined += clean_title([below.text])
            if joined == title:
                return _Run(i, end, _SPELT)
            if not title.startswith(joined):
                break
    return None


def _alone(free: Free, addressed: bool, below: int) -> _Run | None:
    """A title without a kind word: the line that is alone above number, recipients, history or the text.

    `below` counts the lines from the head's first to the end of the text.
    """
    for i, line in enumerate(free):
        if line is None or (line.text[-1] == "号" and len(line.text) <= 40):
            continue
        if not _may_stand_alone(line) or i + 1 >= below or (addressed and any(free[i + 1 :])):
            return None
        # A subtitle or two may be below, then the text.
        return _Run(i, i, _ALONE) if sum(map(bool, free[i + 1 :])) <= _MAX_SUBTITLES else None
    return None


def _may_stand_alone(line: LineFacts) -> bool:
    text = line.text
    return (
        4 < len(text) <= 60
        and line.titular
        and text[-1] not in "）)”"
        and " " not in text.strip("# ")
        and not is_organ(text)
        and _DAY_LAST.search(text) is None
        and _MEASURE.match(text) is None
    )
