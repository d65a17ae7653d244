"""GW751 to GW755: page numbers (页码)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from egovkit.checks.finding import Strength
from egovkit.checks.laid_out import hit_on_pages, named
from egovkit.checks.rule import Hit
from egovkit.checks.standards import layout_rule
from egovkit.checks.subject import Subject
from egovkit.models.fonts import family_of
from egovkit.models.layout import Footer
from egovkit.text.patterns import LatePattern

_FORM: Final = LatePattern(r"—\s?[0-9]{1,4}\s?—")


def _footers(subject: Subject) -> tuple[Footer, ...]:
    return subject.layout.footers if subject.layout is not None else ()


@layout_rule("GW751", "page-numbers", "页码", clause="GB/T 9704-2012, 7.5", strength=Strength.SHOULD)
def page_numbers(subject: Subject) -> Iterator[Hit]:
    """The pages are numbered.

    Why: a document of several pages is bound in order.
    """
    if subject.layout is not None and not subject.layout.footers:
        yield hit_on_pages("没有页码", "the pages are not numbered")


@layout_rule("GW752", "page-number-form", "页码写法", clause="GB/T 9704-2012, 7.5", strength=Strength.SHOULD)
def page_number_form(subject: Subject) -> Iterator[Hit]:
    """A page number is between two dashes: — 1 —.

    Why: a hyphen or a short dash is another sign.
    """
    for footer in _footers(subject):
        if not _FORM.fullmatch(footer.text):
            yield hit_on_pages(
                "页码数字左右应当各放一条一字线：— 1 —", "a page number stands between two dashes: — 1 —"
            )
            return


@layout_rule("GW753", "page-number-typeface", "页码字体字号", clause="GB/T 9704-2012, 7.5", strength=Strength.SHOULD)
def page_number_typeface(subject: Subject) -> Iterator[Hit]:
    """Page numbers are set in 宋体 of 4号, 14 points, half-width.

    Why: they are read apart from the text.
    """
    for footer in _footers(subject):
        if abs(footer.size - 14) > 0.26 or family_of(footer.latin) != "宋体":
            yield hit_on_pages(
                f"页码用了{named(footer.latin, footer.size)}，一般用4号半角宋体",
                "page numbers are set in 宋体 of 14 points",
            )
            return


@layout_rule("GW754", "page-number-sides", "页码单双页位置", clause="GB/T 9704-2012, 7.5", strength=Strength.SHOULD)
def page_number_sides(subject: Subject) -> Iterator[Hit]:
    """Page numbers are on the right of odd pages and on the left of even ones.

    Why: on both sides of a sheet that is the outer edge. One in a frame is placed by the frame.
    """
    layout = subject.layout
    footers = [footer for footer in _footers(subject) if not footer.framed]
    if layout is None or not footers or len(footers) < len(layout.footers):
        return
    kinds = {footer.kind: footer for footer in footers}
    odd, even = kinds.get("default"), kinds.get("even")
    sides = odd is not None and odd.align == "right" and even is not None and even.align in ("left", "both")
    if not layout.odd_and_even or not sides:
        yield hit_on_pages(
            "页码一般单页居右、双页居左", "page numbers stand on the right of odd pages, on the left of even ones"
        )


@layout_rule("GW755", "page-number-indent", "页码空一字", clause="GB/T 9704-2012, 7.5", strength=Strength.SHOULD)
def page_number_indent(subject: Subject) -> Iterator[Hit]:
    """Page numbers are one character from the edge of the type area.

    Why: flush with it they look like a line of the text.
    """
    for footer in _footers(subject):
        indent = footer.right if footer.align == "right" else footer.left
        if footer.align in ("right", "left", "both") and not footer.framed and not 0.85 <= indent <= 1.15:
            yield hit_on_pages("页码一般距版心边缘空一字", "page numbers stand one character from the edge")
            return
