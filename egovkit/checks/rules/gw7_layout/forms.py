"""GW761 to GW765: letters, orders and minutes (特定格式)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from egovkit.checks.finding import Strength
from egovkit.checks.laid_out import hit_on, hit_on_pages
from egovkit.checks.rule import Hit
from egovkit.checks.standards import layout_rule
from egovkit.checks.subject import Subject
from egovkit.documents.blocks import Element
from egovkit.documents.head_reading.minutes import ATTENDING
from egovkit.models.fonts import family_of
from egovkit.models.issuance import NumberForm
from egovkit.models.layout import Where

_UNDER: Final = "thickThin"


@layout_rule("GW761", "letter-rule", "信函格式双线", clause="GB/T 9704-2012, 10.1", strength=Strength.MUST)
def letter_rule(subject: Subject) -> Iterator[Hit]:
    """Under the mark of a letter there is a red double rule, the thick line above the thin one.

    Why: the letter is known by it; the one at the foot of the page is the other way round.
    """
    for paragraph, border in subject.laid_out.double_rules():
        if not (border.style.startswith(_UNDER) and border.color.upper() == "FF0000"):
            yield hit_on(
                paragraph,
                "信函格式标志之下应当为红色双线（上粗下细）",
                "the rule under the mark is red, thick over thin",
            )


@layout_rule("GW762", "letter-number", "信函格式发文字号", clause="GB/T 9704-2012, 10.1", strength=Strength.MUST)
def letter_number(subject: Subject) -> Iterator[Hit]:
    """The number of a letter is flush right under the first double rule.

    Why: across from it are the copy number and the marks of secrecy and urgency.
    """
    if not subject.laid_out.is_letter:
        return
    for laid in subject.laid_out.of(Element.NUMBER):
        if laid.paragraph.where is Where.BODY and not laid.is_part and laid.paragraph.align != "right":
            yield hit_on(laid.paragraph, "信函格式的发文字号应当顶格居右", "the number of a letter stands flush right")


@layout_rule("GW763", "letter-first-page", "信函格式首页页码", clause="GB/T 9704-2012, 10.1", strength=Strength.MUST)
def letter_first_page(subject: Subject) -> Iterator[Hit]:
    """The first page of a letter bears no number, and its imprint no rules and no printing note.

    Why: the lower double rule is where the number would be.
    """
    layout, laid_out = subject.layout, subject.laid_out
    if layout is None or not laid_out.is_letter:
        return
    numbered = any(footer.kind == "first" for footer in layout.footers)
    if layout.footers and (numbered or not (layout.pages and layout.pages[0].first_differs)):
        yield hit_on_pages("信函格式首页不显示页码", "the first page of a letter bears no number")
    for laid in laid_out.of(Element.COPIED_TO, Element.PRINTED):
        if laid.kind is Element.PRINTED or laid.paragraph.borders:
            yield hit_on(
                laid.paragraph,
                "信函格式的版记不加印发机关、印发日期和分隔线",
                "the imprint of a letter has no rules and no printing note",
            )


@layout_rule("GW764", "order-number", "命令格式令号居中", clause="GB/T 9704-2012, 10.2", strength=Strength.MUST)
def order_number(subject: Subject) -> Iterator[Hit]:
    """The number of an order (令) is centred, two empty lines under the mark.

    Why: an order has no title; its number is what it is called by.
    """
    number = subject.document.number
    if number is None or number.form is not NumberForm.ORDER:
        return
    for laid in subject.laid_out.of(Element.NUMBER):
        if laid.paragraph.where is Where.BODY and laid.paragraph.align != "center":
            yield hit_on(laid.paragraph, "令号应当居中", "the number of an order is centred")


@layout_rule("GW765", "attending-typeface", "纪要人员名单字体", clause="GB/T 9704-2012, 10.3", strength=Strength.SHOULD)
def attending_typeface(subject: Subject) -> Iterator[Hit]:
    """In minutes the words 出席, 请假 and 列席 are set in 黑体, the names after them in 仿宋.

    Why: the lists are found at a glance.
    """
    if subject.document.kind != "纪要":
        return
    for paragraph in subject.layout.paragraphs if subject.layout is not None else ():
        text = subject.text[paragraph.start : paragraph.end]
        if ATTENDING.match(text) is None:
            continue
        first = next((run for run in paragraph.runs if run.end > paragraph.start), None)
        if first is not None and family_of(first.han) != "黑体":
            yield Hit(
                paragraph.start,
                paragraph.start + 2,
                "纪要的“出席”“请假”“列席”一般用3号黑体",
                "the word is set in 黑体 of 16 points",
            )
