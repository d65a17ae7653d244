"""A docx as it is printed (排印): by LibreOffice, where it is installed, into a pdf."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from egovkit.errors import ReadError
from egovkit.interchange.reading import Readable, read_source

__all__ = ["office", "render_docx"]

_PROGRAMS: Final = ("soffice", "libreoffice")
_SECONDS: Final = 180
# What a program needs of the surroundings, and no more of them.
_KEPT: Final = ("PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "SYSTEMROOT", "XDG_RUNTIME_DIR", "FONTCONFIG_FILE")

# A docx may name pictures, templates and programs elsewhere: nothing of it is fetched or run. Where the first setting leaves
# something out, there is no way to a network but a port that nobody listens at.
_SETTINGS: Final = (
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Inet/Settings", "ooInetProxyType", "1"),
    *(
        ("Inet/Settings", f"ooInet{kind}Proxy{key}", value)
        for kind in ("HTTP", "HTTPS", "FTP")
        for key, value in (("Name", "127.0.0.1"), ("Port", "9"))
    ),
    ("Inet/Settings", "ooInetNoProxy", ""),
)


def office() -> str | None:
    """Return the program that prints (排印程序); None where LibreOffice is not installed."""
    return next(filter(None, map(shutil.which, _PROGRAMS)), None)


def render_docx(source: Readable) -> bytes:
    """Return a docx as a pdf, as LibreOffice prints it (排印为 pdf).

    What the docx names elsewhere (linked pictures, templates) is not fetched, and no macro is run. Fonts are those of the machine: one that is missing is replaced, and lines may then break elsewhere. `check_pages` says
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
        _set_up(folder / "profile")
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
        _run(command, around)
        written = path.with_suffix(".pdf")
        if not written.is_file():
            raise _failed()
        return written.read_bytes()


def _set_up(profile: Path) -> None:
    """Write the settings of a profile (用户配置)."""
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(
        f'<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>',
        encoding="utf-8",
    )


def _run(command: Sequence[str], around: Mapping[str, str]) -> None:
    """Run a program and all that it starts, and end all of it after its time; ReadError then, and where it does not start."""
    nothing = subprocess.DEVNULL
    try:
        # The program is a script that starts another: they are one group.
        started = subprocess.Popen(  # noqa: S603  # the program that was found, a file named here, no shell
            command, stdin=nothing, stdout=nothing, stderr=nothing, env=around, start_new_session=True
        )
    except OSError as error:
        raise _failed() from error
    try:
        started.wait(_SECONDS)
    except subprocess.TimeoutExpired:
        # What it has written by then is not whole.
        raise _failed() from None
    finally:
        _end(started)


def _end(started: subprocess.Popen[bytes]) -> None:
    if hasattr(os, "killpg"):
        # What it has started and left is ended with it: the folder they write to is no more.
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(started.pid, signal.SIGKILL)
    started.kill()
    started.wait()


def _failed() -> ReadError:
    return ReadError("render.failed", "LibreOffice printed nothing: open the docx in it and see what it says")
