"""A docx as it is printed (排印): by LibreOffice, where it is installed, into a pdf."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Final

from egovkit.errors import ReadError
from egovkit.interchange.reading import Readable, read_source

__all__ = ["office", "render_docx"]

_PROGRAMS: Final = ("soffice", "libreoffice")
_SECONDS: Final = 180
# What a program needs of the surroundings, and no more of them.
_KEPT: Final = ("PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "SYSTEMROOT", "XDG_RUNTIME_DIR", "FONTCONFIG_FILE")


def office() -> str | None:
    """Return the program that prints (排印程序); None where LibreOffice is not installed."""
    return next(filter(None, map(shutil.which, _PROGRAMS)), None)


def render_docx(source: Readable) -> bytes:
    """Return a docx as a pdf, as LibreOffice prints it (排印为 pdf).

    Fonts are those of the machine: one that is missing is replaced, and lines may then break elsewhere. `check_pages` says
    which are, and what the pages show.

    ReadError (render.office) without LibreOffice, which Debian has as libreoffice-writer-nogui; (render.failed) where it prints
    nothing in time; (read.layout) for what is no docx; as for `read` else.
    """
    read = read_source(source)
    if read.format != "docx":
        message = "a layout is read of a docx, no {format}: save it as docx first"
        raise ReadError("read.layout", message, format=read.format)
    program = office()
    if program is None:
        message = "to print a docx, install LibreOffice (Debian: libreoffice-writer-nogui)"
        raise ReadError("render.office", message)
    with tempfile.TemporaryDirectory(prefix="egovkit-") as name:
        folder = Path(name)
        path = folder / "document.docx"
        path.write_bytes(read.data)
        command = [
            program,
            # A profile of its own: one that is in use elsewhere would take the file and print nothing.
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--norestore",
            "--convert-to",
            "pdf:writer_pdf_Export",
            "--outdir",
            str(folder),
            str(path),
        ]
        around = {key: os.environ[key] for key in _KEPT if key in os.environ} | {"HOME": name}
        try:
            subprocess.run(command, check=False, capture_output=True, timeout=_SECONDS, env=around)  # noqa: S603
        except subprocess.TimeoutExpired:
            # What it has written by then is not whole.
            raise _failed() from None
        written = path.with_suffix(".pdf")
        if not written.is_file():
            raise _failed()
        return written.read_bytes()


def _failed() -> ReadError:
    return ReadError("render.failed", "LibreOffice printed nothing: open the docx in it and see what it says")
