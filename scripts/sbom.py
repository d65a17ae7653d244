"""Build the wheel and the sdist into dist/, with their hashes and a bill of materials: `make sbom`.

The bill is CycloneDX 1.6: the two files with their SHA-256, and every package that egovkit with all its extras needs in
this environment, with version and licence. The same commit gives the same files and the same bill.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from hashlib import sha256
from importlib.metadata import Distribution, distribution
from pathlib import Path
from typing import Any, Final

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from egovkit import __version__

ROOT: Final = Path(__file__).resolve().parents[1]
DIST: Final = ROOT / "dist"
EXTRAS: Final = frozenset(["all"])


def main() -> int:
    DIST.mkdir(exist_ok=True)
    for old in DIST.glob(f"egovkit-{__version__}*"):
        old.unlink()
    # Whatever the clock says, the files are those of the commit.
    environment = {**os.environ, "SOURCE_DATE_EPOCH": os.environ.get("SOURCE_DATE_EPOCH", _committed())}
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--directory", str(DIST)], cwd=ROOT, env=environment, check=True
    )
    files = sorted(DIST.glob(f"egovkit-{__version__}*"))
    (DIST / "SHA256SUMS").write_text("".join(f"{_digest(path)}  {path.name}\n" for path in files), encoding="ascii")
    bill = DIST / f"egovkit-{__version__}.cdx.json"
    bill.write_text(json.dumps(bill_of(files), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    print(*(path.name for path in (*files, DIST / "SHA256SUMS", bill)), sep="\n")
    return 0


def bill_of(files: Iterable[Path]) -> dict[str, Any]:
    """Return the bill of materials, in an order of its own."""
    needed: dict[str, set[str]] = {}
    _need("egovkit", EXTRAS, needed)
    found = {name: distribution(name) for name in sorted(needed) if name != "egovkit"}
    own = {"type": "library", "bom-ref": _purl("egovkit", __version__), "name": "egovkit", "version": __version__}
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {**own, "purl": own["bom-ref"], "licenses": [{"expression": _own_licence()}]}},
        "components": [
            *({"type": "file", "name": path.name, "hashes": [_hashed(path)]} for path in files),
            *(_component(name, one) for name, one in found.items()),
        ],
        "dependencies": [
            {"ref": _reference(name), "dependsOn": sorted(map(_reference, on))} for name, on in sorted(needed.items())
        ],
    }


def _own_licence() -> str:
    """Return the licence that the metadata of the package gives, an SPDX expression."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return str(project["license"])


def _need(name: str, extras: Iterable[str], needed: dict[str, set[str]]) -> None:
    """Gather what a package needs here, and what that needs."""
    seen = set[tuple[str, str]]()
    waiting = [(name, extra) for extra in ("", *extras)]
    while waiting:
        at, extra = waiting.pop()
        if (at, extra) in seen:
            continue
        seen.add((at, extra))
        on = needed.setdefault(at, set())
        for requirement in _requirements(distribution(at), extra):
            other = str(canonicalize_name(requirement.name))
            if other != at:
                on.add(other)
            waiting += [(other, more) for more in ("", *requirement.extras)]


def _requirements(one: Distribution, extra: str) -> Iterator[Requirement]:
    for line in one.requires or ():
        requirement = Requirement(line)
        marker = requirement.marker
        if (marker is None and not extra) or (
            marker is not None and marker.evaluate({"extra": extra}) and (not extra or "extra" in str(marker))
        ):
            yield requirement


def _component(name: str, one: Distribution) -> dict[str, Any]:
    purl = _purl(name, one.version)
    return {
        "type": "library",
        "bom-ref": purl,
        "name": name,
        "version": one.version,
        "purl": purl,
        "licenses": [{"license": {"name": _licence(one)}}],
    }


def _licence(one: Distribution) -> str:
    # Another reader of metadata that is loaded raises for what a package leaves unsaid.
    said = one.metadata.get_all("License-Expression")
    if said:
        return str(said[0])
    classified = [
        line.rpartition(" :: ")[2] for line in one.metadata.get_all("Classifier") or () if line.startswith("License")
    ]
    return ", ".join(classified) or [*(one.metadata.get_all("License") or ()), "not stated"][0].splitlines()[0]


def _reference(name: str) -> str:
    return _purl(name, __version__ if name == "egovkit" else distribution(name).version)


def _purl(name: str, version: str) -> str:
    return f"pkg:pypi/{name}@{version}"


def _hashed(path: Path) -> dict[str, str]:
    return {"alg": "SHA-256", "content": _digest(path)}


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def _committed() -> str:
    said = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=False)
    # A tree that is no checkout has the time that zip begins with.
    return said.stdout.strip() or "315532800"


if __name__ == "__main__":
    sys.exit(main())
