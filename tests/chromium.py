"""What the tests of the page look through: the Chromium of the system, and the rules of accessibility."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest

__all__ = ["DESK", "PHONE", "axe", "browser", "serious"]

PHONE: Final = {"width": 390, "height": 844}
DESK: Final = {"width": 1280, "height": 900}


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.skip("chromium is not installed (Debian: apt-get install chromium)")
    with playwright.sync_playwright() as driver:
        launched = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def axe(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The script of axe-core, which judges a page by the rules of accessibility, from npm."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("npm is not installed")
    folder = tmp_path_factory.mktemp("axe")
    command = [
        npm,
        "install",
        "--prefix",
        str(folder),
        "--no-audit",
        "--no-fund",
        "--ignore-scripts",
        "axe-core@4.14.1",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip("npm has no axe-core here")
    return folder / "node_modules" / "axe-core" / "axe.min.js"


def serious(page: Any, axe: Path) -> list[tuple[str, str]]:
    """Return the serious violations of a page, which was opened with its policy set aside: the tool is put into it."""
    page.add_script_tag(path=axe)
    found = page.evaluate("axe.run()")
    return [(v["id"], v["nodes"][0]["html"]) for v in found["violations"] if v["impact"] in {"serious", "critical"}]
