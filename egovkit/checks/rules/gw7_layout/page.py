"""GW701 to GW707: the page, its margins, lines and characters (页面)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from egovkit.checks.finding import Strength
from egovkit.checks.laid_out import hit_on, hit_on_pages
from egovkit.checks.rule import Hit
from egovkit.checks.standards import custom_layout, layout_rule
from egovkit.checks.subject import Subject
from egovkit.documents.head_reading.minutes import ATTENDING
from egovkit.models.layout import Page, ParagraphFormat
from egovkit.models.type_area import CHARACTERS, COMPENSATED, NOMINAL, PAPER, SLACK, WIDTH

# GB/T 33476.2-2016 measures the margins of a word processor to the line where GB/T 9704 measures to the character: half of a
# line's leading (2.43 mm) less above and below. A file may keep the one or the other.
_TOPS: Final = (NOMINAL.top, COMPENSATED.top)
_HEIGHTS: Final = tuple(PAPER[1] - page.top - page.bottom for page in (NOMINAL, COMPENSATED))
# 22 lines in 225 mm are 28.99 points each; from 27.9 to 30.1 are the 28 points of custom, and the 29.5 of GB/T 33476.2.
_LINE: Final = (27.9, 30.1)


def _upright(subject: Subject) -> Iterator[Page]:
    layout = subject.layout
    return (page for page in (layout.pages if layout is not None else ()) if not page.landscape)


def _near(value: float, wanted: float) -> bool:
    return abs(value - wanted) <= SLACK


@layout_rule("GW701", "paper-size", "用纸幅面", clause="GB/T 9704-2012, 5.1", strength=Strength.MUST)
def paper_size(subject: Subject) -> Iterator[Hit]:
    """The paper is A4, 210 mm by 297 mm.

    Why: official documents are filed and bound together; a template from elsewhere is often of Letter size.
    """
    for page in subject.layout.pages if subject.layout is not None else ():
        width, height = sorted((page.width, page.height))
        if not (_near(width, PAPER[0]) and _near(height, PAPER[1])):
            yield hit_on_pages(
                f"用纸为{page.width:.0f}mm×{page.height:.0f}mm，应当为A4（210mm×297mm）",
                f"the paper is {page.width:.0f} by {page.height:.0f} mm, not A4",
            )
            return


@layout_rule("GW702", "top-margin", "天头", clause="GB/T 9704-2012, 5.2.1", strength=Strength.MUST)
def top_margin(subject: Subject) -> Iterator[Hit]:
    """The top margin is 37 mm, within 1 mm; 34.6 mm where the lines are set in a grid by GB/T 33476.2.

    Why: the margin is measured to the characters. In a grid these are in the middle of their lines, so that the same page
    has a smaller margin in the word processor.
    """
    for page in _upright(subject):
        if not any(_near(page.top, top) for top in _TOPS):
            yield hit_on_pages(
                f"天头{page.top:.1f}mm，应当为37mm±1mm",
                f"the top margin is {page.top:.1f} mm, not 37 mm within 1 mm",
            )
            return


@layout_rule("GW703", "binding-margin", "订口", clause="GB/T 9704-2012, 5.2.1", strength=Strength.MUST)
def binding_margin(subject: Subject) -> Iterator[Hit]:
    """The margin at the binding, on the left, is 28 mm, within 1 mm; a gutter counts to it.

    Why: documents are stapled on the left and filed.
    """
    for page in _upright(subject):
        if not _near(page.left, NOMINAL.left):
            yield hit_on_pages(
                f"订口{page.left:.1f}mm，应当为28mm±1mm",
                f"the left margin is {page.left:.1f} mm, not 28 mm within 1 mm",
            )
            return


@layout_rule("GW704", "type-area", "版心尺寸", clause="GB/T 9704-2012, 5.2.1", strength=Strength.MUST)
def type_area(subject: Subject) -> Iterator[Hit]:
    """The type area is 156 mm wide and 225 mm high; 229.8 mm by the margins of GB/T 33476.2.

    Why: 22 lines of 28 characters fill it.
    """
    for page in _upright(subject):
        width, height = page.width - page.left - page.right, page.height - page.top - page.bottom
        heights = [one for top, one in zip(_TOPS, _HEIGHTS, strict=True) if _near(page.top, top)] or list(_HEIGHTS)
        wanted = heights[0]
        if not _near(width, WIDTH) or not any(_near(height, one) for one in heights):
            yield hit_on_pages(
                f"版心{width:.1f}mm×{height:.1f}mm，应当为156mm×{wanted:.0f}mm",
                f"the type area is {width:.1f} by {height:.1f} mm, not 156 by {wanted:.0f} mm",
            )
            return


def _gridded(subject: Subject) -> bool:
    """Say whether a document grid gives the lines their height."""
    return any(
        page.grid is not None and page.line_pitch is not None and _LINE[0] <= page.line_pitch <= _LINE[1]
        for page in _upright(subject)
    )


def _is_line(paragraph: ParagraphFormat, gridded: bool) -> bool:
    if paragraph.rule == "exact":
        return paragraph.line is not None and _LINE[0] <= paragraph.line <= _LINE[1]
    # A grid sets single lines; any other height is no multiple of it.
    return gridded and (paragraph.line is None or paragraph.line == 1.0)


@layout_rule("GW705", "line-height", "行距", clause="GB/T 9704-2012, 5.2.3", strength=Strength.SHOULD)
def line_height(subject: Subject) -> Iterator[Hit]:
    """A page has 22 lines: a line is exactly 28.95 points high, or set by a document grid.

    Why: lines of one and a half, or at least so high, give another number on each page. 28 points are the custom of many
    organs, 29.5 points are those of GB/T 33476.2; both pass.
    """
    gridded = _gridded(subject)
    for laid in subject.laid_out.body():
        if not _is_line(laid.paragraph, gridded):
            yield hit_on(
                laid.paragraph,
                f"正文行距为{_said(laid.paragraph)}，一般用固定值28.95磅，每面22行",
                "a line is exactly 28.95 points high, so that a page has 22",
            )


def _said(paragraph: ParagraphFormat) -> str:
    if paragraph.line is None:
        return "单倍"
    if paragraph.rule == "auto":
        return f"{paragraph.line:g}倍"
    return f"{'固定值' if paragraph.rule == 'exact' else '最小值'}{paragraph.line:g}磅"


@custom_layout("GW706", "space-around-paragraphs", "段前段后间距", clause="custom; GB/T 9704-2012, 5.2.3")
def space_around_paragraphs(subject: Subject) -> Iterator[Hit]:
    """Paragraphs of the text have no space before and after them.

    Why: with it the lines of a page are no longer those of the next.
    """
    for laid in subject.laid_out.body():
        # The lists of minutes are a line under the text (10.3).
        if ATTENDING.match(laid.text):
            continue
        if laid.paragraph.before or laid.paragraph.after:
            yield hit_on(
                laid.paragraph,
                "正文段落不设段前、段后间距",
                "paragraphs have no space around them",
            )


@layout_rule("GW707", "characters-a-line", "每行字数", clause="GB/T 9704-2012, 5.2.3", strength=Strength.SHOULD)
def characters_a_line(subject: Subject) -> Iterator[Hit]:
    """A line has 28 characters.

    Why: characters of 16 points, which word processors call 3号, fill 156 mm with 27; they are set a quarter of a point closer,
    or by a document grid.
    """
    page = next(_upright(subject), None)
    if page is None:
        return
    extra = page.char_space if page.grid in ("linesAndChars", "snapToChars") else 0.0
    pitches = Counter[float]()
    for laid in subject.laid_out.body():
        for run in laid.paragraph.runs:
            pitches[round(run.size + run.spacing + extra, 2)] += run.end - run.start
    if not pitches:
        return
    pitch = pitches.most_common(1)[0][0]
    count = int((page.width - page.left - page.right) / 25.4 * 72 / pitch + 0.05) if pitch > 0 else 0
    if count != CHARACTERS:
        yield hit_on_pages(
            f"每行{count}字，一般为28字（3号字字符间距紧缩0.25磅，或设文档网格）",
            f"a line has {count} characters, not 28",
        )
