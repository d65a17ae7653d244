"""The functions that are measured, each from a text to whatever it finds."""

from __future__ import annotations

import re
from collections.abc import Callable

import regex

import egovkit

Verb = Callable[[str], object]

ONE_LINER = re.compile(r"[\u4e00-\u9fa5]{1,12}〔\d{4}〕\d+号")
"""What everybody writes first; the yardstick of every speed here."""


# The same under the engine that most programs do not use.
ONE_LINER_REGEX = regex.compile(ONE_LINER.pattern)


def naive_regex(text: str) -> object:
    return [(m.start(), m.end(), m.group()) for m in ONE_LINER_REGEX.finditer(text)]


def naive(text: str) -> object:
    return [(m.start(), m.end(), m.group()) for m in ONE_LINER.finditer(text)]


VERBS: dict[str, Verb] = {
    "find_numbers": egovkit.find_numbers,
    "find_dates": egovkit.find_dates,
    "find_frameworks": egovkit.find_frameworks,
    "find_citations": egovkit.find_citations,
    "PolicyDocument.parse": egovkit.PolicyDocument.parse,
    "check": egovkit.check,
}
