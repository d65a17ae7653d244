"""What each sentence does with the documents it cites (引用关系): the windows around them, and lists that share a verb."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from egovkit.citations.draft import CitationDraft
from egovkit.grammar.relations import relation_of
from egovkit.lexicon import any_of, words
from egovkit.models.citation import RELATIONS, Relation
from egovkit.text.folding import BLANKS
from egovkit.text.limits import MAX_CLAUSE
from egovkit.text.patterns import LatePattern

__all__ = ["set_relations"]

_LISTED = r"\s*(?:[（(]?[0-9一二三四五六七八九十①-⑳]{1,3}[)）.．、]\s*)?"
_ORGANS = r"(?:[\u4e00-\u9fff、 　]{2,40}[部委局院厅府会办行署省市区门](?:办公[厅室])?)?\s*"
_PLACES = r"(?:第[^，。；《]{1,24}[条款项章节])?\s*"
_EXCEPT = r"(?:[（(][^（()）《》]{1,24}[)）])?\s*"
_AND = "(?:以?及其?|或者?|[、;；和与并])"
_PARTED = LatePattern("[、;；，,和及与或并]")
_PASSIVE = LatePattern(r"\s*(?:[业现]?已经?)?被")


class _Patterns(NamedTuple):
    member: LatePattern
    continued: LatePattern
    attributed: LatePattern
    repealed: LatePattern
    repealed_starts: frozenset[str]
    opens: LatePattern
    comma: LatePattern


@cache
def _patterns() -> _Patterns:
    did = any_of("relations.before.issue", "relations.before.amend", "relations.after.in_force")
    return _Patterns(
        # Between members of a list that share what is before the list and after it.
        member=LatePattern(rf"{_PLACES}{_EXCEPT}{_AND}?{_LISTED}{_ORGANS}"),
        # Between members that share what is before alone: 根据《甲》的规定、《乙》的要求.
        continued=LatePattern(
            rf"{_PLACES}{_EXCEPT}(?:(?:{any_of('relations.after.grounds_lead')})*(?:{any_of('relations.after.grounds')}|文件))?"
            rf"\s*(?P<comma>[，,])?{_AND}?{_LISTED}{_ORGANS}"
        ),
        # Between members of which each says where it comes from: 某年国务院发布的《甲》和某年财政部发布的《乙》同时废止.
        attributed=LatePattern(rf"\s*(?:[，,]|{_AND})\s*[^。；;《》\n]{{2,120}}(?:{did})的\s*"),
        repealed=LatePattern(
            r"\s*(?:[（(][^）)]{0,60}[)）])?\s*[，,]?"
            rf"(?:{any_of('relations.adverbs.doing')}|宣布|自[^，,。；;]{{1,20}}起?){{0,3}}(?:{any_of('relations.after.repeal')})"
        ),
        repealed_starts=frozenset(
            word[0] for name in ("relations.adverbs.doing", "relations.after.repeal") for word in words(name)
        )
        | frozenset(BLANKS + "（(，,宣自"),
        # Before the first of a list that opens its sentence, so that nothing but the verb after it can govern it.
        opens=LatePattern(
            rf"(?:^|[。；;：:\n]|日起(?:{any_of('relations.after.in_force')})[，,])[{BLANKS}]*{_LISTED}{_ORGANS}$"
        ),
        comma=LatePattern(rf"\s*[，,]\s*(?:以?及|[和与])?{_LISTED}{_ORGANS}"),
    )


_SENTENCE = re.compile(r"[。！？!?\n]")
# The last end is found from behind: what is before it is passed over at once.
_LAST_END = re.compile("(?s:.*)[。！？!?]")
_GAP = 48
_ATTRIBUTED_GAP = 130


_LINE_LEAD = BLANKS + "1234567890.．、（()）一二三四五六七八九十*"
# What makes a title bold in Markdown is none of the sentence: **《甲办法》**.
_BOLD = "*"


def _window_before(text: str, start: int) -> str:
    """Return what is before a citation in its sentence."""
    begin = max(0, start - MAX_CLAUSE)
    ended = _LAST_END.match(text, begin, start)
    if ended is not None:
        begin = ended.end()
    line = text.rfind("\n", begin, start)
    while line >= 0:
        if text[line + 1 : start].strip(_LINE_LEAD):
            return text[line + 1 : start].rstrip(_BOLD)
        # The citation begins its line: a list's head or the line above may govern it.
        line = text.rfind("\n", begin, line)
    return text[begin:start].rstrip(_BOLD)


def _window_behind(text: str, end: int) -> str:
    stop = min(len(text), end + MAX_CLAUSE)
    mark = _SENTENCE.search(text, end, stop)
    if mark is not None:
        stop = mark.start()
    title = text.find("《", end, stop)
    if title >= 0:
        # The mark of the next title stays, to tell a sentence that goes on from one that ends.
        return text[end : title + 1].lstrip(_BOLD)
    behind = text[end:stop].lstrip(_BOLD)
    # Blanks at the end of a line, and half of its own end, are none of its words.
    return behind.rstrip(BLANKS) if text[stop : stop + 1] in ("\n", "") else behind


def set_relations(text: str, drafts: list[CitationDraft]) -> None:
    """Set the relation of each citation; the members of a list share what is before and after the list."""
    loose = [False] * len(drafts)
    tight = [False] * len(drafts)
    comma = [False] * len(drafts)
    patterns = _patterns()
    for i, (above, draft) in enumerate(pairwise(drafts), 1):
        start, end = above.places_end, draft.start
        if 0 <= end - start <= _GAP:
            gap = text[start:end].strip(_BOLD)
            continued = patterns.continued.fullmatch(gap)
            # 以甲政发〔1985〕3号文批转了县水电局《…》 is no list.
            carried = above.title is None and gap.strip() and _PARTED.search(gap) is None
            if continued is not None and not carried:
                loose[i] = True
                comma[i] = continued["comma"] is not None
                # 附件3《…》 is no list: what follows is said of the annex alone.
                annexed = not gap.strip() and start > above.end
                tight[i] = not annexed and patterns.member.fullmatch(gap) is not None
    opening: list[bool] | None = None
    behind = [""] * len(drafts)
    for i in range(len(drafts) - 1, -1, -1):
        following = i + 1 < len(drafts) and tight[i + 1]
        if not following and i + 1 < len(drafts) and _is_repealed(behind[i + 1]):
            # Two of a list that is repealed: one that opens its sentence, or each with its own attribute.
            if opening is None:
                opening = _opening_lists(text, drafts)
            following = opening[i + 1] or _attributed(text, drafts, i + 1, comma=True)
        behind[i] = behind[i + 1] if following else _window_behind(text, drafts[i].places_end)
        if behind[i].endswith("被《") and i + 1 < len(drafts) and _PASSIVE.fullmatch(behind[i], 0, len(behind[i]) - 1):
            # 《甲》已被《乙》废止
            behind[i] = (behind[i][:-1] + behind[i + 1])[:MAX_CLAUSE]
    before = ""
    for i, draft in enumerate(drafts):
        if not loose[i]:
            before = _window_before(text, draft.start)
        relation = relation_of(before, behind[i], draft.title)
        if comma[i] and (relation != "basis" or _is_repealed(behind[i])):
            # A comma ends the list, unless what it lists are the grounds: 印发《甲》，《乙》明确; 根据《甲》，《乙》同时废止.
            before = _window_before(text, draft.start)
            relation = relation_of(before, behind[i], draft.title)
        if (
            i
            and relation in ("mention", "issue")
            and drafts[i - 1].relation is Relation.BASIS
            and _attributed(text, drafts, i)
        ):
            # 根据《甲》和国务院发布的《乙》: 发布 only says where the second comes from.
            relation = "basis"
        draft.relation = RELATIONS[relation]


def _is_repealed(behind: str) -> bool:
    patterns = _patterns()
    return behind[:1] in patterns.repealed_starts and patterns.repealed.match(behind) is not None


def _attributed(text: str, drafts: list[CitationDraft], i: int, *, comma: bool = False) -> bool:
    """Say whether a citation joins the one before it, by a comma too, and has an attribute of its own in front."""
    start, end = drafts[i - 1].places_end, drafts[i].start
    if not 0 < end - start <= _ATTRIBUTED_GAP or (text[start] in "，," and not comma):
        return False
    return _patterns().attributed.fullmatch(text, start, end) is not None


def _opening_lists(text: str, drafts: list[CitationDraft]) -> list[bool]:
    """Say of each citation whether commas join it to one that opens its sentence: 《甲》，《乙》，以及《丙》同时废止."""
    opens = [False] * len(drafts)
    first = False
    for i, draft in enumerate(drafts):
        joined = bool(i) and 0 < draft.start - drafts[i - 1].places_end <= _GAP
        if joined and _patterns().member.fullmatch(text, drafts[i - 1].places_end, draft.start):
            continue
        opens[i] = (
            joined and first and _patterns().comma.fullmatch(text, drafts[i - 1].places_end, draft.start) is not None
        )
        first = opens[i] or _patterns().opens.search(text, max(0, draft.start - _GAP), draft.start) is not None
    return opens
