"""How alike two titles are (标题相似度): whether a number's title and the one cited can be one document's."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from egovkit.grammar.codes import STATE
from egovkit.grammar.titles import bare, bare_title, normal_title, split_issuer, unwrap
from egovkit.models.policy import PolicyRecord
from egovkit.text.patterns import LatePattern

__all__ = ["likeness", "same_title"]

_LEAST_PART: Final = 6


@lru_cache(maxsize=8192)
def _core(title: str) -> str:
    """Return what two forms of a title share: the title of what is carried, without issuer and 关于."""
    title = bare(title)
    carried = unwrap(title)
    if carried is not None:
        title = carried.instrument
    rest = bare_title(split_issuer(title)[1])
    return normal_title(rest.removeprefix(STATE).removeprefix("关于").removeprefix("印发"))


# What titles of quite different documents share.
_COMMON: Final = LatePattern(
    "进一步|加强|促进|推进|推动|做好|规范|加快|深化|健全|完善|健康|高质量|发展|改革|体制|机制|工作|管理|有关|若干|指导"
    "|意见|通知|决定|办法|规定|方案|实施|试行|问题|事项|同意|批复|国家|全国|国务院|办公厅|[的和与及关于]"
)


# What is not the same is never as alike as what is.
_NEAR: Final = 0.95


def _pairs(text: str) -> set[str]:
    pairs = {text[i : i + 2] for i in range(len(text) - 1)}
    return {pair for pair in pairs if " " not in pair}


def _alike(one: str, other: str) -> float:
    if not one or not other:
        return 0.0
    short, long = sorted((one, other), key=len)
    if one == other or (len(short) >= _LEAST_PART and short in long):
        return 1.0
    mine, yours = (_pairs(_COMMON.sub(" ", text)) for text in (short, long))
    # A title of common words alone may be like every other, and is no other's for that.
    return _NEAR * len(mine & yours) / len(mine) if mine and yours else _NEAR


def likeness(title: str, record: PolicyRecord) -> float:
    """Return how much of what the shorter of two titles is about is in the other, from 0 to 1 (相似度).

    1 where one holds the other whole; else the part of the pairs of characters that both have, without the words that
    all titles are made of. It is that of the best of a record's titles.

    >>> record = PolicyRecord(title="国务院关于印发促进大数据发展行动纲要的通知")
    >>> likeness("促进大数据发展行动纲要", record), likeness("关于加强水利建设的意见", record)
    (1.0, 0.0)
    """
    mine = _core(title)
    return max(_alike(mine, _core(name)) for name in (record.title, *record.aliases, *filter(None, (record.carrier,))))


def same_title(title: str, record: PolicyRecord) -> bool:
    """Say whether a title is one of a record's, in one form or another (同一标题).

    >>> same_title("《大数据发展行动纲要》", PolicyRecord(title="国务院关于印发促进大数据发展行动纲要的通知"))
    True
    """
    return likeness(title, record) >= _SAME


_SAME: Final = 0.99
