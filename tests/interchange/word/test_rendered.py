"""The formats that are read are those that LibreOffice sets: size and font of every Han character."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE

from egovkit.checks.cases import cases_of
from egovkit.interchange.reading import read_source
from egovkit.interchange.word.layout import read_layout
from egovkit.interchange.word_laying_out.laying_out import lay_out
from tests.interchange.laid_out import docx_of_layout
from tests.interchange.origins import ORIGINS
from tests.interchange.packages import package, paragraph, part
from tests.interchange.rendered import SOFFICE, han_characters
from tests.interchange.styled import docx_of_styles
from tests.interchange.word.test_layout import STYLES, THEME

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(
        SOFFICE is None, reason="LibreOffice is not installed: apt-get install libreoffice-writer-nogui"
    ),
]

_HAN = re.compile("[\u3400-\u9fff]")
_TEXT = "各县人民政府要认真落实"


def _of_every_style() -> bytes:
    """Every style of the template, alone and with characters of others, in text and in tables."""
    document: Any = docx.Document()
    paragraphs = [style for style in document.styles if style.type == WD_STYLE_TYPE.PARAGRAPH]
    characters = [style for style in document.styles if style.type == WD_STYLE_TYPE.CHARACTER]
    for style in paragraphs:
        one = document.add_paragraph(_TEXT, style=style)
        for of_characters in characters:
            one.add_run(_TEXT, style=of_characters)
        one.add_run(_TEXT).font.size = docx.shared.Pt(17)
    for style in document.styles:
        if style.type == WD_STYLE_TYPE.TABLE:
            table = document.add_table(rows=1, cols=2, style=style)
            table.cell(0, 0).text = _TEXT
            table.cell(0, 1).paragraphs[0].add_run(_TEXT).font.size = docx.shared.Pt(9)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def document_of(content: bytes) -> bytes:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return archive.read("word/document.xml")


def _files(shared: Path) -> dict[str, bytes]:
    styled = "".join(paragraph(_TEXT, f'<w:pStyle w:val="{name}"/>') for name in ("a", "body", "flush", "none"))
    parts = [
        ("styles", part("styles", STYLES), 1),
        ("theme", THEME, 1),
        ("settings", part("settings", '<w:themeFontLang w:eastAsia="zh-CN"/>'), 1),
    ]
    made = {"styles.docx": _of_every_style(), "own.docx": package(styled, parts)}
    made |= {f"styles{seed}.docx": docx_of_styles(seed, 110) for seed in range(20)}
    # What a file without any defaults is set in each program decides for itself.
    defaulted = {name: write for name, write in ORIGINS.items() if name not in ("bare", "javascript", "pandoc")}
    made |= {f"{origin}.docx": write() for origin, write in defaulted.items()}
    made |= {f"laid-out-{origin}.docx": lay_out(write()).data for origin, write in ORIGINS.items()}
    for code in ("GW701", "GW726", "GW727", "GW761"):
        layout = cases_of(code)[-1].layout
        assert layout is not None
        made[f"{code}.docx"] = docx_of_layout(layout)
    for path in sorted((shared / "cases" / "files").glob("*.docx")):
        content = path.read_bytes()
        # LibreOffice shows what was deleted, as this one has it.
        if read_source(content).format == "docx" and b"<w:del " not in document_of(content):
            made[path.name] = content
    return made


def test_sizes_and_fonts_are_those_that_are_set(shared: Path, tmp_path: Path) -> None:
    files = _files(shared)
    paths = [tmp_path / name for name in files]
    for path in paths:
        path.write_bytes(files[path.name])
    compared = 0
    for name, characters in han_characters(paths, tmp_path).items():
        layout = read_layout(files[name])
        ours: list[tuple[str, float, str]] = []
        for one in layout.paragraphs:
            for run in one.runs:
                ours += (
                    (character, run.size, run.han or "") for character in _HAN.findall(layout.text[run.start : run.end])
                )
        # Numbers that are generated are no characters of a run in the one, and no text in the other.
        assert Counter(character for character, _, _ in ours) == Counter(character for character, _, _ in characters), (
            name
        )
        assert [one[1] for one in ours] == [one[1] for one in characters], name
        # Where a theme leaves the font to the language, LibreOffice names none.
        both = [(one[2], other[2]) for one, other in zip(ours, characters, strict=True) if one[2] and other[2]]
        assert [one for one, _ in both] == [other for _, other in both], name
        compared += len(ours)
    assert compared > 160_000
