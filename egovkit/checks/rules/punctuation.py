"""GW90x, GW91x: punctuation (标点符号): the right mark, whole and in pairs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from egovkit.checks.finding import Severity, Strength
from egovkit.checks.rule import Hit, Scope, rule
from egovkit.checks.subject import Subject

_STANDARD: Final = "GB/T 15834-2011"
_SINCE: Final = date(2012, 6, 1)
_HAN: Final = r"\u3400-\u9fff〇"
_WIDE: Final = str.maketrans(",;:?!()", "，；：？！（）")

_HALF: Final = re.compile(rf"[,;:?!](?=[{_HAN}“‘《（])")
_AROUND: Final = re.compile(rf"[{_HAN}”’》）]")


@rule(
    "GW901",
    "half-width-mark",
    "半角标点",
    clause="custom: Chinese text takes full-width marks",
    strength=Strength.CONVENTION,
    severity=Severity.INFO,
    scope=Scope.WORDS,
)
def half_width_mark(subject: Subject) -> Iterator[Hit]:
    """Between Chinese characters stand the full-width marks ，；：？！, not the half-width ones.

    Why: the half-width ones are those of Latin text; mixed, lines do not align and searches fail.

    Bad:
        各区要提高认识,抓紧落实。
    Good:
        各区要提高认识，抓紧落实。
    """
    text = subject.text
    for found in _HALF.finditer(text):
        at = found.start()
        if at and _AROUND.match(text, at - 1):
            wide = found[0].translate(_WIDE)
            yield Hit(
                at, at + 1, f"汉字之间用全角标点“{wide}”", "Chinese text takes full-width marks", replacement=wide
            )


_HALF_PAIR: Final = re.compile(r"\(([^()（）\n]{1,120})\)")
_HAN_INSIDE: Final = re.compile(f"[{_HAN}]")
_MARKER: Final = re.compile(r"[一二三四五六七八九十0-9]{1,3}\Z")


@rule(
    "GW902",
    "half-width-brackets",
    "半角括号",
    clause="custom: Chinese text takes full-width brackets",
    strength=Strength.CONVENTION,
    severity=Severity.INFO,
    scope=Scope.WORDS,
)
def half_width_brackets(subject: Subject) -> Iterator[Hit]:
    """A remark in Chinese stands in full-width brackets, （ and ）.

    Why: the half-width ones are those of Latin text. The marker of a heading is judged by its own rule.

    Bad:
        各区(含开发区)要抓紧落实。
    Good:
        各区（含开发区）要抓紧落实。
    """
    if "(" not in subject.text:
        return
    for found in _HALF_PAIR.finditer(subject.text):
        if _HAN_INSIDE.search(found[1]) and not _MARKER.match(found[1]):
            for at, wide in ((found.start(), "（"), (found.end() - 1, "）")):
                yield Hit(at, at + 1, f"括号用全角“{wide}”", "Chinese text takes full-width brackets", replacement=wide)


_MIXED_PAIR: Final = re.compile(r"（([^()（）\n]{1,120})\)|\(([^()（）\n]{1,120})）")


@rule(
    "GW903",
    "mixed-brackets",
    "括号全角半角混用",
    clause=f"{_STANDARD}, 4.9",
    strength=Strength.SHOULD,
    severity=Severity.WARNING,
    scope=Scope.WORDS,
)
def mixed_brackets(subject: Subject) -> Iterator[Hit]:
    """The two brackets of a pair are of one width.

    Why: they are two halves of one mark.

    Bad:
        各区（含开发区)要抓紧落实。
    Good:
        各区（含开发区）要抓紧落实。
    """
    for found in _MIXED_PAIR.finditer(subject.text) if "(" in subject.text or ")" in subject.text else ():
        if _HAN_INSIDE.search(found[0]):
            at = found.end() - 1 if found[1] else found.start()
            wide = subject.text[at].translate(_WIDE)
            yield Hit(
                at, at + 1, "一对括号的全角半角应当一致", "the brackets of a pair are of one width", replacement=wide
            )


_PARENTHESES: Final = re.compile("[（()）]")
_LIST_MARKER: Final = re.compile(
    r"(?<![0-9０-９a-zA-Z])[0-9０-９a-zA-Z①-⑳]{1,3}\Z|(?:^|[\n\s，。；、：:;,“])[一二三四五六七八九十]{1,3}\Z"
)
# A bracket that is further off than this belongs to another sentence.
_FAR: Final = 600


@rule(
    "GW904",
    "unpaired-bracket",
    "括号不成对",
    clause=f"{_STANDARD}, 4.9",
    strength=Strength.SHOULD,
    severity=Severity.WARNING,
    scope=Scope.WORDS,
)
def unpaired_bracket(subject: Subject) -> Iterator[Hit]:
    """Round brackets come in pairs.

    Why: where the remark ends decides what is said. Markers such as 1） have one bracket only, and are not judged.

    Bad:
        各区（含开发区要抓紧落实。
    Good:
        各区（含开发区）要抓紧落实。
    """
    text = subject.text
    if text.count("（") + text.count("(") == text.count("）") + text.count(")"):
        return
    pending: list[int] = []
    for mark in _PARENTHESES.finditer(text):
        at = mark.start()
        if mark[0] in "（(":
            pending.append(at)
            continue
        while pending and at - pending[-1] > _FAR:
            yield _unpaired(text, pending.pop())
        if pending:
            pending.pop()
        elif not _LIST_MARKER.search(text, max(0, at - 5), at):
            yield _unpaired(text, at)
    for at in pending:
        yield _unpaired(text, at)


def _unpaired(text: str, at: int) -> Hit:
    return Hit(at, at + 1, f"“{text[at]}”不成对", f"{text[at]} has no other half")


_QUOTES: Final = re.compile("[“”\n]")


@rule(
    "GW905",
    "unpaired-quote",
    "引号不成对",
    clause=f"{_STANDARD}, 4.8",
    strength=Strength.SHOULD,
    severity=Severity.WARNING,
    scope=Scope.WORDS,
)
def unpaired_quote(subject: Subject) -> Iterator[Hit]:
    """Quotation marks come in pairs.

    Why: where the quotation ends decides whose words they are. A quotation of several paragraphs opens again with
    each, and closes once.

    Bad:
        各区要落实“一网通办要求。“最多跑一次”改革继续深化。
    Good:
        各区要落实“一网通办”要求。“最多跑一次”改革继续深化。
    """
    text = subject.text
    if text.count("“") == text.count("”"):
        return
    # The last mark that opened, whether in this line, and whether a quotation of paragraphs before is still open.
    opened, here, above = -1, False, False
    for mark in _QUOTES.finditer(text):
        if mark[0] == "\n":
            above, here = above or here, False
        elif mark[0] == "“":
            if here:
                yield _unpaired(text, opened)
            opened, here = mark.start(), True
        elif here:
            here = False
        elif above:
            above = False
        else:
            yield _unpaired(text, mark.start())


@rule(
    "GW906",
    "doubled-mark",
    "标点重复",
    clause=f"{_STANDARD}, 4.1–4.7",
    strength=Strength.SHOULD,
    severity=Severity.WARNING,
    scope=Scope.WORDS,
)
def doubled_mark(subject: Subject) -> Iterator[Hit]:
    """A mark stands once.

    Why: the second is a slip of the keyboard.

    Bad:
        各区要提高认识，，抓紧落实。
    Good:
        各区要提高认识，抓紧落实。
    """
    for start, end in subject.runs_of_marks:
        run = subject.text[start:end]
        # Three full stops are an ellipsis badly written: GW908.
        if run == run[0] * len(run) and not (run[0] == "。" and len(run) > 2):
            yield Hit(start + 1, end, f"标点“{run[0]}”重复", "the mark is doubled", replacement="")


@rule(
    "GW907",
    "clashing-marks",
    "标点冲突",
    clause=f"{_STANDARD}, 4.1–4.7",
    strength=Strength.SHOULD,
    severity=Severity.WARNING,
    scope=Scope.WORDS,
)
def clashing_marks(subject: Subject) -> Iterator[Hit]:
    """Two marks that part clauses do not follow one another.

    Why: a sentence either goes on or ends; which one was meant only its author knows.

    Bad:
        各区要提高认识，。抓紧落实。
    Good:
        各区要提高认识。抓紧落实。
    """
    for start, end in subject.runs_of_marks:
        run = subject.text[start:end]
        if run != run[0] * len(run):
            yield Hit(start, end, f"标点“{run}”连用", "two marks of different weight stand together")


_POINTS: Final = re.compile(r"(?<![.…。])(?:\.{3}|\.{6}|。{3,6}|…)(?![.…。])")


@rule(
    "GW908",
    "ellipsis",
    "省略号",
    clause=f"{_STANDARD}, 4.11",
    strength=Strength.SHOULD,
    severity=Severity.WARNING,
    scope=Scope.WORDS,
)
def ellipsis(subject: Subject) -> Iterator[Hit]:
    """An ellipsis is six points in the room of two characters (……).

    Why: full stops in a row end a sentence again and again, and three points are the Latin mark.

    Bad:
        包括身份证、户口簿。。。等材料。
    Good:
        包括身份证、户口簿……等材料。
    """
    text = subject.text
    if "…" not in text and "..." not in text and "。。。" not in text:
        return
    for found in _POINTS.finditer(text):
        at = found.start()
        if (at and _AROUND.match(text, at - 1)) or text[at - 1 : at] in ("、", "，"):
            # Points behind a page's text, as teasers end, are the site's.
            whole = found.end() < len(text) and text[found.end()] != "\n"
            yield Hit(
                *found.span(),
                "省略号为六个小圆点，占两个字的位置",
                "an ellipsis is six points in the room of two characters",
                suggestion="……",
                replacement="……" if whole else None,
            )


@rule(
    "GW909",
    "dash",
    "破折号",
    clause=f"{_STANDARD}, 4.10",
    strength=Strength.SHOULD,
    severity=Severity.WARNING,
    scope=Scope.WORDS,
)
def dash(subject: Subject) -> Iterator[Hit]:
    """A dash is one line in the room of two characters (——).

    Why: two hyphens are the typewriter's makeshift.

    Bad:
        建设目标--全省一张网。
    Good:
        建设目标——全省一张网。
    """
    text = subject.text
    at = text.find("--")
    while at >= 0:
        end = at + 2
        while text.startswith("-", end):
            end += 1
        if end - at == 2 and at and _AROUND.match(text, at - 1) and _HAN_INSIDE.match(text, end):
            yield Hit(
                at, end, "破折号占两个字的位置", "a dash is one line in the room of two characters", replacement="——"
            )
        at = text.find("--", end)


_STRAIGHT: Final = re.compile(rf'(?<!=)"([^"\n]{{0,60}}[{_HAN}][^"\n]{{0,60}})"')


@rule(
    "GW910",
    "straight-quotes",
    "直引号",
    clause=f"{_STANDARD}, 4.8",
    strength=Strength.SHOULD,
    severity=Severity.INFO,
    scope=Scope.WORDS,
)
def straight_quotes(subject: Subject) -> Iterator[Hit]:
    """Chinese words are quoted with “ and ”.

    Why: the straight mark does not show which side opens.

    Bad:
        各区要落实"一网通办"要求。
    Good:
        各区要落实“一网通办”要求。
    """
    if '"' not in subject.text:
        return
    for found in _STRAIGHT.finditer(subject.text):
        yield Hit(*found.span(), "引号用“”", "Chinese words are quoted with “ and ”", suggestion=f"“{found[1]}”")


_NESTED: Final = re.compile(r"“[^“”\n]{0,100}(“[^“”\n]{1,100}”)[^“”\n]{0,100}”")


@rule(
    "GW911",
    "nested-quotes",
    "引号内用双引号",
    clause=f"{_STANDARD}, 4.8",
    strength=Strength.SHOULD,
    severity=Severity.INFO,
    scope=Scope.WORDS,
)
def nested_quotes(subject: Subject) -> Iterator[Hit]:
    """A quotation inside a quotation stands in ‘ and ’.

    Why: two kinds of marks show which quotation ends where.

    Bad:
        修改为：“各区要落实“一网通办”要求。”
    Good:
        修改为：“各区要落实‘一网通办’要求。”
    """
    for found in _NESTED.finditer(subject.text):
        yield Hit(
            *found.span(1),
            "引号里面还要用引号时，里面用单引号",
            "a quotation inside a quotation stands in single marks",
            suggestion=f"‘{found[1][1:-1]}’",
        )


_REMARKED: Final = re.compile(r"”[（(][^（()）\n]{1,60}[）)]、“")


@rule(
    "GW912",
    "comma-between-quotes",
    "引号之间用顿号",
    clause=f"{_STANDARD}, 4.5.3.5",
    strength=Strength.MAY,
    severity=Severity.INFO,
    scope=Scope.WORDS,
    since=_SINCE,
)
def comma_between_quotes(subject: Subject) -> Iterator[Hit]:
    """Quoted words of a list follow each other without 、.

    Why: since 2012 the standard leaves the mark out, as the quotation marks part the words already; it stays where
    a remark in brackets stands between them.

    Bad:
        实施“一网通办”、“一网统管”。
    Good:
        实施“一网通办”“一网统管”。
    """
    text = subject.text
    at = text.find("”、“")
    while at >= 0:
        if not _REMARKED.search(text, max(0, at - 160), at + 160):
            yield Hit(
                at + 1,
                at + 2,
                "并列的引号之间通常不用顿号",
                "quoted words of a list follow each other without a comma",
                replacement="",
            )
        at = text.find("”、“", at + 2)


_DOTS: Final = "•‧∙・⋅･"
_BULLET: Final = re.compile(rf"[{_DOTS}](?<=[{_HAN}][{_DOTS}])(?=[{_HAN}])")


@rule(
    "GW913",
    "middle-dot",
    "间隔号",
    clause=f"{_STANDARD}, 4.14",
    strength=Strength.SHOULD,
    severity=Severity.INFO,
    scope=Scope.WORDS,
)
def middle_dot(subject: Subject) -> Iterator[Hit]:
    """The dot between the parts of a name is ·.

    Why: bullets and the dots of other scripts look alike and are other characters to every search.

    Bad:
        向阿不都•热合曼同志学习。
    Good:
        向阿不都·热合曼同志学习。
    """
    if not any(dot in subject.text for dot in _DOTS):
        return
    for found in _BULLET.finditer(subject.text):
        yield Hit(*found.span(), "间隔号用“·”", "the dot between the parts of a name is ·", replacement="·")


_PERIOD: Final = re.compile(rf"\.(?<=[{_HAN}]\.)(?=[{_HAN}])")


@rule(
    "GW914",
    "period-as-full-stop",
    "句号用小圆点",
    clause=f"{_STANDARD}, 4.1",
    strength=Strength.SHOULD,
    severity=Severity.INFO,
    scope=Scope.WORDS,
)
def period_as_full_stop(subject: Subject) -> Iterator[Hit]:
    """A sentence ends with 。, and the parts of a name have · between them.

    Why: the Latin period between Chinese characters stands for either, and only its author knows for which.

    Bad:
        各区要提高认识.各部门要抓紧落实。
    Good:
        各区要提高认识。各部门要抓紧落实。
    """
    text = subject.text
    for found in _PERIOD.finditer(text):
        # 一.总体要求 is the marker of a heading, and entries of a bibliography part their fields by periods.
        line = text.rfind("\n", max(0, found.start() - 200), found.start()) + 1
        if text[line : line + 1] not in ("[", "［") and not _ORDINAL.search(
            text, max(0, found.start() - 4), found.start()
        ):
            yield Hit(*found.span(), "汉字之间不用小圆点", "a period stands between Chinese characters")


_ORDINAL: Final = re.compile(r"(?:^|[\n\s。；：])[一二三四五六七八九十]{1,3}\Z")
