"""The page as a person uses it, in the Chromium of the system, with the command behind it."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import egovkit
from tests.chromium import DESK, PHONE, serious
from tests.interchange.packages import package, paragraph

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("page")]
pytest.importorskip("uvicorn", reason="uvicorn is not installed")

TEXT = "𠀀关于防火的通知\n某政发〔2024〕3号\n各乡镇：\n依照国办发[2014]66号执行,抓紧落实。\n某县人民政府\n2024年3月1日"


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    command = [sys.executable, "-m", "egovkit", "serve", "--port", "0", "--workers", "2"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    found = re.match(r"(\S+) ", process.stdout.readline())
    assert found is not None
    yield found[1]
    process.terminate()
    process.communicate(timeout=60)


@pytest.fixture
def visit(browser: Any, address: str) -> Iterator[Any]:
    """Open the page; at the end nothing was wrong and nothing was asked of any other."""
    troubles: list[str] = []
    contexts: list[Any] = []

    def open_page(language: str = "en", size: dict[str, int] = DESK, scheme: str = "light", **more: Any) -> Any:
        context = browser.new_context(viewport=size, color_scheme=scheme, **more)
        context.set_default_timeout(60_000)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("request", lambda r: None if r.url.startswith((address, "data:", "blob:")) else troubles.append(r.url))
        page.goto(f"{address}?lang={language}")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert troubles == []


def read(page: Any, text: str = TEXT) -> None:
    page.locator("#text").fill(text)
    page.locator("#go").click()
    page.locator("#results").wait_for()
    page.get_by_text("Done").wait_for()


def test_a_text_is_read_and_mended_finding_by_finding(visit: Any) -> None:
    page = visit()
    read(page)
    assert "某政发〔2024〕3号" in page.locator("#elements").inner_text()
    # A character beyond the BMP moves no mark.
    assert page.locator("#marked").inner_text() == TEXT
    assert page.locator("#marked .finding").all_inner_texts() == ["[2014]", ","]
    assert "agrees" in page.locator("#claims").inner_text()
    page.locator("#findings button").first.click()
    page.get_by_text("1 mended").wait_for()
    assert page.locator("#result ins").all_inner_texts() == ["〔2014〕"]
    page.locator("#all").click()
    page.get_by_text("2 mended").wait_for()
    page.locator("#do-use").click()
    page.get_by_text("Nothing mended").wait_for()
    assert page.locator("#text").input_value() == egovkit.fix(TEXT).text
    assert page.locator("#findings li").count() == 0


def test_a_service_that_is_busy_for_a_moment_is_asked_again(visit: Any) -> None:
    page = visit()
    refused: list[str] = []

    def busy_at_first(route: Any) -> None:
        if len(refused) < 2:
            refused.append(route.request.url)
            route.fulfill(status=503, json={"error": {"code": "web.busy", "message": "busy", "place": ""}})
        else:
            route.continue_()

    page.route("**/api/check*", busy_at_first)
    read(page)
    assert len(refused) == 2
    assert page.locator("#findings li").count() == 2


def test_a_docx_is_read_and_comes_back_with_tracked_changes(visit: Any, tmp_path: Path) -> None:
    pytest.importorskip("lxml")
    file = tmp_path / "通知.docx"
    file.write_bytes(package(paragraph("依照国办发[2014]66号执行。")))
    page = visit()
    page.locator("#file").set_input_files(file)
    page.get_by_text("Done").wait_for()
    page.locator("#all").click()
    with page.expect_download() as download:
        page.locator("#do-download_tracked").click()
    assert download.value.suggested_filename == "通知-mended.docx"
    assert egovkit.read(Path(download.value.path()).read_bytes()) == "依照国办发〔2014〕66号执行。"


def test_what_is_wrong_is_said_in_both_languages(visit: Any, tmp_path: Path) -> None:
    page = visit()
    page.locator("#go").click()
    page.get_by_text("Paste a text or choose a file first").wait_for()
    file = tmp_path / "a.pdf"
    file.write_bytes(b"%PDF-1.7 cut")
    page.locator("#file").set_input_files(file)
    page.get_by_text("the pdf is damaged").wait_for()
    page.locator("#language").click()
    page.locator("#go").click()
    page.get_by_text("pdf 已损坏").or_(page.get_by_text("损坏")).first.wait_for()
    assert page.locator("html").get_attribute("lang") == "zh"


def test_markup_in_a_text_stays_text(visit: Any) -> None:
    page = visit()
    read(page, "<img src=x onerror=alert(1)>见国办发[2014]66号<script>1</script>")
    assert page.locator("main img, main script").count() == 0
    assert "<img src=x" in page.locator("#marked").inner_text()


def test_the_keyboard_is_enough(visit: Any) -> None:
    page = visit()
    page.locator("#text").focus()
    page.keyboard.insert_text(TEXT)
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "go":
            break
    page.keyboard.press("Enter")
    page.get_by_text("Done").wait_for()
    page.locator("#h-elements:focus").wait_for()
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("!!document.activeElement.dataset.id"):
            break
    page.keyboard.press("Space")
    page.get_by_text("1 mended").wait_for()
    assert page.evaluate("document.activeElement.getAttribute('aria-pressed')") == "true"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_it_is_accessible_and_fits(visit: Any, axe: Path, size: dict[str, int], scheme: str) -> None:
    page = visit("en", size, scheme, bypass_csp=True)
    read(page)
    page.locator("#all").click()
    page.get_by_text("2 mended").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    assert serious(page, axe) == []
