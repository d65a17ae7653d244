"""The change log says each thing once, and in a section."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

CHANGELOG = Path(__file__).resolve().parents[2] / "CHANGELOG.md"
SECTIONS = {"Added", "Changed behaviour", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


def test_each_change_is_said_once() -> None:
    for release in re.split(r"^(?=## )", CHANGELOG.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        counted = Counter(part.strip() for part in re.split(r"\n(?=- |###? )", release) if part.startswith("- "))
        assert [change for change, times in counted.items() if times > 1] == []


def test_a_release_has_each_section_once() -> None:
    for release in re.split(r"^(?=## )", CHANGELOG.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        sections = re.findall(r"^### (.*)$", release, re.MULTILINE)
        assert set(sections) <= SECTIONS
        assert len(set(sections)) == len(sections)
