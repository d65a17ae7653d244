"""Reports as the workflow commands of GitHub Actions (批注), which a run shows beside the lines of a change."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from egovkit.checks.finding import Severity
from egovkit.interchange.placing import CheckedText, Placed, legible

__all__ = ["to_github"]

_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_DATA: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def to_github(checked: Iterable[CheckedText]) -> str:
    """Return reports as one workflow command a line (转为 GitHub 批注); "" where nothing was found.

    What was read from a docx, a web page or a pdf has no line of its file, and its place is in the message. GitHub shows
    ten errors, ten warnings and ten notices of a step.

    >>> from egovkit.checks import check
    >>> text = "第一行\\n按照国办发[2014]66号执行"
    >>> print(to_github([CheckedText.of("a.txt", text, check(text))]), end="")
    ::warning file=a.txt,title=GW201 year-brackets,line=2,col=6,endLine=2,endColumn=12::发文字号的年份应当用六角括号“〔〕”括入 → 〔2014〕
    """
    return "".join(f"{_command(one, placed)}\n" for one in checked for placed in one.placed)


def _command(one: CheckedText, placed: Placed) -> str:
    finding = placed.finding
    properties = {"file": one.name, "title": f"{finding.code} {finding.name}"}
    where = ""
    if one.ends is None:
        where = f"{placed.where} {placed.surface}: "
    else:
        properties |= {"line": str(placed.line), "col": str(placed.column), "endLine": str(placed.end_line)}
        # A column beyond the first line is that of another line, which the format does not take.
        if placed.line == placed.end_line:
            properties["endColumn"] = str(placed.end_column)
    meant = f" → {finding.suggestion}" if finding.suggestion else ""
    told = ",".join(f"{name}={legible(value).translate(_PROPERTY)}" for name, value in properties.items())
    return f"::{_LEVELS[finding.severity]} {told}::{legible(where + finding.message + meant).translate(_DATA)}"
