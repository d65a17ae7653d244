"""GW711 to GW719: typefaces, sizes, colours and the indents of the text (字体字号)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from egovkit.checks.finding import Strength
from egovkit.checks.laid_out import Laid, hit_on, is_of, is_red, named
from egovkit.checks.rule import Hit
from egovkit.checks.standards import custom_layout, layout_rule
from egovkit.checks.subject import Subject
from egovkit.documents.blocks import Element
from egovkit.documents.head_reading.minutes import ATTENDING
from egovkit.documents.structure.outline import Level
from egovkit.models.fonts import family_of
from egovkit.models.layout import RunFormat, Where
from egovkit.text.patterns import LatePattern

_TEXT: Final = (
    Element.PARAGRAPH,
    Element.RECIPIENTS,
    Element.ANNEX_NOTE,
    Element.SIGNATURE,
    Element.DATED,
    Element.NOTE,
)
_FAMILIES: Final = {Level.H1: "黑体", Level.H2: "楷体", Level.H3: "仿宋", Level.H4: "仿宋"}
_NAMES: Final = {Level.H1: "第一层", Level.H2: "第二层", Level.H3: "第三层", Level.H4: "第四层"}
_HAN: Final = LatePattern("[\u3400-\u9fff]")
_SHARED_MARKS: Final = LatePattern("[“”‘’—…]")
_ENDS: Final = frozenset("。；：！？”）…")
_BLACK: Final = frozenset(["AUTO", "000000"])
# How far a first line of two characters may be from them, as twips are rounded.
_TWO: Final = (1.85, 2.15)


def _is_mark(subject: Subject, laid: Laid, run: RunFormat) -> bool:
    """Say whether the title of minutes is their red mark (10.3), which has no size of its own."""
    return laid.kind is Element.TITLE and subject.document.kind == "纪要" and is_red(run.color)


@layout_rule("GW711", "text-typeface", "正文字体字号", clause="GB/T 9704-2012, 5.2.2", strength=Strength.SHOULD)
def text_typeface(subject: Subject) -> Iterator[Hit]:
    """Text is set in 仿宋 of 3号, 16 points.

    Why: it is what holds wherever the standard says nothing else. Any product of the family will do.
    """
    laid_out = subject.laid_out
    for laid in laid_out.of(*_TEXT):
        # Of the lists in minutes the first word is in 黑体, and may be most of the line.
        if laid.paragraph.where is not Where.BODY or ATTENDING.match(laid.text):
            continue
        # What is centred is a second line of an annex's title, or a heading of its own, and no text.
        if laid.kind is Element.PARAGRAPH and laid.paragraph.align == "center":
            continue
        run = laid_out.main(laid)
        if run is not None and not is_of(run, "仿宋", 16):
            yield hit_on(
                laid.paragraph,
                f"正文用了{named(run.han, run.size)}，一般用3号仿宋体",
                "the text is not set in 仿宋 of 16 points",
            )


@layout_rule("GW712", "heading-typeface", "层次标题字体", clause="GB/T 9704-2012, 7.3.3", strength=Strength.SHOULD)
def heading_typeface(subject: Subject) -> Iterator[Hit]:
    """Headings are set in 黑体, 楷体, 仿宋 and 仿宋 by level, all of 3号.

    Why: levels are told by typeface, not by size. Of a heading that its text follows in the same line, the heading counts.
    """
    laid_out = subject.laid_out
    for laid in laid_out.of(Element.HEADING):
        run = laid_out.first(laid)
        if laid.level not in _FAMILIES or run is None or laid.paragraph.where is not Where.BODY:
            continue
        family = _FAMILIES[laid.level]
        if not is_of(run, family, 16):
            yield hit_on(
                laid.paragraph,
                f"{_NAMES[laid.level]}标题用了{named(run.han, run.size)}，一般用3号{family}",
                "the heading is not in the typeface of its level",
            )


@layout_rule("GW713", "title-typeface", "标题字体字号", clause="GB/T 9704-2012, 7.3.1", strength=Strength.SHOULD)
def title_typeface(subject: Subject) -> Iterator[Hit]:
    """The title is set in 小标宋 of 2号, 22 points.

    Why: the standard names a family and no product; 华文中宋 is taken for one of it.
    """
    laid_out = subject.laid_out
    for laid in laid_out.of(Element.TITLE):
        run = laid_out.main(laid)
        if run is not None and not is_of(run, "小标宋", 22) and not _is_mark(subject, laid, run):
            yield hit_on(
                laid.paragraph,
                f"标题用了{named(run.han, run.size)}，一般用2号小标宋体",
                "the title is not set in 小标宋 of 22 points",
            )


@layout_rule("GW714", "title-centred", "标题居中", clause="GB/T 9704-2012, 7.3.1", strength=Strength.MUST)
def title_centred(subject: Subject) -> Iterator[Hit]:
    """The title is centred, without indents that move it off the middle.

    Why: an indent of the first line, which a style brings along, moves a centred line by half of it.
    """
    for laid in subject.laid_out.of(Element.TITLE):
        paragraph = laid.paragraph
        if paragraph.align != "center":
            yield hit_on(laid.paragraph, "标题应当居中", "the title is not centred")
        elif abs(paragraph.first) > 0.1 or abs(paragraph.left - paragraph.right) > 0.1 or paragraph.spaces:
            yield hit_on(laid.paragraph, "标题居中却带缩进或空格，偏离中线", "an indent moves the title off the middle")


@layout_rule("GW715", "paragraph-indent", "段首空二字", clause="GB/T 9704-2012, 7.3.3", strength=Strength.MUST)
def paragraph_indent(subject: Subject) -> Iterator[Hit]:
    """A paragraph begins two characters in, and its other lines are flush left.

    Why: an indent in points is another number of characters in another size. A line that ends without a mark, as those of a form
    do, or that is centred, is no paragraph of text, nor are the lists of who attended.
    """
    for laid in subject.laid_out.body():
        paragraph = laid.paragraph
        if paragraph.align in ("center", "right") or (paragraph.spaces and abs(paragraph.first) > 0.5):
            continue
        if laid.kind is Element.PARAGRAPH and laid.text.rstrip()[-1:] not in _ENDS:
            continue
        # The lists of minutes hang: their other lines are under the first name (10.3).
        if ATTENDING.match(laid.text):
            continue
        indent = paragraph.spaces or paragraph.first
        if not _TWO[0] <= indent <= _TWO[1] or abs(paragraph.left) > 0.1:
            yield hit_on(
                laid.paragraph,
                "段首应当左空二字，回行顶格",
                "a paragraph begins two characters in, its other lines flush left",
            )


@layout_rule("GW716", "black", "文字颜色", clause="GB/T 9704-2012, 5.2.4", strength=Strength.MUST)
def black(subject: Subject) -> Iterator[Hit]:
    """Text is black, but for the mark of the organ and its rule.

    Why: a document is printed in black and red; coloured text is mostly left over from work on it.
    """
    title = subject.document.spans.get("title", (0, 0))[0]
    for laid in subject.laid_out.paragraphs:
        for run in laid.paragraph.runs:
            # Above the title may be the mark of a letter, which nothing in the text tells from a line of the site.
            if is_red(run.color) and (laid.kind is Element.ORGAN_MARK or run.start < title):
                continue
            if _is_mark(subject, laid, run):
                continue
            if run.color.upper() not in _BLACK and subject.text[run.start : run.end].strip():
                yield Hit(run.start, run.end, "文字应当为黑色", "the text is not black")


@custom_layout("GW717", "bold", "加粗", clause="custom; GB/T 9704-2012, 7.3.3")
def bold(subject: Subject) -> Iterator[Hit]:
    """Titles and headings of the first two levels are told by typeface, not by bold letters.

    Why: no clause asks for bold; a 黑体 made bold is often a blot. Below the second level it is the custom of many organs.
    """
    for laid in subject.laid_out.of(Element.TITLE, Element.HEADING, Element.PARAGRAPH):
        if laid.level in (Level.H3, Level.H4) or laid.paragraph.where is not Where.BODY:
            continue
        for run in laid.paragraph.runs:
            if run.bold and _HAN.search(subject.text, run.start, run.end):
                yield Hit(run.start, run.end, "不必加粗，标准以字体区分层次", "bold letters tell no level")


@custom_layout("GW718", "marks-in-latin-font", "标点用西文字体", clause="custom; GB/T 15834-2011, 5.1")
def marks_in_latin_font(subject: Subject) -> Iterator[Hit]:
    """Quotation marks, dashes and dots are set in the Han font.

    Why: “ ” — … are characters of both scripts, and a word processor sets them in the Latin font unless it is told: half as
    wide, and of another shape.
    """
    for laid in subject.laid_out.paragraphs:
        for run in laid.paragraph.runs:
            if run.eastern or run.latin is None or family_of(run.latin) is not None:
                continue
            found = _SHARED_MARKS.search(subject.text, run.start, run.end)
            if found is not None:
                yield Hit(
                    found.start(),
                    found.end(),
                    "标点由西文字体排出，宽窄、形状与汉字不合",
                    "the mark is set in the Latin font",
                )


@custom_layout("GW719", "indented-twice", "重复缩进", clause="custom; GB/T 9704-2012, 7.3.3")
def indented_twice(subject: Subject) -> Iterator[Hit]:
    """A paragraph is indented by its format or by blanks, not by both.

    Why: together they make four characters.
    """
    for laid in subject.laid_out.body():
        if laid.paragraph.spaces and laid.paragraph.first > 0.5 and laid.paragraph.align not in ("center", "right"):
            yield hit_on(
                laid.paragraph, "段首既有空格又有首行缩进", "the paragraph is indented by blanks and by its format"
            )
