"""What the verb before a title does with it (题名之前): 根据《…》, 印发《…》, 转发《…》.

The verb nearest to the title decides. A verb that only describes the document (印发的《…》), that is part of a noun
(编写组), that is denied (不得擅自修改) or that has another object says nothing, and the one before it is asked.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from egovkit.lexicon import any_of, words
from egovkit.text.patterns import LatePattern

__all__ = ["is_asked", "is_not_done", "nearest"]

_KINDS = {
    "basis": ("grounds", "by", "by_or_noun", "carry_out"),
    "issue": ("issue",),
    "forward": ("forward",),
    "repeal": ("repeal",),
    "amend": ("amend",),
    "interpret": ("interpret",),
    "mention": ("mention",),
}
_DONE = frozenset(("issue", "amend", "repeal", "forward"))
_MOST_BETWEEN = 44
_MOST_OBJECT = 20
# The last mark is found from the end: the text before it is passed over at once.
_LAST_MARK = re.compile("(?s:.*)[，,。；;：:！!？?\n]")
# Organs, or the end of a name that may be none: a verb reaches over it to what the organ issued.
_ORGANS = LatePattern(r"了?[\u4e00-\u9fff、 　]+[部委局院署厅办会行府门位司关站所处室](?:关于)?$")
_ORGAN = LatePattern(r"[\u4e00-\u9fff]{0,16}[院行部委局署厅府室会]")
_DATIVE = LatePattern(r"(?<=[^针面])对$|(?<=[^针核绝反应面相])[将把]$")


class _Patterns(NamedTuple):
    verb: LatePattern
    kinds: dict[str, str]
    line_ends: tuple[str, ...]
    weak: frozenset[str]
    not_by: LatePattern
    not_done: LatePattern
    asked: LatePattern
    asked_softly: LatePattern
    worker: LatePattern
    means: LatePattern
    anew: LatePattern
    by_organ: LatePattern
    predicate: LatePattern
    duty: LatePattern
    grounds_after: LatePattern
    organ_end: LatePattern
    not_yet: LatePattern
    labelled: LatePattern
    presented: LatePattern
    amended_by: LatePattern


def _kinds() -> dict[str, str]:
    lists = [(kind, f"relations.before.{name}") for kind, names in _KINDS.items() for name in names]
    return {word: kind for kind, name in lists for word in words(name)}


@cache
def _patterns() -> _Patterns:
    kinds = _kinds()
    how, uses = any_of("relations.adverbs.how"), any_of("relations.before.uses")
    longer, amend = any_of("relations.before.longer"), any_of("relations.before.amend")
    courts, negation = any_of("relations.asked.courts"), any_of("relations.negation.words")
    grounds = any_of("relations.heading.grounds")
    # Each branch begins with a literal character, so that the engine can look for these alone.
    ends_nouns = "|".join(f"{word}(?<!{longer})" for word in words("relations.before.by_or_noun"))
    plain = [f"relations.before.{name}" for names in _KINDS.values() for name in names if name != "by_or_noun"]
    return _Patterns(
        verb=LatePattern(
            rf"""
            # 为正确理解、执行〇: the purpose for which a document is made.
            为(?<!{longer})了?(?:{how}){{0,3}}(?:{uses})(?:(?:以?[、和与及并])?(?:{uses})){{0,3}}
            # 基于 is said of anything: of a document where its title follows at once, or after who issued it.
            |基于(?=.{{0,12}}(?<![与和同跟对])$)
            |{any_of(*plain)}
            |{ends_nouns}
            """,
            re.VERBOSE,
        ),
        kinds=kinds,
        line_ends=tuple(word for word, kind in kinds.items() if kind != "mention" and len(word) > 1),
        weak=frozenset(words("relations.before.weak")),
        not_by=LatePattern(rf"(?:{any_of('relations.before.not_by')})(?:{how})?$"),
        not_done=LatePattern(rf"(?:{negation})(?:{any_of('relations.negation.adverbs')}|、){{0,3}}$"),
        asked=LatePattern(rf"(?:{any_of('relations.asked.words')})(?:{courts}){{0,4}}$"),
        asked_softly=LatePattern(rf"(?:{any_of('relations.asked.softly')})(?:{courts}){{0,4}}$"),
        worker=LatePattern(
            rf"(?:工作)?(?:{any_of('relations.before.worker')}"
            r"|小?组(?!织)|部门(?!规章)|人(?=$|[、和及与])|会(?=$|[上前后]))"
        ),
        means=LatePattern(rf"(?:{any_of('relations.after.means_lead')})?(?:{any_of('relations.after.means')})"),
        # Between a verb and the title: 印发修订后的〇, 印发新的〇, 公布了经修改的〇.
        anew=LatePattern(
            rf"[了经]?(?:(?:{any_of('relations.before.anew')})?(?:{amend})后?的|(?:{any_of('relations.before.anew')})的?)$"
        ),
        # Between a verb and the title, who issued the document and when: 废止国务院1958年公布的〇.
        by_organ=LatePattern(
            r"了?(?![或和及、并后前])[^，,。；;的]{2,40}?"
            rf"(?:{any_of('relations.before.issue', 'relations.before.forward', 'relations.before.organ_did')})的$"
        ),
        predicate=LatePattern(any_of("relations.before.predicate")),
        duty=LatePattern(rf"[由经]|{any_of('relations.before.duty')}"),
        grounds_after=LatePattern(
            rf"(?:{any_of('relations.after.grounds_lead')})*(?:{any_of('relations.after.grounds')})"
        ),
        organ_end=LatePattern(rf"{_ORGAN.pattern}(?:{any_of('relations.adverbs.when')})?$"),
        # 按〇实施前的政策, but no 前期 or 前款.
        not_yet=LatePattern(
            rf"(?:{any_of('relations.adverbs.when')})?"
            rf"(?:{any_of('relations.after.in_force', 'relations.after.amend', 'relations.after.issue', 'relations.after.repeal')})"
            r"[之以]?前(?![期后款述置提往])"
        ),
        # 根据经《…决定》修改的〇的规定
        amended_by=LatePattern(
            rf"(?:{any_of('relations.before.grounds')})经?[^，,。；;《》]{{0,60}}《[^》]{{2,100}}》(?:第[一二三四五六七八九十]{{1,3}}次)?(?:{amend})后?的$"
        ),
        presented=LatePattern(r"[，,]\s*现?[就对将]《$"),
        labelled=LatePattern(rf"(?:{grounds})[】\]）)]?\s*$"),
    )


def is_not_done(before: str) -> bool:
    """Say whether what follows is denied or asked: 尚未, 不得擅自, 是否."""
    return _patterns().not_done.search(before, max(0, len(before) - 16)) is not None


def is_asked(before: str, *, softly: bool) -> bool:
    """Say whether what follows is only asked for: 请求法院判决; `softly`: 要求, 可以 too."""
    patterns = _patterns()
    if patterns.asked.search(before, max(0, len(before) - 24)):
        return True
    return softly and patterns.asked_softly.search(before, max(0, len(before) - 24)) is not None


def nearest(before: str, after: str) -> str | None:
    """Return the relation that the verb nearest before a citation gives it; None where no verb governs it.

    >>> nearest("根据国务院印发的", "的要求"), nearest("编写组学习", ""), nearest("数据", "")
    ('basis', 'mention', None)
    """
    patterns = _patterns()
    mark = _LAST_MARK.match(before)
    cut = -1 if mark is None else mark.end() - 1
    clause = before[cut + 1 :]
    if not clause and before.endswith(("\n", "：", ":")):
        # The object of a verb that ends the line above or is before a colon: 关于印发 / 《…》的通知; 授权发布：《…》.
        above = before[before.rfind("\n", 0, -1) + 1 : -1].rstrip()
        clause = above if above.endswith(patterns.line_ends) else ""
    if clause.endswith("的") and "》" in clause and patterns.amended_by.search(clause):
        return "basis"
    # 依法治市委员会 has no grounds.
    verbs = [
        verb
        for verb in patterns.verb.finditer(clause)
        if verb[0] != "依" or clause[verb.end() : verb.end() + 1] != "法"
    ]
    for i, verb in reversed(list(enumerate(verbs))):
        behind = clause[verb.end() :]
        kind = patterns.kinds.get(verb[0], "basis")
        if "》" in behind or (len(behind) > _MOST_BETWEEN and not (kind == "forward" and _ORGANS.match(behind))):
            return None
        if kind == "basis":
            if verb[0] not in patterns.kinds and patterns.presented.match(after):
                # 为准确理解和适用《…》，现就《…》作介绍: why it is presented.
                return "mention"
            return _as_basis(clause[: verb.start()], behind, after)
        if kind in _DONE:
            said = _as_done(clause, verbs[: i + 1], behind, after)
            if said is not None:
                return said
        elif not behind or _governs(verb[0], behind):
            return kind
    labelled = cut >= 0 and before[cut] in "：:" and len(clause) <= _MOST_BETWEEN
    if labelled and patterns.labelled.search(before, max(0, cut - 8), cut):
        # 法律依据：财政部发布的《…》
        return "basis"
    return None


def _governs(verb: str, behind: str) -> bool:
    """Say whether a verb that only mentions governs a title over the words between: 执行某局发布的《…》."""
    patterns = _patterns()
    if patterns.by_organ.match(behind) or _ORGANS.match(behind):
        return True
    return verb not in patterns.weak and "的" not in behind


def _as_basis(in_front: str, behind: str, after: str) -> str | None:
    """Return what a basis word makes of the document, from the words before it and after it."""
    patterns = _patterns()
    if patterns.not_by.search(in_front, max(0, len(in_front) - 12)) or (
        not behind and "前" in after[:12] and patterns.not_yet.match(after)
    ):
        # 未按照《…》; 按《…》实施前的政策
        return "mention"
    if len(behind) > 1 and (_DATIVE.search(behind) or patterns.predicate.search(behind)):
        # 按程序对《…》, 按照甲是否与《…》: another verb governs it.
        return None
    return "basis"


def _as_done(clause: str, verbs: list[re.Match[str]], behind: str, after: str) -> str | None:
    """Return what the last of `verbs`, which does something to a document, makes of this one; None for nothing."""
    patterns = _patterns()
    verb = verbs[-1]
    kind = patterns.kinds[verb[0]]
    makes = kind in ("issue", "amend")
    if kind == "amend" and behind.startswith(("为", "成")):
        # 修改为《…》: what it becomes.
        return None
    if behind and ((makes and patterns.worker.match(behind)) or not _reaches(kind, behind)):
        # 编写组; 印发的《…》, 公布施行的《…》: what was done once, not what this sentence does.
        return None
    if verb[0] == "通过" and (
        patterns.means.match(after) or (behind and patterns.anew.match(behind) is None and behind != "了")
    ):
        # A preposition: 通过《…》等形式, 通过网站查询《…》.
        return None
    in_front = clause[: verb.start()]
    if is_not_done(in_front):
        return "mention"
    if makes and (len(behind) > _MOST_OBJECT or "（" in behind or "(" in behind):
        return None
    if (verb[0] in patterns.weak and len(behind) > 8) or patterns.predicate.search(behind):
        return None
    if kind == "repeal" and is_asked(in_front, softly=verb[0] == "撤销"):
        return "mention"
    return "basis" if kind in ("issue", "forward") and _grounds(clause, verbs, after) else kind


def _reaches(kind: str, behind: str) -> bool:
    """Say whether a verb governs the title over the words between: 印发修订后的《…》, 废止国务院公布的《…》."""
    if behind.startswith(("后", "版", "前")):
        return False
    patterns = _patterns()
    if "的" not in behind or patterns.anew.match(behind):
        return True
    return kind != "issue" and behind.count("的") == 1 and patterns.by_organ.match(behind) is not None


def _grounds(clause: str, verbs: list[re.Match[str]], after: str) -> bool:
    """Say whether a verb of issuing, the last of `verbs`, only says where the grounds of the sentence come from."""
    patterns = _patterns()
    grounds = [verb for verb in verbs[:-1] if patterns.kinds.get(verb[0], "basis") == "basis"]
    if not grounds:
        return False
    if patterns.grounds_after.match(after):
        # 落实国务院办公厅转发…《…》精神
        return True
    # 根据某银行发布《…》: nothing but the organ is between.
    between = clause[grounds[-1].end() : verbs[-1].start()]
    return patterns.organ_end.match(between) is not None and not patterns.duty.search(between)
