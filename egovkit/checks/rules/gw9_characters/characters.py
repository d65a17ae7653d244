"""GW931 to GW940: characters that no document should hold (异常字符), and what is left of another format."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from html import unescape
from typing import Final
from unicodedata import normalize

from egovkit.checks.finding import Severity, Strength
from egovkit.checks.odd import OddKind, standard_forms
from egovkit.checks.rule import Hit, Scope, custom, rule
from egovkit.checks.subject import Subject
from egovkit.checks.zones import touches
from egovkit.text.folding import fold
from egovkit.text.patterns import LatePattern

_MOST_TRADITIONAL: Final = 12
_CUSTOM: Final = "custom: a text holds what its reader sees"


def _all_of(subject: Subject, kind: OddKind) -> Iterator[tuple[int, int]]:
    return ((start, end) for found, start, end in subject.odd if found is kind)


@custom(
    "GW931",
    "invisible-character",
    "不可见字符",
    clause=_CUSTOM,
    scope=Scope.ANY,
    over="odd",
)
def invisible_character(subject: Subject) -> Iterator[Hit]:
    """No zero-width character and no mark of writing direction is in the text.

    Why: word processors and pages leave them behind; nobody sees them, and every search stumbles over them.
    """
    for start, end in _all_of(subject, OddKind.INVISIBLE):
        yield Hit(start, end, "文中有不可见字符", "an invisible character is here", replacement="")


@custom(
    "GW932",
    "control-character",
    "控制字符",
    clause=_CUSTOM,
    scope=Scope.ANY,
    over="odd",
)
def control_character(subject: Subject) -> Iterator[Hit]:
    """No control character is in the text, save line breaks, tabs and page breaks.

    Why: it comes from a file that was read as what it is not, and cannot be printed or kept in XML.
    """
    for start, end in _all_of(subject, OddKind.CONTROL):
        yield Hit(start, end, "文中有控制字符", "a control character is here", replacement="")


@custom(
    "GW933",
    "replacement-character",
    "替换字符",
    clause=_CUSTOM,
    scope=Scope.ANY,
    over="odd",
)
def replacement_character(subject: Subject) -> Iterator[Hit]:
    """No replacement character is in the text.

    Why: it is where a character was lost in reading; only the source knows which.
    """
    for start, end in _all_of(subject, OddKind.REPLACEMENT):
        yield Hit(start, end, "此处文字已丢失", "a character was lost here")


@custom(
    "GW934",
    "private-use-character",
    "自造字",
    clause=_CUSTOM,
    scope=Scope.ANY,
    over="odd",
)
def private_use_character(subject: Subject) -> Iterator[Hit]:
    """No character of the private use area is in the text.

    Why: what it looks like depends on a font that the reader has not got.
    """
    for start, end in _all_of(subject, OddKind.PRIVATE):
        yield Hit(start, end, "文中有专用区字符", "a character of the private use area is here")


@custom(
    "GW935",
    "full-width-alphanumerics",
    "全角字母数字",
    clause="custom: letters and digits are half-width",
    scope=Scope.ANY,
    over="odd",
)
def full_width_alphanumerics(subject: Subject) -> Iterator[Hit]:
    """Latin letters and arabic digits are half-width.

    Why: the full-width ones are other characters to every search. Those of an issuance number have their own rule.
    """
    numbers = iter(subject.numbers)
    number = next(numbers, None)
    for start, end in _all_of(subject, OddKind.FULL_WIDTH):
        while number is not None and number.end <= start:
            number = next(numbers, None)
        if number is None or number.start >= end:
            wide = subject.text[start:end]
            yield Hit(start, end, "字母、数字用半角", "letters and digits are half-width", replacement=fold(wide))


@custom(
    "GW936",
    "compatibility-character",
    "兼容字符",
    clause="custom: a Chinese character is the one of the unified block",
    scope=Scope.ANY,
    over="odd",
)
def compatibility_character(subject: Subject) -> Iterator[Hit]:
    """No radical and no compatibility form stands for a Chinese character.

    Why: pdf readers put the radical ⽂ for 文; they look alike, and no search finds the one by the other.
    """
    for start, end in _all_of(subject, OddKind.COMPATIBILITY):
        mended = normalize("NFKC", subject.text[start:end])
        changed = mended != subject.text[start:end]
        yield Hit(
            start,
            end,
            "此处为部首或兼容汉字",
            "a radical or compatibility form stands for a Chinese character",
            replacement=mended if changed else None,
        )


@custom(
    "GW937",
    "garbled-text",
    "乱码",
    clause=_CUSTOM,
    scope=Scope.ANY,
    over="odd",
)
def garbled_text(subject: Subject) -> Iterator[Hit]:
    """No passage was read in the wrong encoding.

    Why: what is here was other characters; only the source knows which.
    """
    for start, end in _all_of(subject, OddKind.GARBLED):
        yield Hit(start, end, "此处为乱码", "this passage was read in the wrong encoding")


_ENTITY: Final = LatePattern("&(?:#[0-9]{2,5}|#x[0-9a-fA-F]{2,4}|[a-z]{2,7});")
_SPACES: Final = ("&nbsp;", "&ensp;", "&emsp;", "&thinsp;", "&#160;", "&#12288;")


@custom(
    "GW938",
    "markup-entity",
    "网页实体符号",
    clause=_CUSTOM,
    scope=Scope.ANY,
    needs=("&", ";"),
)
def markup_entity(subject: Subject) -> Iterator[Hit]:
    """No entity of a web page is in the text.

    Why: it is the page's way to write a character, and was not turned back into it.
    """
    for found in _ENTITY.finditer(subject.text) if "&" in subject.text else ():
        meant = unescape(found[0])
        if meant != found[0]:
            # A blank may be meant or mere layout, and what < and & bring about only the page's author knows.
            plain = found[0] not in _SPACES and meant not in "<>&" and meant.isprintable()
            yield Hit(
                *found.span(),
                "此处残留网页实体符号",
                f"an entity of a web page is left here: {meant}",
                suggestion=meant.strip() or None,
                replacement=meant if plain else None,
            )


_TAG: Final = LatePattern(
    r"</?(?:p|br|div|span|strong|b|font|a|table|tr|td|img)(?:\s[^<>\n]{0,200})?/?>", re.IGNORECASE
)


@custom(
    "GW939",
    "markup-tag",
    "网页标签",
    clause=_CUSTOM,
    scope=Scope.ANY,
    needs=("<", ">"),
)
def markup_tag(subject: Subject) -> Iterator[Hit]:
    """No tag of a web page is in the text.

    Why: it tells a browser how to lay out the text and is none of its words.
    """
    for found in _TAG.finditer(subject.text) if "<" in subject.text else ():
        yield Hit(*found.span(), "此处残留网页标签", "a tag of a web page is left here")


@rule(
    "GW940",
    "traditional-character",
    "繁体字",
    clause="中华人民共和国国家通用语言文字法, art. 9",
    strength=Strength.MUST,
    severity=Severity.WARNING,
    scope=Scope.WORDS,
    since=date(2001, 1, 1),
    over="odd",
)
def traditional_character(subject: Subject) -> Iterator[Hit]:
    """State organs write standard characters (规范汉字), no traditional ones.

    Why: the law says so; single ones come from an input method or a scan, and no search finds the word. Quotations,
    titles and a text that is written in traditional characters throughout are not judged.
    """
    runs = list(_all_of(subject, OddKind.TRADITIONAL))
    if sum(end - start for start, end in runs) * _MOST_TRADITIONAL > len(subject.text):
        return
    standard = standard_forms()
    for start, end in runs:
        if not touches(subject.zones, start, end):
            mended = "".join(standard[c] for c in subject.text[start:end])
            yield Hit(start, end, f"应当使用规范汉字“{mended}”", f"the standard form is {mended}", replacement=mended)
