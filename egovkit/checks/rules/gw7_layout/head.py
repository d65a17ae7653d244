"""GW731 to GW735: the head with mark, number and red rule (版头)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from egovkit.checks.finding import Strength
from egovkit.checks.laid_out import Laid, hit_on, is_red
from egovkit.checks.rule import Hit
from egovkit.checks.standards import layout_rule
from egovkit.checks.subject import Subject
from egovkit.documents.blocks import Element
from egovkit.models.fonts import family_of
from egovkit.models.issuance import NumberForm
from egovkit.models.layout import ParagraphFormat, Where

_LINE: Final = 28.95
# Two lines, within half of one.
_TWO_LINES: Final = (43.0, 73.0)


@layout_rule("GW731", "mark-typeface", "发文机关标志字体颜色", clause="GB/T 9704-2012, 7.2.4", strength=Strength.SHOULD)
def mark_typeface(subject: Subject) -> Iterator[Hit]:
    """The mark of the organ is red, in 小标宋.

    Why: it is what a red-headed document is known by. Its size is open: striking, and dignified.
    """
    laid_out = subject.laid_out
    for laid in laid_out.of(Element.ORGAN_MARK):
        run = laid_out.main(laid)
        if run is not None and not is_red(run.color):
            yield hit_on(laid.paragraph, "发文机关标志一般为红色", "the mark of the organ is not red")
        elif run is not None and family_of(run.han) != "小标宋":
            yield hit_on(laid.paragraph, "发文机关标志一般用小标宋体", "the mark of the organ is not set in 小标宋")


@layout_rule("GW732", "mark-centred", "发文机关标志居中", clause="GB/T 9704-2012, 7.2.4", strength=Strength.MUST)
def mark_centred(subject: Subject) -> Iterator[Hit]:
    """The mark of the organ is centred.

    Why: the head is built around the middle. One in a table or a box is placed by these.
    """
    for laid in subject.laid_out.of(Element.ORGAN_MARK):
        if laid.paragraph.where is Where.BODY and laid.paragraph.align not in ("center", "distribute"):
            yield hit_on(laid.paragraph, "发文机关标志应当居中", "the mark of the organ is not centred")


def _under_mark(subject: Subject) -> Iterator[Laid]:
    """Yield the number of a document that prints a mark above it, in the text and not in a table or box."""
    laid_out = subject.laid_out
    number = subject.document.number
    # An order has no rule, and a letter another.
    if number is not None and number.form is NumberForm.ORDER:
        return
    if laid_out.is_letter or not any(laid_out.of(Element.ORGAN_MARK)):
        return
    yield from (laid for laid in laid_out.of(Element.NUMBER) if laid.paragraph.where is Where.BODY and not laid.is_part)


def _gap(subject: Subject, paragraph: ParagraphFormat) -> float:
    """Return how many points there are between a paragraph and the one above it, by empty lines and by their formats."""
    above = [one for one in subject.laid_out.layout.paragraphs if one.start < paragraph.start]
    after = above[-1].after if above else 0.0
    return paragraph.blanks * _LINE + max(paragraph.before, 0.0) + after


@layout_rule("GW733", "number-place", "发文字号位置", clause="GB/T 9704-2012, 7.2.5", strength=Strength.MUST)
def number_place(subject: Subject) -> Iterator[Hit]:
    """The number is two empty lines under the mark, centred.

    Why: of a document to a superior it is on the left, across from who signs off.
    """
    if subject.document.signatories:
        return
    for laid in _under_mark(subject):
        paragraph = laid.paragraph
        if paragraph.align != "center" or abs(paragraph.first) > 0.1:
            yield hit_on(laid.paragraph, "发文字号应当居中", "the number is not centred")
        elif not _TWO_LINES[0] <= _gap(subject, paragraph) <= _TWO_LINES[1]:
            yield hit_on(
                laid.paragraph,
                "发文字号应当编排在发文机关标志下空二行位置",
                "the number stands two lines under the mark",
            )


@layout_rule("GW734", "number-of-upward", "上行文发文字号位置", clause="GB/T 9704-2012, 7.2.5", strength=Strength.MUST)
def number_of_upward(subject: Subject) -> Iterator[Hit]:
    """The number of a document to a superior is one character in from the left, on the line of who signs off.

    Why: what is across from it is 签发人.
    """
    if not subject.document.signatories:
        return
    for laid in _under_mark(subject):
        paragraph = laid.paragraph
        if paragraph.align in ("center", "right") or not 0.85 <= laid.indent <= 1.15:
            yield hit_on(
                laid.paragraph, "上行文的发文字号应当居左空一字", "the number stands one character in from the left"
            )


@layout_rule("GW735", "red-rule", "版头分隔线", clause="GB/T 9704-2012, 7.2.7", strength=Strength.MUST)
def red_rule(subject: Subject) -> Iterator[Hit]:
    """Under the number there is a red rule as wide as the type area.

    Why: it parts the head from the document. One that is drawn is not judged: a drawing does not say what it shows.
    """
    for laid in _under_mark(subject):
        rules = subject.laid_out.head_rules
        if not rules and not subject.laid_out.has_drawings_in_head:
            yield hit_on(laid.paragraph, "发文字号之下应当有红色分隔线", "there is no red rule under the number")
        elif rules and not any(is_red(rule.color) for rule in rules):
            yield hit_on(laid.paragraph, "版头分隔线应当为红色", "the rule under the number is not red")
