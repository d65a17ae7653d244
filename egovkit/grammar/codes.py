"""Where an organ code begins in running text (机关代字), and which strings can be one.

In 根据国办发〔2014〕66号 every suffix of 根据国办发 is a candidate. What each is as a code (`anatomy`) and what ends before it
decide together: the longest that begins where a code can begin, unless what it has more than a shorter one is a word
of the sentence, the name of an organ, or nothing that codes have before a known one.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from egovkit.grammar.anatomy import (
    BUILT,
    COMPOSED,
    IMPOSSIBLE,
    KNOWN,
    POSSIBLE,
    canonical_code,
    head_of,
    rank_of,
)
from egovkit.grammar.vocabulary import STATE, Vocabulary, attested_codes, vocabulary
from egovkit.text.limits import MAX_CODE
from egovkit.text.patterns import LatePattern

__all__ = [
    "CANONICAL",
    "STATE",
    "Vocabulary",
    "attested_codes",
    "canonical_code",
    "code_start",
    "is_code",
    "vocabulary",
]

CANONICAL = LatePattern(r"[\u3400-\u9fff\U00020000-\U000323af]+(?:（[\u3400-\u9fff]{1,8}）[\u3400-\u9fff]*)?")
"""The characters of a code: Han, and one group in brackets (法（研）发)."""

# What follows these an organ's name ended before is the rest of a code: 工信部联通装, 人社部明电.
_FOLLOWERS = ("联", "明电")
# A place's letters before a known code (浙 + 发改办发, 六盘水 has its own) are one or two.
_LONGEST_PREFIX = 3
_SHORTEST_ORGAN = 4
_NEAR_PAPER = 10
# A code whose first letter no table has is short where a sentence goes on before it: longer ones hold words of that.
_LONGEST_POSSIBLE = 5
# Before these a number is apart from what another could be joined to: no 和 of a sentence follows them.
_OPENERS = frozenset(["", "\n", "（", "(", "〔", "[", "【", "“", "《", "：", ":"])


class _Candidate(NamedTuple):
    start: int
    rank: int
    # What ends where the candidate begins: a mark, word or organ; a joint; nothing.
    ended: int


_CLEARLY, _BY_JOINT, _NOT = 2, 1, 0


class _Run:
    """A run of Han characters whose end is the end of a code: its ends of words, and the choice among its suffixes."""

    def __init__(self, text: str, left: str | None) -> None:
        self.text, self.left = text, left
        self.words = vocabulary()
        self.ends: set[int] = set()
        self.inside: set[int] = set()
        for found in self.words.code_stop.finditer(text):
            if found["stop"] or found["function"]:
                self.ends.add(found.end())
                self.inside.update(range(found.start() + 1, found.end()))
            else:
                # 按揭 is a word, but in 可按揭公积金管委 the code begins inside it.
                inner = self.words.code_stop.finditer(text, found.start(), found.end() - 1)
                self.ends.update(stop.end() for stop in inner)

    def ended(self, at: int) -> int:
        """Say what ends at a place of the run."""
        if not at:
            return _NOT if self.left is None else _CLEARLY
        if at in self.ends or self.ends_organ(at) or self.begins_place(at):
            return _CLEARLY
        # 其 of 其中 joins nothing.
        return _BY_JOINT if at not in self.inside and self.text.endswith(self.words.openers, 0, at) else _NOT

    def begins_place(self, at: int) -> bool:
        """Say whether a place's letter is met that known codes only begin with: 违背皖价费, but no 皖滁政发."""
        text, initials = self.text, self.words.initials
        return text[at] in initials and text[at - 1] not in initials

    def ends_organ(self, at: int) -> bool:
        """Say whether an organ's name ends at a place: a known one, one that says its place, or one that ends as they do."""
        text, words = self.text, self.words
        if text.startswith(_FOLLOWERS, at):
            return False
        if text.endswith(words.offices, 0, at) or words.organ.search(text, 0, at) or words.levelled.search(text, 0, at):
            return True
        if text[at - 1] in words.levels and text[at : at + 1] in [*text[max(0, at - 7) : at - 1]]:
            # 义乌市义政办发: the place's letter is one of its name.
            return True
        # 国资委 is an organ, but not in the code 沪国资委财评字.
        return any(
            words.is_organ(text[start:at])
            and (at - start > _SHORTEST_ORGAN or not start or text[start - 1] not in words.places)
            for start in range(max(0, at - MAX_CODE), at - 2)
        )

    def choose(self) -> int | None:
        """Return where the code begins; None where there is none."""
        best: _Candidate | None = None
        for start in range(max(0, len(self.text) - MAX_CODE), len(self.text)):
            code = self.text[start:]
            rank = rank_of(code)
            if rank == IMPOSSIBLE:
                continue
            one = _Candidate(start, rank, self.ended(start))
            if best is not None and rank == KNOWN and self.is_unknown_place(best, one):
                # 翔人口厅发: nor does a still shorter code begin in the known one.
                return best.start
            if self.may_begin(one) and (best is None or self.gives_way(best, one)):
                best = one
        return None if best is None else best.start

    def may_begin(self, one: _Candidate) -> bool:
        size = len(self.text) - one.start
        if one.ended == _CLEARLY:
            return one.rank > POSSIBLE or not one.start or size > 1
        if one.ended == _BY_JOINT:
            return one.rank > POSSIBLE
        return one.rank >= COMPOSED and size > 1

    def gives_way(self, longer: _Candidate, shorter: _Candidate) -> bool:
        """Say whether a code gives way to a shorter one that begins inside it."""
        if longer.rank == KNOWN:
            return False
        gap = self.text[longer.start : shorter.start]
        code, whole = self.text[shorter.start :], self.text[longer.start :]
        if (
            len(gap) > 1
            and gap[0] in self.words.places - self.words.initials
            and longer.rank < COMPOSED
            and shorter.rank >= BUILT
            and self.begins_place(shorter.start)
        ):
            # 维持京海监处字, where 维 is a place's letter as well; but 安岳府发, whose place has two, and 国网陕电.
            return True
        if longer.start in self.inside and longer.rank < KNOWN and shorter.start in self.ends and shorter.rank >= BUILT:
            # 其中办保发: the code does not begin inside a word.
            return True
        if longer.rank == POSSIBLE and shorter.rank >= BUILT and shorter.ended == _CLEARLY:
            return True
        if self.words.context.fullmatch(gap):
            return self.is_context(gap, longer, shorter)
        if longer.rank == COMPOSED and head_of(whole) >= len(gap):
            return shorter.rank == KNOWN and len(gap) >= _SHORTEST_ORGAN and self.ends_organ(shorter.start)
        if self.is_issuer(longer.start, shorter.start):
            return shorter.rank >= BUILT
        if (
            shorter.rank >= COMPOSED
            and len(code) > 2
            and len(gap) >= _SHORTEST_ORGAN
            and self.ends_organ(shorter.start)
        ):
            return True
        if shorter.rank < COMPOSED or longer.rank == COMPOSED:
            return False
        if len(code) < 3 and not (longer.rank == POSSIBLE or code[0] == "国"):
            return False
        edge = shorter.rank == KNOWN and gap[-1] in self.words.edges
        return edge or not (self.is_prefix(gap, code) or self.is_unknown_place(longer, shorter))

    def is_context(self, gap: str, longer: _Candidate, shorter: _Candidate) -> bool:
        """Say whether words of a sentence (和, 自, 依据) that could begin a code are none of it."""
        words, code = self.words, self.text[shorter.start :]
        if longer.rank > POSSIBLE and gap[-1] in words.places and code.startswith(words.headless):
            # 和政发, 即政办函
            return False
        if gap in words.openers and self.text.startswith(words.code_words, longer.start):
            return False
        if gap == "和" and not longer.start and self.left in _OPENERS:
            # A bracket opens before no conjunction: （和教办发〔2012〕18号）.
            return shorter.rank == KNOWN
        if shorter.rank == BUILT and gap in words.openers:
            return code[0] in words.firsts and len(code) > 1
        return shorter.rank >= BUILT

    def is_issuer(self, start: int, at: int) -> bool:
        """Say whether what a longer code has more is the name of the organ whose code follows."""
        text, words = self.text, self.words
        if not self.ends_organ(at) or text[start : at + 1] in words.stems:
            return False
        if text.endswith(words.offices, 0, at):
            return True
        # 市委办发: what follows 市委 is the rest of its code.
        return text[at] not in words.class_letters or text[at : at + 2] in words.families

    def is_unknown_place(self, longer: _Candidate, shorter: _Candidate) -> bool:
        """Say whether one letter that no table has is of the code: what it follows is over, and it is no word by itself.

        翔建房函〔2020〕1号 alone is a county's, and the ministry's 建房函 is another code.
        """
        words, letter = self.words, self.text[longer.start : shorter.start]
        return (
            len(letter) == 1
            and longer.ended == _CLEARLY
            and longer.rank == POSSIBLE
            and len(self.text) - shorter.start > 2
            and letter not in words.levels
            and letter not in words.letters
            and letter not in words.edges
            and words.context.fullmatch(letter) is None
            and not self.is_national(self.text[shorter.start :])
        )

    def is_national(self, code: str) -> bool:
        """Say whether a code is one that no place's letters come before."""
        words = self.words
        return code.startswith(words.central) or (code[0] == "国" and not code.startswith(words.state))

    def is_prefix(self, printed: str, code: str) -> bool:
        """Say whether what comes before a known code can be a part of it, as 浙 is of 浙发改办发."""
        words = self.words
        if self.is_national(code):
            return False
        if len(printed) == 1:
            return printed in words.firsts or printed in words.placeholders
        if len(printed) >= _LONGEST_PREFIX and printed[0] not in words.attested_firsts:
            return False
        return printed[0] in words.places or all(letter in words.letters for letter in printed)


@lru_cache(maxsize=8192)
def code_start(run: str, left: str | None) -> int | None:
    """Return where in a run of Han characters the code at its end begins (代字左界); None where none does.

    `left` is the character before the run, empty at the start of a text, None where the run is cut off on its left.

    >>> code_start("根据国办发", ""), code_start("财政部财税", ""), code_start("浙发改办发", ""), code_start("和国办发", "号")
    (2, 3, 0, 1)
    >>> code_start("现将有关文件的通知", "") is None
    True
    """
    apart = left
    start = _Run(run, left).choose()
    if start is not None and run.endswith("纪要"):
        # 公司 and 党组 end organs, but belong to the meeting's name here.
        meeting = vocabulary().meetings.search(run, max(0, len(run) - MAX_CODE))
        return start if meeting is None else min(start, meeting.start())
    more = start
    while start is not None and (more or left != "（"):
        # What is found in a text is a code by itself as well.
        left = "（"
        more = _Run(run[start:], left).choose()
        start = None if more is None else start + more
    if (
        start is not None
        and (start or apart not in _OPENERS)
        and len(run) - start > _LONGEST_POSSIBLE
        and rank_of(run[start:]) == POSSIBLE
        and rank_of(run[start + 1 :]) < COMPOSED
    ):
        # 做法违背某政函; one letter before a known code is a place's.
        return None
    if start is not None and rank_of(run[start:]) < KNOWN:
        paper = vocabulary().not_codes.search(run, max(0, len(run) - _NEAR_PAPER))
        if paper is not None and len(paper[0]) > 2:
            # 粤食药监械生产许: no part of a licence's letters is a code either.
            return None
    return start


def is_code(code: str) -> bool:
    """Say whether a whole string can be an organ code (是否代字).

    >>> is_code("国办发"), is_code("法（研）发"), is_code("根据国办发"), is_code("")
    (True, True, False, False)
    """
    if code in attested_codes():
        return True
    if len(code) > MAX_CODE or CANONICAL.fullmatch(code) is None:
        return False
    return code_start(code.replace("（", "").replace("）", ""), "（") == 0
