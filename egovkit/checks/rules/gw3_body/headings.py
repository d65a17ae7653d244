"""GW331 to GW333: the order of headings and of their numbers (层次序数)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from egovkit.checks.finding import Severity, Strength
from egovkit.checks.heading_lists import DEPTH, LEVELS, markers_of, ordinal_of, printed_marker
from egovkit.checks.rule import Hit, rule_of_2012
from egovkit.checks.standards import HEADINGS
from egovkit.checks.subject import Subject
from egovkit.documents.structure.outline import Heading
from egovkit.text.folding import BLANKS


@rule_of_2012(
    "GW331",
    "level-order",
    "层次顺序",
    clause=HEADINGS,
    strength=Strength.MAY,
    severity=Severity.INFO,
    over="numbered_headings",
)
def level_order(subject: Subject) -> Iterator[Hit]:
    """Headings are numbered 一、（一）1.（1） from the outermost in, not the other way round.

    Why: the standard gives the order as one that may be used, so that this is a hint only. A level may be left out;
    （一） with 一、 below it is upside down. Items quoted after a colon are none of the document's headings.
    """
    for flat in subject.numbered_headings:
        for outer, inner in pairwise(LEVELS):
            waiting: int | None = None
            below: Heading | None = None
            for heading in flat:
                number = ordinal_of(heading)
                if heading.level is inner:
                    # The inner list goes on over a list of the outer level that began below it.
                    if below is not None and waiting is not None and number == waiting + 1:
                        yield Hit(
                            below.start,
                            min(below.end, below.start + 20),
                            "结构层次序数依次为“一、”“（一）”“1.”“（1）”，此处上下层次颠倒",
                            "headings are numbered 一、（一）1.（1） from the outermost in",
                        )
                        break
                    waiting, below = number, None
                elif heading.level is outer:
                    quoted = subject.text[max(0, heading.start - 8) : heading.start].rstrip(BLANKS)[-1:] in ("：", ":")
                    below = heading if waiting is not None and number == 1 and not quoted else below
                elif DEPTH[heading.level] < DEPTH[outer]:
                    waiting, below = None, None


@rule_of_2012(
    "GW332",
    "number-gap",
    "层次序号缺号",
    clause=HEADINGS,
    strength=Strength.MAY,
    severity=Severity.WARNING,
    over="number_breaks",
)
def number_gap(subject: Subject) -> Iterator[Hit]:
    """The headings of one level are numbered without a gap.

    Why: the numbers go on one by one; a gap is a heading lost or a number mistaken. A list begins with 1; judged where
    it goes on from 2 to 3.
    """
    for heading, last, number in subject.number_breaks:
        if number > last + 1:
            expected = markers_of(heading.level, last + 1)[0]
            yield Hit(
                heading.start,
                heading.start + len(printed_marker(subject, heading)),
                f"层次序号不连续，缺“{expected}”",
                f"the numbers of the headings have a gap: {expected} is missing",
            )


@rule_of_2012(
    "GW333",
    "number-repeat",
    "层次序号重复",
    clause=HEADINGS,
    strength=Strength.MAY,
    severity=Severity.WARNING,
    over="number_breaks",
)
def number_repeat(subject: Subject) -> Iterator[Hit]:
    """No two headings in succession bear the same number.

    Why: a reference to such a heading is ambiguous.
    """
    for heading, last, number in subject.number_breaks:
        if number == last:
            yield Hit(
                heading.start,
                heading.start + len(printed_marker(subject, heading)),
                "层次序号与上文重复",
                "two headings in succession bear the same number",
            )
