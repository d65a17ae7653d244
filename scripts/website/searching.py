"""What the search of each language looks through: its own pages, those that answer most first."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any, Final

from mkdocs.config.defaults import MkDocsConfig

CHINESE: Final = "zh/"
# Pages that are in one language only; the other one's search has them too.
_SHARED: Final = ("reference/",)
_COMMANDS: Final = "reference/commands/"
# How much a page of each kind weighs: a reader looks for the way first, and for a single rule last.
_WEIGHTS: Final = {
    "": 1.0,
    "users/": 5.0,
    "guide/": 5.0,
    "playground/": 5.0,
    "commands/": 1.0,
    "reference/": 2.0,
    _COMMANDS: 1.0,
    "tables/rules/GW": 0.3,
}
# A public name leads to where it is told, before the guides that use it.
_OBJECT: Final = re.compile(r"^reference/.*#egovkit\.(?:strategies\.)?(\w+)$")
_FIELDS: Final = {"title": {"boost": 20.0}, "text": {"boost": 1.0}, "tags": {"boost": 60.0}}


def weight(location: str) -> float:
    """Return how much a page weighs in the search, by where it is below the folder of its language."""
    return _WEIGHTS[max((folder for folder in _WEIGHTS if location.startswith(folder)), key=len)]


def keywords(folder: str) -> dict[str, list[str]]:
    """Return what the pages of a language are also found by."""
    table = tomllib.loads(Path(__file__).with_name("keywords.toml").read_text(encoding="utf-8"))
    words: dict[str, list[str]] = table["zh" if folder else "en"]
    return words


def parted(index: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the index of each language, by its folder; where a page is, is said from that folder."""
    index = {**index, "config": {**index["config"], "fields": _FIELDS}}
    words = {folder: keywords(folder) for folder in ("", CHINESE)}
    made: dict[str, list[dict[str, Any]]] = {"": [], CHINESE: []}
    for entry in index["docs"]:
        location = entry["location"]
        own = location.removeprefix(CHINESE)
        chinese = own != location
        found = {**entry, "location": own, "boost": weight(own.partition("#")[0])}
        folder = CHINESE if chinese else ""
        if own in words[folder]:
            found["tags"] = words[folder][own]
        elif name := _OBJECT.search(own):
            found["tags"] = [name[1]]
        made[folder].append(found)
        if not chinese and location.startswith(_SHARED) and not location.startswith(_COMMANDS):
            made[CHINESE].append({**found, "location": f"../{location}"})
    return {folder: {**index, "docs": docs} for folder, docs in made.items()}


def on_post_build(config: MkDocsConfig) -> None:
    """Write the index of each language where its pages look for it."""
    site = Path(config.site_dir)
    whole = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    for folder, index in parted(whole).items():
        target = site / folder / "search"
        target.mkdir(parents=True, exist_ok=True)
        text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
        (target / "search_index.json").write_text(text, encoding="utf-8")
