"""GW30x: title and recipients (标题, 主送机关)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Final

from egovkit.checks.finding import Severity, Strength
from egovkit.checks.places import surface
from egovkit.checks.rule import Hit, Scope, rule
from egovkit.checks.scope import STATUTORY_KINDS
from egovkit.checks.subject import Subject
from egovkit.data import rows, tree
from egovkit.documents.blocks import Block, Element
from egovkit.documents.closing import is_organ
from egovkit.grammar.kinds import bare_title, kind_of
from egovkit.models.issuance import NumberForm

_IN_FORCE: Final = date(2012, 7, 1)
_UPWARD: Final = ("请示", "报告")
_REPLIES: Final = ("答复", "答复意见", "答复函", "复函", "回复", "说明", "公示")
_SUBJECTLESS: Final = ("通知", "意见", "通报", "报告", "请示", "批复", "函", "决议")
_QUALIFIERS: Final = re.compile(r"(?:紧急|重要|补充|特别|有关|的|若干)+$")
_ENDED: Final = re.compile(
    r"[^。；：！？]{0,40}关于[^。；：！？]{2,100}(?:决议|决定|命令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要)(?P<mark>[。，,；;、！])"
)
_HEAD_BLOCKS: Final = 12
_QUOTED: Final = re.compile(r"[《〈“（(【][^》〉”）)】]*[》〉”）)】]")
_ADDRESSED: Final = re.compile(
    r"(?:人民政府|政府|部门|单位|机构|委员会|机关|公司|学校|企业|职工|个人|中心|缴费人|[局委厅署办部院行社团会科处所室队站])(?:（[^（）]{1,30}）)?(?P<mark>[。；，、,;]?)$"
)
_MAX_ADDRESSED: Final = 300
_NAMES: Final = re.compile(r"[、，,]|并(?!购)")


@cache
def _kinds(day: date) -> frozenset[str]:
    """Return the kinds that state or party documents could have on a day."""
    text = day.isoformat()
    return frozenset(
        row["name"]
        for row in rows("statutory_kinds")
        if (not row["valid_from"] or row["valid_from"] <= text) and (not row["valid_to"] or text <= row["valid_to"])
    )


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

    Bad:
        财政部关于设立某项基金的方案
        财发〔2014〕3号
        国务院：
        为做好某项工作，制定如下安排。
        财政部
        2014年1月16日
    Good:
        财政部关于设立某项基金的请示
        财发〔2014〕3号
        国务院：
        为做好某项工作，拟设立某项基金。妥否，请批示。
        财政部
        2014年1月16日
    """
    document = subject.document
    number, title = document.number, document.title
    if title is None or number is None or number.form is not NumberForm.REGULAR or not document.signature:
        return
    if document.recipients is None or document.spans["number"][1] > document.spans["recipients"][0]:
        return
    bare = bare_title(title)
    kind = document.kind if document.kind is not None else kind_of(bare)
    if kind in _kinds(subject.day) or kind in STATUTORY_KINDS or bare.endswith(_REPLIES) or "关于" not in bare:
        return
    # A page may be headed by the title of what the document issues, with the document's own below.
    start = document.spans["title"][1]
    head = subject.text[start : document.spans["recipients"][0]]
    if "印发" in head or "转发" in head or subject.text[document.spans["title"][0]] == "#":
        return
    yield Hit(
        *document.spans["title"],
        "标题应当以法定文种结尾" + ("" if kind is None else f"，“{kind}”不是法定文种"),
        "the title ends with no statutory kind of document",
    )


@rule(
    "GW302",
    "two-kinds",
    "请示报告混用",
    clause="中办发〔2012〕14号, art. 8, 15(4)",
    strength=Strength.MUST,
    severity=Severity.ERROR,
    scope=Scope.OFFICIAL,
    since=_IN_FORCE,
)
def two_kinds(subject: Subject) -> Iterator[Hit]:
    """A document is a request (请示) or a report (报告), not both.

    Why: a request has to be answered, a report must not contain one.

    Bad:
        财政部关于设立某项基金的请示报告
        国务院：
        为做好某项工作，拟设立某项基金。
        财政部
        2014年11月16日
    Good:
        财政部关于设立某项基金的请示
        国务院：
        为做好某项工作，拟设立某项基金。妥否，请批示。
        财政部
        2014年11月16日
    """
    document = subject.document
    if document.title is None:
        return
    bare = bare_title(document.title)
    if bare.endswith(("的请示报告", "的报告请示")):
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


@rule(
    "GW303",
    "title-issuer",
    "标题无发文机关",
    clause="中办发〔2012〕14号, art. 9(7)",
    strength=Strength.MUST,
    severity=Severity.WARNING,
    scope=Scope.OFFICIAL,
    since=_IN_FORCE,
)
def title_issuer(subject: Subject) -> Iterator[Hit]:
    """A title names the issuing organ, the matter and the kind.

    Why: cited alone, a title without its organ is ambiguous. Sites leave the organ out of titles, so that this is no
    error. Judged where number and signature show that the document is whole.

    Bad:
        关于做好某项工作的通知
        国办函〔2014〕19号
        各省、自治区、直辖市人民政府：
        请认真执行。
        国务院办公厅
        2014年11月16日
    Good:
        国务院办公厅关于做好某项工作的通知
        国办函〔2014〕19号
        各省、自治区、直辖市人民政府：
        请认真执行。
        国务院办公厅
        2014年11月16日
    """
    document = subject.document
    if document.title is None or document.number is None or not document.signature:
        return
    if not document.title.startswith("关于"):
        return
    yield Hit(
        *document.spans["title"],
        "标题由发文机关名称、事由和文种组成，缺发文机关名称",
        "a title begins with the issuing organ",
        suggestion=f"{'、'.join(document.signature)}{document.title}" if len(document.signature) == 1 else None,
    )


@rule(
    "GW304",
    "title-subject",
    "标题无事由",
    clause="中办发〔2012〕14号, art. 9(7)",
    strength=Strength.MUST,
    severity=Severity.WARNING,
    scope=Scope.OFFICIAL,
    since=_IN_FORCE,
)
def title_subject(subject: Subject) -> Iterator[Hit]:
    """A title says what the document is about.

    Why: a title of organ and kind alone tells nothing. Orders, announcements and decisions do without.

    Bad:
        国务院办公厅紧急通知
        各省、自治区、直辖市人民政府：
        请认真执行。
        国务院办公厅
        2014年11月16日
    Good:
        国务院办公厅关于做好某项工作的紧急通知
        各省、自治区、直辖市人民政府：
        请认真执行。
        国务院办公厅
        2014年11月16日
    """
    document = subject.document
    if document.title is None or document.kind not in _SUBJECTLESS:
        return
    rest = bare_title(document.title).removesuffix(document.kind)
    rest = _QUALIFIERS.sub("", rest)
    if not rest or is_organ(rest):
        yield Hit(*document.spans["title"], "标题缺事由", "the title does not say what the document is about")


@rule(
    "GW305",
    "title-end-mark",
    "标题末标点",
    clause="custom: no mark stands behind a title",
    strength=Strength.CONVENTION,
    severity=Severity.INFO,
)
def title_end_mark(subject: Subject) -> Iterator[Hit]:
    """No punctuation mark ends a title.

    Why: no clause of today names it; it is the custom of all printed documents.

    Bad:
        国务院办公厅关于做好某项工作的通知。
        各省、自治区、直辖市人民政府：
        请认真执行。
        国务院办公厅
        2014年11月16日
    Good:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        请认真执行。
        国务院办公厅
        2014年11月16日
    """
    document = subject.document
    if document.title is not None:
        return
    blocks = document.blocks[:_HEAD_BLOCKS]
    for i, block in enumerate(blocks):
        if block.end - block.start > 160:
            return
        found = _ENDED.fullmatch(surface(document, block))
        # Recipients stand below a title, with the number between the two at most.
        if found is not None and any(surface(document, below)[-1] in "：:" for below in blocks[i + 1 : i + 3]):
            start = block.start + found.start("mark")
            yield Hit(start, block.end, "标题末不用标点符号", "no punctuation mark ends a title", replacement="")
            return


@rule(
    "GW306",
    "title-marks",
    "标题中标点",
    clause="国发〔2000〕23号, art. 10; since 2012-07-01 custom",
    strength=Strength.CONVENTION,
    severity=Severity.INFO,
    scope=Scope.OFFICIAL,
    since=date(2001, 1, 1),
)
def title_marks(subject: Subject) -> Iterator[Hit]:
    """A title has no commas, colons and stops outside brackets, quotations and titles.

    Why: until 2012 titles went without punctuation save the marks around a law's name; it is custom still.

    Bad:
        国务院办公厅关于加强领导，做好某项工作的通知
        各省、自治区、直辖市人民政府：
        请认真执行。
        国务院办公厅
        2014年11月16日
    Good:
        国务院办公厅关于加强领导做好某项工作的通知
        各省、自治区、直辖市人民政府：
        请认真执行。
        国务院办公厅
        2014年11月16日
    """
    document = subject.document
    if document.title is None:
        return
    start, end = document.spans["title"]
    printed = _QUOTED.sub(lambda found: "　" * len(found[0]), subject.text[start:end])
    for found in re.finditer("[，。；：！？]", printed):
        yield Hit(
            start + found.start(),
            start + found.end(),
            "公文标题中一般不用逗号、冒号等标点符号",
            "a title goes without commas, colons and stops",
        )


def _unclosed_recipients(subject: Subject) -> tuple[Block, re.Match[str]] | None:
    """Return the line behind title and number that names recipients and has no colon."""
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
    line, text = surface(document, below[0]), surface(document, below[1])
    found = _ADDRESSED.search(line[-48:])
    if len(line) > _MAX_ADDRESSED or found is None or "。" in line[:-1]:
        return None
    named = line if not found["mark"] else line[:-1]
    first = _NAMES.split(named)[0]
    if not ("各" in first[:6] or is_organ(first)) or re.search("关于|[：:]|应当|必须|要|已经|可以|印发", named):
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
    since=_IN_FORCE,
)
def recipients_colon(subject: Subject) -> Iterator[Hit]:
    """A colon ends the line of recipients (主送机关).

    Why: the standard asks for it behind the last of them.

    Bad:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府，国务院各部委、各直属机构。
        为了做好某项工作，请认真执行。
        国务院办公厅
        2014年11月16日
    Good:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
        为了做好某项工作，请认真执行。
        国务院办公厅
        2014年11月16日
    """
    document = subject.document
    if document.recipients is not None or document.title is None or document.kind not in STATUTORY_KINDS:
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


@rule(
    "GW308",
    "one-recipient",
    "上行文主送一个机关",
    clause="中办发〔2012〕14号, art. 15(1)",
    strength=Strength.SHOULD,
    severity=Severity.WARNING,
    scope=Scope.OFFICIAL,
    since=_IN_FORCE,
)
def one_recipient(subject: Subject) -> Iterator[Hit]:
    """A request goes to one superior organ.

    Why: on principle one organ answers it; others that should know are given a copy.

    Bad:
        财政部关于设立某项基金的请示
        国务院、国家发展改革委：
        为做好某项工作，拟设立某项基金。妥否，请批示。
        财政部
        2014年11月16日
    Good:
        财政部关于设立某项基金的请示
        国务院：
        为做好某项工作，拟设立某项基金。妥否，请批示。
        财政部
        2014年11月16日
    """
    document = subject.document
    if document.kind != "请示" or document.recipients is None:
        return
    names = [name for name in _NAMES.split(document.recipients) if name]
    if len(names) > 1:
        yield Hit(*document.spans["recipients"], "请示原则上主送一个上级机关", "a request goes to one superior organ")


@rule(
    "GW309",
    "personal-recipient",
    "主送个人",
    clause="中办发〔2012〕14号, art. 15(5)",
    strength=Strength.MUST,
    severity=Severity.WARNING,
    scope=Scope.OFFICIAL,
    since=_IN_FORCE,
)
def personal_recipient(subject: Subject) -> Iterator[Hit]:
    """A request or report is addressed to an organ, not to one of its leaders.

    Why: in an organ's name nothing is sent to a leader in person, save what he asked for himself.

    Bad:
        财政部关于设立某项基金的请示
        张某某总理：
        为做好某项工作，拟设立某项基金。妥否，请批示。
        财政部
        2014年11月16日
    Good:
        财政部关于设立某项基金的请示
        国务院：
        为做好某项工作，拟设立某项基金。妥否，请批示。
        财政部
        2014年11月16日
    """
    document = subject.document
    if document.kind not in _UPWARD or document.recipients is None:
        return
    offices = tuple(tree("check_terms")["persons"]["offices"])
    if any(name.rstrip().endswith(offices) for name in _NAMES.split(document.recipients)):
        yield Hit(
            *document.spans["recipients"],
            "除上级机关负责人直接交办事项外，不得以本机关名义向上级机关负责人报送公文",
            "a request or report is addressed to an organ, not to a person",
        )


@rule(
    "GW310",
    "one-matter",
    "请示一文一事",
    clause="中办发〔2012〕14号, art. 15(4)",
    strength=Strength.MUST,
    severity=Severity.INFO,
    scope=Scope.OFFICIAL,
    since=_IN_FORCE,
)
def one_matter(subject: Subject) -> Iterator[Hit]:
    """A request asks for one thing.

    Why: each matter has to be decided by itself. A title that speaks of several is a hint only.

    Bad:
        财政部关于某项基金等问题的请示
        国务院：
        为做好某项工作，拟设立某项基金。妥否，请批示。
        财政部
        2014年11月16日
    Good:
        财政部关于设立某项基金的请示
        国务院：
        为做好某项工作，拟设立某项基金。妥否，请批示。
        财政部
        2014年11月16日
    """
    document = subject.document
    if (document.title or "").endswith(tuple(tree("check_terms")["requests"]["several"])):
        yield Hit(*document.spans["title"], "请示应当一文一事", "a request asks for one thing")
