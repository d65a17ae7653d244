"""What a check answers (校核报告)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from egovkit.checks.finding import Finding, Severity

__all__ = ["Report"]


@dataclass(frozen=True, slots=True)
class Report:
    """The findings on one text in order of place (校核报告).

    - `on`: the day whose rules were applied; `assumed` where it is today's for want of a date in the text.
    - `official`: whether the text was judged as an official document.
    - `len(report)`, iteration and truth are those of its findings.

    >>> from egovkit.checks import check
    >>> report = check("按照国办发[2014]66号执行")
    >>> [finding.code for finding in report], report.count("error")
    (['GW201'], 0)
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

    def count(self, severity: Severity | str) -> int:
        """Return the number of findings of a severity (计数)."""
        return sum(finding.severity == severity for finding in self.findings)
