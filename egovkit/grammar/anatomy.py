"""What a string of letters is as an organ code (代字结构): known, composed of known parts, well built, possible or none.

    code     = head [ function ] [ class letters ]      国卫办 + 药政 + 函, 发改办 + 法规 + 规, 沪财 + 农
    head     = the letters of an organ, two or more that the codes of the registry share
    function = what an office of the organ does, at most six letters

A code is *known* when the registry or a document shows it, *composed* when it is a known head and a rest that no word of
running text interrupts, *well built* when it begins as codes do and ends with a class letter or is long enough, and merely
*possible* otherwise.
"""

from __future__ import annotations

from functools import lru_cache

from egovkit.grammar.vocabulary import vocabulary

__all__ = ["BUILT", "COMPOSED", "IMPOSSIBLE", "KNOWN", "POSSIBLE", "canonical_code", "head_of", "rank_of"]

KNOWN, COMPOSED, BUILT, POSSIBLE, IMPOSSIBLE = 4, 3, 2, 1, 0
_LONGEST_UNKNOWN = 12
_LONGEST_WITH_JOINT = 6
_LONGEST_REST = 6
_LONGEST_HEAD = 7


def canonical_code(code: str) -> str:
    """Return a code with an organ's name in it put back to the organ's letters (代字还原).

    >>> canonical_code("国务院办公厅发"), canonical_code("国办发")
    ('国办发', '国办发')
    """
    words = vocabulary()
    if code in words.attested:
        return code
    for cut in range(len(code) - 1, 2, -1):
        stem = words.expansions.get(code[:cut])
        if stem is not None and stem + code[cut:] in words.attested:
            return stem + code[cut:]
    return code


def head_of(code: str) -> int:
    """Return how many letters of a code are the longest known head of it (机关部分); 0 where there is none.

    >>> head_of("国卫办药政函"), head_of("某某函")
    (3, 0)
    """
    heads = vocabulary().heads
    return next((size for size in range(min(len(code), _LONGEST_HEAD), 1, -1) if code[:size] in heads), 0)


@lru_cache(maxsize=8192)
def rank_of(code: str) -> int:
    """Return what a string is as a code: KNOWN, COMPOSED, BUILT, POSSIBLE or IMPOSSIBLE (代字等级).

    >>> rank_of("国办发") == KNOWN, rank_of("建办厅函") >= COMPOSED, rank_of("根据国办发") == IMPOSSIBLE
    (True, True, True)
    """
    words = vocabulary()
    if code in words.attested or canonical_code(code) != code:
        return KNOWN
    if len(code) > _LONGEST_UNKNOWN:
        return IMPOSSIBLE
    head = head_of(code)
    paper = words.not_codes.search(code)
    if head > (0 if paper is None else 2) and _is_rest(code[head:]):
        return COMPOSED
    if paper is not None:
        return IMPOSSIBLE
    if any(found["stop"] for found in words.code_stop.finditer(code)):
        return IMPOSSIBLE
    if any(code.find(joint, 1) > 0 for joint in words.joints):
        return _rank_with_joint(code)
    return BUILT if _is_built(code) else POSSIBLE


def _is_built(code: str) -> bool:
    words = vocabulary()
    if len(code) < 2 or code[0] not in words.firsts:
        return False
    return len(code) > 2 or code[0] in words.attested_firsts or code[-1] in words.class_letters


def _rank_with_joint(code: str) -> int:
    """Rank a code that holds a letter which elsewhere ends the phrase before a code: 就 of 沪崇就办, 和 of 和政发."""
    words = vocabulary()
    inside = code[1:]
    for found in words.code_stop.finditer(code):
        if found["function"]:
            # 就业 is an office, and in 教就业 no joint.
            inside = inside.replace(found["function"], "")
    if any(joint in inside for joint in words.joints):
        short = (
            len(code) <= _LONGEST_WITH_JOINT and code[0] in words.attested_firsts and code[-1] in words.class_letters
        )
        return POSSIBLE if short else IMPOSSIBLE
    return BUILT if _is_built(code) else POSSIBLE


def _is_rest(rest: str) -> bool:
    """Say whether letters can follow an organ's head: what its office does, and the class of the document."""
    words = vocabulary()
    if not rest or len(rest) > _LONGEST_REST:
        return False
    plain = rest
    for found in words.code_stop.finditer(rest):
        if found["stop"]:
            return False
        plain = plain.replace(found[0], "")
    return not any(joint in plain for joint in words.joints)
