"""GW50x, GW51x: how a document is cited (引用的写法): title, number, brackets, short name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from egovkit.checks.finding import Severity, Strength
from egovkit.checks.rule import Hit, Scope, rule
from egovkit.checks.subject import Subject
from egovkit.checks.zones import touches
from egovkit.citations.kinds import generic_kind
from egovkit.grammar.brackets import title_spans
from egovkit.grammar.kinds import kind_of
from egovkit.models.citation import Citation
from egovkit.models.issuance import NumberForm
from egovkit.text.folding import BLANKS, squeeze
from egovkit.text.limits import MAX_SHORT_NAMES

_CITING: Final = "国发〔2000〕23号, art. 25, and custom since its end in 2012"
_SINCE_CITING: Final = date(2001, 1, 1)
_PUNCTUATION: Final = "GB/T 15834-2011"
_SINCE_PUNCTUATION: Final = date(2012, 6, 1)


@rule(
    "GW501",
    "number-before-title",
    "先引字号后引标题",
    clause=_CITING,
    strength=Strength.CONVENTION,
    severity=Severity.INFO,
    since=_SINCE_CITING,
)
def number_before_title(subject: Subject) -> Iterator[Hit]:
    """A citation gives the title first, then the number.

    Why: the regulation of 2000 said so, and it stayed the custom; a reader looks for the title.

    Bad:
        按照国办发〔2014〕66号《关于办好某项工作的通知》执行。
    Good:
        按照《关于办好某项工作的通知》（国办发〔2014〕66号）执行。
    """
    for citation in subject.citations:
        if citation.title is None or not citation.numbers:
            continue
        number = citation.numbers[0]
        if number.start <= citation.start + 1 and number.end < citation.end and number.value.form is NumberForm.REGULAR:
            title = f"《{citation.title}》"
            yield Hit(
                citation.start,
                citation.end,
                "引用公文应当先引标题，后引发文字号",
                "a citation gives the title first, then the number",
                suggestion=f"{title}（{number.value}）",
            )


@rule(
    "GW502",
    "bare-number-behind-title",
    "字号未加圆括号",
    clause=_CITING,
    strength=Strength.CONVENTION,
    severity=Severity.INFO,
    since=_SINCE_CITING,
)
def bare_number(subject: Subject) -> Iterator[Hit]:
    """The number behind a cited title stands in round brackets.

    Why: the brackets keep the number apart from the sentence, and tell it from a number that is cited for itself.

    Bad:
        按照《关于办好某项工作的通知》国办发〔2014〕66号执行。
    Good:
        按照《关于办好某项工作的通知》（国办发〔2014〕66号）执行。
    """
    for citation in subject.citations:
        if citation.title is None or len(citation.numbers) != 1 or not citation.text.startswith("《"):
            continue
        number = citation.numbers[0]
        if number.value.form is NumberForm.REGULAR and subject.text[number.start - 1] == "》":
            yield Hit(
                number.start,
                number.end,
                "标题后的发文字号应当用圆括号括入",
                "the number behind a title stands in round brackets",
                suggestion=f"（{number.value}）",
            )


_EMPTY: Final = re.compile(rf"《[{BLANKS}×]*》")


@rule(
    "GW503",
    "empty-title",
    "书名号内空白",
    clause=f"{_PUNCTUATION}, 4.15",
    strength=Strength.SHOULD,
    severity=Severity.WARNING,
)
def empty_title(subject: Subject) -> Iterator[Hit]:
    """Something stands between 《 and 》.

    Why: an empty pair is what a template leaves behind where nobody filled in the title.

    Bad:
        按照《》执行。
    Good:
        按照《关于办好某项工作的通知》执行。
    """
    for found in _EMPTY.finditer(subject.text):
        yield Hit(*found.span(), "书名号内没有标题", "no title stands between the title marks")


_MARKS: Final = re.compile("[《》]")


def _unpaired(text: str) -> Iterator[tuple[int, str]]:
    """Yield the place of each title mark without its other half."""
    if text.count("《") == text.count("》"):
        return
    pending: list[int] = []
    for mark in _MARKS.finditer(text):
        if mark[0] == "《":
            pending.append(mark.start())
        elif pending:
            pending.pop()
        else:
            yield mark.start(), "》"
    yield from ((at, "《") for at in pending)


@rule(
    "GW504",
    "unpaired-title-mark",
    "书名号不成对",
    clause=f"{_PUNCTUATION}, 4.15",
    strength=Strength.SHOULD,
    severity=Severity.WARNING,
)
def unpaired_title_mark(subject: Subject) -> Iterator[Hit]:
    """Title marks come in pairs: each 《 has its 》.

    Why: where the title ends decides what is cited.

    Bad:
        按照《关于办好某项工作的通知执行。
    Good:
        按照《关于办好某项工作的通知》执行。
    """
    for at, mark in _unpaired(subject.text):
        other = "》" if mark == "《" else "《"
        yield Hit(at, at + 1, f"书名号“{mark}”缺少与之成对的“{other}”", f"{mark} has no {other}")


@rule(
    "GW505",
    "nested-title-marks",
    "书名号内用双书名号",
    clause=f"{_PUNCTUATION}, 4.15",
    strength=Strength.SHOULD,
    severity=Severity.WARNING,
    since=_SINCE_PUNCTUATION,
)
def nested_title_marks(subject: Subject) -> Iterator[Hit]:
    """A title inside a title stands in 〈 and 〉.

    Why: two kinds of marks show which title ends where; a third level takes 《 and 》 again.

    Bad:
        按照《关于修改《政府采购法》的决定》执行。
    Good:
        按照《关于修改〈政府采购法〉的决定》执行。
    """
    for citation in subject.citations:
        for inner in citation.nested:
            if inner.text.startswith("《"):
                yield Hit(
                    inner.start,
                    inner.end,
                    "书名号里面还要用书名号时，里面用单书名号",
                    "a title inside a title stands in single title marks",
                    suggestion=f"〈{inner.text[1:-1]}〉",
                )


@rule(
    "GW506",
    "single-title-marks",
    "单用单书名号",
    clause=f"{_PUNCTUATION}, 4.15",
    strength=Strength.SHOULD,
    severity=Severity.WARNING,
    since=_SINCE_PUNCTUATION,
)
def single_title_marks(subject: Subject) -> Iterator[Hit]:
    """A title that stands in no other title takes 《 and 》.

    Why: single title marks are those of a title inside a title. The document's own title, which prints no outer
    marks, is not judged.

    Bad:
        按照〈关于办好某项工作的通知〉执行。
    Good:
        按照《关于办好某项工作的通知》执行。
    """
    text = subject.text
    if "〈" not in text:
        return
    own = subject.document.spans.get("title", (0, 0))
    titles = list(title_spans(text))
    for found in _SINGLE.finditer(text):
        at = found.start()
        if own[0] <= at < own[1] or touches(titles, *found.span()) or kind_of(found[1]) is None:
            continue
        yield Hit(*found.span(), "标示标题用双书名号", "a title takes double title marks", suggestion=f"《{found[1]}》")


_SINGLE: Final = re.compile(r"〈([^〈〉《》\n]{2,100})〉")
_ASCII: Final = re.compile(r"<(?=[\u3400-\u9fff])([^<>《》\n]{2,100}[\u3400-\u9fff）)])>")


@rule(
    "GW507",
    "less-than-as-title-mark",
    "以小于号代书名号",
    clause=f"{_PUNCTUATION}, 4.15",
    strength=Strength.SHOULD,
    severity=Severity.WARNING,
)
def less_than_signs(subject: Subject) -> Iterator[Hit]:
    """A title stands in title marks, not between < and >.

    Why: the signs are those of arithmetic and of markup, and no reader takes what they hold for a title.

    Bad:
        按照《关于修改<政府采购法>的决定》执行。
    Good:
        按照《关于修改〈政府采购法〉的决定》执行。
    """
    if "<" not in subject.text:
        return
    titles = list(title_spans(subject.text))
    for found in _ASCII.finditer(subject.text):
        inside = touches(titles, *found.span())
        yield Hit(
            *found.span(),
            "书名号不用小于号、大于号代替",
            "a title takes title marks, not the signs for less and greater",
            suggestion=f"〈{found[1]}〉" if inside else f"《{found[1]}》",
        )


_REMARKED: Final = re.compile(r"》[（(][^（()）\n]{1,60}[）)]、《")


@rule(
    "GW508",
    "comma-between-titles",
    "书名号之间用顿号",
    clause=f"{_PUNCTUATION}, 4.5.3.5",
    strength=Strength.MAY,
    severity=Severity.INFO,
    since=_SINCE_PUNCTUATION,
)
def comma_between_titles(subject: Subject) -> Iterator[Hit]:
    """Titles of a list follow each other without 、.

    Why: since 2012 the standard leaves the mark out, as the title marks part the titles already; it stays where a
    remark in brackets stands between them.

    Bad:
        按照《预算法》、《会计法》执行。
    Good:
        按照《预算法》《会计法》执行。
    """
    text = subject.text
    at = text.find("》、《")
    while at >= 0:
        # In a list where one title bears a remark, the mark stays between all of them.
        if not _REMARKED.search(text, max(0, at - 160), at + 160):
            yield Hit(
                at + 1,
                at + 2,
                "并列的书名号之间通常不用顿号",
                "titles of a list follow each other without a comma",
                replacement="",
            )
        at = text.find("》、《", at + 2)


def _uses_short_name(citation: Citation) -> bool:
    return citation.title is not None and not citation.numbers and not citation.short_name and not citation.dated


@rule(
    "GW509",
    "undefined-short-name",
    "简称未作说明",
    clause=_CITING,
    strength=Strength.CONVENTION,
    severity=Severity.INFO,
    scope=Scope.OFFICIAL,
    since=_SINCE_CITING,
)
def undefined_short_name(subject: Subject) -> Iterator[Hit]:
    """A short name such as 《通知》 is one that the text defines, or the end of a title it names.

    Why: what is only a kind word names no document.

    Bad:
        某市人民政府关于办好某项工作的决定
        各区人民政府：
        各区要按照《通知》的要求，抓紧落实。
    Good:
        某市人民政府关于办好某项工作的决定
        各区人民政府：
        各区要按照《关于落实某事的通知》（以下简称《通知》）的要求，抓紧落实，把《通知》传达到每个单位。
    """
    own = subject.document.title or ""
    enclosed = [squeeze(part.title) for part in subject.document.parts if part.title]
    names = [own, *enclosed, *(annex.title for annex in subject.document.annexes)]
    for citation in subject.citations:
        title = citation.title
        if title is None or not _uses_short_name(citation) or len(title) > 6 or not generic_kind(title):
            continue
        unknown = citation.antecedent is None or (
            not citation.antecedent.short_name and citation.antecedent.title == title
        )
        if citation.candidates or not unknown or any(title in name for name in names):
            continue
        if subject.text[citation.start - 1 : citation.start] in ("本", "该", "此") or _is_defined(subject, title):
            continue
        yield Hit(
            citation.start,
            citation.end,
            f"“《{title}》”未说明是何文件的简称",
            f"nothing says what 《{title}》 is short for",
        )


def _is_defined(subject: Subject, name: str) -> bool:
    """Say whether the text introduces a name anywhere, be it of something that is cited without brackets."""
    return re.search(rf"称[为作：:]?[“\"]?《?{re.escape(name)}", subject.text) is not None


def _defined_at(subject: Subject, citation: Citation) -> tuple[int, int] | None:
    """Return where a citation defines its short name."""
    name = citation.short_name or ""
    at = subject.text.find(name, citation.start + 1 + len(citation.title or ""), citation.end + 80)
    return (at, at + len(name)) if name and at >= 0 else None


@rule(
    "GW510",
    "unused-short-name",
    "简称未使用",
    clause=_CITING,
    strength=Strength.CONVENTION,
    severity=Severity.INFO,
    since=_SINCE_CITING,
)
def unused_short_name(subject: Subject) -> Iterator[Hit]:
    """A short name that the text defines is used in it.

    Why: a definition that nothing refers to distracts, and often shows that a passage was taken out.

    Bad:
        按照《关于办好某项工作的通知》（以下简称《通知》）执行。
    Good:
        按照《关于办好某项工作的通知》（以下简称《通知》）执行。各区要宣传《通知》内容。
    """
    defining = [citation for citation in subject.citations if citation.short_name]
    for citation in defining[:MAX_SHORT_NAMES]:
        place = _defined_at(subject, citation)
        if place is not None and subject.text.find(citation.short_name or "", place[1]) < 0:
            name = citation.short_name
            yield Hit(*place, f"简称“{name}”在下文没有使用", f"the short name {name} is never used")


def _part_of(subject: Subject, at: int) -> int:
    """Return which of the texts under one cover holds a place: the main text is -1."""
    return next((i for i, part in enumerate(subject.document.parts) if part.start <= at < part.end), -1)


@rule(
    "GW511",
    "one-name-for-two",
    "一个简称指两个文件",
    clause=_CITING,
    strength=Strength.CONVENTION,
    severity=Severity.INFO,
    since=_SINCE_CITING,
)
def one_name_for_two(subject: Subject) -> Iterator[Hit]:
    """A short name stands for one document.

    Why: of two definitions the reader does not know which is meant. The main text and each annex define their own.

    Bad:
        按照《关于办好甲事的通知》（以下简称《通知》）和《关于办好乙事的通知》（以下简称《通知》）执行。《通知》自明日起施行。
    Good:
        按照《关于办好甲事的通知》（以下简称《甲通知》）和《关于办好乙事的通知》（以下简称《乙通知》）执行。《甲通知》和《乙通知》自明日起施行。
    """
    first: dict[tuple[int, str], str] = {}
    for citation in subject.citations:
        if citation.short_name and citation.title:
            held = first.setdefault((_part_of(subject, citation.start), citation.short_name), citation.title)
            place = _defined_at(subject, citation)
            if held != citation.title and place is not None:
                yield Hit(
                    *place,
                    f"简称“{citation.short_name}”已用于《{held}》",
                    f"the short name {citation.short_name} is defined for another document already",
                )


@rule(
    "GW512",
    "two-names-for-one",
    "一个文件两个简称",
    clause=_CITING,
    strength=Strength.CONVENTION,
    severity=Severity.INFO,
    since=_SINCE_CITING,
)
def two_names_for_one(subject: Subject) -> Iterator[Hit]:
    """A document has one short name.

    Why: two names suggest two documents.

    Bad:
        按照《关于办好某项工作的通知》（以下简称《通知》）执行，落实《通知》。《关于办好某项工作的通知》（以下简称《某项通知》）由某局解释，见《某项通知》。
    Good:
        按照《关于办好某项工作的通知》（以下简称《通知》）执行。《通知》由某局解释。
    """
    first: dict[tuple[int, str], str] = {}
    for citation in subject.citations:
        if citation.short_name and citation.title:
            held = first.setdefault((_part_of(subject, citation.start), citation.title), citation.short_name)
            place = _defined_at(subject, citation)
            if held != citation.short_name and place is not None:
                yield Hit(
                    *place,
                    f"该文件已有简称“{held}”",
                    f"this document has the short name {held} already",
                )


@rule(
    "GW513",
    "name-before-definition",
    "简称先用后定",
    clause=_CITING,
    strength=Strength.CONVENTION,
    severity=Severity.INFO,
    scope=Scope.OFFICIAL,
    since=_SINCE_CITING,
)
def name_before_definition(subject: Subject) -> Iterator[Hit]:
    """A short name is used behind its definition.

    Why: a reader who begins at the beginning cannot know it.

    Bad:
        某市人民政府关于办好某项工作的决定
        各区人民政府：
        各区要落实《通知》。按照《关于落实某事的通知》（以下简称《通知》）的要求，把《通知》传达到每个单位。
    Good:
        某市人民政府关于办好某项工作的决定
        各区人民政府：
        按照《关于落实某事的通知》（以下简称《通知》）的要求，把《通知》传达到每个单位。
    """
    for citation in subject.citations:
        stand = citation.antecedent
        if stand is None or stand.start < citation.start or not _uses_short_name(citation):
            continue
        if stand.short_name == citation.title and _part_of(subject, stand.start) == _part_of(subject, citation.start):
            yield Hit(
                citation.start,
                citation.end,
                f"简称“《{citation.title}》”在说明之前使用",
                f"the short name 《{citation.title}》 is used in front of its definition",
            )
