"""GW902 to GW905, GW910 to GW912, GW915: brackets and quotation marks (括号、引号): in pairs, nested, in lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

import regex

from egovkit.checks.finding import Severity, Strength
from egovkit.checks.rule import Hit, Scope, custom, rule
from egovkit.checks.subject import Subject

_STANDARD: Final = "GB/T 15834-2011"
_WIDE: Final = str.maketrans("()", "（）")

_HALF_PAIR: Final = re.compile(r"\(([^()（）\n]{1,120})\)")
_HAN_INSIDE: Final = regex.compile(r"\p{Han}")
_MARKER: Final = re.compile(r"[一二三四五六七八九十0-9]{1,3}\Z")
_OPERATORS: Final = frozenset("=＝÷×*＋+−－/")


@custom(
    "GW902",
    "half-width-brackets",
    "半角括号",
    clause="custom: Chinese text takes full-width brackets",
    scope=Scope.WORDS,
)
def half_width_brackets(subject: Subject) -> Iterator[Hit]:
    """A remark in Chinese stands in full-width brackets, （ and ）.

    Why: the half-width ones are those of Latin text. The marker of a heading is judged by its own rule, and the
    brackets of a formula by none.

    Bad:
        各区(含开发区)要抓紧落实。
    Good:
        各区（含开发区）要抓紧落实。
    """
    text = subject.text
    if "(" not in text:
        return
    for found in _HALF_PAIR.finditer(text):
        start, end = found.span()
        if text[start - 1 : start] in _OPERATORS or text[end : end + 1] in _OPERATORS:
            continue
        if _HAN_INSIDE.search(text, start + 1, end - 1) and not _MARKER.match(found[1]):
            for at, wide in ((start, "（"), (end - 1, "）")):
                yield Hit(at, at + 1, f"括号用全角“{wide}”", "Chinese text takes full-width brackets", replacement=wide)


# Two patterns, each with a rare first character, are faster than one.
_MIXED_PAIRS: Final = (re.compile(r"（[^()（）\n]{1,120}(?P<half>\))"), re.compile(r"(?P<half>\()[^()（）\n]{1,120}）"))


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
    text = subject.text
    for pair in _MIXED_PAIRS if "(" in text or ")" in text else ():
        for found in pair.finditer(text):
            if _HAN_INSIDE.search(found[0]):
                yield Hit(
                    *found.span("half"),
                    "一对括号的全角半角应当一致",
                    "the brackets of a pair are of one width",
                    replacement=found["half"].translate(_WIDE),
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


_STRAIGHT: Final = re.compile(r'(?<!=)"(?=([^"“”\n]{1,120})")')


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

    Why: the straight mark does not show which side opens. Where straight and curved marks stand mixed, nobody can
    tell what is quoted.

    Bad:
        各区要落实"一网通办"要求。
    Good:
        各区要落实“一网通办”要求。
    """
    done = 0
    for found in _STRAIGHT.finditer(subject.text):
        start, end = found.start(), found.end(1) + 1
        # What stands between two quotations is none; what has no Chinese words may close one.
        if start >= done and _HAN_INSIDE.search(found[1]):
            yield Hit(start, end, "引号用“”", "Chinese words are quoted with “ and ”", suggestion=f"“{found[1]}”")
            done = end


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
    since=date(2012, 6, 1),
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


_REVERSED: Final = re.compile("”[^“”\\n]{1,40}“")
# A line longer than this on one side of a quotation may hold another mark, and is not judged.
_BESIDE: Final = 400


@rule(
    "GW915",
    "reversed-quotes",
    "引号反向",
    clause=f"{_STANDARD}, 4.8",
    strength=Strength.SHOULD,
    severity=Severity.WARNING,
    scope=Scope.WORDS,
)
def reversed_quotes(subject: Subject) -> Iterator[Hit]:
    """The mark that opens a quotation is “, the one that closes it ”.

    Why: turned round, they set off what is not quoted. Judged where a line has this one pair of marks, and no
    quotation of paragraphs stands open above it.

    Bad:
        各区要落实”一网通办“要求。
    Good:
        各区要落实“一网通办”要求。
    """
    text = subject.text
    opened, counted = 0, 0
    for found in _REVERSED.finditer(text):
        start, end = found.span()
        before = text[max(0, start - _BESIDE) : start].rpartition("\n")
        behind = text[end : end + _BESIDE].partition("\n")
        if (start > _BESIDE and not before[1]) or (end + _BESIDE < len(text) and not behind[1]):
            continue
        if any(mark in side for mark in "“”" for side in (before[2], behind[0])):
            continue
        opened += text.count("“", counted, start) - text.count("”", counted, start)
        counted = start
        if opened == 0:
            for at, right in ((start, "“"), (end - 1, "”")):
                yield Hit(at, at + 1, "引号方向相反", "the quotation marks are turned round", replacement=right)
