"""What is mended of a document (改正): all that has one right answer, or what a person has chosen of it."""

from __future__ import annotations

from egovkit.checks.finding import Finding
from egovkit.checks.fixing import Fixed, PlannedEdit, fix
from egovkit.errors import ReadError
from egovkit.interchange.source_text import Source
from egovkit.web.judging import finding_id, report_of
from egovkit.web.refusals import Refused
from egovkit.web.shapes import FixAnswer, PlannedRow

__all__ = ["fix_answer", "fixed_of", "mended_file"]


def fixed_of(source: Source, on: str, rules: str, only: str) -> Fixed:
    """Return a source with all that has one right answer mended, or only the findings that are named (改正).

    Refused (web.only) for a name of none that has an edit: the text is another than the one that was checked.

    >>> source = Source("按照国办发[2014]66号、国办发[2015]7号执行", "text", b"")
    >>> fixed_of(source, "", "", "GW201:18-24").text
    '按照国办发[2014]66号、国办发〔2015〕7号执行'
    """
    if not only:
        codes = [code.strip() for code in rules.split(",") if code.strip()]
        return fix(source, rules=codes or None, on=on or None)
    by_id = {
        finding_id(each.code, each.start, each.end): each
        for each in report_of(source, on, rules)
        if each.edit is not None
    }
    names = [name.strip() for name in only.split(",") if name.strip()]
    for name in names:
        if name not in by_id:
            raise Refused("web.only", "no finding of this text that has an edit is {name}", name=name)
    plan = _plan([by_id[name] for name in names])
    text = source.text
    for planned in reversed(plan):
        text = planned.edit.apply(text)
    return Fixed(text, tuple(plan), source.text)


def _plan(chosen: list[Finding]) -> list[PlannedEdit]:
    """Return the edits in order of place, of those that overlap the first."""
    plan: list[PlannedEdit] = []
    planned = (PlannedEdit(one.edit, one.code, one.message) for one in chosen if one.edit is not None)
    for each in sorted(planned, key=lambda one: (one.edit.start, -one.edit.end)):
        if not plan or each.edit.start >= plan[-1].edit.end:
            plan.append(each)
    return plan


def fix_answer(fixed: Fixed) -> FixAnswer:
    """Return a mended text as an answer (修正结果)."""
    return FixAnswer(
        text=fixed.text,
        source=fixed.source,
        plan=tuple(
            PlannedRow(
                start=each.edit.start, end=each.edit.end, replacement=each.edit.replacement, code=each.code,
                message=each.message,
            )
            for each in fixed.plan
        ),
    )  # fmt: skip


def mended_file(source: Source, fixed: Fixed, *, tracked: bool) -> bytes:
    """Return a file with a plan done (改正后的文件): a docx, a plain text in its encoding, of others the text alone.

    ReadError where tracked changes are asked for and the file is no docx.
    """
    if source.format == "docx":
        from egovkit.interchange.word.mending import mend_docx, mendable  # noqa: PLC0415  # of a docx alone

        return mend_docx(source.data, mendable(source.data, fixed), tracked)
    if tracked:
        raise ReadError("read.format", "a plain text has neither tracked changes nor comments: use --diff")
    if source.format == "text":
        from egovkit.interchange.text_mending import mend_text  # noqa: PLC0415  # of a plain text alone

        return mend_text(source.data, fixed)
    return fixed.text.encode("utf-8", "replace")
