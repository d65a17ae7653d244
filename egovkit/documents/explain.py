"""Why each line of a text was taken for what it is (何以如此): the grounds that its readers gave."""

from __future__ import annotations

from typing import Final

from egovkit.documents.blocks import Element
from egovkit.documents.body_reading.body import read_body
from egovkit.documents.body_reading.page_foot import mark_foot
from egovkit.documents.draft import Draft
from egovkit.documents.grounds import Decision, Ground
from egovkit.documents.head_reading.head import read_head
from egovkit.documents.line_facts import LineFacts

__all__ = ["explain"]

_PARAGRAPH: Final = Ground("body.paragraph", "nothing that the readers know")
_MARKUP: Final = Ground("draft.markup", "markup around a line, which no reader sees")


def explain(text: str) -> tuple[Decision, ...]:
    """Return for every line of a text, and markup around lines, what it is taken for, and which rule decided (判断依据).

    >>> [(d.element.value, d.decided_by) for d in explain("关于防火的通知\\n　　严禁用火。\\n某县人民政府\\n2024年3月1日")][2:]
    [('signature', 'closing.organs'), ('dated', 'closing.date')]
    """
    draft = Draft(text)
    mark_foot(draft)
    read_body(draft, read_head(draft))
    told = {
        line.start: _decision(line, kind or Element.PARAGRAPH, ground or _PARAGRAPH)
        for line, kind, ground in zip(draft.lines, draft.kinds, draft.grounds, strict=True)
    }
    return tuple(
        told.get(block.start) or Decision(block.start, block.end, block.kind, _MARKUP.name, _MARKUP.says)
        for block in draft.blocks()
    )


def _decision(line: LineFacts, element: Element, ground: Ground) -> Decision:
    return Decision(line.start, line.end, element, ground.name, ground.says, ground.word(line.text))
