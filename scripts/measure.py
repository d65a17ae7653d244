"""Keep the gold scores and the benchmarks of this version for the docs: `make measure`."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks import design
from benchmarks.__main__ import machine
from egovkit import __version__
from scripts import coverage

ROOT = Path(__file__).resolve().parents[1]
MEASURED = ROOT / "docs" / "measured"
SCORE = ROOT.parent / "shared" / "gold" / "score.py"


def main() -> int:
    MEASURED.mkdir(exist_ok=True)
    if not SCORE.is_file():
        print("the shared folder is not beside this checkout: nothing is measured", file=sys.stderr)
        return 1
    scored = subprocess.run(
        [sys.executable, str(SCORE), "--json"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    gold = {"version": __version__, "date": date.today().isoformat(), "figures": json.loads(scored.stdout)}
    _keep("gold", gold)
    _keep("design", {"machine": machine(), "tables": design.measure()})
    _keep("register", {"machine": machine(), **coverage.measure()})
    command = [sys.executable, "-m", "benchmarks", "--json", str(MEASURED / "benchmarks.json"), *sys.argv[1:]]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


def _keep(name: str, content: dict[str, Any]) -> None:
    text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    (MEASURED / f"{name}.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
