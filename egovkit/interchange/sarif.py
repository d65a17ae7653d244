"""Reports as SARIF 2.1.0 (静态分析结果交换格式), which code hosts and editors show beside the text."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath
from typing import Any, Final
from urllib.parse import quote

from egovkit.checks.finding import Severity
from egovkit.checks.house import HOUSE_RULES
from egovkit.checks.rule import Rule, rule_named
from egovkit.interchange.line_ends import LineEnds
from egovkit.interchange.locations import logical
from egovkit.interchange.placing import CheckedText, Placed

__all__ = ["to_sarif"]

_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def to_sarif(checked: Iterable[CheckedText], version: str = "0") -> dict[str, Any]:
    """Return reports as one SARIF log (转为 SARIF); columns count Unicode code points.

    `version` is that of egovkit. The rules that were broken are described. Offsets and fixes are those of a plain
    text as its file holds it; the byte order mark is not counted (SARIF 2.1.0, 3.30.2). What was read from a docx, a web
    page or a pdf has neither, and no region: the message of its location says where in the text it is, and its logical
    locations where in the file: the part and paragraph, the page and box, the element.

    >>> from egovkit.checks import check
    >>> text = "按照国办发[2014]66号执行"
    >>> run = to_sarif([CheckedText.of("a.txt", text, check(text))])["runs"][0]
    >>> run["results"][0]["ruleId"], run["results"][0]["level"]
    ('GW201', 'warning')
    """
    checked = list(checked)
    fired = sorted({placed.finding.code for one in checked for placed in one.placed})
    described = [_house(code) if code in HOUSE_RULES else _describe(rule_named(code)) for code in fired]
    index = {rule["id"]: at for at, rule in enumerate(described)}
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "egovkit", "version": version, "rules": described}},
                "columnKind": "unicodeCodePoints",
                "newlineSequences": ["\r\n", "\n", "\r"],
                "results": [_result(one, placed, index) for one in checked for placed in one.placed],
            }
        ],
    }


def _house(code: str) -> dict[str, Any]:
    name, title = HOUSE_RULES[code]
    return {
        "id": code,
        "name": name,
        "shortDescription": {"text": title},
        "defaultConfiguration": {"level": "warning"},
    }


def _describe(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.doc.splitlines()[0]},
        "help": {"text": f"{rule.doc}\n\nBad:\n{rule.bad}\n\nGood:\n{rule.good}"},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"clause": rule.clause, "strength": str(rule.strength)},
    }


def _uri(name: str) -> str:
    """Return a file's name as a URI reference: relative as given, or absolute."""
    path = PurePath(name)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def _span(start: int, end: int, ends: LineEnds) -> dict[str, int]:
    offset = ends.place(start)
    return {"charOffset": offset, "charLength": ends.place(end) - offset}


def _region(placed: Placed, ends: LineEnds) -> dict[str, Any]:
    return {
        "startLine": placed.line,
        "startColumn": placed.column,
        "endLine": placed.end_line,
        "endColumn": placed.end_column,
        **_span(placed.finding.start, placed.finding.end, ends),
        "snippet": {"text": placed.surface},
    }


def _result(one: CheckedText, placed: Placed, index: dict[str, int]) -> dict[str, Any]:
    finding, edit, ends = placed.finding, placed.finding.edit, one.ends
    artifact = {"uri": _uri(one.name)}
    location: dict[str, Any] = {"physicalLocation": {"artifactLocation": artifact}}
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": index[finding.code],
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.message} / {finding.message_en}"},
        "locations": [location],
    }
    if ends is None:
        location["message"] = {"text": f"{placed.where} {placed.surface}"}
        if placed.places:
            location["logicalLocations"] = [logical(place) for place in placed.places]
        return result
    location["physicalLocation"]["region"] = _region(placed, ends)
    if edit is not None:
        replacement: dict[str, Any] = {"deletedRegion": _span(edit.start, edit.end, ends)}
        if edit.replacement:
            replacement["insertedContent"] = {"text": ends.write(edit.replacement)}
        changes = [{"artifactLocation": artifact, "replacements": [replacement]}]
        result["fixes"] = [{"description": {"text": finding.message}, "artifactChanges": changes}]
    return result
