"""What ends one file of many ends no other: an exception, a full memory, a process that dies."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

import pytest

from egovkit.checks.checking import check as check_text
from egovkit.cli import check as command
from egovkit.cli.batches import Work
from egovkit.interchange.source_text import Source
from egovkit.messages import Words

from .conftest import Egovkit

_FAULTS = [KeyError("x"), MemoryError(), RecursionError(), AssertionError(), OSError(5, "Input/output error")]


def _do(name: str, *, log: str) -> str:
    if name.startswith("die"):
        os._exit(1)
    if name.startswith("raise"):
        raise KeyError(name)
    with Path(log).open("a", encoding="ascii") as file:
        file.write(f"{name}\n")
    return f"did {name}"


def _failed(name: str, trouble: Words) -> str:
    return f"no {name}: {trouble}"


@pytest.mark.parametrize("bad", [(), ("raise 4", "die 5")])
def test_a_dead_process_is_the_trouble_of_one_file(tmp_path: Path, bad: tuple[str, ...]) -> None:
    names = [str(n) for n in range(10)]
    for name in bad:
        names[int(name.split()[1])] = name
    work = Work(partial(_do, log=str(tmp_path / "log")), _failed)
    found = list(work.shared(names, 2))
    assert [one.split(":")[0] for one in found] == [f"no {name}" if name in bad else f"did {name}" for name in names]
    done = (tmp_path / "log").read_text(encoding="ascii").split("\n")
    assert {name for name in done if name} == set(names) - set(bad)


@pytest.mark.parametrize("fault", _FAULTS, ids=lambda fault: type(fault).__name__)
@pytest.mark.parametrize("faulty", [False, True])
def test_any_exception_is_the_trouble_of_one_file(
    egovkit_command: Egovkit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: Exception, *, faulty: bool
) -> None:
    def fail_on_bad(text: Source, **options: object) -> object:
        if "坏" in text.text:
            raise fault
        return check_text(text, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(command, "check_text", fail_on_bad)
    files = [tmp_path / name for name in ("bad.txt", "a.txt")]
    files[0].write_text("坏", encoding="utf-8")
    files[1].write_text("见国办发[2014]66号。" if faulty else "请认真执行。", encoding="utf-8")
    outcome = egovkit_command("check", *map(str, files), "--select", "GW201", "--format", "json")
    # Trouble outweighs findings, and what the others have is printed.
    assert outcome.code == 2
    assert outcome.err.count("\n") == 1
    assert [(one["file"], bool(one["findings"])) for one in outcome.json] == [(str(files[1]), faulty)]


def _drafts(folder: Path) -> None:
    docx = pytest.importorskip("docx", reason="python-docx, which makes the drafts, is not installed")
    for name in ("a", "c"):
        draft = docx.Document()
        draft.add_paragraph("云川市人民政府关于防汛的通知")
        draft.save(str(folder / f"{name}.docx"))


@pytest.mark.parametrize(
    "command",
    [
        "read",
        "cite",
        "cite --to csv",
        "cite-as",
        "corpus",
        "verify",
        "check --select GW201",
        "check --select GW201 --fix --in-place",
        "convert --format md",
        "format",
    ],
)
def test_one_bad_file_of_many_ends_with_2_whatever_the_command(
    egovkit_command: Egovkit, tmp_path: Path, command: str
) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    ending = "docx" if command == "format" else "txt"
    if command == "format":
        _drafts(folder)
    else:
        for name in ("a", "c"):
            (folder / f"{name}.txt").write_text("关于防汛的通知\n根据《甲办法》制定。\n", encoding="utf-8")
    given = [*command.split(), str(folder)]
    if command in {"corpus", "convert --format md", "format"}:
        given += ["-o", str(out)]
    if command == "corpus":
        pytest.importorskip("pyarrow")
        given += ["--jobs", "1"]
    assert egovkit_command(*given).code == 0
    (folder / f"b.{ending}").write_bytes(b"")
    outcome = egovkit_command(*given)
    assert outcome.code == 2
    assert len([line for line in outcome.err.splitlines() if f"b.{ending}" in line]) == 1
    # The others are done all the same.
    assert outcome.out or outcome.err.count("\n") > 1 or len(list(out.iterdir())) == 2
