"""GW736 and GW737: what begins a page and what does not (分页)."""

from __future__ import annotations

from collections.abc import Iterator

from egovkit.checks.finding import Strength
from egovkit.checks.laid_out import hit_on
from egovkit.checks.rule import Hit
from egovkit.checks.standards import layout_rule
from egovkit.checks.subject import Subject
from egovkit.documents.blocks import Element
from egovkit.models.layout import Where


@layout_rule("GW736", "signature-alone", "署名不另页", clause="GB/T 9704-2012, 7.3.5.5", strength=Strength.SHOULD)
def signature_alone(subject: Subject) -> Iterator[Hit]:
    """The signature, the date and the note begin no page.

    Why: a page with a seal and no text lends itself to abuse; lines or characters are set closer or wider instead.
    """
    for laid in subject.laid_out.of(Element.SIGNATURE, Element.DATED, Element.NOTE):
        if laid.paragraph.page_break and not laid.is_part:
            yield hit_on(
                laid.paragraph,
                "署名、成文日期和附注不应另页编排",
                "the signature begins a page of its own",
            )


@layout_rule("GW737", "annex-page", "附件另面编排", clause="GB/T 9704-2012, 7.3.7", strength=Strength.MUST)
def annex_page(subject: Subject) -> Iterator[Hit]:
    """An annex begins a page, before the imprint.

    Why: it is taken out and used for itself.
    """
    starts = {part.start for part in subject.document.parts if part.kind == "annex"}
    for laid in subject.laid_out.of(Element.PART_TITLE):
        paragraph = laid.paragraph
        if paragraph.where is Where.BODY and paragraph.start in starts and not paragraph.page_break:
            yield hit_on(paragraph, "附件应当另面编排", "an annex begins a page")
