"""Assembles the page in a browser alone: the files of `egovkit.web`, with Python in the place of the server."""

from __future__ import annotations

import shutil
from pathlib import Path

from egovkit.web.pages import PAGE, POLICY, file_of
from scripts.playground.gathering import GATHERED

__all__ = ["assemble"]

OWN = Path(__file__).with_name("page")
# A page that is a file has no headers; compiling what runs Python is all that it may do beyond its own scripts.
BROWSER_POLICY = (
    POLICY.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'")
    .replace("; frame-ancestors 'none'", "")
    .replace('"', "")
)


def assemble(target: Path, gathered: Path = GATHERED) -> None:
    """Write the page into a folder, with what runs it where that was gathered; else the page says that it is not there."""
    target.mkdir(parents=True, exist_ok=True)
    for name in PAGE:
        (target / name).write_bytes(file_of(name))
    index = target / "index.html"
    policy = f'<meta http-equiv="Content-Security-Policy" content="{BROWSER_POLICY}">'
    index.write_text(index.read_text(encoding="utf-8").replace("<!-- policy -->", policy), encoding="utf-8")
    for name in ("engine.js", "worker.js"):
        shutil.copy(OWN / name, target / name)
    shutil.copy(OWN / "browser.js", target / "server.js")
    if (gathered / "manifest.json").exists():
        for name in ("runtime", "wheels"):
            shutil.copytree(gathered / name, target / name, dirs_exist_ok=True)
        shutil.copy(gathered / "manifest.json", target / "manifest.json")
