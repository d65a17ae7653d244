"""A file is replaced whole, or it stays as it was."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from egovkit.cli.writing import write_file

# Nothing larger than this many bytes can be written, as on a disk that is full there.
_LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size}))
sys.argv = ["egovkit", *{arguments!r}]
from egovkit.__main__ import main
main()
"""
_LONG = "各区人民政府：\n" + "按照国办发[2014]66号执行,抓紧落实。\n" * 200


def _run(size: int, *arguments: str) -> subprocess.CompletedProcess[str]:
    program = _LIMITED.format(size=size, arguments=list(arguments))
    environment = {**os.environ, "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, env=environment, check=False)


@pytest.mark.skipif(sys.platform == "win32", reason="it has no such limit")
@pytest.mark.parametrize("size", [0, 1, 1000])
def test_a_fix_that_cannot_be_written_leaves_the_file(tmp_path: Path, size: int) -> None:
    path = tmp_path / "a.txt"
    path.write_text(_LONG, encoding="utf-8")
    done = _run(size, "check", str(path), "--fix")
    assert done.returncode == 2
    assert "a.txt" in done.stderr
    assert path.read_text(encoding="utf-8") == _LONG
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="it has no such limit")
def test_a_conversion_that_cannot_be_written_leaves_the_file(tmp_path: Path) -> None:
    path, out = tmp_path / "a.txt", tmp_path / "a.md"
    path.write_text(_LONG, encoding="utf-8")
    out.write_text("先前的结果", encoding="utf-8")
    done = _run(1000, "convert", str(path), "--to", "md", "--out", str(out))
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert out.read_text(encoding="utf-8") == "先前的结果"
    assert sorted(tmp_path.iterdir()) == [out, path]


@pytest.mark.parametrize("keep", [True, False])
def test_mode_stays_and_times_where_they_are_kept(tmp_path: Path, *, keep: bool) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    path.chmod(0o640)
    os.utime(path, ns=(10**18, 10**18))
    write_file(path, b"new", keep_times=keep)
    found = path.stat()
    assert path.read_bytes() == b"new"
    assert found.st_mode & 0o777 == 0o640
    assert (found.st_mtime_ns == 10**18) is keep


def test_a_new_file_has_the_rights_that_the_user_gives(tmp_path: Path) -> None:
    write_file(tmp_path / "a", b"new")
    (tmp_path / "b").write_bytes(b"new")
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "b").stat().st_mode


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    path, link = tmp_path / "a.txt", tmp_path / "folder" / "link"
    link.parent.mkdir()
    path.write_bytes(b"old")
    link.symlink_to("../a.txt")
    write_file(link, b"new")
    assert link.is_symlink()
    assert path.read_bytes() == b"new"
    assert list(link.parent.iterdir()) == [link]


def test_what_is_no_file_is_written_to(tmp_path: Path) -> None:
    write_file(Path(os.devnull), b"new")
    with pytest.raises(OSError, match="none"):
        write_file(tmp_path / "none" / "a.txt", b"new")


def test_a_protected_file_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    # Root may write everything, whatever the mode says.
    monkeypatch.setattr(os, "access", lambda _path, mode: mode != os.W_OK)
    with pytest.raises(PermissionError):
        write_file(path, b"new")
    assert path.read_bytes() == b"old"
