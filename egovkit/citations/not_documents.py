"""Which titles in brackets name no document (非文件): newspapers, books, certificates, contracts, forms."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from egovkit.data import rows
from egovkit.grammar.titles import bare_title, kind_of
from egovkit.lexicon import any_of, words

__all__ = ["generic_kind", "is_annexed", "is_document", "is_work", "is_writ", "title_tails"]

_REGULATING = re.compile(r"关于|示范文本|范本|样本|式样|样式|格式|模板|参考文本")
_ANNEXED = re.compile(
    r"(?:附件|附表|附录|附|所附的?)\s*[0-9０-９一二三四五六七八九十]{0,3}[.．]?\s*[：:为是]?\s*(?:[0-9０-９]{1,2}\s?[.．、]\s?)?$"
)
_TEMPLATE = re.compile(r"\s?[（(](?:示范文本|范本|样本|式样|样式|格式|模板|参考文本)")
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


def is_annexed(before: str) -> bool:
    """Say whether the words in front of a title make it an annex (是否附件).

    >>> is_annexed("附件：1."), is_annexed("按照")
    (True, False)
    """
    return "附" in before and _ANNEXED.search(before) is not None


@cache
def _works() -> tuple[re.Pattern[str], frozenset[str], re.Pattern[str], frozenset[str]]:
    return (
        re.compile(f"(?:{any_of('relations.works.before')})[“：:]?$"),
        frozenset(word[-1] for word in words("relations.works.before")) | frozenset("：:“"),
        re.compile(
            rf"{_ISSUE}|\s?\[[MJDN]\]|[，,]\s?(?:原|转)?(?:载|刊于|发表于)|\s?(?:{any_of('relations.works.behind')})"
        ),
        frozenset(word[0] for word in words("relations.works.behind")) | frozenset(" （([12第，,"),
    )


# 2014年第5期, （海外版）: what a periodical or newspaper is cited by.
_ISSUE = r"\s?[（(]?(?:[12][0-9]{3}\s?年?)?[，,]?\s?(?:第?[0-9]{1,3}卷)?[，,]?\s?第\s?[0-9]{1,4}\s?期|\s?[（(](?:海外|理论|电子)版[)）]"
_BIBLIOGRAPHY = 50
_PART = re.compile(r"[\s，,.．。:：、（()）\[\]]+")
_YEAR_OF_PRINT = re.compile(r"[\s，,.．:：（(]{0,3}(?:出版)?[\s，,]{0,2}[12][0-9]{3}")


def is_work(title: str, text: str, start: int, end: int) -> bool:
    """Say whether the words around a title in brackets, `text[start:end]`, make it a work (是否作品): film, book, periodical.

    A title with a kind of document at its end is none, except in a list of references.

    >>> is_work("山海情", "电视剧《山海情》", 3, 8), is_work("甲条例", "电视剧《甲条例》", 3, 8)
    (True, False)
    """
    before, before_ends, behind, behind_starts = _works()
    if (
        (text[start - 1 : start] in before_ends and before.search(text, max(0, start - 8), start))
        or (text[end : end + 1] in behind_starts and behind.match(text, end))
    ) and kind_of(title) is None:
        return True
    publisher = text.find("出版社", end, end + _BIBLIOGRAPHY)
    if publisher < 0 or not _YEAR_OF_PRINT.match(text, publisher + 3):
        return False
    gap = text[end:publisher]
    return _PART.match(gap) is not None and "《" not in gap and all(len(part) <= 12 for part in _PART.split(gap))


_CLOSING = frozenset("）)”\"'＂]】〕")


def is_document(title: str, before: str, behind: str = "") -> bool:
    """Say whether a title in brackets names a document (是否文件), from the title and the words on both sides of it.

    A form or contract that is annexed or itself promulgated is one, and so is its template.

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
    return bool(is_annexed(before) or _PROMULGATED.search(before) or _TEMPLATE.match(behind))


_COUNTED = re.compile(
    r"(?:[“\"]?[一二三四五六七八九十百0-9]{1,3}条[”\"]?|[0-9]{4}年?|[一二三四五六七八九十]{1,3}年|[0-9]{1,2}条)"
)


@cache
def _generic() -> re.Pattern[str]:
    qualifiers, kinds = any_of("relations.titles.qualifiers"), any_of("relations.titles.kinds")
    return re.compile(f"(?:{qualifiers}|{_COUNTED.pattern}){{0,3}}(?:{kinds})")


_VERSION = re.compile(r"[（(](?:试行|暂行|修订|修正|征求意见稿|送审稿|草案|讨论稿|修订稿|修订版|修订草案|试行稿)[）)]$")


@lru_cache(maxsize=8192)
def generic_kind(title: str) -> bool:
    """Say whether a title names nothing but a kind of document (泛称): 《通知》, 《若干措施》.

    >>> generic_kind("若干措施"), generic_kind("指导意见"), generic_kind("城市供水条例")
    (True, True, False)
    """
    if title[-1:] in _CLOSING:
        title = _VERSION.sub("", title)
    return len(title) <= 10 and _generic().fullmatch(title) is not None


def title_tails(title: str) -> list[str]:
    """Return the endings of a title under which it may be named again (简称候选): generic kinds, and a last bracket.

    >>> title_tails("关于加强管理的若干措施（征求意见稿）")
    ['措施', '若干措施', '措施（征求意见稿）', '若干措施（征求意见稿）', '征求意见稿']
    """
    bare = bare_title(title)
    tails = [tail for size in range(1, min(10, len(bare) - 1) + 1) if generic_kind(tail := bare[-size:])]
    if len(bare) < len(title) and title[-1] in "）)":
        version = title[len(bare) :]
        if _VERSION.fullmatch(version):
            tails += [tail + version for tail in tails]
        inside = version[1:-1]
        if generic_kind(inside):
            tails.append(inside)
    return tails
