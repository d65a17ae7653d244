"""GW4xx: the imprint at the end (版记): 抄送, 印发机关和印发日期, 主题词, page numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Final

import regex

from egovkit.checks.finding import Severity, Strength
from egovkit.checks.places import closing_date, following, of_kind, surface
from egovkit.checks.rule import Hit, Scope, rule, rule_of_2012
from egovkit.checks.subject import Subject
from egovkit.data import tree
from egovkit.documents.blocks import Block, Element
from egovkit.documents.document import PolicyDocument
from egovkit.text.folding import BLANKS, fold, squeeze

_B: Final = f"[{BLANKS}]"
_COPIED: Final = regex.compile(rf"抄{_B}*送(?P<gap>{_B}+)(?=\p{{Han}})")
_PRINTED: Final = regex.compile(
    rf"(?P<organ>[\p{{Han}}（）]{{4,40}}){_B}*(?P<date>[0-9]{{4}}年[0-9]{{1,2}}月[0-9]{{1,2}}日)(?P<word>印制|印刷|刊印|印|发|下发|发布)?"
)
_NAMES: Final = re.compile("[、，,；;。]")
_PAGE: Final = re.compile(
    r"[—–\-－─]{1,2}\s{0,3}(?P<number>[0-9]{1,4})\s{0,3}[—–\-－─]{1,2}|第\s?(?P<said>[0-9]{1,4})\s?页"
)
_MAX_COPIED: Final = 600


def _copied(document: PolicyDocument) -> Iterator[Block]:
    """Yield the lines that begin with 抄送."""
    return (
        block for block in of_kind(document, Element.COPIED_TO) if squeeze(surface(document, block)).startswith("抄送")
    )


@rule_of_2012(
    "GW401",
    "copied-colon",
    "抄送后冒号",
    clause="GB/T 9704-2012, 7.4.2",
    strength=Strength.MUST,
    severity=Severity.WARNING,
)
def copied_colon(subject: Subject) -> Iterator[Hit]:
    """A colon stands behind 抄送.

    Why: the standard prints it so.

    Bad:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        请认真执行。
        国务院办公厅
        2014年11月16日
        抄送　党中央各部门，中央军委办公厅。
        国务院办公厅秘书局　2014年11月17日印发
    Good:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        请认真执行。
        国务院办公厅
        2014年11月16日
        抄送：党中央各部门，中央军委办公厅。
        国务院办公厅秘书局　2014年11月17日印发
    """
    document = subject.document
    dated = closing_date(document)
    if dated is None or subject.text.find("抄", dated[1]) < 0:
        return
    for block in document.blocks:
        if block.start < dated[1] or block.kind is Element.COPIED_TO or block.end - block.start > _MAX_COPIED:
            continue
        found = _COPIED.match(subject.text, block.start, block.end)
        if found is not None:
            yield Hit(
                found.start("gap"),
                found.end("gap"),
                "“抄送”后加全角冒号",
                "a colon stands behind 抄送",
                replacement="：",
            )


@rule_of_2012(
    "GW402",
    "copied-stop",
    "抄送末句号",
    clause="GB/T 9704-2012, 7.4.2",
    strength=Strength.MUST,
    severity=Severity.WARNING,
)
def copied_stop(subject: Subject) -> Iterator[Hit]:
    """A full stop ends the list of organs that are given a copy.

    Why: the standard asks for it. Judged where the line below shows that the list has ended.

    Bad:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        请认真执行。
        国务院办公厅
        2014年11月16日
        抄送：党中央各部门，中央军委办公厅
        国务院办公厅秘书局　2014年11月17日印发
    Good:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        请认真执行。
        国务院办公厅
        2014年11月16日
        抄送：党中央各部门，中央军委办公厅。
        国务院办公厅秘书局　2014年11月17日印发
    """
    document = subject.document
    for block, below in following(document):
        if block.kind is not Element.COPIED_TO or not squeeze(surface(document, block)).startswith("抄送"):
            continue
        last = subject.text[block.end - 1]
        if last in "。.：:" or (below is not None and below.kind is not Element.PRINTED):
            continue
        yield Hit(
            block.end - 1,
            block.end,
            "最后一个抄送机关名称后标句号",
            "a full stop ends the list of copies",
            replacement="。" if last in "，、；,;" else f"{last}。",
        )


@rule(
    "GW403",
    "reported-to",
    "抄报",
    clause="国发〔2000〕23号; 中办发〔2012〕14号, art. 9(16)",
    strength=Strength.MUST,
    severity=Severity.WARNING,
    scope=Scope.OFFICIAL,
    since=date(2001, 1, 1),
)
def reported_to(subject: Subject) -> Iterator[Hit]:
    """Copies go under 抄送 to superiors too; 抄报 went out of use in 2001.

    Why: the regulations since know 抄送 only.

    Bad:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        请认真执行。
        国务院办公厅
        2014年11月16日
        抄报：党中央各部门，中央军委办公厅。
        国务院办公厅秘书局　2014年11月17日印发
    Good:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        请认真执行。
        国务院办公厅
        2014年11月16日
        抄送：党中央各部门，中央军委办公厅。
        国务院办公厅秘书局　2014年11月17日印发
    """
    document = subject.document
    for block in of_kind(document, Element.COPIED_TO):
        line = surface(document, block)
        if squeeze(line).startswith("抄报"):
            yield Hit(
                block.start,
                block.start + line.index("报") + 1,
                "抄送不分“抄报”“抄送”，统一用“抄送”",
                "copies go under 抄送 to superiors too",
                suggestion="抄送",
            )


@rule_of_2012(
    "GW406",
    "printed-word",
    "印发日期后“印发”",
    clause="GB/T 9704-2012, 7.4.3",
    strength=Strength.MUST,
    severity=Severity.WARNING,
)
def printed_word(subject: Subject) -> Iterator[Hit]:
    """印发 stands behind the date in the imprint.

    Why: the standard prints it so, which tells this date from the document's own.

    Bad:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        请认真执行。
        国务院办公厅
        2014年11月16日
        抄送：党中央各部门，中央军委办公厅。
        国务院办公厅秘书局　2014年11月17日
    Good:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        请认真执行。
        国务院办公厅
        2014年11月16日
        抄送：党中央各部门，中央军委办公厅。
        国务院办公厅秘书局　2014年11月17日印发
    """
    document = subject.document
    for block, below in following(document):
        if block.kind is not Element.COPIED_TO or below is None or below.kind is Element.PRINTED:
            continue
        found = _PRINTED.fullmatch(surface(document, below))
        if found is not None:
            # Where no word stands there, the date's last character is taken along.
            word = found["word"]
            yield Hit(
                below.end - len(word or "日"),
                below.end,
                "印发日期后加“印发”二字",
                "印发 stands behind the date in the imprint",
                replacement="印发" if word else "日印发",
            )


@rule_of_2012(
    "GW407",
    "imprint-order",
    "版记要素顺序",
    clause="GB/T 9704-2012, 7.4.2, 7.4.3",
    strength=Strength.SHOULD,
    severity=Severity.WARNING,
)
def imprint_order(subject: Subject) -> Iterator[Hit]:
    """抄送 stands above the line of 印发机关和印发日期.

    Why: the standard gives the order.

    Bad:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        请认真执行。
        国务院办公厅
        2014年11月16日
        国务院办公厅秘书局　2014年11月17日印发
        抄送：党中央各部门，中央军委办公厅。
    Good:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        请认真执行。
        国务院办公厅
        2014年11月16日
        抄送：党中央各部门，中央军委办公厅。
        国务院办公厅秘书局　2014年11月17日印发
    """
    document = subject.document
    imprint = list(of_kind(document, Element.COPIED_TO, Element.PRINTED))
    for above, below in pairwise(imprint):
        if above.kind is Element.PRINTED and below.kind is Element.COPIED_TO:
            yield Hit(
                below.start, below.end, "抄送机关编排在印发机关和印发日期之上", "抄送 stands above the line of 印发"
            )


@rule_of_2012(
    "GW408",
    "copied-down",
    "上行文抄送下级",
    clause="中办发〔2012〕14号, art. 15(1)",
    strength=Strength.MUST,
    severity=Severity.WARNING,
)
def copied_down(subject: Subject) -> Iterator[Hit]:
    """A request or report gives no copy to organs below.

    Why: what is still asked for is not made known to those whom the answer will bind.

    Bad:
        财政部关于设立某项基金的请示
        国务院：
        为做好某项工作，拟设立某项基金。妥否，请批示。
        财政部
        2014年11月16日
        抄送：各县财政局。
        财政部办公厅　2014年11月17日印发
    Good:
        财政部关于设立某项基金的请示
        国务院：
        为做好某项工作，拟设立某项基金。妥否，请批示。
        财政部
        2014年11月16日
        抄送：国家发展改革委。
        财政部办公厅　2014年11月17日印发
    """
    document = subject.document
    if document.kind not in ("请示", "报告"):
        return
    openings = tuple(tree("check_terms")["below"]["openings"])
    for block in _copied(document):
        line = surface(document, block)
        at = line.find("送") + 2
        for name in _NAMES.split(line[at:]):
            if name.strip(BLANKS).startswith(openings):
                start = block.start + at
                yield Hit(start, start + len(name), "上行文不抄送下级机关", "a request gives no copy to organs below")
            at += len(name) + 1


@rule_of_2012(
    "GW409",
    "copied-recipient",
    "抄送主送机关",
    clause="中办发〔2012〕14号, art. 9(16)",
    strength=Strength.MUST,
    severity=Severity.WARNING,
)
def copied_recipient(subject: Subject) -> Iterator[Hit]:
    """Who is addressed is not given a copy besides.

    Why: copies go to organs other than those addressed.

    Bad:
        国务院办公厅关于同意某项安排的函
        财政部：
        同意某项安排。
        国务院办公厅
        2014年11月16日
        抄送：财政部，国家发展改革委。
    Good:
        国务院办公厅关于同意某项安排的函
        财政部：
        同意某项安排。
        国务院办公厅
        2014年11月16日
        抄送：国家发展改革委。
    """
    document = subject.document
    if document.recipients is None:
        return
    addressed = {squeeze(name) for name in _NAMES.split(document.recipients)} - {""}
    for block in _copied(document):
        line = surface(document, block)
        at = line.find("送") + 2
        for name in _NAMES.split(line[at:]):
            if squeeze(name) in addressed:
                start = block.start + at
                yield Hit(
                    start,
                    start + len(name),
                    "抄送机关是主送机关以外的机关",
                    "who is addressed is not given a copy besides",
                )
            at += len(name) + 1


@rule_of_2012(
    "GW410",
    "letter-imprint",
    "信函版记",
    clause="GB/T 9704-2012, 10.1",
    strength=Strength.MUST,
    severity=Severity.INFO,
)
def letter_imprint(subject: Subject) -> Iterator[Hit]:
    """The imprint of a letter (函) has no line of 印发机关和印发日期.

    Why: in the format of letters the standard leaves it out. Whether a letter has that format no text shows, so that
    this is a hint only.

    Bad:
        国务院办公厅关于同意某项安排的函
        国办函〔2014〕19号
        财政部：
        同意某项安排。
        国务院办公厅
        2014年11月16日
        抄送：国家发展改革委。
        国务院办公厅秘书局　2014年11月17日印发
    Good:
        国务院办公厅关于同意某项安排的函
        国办函〔2014〕19号
        财政部：
        同意某项安排。
        国务院办公厅
        2014年11月16日
        抄送：国家发展改革委。
    """
    document = subject.document
    number = document.number
    if number is None or document.kind != "函" or not (number.code or "").endswith("函") or document.printed_on is None:
        return
    yield Hit(
        *document.spans["printed_on"],
        "信函格式的版记不加印发机关和印发日期",
        "the imprint of a letter has no line of 印发",
    )


@rule_of_2012(
    "GW411",
    "page-number",
    "页码式样",
    clause="GB/T 9704-2012, 7.5",
    strength=Strength.SHOULD,
    severity=Severity.INFO,
)
def page_number(subject: Subject) -> Iterator[Hit]:
    """A page number stands between two dashes of one character each: — 3 —.

    Why: the standard prints it so. What takes the text out of a page may change the dashes, so that this is a hint.

    Bad:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        请认真执行。
        国务院办公厅
        2014年11月16日
        第3页
    Good:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        请认真执行。
        国务院办公厅
        2014年11月16日
        — 3 —
    """
    for block in of_kind(subject.document, Element.PAGE_NUMBER):
        line = surface(subject.document, block)
        found = _PAGE.fullmatch(line)
        if found is not None and not (line.startswith("—") and line.endswith("—")):
            wanted = f"— {fold(found['number'] or found['said'])} —"
            yield Hit(
                block.start,
                block.end,
                "页码左右各放一条一字线",
                "a page number stands between two dashes",
                replacement=wanted,
            )
