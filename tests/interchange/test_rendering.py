"""What prints a docx is held to this machine, to its time, and to nothing that a docx names elsewhere."""

from __future__ import annotations

import os
import struct
import sys
import zipfile
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from time import monotonic, sleep

import pytest

from egovkit.documents.document import PolicyDocument
from egovkit.errors import ReadError
from egovkit.interchange import rendering
from egovkit.interchange.rendering import office, render_docx
from egovkit.interchange.word_writing.writing import to_docx

_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_A = "http://schemas.openxmlformats.org/drawingml/2006"
_LINKED = (
    f'<w:p><w:r><w:drawing><wp:inline xmlns:wp="{_A}/wordprocessingDrawing"><wp:extent cx="952500" cy="952500"/>'
    f'<wp:docPr id="1" name="p"/><a:graphic xmlns:a="{_A}/main"><a:graphicData uri="{_A}/picture">'
    f'<pic:pic xmlns:pic="{_A}/picture"><pic:nvPicPr><pic:cNvPr id="1" name="p"/><pic:cNvPicPr/></pic:nvPicPr>'
    '<pic:blipFill><a:blip r:link="linked"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="952500" cy="952500"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
)


def notice() -> bytes:
    return to_docx(PolicyDocument.parse("甲市关于上云的通知\n各县：\n请遵照执行。"))


def linked(address: str) -> bytes:
    """A docx that shows a picture of another place, and has a template there."""
    relations = (
        f'<Relationship Id="linked" Type="{_R}/image" Target="{address}" TargetMode="External"/>'
        f'<Relationship Id="made" Type="{_R}/attachedTemplate" Target="{address}.dotx" TargetMode="External"/>'
    )
    changed = {"word/document.xml": (b"<w:sectPr>", _LINKED), "word/_rels/document.xml.rels": (b"</Relat", relations)}
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(notice())) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            before, added = changed.get(name, (b"", ""))
            content = old.read(name)
            new.writestr(name, content.replace(before, added.encode() + before, 1) if before else content)
    return out.getvalue()


def picture() -> bytes:
    def chunk(kind: bytes, held: bytes) -> bytes:
        return struct.pack(">I", len(held)) + kind + held + struct.pack(">I", zlib.crc32(kind + held))

    head = struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)
    dots = zlib.compress((b"\0" + b"\xff\x00\x00" * 8) * 8)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", dots) + chunk(b"IEND", b"")


@pytest.fixture
def asked() -> Iterator[tuple[str, list[str]]]:
    """An address, and what was asked there."""
    found: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def handle_one_request(self) -> None:
            found.append(self.rfile.readline().decode())
            self.close_connection = True

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/picture.png", found
    server.shutdown()
    server.server_close()


@pytest.mark.office
@pytest.mark.skipif(office() is None, reason="LibreOffice is not installed: make office")
@pytest.mark.xdist_group("office")
def test_nothing_that_a_docx_names_elsewhere_is_fetched(asked: tuple[str, list[str]], tmp_path: Path) -> None:
    address, found = asked
    assert render_docx(linked(address)).startswith(b"%PDF")
    assert not found
    (tmp_path / "picture.png").write_bytes(picture())
    assert b"/Image" not in render_docx(linked((tmp_path / "picture.png").as_uri()))


def program(folder: Path, body: str) -> str:
    path = folder / "program"
    path.write_text(f"#!{sys.executable}\n{body}", encoding="utf-8")
    path.chmod(0o700)
    return str(path)


@pytest.mark.skipif(sys.platform == "win32", reason="a script is no program there")
def test_what_takes_too_long_is_ended_with_all_that_it_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started = tmp_path / "started"
    body = (
        "import pathlib, subprocess, sys, time\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])\n"
        f"pathlib.Path({str(started)!r}).write_text(str(child.pid))\n"
        "time.sleep(600)\n"
    )
    monkeypatch.setattr(rendering, "office", lambda: program(tmp_path, body))
    monkeypatch.setattr(rendering, "_SECONDS", 3)
    with pytest.raises(ReadError) as caught:
        render_docx(notice())
    assert caught.value.code == "render.failed"
    end = monotonic() + 30
    while _runs(int(started.read_text())):
        assert monotonic() < end
        sleep(0.05)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process}/stat")
    # What nobody asks after is there by its number alone.
    return not state.exists() or state.read_text().rpartition(")")[2].split()[0] != "Z"


def test_what_does_not_start_has_printed_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rendering, "office", lambda: str(tmp_path / "none"))
    with pytest.raises(ReadError) as caught:
        render_docx(notice())
    assert caught.value.code == "render.failed"
