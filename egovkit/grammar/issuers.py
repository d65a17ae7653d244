"""The organs named before 令, 公告 and 通告 (发文机关): one, or several of a joint document."""

from __future__ import annotations

from functools import lru_cache

from egovkit.grammar.codes import STATE, vocabulary
from egovkit.grammar.organ_edges import begins_with_place, known_tail, stop_ends
from egovkit.text.folding import fold
from egovkit.text.limits import MAX_JOINT, MAX_ORGAN
from egovkit.text.patterns import LatePattern

__all__ = ["is_issuer", "issuers_start"]

_RUN = r"\u3400-\u9fff〇（）"
# Up to the last character that no name has: found from the end, the text before it passed over at once.
_BEFORE_RUN = LatePattern(f"(?s:.*)[^{_RUN}]")
_IN_RUN = LatePattern(f"[{_RUN}]")
_BLANK_SEPARATOR = LatePattern(r" {1,6}$")
_MARK_SEPARATOR = LatePattern(r" ?[、,，/] ?$")
_CONJUNCTIONS = ("以及", "和", "与", "及")


@lru_cache(maxsize=4096)
def _name_start(run: str) -> int | None:
    """Return where in a run of Han characters the organ's name at its end begins."""
    words = vocabulary()
    ends = [0, *(stop.end() for stop in words.stop.finditer(run) if stop[1])]
    for end in ends:
        # 全国继续医学教育委员会 has a stop word in its name.
        if words.is_organ(run[end:]):
            return end
        # Every opener is one letter.
        opener = run[end : end + 1] if run.startswith(words.openers, end) else ""
        if opener and words.is_organ(run[end + len(opener) :]):
            return end + len(opener)
    start = max(0, *stop_ends(run)[-1:], run.rfind(STATE))
    while True:
        name = run[start:]
        if not name:
            return None
        if words.is_organ(name) or (begins_with_place(name) and words.looks_like_organ(name)):
            return start
        lead = next((lead for lead in words.organ_leads if name.startswith(lead)), None)
        if lead is None or not words.looks_like_organ(name[len(lead) :]):
            break
        start += len(lead)
    for conjunction in _CONJUNCTIONS:
        # 财政部和海关总署 are two, 住房和城乡建设部 is one.
        cut = name.rfind(conjunction)
        if cut > 0 and words.looks_like_organ(name[:cut]) and words.is_organ(name[cut + len(conjunction) :]):
            return start + cut + len(conjunction)
    known = known_tail(name)
    if known:
        return start + known
    return start if words.looks_like_organ(name) or name in words.attested else None


def issuers_start(text: str, end: int) -> int | None:
    """Return where the organs named up to `end` begin (联合发文机关) of a folded text; None where none is named.

        organs = organ { ( blanks | "、" | "，" | "/" | "和" | "与" | "及" | "以及" ) organ }

    A list of more organs than issue anything together, or that begins with a name whose start cannot be seen, is none.

    >>> issuers_start("依照财政部 税务总局", 10), issuers_start("以粤府", 3), issuers_start("由其", 2)
    (2, 1, None)
    """
    first: int | None = None
    for _ in range(MAX_JOINT):
        floor = max(0, end - MAX_ORGAN)
        before = _BEFORE_RUN.match(text, floor, end)
        start = floor if before is None else before.end()
        if start >= end:
            return first
        run = text[start:end]
        name = _name_start(run)
        if name is None or (first is not None and not _joins(run[name:], text, end)):
            return first
        if not name and floor and start == floor and _is_han(text[floor - 1]):
            # At the bound the name may go on further left than can be seen.
            return None
        first = start + name
        end = _left_of_separator(text, first)
        if end == first:
            return first
    return None


def _is_han(character: str) -> bool:
    return _IN_RUN.match(character) is not None


@lru_cache(maxsize=4096)
def is_issuer(name: str) -> bool:
    """Say whether a whole string names the organs of an order or announcement (是否发文机关), without the state's name.

    >>> is_issuer("财政部 税务总局"), is_issuer("中华人民共和国国务院"), is_issuer("根据国务院")
    (True, False, False)
    """
    return (
        0 < len(name) <= MAX_JOINT * MAX_ORGAN
        and name == fold(name).strip()
        and not name.startswith(STATE)
        and issuers_start(name, len(name)) == 0
    )


def _joins(name: str, text: str, end: int) -> bool:
    """Say whether a name left of a separator is one more organ of the same document."""
    words = vocabulary()
    if text[end] == " ":
        return words.is_organ(name) or (len(name) > 3 and words.looks_like_organ(name))
    return len(name) > 1 and words.looks_like_organ(name)


def _left_of_separator(text: str, start: int) -> int:
    for pattern in (_MARK_SEPARATOR, _BLANK_SEPARATOR):
        separator = pattern.search(text, max(0, start - 6), start)
        if separator is not None:
            return separator.start()
    for conjunction in _CONJUNCTIONS:
        if text.startswith(conjunction, start - len(conjunction)) and start > len(conjunction):
            return start - len(conjunction)
    return start
