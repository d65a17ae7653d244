"""GW103 to GW107: the mark of secrecy (密级和保密期限)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from egovkit.checks.finding import Severity, Strength
from egovkit.checks.rule import Hit, Scope, rule, rule_of_2012
from egovkit.checks.subject import Subject
from egovkit.data import tree
from egovkit.documents.blocks import Block, Element
from egovkit.text.folding import BLANKS, fold
from egovkit.text.numerals import read_numeral
from egovkit.text.patterns import LatePattern

_MARKED: Final = LatePattern(
    rf"(?P<word>[\u3400-\u9fff]{{1,4}}?)(?P<gap>[{BLANKS}]*(?P<star>[★☆*＊]?)[{BLANKS}]*)"
    r"(?P<term>长期|(?P<count>[0-9０-９]{1,3}|[〇零一二三四五六七八九十百]{1,4})(?P<unit>年|个月|天|日))?"
)
_LEVELS: Final = ("绝密", "机密", "秘密")
_NO_LEVELS: Final = LatePattern(lambda: "|".join(tree("check_terms")["secrecy"]["not_levels"]))


def _marks(subject: Subject) -> Iterator[tuple[Block, re.Match[str]]]:
    """Yield the lines of the head that read as a mark of secrecy, with their parts."""
    levels = (*_LEVELS, *(f"{level}级" for level in _LEVELS))
    for block in subject.elements.above_title:
        if block.end - block.start > 16 or block.kind is Element.NUMBER:
            continue
        found = _MARKED.fullmatch(subject.elements.surface(block))
        if found is not None and (found["word"] in levels or found["star"]):
            yield block, found


@rule_of_2012(
    "GW103",
    "secrecy-level",
    "密级名称",
    clause="中办发〔2012〕14号, art. 9(2)",
    strength=Strength.MUST,
    severity=Severity.WARNING,
    over="elements.above_title",
)
def secrecy_level(subject: Subject) -> Iterator[Hit]:
    """The secrecy of a document is 绝密, 机密 or 秘密, written so.

    Why: the regulation and the law on state secrets know these three levels. Marks of trade secrets are none of them.
    """
    for block, found in _marks(subject):
        word = found["word"]
        if (word.endswith("级") and word[:-1] in _LEVELS) or _NO_LEVELS.fullmatch(word):
            yield Hit(
                block.start,
                block.start + len(word),
                "密级分为绝密、机密、秘密",
                "a document is 绝密, 机密 or 秘密",
                replacement=word[:-1] if word.endswith("级") else None,
            )


@rule(
    "GW104",
    "secrecy-term-length",
    "保密期限过长",
    clause="保守国家秘密法 (2024), art. 20",
    strength=Strength.MUST,
    severity=Severity.WARNING,
    scope=Scope.OFFICIAL,
    since=date(2024, 5, 1),
    over="elements.above_title",
)
def secrecy_term_length(subject: Subject) -> Iterator[Hit]:
    """The term of secrecy keeps to the law: 绝密 30 years, 机密 20, 秘密 10 at most.

    Why: the law sets these limits, save where it provides otherwise.
    """
    longest = tree("check_terms")["secrecy"]["longest_years"]
    for block, found in _marks(subject):
        level = found["word"].removesuffix("级")
        years = longest.get(level)
        count = read_numeral(fold(found["count"])) if found["count"] else None
        if years is None or count is None or found["unit"] not in ("年", "个月"):
            continue
        if count * (12 if found["unit"] == "年" else 1) > years * 12:
            yield Hit(
                block.start + found.start("term"),
                block.end,
                f"{level}级事项的保密期限不超过{years}年",
                f"{level} is kept for {years} years at most",
            )


@rule_of_2012(
    "GW105",
    "secrecy-star",
    "密级与保密期限的分隔",
    clause="GB/T 9704-2012, 7.2.2",
    strength=Strength.SHOULD,
    severity=Severity.WARNING,
    over="elements.above_title",
)
def secrecy_star(subject: Subject) -> Iterator[Hit]:
    """A solid star is between the level of secrecy and its term: 机密★1年.

    Why: the standard prints the mark so.
    """
    for block, found in _marks(subject):
        if not found["term"] or found["gap"] == "★":
            continue
        # 级 goes with GW103.
        if not found["gap"] and found["word"].endswith("级"):
            continue
        # Where nothing is between the two, the level's last character is taken along.
        start = block.start + found.start("gap") - (not found["gap"])
        yield Hit(
            start,
            block.start + found.end("gap"),
            "密级和保密期限之间用“★”分隔",
            "★ is between the level of secrecy and its term",
            replacement="★" if found["gap"] else f"{found['word'][-1]}★",
        )


@rule_of_2012(
    "GW106",
    "secrecy-term-digits",
    "保密期限数字",
    clause="GB/T 9704-2012, 7.2.2",
    strength=Strength.MUST,
    severity=Severity.WARNING,
    over="elements.above_title",
)
def secrecy_term_digits(subject: Subject) -> Iterator[Hit]:
    """The term of secrecy is written with arabic digits.

    Why: the standard says so.
    """
    for block, found in _marks(subject):
        if not found["count"] or found["count"][0] in "0123456789０１２３４５６７８９":
            continue
        count = read_numeral(found["count"])
        yield Hit(
            block.start + found.start("count"),
            block.start + found.end("count"),
            "保密期限中的数字用阿拉伯数字标注",
            "the term of secrecy is written with arabic digits",
            replacement=None if count is None else str(count),
        )


@rule_of_2012(
    "GW107",
    "secrecy-term-missing",
    "无保密期限",
    clause="中办发〔2012〕14号, art. 9(2)",
    strength=Strength.MUST,
    severity=Severity.INFO,
    over="elements.above_title",
)
def secrecy_term_missing(subject: Subject) -> Iterator[Hit]:
    """A secret document says for how long it is secret.

    Why: the regulation asks for level and term; without a term the law's longest one is understood, so that this is
    a hint only.
    """
    for block, found in _marks(subject):
        if not found["term"] and found["word"] in _LEVELS:
            yield Hit(
                block.start, block.end, "涉密公文应当标注保密期限", "a secret document says for how long it is secret"
            )
