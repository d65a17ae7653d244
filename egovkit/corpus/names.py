"""What documents go by (文件之名): when a number or a title names one document for every text, and when only for its own.

A short name is nobody's for all texts; a title that comes again every year names its documents together with their
numbers or dates; a number whose organ is not said (总局令第5号) is told apart by its title.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from egovkit.catalogue.organs import organs
from egovkit.citations.not_documents import generic_kind
from egovkit.grammar.codes import STATE
from egovkit.grammar.titles import (
    bare,
    bare_title,
    kind_of,
    normal_title,
    split_issuer,
    split_issuers,
    split_run,
    unwrap,
)

__all__ = ["NumberName", "TitleName", "compatible", "is_statute", "number_name", "organ_name", "title_name"]

_ABOUT: Final = "关于"
_LAW_KINDS: Final = frozenset(("法", "法典", "条例", "规定", "办法", "细则", "规则", "决定", "解释"))
_RECURRENT: Final = re.compile(
    "(?:修改|修正|修订|废止|清理).*(?:决定|公告|通知|命令)$|修正案|(?:目录|名录|名单|清单)$|(?:工作|年度)(?:要点|报告|计划|总结)$"
)
"""A title that one organ uses again and again (常用标题): to amend, to report, to list."""
_VERSION: Final = re.compile(
    r"[（(〔\[【](?=[^（()）]*(?:修订|修正|修改|公布|发布|[0-9]{4}))[^（()）〔〕]{1,40}[)）〕\]】]$"
)
_ANONYMOUS: Final = re.compile(
    "本?(?:[省市县区州旗]|自治区|总)?(?:人民)?(?:政府|人大|人大常委会|人民代表大会|人民代表大会常务委员会|[局部委厅署办院会]|中心|法院|检察院)?"
)
"""An organ that only the reader of the text knows (未具名机关): 总局, 市人民政府."""
_RENUMBERED: Final = re.compile("主席|人大|人民代表大会")
"""Organs whose orders and announcements begin at 1 again with every term."""
_BARE_CODE: Final = re.compile("[省市县区州]?[政府委党办厅局部人]*(?:发|函|字|文|规|令|通|告|批|任|办)+")
"""A code that has lost the name of its place or organ (残缺代字): 政办发."""
_LEAST_NAMED: Final = 6
_LEAST_OTHER: Final = 10


class TitleName(NamedTuple):
    """A title as a name (标题之名).

    - `stem`: what its spellings share, without the issuer and 中华人民共和国; of a law without the note of its version.
    - `base`: the stem without that note, of every title: another where it has one.
    - `issuers`: those that it names; `about`: whether it says no more than what it is about (关于…); `law`: whether revisions of it are one law; `recurrent`: whether it comes again.
    - `alone`: whether it names a document for every text without a number, date or issuer beside it: what is 关于 the
      same in two cities is not.
    """

    stem: str
    base: str
    issuers: tuple[str, ...]
    law: bool
    about: bool
    recurrent: bool
    alone: bool


@lru_cache(maxsize=65536)
def title_name(title: str) -> TitleName | None:
    """Return what a title names (标题之名); None of a short name: 《通知》, 《若干措施》.

    A title of what is no law is another with the note of a version: 目录（2023年）.

    >>> title_name("中华人民共和国档案法（2020年修订）").stem, title_name("档案法").stem
    ('档案法', '档案法')
    >>> title_name("国务院办公厅关于促进电子政务协调发展的指导意见").issuers, title_name("指导意见")
    (('国务院办公厅',), None)
    >>> title_name("关于修改部分行政法规的决定").recurrent
    True
    """
    given = name = bare(title)
    while (shorter := _VERSION.sub("", name)) != name:
        name = shorter
    if generic_kind(name) or generic_kind(bare_title(name)):
        return None
    issuer, rest = split_issuer(name)
    issuers = tuple(sorted({organ_name(one) for one in split_issuers(name)}))
    national = rest.startswith(STATE)
    rest = rest.removeprefix(STATE)
    about = rest.startswith(_ABOUT) or issuer is not None
    kind = kind_of(rest)
    law = not about and (kind in _LAW_KINDS or rest.endswith("法典"))
    base = normal_title(rest)
    stem = base if law or given == name else normal_title(rest + given[len(name) :])
    recurrent = _RECURRENT.search(bare_title(rest)) is not None
    least = _LEAST_NAMED if kind is not None else _LEAST_OTHER
    # 电信条例 may be short for another's, 中华人民共和国电信条例 is none.
    whole = len(stem) >= least or national or (is_statute(stem) and not stem.endswith("条例"))
    alone = not recurrent and (bool(issuers) if about else whole)
    return TitleName(stem, base, issuers, law, about, recurrent, alone)


def is_statute(stem: str) -> bool:
    """Say whether a title is that of a statute (是否法律、条例): what is issued under one number is none.

    >>> [is_statute(title) for title in ("档案法", "民法典", "医疗器械监督管理条例", "林地保护办法")]
    [True, True, True, False]
    """
    return stem.endswith(("法", "法典", "条例")) and not stem.endswith("办法")


@lru_cache(maxsize=4096)
def organ_name(name: str) -> str:
    """Return the full name of an organ that goes by one of its names (机关全称); what is not known as it is.

    >>> organ_name("国办"), organ_name("某市发展改革委")
    ('国务院办公厅', '某市发展改革委')
    """
    name = name.removeprefix("原").removeprefix(STATE)
    found = organs.get(name)
    return name if found is None else found.name


class NumberName(NamedTuple):
    """A number as a name (字号之名).

    - `key`: the canonical number, with the full names of its organs; None where it does not say whose it is.
    - `within`: what tells it from the other numbers of a title.
    - `order`: whether it is that of an order: a law bears one for each version.
    """

    key: str | None
    within: str
    order: bool


@lru_cache(maxsize=65536)
def number_name(
    form: str, code: str | None, year: int | None, serial: int, word: str | None, session: int | None
) -> NumberName:
    """Return what a number names (字号之名).

    >>> number_name("regular", "国办发", 2014, 66, None, None)
    NumberName(key='国办发〔2014〕66号', within='国办发〔2014〕66号', order=False)
    >>> number_name("order", "总局", None, 5, None, None).key, number_name("order", "主席", None, 5, None, None).key
    (None, None)
    """
    if form == "regular":
        key = f"{code or ''}〔{year}〕{serial}号"
        return NumberName(key if code and not _BARE_CODE.fullmatch(code) else None, key, order=False)
    within = f"{form}:{year or session or ''}:{serial}"
    named = [one for part in (code or "").split() for one in split_run(part)]
    organ = " ".join(sorted(map(organ_name, named)))
    if _ANONYMOUS.fullmatch(organ) and organs.get(organ) is None:
        return NumberName(None, within, form == "order")
    if (year is None and _RENUMBERED.search(organ)) or (form != "order" and (year is None or word is None)):
        # 公告 and 通告 are numbered apart.
        return NumberName(None, within, form == "order")
    when = "" if year is None else f"{year}年"
    said = "令" if form == "order" else word or ""
    return NumberName(f"{organ}{said}{when}第{serial}号", within, form == "order")


_LEAST_SHARED: Final = 4


@lru_cache(maxsize=65536)
def compatible(one: str, other: str) -> bool:
    """Say whether two titles can be one document's (标题相容): one is in the other, or says what it carries in short.

    >>> compatible("关于印发政府网站发展指引的通知", "政府网站发展指引"), compatible("审计条例", "统计条例")
    (True, False)
    """
    mine, yours = _core(one), _core(other)
    if not mine or not yours:
        return False
    short, long = sorted((mine, yours), key=len)
    if short in long or normal_title(one) == normal_title(other):
        return True
    # A slip of the pen: as long, and all but a character or two alike.
    pairs = {short[i : i + 2] for i in range(len(short) - 1)}
    shared = sum(pair in long for pair in pairs)
    return len(short) > _LEAST_SHARED and shared >= 0.8 * len(pairs) and len(long) - len(short) <= 0.4 * len(long)


@lru_cache(maxsize=65536)
def _core(title: str) -> str:
    name = bare(title)
    for _ in range(2):
        carried = unwrap(name)
        if carried is None:
            break
        name = carried.instrument
    rest = bare_title(split_issuer(name)[1]).removeprefix(STATE).removeprefix(_ABOUT).removeprefix("印发")
    return normal_title(rest).removesuffix("通知")
