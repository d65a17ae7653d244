"""GW721 to GW728: where the elements around the text are (要素位置)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from egovkit.checks.finding import Strength
from egovkit.checks.laid_out import Laid, hit_on, is_of
from egovkit.checks.rule import Hit
from egovkit.checks.standards import layout_rule
from egovkit.checks.subject import Subject
from egovkit.documents.blocks import Element
from egovkit.models.fonts import family_of
from egovkit.models.layout import Where

_TWO: Final = (1.85, 2.15)
_FLUSH: Final = 0.15


def _in(subject: Subject, *kinds: Element) -> Iterator[Laid]:
    return (laid for laid in subject.laid_out.of(*kinds) if laid.paragraph.where is Where.BODY)


@layout_rule("GW721", "recipients-flush", "主送机关顶格", clause="GB/T 9704-2012, 7.3.2", strength=Strength.MUST)
def recipients_flush(subject: Subject) -> Iterator[Hit]:
    """The recipients are flush left, their other lines too.

    Why: the style of the text, put on them, moves them two characters in.
    """
    for laid in _in(subject, Element.RECIPIENTS):
        if abs(laid.indent) > _FLUSH or laid.paragraph.left > _FLUSH:
            yield hit_on(laid.paragraph, "主送机关应当居左顶格，回行仍顶格", "the recipients stand flush left")


@layout_rule("GW722", "annex-note-indent", "附件说明左空二字", clause="GB/T 9704-2012, 7.3.4", strength=Strength.MUST)
def annex_note_indent(subject: Subject) -> Iterator[Hit]:
    """The annex note begins two characters in.

    Why: its names are under one another, and their other lines under the first character of the name.
    """
    for laid in _in(subject, Element.ANNEX_NOTE):
        if laid.text.startswith("附件") and not _TWO[0] <= laid.indent <= _TWO[1]:
            yield hit_on(laid.paragraph, "附件说明应当左空二字", "the annex note begins two characters in")


@layout_rule("GW723", "date-place", "署名与成文日期居右", clause="GB/T 9704-2012, 7.3.5", strength=Strength.SHOULD)
def date_place(subject: Subject) -> Iterator[Hit]:
    """The signature and the date are on the right by their format: the date two or four characters in, or further.

    Why: put there by blanks they move with every change of size. Sealed, the date is four characters in; without a seal two or
    more, by the length of the organ's name.
    """
    for laid in _in(subject, Element.DATED, Element.SIGNATURE):
        paragraph = laid.paragraph
        if laid.is_part:
            continue
        what = "成文日期" if laid.kind is Element.DATED else "署名"
        if paragraph.align not in ("right", "center") or paragraph.spaces > 1:
            yield hit_on(
                laid.paragraph,
                f"{what}一般用右对齐加右缩进排在右侧",
                "the signature and the date stand on the right by their format",
            )
        elif laid.kind is Element.DATED and paragraph.align == "right" and paragraph.right < _TWO[0]:
            yield hit_on(
                laid.paragraph,
                "成文日期一般右空四字（加盖印章）或右空二字以上",
                "the date stands two characters or more from the right",
            )


@layout_rule("GW724", "note-indent", "附注左空二字", clause="GB/T 9704-2012, 7.3.6", strength=Strength.MUST)
def note_indent(subject: Subject) -> Iterator[Hit]:
    """The note in brackets is two characters in.

    Why: it is no part of the signature, which is on the right.
    """
    for laid in _in(subject, Element.NOTE):
        if not _TWO[0] <= laid.indent <= _TWO[1] or laid.paragraph.align in ("right", "center"):
            yield hit_on(laid.paragraph, "附注应当居左空二字", "the note stands two characters in")


@layout_rule("GW725", "annex-label", "附件标识", clause="GB/T 9704-2012, 7.3.7", strength=Strength.MUST)
def annex_label(subject: Subject) -> Iterator[Hit]:
    """The label of an annex is set in 黑体 of 3号, flush left on its first line.

    Why: it is what the annex note names.
    """
    laid_out = subject.laid_out
    for laid in _in(subject, Element.PART_TITLE):
        if not laid.text.startswith("附件") or len(laid.text.strip()) > len("附件10"):
            continue
        run = laid_out.main(laid)
        if abs(laid.indent) > _FLUSH or laid.paragraph.align in ("right", "center"):
            yield hit_on(laid.paragraph, "附件标识应当顶格", "the label of an annex stands flush left")
        elif run is not None and not is_of(run, "黑体", 16):
            yield hit_on(laid.paragraph, "附件标识应当用3号黑体", "the label of an annex is set in 黑体 of 16 points")


@layout_rule("GW726", "signatory-typeface", "签发人字体", clause="GB/T 9704-2012, 7.2.6", strength=Strength.MUST)
def signatory_typeface(subject: Subject) -> Iterator[Hit]:
    """The name of who signs off is set in 楷体, the words 签发人： in 仿宋.

    Why: the name is told apart from the words that announce it.
    """
    document = subject.document
    for name in document.signatories:
        for laid in subject.laid_out.of(Element.SIGNATORIES, Element.NUMBER):
            at = subject.text.find(name, laid.paragraph.start, laid.paragraph.end)
            runs = [run for run in laid.paragraph.runs if at >= 0 and run.start < at + len(name) and at < run.end]
            if any(family_of(run.han) != "楷体" for run in runs):
                yield Hit(at, at + len(name), "签发人姓名应当用3号楷体", "the name of who signs off is set in 楷体")


@layout_rule("GW727", "secrecy-typeface", "密级和紧急程度", clause="GB/T 9704-2012, 7.2.2", strength=Strength.SHOULD)
def secrecy_typeface(subject: Subject) -> Iterator[Hit]:
    """The marks of secrecy and urgency are set in 黑体 of 3号, flush left.

    Why: they are read first.
    """
    laid_out = subject.laid_out
    for laid in _in(subject, Element.SECRECY, Element.URGENCY):
        run = laid_out.main(laid)
        wrong = run is not None and not is_of(run, "黑体", 16)
        if wrong or abs(laid.indent) > _FLUSH or laid.paragraph.align in ("right", "center"):
            yield hit_on(
                laid.paragraph,
                "密级和紧急程度一般用3号黑体，顶格",
                "secrecy and urgency are set in 黑体 of 16 points, flush left",
            )


@layout_rule("GW728", "copy-number-place", "份号位置", clause="GB/T 9704-2012, 7.2.1", strength=Strength.SHOULD)
def copy_number_place(subject: Subject) -> Iterator[Hit]:
    """The copy number is set in 3号, flush left on the first line.

    Why: it is where a copy is looked for.
    """
    for laid in _in(subject, Element.COPY_NUMBER):
        sizes = {run.size for run in laid.paragraph.runs}
        if abs(laid.indent) > _FLUSH or laid.paragraph.align in ("right", "center") or sizes - {16.0}:
            yield hit_on(
                laid.paragraph,
                "份号一般用3号字，顶格编排在版心左上角第一行",
                "the copy number is set in 16 points, flush left",
            )
