"""The built site: strict, offline, searchable, in both languages."""

from __future__ import annotations

import json
import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

# One worker builds the site for all of these.
pytestmark = [pytest.mark.site, pytest.mark.xdist_group("site")]

_LOADED = {"script": "src", "img": "src", "iframe": "src", "source": "src", "link": "href"}
# What a <link> with these relations names is not loaded.
_NOT_LOADED = {"canonical", "alternate", "prev", "next", "author", "license"}


class Loads(HTMLParser):
    """Collects the address of everything that a browser loads with a page."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        address = given.get(_LOADED.get(tag, ""))
        if address and not set((given.get("rel") or "").split()) & _NOT_LOADED:
            self.addresses.append(address)


def test_no_page_loads_from_another_host(site: Path) -> None:
    pages = list(site.rglob("*.html"))
    assert len(pages) > 100
    for page in pages:
        parser = Loads()
        parser.feed(page.read_text(encoding="utf-8"))
        assert parser.addresses, page
        assert [a for a in parser.addresses if re.match(r"(?:[a-z]+:)?//", a)] == [], page


def test_no_style_loads_from_another_host(site: Path) -> None:
    for style in site.rglob("*.css"):
        assert re.findall(r"""(?:url\(|@import\s)\s*["']?(?:https?:)?//""", style.read_text(encoding="utf-8")) == [], (
            style
        )


@pytest.mark.parametrize("term", ["发文字号", "国办发", "国务院办公厅", "两网四库十二金", "三网一库", "一网通办"])
def test_search_finds_a_term_whole(term: str, site: Path) -> None:
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    separator = re.compile(index["config"]["separator"] + "|<[^>]*>")
    found = [each["location"] for each in index["docs"] if term in separator.split(f"{each['title']} {each['text']}")]
    assert found


def test_every_page_knows_its_language_and_its_counterpart(site: Path) -> None:
    english = (site / "guide" / "numbers" / "index.html").read_text(encoding="utf-8")
    chinese = (site / "zh" / "guide" / "numbers" / "index.html").read_text(encoding="utf-8")
    assert re.search(r'<html lang="en"', english)
    assert re.search(r'<html lang="zh"', chinese)
    assert re.search(r'href="\.\./\.\./zh/guide/numbers/"[^>]*hreflang="zh"', english)
    assert re.search(r'href="\.\./\.\./\.\./guide/numbers/"[^>]*hreflang="en"', chinese)


@pytest.mark.parametrize("page", ["", "guide/files/", "users/office/"])
def test_lines_of_chinese_are_joined(page: str, site: Path) -> None:
    shown = re.sub(
        r"<pre.*?</pre>", "", (site / "zh" / page / "index.html").read_text(encoding="utf-8"), flags=re.DOTALL
    )
    assert re.findall("[\u4e00-\u9fff，。、]\n[\u4e00-\u9fff]", shown) == []


@pytest.mark.parametrize("name", ["database", "study", "retrieval", "office", "library"])
@pytest.mark.parametrize("folder", ["users", "zh/users"])
def test_the_script_is_shown_whole(folder: str, name: str, site: Path) -> None:
    html = (site / folder / name / "index.html").read_text(encoding="utf-8")
    shown = unescape(re.sub(r"<[^>]+>", "", html))
    assert (site / "users" / "scripts" / f"{name}.py").read_text(encoding="utf-8").strip() in shown


def test_every_public_name_has_an_anchor(site: Path) -> None:
    import egovkit

    reference = "".join(page.read_text(encoding="utf-8") for page in (site / "reference").rglob("*.html"))
    assert [name for name in egovkit.__all__ if f'id="egovkit.{name}"' not in reference] == []
