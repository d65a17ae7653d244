"""What the heading of a list says of the documents that follow (列举标题): 下列文件予以废止：1.《…》, 法律依据：《…》."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from egovkit.lexicon import any_of, words
from egovkit.text.patterns import LatePattern

__all__ = ["LIST_HEAD", "headed", "is_explained"]

LIST_HEAD = LatePattern(
    r"(?:^|(?<=[\s：:；;。】\]|]))[（(〔]?(?:[0-9０-９]{1,3}|[一二三四五六七八九十]{1,4}|[①-⑳])[）)〕]?[.．、,，]?\s*$"
)
"""The marker of a list's member at the end of what is before a citation: 1. （一） ①."""

_COLONS = frozenset("】：:")
_MARKER_ENDS = frozenset(")）〕].．、,，0123456789０１２３４５６７８９一二三四五六七八九十①②③④⑤⑥⑦⑧⑨⑩")


class _Patterns(NamedTuple):
    repeal: LatePattern
    repeal_here: LatePattern
    amend: LatePattern
    grounds: LatePattern
    explained: LatePattern
    explained_ends: frozenset[str]


@cache
def _patterns() -> _Patterns:
    repeal = any_of("relations.after.repeal")
    explain = ("relations.before.interpret", "relations.heading.interpret")
    return _Patterns(
        # 下列文件予以废止： at the end of the line before, or 宣布失效的规章目录（2件） without a colon.
        # 保留、修改和废止的文件目录 says nothing of each.
        repeal=LatePattern(
            rf"""(?:{repeal})[^。；;]{{0,40}}[：:]\s*$
            |(?<![改订止和与或、])(?:{repeal})(?:或?[和与及或者、](?:宣布)?(?:{repeal}))?的
             [^。；;，,、和\n]{{0,20}}(?:{any_of("relations.heading.lists")})(?:[（(][^）)\n]{{0,16}}[)）])?\s*$""",
            re.VERBOSE,
        ),
        # 决定废止以下规章： right before the first title.
        repeal_here=LatePattern(
            rf"(?:{repeal})[了的]?(?:[^，,。；;：:]{{0,8}}(?:{any_of('relations.heading.things')}))?[如下为]{{0,2}}[：:]\s*$"
        ),
        amend=LatePattern(rf"(?:{any_of('relations.after.amend')})(?![版稿])[^。；;]{{0,30}}[：:]\s*$"),
        # 主要依据有：
        grounds=LatePattern(
            rf"(?:{any_of('relations.heading.grounds')})(?:(?:{any_of('relations.heading.are')})(?=[：:]))?\s*[】\]）)：:]*\s*$"
        ),
        # 部门解读｜《…》
        explained=LatePattern(rf"(?:{any_of(*explain)})\s*[｜丨|:：—\-·\s]*$"),
        explained_ends=frozenset(word[-1] for name in explain for word in words(name)) | frozenset("｜丨|:：—-·"),
    )


def is_explained(before: str, ending: str) -> bool:
    """Say whether a citation is the object of an explanation that names it after a bar: 政策解读｜《…》."""
    patterns = _patterns()
    if ending not in patterns.explained_ends:
        return False
    return patterns.explained.search(before, max(0, len(before) - 12)) is not None


def headed(before: str, ending: str) -> str | None:
    """Return what the heading of a list, or the words before a colon, say of the documents that follow.

    `ending` is the last character of `before` that is no blank.

    >>> headed("下列文件予以废止：\\n1.", "."), headed("政策依据：", "："), headed("工作动态：", "：")
    ('repeal', 'basis', None)
    """
    header = LIST_HEAD.sub("", before) if ending in _MARKER_ENDS else before
    heads_list = len(header) < len(before) or before[-1:] == "\n"
    if not heads_list and ending not in _COLONS:
        return None
    patterns = _patterns()
    if heads_list:
        if patterns.repeal.search(header):
            return "repeal"
        if patterns.amend.search(header):
            return "amend"
    elif ending != "】" and patterns.repeal_here.search(before):
        return "repeal"
    return "basis" if patterns.grounds.search(header, max(0, len(header) - 12)) else None
