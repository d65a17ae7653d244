"""The bill of materials names what is needed, and no more."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from egovkit import __version__
from scripts.sbom import bill_of


def test_the_bill_names_files_packages_and_what_each_needs(tmp_path: Path) -> None:
    file = tmp_path / "egovkit.whl"
    file.write_bytes(b"wheel")
    bill = bill_of([file])
    assert bill["metadata"]["component"]["licenses"] == [{"expression": "MIT AND Unicode-3.0"}]
    first, *packages = bill["components"]
    assert first["hashes"] == [{"alg": "SHA-256", "content": sha256(b"wheel").hexdigest()}]
    names = [one["name"] for one in packages]
    assert names == sorted(names)
    assert {
        "pydantic",
        "pydantic-core",
        "regex",
        "python-dateutil",
        "lxml",
        "pypdfium2",
    } <= set(names)
    # Neither what tests need nor what builds the docs.
    assert not {"pytest", "mkdocs", "reportlab", "egovkit"} & set(names)
    assert all(one["licenses"][0]["license"]["name"] for one in packages)
    needs = {one["ref"]: one["dependsOn"] for one in bill["dependencies"]}
    assert any(
        on.startswith("pkg:pypi/pydantic-core@") for ref, on_ in needs.items() for on in on_ if "/pydantic@" in ref
    )
    assert {reference for on in needs.values() for reference in on} <= set(needs)
    assert f"pkg:pypi/egovkit@{__version__}" in needs


def test_a_bill_is_the_same_again() -> None:
    assert bill_of([]) == bill_of([])
