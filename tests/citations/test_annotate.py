"""The text comes back, the selectors select, and no text is markup."""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from egovkit.citations.annotate import Format, annotate
from egovkit.citations.annotated_html import stylesheet
from egovkit.citations.labels import labels_of, pieces
from egovkit.models.mention import Mention


@dataclass(frozen=True)
class Cited:
    start: int
    end: int
    title: str | None = None
    relation: str | None = None
    antecedent: Cited | None = None
    numbers: tuple[Mention[str], ...] = ()


_HOSTILE = st.one_of(
    st.text(st.sampled_from("<>&\"'《》〔〕1.)#+-=*_[]()`\\|~$:! \t\n\r\x00\x01\x0b\x85国办发号"), max_size=60),
    st.text(max_size=60),
)


@st.composite
def _marked(draw: st.DrawFn) -> tuple[str, list[Cited]]:
    text = draw(_HOSTILE)
    cited: list[Cited] = []
    for _ in range(draw(st.integers(0, 6)) if text else 0):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        antecedent = draw(st.sampled_from([None, *cited]))
        relation = draw(st.sampled_from([None, "issue", '"><script>']))
        cited.append(Cited(start, end, draw(st.none() | _HOSTILE), relation, antecedent))
    return text, cited


class _Reader(HTMLParser):
    """Reads the markup back: its text, and the text inside each mark by id; complains of bad nesting."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, str]] = []
        self.text = ""
        self.marks: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        assert tag in {"div", "mark", "a"}, tag
        assert tag != "a" or all(outer != "a" for outer, _ in self.open), "a link inside a link"
        self.open.append((tag, known.get("id") or known.get("data-mention") or ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        self.text += data
        for tag, name in self.open:
            if tag == "mark":
                self.marks[name] = self.marks.get(name, "") + data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment came out of the text: {data}")

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(f"a declaration came out of the text: {decl}")


@given(_marked())
def test_html_without_its_markup_is_the_text(marked: tuple[str, list[Cited]]) -> None:
    text, cited = marked
    assert html.unescape(re.sub(r"<[^>]*>", "", annotate(text, cited))) == text


@given(_marked())
def test_html_nests_and_each_mark_holds_its_mention(marked: tuple[str, list[Cited]]) -> None:
    text, cited = marked
    reader = _Reader()
    reader.feed(annotate(text, cited))
    reader.close()
    assert reader.open == []
    assert reader.text == text
    ordered = sorted(cited, key=lambda one: (one.start, -one.end))
    assert reader.marks == {f"mention-{i}": text[one.start : one.end] for i, one in enumerate(ordered, 1)}


@given(_marked())
def test_every_mention_opens_once_for_the_first_and_closes_once_for_the_last_time(
    marked: tuple[str, list[Cited]],
) -> None:
    text, cited = marked
    labels = labels_of(cited, len(text))
    steps = list(pieces(labels, len(text)))
    assert sorted(step.index for step in steps if step.first) == list(range(len(labels)))
    assert sorted(step.index for step in steps if step.last) == list(range(len(labels)))
    assert "".join(text[step.start : step.end] for step in steps if step.kind == "text") == text


def _unmark(markdown: str) -> str:
    body = markdown.partition("\n\n[^1]: ")[0]
    undo = re.compile(r"\\([!-/:-@\[-`{-~\n])|(&#[0-9]+;)|</mark>(?:\[\^[0-9]+\])?|<mark>")
    return undo.sub(lambda found: html.unescape(found[2]) if found[2] else found[1] or "", body)


@given(_marked())
def test_markdown_without_its_markup_is_the_text(marked: tuple[str, list[Cited]]) -> None:
    text, cited = marked
    assert _unmark(annotate(text, cited, "markdown")) == text


@given(_HOSTILE)
@example("1\n ")
@example("1\n\u3000\n2")
def test_markdown_prints_as_the_text(text: str) -> None:
    text = text.replace("\x00", "").replace("\r", "")
    printed = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(annotate(text, [], "markdown"))
    assert set(re.findall(r"</?([a-z0-9]+)", printed)) <= {"p", "br"}
    # Blanks at the edges of lines are not printed.
    assert "".join(html.unescape(re.sub(r"<[^>]*>", "", printed)).split()) == "".join(text.split())


@given(_marked())
def test_both_selectors_select_the_mention(marked: tuple[str, list[Cited]]) -> None:
    text, cited = marked
    page = json.loads(annotate(text, cited, "w3c", source="https://example.org/doc"))
    ordered = sorted(cited, key=lambda one: (one.start, -one.end))
    assert len(page["items"]) == len(ordered)
    for one, item in zip(ordered, page["items"], strict=True):
        position, quote = item["target"]["selector"]
        assert (position["start"], position["end"]) == (one.start, one.end)
        assert text[position["start"] : position["end"]] == quote["exact"]
        around = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert text[one.start - len(quote["prefix"]) :].startswith(around)
        assert len(quote["prefix"]) == min(32, one.start)
        assert item["target"]["source"] == "https://example.org/doc"


def test_a_short_name_links_to_its_antecedent() -> None:
    text = "《关于促进协调发展的指导意见》（以下简称《指导意见》）发布。《指导意见》提出"
    full = Cited(0, 27, "关于促进协调发展的指导意见", "issue")
    short = Cited(30, 36, "指导意见", "mention", full)
    marked = annotate(text, [short, full])
    assert '<mark id="mention-1" data-kind="cited" data-relation="issue"' in marked
    assert '<a href="#mention-1"><mark id="mention-2"' in marked
    assert 'data-antecedent="mention-1"' in marked
    item = json.loads(annotate(text, [short, full], "w3c"))["items"][1]
    assert item["body"][-1]["source"].endswith("#annotation-1")
    assert item["motivation"] == "linking"
    assert "see [^1]" in annotate(text, [full, short], "markdown")


def test_a_crossing_mention_is_cut_and_keeps_one_id() -> None:
    marked = annotate("ABCDE", [Cited(0, 3), Cited(2, 5)])
    assert re.sub(r' (?:id|data-mention)="mention-([0-9])"[^>]*', r"\1", marked) == (
        '<div class="egovkit-text"><mark1>AB<mark2>C</mark></mark><mark2>DE</mark></div>'
    )
    assert marked.count('id="mention-2"') == 1


def test_the_values_of_numbers_are_shown() -> None:
    cited = Cited(0, 2, "甲", numbers=(Mention(0, 1, "x", "国发〔2016〕1号"),))
    assert 'data-value="国发〔2016〕1号"' in annotate("《甲》", [cited])


def test_an_antecedent_that_is_not_among_the_mentions_is_no_link() -> None:
    short = Cited(2, 3, antecedent=Cited(0, 1))
    assert "<a" not in annotate("甲乙丙", [short])


def test_page_is_whole_and_carries_the_stylesheet() -> None:
    page = annotate("<标题>\n正文", [Cited(1, 3)], "page")
    assert page.startswith("<!doctype html>")
    assert "<title>&lt;标题&gt;</title>" in page
    assert stylesheet() in page
    assert annotate("<标题>\n正文", [Cited(1, 3)]) in page


def test_the_default_source_names_the_text() -> None:
    one, two = (json.loads(annotate(text, [], "w3c"))["id"] for text in ("甲", "乙"))
    assert one.startswith("ni:///sha-256;")
    assert one != two


def test_a_lone_surrogate_can_be_written_out() -> None:
    written = annotate("\ud800甲", [Cited(0, 1)], "w3c")
    assert json.loads(written)["items"][0]["target"]["selector"][1]["exact"] == "\ud800"
    assert written.encode()


@pytest.mark.parametrize(("start", "end"), [(-1, 1), (1, 1), (2, 1), (0, 4)])
@pytest.mark.parametrize("form", ["html", "page", "markdown", "w3c"])
def test_a_mention_of_another_text_is_refused(start: int, end: int, form: Format) -> None:
    with pytest.raises(ValueError, match="is not in a text of 3 characters"):
        annotate("三个字", [Cited(start, end)], form)


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(ValueError, match="html, page, markdown, w3c"):
        annotate("", [], "pdf")  # type: ignore[arg-type]  # what is tested
