"""What readers ask for leads to the page they mean: the search of the built site, asked as its pages ask it."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
from collections import Counter
from pathlib import Path
from urllib.parse import unquote

import pytest

from scripts.website.searching import CHINESE, keywords, parted, weight

HERE = Path(__file__).parent
QUERIES = list(csv.DictReader((HERE / "queries.csv").read_text(encoding="utf-8").splitlines()))
FOLDERS = {"en": "", "zh": CHINESE}


def asked(site: Path, language: str) -> dict[str, list[str]]:
    """The pages that each query of a language finds, best first."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed: the search runs in it as in a browser")
    queries = [row["query"] for row in QUERIES if row["language"] == language]
    command = [node, str(HERE / "search.js"), str(site), FOLDERS[language]]
    ran = subprocess.run(command, input="\n".join(queries), capture_output=True, encoding="utf-8", check=True)
    found = [json.loads(line) for line in ran.stdout.splitlines()]
    return {query: [unquote(page) for page in pages] for query, pages in zip(queries, found, strict=True)}


def test_there_are_queries_enough_of_each_language() -> None:
    assert min(Counter(row["language"] for row in QUERIES).values()) >= 20
    assert len({(row["language"], row["query"]) for row in QUERIES}) == len(QUERIES) >= 40


@pytest.mark.site
@pytest.mark.xdist_group("site")
@pytest.mark.parametrize("language", FOLDERS)
def test_a_query_finds_the_page_that_is_meant(language: str, site: Path) -> None:
    found = asked(site, language)
    wanted = [row for row in QUERIES if row["language"] == language]
    missed = {
        row["query"]: (row["page"], found[row["query"]][:3])
        for row in wanted
        if row["page"] not in found[row["query"]][:3]
    }
    assert missed == {}


@pytest.mark.site
@pytest.mark.xdist_group("site")
@pytest.mark.parametrize("language", FOLDERS)
def test_every_page_with_keywords_is_there(language: str, site: Path) -> None:
    pages = keywords(FOLDERS[language])
    assert [page for page in pages if not (site / FOLDERS[language] / page / "index.html").is_file()] == []


@pytest.mark.site
@pytest.mark.xdist_group("site")
@pytest.mark.parametrize("language", FOLDERS)
def test_what_is_found_is_there_and_of_the_language(language: str, site: Path) -> None:
    folder = site / FOLDERS[language]
    index = json.loads((folder / "search" / "search_index.json").read_text(encoding="utf-8"))
    pages = {unquote(entry["location"].partition("#")[0]) for entry in index["docs"]}
    assert [page for page in pages if not (folder / page / "index.html").is_file()] == []
    assert all(not page.startswith((CHINESE, "../")) or page.startswith("../reference/") for page in pages)


def test_each_language_has_its_own_pages_and_the_reference() -> None:
    docs = [{"location": at, "title": at, "text": ""} for at in ("guide/a/#b", "zh/guide/a/", "reference/c/")]
    index = parted({"config": {"lang": ["en"]}, "docs": docs})
    assert {folder: [entry["location"] for entry in each["docs"]] for folder, each in index.items()} == {
        "": ["guide/a/#b", "reference/c/"],
        "zh/": ["guide/a/", "../reference/c/"],
    }


def test_a_guide_weighs_more_than_a_rule() -> None:
    assert (
        weight("guide/checking/")
        > weight("reference/checks/")
        > weight("tables/rules/")
        > weight("tables/rules/GW201/")
    )
