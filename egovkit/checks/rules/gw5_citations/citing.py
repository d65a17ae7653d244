"""GW501 to GW508: how a document is cited (引用的写法): title, number, title marks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from egovkit.checks.finding import Severity, Strength
from egovkit.checks.rule import Hit, rule
from egovkit.checks.standards import PUNCTUATION, citing
from egovkit.checks.subject import Subject
from egovkit.checks.words import HAN
from egovkit.checks.zones import touches
from egovkit.citations.not_documents import generic_kind, is_writ
from egovkit.grammar.brackets import title_spans
from egovkit.grammar.titles import kind_of
from egovkit.models.issuance import NumberForm
from egovkit.text.folding import BLANKS
from egovkit.text.patterns import LatePattern

_KIND_ALONE: Final = 6
_SINCE_PUNCTUATION: Final = date(2012, 6, 1)


@citing(
    "GW501",
    "number-before-title",
    "先引字号后引标题",
    over="citations",
)
def number_before_title(subject: Subject) -> Iterator[Hit]:
    """A citation gives the title first, then the number.

    Why: the regulation of 2000 said so, and it stayed the custom; a reader looks for the title. A number whose
    document issues what is named (国办发〔2014〕66号通知印发的《…》), and one before a mere kind (《决定书》), stand
    in front rightly.
    """
    for citation in subject.citations:
        if citation.title is None or not citation.numbers:
            continue
        number = citation.numbers[0]
        if number.start > citation.start + 1 or number.end >= citation.end or _mere_kind(citation.title):
            continue
        if number.value.form is NumberForm.REGULAR and "印发" not in subject.text[number.end : citation.start]:
            title = f"《{citation.title}》"
            yield Hit(
                citation.start,
                citation.end,
                "引用公文应当先引标题，后引发文字号",
                "a citation gives the title first, then the number",
                suggestion=f"{title}（{number.value}）",
            )


def _mere_kind(title: str) -> bool:
    return (len(title) <= _KIND_ALONE and generic_kind(title)) or (is_writ(title) and "关于" not in title)


@citing(
    "GW502",
    "bare-number-behind-title",
    "字号未加圆括号",
    over="numbered",
)
def bare_number(subject: Subject) -> Iterator[Hit]:
    """The number after a cited title is in round brackets.

    Why: the brackets keep the number apart from the sentence, and tell it from a number that is cited for itself.
    """
    for citation, number, value in subject.numbered:
        if citation.title is None or not citation.text.startswith("《"):
            continue
        if subject.text[number.start - 1] == "》":
            yield Hit(
                number.start,
                number.end,
                "标题后的发文字号应当用圆括号括入",
                "the number after a title is in round brackets",
                suggestion=f"（{value}）",
            )


_EMPTY: Final = LatePattern(rf"《[{BLANKS}×]*》")


@rule(
    "GW503",
    "empty-title",
    "书名号内空白",
    clause=f"{PUNCTUATION}, 4.15",
    strength=Strength.SHOULD,
    severity=Severity.WARNING,
    seeks=lambda: (_EMPTY,),
)
def empty_title(subject: Subject) -> Iterator[Hit]:
    """Something is between 《 and 》.

    Why: an empty pair is what a template leaves where nobody filled in the title.
    """
    for found in subject.matches(_EMPTY):
        yield Hit(*found.span(), "书名号内没有标题", "no title is between the title marks")


_MARKS: Final = LatePattern("[《》]")


def _unpaired(text: str) -> Iterator[tuple[int, str]]:
    """Yield the place of each title mark without its other half."""
    if text.count("《") == text.count("》"):
        return
    pending: list[int] = []
    for mark in _MARKS.finditer(text):
        if mark[0] == "《":
            pending.append(mark.start())
        elif pending:
            pending.pop()
        else:
            yield mark.start(), "》"
    yield from ((at, "《") for at in pending)


@rule(
    "GW504",
    "unpaired-title-mark",
    "书名号不成对",
    clause=f"{PUNCTUATION}, 4.15",
    strength=Strength.SHOULD,
    severity=Severity.WARNING,
    needs=("《》",),
)
def unpaired_title_mark(subject: Subject) -> Iterator[Hit]:
    """Title marks come in pairs: each 《 has its 》.

    Why: where the title ends decides what is cited.
    """
    for at, mark in _unpaired(subject.text):
        other = "》" if mark == "《" else "《"
        yield Hit(at, at + 1, f"书名号“{mark}”缺少与之成对的“{other}”", f"{mark} has no {other}")


@rule(
    "GW505",
    "nested-title-marks",
    "书名号内用双书名号",
    clause=f"{PUNCTUATION}, 4.15",
    strength=Strength.SHOULD,
    severity=Severity.WARNING,
    since=_SINCE_PUNCTUATION,
    over="citations",
)
def nested_title_marks(subject: Subject) -> Iterator[Hit]:
    """A title inside a title is in 〈 and 〉.

    Why: two kinds of marks show which title ends where; a third level takes 《 and 》 again.
    """
    for citation in subject.citations:
        for inner in citation.nested:
            if inner.text.startswith("《"):
                yield Hit(
                    inner.start,
                    inner.end,
                    "书名号里面还要用书名号时，里面用单书名号",
                    "a title inside a title is in single title marks",
                    suggestion=f"〈{inner.text[1:-1]}〉",
                )


@rule(
    "GW506",
    "single-title-marks",
    "单用单书名号",
    clause=f"{PUNCTUATION}, 4.15",
    strength=Strength.SHOULD,
    severity=Severity.WARNING,
    since=_SINCE_PUNCTUATION,
    needs=("〈",),
)
def single_title_marks(subject: Subject) -> Iterator[Hit]:
    """A title that is in no other title takes 《 and 》.

    Why: single title marks are those of a title inside a title. The document's own title, which prints no outer
    marks, is not judged.
    """
    text = subject.text
    if "〈" not in text:
        return
    own = subject.document.spans.get("title", (0, 0))
    titles = list(title_spans(text))
    for found in _SINGLE.finditer(text):
        at = found.start()
        if own[0] <= at < own[1] or touches(titles, *found.span()) or kind_of(found[1]) is None:
            continue
        yield Hit(*found.span(), "标示标题用双书名号", "a title takes double title marks", suggestion=f"《{found[1]}》")


_SINGLE: Final = LatePattern(r"〈([^〈〉《》\n]{2,100})〉")
_ANNOUNCING: Final = frozenset(("印发", "转发", "修改", "批准", "贯彻", "按照", "根据", "依据", "关于"))
_ASCII: Final = LatePattern(rf"<(?=[{HAN}])([^<>《》\n]{{2,100}}[{HAN}）)])>")


@rule(
    "GW507",
    "less-than-as-title-mark",
    "以小于号代书名号",
    clause=f"{PUNCTUATION}, 4.15",
    strength=Strength.SHOULD,
    severity=Severity.WARNING,
    needs=("<", ">"),
)
def less_than_signs(subject: Subject) -> Iterator[Hit]:
    """A title is in title marks, not between < and >.

    Why: the signs are those of arithmetic and of markup, and no reader takes what they hold for a title.
    """
    if "<" not in subject.text:
        return
    titles = list(title_spans(subject.text))
    for found in _ASCII.finditer(subject.text):
        inside = touches(titles, *found.span())
        announced = subject.text[max(0, found.start() - 2) : found.start()] in _ANNOUNCING
        if not (inside or announced) and kind_of(found[1]) is None:
            # Brackets of a makeshift, around what is no title.
            continue
        yield Hit(
            *found.span(),
            "书名号不用小于号、大于号代替",
            "a title takes title marks, not the signs for less and greater",
            suggestion=f"〈{found[1]}〉" if inside else f"《{found[1]}》",
        )


_BETWEEN: Final = LatePattern("》、《")
_REMARKED: Final = LatePattern(r"》[（(][^（()）\n]{1,60}[）)]、《")


@rule(
    "GW508",
    "comma-between-titles",
    "书名号之间用顿号",
    clause=f"{PUNCTUATION}, 4.5.3.5",
    strength=Strength.MAY,
    severity=Severity.INFO,
    since=_SINCE_PUNCTUATION,
    seeks=lambda: (_BETWEEN,),
)
def comma_between_titles(subject: Subject) -> Iterator[Hit]:
    """Titles of a list follow each other without 、.

    Why: since 2012 the standard leaves the mark out, as the title marks part the titles already; it stays where a
    remark in brackets is between them.
    """
    text = subject.text
    for found in subject.matches(_BETWEEN):
        at = found.start()
        # In a list where one title bears a remark, the mark stays between all of them.
        if not _REMARKED.search(text, max(0, at - 160), at + 160):
            yield Hit(
                at + 1,
                at + 2,
                "并列的书名号之间通常不用顿号",
                "titles of a list follow each other without a comma",
                replacement="",
            )
