"""Known names in running text (口号查找): quoted or not, spaced, with 、 between groups.

One scan by a small pattern of first and second characters finds the places where a name can start; from there a tree
of the names is followed, whose depth bounds the work.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cached_property
from itertools import product, zip_longest
from typing import Any, Final

from egovkit.errors import ParseError
from egovkit.grammar.slogans import FOLDED, QUOTES, SEPARATORS, clean_slogan, parse_slogan
from egovkit.text.folding import BLANKS, fold

__all__ = ["Found", "NameFinder", "fold_name"]


class Found(StrEnum):
    """Where a name counts as a mention (何处算提及).

    always · quoted: in quotes, or before a word such as 改革 and 工程 · plain: in quotes, or on request, because it is
    an ordinary noun · never: a title, which is a citation's business.
    """

    ALWAYS = "always"
    QUOTED = "quoted"
    PLAIN = "plain"
    NEVER = "never"


_QUOTES_JOIN: Final = dict.fromkeys(map(ord, QUOTES), "、")
_FOLDED: Final = FOLDED | dict.fromkeys(map(ord, SEPARATORS))


def fold_name(name: str) -> str:
    """Return what two spellings of a name share (比对形式): no quotes, blanks or separators.

    >>> fold_name("“双随机”、“一公开”") == fold_name("双随机一公开")
    True
    """
    return name.translate(_FOLDED)


_JOINTS: Final = frozenset(SEPARATORS + QUOTES)
_BLANKS: Final = frozenset(BLANKS)
_GAP: Final = 4
_MAX_JOINTS: Final = 6
_OPENING: Final = "“\"‘'「『＂＇（("
_CLOSING: Final = "”\"’'」』＂＇）)"
_NUMERALS: Final = frozenset("第〇零一二两双三四五六七八九十百千万0123456789０１２３４５６７８９+＋")
_NAMED: Final = re.compile(r"[”\"’」』]?(?:改革|工程|系统|行动|机制|制度|模式|服务模式|试点|总体架构)")
_END: Final = ""

Hit = tuple[int, int, str]


class NameFinder:
    """Finds a set of names in texts, longest first, without overlap (名称查找器).

    >>> NameFinder({"一网通办": Found.ALWAYS, "五公开": Found.QUOTED}).find("推进一网 通办，十五公开发行，“五公开”")
    [(2, 7, '一网通办'), (16, 19, '五公开')]
    """

    def __init__(self, names: Mapping[str, Found]) -> None:
        self.names = dict(names)

    @cached_property
    def _open(self) -> _Tree:
        """The names that a text may hold anywhere."""
        return _Tree({name: found for name, found in self.names.items() if found in (Found.ALWAYS, Found.QUOTED)}, "")

    @cached_property
    def _behind_quote(self) -> _Tree:
        """The names that count in quotes alone, looked for after the quotes alone."""
        return _Tree({name: found for name, found in self.names.items() if found is Found.PLAIN}, _OPENING)

    def find(self, text: str) -> list[Hit]:
        """Return start, end and folded name of every mention in order (查找)."""
        found = self._open.find(text)
        quoted = self._behind_quote.find(text)
        if not quoted:
            return found
        kept: list[Hit] = []
        for hit in sorted(found + quoted, key=lambda hit: (hit[0], -hit[1])):
            if not kept or hit[0] >= kept[-1][1]:
                kept.append(hit)
        return kept


class _Tree:
    """Names as a tree of characters, and the pattern of the places where one can start."""

    def __init__(self, names: Mapping[str, Found], behind: str) -> None:
        self.root: dict[str, Any] = {}
        for name, found in names.items():
            _grow(self.root, _jointed(name), (fold_name(name), found))
        parts = []
        for first, below in self.root.items():
            # Each alternative starts with one literal character, or the search would try every place of a text. Words
            # are as frequent as 政府 and 全国, so that a name that starts with one is told by its third character.
            ahead = _ahead(below, 1 if first in _NUMERALS else 2)
            parts += [f"{re.escape(letter)}{ahead}" for letter in (first, *_wide(first))]
        pattern = "|".join(parts) or r"(?!)"
        self.offset = 1 if behind else 0
        self.starts = re.compile(f"[{re.escape(behind)}](?:{pattern})" if behind else pattern)

    def find(self, text: str) -> list[Hit]:
        found: list[Hit] = []
        search, at = self.starts.search, 0
        while match := search(text, at):
            start = match.start() + self.offset
            hit = self._follow(text, start)
            if hit is None:
                at = match.start() + 1
            else:
                found.append((start, *hit))
                at = hit[0]
        return found

    def _follow(self, text: str, start: int) -> tuple[int, str] | None:
        """Follow the tree from a place and return the end of the longest name that counts there."""
        node: dict[str, Any] | None = self.root
        i, best = start, None
        while node is not None and i < len(text):
            step = node.get(_narrow(text[i]))
            if step is None and i > start:
                step, i = self._behind_gap(text, start, i, node)
            node, i = step, i + 1
            leaf = node.get(_END) if node is not None else None
            if leaf is not None and _counts(text, start, i, leaf[1]):
                best = i, leaf[0]
        return best

    def _behind_gap(self, text: str, start: int, i: int, node: dict[str, Any]) -> tuple[dict[str, Any] | None, int]:
        end = _over(text, i)
        gap = text[i:end]
        if not gap or end == len(text):
            return None, i
        # 五、 or 五 and a line break before 统一 are a heading's number and its text.
        if i == start + 1 and text[start] in _NUMERALS and any(c in _JOINTS or c in "\r\n" for c in gap):
            return None, i
        below: dict[str, Any] = node.get("、", {}) if any(c in _JOINTS for c in gap) else node
        return below.get(_narrow(text[end])), end


def _grow(tree: dict[str, Any], name: str, leaf: tuple[str, Found]) -> None:
    """Add a name to the tree, with and without each 、 in it."""
    parts = name.split("、")
    for joints in product(("", "、"), repeat=min(len(parts) - 1, _MAX_JOINTS)):
        node = tree
        for c in "".join(part + joint for part, joint in zip_longest(parts, joints, fillvalue="")):
            node = node.setdefault(c, {})
        node[_END] = leaf


def _ahead(node: dict[str, Any], depth: int) -> str:
    r"""Return the pattern of what follows in a tree; \W is any blank, quote or separator, a class of them is slow."""
    if not depth or _END in node:
        return ""
    # What follows a joint is in the tree without it as well.
    after = "|".join(
        f"{re.escape(letter)}{_ahead(below, depth - 1)}"
        for c, below in node.items()
        if c != "、"
        for letter in (c, *_wide(c))
    )
    return f"\\W{{0,{_GAP}}}(?:{after})" if after else ""


def _jointed(name: str) -> str:
    """Return a name with 、 wherever a text may have a joint: between groups of a slogan, after 互联网+."""
    clean = clean_slogan(name.translate(_QUOTES_JOIN))
    if "、" in clean or (clean[:1] not in _NUMERALS and not clean.startswith("互")):
        return clean
    if clean.startswith("互联网+"):
        return clean.replace("+", "+、", 1)
    try:
        groups = parse_slogan(clean)
    except ParseError:
        return clean
    return clean if "+" in clean else "、".join(clean[group.start : group.end] for group in groups)


def _over(text: str, i: int) -> int:
    """Return the end of the gap that starts at a place: blanks, quotes and at most one separator."""
    end, separators = i, 0
    while end < len(text) and end - i < _GAP:
        c = text[end]
        if c in SEPARATORS:
            separators += 1
        elif c not in _BLANKS and c not in QUOTES:
            break
        if separators > 1:
            break
        end += 1
    return end


def _narrow(c: str) -> str:
    return c if c < "\uff01" or c in QUOTES else fold(c)


def _wide(chars: Iterable[str]) -> list[str]:
    return [chr(ord(c) + 0xFEE0) for c in chars if "!" <= c <= "~"]


def _counts(text: str, start: int, end: int, found: Found) -> bool:
    """Say whether the name at a place counts there as a mention."""
    before = text[start - 1] if start else ""
    after = text[end] if end < len(text) else ""
    # 第一网…, 二十三网…: the numeral goes on to the left; 1+32+Nx and 25222: the name goes on to the right.
    if text[start] in _NUMERALS and before and before in _NUMERALS:
        return False
    if text[end - 1].isascii() and after.isascii() and (after.isalnum() or after == "+"):
        return False
    if found is Found.ALWAYS:
        return True
    if before and after and before in _OPENING and after in _CLOSING:
        return True
    return found is Found.QUOTED and bool(_NAMED.match(text, end))
