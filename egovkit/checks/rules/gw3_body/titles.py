"""GW301 to GW306: the title (标题)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from egovkit.checks.finding import Severity, Strength
from egovkit.checks.official import statutory_kinds
from egovkit.checks.rule import Hit, Scope, custom, rule, rule_of_2012
from egovkit.checks.subject import Subject
from egovkit.checks.zones import touches
from egovkit.documents.blocks import Element
from egovkit.documents.organ_lines import is_organ
from egovkit.grammar.titles import bare_title, kind_of
from egovkit.lexicon import any_of
from egovkit.models.issuance import NumberForm
from egovkit.text.patterns import LatePattern

_REPLIES: Final = ("答复", "函复", "回复", "说明", "公示")
_SUBJECTLESS: Final = ("通知", "意见", "通报", "报告", "请示", "批复", "函", "决议")
_BOTH: Final = ("的请示报告", "的报告请示")
_QUALIFIERS: Final = LatePattern(r"(?:紧急|重要|补充|特别|有关|的|若干)+$")
_ENDED: Final = LatePattern(
    lambda: (
        rf"[^。；：！？]{{0,40}}关于[^。；：！？]{{2,100}}(?:{any_of('documents.title.kinds')})(?P<mark>[。，,；;、！])"
    )
)
_HEAD_BLOCKS: Final = 12
# A title that stands again within so many characters is the page's, with the document's below.
_TITLE_AGAIN: Final = 200
_END_MARKS: Final = "。；;，"
_QUOTED: Final = LatePattern(r"[《〈“（(【][^》〉”）)】]*[》〉”）)】]")


@rule(
    "GW301",
    "statutory-kind",
    "法定文种",
    clause="中办发〔2012〕14号, art. 8, 9(7); before 2012-07-01 the regulations of 1987, 1993, 1996 and 2000",
    strength=Strength.MUST,
    severity=Severity.WARNING,
    since=date(1987, 2, 18),
)
def statutory_kind(subject: Subject) -> Iterator[Hit]:
    """The title of an official document ends with one of the statutory kinds (文种), of its day.

    Why: a plan, a set of rules or an application is no kind: it is issued by a 通知 or put forward by a 请示. Judged
    where number, recipients and signature show that the text is an official document; replies to deputies are left
    out.
    """
    document = subject.document
    number, title = document.number, document.title
    if number is None or number.form is not NumberForm.REGULAR or not document.signature:
        return
    if document.recipients is None or document.spans["number"][1] > document.spans["recipients"][0]:
        return
    if title is None:
        yield from _without_kind(subject)
        return
    bare = bare_title(title)
    kind = document.kind if document.kind is not None else kind_of(bare)
    kinds = statutory_kinds(subject.day)
    if kind in kinds or bare.endswith(_REPLIES) or "关于" not in bare:
        return
    # A page may be headed by the title of what the document issues, with the document's own below.
    start = document.spans["title"][1]
    head = subject.text[start : document.spans["recipients"][0]]
    if "印发" in head or "转发" in head or subject.text[document.spans["title"][0]] == "#":
        return
    # A line that ends with 规定 or the like may be the first of a title of two.
    if any(bare_title(line.strip()).endswith(tuple(kinds)) for line in head.splitlines()):
        return
    yield Hit(
        *document.spans["title"],
        "标题应当以法定文种结尾" + ("" if kind is None else f"，“{kind}”不是法定文种"),
        "the title ends with no statutory kind of document",
    )


def _without_kind(subject: Subject) -> Iterator[Hit]:
    """Yield the line that is where the title should and ends with no kind of document at all."""
    document = subject.document
    stop = min(document.spans["number"][0], document.spans["recipients"][0])
    above = [block for block in document.blocks if block.end <= stop and block.kind is Element.PARAGRAPH]
    line = subject.elements.surface(above[-1]) if above else ""
    issuer = document.signature[0]
    if line.startswith(f"{issuer}关于") and not line.endswith(("。", "：", "；", *_REPLIES)):
        yield Hit(
            above[-1].start,
            above[-1].end,
            "标题应当以法定文种结尾",
            "the title ends with no statutory kind of document",
        )


@rule_of_2012(
    "GW302",
    "two-kinds",
    "请示报告混用",
    clause="中办发〔2012〕14号, art. 8, 15(4)",
    strength=Strength.MUST,
    severity=Severity.ERROR,
)
def two_kinds(subject: Subject) -> Iterator[Hit]:
    """A document is a request (请示) or a report (报告), not both.

    Why: a request has to be answered, a report must not contain one.
    """
    document = subject.document
    if document.title is None:
        return
    bare = bare_title(document.title)
    if bare.endswith(_BOTH):
        start, end = document.spans["title"]
        printed = subject.text[start:end]
        at = max(printed.rfind("请示报告"), printed.rfind("报告请示"))
        yield Hit(
            start + at if at >= 0 else start,
            start + at + 4 if at >= 0 else end,
            "“请示”和“报告”是两个文种，不得混用",
            "a request and a report are two kinds of document",
            suggestion="请示、报告",
        )


@rule_of_2012(
    "GW303",
    "title-issuer",
    "标题无发文机关",
    clause="中办发〔2012〕14号, art. 9(7)",
    strength=Strength.MUST,
    severity=Severity.WARNING,
)
def title_issuer(subject: Subject) -> Iterator[Hit]:
    """A title names the issuing organ, the matter and the kind.

    Why: cited alone, a title without its organ is ambiguous. Sites leave the organ out of titles, so that this is no
    error. Judged where number and signature show that the document is whole.
    """
    document = subject.document
    if document.title is None or document.number is None or not document.signature:
        return
    title, number = document.spans["title"], document.spans.get("number", (0, 0))
    if not document.title.startswith("关于"):
        return
    # A site heads its page with a title of its own, number and all, and what it says of the page is around it.
    headed = subject.text.find(document.title, title[1], title[1] + _TITLE_AGAIN) >= 0
    if headed or title[0] <= number[0] < title[1] or touches(subject.surroundings, 0, max(title[1], number[1])):
        return
    yield Hit(
        *document.spans["title"],
        "标题由发文机关名称、事由和文种组成，缺发文机关名称",
        "a title begins with the issuing organ",
        suggestion=f"{'、'.join(document.signature)}{document.title}" if len(document.signature) == 1 else None,
    )


@rule_of_2012(
    "GW304",
    "title-subject",
    "标题无事由",
    clause="中办发〔2012〕14号, art. 9(7)",
    strength=Strength.MUST,
    severity=Severity.WARNING,
)
def title_subject(subject: Subject) -> Iterator[Hit]:
    """A title says what the document is about.

    Why: a title of organ and kind alone tells nothing. Orders, announcements and decisions do without.
    """
    document = subject.document
    if document.title is None or document.kind not in _SUBJECTLESS:
        return
    rest = bare_title(document.title).removesuffix(document.kind)
    rest = _QUALIFIERS.sub("", rest)
    if not rest or ("关于" not in rest and is_organ(rest)):
        yield Hit(*document.spans["title"], "标题缺事由", "the title does not say what the document is about")


@custom(
    "GW305",
    "title-end-mark",
    "标题末标点",
    clause="custom: no mark follows a title",
)
def title_end_mark(subject: Subject) -> Iterator[Hit]:
    """No punctuation mark ends a title.

    Why: no clause of today names it; it is the custom of all printed documents.
    """
    document = subject.document
    if document.title is not None:
        end = document.spans["title"][1]
        # A sentence before other sentences looks like one.
        addressed = document.recipients is not None or document.number is not None
        if addressed and document.text[end - 1] in _END_MARKS:
            yield Hit(end - 1, end, "标题末不用标点符号", "no punctuation mark ends a title", replacement="")
        return
    blocks = document.blocks[:_HEAD_BLOCKS]
    for i, block in enumerate(blocks):
        if block.end - block.start > 160:
            return
        found = _ENDED.fullmatch(subject.elements.surface(block))
        # Recipients are below a title, with the number between the two at most.
        if found is not None and any(subject.elements.surface(below)[-1] in "：:" for below in blocks[i + 1 : i + 3]):
            start = block.start + found.start("mark")
            yield Hit(start, block.end, "标题末不用标点符号", "no punctuation mark ends a title", replacement="")
            return


@custom(
    "GW306",
    "title-marks",
    "标题中标点",
    clause="国发〔2000〕23号, art. 10; since 2012-07-01 custom",
    scope=Scope.OFFICIAL,
    since=date(2001, 1, 1),
)
def title_marks(subject: Subject) -> Iterator[Hit]:
    """A title has no commas, colons and stops outside brackets, quotations and titles.

    Why: until 2012 titles went without punctuation save the marks around a law's name; it is custom still.
    """
    document = subject.document
    if document.title is None:
        return
    start, end = document.spans["title"]
    printed = _QUOTED.sub(lambda found: "　" * len(found[0]), subject.text[start:end])
    for found in re.finditer("[，。；：！？]", printed.rstrip(_END_MARKS)):
        yield Hit(
            start + found.start(),
            start + found.end(),
            "公文标题中一般不用逗号、冒号等标点符号",
            "a title goes without commas, colons and stops",
        )
