"""Reports as GitHub annotations and as an HTML page."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egovkit.checks import check
from egovkit.interchange.github import to_github
from egovkit.interchange.html_report import to_html
from egovkit.interchange.placing import CheckedText, legible

TEXT = "第一行\n按照国办发[2014]66号执行,抓紧落实。"


def checked(text: str, name: str = "a.txt") -> CheckedText:
    return CheckedText.of(name, text, check(text))


class Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.marked: list[str] = []
        self.loaded: list[str] = []
        self.said = ""
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = tag == "mark"
        self.loaded += [
            value or "" for name, value in attrs if name in ("src", "href") and not (value or "").startswith("#")
        ]

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "mark"

    def handle_data(self, data: str) -> None:
        self.said += data
        if self.inside:
            self.marked.append(data)


def test_a_command_for_each_finding() -> None:
    lines = to_github([checked(TEXT)]).splitlines()
    assert [line.split("::")[1].split(",")[0] for line in lines] == ["warning file=a.txt", "notice file=a.txt"]
    assert "line=2,col=6,endLine=2,endColumn=12" in lines[0]
    assert to_github([checked("请认真执行。")]) == ""


def test_a_name_cannot_end_its_property() -> None:
    [line] = to_github([checked("按照国办发[2014]66号执行。", "a,b:c%\n::error::d.txt")]).splitlines()
    assert line.startswith("::warning file=a%2Cb%3Ac%25%0A%3A%3Aerror%3A%3Ad.txt,title=")


def test_what_has_no_lines_of_its_own_says_where_in_the_message() -> None:
    one = CheckedText.of("a.docx", TEXT, check(TEXT), None)
    line = to_github([one]).splitlines()[0]
    assert "line=" not in line
    assert "::2:6 [2014]: " in line


@given(st.lists(st.sampled_from([*TEXT, "<b>", "&lt;", "\u202e", "\x1b", "\ud800", '"']), max_size=30).map("".join))
def test_a_page_shows_the_text_and_obeys_none_of_it(text: str) -> None:
    page = Page()
    page.feed(to_html([checked(text, "<i>甲.txt"), checked(TEXT)]))
    page.close()
    assert page.loaded == []
    surfaces = [placed.surface for one in (checked(text), checked(TEXT)) for placed in one.placed if placed.surface]
    assert "".join(page.marked) == "".join(map(legible, surfaces))
    assert "<i>甲.txt" in page.said
    assert not set(page.said) & {"\u202e", "\x1b", "\ud800"}


@pytest.mark.parametrize("text", ["请认真执行。", TEXT, "二〇一四年按照国办发〔98〕66号执行。"])
def test_a_page_begins_with_the_verdict_of_each_document(text: str) -> None:
    one = checked(text)
    assert one.report.verdict.term in to_html([one])
    assert one.as_json()["verdict"] == one.report.verdict.value
