"""The fields of a document (文件字段), from what its readers found: head, body, what follows from them, and force."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from egovkit.documents.body_reading.body import read_body
from egovkit.documents.body_reading.page_foot import mark_foot
from egovkit.documents.draft import Draft, spans_of, value_of
from egovkit.documents.facts import derive
from egovkit.documents.force import read_force
from egovkit.documents.head_reading.head import read_head

__all__ = ["fields_of"]


def fields_of(text: str, outline: Mapping[int, int] | None, printed: Sequence[str] | None = None) -> dict[str, Any]:
    """Read a text and return the fields of its `PolicyDocument` (读字段); `printed` are its lines, where they are known.

    >>> fields_of("关于防火的通知\\n严禁用火。", None)["kind"]
    '通知'
    """
    draft = Draft(text, outline, printed)
    mark_foot(draft)
    head = read_head(draft)
    body = read_body(draft, head)
    if body.number is not None:
        head = replace(head, number=body.number)
    facts = derive(draft, head, body)
    force = read_force(draft, head, body, facts)
    marks, closing, imprint = head.marks, body.closing, body.imprint
    spans = spans_of(head, marks, closing, imprint, facts, force)
    if body.annex_note is not None:
        spans["annexes"] = body.annex_note
    return dict(  # noqa: C408  (as the model has its fields)
        text=text,
        copy_number=value_of(marks.copy_number),
        secrecy=value_of(marks.secrecy),
        urgency=value_of(marks.urgency),
        organ_mark=value_of(marks.organ_mark),
        number=value_of(head.number),
        signatories=value_of(marks.signatories) or (),
        title=value_of(facts.title),
        kind=facts.kind,
        issuers=value_of(facts.issuers) or (),
        recipients=value_of(head.recipients),
        outline=body.outline,
        annexes=body.annexes,
        parts=body.parts,
        signature=value_of(closing.signature) or (),
        signers=value_of(closing.signers) or (),
        dated=value_of(facts.dated),
        note=value_of(closing.note),
        copied_to=value_of(imprint.copied_to),
        keywords=value_of(facts.keywords) or (),
        printed_by=value_of(imprint.printed_by),
        printed_on=value_of(imprint.printed_on),
        index_number=value_of(facts.index_number),
        topic=value_of(facts.topic),
        published_on=value_of(facts.published_on),
        effective_on=value_of(force.effective_on),
        effective_from_issue=force.effective_from_issue is not None,
        valid_for=value_of(force.valid_for),
        expires_on=value_of(force.expires_on) or force.last_day,
        blocks=draft.blocks(),
        spans=spans,
    )
