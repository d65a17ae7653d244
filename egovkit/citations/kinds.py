"""Which titles in brackets name no document (非文件): newspapers, books, certificates, contracts, forms."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from egovkit.data import rows, tree
from egovkit.grammar.kinds import bare_title

__all__ = ["generic_kind", "is_document", "is_writ", "title_tails"]

_REGULATING = re.compile(r"关于|示范文本|范本|样本|式样|样式|格式|模板|参考文本")
_ANNEXED = re.compile(r"(?:附件|附表|附录|附|所附的?)\s*[0-9０-９一二三四五六七八九十]{0,3}[.．]?\s*[：:为是]?\s*$")
_PROMULGATED = re.compile(r"(?:印发|公布|发布|制定|制订|修订|起草)了?$")


_WRIT = re.compile(r"(?:决定|通知|告知|意见|建议|裁定|判决|认定|倡议|责任|任务)书$|通知单$")


def is_writ(title: str) -> bool:
    """Say whether a title names a writ (文书), which is a document where it is cited with its number (是否文书).

    >>> is_writ("行政处罚决定书"), is_writ("营业执照")
    (True, False)
    """
    return _WRIT.search(bare_title(title)) is not None


@cache
def _table() -> tuple[re.Pattern[str], frozenset[str], tuple[str, ...], frozenset[str]]:
    by_match: dict[str, list[str]] = {"suffix": [], "exact": [], "prefix": []}
    for row in rows("not_documents"):
        by_match[row["match"]].append(row["word"])
    endings = "|".join(sorted(map(re.escape, by_match["suffix"]), key=len, reverse=True))
    finals = frozenset(word[-1] for word in by_match["suffix"] + by_match["exact"])
    return re.compile(f"(?:{endings})$"), frozenset(by_match["exact"]), tuple(by_match["prefix"]), finals


_CLOSING = frozenset("）)”\"'＂]】〕")


def is_document(title: str, before: str) -> bool:
    """Say whether a title in brackets names a document (是否文件), from the title and the words in front of it.

    A form or contract that is annexed or itself promulgated is one.

    >>> is_document("营业执照", "出示"), is_document("商品房买卖合同（示范文本）", "按照"), is_document("申请表", "附件1：")
    (False, True, True)
    """
    endings, exact, prefixes, finals = _table()
    if title[-1:] not in finals and title[-1:] not in _CLOSING and not title.startswith(prefixes):
        return True
    bare = bare_title(title).strip("“”\"'＂")
    if not (bare in exact or endings.search(bare, max(0, len(bare) - 12)) or bare.startswith(prefixes)):
        return True
    if _REGULATING.search(title) and bare not in exact:
        return True
    return bool(_ANNEXED.search(before) or _PROMULGATED.search(before))


_COUNTED = re.compile(r"(?:[“\"]?[一二三四五六七八九十百0-9]{1,3}条[”\"]?|[0-9]{4}年?|[0-9]{1,2}条)")


@cache
def _generic() -> re.Pattern[str]:
    words = tree("citation_words")["titles"]
    qualifiers = "|".join(sorted(words["qualifiers"], key=len, reverse=True))
    kinds = "|".join(sorted(words["kinds"], key=len, reverse=True))
    return re.compile(f"(?:{qualifiers}|{_COUNTED.pattern}){{0,3}}(?:{kinds})")


@lru_cache(maxsize=8192)
def generic_kind(title: str) -> bool:
    """Say whether a title names nothing but a kind of document (泛称): 《通知》, 《若干措施》.

    >>> generic_kind("若干措施"), generic_kind("指导意见"), generic_kind("城市供水条例")
    (True, True, False)
    """
    return len(title) <= 10 and _generic().fullmatch(title) is not None


def title_tails(title: str) -> list[str]:
    """Return the endings of a title under which it may be named again (简称候选): generic kinds, and a last bracket.

    >>> title_tails("关于加强管理的若干措施（征求意见稿）")
    ['措施', '若干措施', '征求意见稿']
    """
    bare = bare_title(title)
    tails = [tail for size in range(1, min(10, len(bare) - 1) + 1) if generic_kind(tail := bare[-size:])]
    if len(bare) < len(title) and title[-1] in "）)":
        inside = title[len(bare) + 1 : -1]
        if generic_kind(inside):
            tails.append(inside)
    return tails
