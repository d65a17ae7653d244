"""The site as a reader sees it, in the Chromium of the system."""

from __future__ import annotations

import threading
import zlib
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.chromium import DESK, PHONE

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("site")]

PAGES = [
    "",
    "guide/start/",
    "guide/numbers/",
    "reference/numbers/",
    "tables/frameworks/",
    "tables/gold/",
    "zh/",
    "tables/rules/",
    "tables/rules/GW201/",
    "users/office/",
    "reference/documents/",
    "zh/guide/citations/",
    "zh/tables/rules/GW201/",
]


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Keep the log of requests out of the test's output."""


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def visit(browser: Any, address: str) -> Iterator[Any]:
    """Open a page of the site; at the end nothing was wrong and nothing came from elsewhere."""
    troubles: list[str] = []
    contexts: list[Any] = []

    def open_page(path: str, size: dict[str, int] = DESK, scheme: str = "light") -> Any:
        context = browser.new_context(viewport=size, color_scheme=scheme)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda m: troubles.append(m.text) if m.type in {"error", "warning"} else None)
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("request", lambda r: None if r.url.startswith((address, "data:", "blob:")) else troubles.append(r.url))
        page.on("response", lambda r: troubles.append(f"{r.status} {r.url}") if r.status >= 400 else None)
        page.goto(address + path, wait_until="networkidle")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert troubles == []


def test_a_reader_of_chinese_is_led_to_chinese(browser: Any, address: str) -> None:
    context = browser.new_context(viewport=DESK, locale="zh-CN")
    page = context.new_page()
    page.goto(address)
    page.wait_for_url(address + "zh/")
    page.get_by_role("link", name="English", exact=True).last.click()
    page.wait_for_url(address)
    page.wait_for_timeout(300)
    assert page.url == address
    context.close()


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_are_readable_at_phone_width(path: str, scheme: str, visit: Any) -> None:
    page = visit(path, PHONE, scheme)
    assert page.locator("h1").first.is_visible()
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0
    background, ink = (
        page.evaluate(f"getComputedStyle(document.querySelector('{where}')).{what}")
        for where, what in (("body", "backgroundColor"), (".md-content p", "color"))
    )
    assert (brightness(background) > brightness(ink)) == (scheme == "light")
    assert abs(brightness(background) - brightness(ink)) > 90


def brightness(color: str) -> float:
    """The mean of red, green and blue of what CSS computes; an ink that shines through counts by its share."""
    numbers = [float(part) for part in color[color.index("(") + 1 : -1].replace(",", " ").replace("/", " ").split()]
    return sum(numbers[:3]) / 3


def test_the_language_switch_leads_to_the_same_page(visit: Any, address: str) -> None:
    page = visit("guide/numbers/")
    page.locator(".md-header .md-select button").hover()
    page.get_by_role("link", name="中文", exact=True).first.click()
    page.wait_for_url(address + "zh/guide/numbers/")
    assert page.locator("html").get_attribute("lang") == "zh"
    page.locator(".md-header .md-select button").hover()
    page.get_by_role("link", name="English", exact=True).first.click()
    page.wait_for_url(address + "guide/numbers/")


def test_searching_a_code_leads_to_its_organ(visit: Any) -> None:
    page = visit("")
    page.locator("input.md-search__input").click()
    page.get_by_text("Type to start searching").wait_for()
    page.keyboard.type("国办发")
    # An input method ends with a key, which is what the theme listens to; a driver's typing of Chinese does not.
    page.keyboard.press("End")
    settled(page, ".md-search-result__link")
    shown = page.locator(".md-search-result__list").inner_text()
    assert "国办发" in shown
    assert "国务院办公厅" in shown


def test_a_chinese_page_searches_chinese_pages(visit: Any, address: str) -> None:
    page = visit("zh/guide/numbers/")
    page.locator("input.md-search__input").click()
    page.locator(".md-search-result__meta").get_by_text("键入以开始搜索").wait_for()
    page.keyboard.type("networkx")
    page.keyboard.press("End")
    found = settled(page, ".md-search-result__link")
    assert all(url.startswith((f"{address}zh/", f"{address}reference/")) for url in found)
    page.locator(".md-search-result__link").first.click()
    page.wait_for_url(f"{address}zh/guide/corpus/**")


def settled(page: Any, where: str) -> list[str]:
    """Return the links of a list that is drawn anew with every key, once it is the same three looks long."""
    looks: list[list[str]] = []
    for _ in range(100):
        page.wait_for_timeout(200)
        looks.append(page.locator(where).evaluate_all("links => links.map(link => link.href)"))
        if looks[-1] and looks[-3:] == [looks[-1]] * 3:
            return looks[-1]
    raise AssertionError(f"{where} did not come to rest: {looks[-3:]}")


def test_a_rule_has_a_place_and_a_way_back(visit: Any, address: str) -> None:
    page = visit("zh/tables/rules/GW201/")
    assert page.locator(".md-path__item").all_inner_texts()[:3] == ["首页", "数据表", "校核规则"]
    page.get_by_role("link", name="全部规则").click()
    page.wait_for_url(address + "zh/tables/rules/")
    assert page.locator(".md-tabs__item--active").all_inner_texts() == ["数据表"]


def test_rules_can_be_chosen_by_band_and_severity(visit: Any) -> None:
    page = visit("tables/rules/")
    seen = page.locator(".filtered tbody tr:visible")
    total = seen.count()
    page.get_by_label("about").select_option("Numbers")
    band = seen.count()
    page.get_by_label("severity").select_option("error")
    assert 0 < seen.count() < band < total
    assert all(text.startswith("GW2") for text in seen.all_inner_texts())
    assert page.get_by_role("status").last.inner_text().startswith(f"{seen.count()} / ")


def test_the_table_of_codes_can_be_filtered(visit: Any) -> None:
    page = visit("tables/organs/")
    rows = page.locator(".filtered tbody tr")
    total = rows.count()
    page.locator("input.table-filter").fill("国办发")
    seen = page.locator(".filtered tbody tr:visible")
    assert 0 < seen.count() < total
    assert "国务院办公厅" in seen.first.inner_text()


def test_no_page_of_the_reference_is_too_long_to_find_something_on(site: Path, visit: Any) -> None:
    folder = site / "reference"
    pages = sorted(path.parent.relative_to(folder).as_posix() for path in folder.rglob("index.html"))
    assert len(pages) > 50
    page = visit("reference/")
    heights = {}
    for name in pages:
        page.goto(page.url.partition("reference/")[0] + f"reference/{name}/")
        heights[name] = page.evaluate("document.documentElement.scrollHeight")
    assert {name: height for name, height in heights.items() if height > 6000} == {}


def test_a_link_to_a_command_on_the_one_page_of_before_still_leads_to_it(visit: Any, address: str) -> None:
    for folder, others in (("reference/commands/", "All commands"), ("zh/commands/", "全部命令")):
        page = visit(f"{folder}#completion")
        link = page.locator("#completion")
        assert link.evaluate("e => e.getBoundingClientRect().top < innerHeight")
        link.click()
        page.wait_for_url(f"{address}{folder}completion/")
        page.get_by_role("link", name=others, exact=True).click()
        page.wait_for_url(address + folder)


@pytest.mark.parametrize("path", ["zh/commands/check/", "reference/commands/", "zh/tables/rules/GW201/", "users/"])
def test_a_table_of_two_columns_fits_a_phone(path: str, visit: Any) -> None:
    page = visit(path, PHONE)
    wide = "all => all.filter(t => t.scrollWidth > t.parentElement.clientWidth).length"
    assert page.locator(".md-content table").evaluate_all(wide) == 0
    # No word is broken where there is room for it.
    name = page.locator("td:first-child a:text-is('completion')")
    assert not name.count() or name.evaluate("e => e.getClientRects().length") == 1


@pytest.mark.parametrize("path", ["zh/tables/rules/", "tables/frameworks/", "zh/tables/organs/", "zh/tables/gold/"])
def test_tables_fit_and_short_cells_stay_in_a_line(path: str, visit: Any) -> None:
    page = visit(path)
    for table in page.locator("table.cards").all():
        wide, place = table.evaluate("t => [t.scrollWidth, t.parentElement.clientWidth]")
        assert wide <= place
    words = page.locator("table.cards td.short:not(:empty)")
    assert words.count() > 50
    lines = words.evaluate_all(
        "all => all.map(e => { const r = document.createRange(); r.selectNodeContents(e);"
        " return [e.textContent, Math.round(r.getBoundingClientRect().height)]; })"
    )
    assert [text for text, height in lines if height > 24] == []


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("path", ["users/database/", "zh/guide/checking/", "reference/citations/"])
def test_no_code_is_cut(path: str, size: dict[str, int], visit: Any) -> None:
    code = visit(path, size).locator(".highlight:not(.language-text) > pre > code")
    assert code.count() > 1
    assert code.evaluate_all("all => all.filter(e => e.scrollWidth > e.clientWidth).map(e => e.textContent)") == []


def test_a_signature_leads_to_its_types_and_to_its_source(visit: Any, address: str) -> None:
    page = visit("reference/numbers/")
    link = page.locator("h2#egovkit\\.find_numbers ~ .doc-contents a.source").first
    assert link.is_visible()
    page.locator(".doc-signature a[href$='#egovkit.NumberForm']").first.click()
    page.wait_for_url("**#egovkit.NumberForm")
    assert page.goto(address + "source/egovkit/models/organ.html").ok
    assert "class" in page.inner_text("body")


def test_tools_of_other_projects_can_link_to_the_reference(site: Path) -> None:
    inventory = (site / "objects.inv").read_bytes()
    assert inventory.startswith(b"# Sphinx inventory version 2\n# Project: egovkit\n")
    listed = zlib.decompress(inventory.split(b"\n", 4)[4]).decode("utf-8")
    assert "egovkit.find_numbers py:function 1 reference/numbers/#$ -" in listed
