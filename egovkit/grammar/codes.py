"""Where an organ code begins in running text (机关代字), and which strings can be one.

A code is attested when the registry of organ codes has it, well built when it begins as codes do and ends with
a class letter, and merely possible otherwise. In 根据国办发〔2014〕66号 every suffix of 根据国办发 is a candidate; the
choice falls on the best that stands behind something which can end the sentence before it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from egovkit.data import rows, tree
from egovkit.text.limits import MAX_CODE, MAX_ORGANS

__all__ = ["CANONICAL", "STATE", "Vocabulary", "canonical_code", "code_start", "is_code", "vocabulary"]

STATE = "中华人民共和国"
"""The name of the state, which an organ's name may begin with."""

CANONICAL = re.compile(r"[\u3400-\u9fff\U00020000-\U000323af]+(?:（[\u3400-\u9fff]{1,8}）[\u3400-\u9fff]*)?")
"""The characters of a code: Han, and one group in brackets (法（研）发)."""

_ATTESTED, _BUILT, _POSSIBLE, _IMPOSSIBLE = 3, 2, 1, 0
_LONGEST_UNATTESTED = 12
_LONGEST_WITH_WEAK = 6
# A place's letters in front of a known code (浙 + 发改办发, 六盘水 has its own) are one or two.
_LONGEST_PREFIX = 3


class Vocabulary(NamedTuple):
    """The words that decide where a code begins (边界词)."""

    attested: frozenset[str]
    attested_firsts: frozenset[str]
    firsts: frozenset[str]
    stems: frozenset[str]
    expansions: dict[str, str]
    stop: re.Pattern[str]
    weak: tuple[str, ...]
    organ_end: re.Pattern[str]
    organs: frozenset[str]
    class_letters: str
    not_codes: re.Pattern[str]
    case_types: re.Pattern[str]
    not_announced: re.Pattern[str]
    organ_leads: tuple[str, ...]
    not_orders: frozenset[str]

    def last_stop(self, text: str, end: int) -> int:
        """Return where the last stop word before `end` ends (停用词); 0 where there is none."""
        found = 0
        for stop in self.stop.finditer(text, max(0, end - MAX_ORGANS), end):
            if stop[1]:
                found = stop.end()
        return found

    def is_organ(self, name: str) -> bool:
        """Say whether the registry has an organ of this name (已知机关)."""
        return name in self.organs or (name.startswith(STATE) and name[len(STATE) :] in self.organs)

    def looks_like_organ(self, name: str) -> bool:
        """Say whether a name is known or ends as the names of organs do (机关名称)."""
        return self.is_organ(name) or self.organ_end.search(name) is not None


def _any_of(words: list[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


@cache
def vocabulary() -> Vocabulary:
    """Return the vocabulary, read from the data on first use (边界词表)."""
    context: dict[str, Any] = tree("number_context")
    attested = frozenset(row["code"] for row in rows("organs"))
    names = {row["organ"] for row in rows("organs")}
    for row in rows("organ_names"):
        names |= {row["name"], *filter(None, row["aliases"].split("|"))}
    return Vocabulary(
        attested=attested,
        attested_firsts=frozenset(code[0] for code in attested),
        firsts=frozenset(code[0] for code in attested) | frozenset(context["region_letters"]),
        stems=frozenset(code[:cut] for code in attested for cut in range(3, len(code))),
        expansions={row["name"]: row["stem"] for row in rows("organ_expansions")},
        stop=re.compile(f"{_any_of(context['stop_exceptions'])}|({_any_of(context['stop_words'])})"),
        weak=tuple(context["weak_words"]),
        organ_end=re.compile(f"(?:{_any_of(context['organ_endings'])})$"),
        organs=frozenset(names),
        class_letters=context["class_letters"],
        not_codes=re.compile(_any_of(context["not_codes"])),
        case_types=re.compile(_any_of(context["case_types"])),
        not_announced=re.compile(_any_of(context["not_announced"])),
        organ_leads=tuple(context["organ_leads"]),
        not_orders=frozenset(context["not_orders"]),
    )


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


def _rank(code: str) -> int:
    words = vocabulary()
    if code in words.attested or canonical_code(code) != code:
        return _ATTESTED
    if len(code) > _LONGEST_UNATTESTED or words.last_stop(code, len(code)) or words.not_codes.search(code):
        return _IMPOSSIBLE
    if any(weak in code[1:] for weak in words.weak):
        # 就 is a code's letter in 沪崇就办 (就业), and ends the phrase in front of one elsewhere.
        short = len(code) <= _LONGEST_WITH_WEAK and code[0] in words.attested_firsts and code[-1] in words.class_letters
        return _POSSIBLE if short else _IMPOSSIBLE
    if len(code) > 1 and code[0] in words.firsts and (code[-1] in words.class_letters or len(code) > 2):
        return _BUILT
    return _POSSIBLE


def _ends_sentence(before: str, whole: bool) -> bool:
    """Say whether a code can begin behind `before`; `whole` says that nothing is cut off on its left."""
    if not before:
        return whole
    words = vocabulary()
    if len(before) > 1 and words.looks_like_organ(before):
        return True
    if words.last_stop(before, len(before)) == len(before):
        return True
    # 和 ends a sentence's phrase in 规定和京政办发, and is a letter of the code in a county's 和政办发.
    return before.endswith(words.weak) and (len(before) > 4 or _ends_sentence(before[:-1], whole))


def code_start(run: str, whole: bool) -> int | None:
    """Return where in a run of Han characters the code at its end begins (代字左界); None where none does.

    `whole` says that the run is all that stands between a mark (or the text's start) and the year.

    >>> code_start("根据国办发", whole=True), code_start("财政部财税", whole=True), code_start("浙发改办发", whole=True)
    (2, 3, 0)
    >>> code_start("现将有关文件的通知", whole=True) is None
    True
    """
    low = max(0, len(run) - MAX_CODE)
    best: tuple[int, int] | None = None
    for start in range(low, len(run)):
        rank = _rank(run[start:])
        if rank == _IMPOSSIBLE or not _ends_sentence(run[:start], whole):
            continue
        if rank == _POSSIBLE and start and len(run) - start < 2:
            continue
        if best is None or rank > best[0]:
            best = (rank, start)
    known = _known_tail(run, low)
    if best is None:
        return known
    if (
        known is not None
        and best[0] < _ATTESTED
        and known - best[1] >= _LONGEST_PREFIX
        and run[best[1]] not in vocabulary().attested_firsts
    ):
        # Nothing ends the sentence in 充分消化中办发, but so much in front of a known code is no part of one.
        return known
    return best[1]


def _known_tail(run: str, low: int) -> int | None:
    """Return where the longest attested code of three letters or more at the end of a run begins."""
    return next((start for start in range(low, len(run) - 2) if run[start:] in vocabulary().attested), None)


def is_code(code: str) -> bool:
    """Say whether a whole string can be an organ code (是否代字).

    >>> is_code("国办发"), is_code("法（研）发"), is_code("根据国办发"), is_code("")
    (True, True, False, False)
    """
    if code in vocabulary().attested:
        return True
    if len(code) > MAX_CODE or CANONICAL.fullmatch(code) is None:
        return False
    plain = code.replace("（", "").replace("）", "")
    return code_start(plain, whole=True) == 0
