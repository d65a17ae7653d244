"""How an extra is had, by where the package is from."""

from __future__ import annotations

import importlib.metadata
import json
from typing import Any

import pytest

from egovkit.interchange.extras import how_to_install


class Installed:
    """What pip notes of a package that it installed."""

    def __init__(self, noted: str | None) -> None:
        self.noted = noted

    def read_text(self, name: str) -> str | None:
        assert name == "direct_url.json"
        return self.noted


@pytest.mark.parametrize(
    ("noted", "how"),
    [
        (None, "pip install 'egovkit[pdf]'"),
        ("no JSON", "pip install 'egovkit[pdf]'"),
        ({"url": "https://example.org/egovkit.whl", "archive_info": {}}, "pip install 'egovkit[pdf]'"),
        ({"url": "file:///srv/check%20out", "dir_info": {}}, "pip install '/srv/check out[pdf]'"),
        ({"url": "file:///srv/egovkit", "dir_info": {"editable": True}}, "pip install -e '/srv/egovkit[pdf]'"),
        ({"url": "file:///home/o%27neil/egovkit", "dir_info": {}}, """pip install '/home/o'"'"'neil/egovkit[pdf]'"""),
        ({"url": "file:///srv/e-0.1.0-py3-none-any.whl", "archive_info": {}},
         "pip install '/srv/e-0.1.0-py3-none-any.whl[pdf]'"),
    ],
    ids=["index", "damaged", "address", "folder", "quoted", "editable", "wheel"],
)  # fmt: skip
def test_an_extra_is_had_from_where_the_package_is_from(noted: Any, how: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    text = noted if isinstance(noted, str | None) else json.dumps(noted)
    monkeypatch.setattr(importlib.metadata, "distribution", lambda _: Installed(text))
    assert how_to_install("pdf") == how


def test_what_is_not_installed_is_had_from_an_index(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(name: str) -> None:
        raise importlib.metadata.PackageNotFoundError(name)

    monkeypatch.setattr(importlib.metadata, "distribution", none)
    assert how_to_install("pdf") == "pip install 'egovkit[pdf]'"
