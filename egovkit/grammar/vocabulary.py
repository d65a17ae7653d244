"""What decides where codes and organs' names begin (边界词表): words of the lexicon, and what the tables of organs know."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import NamedTuple

from egovkit.data import first_cells, rows
from egovkit.lexicon import any_of, words
from egovkit.text.patterns import LatePattern

__all__ = ["STATE", "Vocabulary", "attested_codes", "vocabulary"]

STATE = "中华人民共和国"
"""The name of the state, which an organ's name may begin with."""

# So many attested codes that begin alike are the codes of one organ (发改…).
_LEAST_FAMILY = 3
_LONGEST_HEAD = 6
_HAN = "[\u3400-\u9fff]"


class Vocabulary(NamedTuple):
    """The words and tables that decide where a code or an organ's name begins (边界词)."""

    attested: frozenset[str]
    """Codes that the registry or a document shows (已知代字)."""
    attested_firsts: frozenset[str]
    firsts: frozenset[str]
    """First letters of codes: those attested, and those of places."""
    places: frozenset[str]
    letters: frozenset[str]
    """Letters of attested codes."""
    initials: frozenset[str]
    """Letters of places that no word of a sentence and no office has: a code begins with them."""
    heads: frozenset[str]
    """What the codes of one organ begin with: 发改办, 国卫, 沪财."""
    stems: frozenset[str]
    families: frozenset[str]
    expansions: dict[str, str]
    organs: frozenset[str]
    stop: LatePattern
    code_stop: LatePattern
    context: LatePattern
    levels: frozenset[str]
    levelled: LatePattern
    organ: LatePattern
    joints: tuple[str, ...]
    openers: tuple[str, ...]
    """Joints and prepositions: what may come right before a code."""
    central: tuple[str, ...]
    state: tuple[str, ...]
    placeholders: frozenset[str]
    code_words: tuple[str, ...]
    edges: frozenset[str]
    headless: tuple[str, ...]
    offices: tuple[str, ...]
    organ_endings: tuple[str, ...]
    organ_leads: tuple[str, ...]
    class_letters: str
    meetings: LatePattern
    """What minutes are numbered by: the meeting, with who holds it (公司办公会议纪要)."""
    not_codes: LatePattern
    case_types: LatePattern
    not_sections: frozenset[str]
    not_announced: LatePattern
    not_orders: frozenset[str]

    def is_organ(self, name: str) -> bool:
        """Say whether the registry has an organ of this name (已知机关)."""
        return name in self.organs or (name.startswith(STATE) and name[len(STATE) :] in self.organs)

    def looks_like_organ(self, name: str) -> bool:
        """Say whether a name is known or ends as the names of organs do (机关名称)."""
        return self.is_organ(name) or name.endswith(self.organ_endings)


def _organ_names() -> frozenset[str]:
    names = {row["organ"] for row in rows("organs")}
    for row in rows("organ_names"):
        names |= {row["name"], *filter(None, row["aliases"].split("|"))}
    return frozenset(names)


def _heads(attested: frozenset[str], class_letters: str) -> frozenset[str]:
    """Return the beginnings that several codes share, and those that the table of stems has."""
    shared = Counter([code[:size] for code in attested for size in range(2, min(len(code), _LONGEST_HEAD + 1))])
    common = {head for head, count in shared.items() if count >= _LEAST_FAMILY and head[-1] not in class_letters[:3]}
    return frozenset(common | {row["stem"] for row in rows("organ_stems")})


@cache
def attested_codes() -> frozenset[str]:
    """Return the codes that the registry or a document shows (已知代字): what a number of one of them asks, no word besides.

    >>> "国办发" in attested_codes()
    True
    """
    # The rows of the organs are asked for more besides.
    return frozenset(row["code"] for row in rows("organs")).union(first_cells("code_evidence"))


@cache
def vocabulary() -> Vocabulary:
    """Return the vocabulary, read from lexicon and data on first use (边界词表)."""
    attested = attested_codes()
    places = frozenset(first_cells("place_letters"))
    letters = "".join(words("numbers.codes.class_letters"))
    families = Counter(code[:2] for code in attested if len(code) > 2)
    heads = _heads(attested, letters)
    exceptions, stops = any_of("numbers.stops.exceptions"), any_of("numbers.stops.organs")
    code_stops = any_of("numbers.stops.organs", "numbers.stops.codes")
    soft = any_of("numbers.stops.functions", "numbers.stops.joints", "numbers.stops.prepositions")
    levels, bodies = any_of("numbers.organs.levels"), any_of("numbers.organs.bodies")
    outside = f"(?:^|[^{''.join(sorted(places))}])"
    return Vocabulary(
        attested=attested,
        attested_firsts=frozenset(code[0] for code in attested),
        firsts=frozenset(code[0] for code in attested) | places,
        places=places,
        letters=frozenset("".join(attested)),
        initials=frozenset(words("numbers.codes.initials")),
        heads=heads,
        stems=frozenset(code[:cut] for code in attested for cut in range(3, len(code))),
        families=frozenset(family for family, count in families.items() if count >= _LEAST_FAMILY),
        expansions={row["name"]: row["stem"] for row in rows("organ_expansions")},
        organs=_organ_names(),
        stop=LatePattern(f"{exceptions}|({stops})"),
        code_stop=LatePattern(f"{exceptions}|(?P<function>{any_of('numbers.stops.functions')})|(?P<stop>{code_stops})"),
        context=LatePattern(f"(?:{code_stops}|{soft})+"),
        levels=frozenset(words("numbers.organs.levels")),
        levelled=LatePattern(f"{outside}(?:{levels}){_HAN}{{0,8}}(?:{bodies})$"),
        organ=LatePattern(f"{_HAN}{{2,12}}(?:{levels}){_HAN}{{1,14}}(?:{bodies})$"),
        joints=words("numbers.stops.joints"),
        openers=(*words("numbers.stops.joints"), *words("numbers.stops.prepositions")),
        edges=frozenset(words("numbers.stops.edges")),
        central=words("numbers.codes.central"),
        state=words("numbers.codes.state"),
        placeholders=frozenset(words("numbers.codes.placeholders")),
        code_words=words("numbers.codes.words"),
        headless=words("numbers.codes.headless"),
        offices=words("numbers.organs.offices"),
        organ_endings=words("numbers.organs.endings"),
        organ_leads=words("numbers.organs.leads"),
        class_letters=letters,
        meetings=LatePattern(
            f"(?:{any_of('numbers.meetings.holders')})?(?:{any_of('numbers.meetings.kinds')}){{0,3}}(?:会议|会)?纪要$"
        ),
        not_codes=LatePattern(any_of("numbers.others.papers", "numbers.others.writs")),
        case_types=LatePattern(
            f"(?:{any_of('numbers.others.kinds')})(?:{any_of('numbers.others.stages')})|{any_of('numbers.others.cases')}"
        ),
        not_sections=frozenset(words("numbers.others.sections")),
        not_announced=LatePattern(any_of("numbers.others.counted")),
        not_orders=frozenset(words("numbers.others.orders")),
    )
