"""Run the fast tests on every Python this machine has, and once with the lowest dependencies promised."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ENVIRONMENTS = ROOT / ".matrix"
VERSIONS = ("3.11", "3.12", "3.13", "3.14")
TESTS = ["-m", "pytest", "-q", "-n", "2", "--dist", "loadgroup", "-m", "not (corpus or site or browser or package)"]
# The command line and the docs have tools of their own, which want younger dependencies than the library does.
LIBRARY = ["tests", "--ignore=tests/cli", "--ignore=tests/docs"]
LIBRARY_EXTRAS = ".[docx,html,hypothesis,pdf,text]"
LIBRARY_TOOLS = ["markdown-it-py", "pypdf", "pytest", "pytest-xdist", "reportlab"]


def run(*command: str | Path) -> bool:
    print("$", *command, flush=True)
    return subprocess.run([str(part) for part in command], cwd=ROOT, check=False).returncode == 0


def environment(name: str, python: str) -> Path | None:
    folder = ENVIRONMENTS / name
    if not (folder / "bin" / "python").exists() and not run(python, "-m", "venv", folder):
        return None
    return folder / "bin" / "python"


def interpreter(version: str) -> str | None:
    """A Python of this version that runs; pyenv puts a shim on the path even where it does not."""
    shims = [shutil.which(f"python{version}"), *map(str, Path.home().glob(f".pyenv/versions/{version}.*/bin/python"))]
    for python in filter(None, shims):
        if subprocess.run([python, "-c", ""], capture_output=True, check=False).returncode == 0:
            return python
    return None


def promised() -> list[str]:
    """The lowest version of each core dependency that pyproject promises."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [requirement.replace(">=", "==") for requirement in project["dependencies"]]


def tested(name: str, python: str | None, requirements: list[str], tests: list[str]) -> str:
    if python is None:
        return "not on this machine"
    inside = environment(name, python)
    if inside is None or not run(inside, "-m", "pip", "install", "-q", *requirements):
        return "FAILED"
    return "passed" if run(inside, *TESTS, *tests) else "FAILED"


def main() -> int:
    results = {version: tested(version, interpreter(version), ["-e", ".[dev,docs]"], ["tests"]) for version in VERSIONS}
    pins = promised()
    lowest = ["-e", LIBRARY_EXTRAS, *LIBRARY_TOOLS, *pins]
    results[" ".join(pins)] = tested("lowest", sys.executable, lowest, LIBRARY)
    for name, result in results.items():
        print(f"{name:<60} {result}")
    return int("FAILED" in results.values())


if __name__ == "__main__":
    sys.exit(main())
