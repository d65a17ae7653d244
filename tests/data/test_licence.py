"""The licence that the metadata gives is that of everything in the package."""

from __future__ import annotations

import tomllib
from pathlib import Path

from scripts.tables import DATA

ROOT = Path(__file__).resolve().parents[2]
# Files of the Unicode Character Database that a table may be made of.
UNICODE = ("UnicodeData.txt", "EquivalentUnifiedIdeograph.txt", "Unihan")


def test_what_is_made_of_unicode_data_is_named() -> None:
    texts = {path.name: path.read_text(encoding="utf-8") for path in DATA.glob("*.csv")}
    made = {name: [file for file in UNICODE if file in text] for name, text in texts.items()}
    made = {name: files for name, files in made.items() if files}
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    assert [word for name, files in made.items() for word in (name, *files) if word not in notice] == []
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["license"] == ("MIT AND Unicode-3.0" if made else "MIT")
    assert project["license-files"] == ["LICENSE", "NOTICE"]
