"""References in words (指代): 本办法第三条, 该条例, 前述文件, 同法, and short names that are without 《》.

They are no citations of their own. Each is read with its pinpoint; the antecedent is given where it is certain.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Annotated, NamedTuple

from egovkit.citations.same_titles import title_key
from egovkit.grammar.pinpoints import read_places
from egovkit.grammar.titles import bare_title
from egovkit.lexicon import any_of, words
from egovkit.models.citation import ByStart, Citation, Pinpoint
from egovkit.text.limits import MAX_CANDIDATES
from egovkit.text.records import quickly_made

__all__ = ["Reference", "ReferenceKind", "find_references"]


class ReferenceKind(StrEnum):
    """What a reference in words goes by (指代方式).

    self 本办法, 前款, 本条 (the text itself, or a place in it), that 该办法, 前述文件, same 同法, short_name 行政许可法.

    >>> ReferenceKind("same").value
    'same'
    """

    SELF = "self"
    THAT = "that"
    SAME = "same"
    SHORT_NAME = "short_name"


@quickly_made
@dataclass(frozen=True, slots=True, eq=False)
class Reference:
    """A document referred to in words (指代): `antecedent` is the citation it means, where that is certain.

    `candidates` are the citations that are possible where there are several. A reference to the text itself has
    neither. As data (JSON, a pydantic field) it has them by their starts.
    """

    start: int
    end: int
    text: str
    kind: ReferenceKind
    pinpoint: Pinpoint | None = None
    antecedent: Annotated[Citation, ByStart()] | None = None
    candidates: tuple[Annotated[Citation, ByStart()], ...] = ()


_FAR = 400
_MOST_NAMES = 200


# 前款第二项, 本条, 前两款, 本章第一节; 目前条件, 本项目 and 本节约 are other words, 基本条件 is one of `longer`.
_PLACE = r"""(?P<place>
    (?:(?<![目以之当事提此眼先从日年月天午])前[一二两三四]?|本(?<!{longer})(?<!成本))
    (?:条(?![件款例目理约])|款(?!项)|项(?!目)|章(?!程)|节(?![目约能点省日假])|编(?![制码号辑写者外]))
)"""


class _Patterns(NamedTuple):
    lead: re.Pattern[str]
    led_by: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    kinds = any_of("references.kinds.titled", "references.kinds.classes")
    longer = any_of("references.leads.longer")
    return _Patterns(
        lead=re.compile(
            rf"""(?P<lead>
                # 本办法, 该通知, 此件, 同条例; 成本规划, 应该规定 and 因此通知 end another word there, 构成本办法 does not.
                [本该此同](?<!{longer})(?<!(?<![构造完达形])成本)(?:(?<=同)一)?
                |{any_of("references.leads.that")})
            (?P<kind>(?:{any_of("references.kinds.qualifiers")})?(?:{kinds}|法))
            # 该法院, 该规划区, 该标准化 are other words; 本法规定 says what 本法 lays down.
            (?:(?<!法)|(?![人院庭官学医治理纪律]))(?<!法规(?=定))(?<!法律(?=[文援责关效]))(?![性化区书夹])
            |{_PLACE.format(longer=longer)}""",
            re.VERBOSE,
        ),
        # What is before a short name that is without 《》.
        led_by=re.compile(
            rf"(?:^|[，,。；;、：:\s（(“\"据照及于与和或按依对由在将把为除因是原]|{any_of('references.leads.before_name')})$"
        ),
    )


def _pattern(names: Sequence[str]) -> re.Pattern[str]:
    lead = _patterns().lead
    if not names:
        return lead
    named = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    return re.compile(f"{lead.pattern}|(?P<name>{named})", re.VERBOSE)


def find_references(text: str, citations: Sequence[Citation]) -> list[Reference]:
    """Find what a text refers to in words (查找指代), in order of start; `citations` are those of the same text.

    该, 上述 and 前述 mean the one document of that kind cited in the same paragraph before; 同法 the last law cited
    in the sentence, and 同条例第五条 the like.

    >>> from egovkit.citations.find import find_citations
    >>> text = "依照《中华人民共和国水法》（以下简称水法）第七条、同法第九条。违反水法的，适用本办法第三条。"
    >>> cited = find_citations(text)
    >>> [(r.text, str(r.pinpoint), r.antecedent is cited[0]) for r in find_references(text, cited)]
    [('同法', '第九条', True), ('水法', 'None', True), ('本办法', '第三条', False)]
    """
    defined: dict[str, list[Citation]] = {}
    for citation in citations:
        if citation.short_name and citation.document not in defined.get(citation.short_name, ()):
            held = defined.setdefault(citation.short_name, [])
            if len(held) < MAX_CANDIDATES:
                held.append(citation.document)
    names = [name for name in defined if len(name) > 1][:_MOST_NAMES]
    starts = [citation.start for citation in citations]
    found = []
    for match in _pattern(names).finditer(text):
        start, end = match.span()
        before = bisect_left(starts, end)
        if before and citations[before - 1].end > start:
            continue
        places = read_places(text, end) if text[end : end + 1] in ("第", "附") else None
        pinpoint = None if places is None else Pinpoint(places[1])
        if match["place"] is not None:
            found.append(_made(match, ReferenceKind.SELF, pinpoint, ()))
            continue
        if match["lead"] is None:
            if _is_led(text, start):
                found.append(_made(match, ReferenceKind.SHORT_NAME, pinpoint, defined[match[0]]))
            continue
        if match["lead"] == "本":
            found.append(_made(match, ReferenceKind.SELF, pinpoint, ()))
        elif match["lead"] in ("同", "同一"):
            # 同意见 may be anything, 同条例第五条 is not.
            if match["kind"] == "法" or pinpoint is not None:
                last = citations[max(0, before - 1) : before]
                found.append(_made(match, ReferenceKind.SAME, pinpoint, _same(text, last, start, match["kind"])))
        else:
            possible = _before(text, citations, before, start, match["kind"])
            found.append(_made(match, ReferenceKind.THAT, pinpoint, possible))
    return found


def _is_led(text: str, start: int) -> bool:
    """Whether a short name begins where it stands, and is no end of a longer one: 劳动合同法 is no 合同法."""
    before = text[max(0, start - 4) : start]
    return _patterns().led_by.search(before) is not None and not before.endswith(("称", "称“", "称为"))


def _made(
    match: re.Match[str], kind: ReferenceKind, pinpoint: Pinpoint | None, possible: Sequence[Citation]
) -> Reference:
    one = possible[0] if len(possible) == 1 else None
    return Reference(match.start(), match.end(), match[0], kind, pinpoint, one, () if one else tuple(possible))


def _same(text: str, last: Sequence[Citation], start: int, kind: str) -> tuple[Citation, ...]:
    for citation in last:
        of_kind = bare_title(citation.document.title or "").endswith(("法", "条例", "法典") if kind == "法" else kind)
        if of_kind and start - citation.end < _FAR and "。" not in text[citation.end : start]:
            return (citation.document,)
    return ()


def _before(text: str, citations: Sequence[Citation], before: int, start: int, kind: str) -> tuple[Citation, ...]:
    """Return the documents of a kind that the paragraph cites before `start`."""
    floor = max(text.rfind("\n", max(0, start - _FAR), start) + 1, start - _FAR, 0)
    found: dict[int, Citation] = {}
    for citation in reversed(citations[max(0, before - MAX_CANDIDATES) : before]):
        if citation.start < floor:
            break
        document = citation.document
        titles = [bare_title(title_key(name)) for name in (document.title, document.short_name) if name]
        if kind in words("references.kinds.classes") or any(title.endswith(kind) for title in titles):
            found.setdefault(id(document), document)
    return tuple(reversed(found.values()))
