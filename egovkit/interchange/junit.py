"""Reports as JUnit XML (测试报告), which every CI shows: a suite for each file, a case for each rule it breaks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final
from xml.etree import ElementTree as ET

from egovkit.interchange.placing import CheckedText, Placed
from egovkit.text.patterns import LatePattern

__all__ = ["to_junit"]

# What XML 1.0 cannot hold, not even as a reference.
_ILLEGAL: Final = LatePattern("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")

# What XML can hold and a terminal would obey: written as references.
_OBEYED: Final = LatePattern("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def to_junit(checked: Iterable[CheckedText]) -> str:
    """Return reports as JUnit XML (转为 JUnit); a file without findings has one case, which passes.

    >>> from egovkit.checks import check
    >>> print(to_junit([CheckedText.of("a.txt", "请认真执行。", check("请认真执行。"))]).splitlines()[1])
    <testsuites name="egovkit" tests="1" failures="0">
    """
    root = ET.Element("testsuites", name="egovkit")
    tests = failures = 0
    for one in checked:
        broken: dict[str, list[Placed]] = {}
        for placed in one.placed:
            broken.setdefault(placed.finding.code, []).append(placed)
        tests += max(1, len(broken))
        failures += len(broken)
        cases = str(max(1, len(broken)))
        suite = ET.SubElement(root, "testsuite", name=_clean(one.name), tests=cases, failures=str(len(broken)))
        if not broken:
            ET.SubElement(suite, "testcase", classname=_clean(one.name), name="check")
        for code, places in sorted(broken.items()):
            first = places[0].finding
            case = ET.SubElement(suite, "testcase", classname=_clean(one.name), name=f"{code} {first.name}")
            failure = ET.SubElement(case, "failure", type=str(first.severity), message=_clean(first.message))
            failure.text = "\n".join(map(_line, places))
    root.set("tests", str(tests))
    root.set("failures", str(failures))
    ET.indent(root)
    written = _OBEYED.sub(lambda found: f"&#{ord(found[0])};", ET.tostring(root, encoding="unicode"))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{written}\n'


def _line(placed: Placed) -> str:
    finding = placed.finding
    meant = "" if not finding.suggestion else f" → {finding.suggestion}"
    return _clean(f"{placed.where} {placed.surface}{meant} · {finding.message} ({finding.clause})")


def _clean(text: str) -> str:
    return _ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", text)
