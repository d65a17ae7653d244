from __future__ import annotations

import ast
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import egovkit

STUB = Path(egovkit.__file__).with_suffix(".pyi").read_text(encoding="utf-8")
HEAVY = ("pydantic", "regex", "dateutil", "bs4", "lxml", "docx", "typer", "rich", "hypothesis")


def loaded_after(statement: str) -> set[str]:
    program = f"import sys\n{statement}\nprint(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(run.stdout.split())


def loaded_names(statement: str) -> set[str]:
    run = subprocess.run(
        [sys.executable, "-c", f"{statement}\nprint(*dir())"], capture_output=True, text=True, check=True
    )
    return set(run.stdout.split())


def tables_opened(statement: str) -> list[str]:
    """The files of data that a program opens, in order."""
    watch = "sys.addaudithook(lambda event, of: event == 'open' and opened.append(str(of[0])))"
    program = f"import sys\nopened = []\n{watch}\n{statement}\nprint(*opened, sep='\\n')"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return [path.name for path in map(Path, run.stdout.splitlines()) if path.suffix in {".csv", ".json", ".toml"}]


def static_imports() -> dict[str, str]:
    """The names that a type checker sees, with the modules they come from."""
    imports = [node for node in ast.parse(STUB).body if isinstance(node, ast.ImportFrom)]
    return {str(alias.asname): str(node.module) for node in imports for alias in node.names}


def test_bare_import_loads_nothing_else() -> None:
    assert loaded_after("import egovkit") - loaded_after("import __future__, importlib") == {"egovkit"}


@pytest.mark.parametrize("name", ["ParseError", "UnknownTerm", "ReadError", "EgovkitError"])
def test_errors_load_nothing_heavy(name: str) -> None:
    assert not loaded_after(f"from egovkit import {name}") & set(HEAVY)


def test_finding_numbers_loads_no_reader() -> None:
    loaded = loaded_after("import egovkit; egovkit.find_numbers('国办发〔2014〕66号')")
    assert not loaded & {"pydantic", "bs4", "lxml", "docx", "typer", "rich", "hypothesis"}


def test_the_value_of_a_number_is_made_when_it_is_asked_for() -> None:
    assert "pydantic" in loaded_after("import egovkit; egovkit.find_numbers('国办发〔2014〕66号')[0].value")


def test_the_names_are_those_of_the_stub() -> None:
    assert static_imports() == egovkit._HOMES
    assert egovkit.__all__ == sorted(static_imports())


def test_everything_is_imported_by_a_star() -> None:
    assert set(egovkit.__all__) <= loaded_names("from egovkit import *")


def test_no_name_is_written_twice() -> None:
    assert [name for name in egovkit.__all__ if f'"{name}"' in Path(egovkit.__file__).read_text(encoding="utf-8")] == []


@pytest.mark.parametrize("name", egovkit.__all__)
def test_every_name_is_what_its_home_holds(name: str) -> None:
    home = import_module(egovkit._HOMES[name])
    assert getattr(egovkit, name) is getattr(home, name)
    assert name in home.__all__


def test_dir_lists_every_name() -> None:
    assert set(egovkit.__all__) <= set(dir(egovkit))


def test_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'find_numerals'"):
        _ = egovkit.find_numerals  # type: ignore[attr-defined]
