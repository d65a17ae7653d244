"""Which titles in brackets name no document (非文件): newspapers, books, certificates, contracts, forms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from egovkit.grammar.titles import bare_title, kind_of
from egovkit.lexicon import any_of, words
from egovkit.text.patterns import LatePattern

__all__ = ["generic_kind", "is_annexed", "is_document", "is_work", "is_writ", "title_tails"]


class _Patterns(NamedTuple):
    ending: LatePattern
    whole: frozenset[str]
    beginnings: tuple[str, ...]
    finals: frozenset[str]
    regulating: LatePattern
    annexed: LatePattern
    template: LatePattern
    promulgated: LatePattern
    writ: LatePattern
    before_work: LatePattern
    before_ends: frozenset[str]
    after_work: LatePattern
    after_starts: frozenset[str]
    generic: LatePattern
    version: LatePattern


_ENDINGS = tuple(
    f"not_documents.{kind}.endings"
    for kind in ("newspaper", "periodical", "book", "certificate", "register", "contract", "form", "letter")
)
_WHOLE = tuple(f"not_documents.{kind}.whole" for kind in ("newspaper", "periodical", "programme", "song", "book"))


def _all(*names: str) -> Iterator[str]:
    return (word for name in names for word in words(name))


@cache
def _patterns() -> _Patterns:
    template = any_of("not_documents.document.templates")
    return _Patterns(
        ending=LatePattern(f"(?:{any_of(*_ENDINGS)})$"),
        whole=frozenset(_all(*_WHOLE)),
        beginnings=words("not_documents.book.beginnings"),
        finals=frozenset(word[-1] for word in _all(*_ENDINGS, *_WHOLE)),
        # 关于启用新版营业执照的通知, 商品房买卖合同示范文本
        regulating=LatePattern(f"关于|{template}"),
        # 附件1：, 所附的, 附表：2.
        annexed=LatePattern(
            rf"(?:{any_of('not_documents.document.annexed')})\s*[0-9０-９一二三四五六七八九十]{{0,3}}[.．]?\s*[：:为是]?\s*"
            r"(?:[0-9０-９]{1,2}\s?[.．、]\s?)?$"
        ),
        template=LatePattern(rf"\s?[（(](?:{template})"),
        promulgated=LatePattern(f"(?:{any_of('not_documents.document.promulgated')})了?$"),
        writ=LatePattern(f"(?:{any_of('not_documents.document.writs')})$"),
        before_work=LatePattern(f"(?:{any_of('not_documents.work.before')})[“：:]?$"),
        before_ends=frozenset(word[-1] for word in words("not_documents.work.before")) | frozenset("：:“"),
        after_work=LatePattern(
            rf"""
            # 2014年第5期: what a periodical is cited by; （海外版）; [M] in a list of references.
            \s?[（(]?(?:[12][0-9]{{3}}\s?年?)?[，,]?\s?(?:第?[0-9]{{1,3}}卷)?[，,]?\s?第\s?[0-9]{{1,4}}\s?期
            |\s?[（(](?:{any_of("not_documents.work.editions")})[)）]
            |\s?\[[MJDN]\]
            |[，,]\s?(?:{any_of("not_documents.work.printed")})
            |\s?(?:{any_of("not_documents.work.after")})""",
            re.VERBOSE,
        ),
        after_starts=frozenset(word[0] for word in words("not_documents.work.after")) | frozenset(" （([12第，,"),
        generic=LatePattern(
            rf"(?:{any_of('references.kinds.qualifiers', 'references.kinds.matters')}|{_COUNTED}){{0,3}}(?:{any_of('references.kinds.titled')})"
        ),
        version=LatePattern(f"[（(](?:{any_of('references.kinds.versions')})[)）]$"),
    )


# 十条措施, “十条”意见, 2024年计划, 三年行动计划
_COUNTED = r"(?:[“\"]?[一二三四五六七八九十百0-9]{1,3}条[”\"]?|[0-9]{4}年?|[一二三四五六七八九十]{1,3}年)"


def is_writ(title: str) -> bool:
    """Say whether a title names a writ (文书), which is a document where it is cited with its number (是否文书).

    >>> is_writ("行政处罚决定书"), is_writ("营业执照")
    (True, False)
    """
    return _patterns().writ.search(bare_title(title)) is not None


def is_annexed(before: str) -> bool:
    """Say whether the words before a title make it an annex (是否附件).

    >>> is_annexed("附件：1."), is_annexed("按照")
    (True, False)
    """
    return "附" in before and _patterns().annexed.search(before) is not None


_BIBLIOGRAPHY = 50
_PART = LatePattern(r"[\s，,.．。:：、（()）\[\]]+")
_YEAR_OF_PRINT = LatePattern(r"[\s，,.．:：（(]{0,3}(?:出版)?[\s，,]{0,2}[12][0-9]{3}")


def is_work(title: str, text: str, start: int, end: int) -> bool:
    """Say whether the words around a title in brackets, `text[start:end]`, make it a work (是否作品): film, book, periodical.

    A title with a kind of document at its end is none, except in a list of references.

    >>> is_work("山海情", "电视剧《山海情》", 3, 8), is_work("甲条例", "电视剧《甲条例》", 3, 8)
    (True, False)
    """
    patterns = _patterns()
    if (
        (
            text[start - 1 : start] in patterns.before_ends
            and patterns.before_work.search(text, max(0, start - 8), start)
        )
        or (text[end : end + 1] in patterns.after_starts and patterns.after_work.match(text, end))
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
    patterns = _patterns()
    if title[-1:] not in patterns.finals and title[-1:] not in _CLOSING and not title.startswith(patterns.beginnings):
        return True
    bare = bare_title(title).strip("“”\"'＂")
    if not (
        bare in patterns.whole
        or patterns.ending.search(bare, max(0, len(bare) - 12))
        or bare.startswith(patterns.beginnings)
    ):
        return True
    if patterns.regulating.search(title) and bare not in patterns.whole:
        return True
    return bool(is_annexed(before) or patterns.promulgated.search(before) or patterns.template.match(behind))


@lru_cache(maxsize=8192)
def generic_kind(title: str) -> bool:
    """Say whether a title names nothing but a kind of document (泛称): 《通知》, 《若干措施》.

    >>> generic_kind("若干措施"), generic_kind("指导意见"), generic_kind("城市供水条例")
    (True, True, False)
    """
    if title[-1:] in _CLOSING:
        title = _patterns().version.sub("", title)
    return len(title) <= 10 and _patterns().generic.fullmatch(title) is not None


def title_tails(title: str) -> list[str]:
    """Return the endings of a title under which it may be named again (简称候选): generic kinds, and a last bracket.

    >>> title_tails("关于加强管理的若干措施（征求意见稿）")
    ['措施', '若干措施', '措施（征求意见稿）', '若干措施（征求意见稿）', '征求意见稿']
    """
    bare = bare_title(title)
    tails = [tail for size in range(1, min(10, len(bare) - 1) + 1) if generic_kind(tail := bare[-size:])]
    if len(bare) < len(title) and title[-1] in "）)":
        version = title[len(bare) :]
        if _patterns().version.fullmatch(version):
            tails += [tail + version for tail in tails]
        inside = version[1:-1]
        if generic_kind(inside):
            tails.append(inside)
    return tails
