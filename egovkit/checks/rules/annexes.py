"""GW352 to GW357, GW364 to GW366: annexes and the note that lists them (附件, 附件说明)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Final

import regex

from egovkit.checks.finding import Severity, Strength
from egovkit.checks.places import closing_date, main_end, of_kind, surface, unread_note
from egovkit.checks.rule import Hit, rule_of_2012
from egovkit.checks.subject import Subject
from egovkit.documents.blocks import Block, Element
from egovkit.documents.document import PolicyDocument
from egovkit.grammar.titles import normal_title
from egovkit.text.folding import BLANKS

_NOTE_CLAUSE: Final = "GB/T 9704-2012, 7.3.4"
_B: Final = f"[{BLANKS}]"
_LABEL: Final = regex.compile(rf"附{_B}*件(?P<gap>{_B}*)(?=[0-9１-９《\p{{Han}}])")
_ENTRY_MARK: Final = re.compile(rf"(?:附{_B}*件{_B}*[：:])?{_B}*[0-9]{{1,2}}(?P<mark>、)")
_NUMBERED: Final = re.compile(rf"(?:附{_B}*件{_B}*[：:])?{_B}*(?P<number>[0-9]{{1,2}}){_B}?[.．、]")
_INNER: Final = re.compile(rf"(?<=[{BLANKS}；;。，,、）)》])(?P<number>[0-9]{{1,2}})[.．、](?![0-9])")
_TRAILING: Final = "。；，、;,"
_SHORT: Final = 60
_TITLE_LINES: Final = 160
_NEAR: Final = 0.7
_ANNEX_CITED: Final = re.compile(r"见附件(?P<number>[1-9][0-9]?)(?![0-9])")
_ANY_CITED: Final = re.compile(r"见(?P<annex>附件[0-9]{0,2})(?=[，。；）)、])")


def _note_blocks(document: PolicyDocument) -> list[Block]:
    """Return the lines of the main text's annex note."""
    end = main_end(document)
    return [block for block in of_kind(document, Element.ANNEX_NOTE) if block.end <= end]


@rule_of_2012(
    "GW352",
    "annex-note-colon",
    "附件说明冒号",
    clause=_NOTE_CLAUSE,
    strength=Strength.MUST,
    severity=Severity.WARNING,
)
def annex_note_colon(subject: Subject) -> Iterator[Hit]:
    """A colon stands behind 附件 in the note that lists the annexes.

    Why: the standard prints it so; without it the line reads as the label of an annex's text.

    Bad:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        请认真执行。
        附件　任务分工表
        国务院办公厅
        2014年11月16日
    Good:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        请认真执行。
        附件：任务分工表
        国务院办公厅
        2014年11月16日
    """
    document = subject.document
    lines = _note_blocks(document)[:1] or unread_note(document)
    if not lines:
        return
    start = lines[0].start
    found = _LABEL.match(surface(document, lines[0]))
    if found is not None and found["gap"]:
        yield Hit(
            start + found.start("gap"),
            start + found.end("gap"),
            "附件说明的“附件”后应当标全角冒号",
            "a colon stands behind 附件 in the note",
            replacement="：",
        )


@rule_of_2012(
    "GW353",
    "annex-note-end",
    "附件名称后标点",
    clause=_NOTE_CLAUSE,
    strength=Strength.MUST,
    severity=Severity.WARNING,
)
def annex_note_end(subject: Subject) -> Iterator[Hit]:
    """No mark stands behind the name of an annex in the note.

    Why: the standard says so.

    Bad:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        请认真执行。
        附件：1.任务分工表；
        2.工作计划表
        国务院办公厅
        2014年11月16日
    Good:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        请认真执行。
        附件：1.任务分工表
        2.工作计划表
        国务院办公厅
        2014年11月16日
    """
    for block in _note_blocks(subject.document):
        if subject.text[block.end - 1] in _TRAILING:
            yield Hit(
                block.end - 1,
                block.end,
                "附件名称后不加标点符号",
                "no mark stands behind the name of an annex",
                replacement="",
            )


@rule_of_2012(
    "GW354",
    "annex-note-title-marks",
    "附件名称书名号",
    clause="custom: the note names annexes without 《》",
    strength=Strength.CONVENTION,
    severity=Severity.INFO,
)
def annex_note_title_marks(subject: Subject) -> Iterator[Hit]:
    """The names of annexes stand in the note without 《》.

    Why: no clause names it; the printed examples of the standard have none.

    Bad:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        请认真执行。
        附件：《任务分工表》
        国务院办公厅
        2014年11月16日
    Good:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        请认真执行。
        附件：任务分工表
        国务院办公厅
        2014年11月16日
    """
    document = subject.document
    if not _note_blocks(document):
        return
    for annex in document.annexes:
        printed = subject.text[annex.start : annex.end]
        if printed[:1] == "《" and printed.rstrip(_TRAILING + BLANKS).endswith("》") and printed.count("《") == 1:
            yield Hit(
                annex.start,
                annex.end,
                "附件名称一般不加书名号",
                "the note names annexes without 《》",
                suggestion=annex.title,
            )


@rule_of_2012(
    "GW355",
    "annex-number-mark",
    "附件顺序号后标点",
    clause=_NOTE_CLAUSE,
    strength=Strength.MUST,
    severity=Severity.WARNING,
)
def annex_number_mark(subject: Subject) -> Iterator[Hit]:
    """A point stands behind the number of an annex in the note: 1., not 1、.

    Why: the standard prints 附件：1.××××.

    Bad:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        请认真执行。
        附件：1、任务分工表
        2.工作计划表
        国务院办公厅
        2014年11月16日
    Good:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        请认真执行。
        附件：1.任务分工表
        2.工作计划表
        国务院办公厅
        2014年11月16日
    """
    for block in _note_blocks(subject.document):
        found = _ENTRY_MARK.match(subject.text, block.start, block.end)
        if found is not None:
            at = found.start("mark")
            yield Hit(
                at,
                at + 1,
                "附件顺序号后用下圆点，不用顿号",
                "a point stands behind the number of an annex",
                replacement=".",
            )


@rule_of_2012(
    "GW356",
    "annex-sequence",
    "附件顺序号不连续",
    clause=_NOTE_CLAUSE,
    strength=Strength.MUST,
    severity=Severity.WARNING,
)
def annex_sequence(subject: Subject) -> Iterator[Hit]:
    """The annexes of a note are numbered 1, 2, 3 without gap or repeat.

    Why: text and labels refer to them by these numbers.

    Bad:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        请认真执行。
        附件：1.任务分工表
        3.工作计划表
        国务院办公厅
        2014年11月16日
    Good:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        请认真执行。
        附件：1.任务分工表
        2.工作计划表
        国务院办公厅
        2014年11月16日
    """
    document = subject.document
    lines = _note_blocks(document)
    if lines:
        # An entry whose number does not follow was left out of the note and reads as a heading behind it.
        lines += [block for block in document.blocks if block.start >= lines[-1].end][:1]
    else:
        lines = unread_note(document)
    expected = 1
    for block in lines:
        found = _NUMBERED.match(subject.text, block.start, block.end)
        if found is None or block.end - block.start > _SHORT:
            # The rest of an entry that runs over two lines, or a note without numbers.
            continue
        entries = (
            [found]
            if block.kind is not Element.ANNEX_NOTE
            else [found, *_INNER.finditer(subject.text, found.end(), block.end)]
        )
        for entry in entries:
            if int(entry["number"]) != expected and block.kind is Element.ANNEX_NOTE:
                return
            if int(entry["number"]) != expected:
                yield Hit(
                    entry.start("number"),
                    entry.end("number"),
                    f"附件顺序号不连续，应为{expected}",
                    f"the annexes are numbered without gap or repeat: {expected} comes here",
                    suggestion=str(expected),
                )
                return
            expected += 1


@rule_of_2012(
    "GW357",
    "annex-title",
    "附件标题与附件说明不一致",
    clause="GB/T 9704-2012, 7.3.7",
    strength=Strength.MUST,
    severity=Severity.WARNING,
)
def annex_title(subject: Subject) -> Iterator[Hit]:
    """The title of an annex is the one that the note gives it.

    Why: the standard asks that number and title of an annex agree with the note.

    Bad:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        请认真执行。
        附件：1.重点任务分工方案
        2.年度工作计划
        国务院办公厅
        2014年11月16日
        附件1
        年度工作计划
        要按时完成。
        附件2
        重点任务分工方案
        要做好分工。
    Good:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        请认真执行。
        附件：1.重点任务分工方案
        2.年度工作计划
        国务院办公厅
        2014年11月16日
        附件1
        重点任务分工方案
        要做好分工。
        附件2
        年度工作计划
        要按时完成。
    """
    document = subject.document
    listed = [normal_title(annex.title) for annex in document.annexes] if _note_blocks(document) else []
    for part in document.parts:
        found = re.fullmatch(r"附件([0-9]{0,2})[：:]?", part.label or "")
        if part.kind != "annex" or part.title is None or found is None or not listed:
            continue
        place = int(found[1] or 1) - 1
        title = normal_title(part.title)
        if place >= len(listed) or _alike(title, listed[place]):
            continue
        # Titles printed over several lines are read by halves; sure faults are another annex's title, and one that
        # differs by a few characters.
        head = normal_title(subject.text[part.start : part.start + _TITLE_LINES])
        swapped = any(_alike(title, one) for one in listed)
        if swapped or (listed[place] not in head and _nearly(title, listed[place])):
            yield Hit(
                part.start,
                part.start + len(part.label or ""),
                f"附件标题“{part.title}”与附件说明不一致",
                "the title of an annex is not the one that the note gives it",
            )


def _alike(one: str, other: str) -> bool:
    return one in other or other in one


def _nearly(one: str, other: str) -> bool:
    """Say whether two titles are meant to be one: of the same end, and of the same characters for the most part."""
    return one[-1] == other[-1] and SequenceMatcher(None, one, other, autojunk=False).ratio() >= _NEAR


@rule_of_2012(
    "GW364",
    "annex-cited",
    "引用附件超出附件说明",
    clause="GB/T 9704-2012, 7.3.4, 7.3.7",
    strength=Strength.MUST,
    severity=Severity.WARNING,
)
def annex_cited(subject: Subject) -> Iterator[Hit]:
    """An annex that the text refers to is one of those its note lists.

    Why: 见附件3 with two annexes leads nowhere.

    Bad:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        任务分工见附件3，请认真执行。
        附件：1.任务分工表
        2.工作计划表
        国务院办公厅
        2014年11月16日
    Good:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        任务分工见附件1，请认真执行。
        附件：1.任务分工表
        2.工作计划表
        国务院办公厅
        2014年11月16日
    """
    document = subject.document
    notes = [block for block in of_kind(document, Element.ANNEX_NOTE) if block.end <= main_end(document)]
    if not notes or not document.annexes:
        return
    count = len(document.annexes)
    for found in _ANNEX_CITED.finditer(subject.text, 0, notes[0].start):
        if int(found["number"]) > count:
            yield Hit(
                found.start() + 1,
                found.end(),
                f"附件说明只列{count}个附件",
                f"the note lists {count} annexes",
            )


@rule_of_2012(
    "GW365",
    "annex-note-missing",
    "引用附件而无附件说明",
    clause="GB/T 9704-2012, 7.3.4",
    strength=Strength.MUST,
    severity=Severity.INFO,
)
def annex_note_missing(subject: Subject) -> Iterator[Hit]:
    """A document whose text refers to an annex (见附件) has a note that lists it.

    Why: the reader does not know what is enclosed. Sites leave annexes out, so that this is a hint only.

    Bad:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        任务分工见附件，请认真执行。
        国务院办公厅
        2014年11月16日
    Good:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        任务分工见附件，请认真执行。
        附件：任务分工表
        国务院办公厅
        2014年11月16日
    """
    document = subject.document
    dated = closing_date(document)
    if dated is None or not document.signature or document.annexes or document.parts:
        return
    found = _ANY_CITED.search(subject.text, 0, dated[0])
    # A line of the page that names the file of an annex is note enough.
    last = subject.text.rfind("附件")
    if found is not None and last < dated[0] and not _LABELLED.search(subject.text):
        yield Hit(*found.span("annex"), "正文引用附件，无附件说明", "the text refers to an annex that no note lists")


_LABELLED: Final = re.compile(rf"^{_B}*附{_B}*件{_B}*[0-9：:]", re.MULTILINE)


@rule_of_2012(
    "GW366",
    "annex-not-listed",
    "附件未列入附件说明",
    clause="GB/T 9704-2012, 7.3.4, 7.3.7",
    strength=Strength.MUST,
    severity=Severity.WARNING,
)
def annex_not_listed(subject: Subject) -> Iterator[Hit]:
    """An annex that is enclosed is one of those that the note lists.

    Why: note and annexes agree in number and title; an annex that the note leaves out gets lost.

    Bad:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        请认真执行。
        附件：重点任务分工方案
        国务院办公厅
        2014年11月16日
        附件1
        重点任务分工方案
        要做好分工。
        附件2
        年度工作计划
        要按时完成。
    Good:
        国务院办公厅关于做好某项工作的通知
        各省、自治区、直辖市人民政府：
        请认真执行。
        附件：1.重点任务分工方案
        2.年度工作计划
        国务院办公厅
        2014年11月16日
        附件1
        重点任务分工方案
        要做好分工。
        附件2
        年度工作计划
        要按时完成。
    """
    document = subject.document
    if not _note_blocks(document) or not document.annexes:
        return
    count = len(document.annexes)
    for part in document.parts:
        found = re.fullmatch(r"附件([0-9]{1,2})[：:]?", part.label or "")
        if part.kind == "annex" and part.title is not None and found is not None and int(found[1]) > count:
            yield Hit(
                part.start,
                part.start + len(part.label or ""),
                f"附件说明只列{count}个附件",
                f"the note lists {count} annexes",
            )
