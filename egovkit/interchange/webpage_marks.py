"""Mentions marked in the web page they were read from (网页标注)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from egovkit.citations.annotated_html import attributes
from egovkit.citations.labels import Label, labels_of, pieces
from egovkit.interchange.article import names
from egovkit.interchange.extras import extra
from egovkit.interchange.flow import Run
from egovkit.interchange.webpage import PageReader, parse_page
from egovkit.text.patterns import LatePattern
from egovkit.text.spans import Spanned

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["annotate_html"]

# What the tree of a page does not take in an attribute.
_CONTROL: Final = LatePattern(r"[\x00-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
# And in a text.
_UNWRITABLE: Final = frozenset(range(0x20)) - frozenset(b"\t\n\r") | {0xFFFE, 0xFFFF}


def annotate_html(page: str | bytes, mentions: Iterable[Spanned]) -> str:
    """Return the page with mentions in it marked (标注网页); their offsets are those of `read_html(page).text`.

    Every tag of the page stays, also those inside a mention: such a mention is marked in fragments, of which the first
    has its id. The attributes are those of `annotate`.

    >>> from egovkit.models.mention import Mention
    >>> annotate_html("<p>见国发<b>1号</b>。</p>", [Mention(1, 5, "国发1号", 1)])
    '<html><body><p>见<mark id="mention-1" ...>国发</mark><b><mark data-mention="mention-1" ...>1号</mark></b>。</p></body></html>'
    """
    tree = parse_page(page, whole=True)
    reader = PageReader(tree)
    result = reader.read()
    held = _held(tree)
    labels = labels_of(mentions, len(result.text))
    begun: set[int] = set()
    for slot, places in sorted(_places(labels, result.runs).items()):
        marks = [_Mark(start, end, index, index not in begun) for index, (start, end) in places.items()]
        begun |= places.keys()
        marks.sort(key=lambda one: (one.start, -one.end, one.index))
        element, is_tail = reader.slots[slot]
        _mark(element, marks, labels, held, is_tail=is_tail)
    etree = extra("lxml.etree", "html", "to read a web page")
    for element in tree.iter():
        if (
            element.text is None
            and isinstance(element.tag, str)
            and not len(element)
            and element.tag not in names("void")
        ):
            # An empty item would be written without its end tag, and take in what follows.
            element.text = ""
    doctype = tree.getroottree().docinfo.doctype or None
    written = str(etree.tostring(tree, encoding="unicode", method="html", doctype=doctype))
    return written.translate({stand: character for character, stand in held.items()})


def _held(tree: _Element) -> dict[int, int]:
    """Return what stands for the control characters of a page while it is marked: a tree takes them from its parser only.

    Each is a character for private use that the page does not have.
    """
    etree = extra("lxml.etree", "html", "to read a web page")
    found = set(map(ord, etree.tostring(tree, encoding="unicode", method="html")))
    controls = sorted(found & _UNWRITABLE)
    free = (code for code in range(0x100000, 0x10FFFE) if code not in found)
    return dict(zip(controls, free, strict=False))


@dataclass(frozen=True, slots=True)
class _Mark:
    """The part of one mention that is in one piece of text of the page."""

    start: int
    end: int
    index: int
    first: bool


def _places(labels: list[Label], runs: tuple[Run, ...]) -> dict[int, dict[int, tuple[int, int]]]:
    """Say which part of which piece of the page each mention covers: slot -> mention -> from, to."""
    places: dict[int, dict[int, tuple[int, int]]] = {}
    ends = [run.end for run in runs]
    for index, label in enumerate(labels):
        at = bisect_right(ends, label.start)
        while at < len(runs) and runs[at].start < label.end:
            run = runs[at]
            start = run.offset + max(label.start, run.start) - run.start
            end = run.offset + min(label.end, run.end) - run.start
            marks = places.setdefault(run.slot, {})
            marks[index] = (min(start, marks.get(index, (start, end))[0]), end)
            at += 1
    return places


def _mark(
    element: _Element, marks: list[_Mark], labels: list[Label], held: Mapping[int, int], *, is_tail: bool
) -> None:
    """Put marks around parts of one piece of text of a page."""
    etree = extra("lxml.etree", "html", "to read a web page")
    raw = ((element.tail if is_tail else element.text) or "").translate(held)
    holder = etree.Element("span")
    stack: list[_Element] = [holder]
    # A link inside a link is not HTML.
    links = sum(one.tag == "a" for one in element.iterancestors()) + (element.tag == "a" and not is_tail)
    for piece in pieces(marks, len(raw)):
        if piece.kind == "text":
            _append(stack[-1], raw[piece.start : piece.end])
        elif piece.kind == "open":
            mark = marks[piece.index]
            label = labels[mark.index]
            parent = stack[-1]
            if label.antecedent is not None and not links:
                links += 1
                parent = etree.SubElement(parent, "a", href=f"#mention-{label.antecedent + 1}")
            found = attributes(labels, mark.index, first=mark.first and piece.first)
            stack.append(etree.SubElement(parent, "mark", {name: _writable(value) for name, value in found.items()}))
        else:
            above = stack.pop().getparent()
            links -= above is not None and above.tag == "a"
    made = list(holder)
    if is_tail:
        # Without a tail of its own an element says plainly what comes next to it.
        element.tail = None
        for one in reversed(made):
            element.addnext(one)
        element.tail = holder.text
    else:
        element.text = holder.text
        for one in reversed(made):
            element.insert(0, one)


def _append(parent: _Element, text: str) -> None:
    last = next(parent.iterchildren(reversed=True), None)
    if last is not None:
        last.tail = (last.tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def _writable(value: str) -> str:
    return _CONTROL.sub(" ", value)
