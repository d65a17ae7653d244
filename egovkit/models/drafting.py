"""How a policy document came about (起草记录): background, principles, treatment of measures; terms that changed."""

from __future__ import annotations

from enum import StrEnum

from egovkit.models.frozen import Frozen, Text, Texts

__all__ = ["DraftingPrinciple", "DraftingRecord", "MeasureTreatment", "TermShift", "TreatmentKind"]


class TreatmentKind(StrEnum):
    """What drafters do with a measure (措施处理): in_principle 原则要求, by_pilot 试点推进, left_out 暂不写入.

    >>> TreatmentKind("by_pilot").name
    'BY_PILOT'
    """

    IN_PRINCIPLE = "in_principle"
    BY_PILOT = "by_pilot"
    LEFT_OUT = "left_out"


class DraftingPrinciple(Frozen):
    """A principle the drafters followed (起草原则): its name and its gist.

    >>> DraftingPrinciple(name="问题导向").gist is None
    True
    """

    name: Text
    gist: Text | None = None


class MeasureTreatment(Frozen):
    """What was done with measures of one sort (措施处理): which, how, and what that means.

    >>> MeasureTreatment(measures="涉及面广的工作", treatment="by_pilot").treatment.value
    'by_pilot'
    """

    measures: Text
    treatment: TreatmentKind
    gist: Text | None = None


class DraftingRecord(Frozen):
    """How a document was drafted (起草记录).

    - `background`: what led to it; `decision`, `decided_by`: who put it on the agenda, and as what.
    - `responsible_organ`: who drew it up (承办); `approach`: the manner of work as the drafters name it.
    - `principles` (起草思路), `treatments` (措施处理).
    - `draws_on`: the documents it draws on, by number, or by title where they bear none.

    >>> DraftingRecord(responsible_organ="某办公室", draws_on=("中办发〔2002〕17号",)).principles
    ()
    """

    background: Text | None = None
    decision: Text | None = None
    decided_by: Text | None = None
    responsible_organ: Text | None = None
    approach: Text | None = None
    principles: tuple[DraftingPrinciple, ...] = ()
    treatments: tuple[MeasureTreatment, ...] = ()
    draws_on: Texts = ()
    sources: Texts = ()


class TermShift(Frozen):
    """A term that gave way to another from one document to the next (提法变化).

    >>> TermShift(before="办公自动化", after="政务信息化", earlier="国办发〔2000〕36号", later="国办发〔2001〕25号").after
    '政务信息化'
    """

    before: Text
    after: Text
    earlier: Text
    later: Text
    gist: Text | None = None
