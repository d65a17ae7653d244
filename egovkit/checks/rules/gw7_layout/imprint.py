"""GW741 and GW742: the imprint (版记)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from egovkit.checks.finding import Strength
from egovkit.checks.laid_out import hit_on, is_of, named
from egovkit.checks.rule import Hit
from egovkit.checks.standards import layout_rule
from egovkit.checks.subject import Subject
from egovkit.documents.blocks import Element

_IMPRINT: Final = (Element.COPIED_TO, Element.PRINTED)


@layout_rule("GW741", "imprint-typeface", "版记字体字号", clause="GB/T 9704-2012, 7.4", strength=Strength.SHOULD)
def imprint_typeface(subject: Subject) -> Iterator[Hit]:
    """The imprint is set in 仿宋 of 4号, 14 points.

    Why: it is about the paper, not part of the document.
    """
    laid_out = subject.laid_out
    for laid in laid_out.of(*_IMPRINT):
        run = laid_out.main(laid)
        if run is not None and not is_of(run, "仿宋", 14):
            yield hit_on(
                laid.paragraph,
                f"版记用了{named(run.han, run.size)}，一般用4号仿宋体",
                "the imprint is not set in 仿宋 of 14 points",
            )


@layout_rule("GW742", "imprint-rules", "版记分隔线", clause="GB/T 9704-2012, 7.4.1", strength=Strength.SHOULD)
def imprint_rules(subject: Subject) -> Iterator[Hit]:
    """The imprint has rules above, below and between its entries; that of a letter has none.

    Why: they part it from the document. What is drawn is not judged.
    """
    laid_out = subject.laid_out
    found = list(laid_out.of(*_IMPRINT))
    if not found or laid_out.is_letter:
        return
    if not any(laid.paragraph.borders or laid.paragraph.drawn for laid in found):
        first = found[0].paragraph
        yield hit_on(first, "版记的首条和末条应当有分隔线", "the imprint has no rules")
