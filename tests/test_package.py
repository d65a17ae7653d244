"""The wheel and the sdist: built twice alike, holding what they must, working in an empty environment."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

pytestmark = [pytest.mark.package, pytest.mark.xdist_group("package")]

ROOT = Path(__file__).resolve().parents[1]
CORE = {"pydantic>=2.11", "python-dateutil>=2.8.2", "regex>=2023.8.8; sys_platform != 'emscripten'"}
ENVIRONMENT = {**os.environ, "SOURCE_DATE_EPOCH": "1767225600"}


def build(target: Path) -> dict[str, Path]:
    command = [sys.executable, "-m", "hatchling", "build", "--directory", str(target)]
    subprocess.run(command, cwd=ROOT, env=ENVIRONMENT, capture_output=True, check=True)
    return {path.suffix: path for path in target.iterdir()}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return build(tmp_path_factory.mktemp("dist"))


def test_builds_are_alike(built: dict[str, Path], tmp_path: Path) -> None:
    again = build(tmp_path)
    for suffix, path in built.items():
        assert digest(path) == digest(again[suffix]), path.name


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_the_wheel_holds_the_package_and_nothing_else(built: dict[str, Path]) -> None:
    names = set(zipfile.ZipFile(built[".whl"]).namelist())
    assert {"egovkit/py.typed", "egovkit/cli/example.txt"} <= names
    data = {path.relative_to(ROOT).as_posix() for path in (ROOT / "egovkit" / "data").iterdir() if path.is_file()}
    assert data <= names
    assert {name.split("/")[0].rsplit("-")[0] for name in names} == {"egovkit"}


def test_the_sdist_holds_what_proves_it(built: dict[str, Path], tmp_path: Path) -> None:
    with tarfile.open(built[".gz"]) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
        archive.extractall(tmp_path, filter="data")
    assert {
        "pyproject.toml",
        "README.md",
        "LICENSE",
        "NOTICE",
        "Makefile",
        "egovkit/py.typed",
        "tests/conftest.py",
    } <= names
    assert {"tests/public.json", "benchmarks/__main__.py", "scripts/sbom.py", "mkdocs.yml"} <= names
    assert not any(".hypothesis" in name or "__pycache__" in name for name in names)
    (unpacked,) = tmp_path.iterdir()
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/text", "tests/test_errors.py"]
    environment = {**ENVIRONMENT, "PYTHONPATH": str(unpacked)}
    done = subprocess.run(command, cwd=unpacked, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_wheel_holds_its_notices(built: dict[str, Path]) -> None:
    archive = zipfile.ZipFile(built[".whl"])
    (notice,) = (name for name in archive.namelist() if name.endswith("licenses/NOTICE"))
    assert "UNICODE LICENSE V3" in archive.read(notice).decode()


def test_the_metadata_is_complete(built: dict[str, Path]) -> None:
    archive = zipfile.ZipFile(built[".whl"])
    (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
    metadata = archive.read(name).decode()
    for field in (
        "Summary: ",
        "License-Expression: MIT AND Unicode-3.0\n",
        "Requires-Python: >=3.11",
        "Keywords: ",
        "Classifier: ",
    ):
        assert f"\n{field}" in metadata
    required = {line.partition(": ")[2] for line in metadata.splitlines() if line.startswith("Requires-Dist: ")}
    assert {each for each in required if "extra ==" not in each} == CORE


def test_the_wheel_works_in_an_empty_environment(built: dict[str, Path], tmp_path: Path) -> None:
    venv.create(tmp_path / "env", with_pip=True)
    python = tmp_path / "env" / "bin" / "python"
    install: list[str | Path] = [
        python,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        built[".whl"],
    ]
    subprocess.run(install, check=True, capture_output=True)
    program = "import egovkit; print(egovkit.organs.of(egovkit.find_numbers('国办发[2014]66号')[0].value)[0])"
    run = subprocess.run([python, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert run.stdout == "国务院办公厅\n"
