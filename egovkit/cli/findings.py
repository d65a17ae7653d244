"""What findings look like in a terminal (校核结果): each fault with its places, the line it is in, and what became of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from egovkit.checks.finding import Severity
from egovkit.checks.report import Verdict
from egovkit.cli.drawing import Line
from egovkit.cli.failures import one_line
from egovkit.cli.layout import fitted
from egovkit.cli.rules import SEVERITIES
from egovkit.errors import display_width, printable
from egovkit.interchange.placing import CheckedText, Placed
from egovkit.messages import Words, said

__all__ = ["Findings"]

_STYLES: Final = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "dim"}
_VERDICTS: Final = {
    Verdict.CLEAN: Words("nothing found", "未发现问题"),
    Verdict.MEND: Words("can be mended", "可自动修正"),
    Verdict.LOOK: Words("to be looked at", "须人工核对"),
}
# A fault that was found oftener is told by its first places and their number.
_PLACES: Final = 4


class Findings:
    """The findings on files, drawn (校核结果): one block for each fault of a file, and at the end what came of all.

    `mended` counts what was mended in each file, by the code of the rule.
    """

    __slots__ = ("checked", "mended")

    def __init__(self, checked: Sequence[CheckedText], mended: Sequence[Counter[str]]) -> None:
        self.checked = checked
        self.mended = mended

    def lines(self, width: int) -> Iterator[Line]:
        """Yield its lines in so many cells (逐行)."""
        for one, mended in zip(self.checked, self.mended, strict=True):
            if one.placed or mended:
                yield from _file(one, mended, width)
        yield [(_sum(self.checked, sum(count for each in self.mended for count in each.values())), "bold")]


def _file(one: CheckedText, mended: Counter[str], width: int) -> Iterator[Line]:
    # A text without a date is judged by the rules of today, which its author may not have known.
    assumed = said(" (assumed)", "（推定）") if one.report.assumed else ""
    yield [(one_line(one.name), "bold"), (f" · {one.report.on}{assumed} · {_VERDICTS[one.report.verdict]}", "dim")]
    if mended:
        codes = said(", ", "、").join(f"{code} ×{count}" for code, count in sorted(mended.items()))
        yield [(said("mended: ", "已改正："), "green"), (codes, "")]
    together: dict[tuple[str, str, Severity], list[Placed]] = {}
    for placed in one.placed:
        finding = placed.finding
        together.setdefault((finding.code, finding.message, finding.severity), []).append(placed)
    for places in together.values():
        yield from _fault(places, width)
    yield []


def _fault(places: Sequence[Placed], width: int) -> Iterator[Line]:
    """Lay out one fault with its places; the line and the passage are those of the first."""
    placed = places[0]
    finding = placed.finding
    where = said(", ", "、").join(str(one.told) for one in places[:_PLACES])
    if len(places) > _PLACES:
        where += said(f" … {len(places)} places", f" 等{len(places)}处")
    elif len(places) > 1:
        where += said(f" ({len(places)} places)", f"（{len(places)}处）")
    # What is written first may be another thing at the other places, as the year of each number is.
    others = any(one.finding.suggestion != finding.suggestion for one in places)
    meant = f" → {one_line(finding.suggestion)}{' …' if others else ''}" if finding.suggestion else ""
    message = one_line(said(finding.message_en, finding.message))
    yield [
        (finding.code, _STYLES[finding.severity]),
        (f" {message}", ""),
        (f"  {where}", "cyan"),
        (meant, "green"),
    ]
    # What is said of the whole file has no passage.
    if finding.end:
        yield from _passage(placed, width)


def _passage(placed: Placed, width: int) -> Iterator[Line]:
    """Show the line with the passage, and carets under it; a long line is cut on both sides."""
    # In a docx, a page or a pdf nobody counts lines.
    margin = f"{'' if placed.places else placed.line:>6} │ "
    room = width - display_width(margin) - 1
    surface = printable(placed.surface.splitlines()[0] if placed.surface.strip() else placed.surface)
    before, after = printable(placed.before), printable(placed.after)
    marked = fitted(surface, max(8, room // 2))
    left = fitted(before[::-1], max(0, (room - display_width(marked)) // 2))[::-1]
    right = fitted(after, max(0, room - display_width(left) - display_width(marked)))
    style = _STYLES[placed.finding.severity]
    yield [(margin, "dim"), (left, ""), (marked, f"{style} underline"), (right, "")]
    carets = "^" * max(1, display_width(marked))
    yield [(" " * (len(margin) - 2) + "│ ", "dim"), (" " * display_width(left) + carets, style)]


def _sum(checked: Sequence[CheckedText], mended: int) -> str:
    counts = Counter(placed.finding.severity for one in checked for placed in one.placed)
    left = counts.total()
    mendable = sum(placed.finding.edit is not None for one in checked for placed in one.placed)
    listed = said(", ", "、").join(_counted(counts[severity], severity) for severity in Severity if counts[severity])
    start = said(f"{len(checked)} checked: ", f"校核 {len(checked)} 件：")
    if not checked:
        # Every file was trouble: that nothing was found in none would read as a clean one.
        return said("nothing checked", "未校核任何文件")
    if not left and not mended:
        return start + said("nothing found", "未发现问题")
    if mended:
        found = said(
            f"{left + mended} found, {mended} mended, {left} left",
            f"发现 {left + mended} 处，已改正 {mended} 处，余 {left} 处",
        )
        found += said(f": {listed}", f"（{listed}）") if listed else ""
    else:
        found = said(listed, f"发现 {left} 处（{listed}）")
    if mendable:
        found += said(f"; {mendable} can be mended with --fix", f"；其中 {mendable} 处可用 --fix 改正")
    return start + found


def _counted(count: int, severity: Severity) -> str:
    plural = "s" if count > 1 and severity is not Severity.INFO else ""
    return said(f"{count} {severity}{plural}", f"{SEVERITIES[severity]} {count} 处")
