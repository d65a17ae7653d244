"""The page in a browser alone, as files."""

from __future__ import annotations

import re
from pathlib import Path

from egovkit.web.pages import PAGE
from scripts.playground.assembling import assemble
from scripts.playground.gathering import WHEELS


def test_the_page_is_that_of_the_service_but_for_whom_it_asks(tmp_path: Path) -> None:
    assemble(tmp_path, tmp_path / "nothing")
    assert {path.name for path in tmp_path.iterdir()} == {*PAGE, "engine.js", "worker.js"}
    index = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert index.count("Content-Security-Policy") == 1
    assert "frame-ancestors" not in index, "a file cannot say it, and a browser complains"
    for path in tmp_path.iterdir():
        assert "http" not in path.read_text(encoding="utf-8").replace("http-equiv", "").replace("https?:", "")
    served = {
        *re.findall(r"^export (?:async )?(?:function|const) (\w+)", (tmp_path / "server.js").read_text(), re.MULTILINE)
    }
    assert served == {"kind", "prepare", "stop", "ask"}


def test_what_was_gathered_goes_with_it(tmp_path: Path) -> None:
    gathered = tmp_path / "gathered"
    for name in ("runtime/pyodide.mjs", "wheels/a.whl", "manifest.json"):
        (gathered / name).parent.mkdir(parents=True, exist_ok=True)
        (gathered / name).write_text(name)
    assemble(tmp_path / "play", gathered)
    for name in ("runtime/pyodide.mjs", "wheels/a.whl", "manifest.json"):
        assert (tmp_path / "play" / name).read_text() == name


def test_every_wheel_is_pinned_with_its_hash() -> None:
    lines = [line for line in WHEELS.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    names = [line.partition("==")[0] for line in lines]
    assert names == sorted(names)
    assert all(re.fullmatch(r"[a-z0-9-]+==[0-9.]+ --hash=sha256:[0-9a-f]{64}", line) for line in lines)
