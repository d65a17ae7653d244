"""What is done with a part of a cited document (部分条款): 《…》中有关收费的规定同时废止, 将《…》第三条修改为…."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from egovkit.grammar.relations_around import is_object
from egovkit.grammar.relations_before import is_asked, is_not_done
from egovkit.lexicon import any_of, words
from egovkit.text.patterns import LatePattern

__all__ = ["is_altered", "is_amended_inside", "is_ended", "is_taken_out"]

_CLAUSE = r"[^，,。；;《\n]"
# A part, or who it is done to, is never reached over another 对, 将 or 把.
_PLAIN = r"[^，,。；;《\n对将把]"
_SENTENCE = r"[^。；;《\n对将把]"
_QUOTED = '(?:[“"][^”"\n]{0,80}[”"])'
_ENDS = r"(?=\s*(?:[，,。；;、：:）)|｜]|$))"
_COUNT = "[一二三四五六七八九十两]"


class _Patterns(NamedTuple):
    ended: LatePattern
    named: LatePattern
    ends: LatePattern
    deletes: LatePattern
    verb_ends: frozenset[str]
    amended_to: LatePattern
    added: LatePattern
    altered: LatePattern


@cache
def _patterns() -> _Patterns:
    amend, change = any_of("relations.after.amend"), any_of("relations.after.change")
    become = f"(?:{any_of('relations.after.amend', 'relations.after.become')})为"
    delete, add = any_of("relations.after.delete"), any_of("relations.after.add")
    doing = f"(?:{any_of('relations.adverbs.doing')})"
    names = any_of("relations.parts.names")
    # 《…》中有关…的规定: named within its clause; a comma may be in a quotation.
    part = (
        rf"(?:文件|通知)?(?:中|内(?!容))(?:{_QUOTED}|[^，,。；;《“\"\n]){{0,60}}?(?:{any_of('relations.parts.nouns')})"
    )
    ending = ("relations.before.repeal", "relations.parts.repeal")
    return _Patterns(
        ended=LatePattern(
            rf"{part}(?:[，,]?\s*(?:{doing}|自[^，,。；;《]{{1,16}}起)){{0,3}}"
            rf"(?:{any_of('relations.after.repeal', 'relations.parts.repeal')})"
        ),
        named=LatePattern(rf"{part}(?=[，,。；;、：:）)\s和及]|$)"),
        # 取消〇中…的规定, 停止执行原〇…
        ends=LatePattern(rf"(?:{any_of(*ending)})[了原]?$"),
        # 删去〇第三条
        deletes=LatePattern(rf"(?:^|[^被应须])(?:{delete})$"),
        verb_ends=frozenset(word[-1] for name in (*ending, "relations.after.delete") for word in words(name))
        | {"了", "原"},
        amended_to=LatePattern(
            rf"""[^。；;《\n]{{0,100}}?(?:{become}|(?:{amend}|调整)如下)
            # Of a part alone: 将〇中的“…”调降为“…”. To raise what a document is about is no amendment.
            |(?=\s*(?:[中内第“"由从]|{names}|{any_of("relations.parts.where")}|{change}|{delete}))
             {_SENTENCE}{{0,100}}?(?:(?:{change})[为至到成]|{delete})
            # 对〇的第三次修改; not what a noun goes on with.
            |的?(?:第{_COUNT}{{1,2}}次|{any_of("relations.adverbs.extent")})?(?:{amend})(?![后前的版稿单案意建])""",
            re.VERBOSE,
        ),
        # 在〇第三条后增加一条
        added=LatePattern(
            rf"(?:第[^，,。；;《\s]{{1,20}}?|[之中前后]{{0,2}})(?:{add})了?[“\"]?{_COUNT}{{0,2}}[章节条款项目]"
        ),
        altered=LatePattern(
            rf"""
            # A row of a table: 〇 | 某发1号 | 修改
            {_CLAUSE}{{0,3}}[|｜\t](?:[^，,。；;《|｜\t\n]{{0,40}}[|｜\t]){{0,2}}\s*拟?(?:{amend})\s*(?=[|｜\t]|$)
            # Of the document itself: 〇已于某年修正, 完成〇修订, 〇修订的主要内容
            |[已业于经][^，,。；;《\n对将把不未后需]{{0,40}}?(?:{amend}){_ENDS}
            |\s*的?(?:第{_COUNT}{{1,2}}次|{any_of("relations.adverbs.extent")})?(?:{amend})
             (?:{_ENDS}|(?=的(?:{any_of("relations.contents.attributes")}){{0,2}}(?:{any_of("relations.contents.nouns")})))
            # Of a part: 第九条修改为, 第十条中的“应当”修改为“可以”
            |[中内]?的?{_QUOTED}?(?:{names})?{doing}?{become}
            |(?:[中内]的|规定的){_PLAIN}{{1,30}}?(?:由{_CLAUSE}{{1,30}}?)?{become}
            # 第三款删去, 第五条中的“或者”字样予以删除
            |[中内]?的?(?:{_QUOTED}[、和]?){{0,4}}等?(?:{any_of("relations.parts.wording")})?{doing}?(?:{delete}){_ENDS}
            # 增加一条，作为第五条
            |(?:{add})了?{_COUNT}{{1,2}}[章节条款项][，,]?(?:分别)?作为[第该]
            """,
            re.VERBOSE,
        ),
    )


def is_ended(after: str) -> bool:
    """Say whether a part of a document is repealed: 《…》中有关收费的规定同时废止."""
    return _patterns().ended.match(after) is not None


def is_taken_out(before: str, after: str) -> bool:
    """Say whether a verb before takes out a part of a document: 删去《…》第三条, 取消《…》中“…”的规定."""
    patterns = _patterns()
    if before[-1:] not in patterns.verb_ends:
        return False
    if patterns.deletes.search(before):
        return True
    verb = patterns.ends.search(before, max(0, len(before) - 8))
    if verb is None or patterns.named.match(after) is None:
        return False
    front = before[max(0, verb.start() - 24) : verb.start()]
    return not (is_not_done(front) or is_asked(front, softly=True))


def is_amended_inside(before: str, after: str) -> bool:
    """Say whether an amendment touches a part of the document: 对…如下修改, 在…第三条后增加一条."""
    patterns = _patterns()
    if is_object(before):
        return patterns.amended_to.match(after) is not None or patterns.added.match(after) is not None
    return before.endswith("在") and patterns.added.match(after) is not None


def is_altered(after: str) -> bool:
    """Say whether the document or a part of it was altered, where no verb governs it: 《…》第九条修改为…."""
    return _patterns().altered.match(after) is not None
