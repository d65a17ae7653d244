"""What the words after a title say is done with it (题名之后): 同时废止, 作如下修改, 政策解读, 已经同意，现印发."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from egovkit.grammar import relations_around, relations_before
from egovkit.lexicon import any_of
from egovkit.text.patterns import LatePattern

__all__ = [
    "done",
    "is_amended_by",
    "is_announced",
    "is_eventful",
    "is_explained",
    "is_of_another",
    "is_of_others",
    "passed_on",
]

_CLAUSE = r"[^，,。；;《\n]"
_SENTENCE = r"[^。；;《\n]"
# Before what something is compared with.
_BESIDE = ("与", "和", "同", "跟")
# What may be before an organ's own act: 已经省政府同意，…
_APPROVED = rf"{_SENTENCE}{{0,12}}?[已经]{_SENTENCE}{{0,90}}?"
# Lists of which every pattern below has a word: a text without any says nothing, and costs one search.
_EVENTS = (
    *(f"after.{name}" for name in ("repeal", "issue", "hand_on", "amend", "become", "change", "delete", "add")),
    *(f"after.{name}" for name in ("interpret", "present", "answer", "interview", "drawn_up")),
    *("before.forward", "parts.repeal"),
)


class _Patterns(NamedTuple):
    event: LatePattern
    repealed: LatePattern
    amended: LatePattern
    interpreted: LatePattern
    explained: LatePattern
    presented: LatePattern
    forwarded: LatePattern
    handed: LatePattern
    approved: LatePattern
    passed_on: LatePattern
    announced: LatePattern
    agreed: LatePattern
    says: LatePattern
    by: LatePattern
    compared: LatePattern
    before_it: LatePattern
    beside: LatePattern
    revised: LatePattern
    amending: LatePattern
    decided: LatePattern


@cache
def _patterns() -> _Patterns:
    doing = f"(?:{any_of('relations.adverbs.doing')})"
    amend, repeal, issue = (any_of(f"relations.after.{name}") for name in ("amend", "repeal", "issue"))
    forward = any_of("relations.before.forward", "relations.after.hand_on")
    light = f"(?:(?<![工合操制运写协])(?:{any_of('relations.light.verbs')})(?!为)[出了]?)"
    # 回答了记者提问, 接受本报采访, 答记者问
    interview = any_of("relations.after.interview")
    answered = (
        rf"(?:{any_of('relations.after.answer')}|回答了?[^，,。；;《]{{0,8}}提问"
        rf"|接受[^，,。；;《]{{0,12}}(?:{interview}))"
    )
    present = any_of("relations.after.present")
    # 印发后, 公布实施以来, 发布三年: a point in time.
    no_moment = (
        rf"(?!(?:{any_of('relations.after.in_force')})?"
        rf"(?:{any_of('relations.after.moments')}|[0-9一二三四五六七八九十两几多]{{1,3}}[周年个]))"
    )
    return _Patterns(
        event=LatePattern(f"答|{any_of(*(f'relations.{name}' for name in _EVENTS))}"),
        repealed=LatePattern(
            rf"""(?!{any_of("relations.after.attributes")})
            (?:\s*除{_CLAUSE}{{1,40}}外[，,])?                      # 除第三条外，
            {_CLAUSE}{{0,60}}?(?:[，,]\s*(?:{doing}|[自于]){_CLAUSE}{{0,30}}?)?
            (?P<word>{repeal})(?!{any_of("relations.after.not_repealed")}|了?《)""",
            re.VERBOSE,
        ),
        amended=LatePattern(
            # 作如下补充、修改; 进行了局部修订; 的修订工作
            rf"[^，,。；;《\n对将把]{{0,40}}?(?P<does>{light})[^，,。；;《]{{0,6}}?(?:(?:{any_of('relations.light.also')})[、和与及])?"
            rf"(?:{amend}|调整)|的?(?:{amend})(?:{any_of('relations.after.revision')})"
        ),
        interpreted=LatePattern(
            rf"[｜丨|\s]{{0,2}}(?:{any_of('relations.contents.attributes', 'relations.contents.nouns')}){{0,4}}"
            rf"(?:{any_of('relations.after.interpret')})"
            rf"|{_CLAUSE}{{0,12}}?{light}[^，,。；;《]{{0,6}}解读|{_CLAUSE}{{0,16}}?{answered}"
        ),
        explained=LatePattern(rf"{_SENTENCE}{{0,100}}?(?:解读|{answered})"),
        presented=LatePattern(
            # 对〇作介绍, 就〇答记者问, 现对〇说明如下, 就〇专访了某局负责人
            rf"{_CLAUSE}{{0,24}}?(?<![未不]){light}{_CLAUSE}{{0,7}}?(?:{present})|{_CLAUSE}{{0,60}}?{answered}"
            rf"|{_CLAUSE}{{0,24}}?(?:{present})如下"
            rf"|{_CLAUSE}{{0,16}}?[，,]?{_CLAUSE}{{0,4}}?记者{_CLAUSE}{{0,2}}?(?:{interview})|独?家?(?:{interview})了"
        ),
        forwarded=LatePattern(rf"{_SENTENCE}{{0,90}}?(?:{forward})"),
        handed=LatePattern(rf"{_SENTENCE}{{0,60}}?(?:{issue}){no_moment}"),
        # 〇已经省政府同意，现印发给你们
        approved=LatePattern(rf"{_APPROVED}(?:{issue})(?!的){no_moment}"),
        passed_on=LatePattern(
            rf"(?:{_APPROVED})?[，,]?\s*[现兹]{doing}{{0,2}}(?:(?P<forward>{forward})|(?P<issue>{issue}))"
        ),
        # 〇近日由某部正式发布
        announced=LatePattern(
            rf"""(?:的|{any_of("relations.after.kinds")})?
            (?:{any_of("relations.adverbs.when")}|{doing}|于[^，,。；;《]{{1,14}}|自[^，,。；;《]{{1,16}}起|由[^，,。；;《]{{1,30}}){{0,2}}
            (?:{issue})(?!的){no_moment}
            |由[^，,。；;《]{{1,30}}(?:{any_of("relations.after.drawn_up")})(?=[，,。；;）)]|$)""",
            re.VERBOSE,
        ),
        agreed=LatePattern(r"同意[^，,。；;：:《]{0,40}$"),
        says=LatePattern(rf"(?:{any_of('relations.after.says_how')})?(?:{any_of('relations.after.says')})(?!废止)"),
        # 根据〇废止, 依照〇领取的证件停止使用: the grounds on which something else is repealed.
        by=LatePattern(
            rf"(?:{any_of('relations.before.grounds')})[^，,。；;：:、的对将把]{{0,12}}$"
            rf"|(?:{any_of('relations.before.by', 'relations.before.by_or_noun')})$"
            # 违反〇的文件予以废止
            rf"|(?:{any_of('relations.others.breach')})$"
        ),
        # 与〇相抵触的规定同时废止
        compared=LatePattern(rf"[^，,。；;《\n与和同及、]{{0,12}}?(?:{any_of('relations.others.conflict')})"),
        # 〇施行前的有关规定同时废止
        before_it=LatePattern(
            rf"(?:正式)?(?:{issue}|{any_of('relations.after.in_force')})[之以]?前[^，,。；;《\n]{{0,12}}的"
        ),
        beside=LatePattern(
            rf"""(?:{any_of("relations.after.kinds")})?第?[0-9一二三四五]{{1,2}}号修改单
            |的?(?:{any_of("relations.beside.purpose")})(?:{any_of("relations.beside.material")})
            |的?(?:{any_of("relations.beside.rules_lead")})?(?:{any_of("relations.beside.rules")})""",
            re.VERBOSE,
        ),
        revised=LatePattern(
            rf"\s*(?:{any_of('relations.light.verbs')}|的)?(?:第[一二三四五六七八九十]{{1,3}}次)?(?:{amend}|废止)(?!了?《)"
        ),
        amending=LatePattern(rf"(?:{amend}|废止|清理)[^，。]{{0,200}}(?:规定|{any_of('relations.amending.kinds')})$"),
        decided=LatePattern(rf"(?:{any_of('relations.amending.kinds')})$"),
    )


def is_eventful(after: str) -> bool:
    """Say whether anything after a title can be said to be done with it."""
    return _patterns().event.search(after) is not None


def is_amended_by(title: str, after: str) -> bool:
    """Say whether a title is that of a decision by which something else is amended: 根据《关于修改甲的决定》修正."""
    found = _patterns().revised.match(after)
    if found is None or _patterns().amending.search(title) is not None:
        return found is not None
    # 根据某年《关于甲的决定》修正, but 《关于甲的决定》废止 ends the decision itself.
    return not found[0].endswith("废止") and _patterns().decided.search(title) is not None


def is_of_others(before: str, after: str) -> bool:
    """Say whether what is told after a citation is done to something else: 《…》要求停止…, 根据《…》废止."""
    patterns = _patterns()
    if patterns.says.match(after) or patterns.before_it.match(after):
        return True
    if before.endswith(_BESIDE) and patterns.compared.match(after):
        return True
    return patterns.by.search(before, max(0, len(before) - 16)) is not None


def is_of_another(after: str) -> bool:
    """Say whether what is made is another document than the cited one: 《…》实施细则, 《…》培训教材."""
    return _patterns().beside.match(after) is not None


def is_explained(after: str) -> bool:
    """Say whether a sentence goes on to explain: 现解读如下, 某负责人答记者问."""
    return _patterns().explained.match(after) is not None


def is_announced(after: str) -> bool:
    """Say whether a document is made public: 《…》近日发布."""
    return _patterns().announced.match(after) is not None


def done(before: str, after: str) -> str | None:
    """Return what the words after a citation say is done with it; None where they say nothing.

    >>> done("", "同时废止"), done("对", "作如下修改"), done("现将", "转发给你们"), done("根据", "废止")
    ('repeal', 'amend', 'forward', None)
    """
    patterns = _patterns()
    if patterns.interpreted.match(after) or (relations_around.is_object(before) and patterns.presented.match(after)):
        return "interpret"
    repealed = patterns.repealed.match(after)
    amended = patterns.amended.match(after)
    if (repealed is not None or amended is not None) and not is_of_others(before, after):
        if repealed is not None and not relations_before.is_not_done(after[: repealed.start("word")]):
            return "repeal"
        # 未作修改; 修订工作 needs no verb.
        if amended is not None and not relations_before.is_not_done(after[: max(0, amended.start("does"))]):
            return "amend"
    if relations_around.is_resolved(before):
        if patterns.forwarded.match(after):
            return "forward"
        if patterns.handed.match(after):
            return "issue"
    return None


def passed_on(before: str, after: str) -> str | None:
    """Return what is done after approval: 同意《…》，现转发给你们; 《…》已经省政府同意，现印发给你们."""
    patterns = _patterns()
    passed = patterns.passed_on.match(after)
    if passed is not None and passed["forward"] is not None:
        return "forward"
    if passed is not None and patterns.agreed.search(before):
        return "issue"
    if relations_around.governs(before) and patterns.forwarded.match(after):
        return "forward"
    return "issue" if patterns.approved.match(after) else None
