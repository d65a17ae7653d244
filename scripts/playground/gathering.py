"""Gathers what runs the page in a browser: Pyodide from npm, wheels from PyPI, and the wheel of this checkout."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path
from typing import Any

__all__ = ["GATHERED", "Unavailable", "gather"]

ROOT = Path(__file__).resolve().parents[2]
GATHERED = ROOT / ".playground"
WHEELS = Path(__file__).with_name("wheels.txt")
PYODIDE = "314.0.7"
# What npm says of this version, which is what it gives.
INTEGRITY = "sha512-0YvXxEhfEdpLfb/XkM2BFAeMROq0iMUX2bzzH9pOttyMcWkwq+HbE5uyuGD82LN7y2q+SNvi/6V5JEsOlD2R1A=="
RUNTIME = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
PLATFORM = ("--platform", "pyemscripten_2026_0_wasm32", "--python-version", "3.14", "--implementation", "cp")


class Unavailable(Exception):
    """What cannot be had here: there is no npm, or it or pip gives nothing."""


def gather(target: Path = GATHERED) -> Path:
    """Gather everything into a folder; what is there already, in the version asked for, is not fetched again."""
    target.mkdir(parents=True, exist_ok=True)
    _runtime(target)
    _wheels(target)
    own = _own(target)
    held = sorted(path for folder in ("runtime", "wheels") for path in (target / folder).iterdir())
    # Servers pack what they send; a wheel is packed already.
    size = sum(len(gzip.compress(path.read_bytes(), 6)) for path in held)
    wheels = [path.name for path in held if path.suffix == ".whl" and path != own]
    manifest = {"wheels": [*wheels, own.name], "megabytes": round(size / 1e6)}
    (target / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
    return target


def _runtime(target: Path) -> None:
    folder = target / "runtime"
    stamp = folder / "pyodide-lock.json"
    if stamp.exists() and (target / "version").exists() and (target / "version").read_text() == PYODIDE:
        return
    packed = _run(["npm", "pack", "--json", "--pack-destination", str(target), f"pyodide@{PYODIDE}"])
    listed: Any = json.loads(packed)
    archive = target / listed[0]["filename"]
    digest = "sha512-" + base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
    if digest != INTEGRITY:
        raise Unavailable(f"npm gives another pyodide {PYODIDE} than the one that was tried")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    with tarfile.open(archive) as files:
        for name in RUNTIME:
            member = files.extractfile(f"package/{name}")
            if member is None:
                raise Unavailable(f"pyodide has no {name}")
            (folder / name).write_bytes(member.read())
    archive.unlink()
    (target / "version").write_text(PYODIDE)


def _wheels(target: Path) -> None:
    folder, wanted = target / "wheels", target / "wheels.txt"
    if wanted.exists() and wanted.read_bytes() == WHEELS.read_bytes():
        return
    shutil.rmtree(folder, ignore_errors=True)
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", "download", "--no-deps"]
    _run([*pip, "--only-binary", ":all:", *PLATFORM, "--require-hashes", "-r", str(WHEELS), "-d", str(folder)])
    shutil.copy(WHEELS, wanted)


def _own(target: Path) -> Path:
    folder = target / "wheels"
    for old in folder.glob("egovkit-*.whl"):
        old.unlink()
    # The same sources give the same wheel, which a browser then has already.
    environment = {"SOURCE_DATE_EPOCH": "1767225600"}
    _run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)], **environment)
    (wheel,) = folder.glob("egovkit-*.whl")
    return wheel


def _run(command: list[str], **environment: str) -> str:
    if shutil.which(command[0]) is None:
        raise Unavailable(f"{command[0]} is not installed")
    kept = {**os.environ, **environment}
    done = subprocess.run(command, cwd=ROOT, env=kept, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Unavailable(f"{' '.join(command[:3])}: {done.stderr.strip()[-400:]}")
    return done.stdout
