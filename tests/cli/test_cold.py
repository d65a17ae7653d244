"""What a command costs before it begins: counted in the modules that it loads, not by a clock."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

_NUMBER = "国办发[2014]66号"


def loaded(*arguments: str) -> set[str]:
    """The modules that are loaded when a command has ended."""
    program = (
        "import atexit, sys; atexit.register(lambda: print(*sys.modules, file=sys.stderr));"
        f"sys.argv = {['egovkit', *arguments]!r}; from egovkit.__main__ import main; main()"
    )
    environment = {**os.environ, "EGOVKIT_LANG": "en"}
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, env=environment)
    return set(done.stderr.split())


def rooms(modules: set[str]) -> set[str]:
    return {name.split(".")[1] for name in modules if name.startswith("egovkit.")}


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_the_version_loads_nothing(option: str) -> None:
    assert {name for name in loaded(option) if name.startswith("egovkit")} == {"egovkit", "egovkit.__main__"}


@pytest.mark.parametrize(
    "arguments", [("--help",), ("-h",), ("check", "--help"), ("read", "-h"), ("completion", "--help")]
)
def test_help_loads_neither_models_nor_tables(arguments: tuple[str, ...]) -> None:
    modules = loaded(*arguments)
    assert rooms(modules) == {"__main__", "cli", "errors", "messages", "text"}
    assert {name for name in modules if name.startswith("egovkit.text.")} == {"egovkit.text.patterns"}
    assert not modules & {"pydantic", "regex", "csv", "json", "tomllib", "dataclasses", "multiprocessing"}


def test_a_number_loads_what_it_asks() -> None:
    modules = loaded("number", _NUMBER)
    assert not rooms(modules) & {"checks", "documents", "interchange", "strategies", "verification", "corpus", "web"}
    assert not modules & {"rich", "typer", "click", "lxml", "concurrent.futures", "multiprocessing"}
    assert not modules & {f"egovkit.cli.{other}" for other in _OTHERS}


_OTHERS = {"read", "check", "cite", "verify", "convert", "framework", "policies", "register", "law", "rules", "tables"}


def test_a_page_that_is_read_is_not_checked() -> None:
    modules = loaded("read", "--example")
    assert not rooms(modules) & {"checks", "verification", "strategies", "web"}
    assert not modules & {"rich", "typer", "click", "lxml", "concurrent.futures", "multiprocessing"}


def test_no_command_needs_what_is_no_dependency() -> None:
    for arguments in (("policies",), ("law", "档案法"), ("rules", "GW201"), ("framework", "三网一库"), ("check", "-h")):
        assert not loaded(*arguments) & {"rich", "typer", "click"}
