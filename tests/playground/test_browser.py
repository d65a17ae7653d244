"""The page with Python in the browser: it reads, checks and mends, and after loading asks nobody for anything."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

import egovkit
from scripts.playground.assembling import assemble
from scripts.playground.gathering import Unavailable, gather
from tests.chromium import DESK, PHONE, serious
from tests.interchange.files import pdf_of, shown

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("playground")]

TEXT = "关于防火的通知\n某政发〔2024〕3号\n各乡镇：\n依照国办发[2014]66号执行,抓紧落实。\n某县人民政府\n2024年3月1日"


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Keep the log of requests out of the test's output."""


def serve(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The page with what runs it."""
    try:
        gathered = gather()
    except Unavailable as error:
        pytest.skip(str(error))
    folder = tmp_path_factory.mktemp("play")
    assemble(folder, gathered)
    yield from serve(folder)


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The page of a site that was built where nothing could be gathered."""
    folder = tmp_path_factory.mktemp("bare")
    assemble(folder, folder / "nothing")
    yield from serve(folder)


@pytest.fixture(scope="module")
def page(browser: Any, whole: str) -> Iterator[Any]:
    """The page after its first reading, which is when it has loaded all that it needs."""
    context = browser.new_context(viewport=DESK)
    context.set_default_timeout(120_000)
    made = context.new_page()
    made.asked, made.errors = [], []
    context.on("request", lambda request: made.asked.append(request.url))
    made.on("pageerror", lambda error: made.errors.append(str(error)))
    made.on("console", lambda m: made.errors.append(m.text) if m.type == "error" else None)
    made.goto(f"{whole}?lang=en")
    read(made)
    assert made.asked
    assert all(url.startswith((whole, "data:", "blob:")) for url in made.asked)
    made.asked.clear()
    yield made
    # From the first reading on nothing was asked of any server, its own among them.
    assert [url for url in made.asked if not url.startswith("blob:")] == []
    assert made.errors == []
    context.close()


def read(page: Any) -> None:
    page.locator("#text").fill(TEXT)
    page.locator("#go").click()
    page.locator("#results").wait_for()
    page.get_by_text("Done").wait_for()


def test_a_text_is_read_and_mended(page: Any) -> None:
    read(page)
    assert "某政发〔2024〕3号" in page.locator("#elements").inner_text()
    assert page.locator("#marked .finding").all_inner_texts() == [TEXT[f.start : f.end] for f in egovkit.check(TEXT)]
    assert "国务院办公厅关于促进电子政务协调发展的指导意见" in page.locator("#claims").inner_text()
    page.locator("#findings button").first.click()
    page.get_by_text("1 mended").wait_for()
    page.locator("#all").click()
    page.get_by_text("2 mended").wait_for()
    with page.expect_download() as download:
        page.locator("#do-download").click()
    assert Path(download.value.path()).read_text(encoding="utf-8") == egovkit.fix(TEXT).text


def test_a_pdf_is_read_and_what_cannot_be_is_said(page: Any, tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(pdf_of(shown(["关于防火的通知", "请各地抓紧落实。"])))
    page.locator("#file").set_input_files(file)
    page.locator("#marked", has_text="请各地抓紧落实").wait_for()
    file.write_bytes(b"%PDF-1.7 cut")
    page.locator("#file").set_input_files([])
    page.locator("#file").set_input_files(file)
    page.get_by_text("the pdf is damaged").wait_for()
    page.locator("#leave").click()


def test_nothing_can_be_asked_from_where_python_runs(page: Any) -> None:
    assert page.evaluate("fetch('https://elsewhere.example/').then(() => 'sent', () => 'held')") == "held"
    page.errors.clear()


def test_it_is_accessible_and_fits(browser: Any, whole: str, axe: Path) -> None:
    context = browser.new_context(viewport=PHONE, color_scheme="dark", bypass_csp=True)
    context.set_default_timeout(120_000)
    page = context.new_page()
    page.goto(f"{whole}?lang=en")
    read(page)
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    assert serious(page, axe) == []
    context.close()


def test_what_was_stopped_is_started_again(browser: Any, whole: str) -> None:
    context = browser.new_context(viewport=DESK)
    context.set_default_timeout(120_000)
    page = context.new_page()
    page.goto(f"{whole}?lang=en")
    page.locator("#text").fill(TEXT)
    page.locator("#go").click()
    page.locator("#stop").click()
    page.get_by_text("Stopped").wait_for()
    read(page)
    context.close()


def test_a_site_without_what_runs_it_says_so(browser: Any, bare: str) -> None:
    context = browser.new_context(viewport=DESK)
    page = context.new_page()
    page.goto(f"{bare}?lang=en")
    page.locator("#text").fill(TEXT)
    page.locator("#go").click()
    page.get_by_text("egovkit serve shows the same page").wait_for()
    context.close()
