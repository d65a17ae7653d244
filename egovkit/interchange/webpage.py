"""The article of a web page as text (网页)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from egovkit.data import tree as data_tree
from egovkit.errors import ReadError
from egovkit.interchange.article import Article, Measure, find_article, is_hidden, is_menu, is_tool, names
from egovkit.interchange.encodings import SINGLE_BYTE, codec_named
from egovkit.interchange.extras import extra
from egovkit.interchange.flow import Flow, Run
from egovkit.interchange.page_pictures import without_pictures
from egovkit.interchange.plain import decode
from egovkit.interchange.tag_bounds import bound_page_attributes
from egovkit.text import limits
from egovkit.text.folding import squeeze
from egovkit.text.patterns import LatePattern

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["PageReader", "PageText", "page_text", "parse_page", "read_html"]

_CHARSET: Final = re.compile(rb"<meta[^<>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_DECLARATION: Final = LatePattern(r"\s*<\?xml[^>]{0,200}\?>")
# A page put together of several closes more than once. Browsers go on after that; parsers leave out what follows.
_CLOSED: Final = re.compile(rb"</(?i:html|body)[ \t\r\n]{0,8}>")
_SITE: Final = LatePattern(r"\s{0,8}[_|\-–—]{1,8}\s{0,8}([^_|\-–—]{1,40})$")
# What the name of a site, with the marks before it, takes at the end of a page's name; and how many are there.
_FOLDED: Final = 200
_COPIES: Final = 32
_SAMPLE: Final = 200
_SITE_TAIL: Final = 64
_SITES: Final = 4
_BLANKS: Final = LatePattern(r"[ \t\n\r\f]+")
_HAN: Final = LatePattern("[\u4e00-\u9fff]{2}")
# NUL is dropped by browsers; the others cannot be written back as XML characters.
_UNWRITABLE: Final = LatePattern("[\x00\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class PageText:
    """The text of a page and where each part of it is in the page (网页文本)."""

    text: str
    runs: tuple[Run, ...]


def read_html(page: str | bytes) -> PageText:
    """Read the article of a web page (读取网页): its title, its field table, and all that is in its container.

    Scripts, navigation and share bars are left out. Each block is a line; each row of a table is a line with tabs
    between the cells, except that a value follows its label (索引号：…) and a next label begins a line. Needs the
    extra `html`; raises ReadError for a page nested or filled beyond the bounds.

    >>> read_html("<div><script>x</script><h1>通知</h1><p>各省：<p>请执&amp;行</div>").text
    '通知\\n各省：\\n请执&行'
    """
    return PageReader(parse_page(page)).read()


def page_text(data: bytes) -> str:
    """Return the text of a web page's article (网页正文)."""
    return read_html(data).text


def parse_page(page: str | bytes, *, whole: bool = False) -> _Element:
    """Parse a page within the bounds on its size, tags and depth (解析网页); `whole` with the pictures that are in it."""
    etree = extra("lxml.etree", "html", "to read a web page")
    # What was decoded has no lone surrogate.
    text = _decode(page).replace("\0", "") if isinstance(page, bytes) else _UNWRITABLE.sub("", page)
    if len(text) > limits.MAX_FILE:
        raise ReadError("read.size", "the page is longer than {most} characters: split it", most=limits.MAX_FILE)
    if text.count("<") > limits.MAX_PAGE_TAGS:
        message = "the page has more than {most} tags: save the article alone"
        raise ReadError("read.tags", message, most=limits.MAX_PAGE_TAGS)
    # A text of fewer characters has fewer blanks.
    blanks = sum(map(text.count, " \t\n\r\f")) if len(text) > limits.MAX_PAGE_PIECES else 0
    if blanks > limits.MAX_PAGE_PIECES and sum(1 for _ in _BLANKS.finditer(text)) > limits.MAX_PAGE_PIECES:
        message = "the page has more than {most} words or lines: save the article alone"
        raise ReadError("read.size", message, most=limits.MAX_PAGE_PIECES)
    bound_page_attributes(text)
    declaration = _DECLARATION.match(text)
    start = declaration.end() if declaration is not None else 0
    # With one Chinese character a text takes two bytes for each: it is let go before the tree is made.
    encoded = (text[start:] if start else text).encode()
    del text
    encoded = _CLOSED.sub(b"", encoded)
    if not whole:
        encoded = without_pictures(encoded)
    if not encoded.strip():
        raise ReadError("read.empty", "the page is empty: give the file that holds the document")
    # That of lxml.html looks up a class of its own for every element, a tenth of the time of a page.
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, default_doctype=False)
    try:
        tree: _Element | None = etree.fromstring(encoded, parser=parser)
    except (ValueError, SyntaxError, etree.LxmlError) as error:
        raise _unparsed() from error
    if tree is None:
        raise _unparsed()
    if any("RESOURCE_LIMIT" in entry.type_name for entry in parser.error_log):
        raise ReadError("read.depth", "its tags are nested too deep for a page: save the article alone")
    return tree


def _unparsed() -> ReadError:
    return ReadError("read.markup", "there is no page in it that can be parsed: save it again as HTML")


def _decode(page: bytes) -> str:
    declared = _CHARSET.search(page[:4096])
    # A byte order mark and valid UTF-8 both outweigh what a page says of itself.
    codec = codec_named(declared[1].decode("ascii")) if declared else None
    if codec is None or page.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        return decode(page)
    for encoding in ("utf-8", codec):
        if encoding in SINGLE_BYTE and _is_chinese(page):
            break
        try:
            return page.decode(encoding)
        except UnicodeDecodeError:
            continue
    return decode(page)


def _is_chinese(page: bytes) -> bool:
    """Say whether a page is Chinese whatever it says of itself: in an encoding of single bytes, everything is text."""
    try:
        return _HAN.search(decode(page)) is not None
    except ReadError:
        return False


class PageReader:
    """Walks through the article of one page; `slots` are the pieces of text of the page it came by."""

    def __init__(self, tree: _Element) -> None:
        self.tree = tree
        self.slots: list[tuple[_Element, bool]] = []
        self._article: Article = find_article(tree)
        self._copies = 0
        # Where no part of the page shows that it is the article, all of it is read but its menus.
        self._unfound = self._article.root.tag == "body"

    def read(self) -> PageText:
        """Read title, field tables and article, in this order (读取)."""
        article = self._article
        body = Flow()
        self._walk(article.root, body)
        text = body.text()
        if not text:
            raise ReadError("read.empty", "the page has no text: it may be built by a script, save it from a browser")
        front = Flow()
        for title in self._title_parts(text):
            if isinstance(title, str):
                front.keep(title)
            else:
                self._walk(title, front)
            front.end_line()
        for fields in article.before:
            self._walk(fields, front)
            front.end_line()
        head = front.text()
        if not head:
            return PageText(text, tuple(body.runs))
        shift = len(head) + 1
        moved = (Run(run.start + shift, run.end + shift, run.slot, run.offset) for run in body.runs)
        return PageText(f"{head}\n{text}", (*front.runs, *moved))

    def _title_parts(self, text: str) -> Iterator[_Element | str]:
        """Yield the titles that the article does not print itself; the page's own name where there is no other."""
        printed = squeeze(text[:4000])
        found = False
        seen: set[str] = set()
        for element in self._article.titles:
            title = squeeze("".join(element.itertext()))
            found = True
            if title and title not in printed and title not in seen:
                seen.add(title)
                yield element
        if found or any(element.tag == "h1" for element in self._article.root.iter("h1")):
            return
        name = self._page_name()
        if name and squeeze(name) not in printed:
            yield name

    def _page_name(self) -> str:
        for meta in self.tree.iter("meta"):
            if meta.get("name", "").lower() == "articletitle":
                return " ".join(meta.get("content", "").split())
        element = next(self.tree.iter("title"), None)
        name = " ".join((element.text or "").split()) if element is not None else ""
        endings = tuple(data_tree("pages")["site_names"])
        for _ in range(_SITES):
            # The tail alone is searched: a page may call itself anything, of any length.
            site = _SITE.search(name, max(0, len(name) - _SITE_TAIL))
            if site is None or not site[1].endswith(endings):
                break
            name = name[: site.start()]
        # What is left where the page has no name of its own is the site's.
        return "" if name.endswith(("网", "网站", "平台")) else name

    def _walk(self, root: _Element, flow: Flow) -> None:
        etree = extra("lxml.etree", "html", "to read a web page")
        walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        tables = _Tables(flow, self._article.measures)
        kept = 0
        skipped: _Element | None = None
        shaping = names("blocks")
        measures = self._article.measures
        for event, element in walk:
            if event == "start":
                tag = str(element.tag)
                if element is not root and self._is_left_out(element, tag, measures.get(element)):
                    skipped = element
                    walk.skip_subtree()
                    continue
                if tag in shaping:
                    tables.open(element, tag)
                    kept += tag == "pre"
                if text := element.text:
                    self._text(element, text, flow, kept, is_tail=False)
                continue
            if event == "end" and element is not skipped and (tag := str(element.tag)) in shaping:
                kept -= tag == "pre"
                tables.close(tag)
            if element is not root and (text := element.tail):
                self._text(element, text, flow, kept, is_tail=True)

    def _is_left_out(self, element: _Element, tag: str, found: Measure | None) -> bool:
        if found is None:
            # None of those that are dropped is measured.
            return tag in names("dropped")
        # What navigates: more than half of it links, none of it a sentence.
        if tag in ("nav", "aside", "footer") and found.sentences < 0.2 * self._size():
            return True
        if self._unfound and is_menu(element, found):
            return True
        return is_tool(found) or (is_hidden(element) and self._is_no_part(element, found))

    def _is_no_part(self, element: _Element, found: Measure) -> bool:
        """Say whether a hidden element is no folded part of the article: short, or a copy of what the page shows."""
        if found.chars < _FOLDED:
            return True
        # The whole text is searched for each: a page folds a few parts.
        self._copies += 1
        if self._copies > _COPIES:
            return False
        sample = squeeze("".join(element.itertext()))[:_SAMPLE]
        return self._whole.count(sample) > 1

    @cached_property
    def _whole(self) -> str:
        return squeeze("".join(self._article.root.itertext()))

    def _size(self) -> int:
        return self._article.measures.get(self._article.root, Measure()).sentences

    def _text(self, element: _Element, raw: str, flow: Flow, kept: int, *, is_tail: bool) -> None:
        self.slots.append((element, is_tail))
        (flow.keep if kept else flow.collapse)(raw, len(self.slots) - 1)


class _Tables:
    """Begins and ends lines and cells as the tags of blocks do; a table that only lays out the page gives lines, no cells."""

    def __init__(self, flow: Flow, measures: dict[_Element, Measure]) -> None:
        self._flow = flow
        self._measures = measures
        # For each open table the cells so far in its row; None where it is layout.
        self._cells: list[int | None] = []

    def open(self, element: _Element, tag: str) -> None:
        cells = self._cells[-1] if self._cells else None
        if tag == "table":
            found = self._measures.get(element, Measure())
            self._flow.end_line()
            self._cells.append(0 if found.columns > 1 and not found.deep else None)
        elif tag == "tr" and cells is not None:
            self._flow.end_row()
            self._cells[-1] = 0
        elif tag in ("td", "th") and cells is not None:
            self._flow.open_cell(first=cells == 0)
            self._cells[-1] = cells + 1
        else:
            self._flow.end_line()

    def close(self, tag: str) -> None:
        is_data = bool(self._cells) and self._cells[-1] is not None
        if tag == "table" and self._cells:
            self._cells.pop()
        if is_data and tag in ("table", "tr"):
            self._flow.end_row()
        elif not (is_data and tag in ("td", "th")):
            self._flow.end_line()
