"""Where an organ code begins in running text (机关代字), and which strings can be one.

A code is attested when the registry of organ codes has it, well built when it begins as codes do and ends with
a class letter, and merely possible otherwise. In 根据国办发〔2014〕66号 every suffix of 根据国办发 is a candidate; the
choice falls on the best that stands behind something which can end the sentence before it.
"""

from __future__ import annotations

import re
from collections import Counter
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
# So many attested codes that begin alike are the codes of one organ (发改…).
_LEAST_FAMILY = 3
_FOLLOWERS = ("联", "明电")


class Vocabulary(NamedTuple):
    """The words that decide where a code begins (边界词)."""

    attested: frozenset[str]
    attested_firsts: frozenset[str]
    firsts: frozenset[str]
    stems: frozenset[str]
    expansions: dict[str, str]
    stop: re.Pattern[str]
    code_stop: re.Pattern[str]
    regions: frozenset[str]
    letters: frozenset[str]
    families: frozenset[str]
    levelled: re.Pattern[str]
    edges: frozenset[str]
    weak: tuple[str, ...]
    weak_letters: frozenset[str]
    organ_endings: tuple[str, ...]
    organs: frozenset[str]
    class_letters: str
    not_codes: re.Pattern[str]
    case_types: re.Pattern[str]
    not_sections: frozenset[str]
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
        return self.is_organ(name) or name.endswith(self.organ_endings)


def _any_of(words: list[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def _stops(words: list[str], exceptions: list[str]) -> re.Pattern[str]:
    return re.compile(f"{_any_of(exceptions)}|({_any_of(words)})")


@cache
def vocabulary() -> Vocabulary:
    """Return the vocabulary, read from the data on first use (边界词表)."""
    context: dict[str, Any] = tree("number_context")
    attested = frozenset(row["code"] for row in rows("organs"))
    regions: str = context["region_letters"]
    families = Counter(code[:2] for code in attested if len(code) > 2)
    names = {row["organ"] for row in rows("organs")}
    for row in rows("organ_names"):
        names |= {row["name"], *filter(None, row["aliases"].split("|"))}
    return Vocabulary(
        attested=attested,
        attested_firsts=frozenset(code[0] for code in attested),
        firsts=frozenset(code[0] for code in attested) | frozenset(regions),
        stems=frozenset(code[:cut] for code in attested for cut in range(3, len(code))),
        expansions={row["name"]: row["stem"] for row in rows("organ_expansions")},
        stop=_stops(context["stop_words"], context["stop_exceptions"]),
        code_stop=_stops(context["stop_words"] + context["code_stop_words"], context["stop_exceptions"]),
        regions=frozenset(regions),
        letters=frozenset("".join(attested)),
        families=frozenset(family for family, count in families.items() if count >= _LEAST_FAMILY),
        levelled=re.compile(
            f"(?:^|[^{regions}])(?:{_any_of(context['organ_levels'])})[\u3400-\u9fff]{{0,8}}"
            f"(?:{_any_of(context['organ_bodies'])})$"
        ),
        edges=frozenset(context["edge_letters"]),
        weak=tuple(context["weak_words"]),
        weak_letters=frozenset(context["weak_words"]),
        organ_endings=tuple(context["organ_endings"]),
        organs=frozenset(names),
        class_letters=context["class_letters"],
        not_codes=re.compile(_any_of(context["not_codes"])),
        case_types=re.compile(_any_of(context["case_types"])),
        not_sections=frozenset(context["not_sections"]),
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


def _rank(code: str, stopped: bool) -> int:
    """Rank a string as a code; `stopped` says that a stop word stands in it."""
    words = vocabulary()
    if code in words.attested or canonical_code(code) != code:
        return _ATTESTED
    if stopped or len(code) > _LONGEST_UNATTESTED or words.not_codes.search(code):
        return _IMPOSSIBLE
    if not words.weak_letters.isdisjoint(code[1:]):
        # 就 is a code's letter in 沪崇就办 (就业), and ends the phrase in front of one elsewhere.
        short = len(code) <= _LONGEST_WITH_WEAK and code[0] in words.attested_firsts and code[-1] in words.class_letters
        return _POSSIBLE if short else _IMPOSSIBLE
    if len(code) > 1 and code[0] in words.firsts and (code[-1] in words.class_letters or len(code) > 2):
        return _BUILT
    return _POSSIBLE


def _ends_sentence(run: str, at: int, ends: set[int], whole: bool) -> bool:
    """Say whether a code can begin at `at` of a run; `whole` says that nothing is cut off on its left."""
    if not at:
        return whole
    if at in ends or (at > 1 and vocabulary().looks_like_organ(run[:at])):
        return True
    # 和 ends a sentence's phrase in 规定和京政办发, and is a letter of the code in a county's 和政办发.
    return run.endswith(vocabulary().weak, 0, at) and (at > 4 or _ends_sentence(run, at - 1, ends, whole))


def code_start(run: str, whole: bool) -> int | None:
    """Return where in a run of Han characters the code at its end begins (代字左界); None where none does.

    `whole` says that the run is all that stands between a mark (or the text's start) and the year.

    >>> code_start("根据国办发", whole=True), code_start("财政部财税", whole=True), code_start("浙发改办发", whole=True)
    (2, 3, 0)
    >>> code_start("现将有关文件的通知", whole=True) is None
    True
    """
    low = max(0, len(run) - MAX_CODE)
    free, ends = _stops_of(run)
    best: tuple[int, int] | None = None
    for start in range(low, len(run)):
        rank = _rank(run[start:], start < free)
        if rank == _IMPOSSIBLE or not (
            _ends_sentence(run, start, ends, whole)
            or (rank == _ATTESTED and len(run) - start > 1 and run[start - 1] in vocabulary().edges)
        ):
            continue
        if rank == _POSSIBLE and start and len(run) - start < 2:
            continue
        if best is None or rank > best[0]:
            best = (rank, start)
    if best is not None and best[0] == _ATTESTED:
        return best[1]
    known = _known_tail(run, low)
    if best is None or (known is not None and not _is_prefix(run[best[1] : known])):
        return known
    if best[1] and run[best[1]] == "和" and _rank(run[best[1] + 1 :], False) == _BUILT:
        # In 有关规定和滨教办发 和 is no letter of the code, as it is of a county's 和政发.
        return best[1] + 1
    return _behind_organ(run, best[1])


def _stops_of(run: str) -> tuple[int, set[int]]:
    """Return where the last stop word of a run ends, and where a code may begin behind one."""
    stop = vocabulary().code_stop
    last, ends = 0, set()
    for found in stop.finditer(run):
        if found[1]:
            last = found.end()
            ends.add(last)
        else:
            # 按揭 is a word, but in 可按揭公积金管委 the code begins inside it.
            ends.update(inner.end() for inner in stop.finditer(run, found.start(), found.end() - 1))
    return last, ends


def _known_tail(run: str, low: int) -> int | None:
    """Return where the longest attested code of three letters or more at the end of a run begins."""
    return next((start for start in range(low, len(run) - 2) if run[start:] in vocabulary().attested), None)


def _is_prefix(printed: str) -> bool:
    """Say whether what stands in front of a known code can be a part of it, as 浙 is of 浙发改办发.

    Nothing ends the sentence in 充分消化中办发, but so much in front of a known code is no part of one.
    """
    words = vocabulary()
    if len(printed) >= _LONGEST_PREFIX and printed[0] not in words.attested_firsts:
        return False
    return (
        len(printed) < 2
        or printed[0] in words.regions
        or all(letter in words.letters or letter in words.regions for letter in printed)
    )


def _behind_organ(run: str, start: int) -> int:
    """Move the start of a code that no list knows behind the organ in front of it (市局津地税函)."""
    words = vocabulary()
    for at in range(len(run) - 2, start + 1, -1):
        if (
            run[start : at + 1] in words.stems
            or (run[at] in words.class_letters and run[at : at + 2] not in words.families)
            or run.startswith(_FOLLOWERS, at)
        ):
            # 工信部联通装, 市委办发, 人社部明电: what follows the organ is the rest of its code.
            continue
        if _rank(run[at:], False) == _BUILT and _ends_organ(run, at):
            return at
    return start


def _ends_organ(run: str, at: int) -> bool:
    """Say whether an organ's name ends at `at` of a run that no region's letter makes a code's (沪国资委…)."""
    words = vocabulary()
    if words.levelled.search(run, 0, at):
        return True
    return any(
        words.is_organ(run[start:at]) and (not start or run[start - 1] not in words.regions)
        for start in range(max(0, at - MAX_CODE), at - 2)
    )


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
