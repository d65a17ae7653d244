"""Definitions of short names (简称): 以下简称《通知》, 以下简称“指导意见”, 以下统称本办法, 以下分别简称《甲》《乙》."""

from __future__ import annotations

from typing import NamedTuple

from egovkit.text.folding import LINE_ENDS
from egovkit.text.patterns import LatePattern

__all__ = ["ShortNames", "read_short_names"]

# A column may end between the words that define a name and the name.
_GAP = r"(?:[ \u3000]?\r?\n)?[ \u3000]{0,2}"
_LEAD = LatePattern(
    r"(?:以?下文?|后文?|本文|文中)?[ \u3000]?(?P<how>分别|统一|合并|一并|均|共同)?[ \u3000]?"
    rf"(?P<word>(?:[简统合]\r?\s?)?称)[为作]?[:：]?{_GAP}"
)
_BARE_WORD = LatePattern("以?下|后|本文|文中")
_QUOTED = LatePattern(
    # 以下简称国务院《决定》: the organ is no part of the name.
    r"[ \u3000]?(?:(?:[\u4e00-\u9fff]{1,20}[部委局院厅府会办署省市县区])?[“”‘\"「『＂]?《(?P<titled>[^《》\n]{1,40})》[“”’\"」』＂]?"
    r"|[“”「『\"＂](?P<quoted>[^“”「」『』\"＂\n]{1,40})[“”」』\"＂]"
    r"|[‘’'](?P<single>[^‘’'\n]{1,40})[‘’']"
    r"|[〈<＜](?P<angled>[^〈〉<>＜＞\n]{1,40})[〉>＞])"
)
_PLAIN = LatePattern(rf"(?P<plain>[^，,、。；;：:（()）《》“”\"{LINE_ENDS}]{{2,30}})")
_JOINT = LatePattern(r"[ \u3000]?(?:以?及|或者?|[、,，和与])?[ \u3000]?")
_MOST = 16


class ShortNames(NamedTuple):
    """The short names one clause defines (简称): in order, whether one of them is for all, and where the clause ends."""

    names: tuple[str, ...]
    collective: bool
    end: int


def read_short_names(text: str, start: int, end: int) -> ShortNames | None:
    """Read the clause in `text[start:end]` that defines short names; None where there is none.

    `collective` is true of 统称 and 合称, which give one name to several documents.

    >>> read_short_names("国发〔2014〕1号，以下简称《通知》", 0, 19).names
    ('通知',)
    >>> read_short_names("以下分别简称《甲》、《乙》", 0, 13).names
    ('甲', '乙')
    """
    if text.find("称", start, end) < 0:
        return None
    for lead in _LEAD.finditer(text, start, end):
        if lead["word"] == "称" and not _BARE_WORD.match(lead[0]):
            continue
        names, stop = _names(text, lead.end(), end, many=lead["how"] == "分别")
        if names:
            collective = lead["word"][0] in "统合" or lead["how"] in ("统一", "合并", "一并", "均", "共同")
            return ShortNames(names, collective, stop)
    return None


def _names(text: str, at: int, end: int, *, many: bool) -> tuple[tuple[str, ...], int]:
    names: list[str] = []
    stop = at
    for _ in range(_MOST):
        found = _QUOTED.match(text, at, end) or (_PLAIN.match(text, at, end) if not names or many else None)
        if found is None:
            break
        names.append(next(filter(None, found.groups())).strip())
        stop = found.end()
        if not many:
            # 以下简称《甲》或者《乙》 gives one document two names; the first is the one used.
            break
        joint = _JOINT.match(text, stop, end)
        at = joint.end() if joint else stop
    return tuple(names), stop
