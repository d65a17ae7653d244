"""Which part of a web page is the article, which its title and field table (正文识别)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from egovkit.data import tree as data_tree
from egovkit.grammar.fields import name_of
from egovkit.grammar.titles import ends_like_title
from egovkit.interchange.extras import extra
from egovkit.text.folding import squeeze
from egovkit.text.patterns import LatePattern

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Article", "Measure", "find_article", "is_hidden", "is_menu", "is_tool", "measure", "names", "names_of"]

_SENTENCE: Final = LatePattern(r"[，。；、：]")
# What is at the foot of a page, in sentences of its own.
_SITE: Final = LatePattern("版权所有|主办单位|承办单位|网站标识码|ICP备|公安备|未经.{0,8}授权|建议使用.{0,20}浏览")
_END: Final = LatePattern(r"[0-9０-９〇○零一二三四五六七八九]{4}年.{1,4}月.{1,4}日$|附件[0-9０-９：:]|抄送[：:]|（此件")
# Links of fewer are no menu, nor are those of which one names a document or leads to a file.
_MENU: Final = 3
_OF_DOCUMENT: Final = LatePattern("《|附件|号$|第.{1,4}[章条]")
_FILE: Final = LatePattern(r"(?i)\.(?:docx?|pdf|wps|ofd|xlsx?|zip|rar)(?:$|[?#])")
_SHARE: Final = 0.95
_KNOWN_SHARE: Final = 0.3
_TITLE: Final = 300
_LITTLE: Final = 20
_HEADINGS: Final = ("h2", "h3", "h4")
# Beyond the box that the article is in begins the page.
_BOX: Final = 1.3
_MORE: Final = 100
_OF_NUMBER: Final = LatePattern(r"[〔\[（(][0-9]{4}[〕\]）)][0-9]{1,5}号$")
_FIELDS: Final = 4000
# Characters of the classes of an element that are looked at.
_NAMES: Final = 2000
_NAMELESS: Final[frozenset[str]] = frozenset()


@dataclass(slots=True)
class Measure:
    """What is in an element (度量), blanks not counted.

    `chars` of all its text, `links` of its links, `sentences` of its running text outside of links, `known` of
    that what is in a known container; `fields` labels of a field table, `breaks` line breaks, `columns` of its widest row, `deep` where it has a table
    inside or one cell with a document in it.
    """

    chars: int = 0
    links: int = 0
    sentences: int = 0
    known: int = 0
    fields: int = 0
    breaks: int = 0
    columns: int = 0
    deep: bool = False
    # The id and classes of the element, which are asked for of its attributes once.
    names: frozenset[str] = frozenset()

    def add(self, other: Measure) -> None:
        """Add what is in a child (累加)."""
        self.chars += other.chars
        self.links += other.links
        self.sentences += other.sentences
        self.known += other.known
        self.fields += other.fields
        self.breaks += other.breaks
        self.deep = self.deep or other.deep


@dataclass(frozen=True, slots=True)
class Article:
    """The parts of a page that are the document (文章): title and field tables in front, and what holds the rest."""

    root: _Element
    before: tuple[_Element, ...]
    titles: tuple[_Element, ...]
    measures: dict[_Element, Measure]


@cache
def names(table: str) -> frozenset[str]:
    """Return one list of what is known of web pages (网页词表).

    >>> "zoom" in names("containers"), "br" in names("blocks")
    (True, True)
    """
    return frozenset(data_tree("pages")[table])


def names_of(element: _Element) -> frozenset[str]:
    """Return the id and classes of an element, in lower case (标识)."""
    classes, name = element.get("class"), element.get("id")
    # Most elements of a page have neither.
    return _names_in(classes or "", name or "") if classes or name else _NAMELESS


@lru_cache(maxsize=1024)
def _names_in(classes: str, name: str) -> frozenset[str]:
    return frozenset({*classes[:_NAMES].lower().split(), name[:_NAMES].lower()} - {""})


def is_tool(found: Measure) -> bool:
    """Say whether an element inside an article belongs to the site: a share bar, a breadcrumb (工具栏)."""
    return found.chars < 120 and not found.names.isdisjoint(names("tools"))


def is_hidden(element: _Element) -> bool:
    """Say whether an element is hidden (隐藏): a copy of the text for another use, or a folded part of the article."""
    style = element.get("style")
    return element.get("hidden") is not None or (style is not None and "display:none" in style.replace(" ", "").lower())


def is_menu(element: _Element, found: Measure) -> bool:
    """Say whether an element is a list of links and nothing else, none of them to a file or a document (菜单)."""
    if element.tag not in ("ul", "ol", "dl", "nav") or not found.chars or found.links < found.chars:
        return False
    links = list(element.iter("a"))
    return len(links) >= _MENU and not any(
        _OF_DOCUMENT.search(squeeze("".join(link.itertext()))) or _FILE.search(link.get("href") or "") for link in links
    )


def measure(tree: _Element) -> dict[_Element, Measure]:
    """Measure every block of a page from the inside out, in one walk (度量)."""
    etree = extra("lxml.etree", "html", "to read a web page")
    measures: dict[_Element, Measure] = {}
    # Of each open element its tag, what is in it so far, and whether its name is that of a container.
    stack: list[tuple[str, Measure, bool]] = []
    top = Measure()
    links = known = dropped = 0
    dropping, containers = names("dropped"), names("containers")
    measured = names("blocks") | names("holders")
    walk: Iterator[tuple[str, _Element]] = etree.iterwalk(tree, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if event == "start":
            tag = str(element.tag)
            links += tag == "a"
            dropped += tag in dropping
            named = names_of(element)
            holds = not named.isdisjoint(containers)
            known += holds
            # What is in an element that is not measured by itself counts for the one around it.
            if tag in measured or not stack:
                top = Measure(names=named)
            stack.append((tag, top, holds))
            if not dropped and (text := element.text):
                _count(top, text, links, known)
            continue
        if event == "end":
            tag, found, holds = stack.pop()
            links -= tag == "a"
            dropped -= tag in dropping
            known -= holds
            if tag in measured:
                measures[element] = found
            # After the page is nothing that belongs to it.
            around, top, _ = stack[-1] if stack else ("", Measure(), False)
            if found is not top:
                _close(tag, found, top, in_row=around in measured)
        if not dropped and (text := element.tail):
            _count(top, text, links, known)
    return measures


def _count(found: Measure, raw: str, links: int, known: int) -> None:
    """Count a piece of text for the element that it is in; whether that is in a link, and in a known container."""
    bare = squeeze(raw)
    if not bare:
        return
    count = len(bare)
    found.chars += count
    if count < 40 and name_of(bare.replace(":", "：").partition("：")[0]) is not None:
        found.fields += 1
    if links:
        found.links += count
    elif (count >= 15 or (count >= 6 and _SENTENCE.search(raw))) and _SITE.search(bare) is None:
        found.sentences += count
        found.known += count if known else 0


def _close(tag: str, found: Measure, parent: Measure, *, in_row: bool) -> None:
    """Count an element for the one around it; columns are those of the element that it is in at once."""
    parent.add(found)
    if tag not in names("blocks"):
        return
    parent.breaks += 1
    if tag in ("td", "th"):
        parent.columns += in_row
        parent.deep = parent.deep or (found.chars > 800 and found.breaks > 4)
    elif tag == "table":
        parent.deep = True
    elif in_row and tag in ("tr", "tbody", "thead", "tfoot"):
        parent.columns = max(parent.columns, found.columns)


def find_article(tree: _Element) -> Article:
    """Find the article of a page, its title and its field tables (查找正文).

    Where known containers hold a good part of the running text, the smallest element that holds all of them is the
    article; else one goes down from the body as long as one child holds nearly all of the running text. What may
    belong to the article stays in it: the parser of documents knows the residue of sites.
    """
    measures = measure(tree)
    body = next((child for child in tree if child.tag == "body"), tree)
    root = _descend(body, measures)
    root = _widen(root, body, measures)
    inside = set(root.iter()) | set(root.iterancestors())
    titles, before = [], []
    is_before = True
    for element, found in measures.items():
        if element is root:
            is_before = False
        if element in inside or not found.chars:
            continue
        if element.tag == "h1" or not found.names.isdisjoint(names("titles")):
            # A title that is a link is the name of the site.
            if is_before and found.chars <= _TITLE and 2 * found.links < found.chars:
                titles.append(element)
        elif is_before and element.tag in _HEADINGS and _heads(element, root, measures):
            titles.append(element)
        elif found.fields >= 3 and found.chars <= _FIELDS:
            before.append(element)
    return Article(root, _outermost(before), _outermost(titles), measures)


def _heads(element: _Element, root: _Element, measures: dict[_Element, Measure]) -> bool:
    """Say whether a heading of a lower level is the document's: a title or number in the box of the article, above it."""
    found, box = measures[element], element.getparent()
    if box is None or found.chars > _TITLE or found.links or box not in root.iterancestors():
        return False
    if measures.get(box, Measure()).sentences > _BOX * measures[root].sentences + _MORE:
        return False
    words = squeeze("".join(element.itertext()))
    return ends_like_title(words) or _OF_NUMBER.search(words) is not None


def _descend(body: _Element, measures: dict[_Element, Measure]) -> _Element:
    whole = measures.get(body, Measure())
    by_known = whole.known > _KNOWN_SHARE * whole.sentences
    weight = whole.known if by_known else whole.sentences
    root = body
    # Of so little running text a line is nearly all, and no measure of the others.
    while weight > (0 if by_known else _LITTLE):
        if by_known and not names_of(root).isdisjoint(names("containers")):
            break
        for child in root:
            found = measures.get(child)
            if found is None or child.tag not in names("holders"):
                continue
            # A single paragraph is not the article, however long it is.
            if (found.known if by_known else found.sentences) >= _SHARE * weight and (by_known or found.breaks > 2):
                root = child
                break
        else:
            break
    return root


def _widen(root: _Element, body: _Element, measures: dict[_Element, Measure]) -> _Element:
    """Take in what follows and belongs to the document: a date, a list of annexes, who gets a copy."""
    widest = element = root
    while element is not body and (parent := element.getparent()) is not None:
        if measures.get(parent, Measure()).sentences > _BOX * measures[widest].sentences + _MORE:
            break
        if any(_is_end(sibling, measures) for sibling in element.itersiblings()):
            widest = parent
        element = parent
    return widest


def _is_end(element: _Element, measures: dict[_Element, Measure]) -> bool:
    found = measures.get(element)
    if found is None or not 0 < found.chars <= 300 or 2 * found.links > found.chars:
        return False
    parts = [squeeze(piece) for piece in element.itertext()]
    return any(map(_END.match, (*parts, "".join(parts))))


def _outermost(elements: list[_Element]) -> tuple[_Element, ...]:
    """Keep of nested elements the outer ones; they come from the inside out."""
    chosen = set(elements)
    return tuple(one for one in elements if not any(above in chosen for above in one.iterancestors()))
