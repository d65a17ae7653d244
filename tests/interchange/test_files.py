"""Which files are named: themselves, those of a folder, those of a pattern."""

from __future__ import annotations

from pathlib import Path

import pytest

from egovkit.errors import ReadError
from egovkit.interchange.files import named_files, names_many


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.TXT", "a.docx", "x.png", ".hidden.txt", "~$a.docx", "in/c.pdf", "in/er/d.md", ".git/e.txt", "in/f"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    (tmp_path / "none").mkdir()
    return tmp_path


def named(folder: Path, *names: str) -> list[str]:
    return [Path(each).relative_to(folder).as_posix() for each in named_files([str(folder / name) for name in names])]


def test_a_folder_stands_for_what_can_be_read_in_it(folder: Path) -> None:
    assert named(folder, "") == ["a.docx", "b.TXT", "in/c.pdf", "in/er/d.md"]
    assert named(folder, "in") == ["in/c.pdf", "in/er/d.md"]


def test_a_pattern_that_the_shell_left(folder: Path) -> None:
    assert named(folder, "*.docx") == ["a.docx"]
    assert named(folder, "**/*.md") == ["in/er/d.md"]
    assert named(folder, "i?") == ["in/c.pdf", "in/er/d.md"]


def test_each_once_and_in_the_order_given(folder: Path) -> None:
    assert named(folder, "in/c.pdf", "x.png", "", "in/c.pdf") == ["in/c.pdf", "x.png", "a.docx", "b.TXT", "in/er/d.md"]


def test_a_file_with_the_name_of_a_pattern_is_that_file(folder: Path) -> None:
    (folder / "[a].txt").write_bytes(b"x")
    assert named(folder, "[a].txt") == ["[a].txt"]
    assert not names_many([str(folder / "[a].txt")])


def test_what_is_neither_stays_as_it_is() -> None:
    assert named_files(["no/such/file.txt", "-"]) == ["no/such/file.txt", "-"]


@pytest.mark.parametrize("name", ["none", "*.ofd"])
def test_nothing_to_read_is_said(folder: Path, name: str) -> None:
    with pytest.raises(ReadError, match=r"read\.nothing"):
        named(folder, name)


def test_a_folder_may_be_many_whatever_is_in_it(folder: Path) -> None:
    assert names_many([str(folder / "none")])
    assert names_many([str(folder / "*.docx")])
    assert names_many(["a", "b"])
    assert not names_many([str(folder / "a.docx")])
    assert not names_many([])


def test_a_link_to_a_folder_is_not_followed(folder: Path) -> None:
    (folder / "in" / "loop").symlink_to(folder, target_is_directory=True)
    assert named(folder, "in") == ["in/c.pdf", "in/er/d.md"]
