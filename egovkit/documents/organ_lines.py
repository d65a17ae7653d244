"""The organs that a line of a head or a closing names (机关名): one, several, or several that ran into one."""

from __future__ import annotations

import re
from typing import Final

from egovkit.grammar.codes import STATE, vocabulary
from egovkit.lexicon import any_of, words
from egovkit.text.folding import BLANKS, squeeze
from egovkit.text.patterns import LatePattern

__all__ = ["is_organ", "join_branches", "organs_of", "strip_state"]

_STOPS: Final = frozenset("。；;：:！!？?，,")
_GAP: Final = LatePattern(rf"[{BLANKS}]+")
# National organs whose branches bear their name, and how that of a branch ends.
_BRANCHES: Final = {
    "国家税务总局": ("税务局",),
    "国家金融监督管理总局": ("监管局", "监管分局"),
    "国家外汇管理局": ("分局", "支局", "外汇管理部"),
    "国家统计局": ("调查队", "调查总队"),
    "中国人民银行": ("分行", "支行", "营业管理部"),
    "中国银行保险监督管理委员会": ("监管局", "监管分局"),
    "中国银行业监督管理委员会": ("监管局", "监管分局"),
    "中国证券监督管理委员会": ("监管局",),
}
_NATIONALS: Final = tuple(_BRANCHES)
# What else the parts of a branch end with.
_OF_BRANCHES: Final = ("分局", "支局", "支行", "稽查局", "税务所")
# 中共某省委某省人民政府, 中共中央国务院.
_PARTY_FIRST: Final = LatePattern(
    r"(中共(?:中央|([\u3400-\u9fff]{2,12}?)委(?:员会)?)(?:办公[厅室])?)((?(2)\2|国务院)[\u3400-\u9fff]{0,12})"
)
# 甲市, 乙自治县 at the beginning of a name, and what of it follows.
_PLACED: Final = LatePattern(r"(?!城市|城区|社区|园区|景区)[\u3400-\u9fff]{1,6}?[省市县区州盟旗][\u3400-\u9fff]{2}")
# 某局等三部委 counts organs, and is none; nor does it name those it counts.
AND_OTHERS: Final = LatePattern(
    r"等[0-9〇一二三四五六七八九十]{0,3}[个家]?(?:部门|单位|部委局?|委办局|厅局|委局|机构)$"
)
NOT_ORGAN: Final = LatePattern(
    lambda: (
        rf"""
    ^(?:{any_of("documents.closing.not_organ_first")})
    | (?:{any_of("documents.closing.not_organ_last")})$
    | [0-9０-９《》|]
    | 等[〇一二三四五六七八九十]{{0,3}}[个家]?(?:部委局?|委办局|厅局|委局)$
    """
    ),
    re.VERBOSE,
)
# What a model text puts for an organ: XX部门, ××单位.
_PLACEHOLDER: Final = LatePattern(r"[X×Ｘ＊*]{2,4}(?:部门|单位)")
_SIGNS: Final = LatePattern(lambda: rf"(?:{any_of('documents.closing.organs')})$")


def is_organ(name: str) -> bool:
    """Say whether a string of the closing names an organ (似机关名)."""
    if not 2 <= len(name) <= 50 or not _STOPS.isdisjoint(name):
        return False
    if vocabulary().is_organ(name) or _PLACEHOLDER.fullmatch(name) is not None:
        return True
    return (
        len(name) >= 3
        and NOT_ORGAN.search(name) is None
        and (vocabulary().looks_like_organ(name) or _SIGNS.search(name) is not None)
    )


def organs_of(line: str) -> tuple[str, ...]:
    """Read the organs of one line of a signature (署名机关); () where something in it is none.

    >>> organs_of("国务院　中央军委"), organs_of("财 政 部"), organs_of("特此通知")
    (('国务院', '中央军委'), ('财政部',), ())
    """
    whole = squeeze(line)
    pieces = [piece for piece in _GAP.split(line.strip(BLANKS)) if piece]
    if len(pieces) > 1 and (max(map(len, pieces)) <= 2 or not all(map(is_organ, pieces))):
        # 科 技 部 is spread over the line; a name may also hold a blank that a page put there.
        pieces = [whole]
    names: list[str] = []
    for piece in pieces:
        parts = piece.split("、")
        names += parts if len(parts) > 1 and all(map(is_organ, parts)) else _unglued(piece)
    return tuple(names) if all(map(is_organ, names)) else ()


def _unglued(name: str) -> list[str]:
    """Cut names that ran into one: before a national organ's, or where their place comes again (甲市财政局甲市教育局)."""
    party = _PARTY_FIRST.fullmatch(name)
    if party is not None and is_organ(party[1]) and is_organ(party[3]):
        return [party[1], party[3]]
    for national in _BRANCHES:
        at = name.find(national, 4) if national in name else -1
        if at > 0 and is_organ(name[:at]) and is_organ(name[at:]):
            return _unglued(name[:at]) + _unglued(name[at:])
    for national, ends in _BRANCHES.items() if name.startswith(_NATIONALS) else ():
        if name.startswith(national):
            # 国家金融监督管理总局甲省监管局甲市财政局: a name with its place follows that of the branch.
            for end in ends:
                cut = name.find(end, len(national)) + len(end)
                # What ends as the branch does is a part of it: 某市税务局高新区税务局.
                own = name.endswith((*ends, *_OF_BRANCHES))
                if cut > len(end) and not own and _PLACED.match(name, cut) and is_organ(name[cut:]):
                    return [name[:cut], *_unglued(name[cut:])]
            return [name]
    for size in (3, 2):
        place, cuts, at = name[:size], [0], name.find(name[:size], size)
        while at > 0:
            cuts.append(at)
            at = name.find(place, at + size)
        if len(cuts) > 1:
            parts = [name[start:end] for start, end in zip(cuts, [*cuts[1:], len(name)], strict=True)]
            if all(len(part) > size + 1 and is_organ(part) for part in parts):
                return parts
    return [name]


def join_branches(names: list[str]) -> tuple[str, ...]:
    """Join a national organ's name and its branch's, which was on two lines (总局与其分局).

    >>> join_branches(["国家税务总局", "甲市税务局", "甲市财政局"])
    ('国家税务总局甲市税务局', '甲市财政局')
    """
    joined: list[str] = []
    for name in names:
        ends = _BRANCHES.get(joined[-1]) if joined else None
        if (
            ends
            and name.endswith(ends)
            and len(name) <= 16
            and "银行" not in name
            and not name.startswith(words("documents.closing.national"))
        ):
            joined[-1] += name
        else:
            joined.append(name)
    return tuple(joined)


def strip_state(name: str) -> str:
    """Return an organ's name without the state's (去国名), unless nothing else is left.

    >>> strip_state("中华人民共和国国务院")
    '国务院'
    """
    return name[len(STATE) :] if name.startswith(STATE) and len(name) > len(STATE) + 2 else name
