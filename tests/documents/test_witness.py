"""Every word that is written in a pattern of these rooms decides how some document of the snapshot is read."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from egovkit import documents
from tests.documents.readings import FILES, cases, show
from tests.witness import survivors

CASES = [(case.text, case.reading) for name in FILES for case in cases(name)]
ROOMS = (
    "annex_lines",
    "annexes",
    "body",
    "closing",
    "contents",
    "facts",
    "force",
    "head",
    "head_dates",
    "head_marks",
    "history",
    "imprint",
    "line_facts",
    "minutes",
    "one_line",
    "organ_lines",
    "own_number",
    "page_foot",
    "recipients",
    "residue",
    "title_finding",
    "titles",
    "walk",
)
FOLDER = Path(documents.__file__).parent
KEPT = {
    # What the rules of layout and the writer of docx ask, and hold by their cases.
    *(f"egovkit.documents.head_reading.minutes.ATTENDING: {word}" for word in ("出席", "请假", "列席")),
}


@pytest.mark.witness
@pytest.mark.parametrize("room", ROOMS)
def test_every_word_decides_a_reading(room: str) -> None:
    (path,) = FOLDER.rglob(f"{room}.py")
    module = ".".join(("egovkit.documents", *path.relative_to(FOLDER).with_suffix("").parts))
    assert set(survivors(import_module(module), CASES, show)) <= KEPT
