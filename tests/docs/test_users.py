"""The scripts of the pages for each kind of user run as they are, and print what their pages say."""

from __future__ import annotations

import doctest
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
USERS = ROOT / "docs" / "users"
SAMPLE = str(USERS / "sample")
ASKED = {
    "database": (SAMPLE, "policies.sqlite"),
    "study": (SAMPLE, "国办发〔2019〕93号", "out"),
    "retrieval": (SAMPLE, "什么时候能在线查询档案"),
    "office": ("draft.docx", "mended.docx"),
    "library": (SAMPLE, "records"),
}
MADE = {
    "database": {"policies.sqlite"},
    "study": {"out/diffusion.csv", "out/diffusion.svg", "out/network.gexf"},
    "retrieval": {"chunks.jsonl"},
    "office": {"mended.docx"},
    "library": {"records/records.bib", "records/records.json", "records/records.ris", "records/国办发〔2019〕93号.xml"},
}


def ran(name: str, folder: Path, *arguments: str) -> str:
    command = [sys.executable, "-W", "error::DeprecationWarning:__main__", str(USERS / "scripts" / f"{name}.py")]
    given = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [*command, *arguments], cwd=folder, env=given, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("name", ASKED)
def test_the_script_prints_what_both_pages_say(name: str, tmp_path: Path) -> None:
    if name == "office":
        pytest.importorskip("docx", reason="python-docx, which makes the draft, is not installed")
        pytest.importorskip("lxml", reason="lxml, which reads it, is not installed")
        ran("draft", tmp_path, "draft.docx")
    printed = ran(name, tmp_path, *ASKED[name])
    for folder in (USERS, ROOT / "docs" / "zh" / "users"):
        page = (folder / f"{name}.md").read_text(encoding="utf-8")
        script, said = re.findall(
            r"``` { \.python title=\"(\w+)\.py\" }\n.*?```\n.*?```text\n(.*?)```\n", page, re.DOTALL
        )[0]
        assert script == name
        told = " ".join(ASKED[name]).replace(SAMPLE, "docs/users/sample")
        assert f"\npython docs/users/scripts/{name}.py {told}\n" in page
        assert doctest.OutputChecker().check_output(said, printed, doctest.ELLIPSIS), printed
    made = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")}
    assert made >= MADE[name]


def test_what_is_installed_is_the_checkout_one_is_in() -> None:
    pages = [ROOT / "README.md", ROOT / "README.zh-CN.md", *(ROOT / "docs").rglob("*.md")]
    # A path to a folder called egovkit is, in the checkout, that of the modules, which pip cannot install.
    assert [page for page in pages if "./egovkit" in page.read_text(encoding="utf-8")] == []
    named = {
        extra for page in pages for extra in re.findall(r'install "?\.\[([\w,]+)\]', page.read_text(encoding="utf-8"))
    }
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert {each for extras in named for each in extras.split(",")} <= set(project["optional-dependencies"])
    assert len(named) > 4


@pytest.mark.parametrize("name", ["database", "retrieval", "library"])
def test_a_file_that_cannot_be_read_is_named_and_the_others_are_done(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    shutil.copytree(SAMPLE, folder)
    (folder / "empty.txt").write_bytes(b"")
    for which in "甲", "乙":
        text = (
            f"云川市{which}类档案管理条例\n第一条　为了管理档案，制定本条例。\n第二条　本条例自2020年1月1日起施行。\n"
        )
        (folder / f"{which}.txt").write_text(text, encoding="utf-8")
    printed = ran(name, tmp_path, str(folder), *ASKED[name][1:])
    if name == "database":
        assert re.search(r"not read: \S*empty\.txt read\.empty", printed)
    if name == "library":
        # What has no number goes by its title: none is written over another.
        assert len(list((tmp_path / "records").glob("*.xml"))) == 6
