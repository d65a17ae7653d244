"""`egovkit render`: a pdf, and what its pages have against the standard."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from egovkit.cli import render as room
from egovkit.documents.document import PolicyDocument
from egovkit.interchange.page_checks import PageFinding
from egovkit.interchange.rendering import office
from egovkit.interchange.word_writing.writing import to_docx
from egovkit.messages import Words

from .conftest import Egovkit

_FONTS = PageFinding("fonts", 1, "5.2.2", Words("no such font", "没有字体"))
_LINES = PageFinding("lines", 2, "5.2.3", Words("21 lines", "21行"))


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    path = tmp_path / "notice.docx"
    path.write_bytes(to_docx(PolicyDocument.parse("甲市关于上云的通知\n各县：\n请遵照执行。")))
    return path


@pytest.mark.parametrize(("found", "code"), [([], 0), ([_FONTS], 0), ([_FONTS, _LINES], 1)])
def test_what_pages_show_is_said(
    found: list[PageFinding],
    code: int,
    egovkit_command: Egovkit,
    notice: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(room, "render_docx", lambda _: b"%PDF")
    monkeypatch.setattr(room, "check_pages", lambda *_: found)
    out = tmp_path / "out.pdf"
    outcome = egovkit_command("render", str(notice), "-o", str(out))
    assert (outcome.code, out.read_bytes()) == (code, b"%PDF")
    assert all(one.message.en in outcome.out for one in found)
    told = egovkit_command("render", str(notice), "-o", str(out), "-f", "json").out.splitlines()
    assert [json.loads(line)["message"] for line in told] == [one.message.en for one in found]


def test_it_is_called_as_the_docx(
    egovkit_command: Egovkit, notice: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "render_docx", lambda _: b"%PDF")
    monkeypatch.setattr(room, "check_pages", lambda *_: [])
    monkeypatch.chdir(tmp_path)
    assert egovkit_command("render", str(notice)).code == 0
    assert (tmp_path / "notice.pdf").read_bytes() == b"%PDF"
    assert "--output" in egovkit_command("render", "-", stdin=notice.read_bytes()).err


def test_without_an_office_it_is_said(egovkit_command: Egovkit, notice: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    refused = egovkit_command("render", str(notice))
    assert (refused.code, "libreoffice-writer-nogui" in refused.err) == (2, True)


@pytest.mark.office
@pytest.mark.skipif(office() is None, reason="LibreOffice is not installed: make office")
@pytest.mark.xdist_group("office")
def test_a_docx_is_printed(egovkit_command: Egovkit, notice: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    assert egovkit_command("render", str(notice), "-o", str(out)).code == 0
    assert out.read_bytes().startswith(b"%PDF")
