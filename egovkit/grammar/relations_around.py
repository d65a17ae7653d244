"""What the words on both sides of a title say together (题名前后): 以《…》为依据, 为做好《…》的落实, 现将《…》印发."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from egovkit.lexicon import any_of
from egovkit.text.patterns import LatePattern

__all__ = ["around", "governs", "is_learnt", "is_object", "is_resolved"]

# 对…, 将…, but no 针对, 核对, 绝对, 反对, 应对, 面对, 相对.
_OBJECT = LatePattern(r"[对将把就](?<![针核绝反应面相].)[^，,。；;]{0,30}$")


class _Patterns(NamedTuple):
    governs: LatePattern
    resolved: LatePattern
    learnt: LatePattern
    as_grounds: LatePattern
    ensuring: LatePattern
    carried_out: LatePattern
    presenting: LatePattern
    contents: LatePattern
    explanation: LatePattern


@cache
def _patterns() -> _Patterns:
    how, grounds = any_of("relations.adverbs.how"), any_of("relations.heading.grounds")
    attributes, contents = any_of("relations.contents.attributes"), any_of("relations.contents.nouns")
    return _Patterns(
        governs=LatePattern(rf"(?:{any_of('relations.before.must')})[^，,。；;《]{{0,16}}?将[^，,。；;]{{0,30}}$"),
        # 现将〇印发, 决定把〇转发; a verb of its own is no 将.
        resolved=LatePattern(
            rf"(?:^|[，,。；;、\s现兹拟已]|{any_of('relations.before.resolved')})[将把][^，,。；;]{{0,40}}$"
        ),
        # 理解, 理解和适用
        learnt=LatePattern(
            rf"(?:{any_of('relations.before.learn')})(?:以?[、和与及](?:{any_of('relations.before.uses')}))?$"
        ),
        as_grounds=LatePattern(rf"[^，,。；;《\n]{{0,12}}?[为作][^，,。；;《\n]{{0,4}}?(?:{grounds})"),
        ensuring=LatePattern(rf"为了?(?:{how}){{0,2}}(?:{any_of('relations.before.ensure')})$"),
        carried_out=LatePattern(
            rf"(?:{attributes}|{how}|{any_of('relations.after.carried_what')}){{0,4}}(?:{any_of('relations.after.carried_out')})"
        ),
        presenting=LatePattern(r"介绍[^，,。；;：:《见于在]{0,16}$"),
        contents=LatePattern(rf"(?:{attributes}){{0,4}}(?:{contents})"),
        explanation=LatePattern(
            rf"(?:{any_of('relations.contents.attributes', 'relations.contents.nouns')}){{0,3}}的说明(?:$|[，,；;：:）)])"
        ),
    )


def is_object(before: str) -> bool:
    """Say whether 对, 将, 把 or 就 governs a citation."""
    return _OBJECT.search(before, max(0, len(before) - 34)) is not None


def is_resolved(before: str) -> bool:
    """Say whether a sentence says what its own organ does with a document: 现将《…》, 决定把《…》."""
    return _patterns().resolved.search(before, max(0, len(before) - 48)) is not None


def governs(before: str) -> bool:
    """Say whether somebody has to do something with a document: 请将《…》, 应及时将《…》."""
    if before.find("将", max(0, len(before) - 32)) < 0:
        return False
    return _patterns().governs.search(before) is not None


def is_learnt(before: str) -> bool:
    """Say whether a document is something to understand: 为便于准确把握《…》."""
    return _patterns().learnt.search(before, max(0, len(before) - 8)) is not None


def around(before: str, after: str) -> str | None:
    """Return what words on both sides of a citation say together: 以《…》为依据, 为做好《…》的落实, 介绍《…》的内容."""
    patterns = _patterns()
    if before.endswith("以"):
        return "basis" if patterns.as_grounds.match(after) else None
    near = before[-24:]
    if "为" in near and patterns.ensuring.search(near) and patterns.carried_out.match(after):
        return "basis"
    if "介绍" in near and patterns.presenting.search(near) and patterns.contents.match(after):
        return "interpret"
    if near.endswith("关于") and patterns.explanation.match(after):
        return "interpret"
    return None
