"""Keep the gold scores and the benchmarks of this version for the docs: `make measure`; of the register alone with the
argument `register`."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks import design
from benchmarks.__main__ import machine
from egovkit import __version__
from scripts import coverage

ROOT = Path(__file__).resolve().parents[1]
MEASURED = ROOT / "docs" / "measured"
SCORE = ROOT.parent / "shared" / "gold" / "score.py"
PARTS = ("dev", "dev2")
KINDS = ("passages.jsonl", "documents.jsonl")


def main() -> int:
    MEASURED.mkdir(exist_ok=True)
    if not SCORE.is_file():
        print("the shared folder is not beside this checkout: nothing is measured", file=sys.stderr)
        return 1
    if sys.argv[1:] == ["register"]:
        _keep("register", {"machine": machine(), **coverage.measure()})
        return 0
    _keep("gold", _gold())
    _keep("design", {"machine": machine(), "tables": design.measure()})
    _keep("register", {"machine": machine(), **coverage.measure()})
    command = [sys.executable, "-m", "benchmarks", "--json", str(MEASURED / "benchmarks.json"), *sys.argv[1:]]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


def _gold() -> dict[str, Any]:
    """The scores of each part of the gold, and of each source over both."""
    made = {"version": __version__, "date": date.today().isoformat()}
    parts = {name: _scored(SCORE.parent / name) for name in PARTS}
    rows: dict[str, dict[str, list[str]]] = {}
    for name in PARTS:
        for kind in KINDS:
            for line in (SCORE.parent / name / kind).read_text(encoding="utf-8").splitlines():
                rows.setdefault(_source(json.loads(line)["source"]), {}).setdefault(kind, []).append(line)
    return {**made, "parts": parts, "sources": {name: _scored_alone(rows[name]) for name in sorted(rows)}}


def _source(name: str) -> str:
    """A repository by its name; what was read in a browser is one source."""
    return "pages" if name.startswith("page ") else name.partition("#")[0]


def _scored_alone(rows: dict[str, list[str]]) -> dict[str, Any]:
    with TemporaryDirectory() as folder:
        for kind in KINDS:
            (Path(folder) / kind).write_text("\n".join(rows.get(kind, [])), encoding="utf-8")
        return _scored(Path(folder))


def _scored(folder: Path) -> dict[str, Any]:
    command = [sys.executable, str(SCORE), str(folder), "--json"]
    scored = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    figures: dict[str, Any] = json.loads(scored.stdout)
    return figures


def _keep(name: str, content: dict[str, Any]) -> None:
    text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    (MEASURED / f"{name}.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
