"""GW406 to GW411: the imprint at the end (版记), and page numbers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from egovkit.checks.finding import Severity, Strength
from egovkit.checks.rule import Hit, rule_of_2012
from egovkit.checks.subject import Subject
from egovkit.checks.words import HAN
from egovkit.data import tree
from egovkit.documents.blocks import Block, Element
from egovkit.text.folding import BLANKS, fold, squeeze
from egovkit.text.patterns import LatePattern

_B: Final = f"[{BLANKS}]"
_PRINTED: Final = LatePattern(
    rf"(?P<organ>[{HAN}（）]{{4,40}}){_B}*(?P<date>[0-9]{{4}}年[0-9]{{1,2}}月[0-9]{{1,2}}日)(?P<word>印制|印刷|刊印|印|发|下发|发布)?"
)
_BELOW: Final = LatePattern(lambda: "|".join(tree("check_terms")["below"]["openings"]))
_NAMES: Final = LatePattern("[、，,；;。]")
_PAGE: Final = LatePattern(
    r"[—–\-－─]{1,2}\s{0,3}(?P<number>[0-9]{1,4})\s{0,3}[—–\-－─]{1,2}|第\s?(?P<said>[0-9]{1,4})\s?页"
)


def _copied(subject: Subject) -> Iterator[Block]:
    """Yield the lines that begin with 抄送."""
    return (
        block
        for block in subject.elements.of(Element.COPIED_TO)
        if squeeze(subject.elements.surface(block)).startswith("抄送")
    )


@rule_of_2012(
    "GW406",
    "printed-word",
    "印发日期后“印发”",
    clause="GB/T 9704-2012, 7.4.3",
    strength=Strength.MUST,
    severity=Severity.WARNING,
    over="elements.copied_to",
)
def printed_word(subject: Subject) -> Iterator[Hit]:
    """印发 follows the date in the imprint.

    Why: the standard prints it so, which tells this date from the document's own.
    """
    for block, below in subject.elements.following():
        if block.kind is not Element.COPIED_TO or below is None or below.kind is Element.PRINTED:
            continue
        found = _PRINTED.fullmatch(subject.elements.surface(below))
        if found is not None:
            # Where no word is there, the date's last character is taken along.
            word = found["word"]
            yield Hit(
                below.end - len(word or "日"),
                below.end,
                "印发日期后加“印发”二字",
                "印发 follows the date in the imprint",
                replacement="印发" if word else "日印发",
            )


@rule_of_2012(
    "GW407",
    "imprint-order",
    "版记要素顺序",
    clause="GB/T 9704-2012, 7.4.2, 7.4.3",
    strength=Strength.SHOULD,
    severity=Severity.WARNING,
    over="elements.copied_to",
)
def imprint_order(subject: Subject) -> Iterator[Hit]:
    """抄送 is above the line of 印发机关和印发日期.

    Why: the standard gives the order.
    """
    imprint = list(subject.elements.of(Element.COPIED_TO, Element.PRINTED))
    for above, below in pairwise(imprint):
        if above.kind is Element.PRINTED and below.kind is Element.COPIED_TO:
            yield Hit(below.start, below.end, "抄送机关编排在印发机关和印发日期之上", "抄送 is above the line of 印发")


@rule_of_2012(
    "GW408",
    "copied-down",
    "上行文抄送下级",
    clause="中办发〔2012〕14号, art. 15(1)",
    strength=Strength.MUST,
    severity=Severity.WARNING,
    over="elements.copied_to",
)
def copied_down(subject: Subject) -> Iterator[Hit]:
    """A request or report gives no copy to organs below.

    Why: what is still asked for is not made known to those whom the answer will bind.
    """
    document = subject.document
    if document.kind not in ("请示", "报告"):
        return
    for block in _copied(subject):
        line = subject.elements.surface(block)
        at = line.find("送") + 2
        for name in _NAMES.split(line[at:]):
            if _BELOW.match(name.strip(BLANKS)):
                start = block.start + at
                yield Hit(start, start + len(name), "上行文不抄送下级机关", "a request gives no copy to organs below")
            at += len(name) + 1


@rule_of_2012(
    "GW409",
    "copied-recipient",
    "抄送主送机关",
    clause="中办发〔2012〕14号, art. 9(16)",
    strength=Strength.MUST,
    severity=Severity.WARNING,
    over="elements.copied_to",
)
def copied_recipient(subject: Subject) -> Iterator[Hit]:
    """Who is addressed is not given a copy besides.

    Why: copies go to organs other than those addressed.
    """
    document = subject.document
    if document.recipients is None:
        return
    addressed = {squeeze(name) for name in _NAMES.split(document.recipients)} - {""}
    for block in _copied(subject):
        line = subject.elements.surface(block)
        at = line.find("送") + 2
        for name in _NAMES.split(line[at:]):
            if squeeze(name) in addressed:
                start = block.start + at
                yield Hit(
                    start,
                    start + len(name),
                    "抄送机关是主送机关以外的机关",
                    "who is addressed is not given a copy besides",
                )
            at += len(name) + 1


@rule_of_2012(
    "GW410",
    "letter-imprint",
    "信函版记",
    clause="GB/T 9704-2012, 10.1",
    strength=Strength.MUST,
    severity=Severity.INFO,
)
def letter_imprint(subject: Subject) -> Iterator[Hit]:
    """The imprint of a letter (函) has no line of 印发机关和印发日期.

    Why: in the format of letters the standard leaves it out. Whether a letter has that format no text shows, so that
    this is a hint only.
    """
    document = subject.document
    number = document.number
    if number is None or document.kind != "函" or not (number.code or "").endswith("函") or document.printed_on is None:
        return
    yield Hit(
        *document.spans["printed_on"],
        "信函格式的版记不加印发机关和印发日期",
        "the imprint of a letter has no line of 印发",
    )


@rule_of_2012(
    "GW411",
    "page-number",
    "页码式样",
    clause="GB/T 9704-2012, 7.5",
    strength=Strength.SHOULD,
    severity=Severity.INFO,
    over="elements.page_numbers",
)
def page_number(subject: Subject) -> Iterator[Hit]:
    """A page number is between two dashes of one character each: — 3 —.

    Why: the standard prints it so. What takes the text out of a page may change the dashes, so that this is a hint.
    """
    for block in subject.elements.of(Element.PAGE_NUMBER):
        line = subject.elements.surface(block)
        found = _PAGE.fullmatch(line)
        if found is not None and not (line.startswith("—") and line.endswith("—")):
            wanted = f"— {fold(found['number'] or found['said'])} —"
            yield Hit(
                block.start,
                block.end,
                "页码左右各放一条一字线",
                "a page number is between two dashes",
                replacement=wanted,
            )
