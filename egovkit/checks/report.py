"""What a check answers (校核报告)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from egovkit.checks.finding import Finding, Severity

__all__ = ["Cause", "Report", "Verdict"]


class Verdict(StrEnum):
    """What is to be done with a document (结论): nothing, mend it, or look at it.

    >>> [verdict.term for verdict in Verdict]
    ['未发现问题', '可自动修正', '须人工核对']
    """

    CLEAN = "clean"
    MEND = "mend"
    LOOK = "look"

    @property
    def term(self) -> str:
        """The Chinese term (中文)."""
        return {"clean": "未发现问题", "mend": "可自动修正", "look": "须人工核对"}[self.value]


@dataclass(frozen=True, slots=True)
class Cause:
    """One fault of a text and every place where it was found (同类问题): the rule and message are the same.

    `places` are the ranges in order; `mendable` counts those that have an edit.
    """

    code: str
    name: str
    severity: Severity
    message: str
    message_en: str
    clause: str
    places: tuple[tuple[int, int], ...]
    mendable: int


@dataclass(frozen=True, slots=True)
class Report:
    """The findings on one text in order of place (校核报告).

    - `on`: the day whose rules were applied; `assumed` where it is today's for want of a date in the text.
    - `official`: whether the text was judged as an official document.
    - `verdict`: clean, mend (all of it has one right answer) or look (some of it a person must decide).
    - `causes`: the findings of one fault together; `codes`, `bands`: how often each rule and band was broken.
    - `len(report)`, iteration and truth are those of its findings.

    >>> from egovkit.checks import check
    >>> report = check("按照国办发[2014]66号、国办发[2015]7号执行,抓紧落实")
    >>> [finding.code for finding in report], report.count("error"), report.verdict.value
    (['GW201', 'GW201', 'GW901'], 0, 'mend')
    >>> [(cause.code, cause.places) for cause in report.causes]
    [('GW201', ((5, 11), (18, 24))), ('GW901', ((28, 29),))]
    """

    findings: tuple[Finding, ...]
    on: date
    assumed: bool
    official: bool

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self.findings)

    def __bool__(self) -> bool:
        return bool(self.findings)

    @property
    def codes(self) -> Counter[str]:
        """How often each rule was broken (各规则次数)."""
        return Counter(finding.code for finding in self.findings)

    @property
    def bands(self) -> Counter[str]:
        """How often the rules of each band were broken, by what its codes begin with: GW2 (各类次数)."""
        return Counter(finding.code[:3] for finding in self.findings)

    @property
    def verdict(self) -> Verdict:
        """What is to be done with the text (结论)."""
        if not self.findings:
            return Verdict.CLEAN
        return Verdict.MEND if all(finding.edit is not None for finding in self.findings) else Verdict.LOOK

    @property
    def causes(self) -> tuple[Cause, ...]:
        """The findings of one fault together, in order of the first place (同类归并)."""
        together: dict[tuple[str, str, Severity], list[Finding]] = {}
        for finding in self.findings:
            together.setdefault((finding.code, finding.message, finding.severity), []).append(finding)
        return tuple(_cause(found) for found in together.values())

    def count(self, severity: Severity | str) -> int:
        """Return the number of findings of a severity (计数)."""
        return sum(finding.severity == severity for finding in self.findings)


def _cause(found: list[Finding]) -> Cause:
    first = found[0]
    places = tuple((finding.start, finding.end) for finding in found)
    mendable = sum(finding.edit is not None for finding in found)
    return Cause(
        first.code, first.name, first.severity, first.message, first.message_en, first.clause, places, mendable
    )
