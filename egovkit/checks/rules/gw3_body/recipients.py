"""GW307 to GW311: recipients (主送机关), and what is asked of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Final

from egovkit.checks.finding import Severity, Strength
from egovkit.checks.official import statutory_kinds
from egovkit.checks.rule import Hit, rule, rule_of_2012
from egovkit.checks.subject import Subject
from egovkit.data import tree
from egovkit.documents.blocks import Block, Element
from egovkit.documents.organ_lines import is_organ
from egovkit.text.folding import squeeze
from egovkit.text.patterns import LatePattern

_UPWARD: Final = ("请示", "报告")
_ADDRESSED: Final = LatePattern(
    r"(?:政府|部门|单位|机构|机关|公司|学校|企业|职工|个人|中心|缴费人|院校|高校|街道|乡镇|区县|[局委厅署办部院行社团会科处所室队站])(?:（[^（）]{1,30}）)?(?P<mark>[。；，、,;]?)$"
)
_MAX_ADDRESSED: Final = 300
_NAMING: Final = LatePattern("(?!.*(?:如下|以下|下列|决定|现就|现将))[^。\\n]{2,300}[：:]")
_NAMES: Final = LatePattern(r"[、，,]|并(?!购)")
# What makes a sentence of the line.
_SAID: Final = LatePattern("关于|[：:]|应当|必须|要|已经|可以|印发|负责|落实|做好|加强|明确|报送|按照|根据")


def _unclosed_recipients(subject: Subject) -> tuple[Block, re.Match[str]] | None:
    """Return the line after title and number that names recipients and has no colon."""
    document = subject.document
    title = document.spans["title"]
    skipped = (Element.NUMBER, Element.TITLE, Element.FIELD, Element.RESIDUE, Element.PROMULGATION)
    below = [block for block in document.blocks if block.start >= title[1] and block.kind not in skipped][:2]
    if (
        len(below) < 2
        or below[0].kind is not Element.PARAGRAPH
        or below[1].kind not in (Element.PARAGRAPH, Element.HEADING)
    ):
        return None
    line, text = subject.elements.surface(below[0]), subject.elements.surface(below[1])
    found = _ADDRESSED.search(line[-48:])
    if len(line) > _MAX_ADDRESSED or found is None or "。" in line[:-1]:
        return None
    if any(block.kind is Element.TITLE and block.start > below[0].start for block in document.blocks):
        # A page prints an organ between two prints of the title.
        return None
    named = line if not found["mark"] else line[:-1]
    if squeeze(named) in document.issuers:
        # Who issued the document is below its title, and is not asked anything.
        return None
    first = _NAMES.split(named)[0]
    if not ("各" in first[:6] or is_organ(first)) or _SAID.search(named):
        return None
    # A sentence follows, not a date or another organ: the line is no signature.
    return (below[0], found) if len(text) > 12 and text[-1] in "。：；.:;" else None


@rule(
    "GW307",
    "recipients-colon",
    "主送机关后冒号",
    clause="GB/T 9704-2012, 7.3.2",
    strength=Strength.MUST,
    severity=Severity.WARNING,
    since=date(2012, 7, 1),
)
def recipients_colon(subject: Subject) -> Iterator[Hit]:
    """A colon ends the line of recipients (主送机关).

    Why: the standard asks for it after the last of them.
    """
    document = subject.document
    if document.recipients is not None or document.title is None or document.kind not in statutory_kinds(subject.day):
        return
    found = _unclosed_recipients(subject)
    if found is not None:
        block, mark = found
        wrong = mark["mark"]
        yield Hit(
            block.end - 1,
            block.end,
            "主送机关名称后应当用全角冒号",
            "a colon ends the line of recipients",
            replacement="：" if wrong else f"{subject.text[block.end - 1]}：",
        )


@rule_of_2012(
    "GW308",
    "one-recipient",
    "上行文主送一个机关",
    clause="中办发〔2012〕14号, art. 15(1)",
    strength=Strength.SHOULD,
    severity=Severity.WARNING,
)
def one_recipient(subject: Subject) -> Iterator[Hit]:
    """A request goes to one superior organ.

    Why: on principle one organ answers it; others that should know are given a copy.
    """
    document = subject.document
    if document.kind != "请示" or document.recipients is None:
        return
    names = [name for name in _NAMES.split(document.recipients) if name]
    if len(names) > 1:
        yield Hit(*document.spans["recipients"], "请示原则上主送一个上级机关", "a request goes to one superior organ")


@rule_of_2012(
    "GW309",
    "personal-recipient",
    "主送个人",
    clause="中办发〔2012〕14号, art. 15(5)",
    strength=Strength.MUST,
    severity=Severity.WARNING,
)
def personal_recipient(subject: Subject) -> Iterator[Hit]:
    """A request or report is addressed to an organ, not to one of its leaders.

    Why: in an organ's name nothing is sent to a leader in person, save what he asked for himself.
    """
    document = subject.document
    if document.kind not in _UPWARD or document.recipients is None:
        return
    if any(_PERSON.search(name) for name in _NAMES.split(document.recipients)):
        yield Hit(
            *document.spans["recipients"],
            "除上级机关负责人直接交办事项外，不得以本机关名义向上级机关负责人报送公文",
            "a request or report is addressed to an organ, not to a person",
        )


@cache
def _two_wishes() -> re.Pattern[str]:
    verbs = "|".join(tree("check_terms")["requests"]["verbs"])
    return re.compile(f"关于(?:{verbs})[^和及并、]{{2,30}}(?:和|及|并)(?:{verbs})[^和及并、]{{2,30}}的请示\\Z")


_PERSON: Final = LatePattern(lambda: rf"(?:{'|'.join(tree('check_terms')['persons']['offices'])})\s*\Z")
_SEVERAL: Final = LatePattern(lambda: rf"(?:{'|'.join(tree('check_terms')['requests']['several'])})\Z")
# 申请单位 and 申请材料 ask for nothing.
_ASKS: Final = "申请(?![人书表者]|单位|企业|材料|条件|资料)|请求|恳请|提请"
_WISH: Final = LatePattern(_ASKS)
_BESIDES: Final = LatePattern(
    r"(?<=[。；;\n])[ \u3000]*(?P<wish>(?:同时|此外|另外|另)[，,]?(?:还|拟|一并|特)?"
    rf"(?:{_ASKS})[^。；;\n]{{2,80}})"
)


@cache
def _closing() -> re.Pattern[str]:
    openings = "|".join(tree("check_terms")["requests"]["openings"])
    return re.compile(rf"(?:{openings})[，,]?[敬恳特]?请予?(?:批示|指示|审批|批复|批准|示下)")


@rule_of_2012(
    "GW310",
    "one-matter",
    "请示一文一事",
    clause="中办发〔2012〕14号, art. 15(4)",
    strength=Strength.MUST,
    severity=Severity.INFO,
)
def one_matter(subject: Subject) -> Iterator[Hit]:
    """A request asks for one thing.

    Why: each matter has to be decided by itself. A title that speaks of several or asks for one thing and another, and a
    text that asks for a second thing besides or closes as a request does twice, are hints only.
    """
    document = subject.document
    title = document.title or ""
    if _SEVERAL.search(title) or _two_wishes().search(title):
        yield Hit(*document.spans["title"], "请示应当一文一事", "a request asks for one thing")
    elif document.kind == "请示":
        elements = subject.elements
        for besides in _BESIDES.finditer(subject.text, elements.text_start, elements.main_end):
            if _WISH.search(subject.text, elements.text_start, besides.start()):
                yield Hit(
                    *besides.span("wish"), "请示应当一文一事，此处另有所请", "a request asks for one thing, not for two"
                )
        for closed in [*_closing().finditer(subject.text, elements.text_start, elements.main_end)][1:]:
            yield Hit(*closed.span(), "请示应当一文一事，此处另有所请", "a request asks for one thing, not for two")


@rule_of_2012(
    "GW311",
    "recipients-missing",
    "无主送机关",
    clause="中办发〔2012〕14号, art. 9(8)",
    strength=Strength.MUST,
    severity=Severity.WARNING,
    kinds=("请示", "报告", "批复", "函", "通知"),
)
def recipients_missing(subject: Subject) -> Iterator[Hit]:
    """A document that asks, answers or instructs says whom.

    Why: without recipients nobody has to act. Announcements, decisions and minutes do without. Judged where number,
    signature and date show that the document is whole.
    """
    document = subject.document
    whole = document.number is not None and document.signature and subject.elements.closing_date is not None
    if document.recipients is not None or not whole or "title" not in document.spans:
        return
    start = document.spans["title"][1]
    head = [block for block in document.blocks if block.start >= start][:3]
    # A line with a colon may name recipients that the reader does not know.
    named = any(_NAMING.fullmatch(subject.elements.surface(block)) for block in head)
    if _unclosed_recipients(subject) is None and not named:
        yield Hit(*document.spans["title"], "公文应当标注主送机关", "the document names no recipients")
