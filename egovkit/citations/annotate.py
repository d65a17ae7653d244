"""A text with its mentions marked: HTML, Markdown, W3C Web Annotation (标注).

Any object with `start` and `end` is a mention here; `value`, `title`, `numbers`, `relation` and `antecedent` are
shown where it has them. Offsets are those of the caller's text, and nothing of the text changes: without the
markup it is the text again, character for character.
"""

from __future__ import annotations

import json
import re
from base64 import urlsafe_b64encode
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import Any, Literal

from egovkit.data import read
from egovkit.text.spans import Spanned

__all__ = [
    "Format",
    "Label",
    "Piece",
    "annotate",
    "attributes",
    "escape",
    "escape_markdown",
    "labels_of",
    "pieces",
    "stylesheet",
]

Format = Literal["html", "page", "markdown", "w3c"]

_CONTEXT = 32
"""Characters of prefix and suffix in a W3C TextQuoteSelector."""


def annotate(
    text: str,
    mentions: Iterable[Spanned],
    format: Format = "html",
    *,
    source: str | None = None,
) -> str:
    """Return the text with its mentions marked (标注).

    Formats: `html` is a fragment, `<mark>` for each mention with its kind, value and relation in `data-`
    attributes, a link from a repeated or short name to its antecedent; `page` is the same as a whole page with
    `stylesheet()` in it; `markdown` has a footnote for each mention; `w3c` is JSON-LD of the Web Annotation Data
    Model, for which `source` is the IRI of the text (default: its SHA-256 as an `ni:` IRI, RFC 6920).

    Mentions may nest and overlap: one that crosses the end of another is marked in two fragments, of which the
    first carries the id. A mention that lies outside the text, or is empty, raises ValueError.

    >>> from egovkit.models.mention import Mention
    >>> annotate("见国发〔2016〕1号。", [Mention(1, 11, "国发〔2016〕1号", "国发〔2016〕1号")], format="markdown")
    '见<mark>国发〔2016〕1号</mark>[^1]。\\n\\n[^1]: str: 国发〔2016〕1号\\n'
    """
    marked = labels_of(mentions, len(text))
    if format == "html":
        return _html(text, marked)
    if format == "page":
        return _page(text, marked)
    if format == "markdown":
        return _markdown(text, marked)
    if format == "w3c":
        return _w3c(text, marked, source)
    raise ValueError(f"format is one of html, page, markdown, w3c, not {format!r}")


@dataclass(frozen=True, slots=True)
class Label:
    """What is shown of one mention (标签): its span, kind, value, relation, and the index of its antecedent."""

    start: int
    end: int
    kind: str
    value: str | None = None
    title: str | None = None
    relation: str | None = None
    antecedent: int | None = None

    def facts(self) -> dict[str, str]:
        """Return what is known of the mention, kind first, without what is unknown (要素).

        >>> Label(0, 2, "citation", relation="issue").facts()
        {'kind': 'citation', 'relation': 'issue'}
        """
        facts = {"kind": self.kind, "relation": self.relation, "value": self.value, "title": self.title}
        return {name: fact for name, fact in facts.items() if fact}


def labels_of(mentions: Iterable[Spanned], length: int) -> list[Label]:
    """Return the labels of mentions in order of start, longer before shorter (标签表).

    >>> from egovkit.models.mention import Mention
    >>> [label.start for label in labels_of([Mention(3, 4, "x", 1), Mention(0, 4, "wxyx", 2)], 4)]
    [0, 3]
    """
    ordered = sorted(mentions, key=lambda mention: (mention.start, -mention.end))
    for mention in ordered:
        if not 0 <= mention.start < mention.end <= length:
            raise ValueError(f"a mention at {mention.start}..{mention.end} is not in a text of {length} characters")
    places: dict[tuple[int, int], int] = {}
    for index, mention in enumerate(ordered):
        places.setdefault((mention.start, mention.end), index)
    return [_label(mention, places) for mention in ordered]


def _label(mention: Any, places: dict[tuple[int, int], int]) -> Label:
    value = getattr(mention, "value", None)
    kind = type(mention).__name__.removesuffix("Mention") or (type(value).__name__ if value is not None else "mention")
    numbers = [str(number.value) for number in getattr(mention, "numbers", None) or ()]
    relation = getattr(mention, "relation", None)
    antecedent = getattr(mention, "antecedent", None)
    own = places[mention.start, mention.end]
    found = None if antecedent is None else places.get((antecedent.start, antecedent.end))
    return Label(
        start=mention.start,
        end=mention.end,
        kind=kind.lower(),
        value=str(value) if value is not None else " ".join(numbers) or None,
        title=str(title) if (title := getattr(mention, "title", None)) is not None else None,
        relation=str(relation) if relation is not None else None,
        antecedent=found if found != own else None,
    )


@dataclass(frozen=True, slots=True)
class Piece:
    """One step through a marked text (片段).

    `kind` is text (from `start` to `end`), open or close (of the label at `index`; `first` where it opens for the
    first time, `last` where it closes for good).
    """

    kind: Literal["text", "open", "close"]
    start: int = 0
    end: int = 0
    index: int = 0
    first: bool = False
    last: bool = False


def pieces(spans: Sequence[Spanned], length: int) -> Iterator[Piece]:
    """Walk through a text and its marks so that every mark that opens closes properly nested (嵌套).

    `spans` are in the order of `labels_of`. Of two that cross, the one that began later is cut in two.

    >>> marks = [Label(0, 3, "a"), Label(2, 5, "b")]
    >>> "".join({"text": "ABCDE"[p.start:p.end], "open": "<", "close": ">"}[p.kind] for p in pieces(marks, 5))
    '<AB<C>><DE>'
    """
    opened: list[int] = []
    at = upcoming = 0
    while at < length or opened:
        stop = min((spans[index].end for index in opened), default=length)
        if upcoming < len(spans):
            stop = min(stop, spans[upcoming].start)
        if stop > at:
            yield Piece("text", at, stop)
            at = stop
        waiting: list[int] = []
        if any(spans[index].end == at for index in opened):
            lowest = next(depth for depth, index in enumerate(opened) if spans[index].end == at)
            for index in reversed(opened[lowest:]):
                over = spans[index].end == at
                yield Piece("close", index=index, last=over)
                if not over:
                    waiting.insert(0, index)
            del opened[lowest:]
        begun = upcoming
        while upcoming < len(spans) and spans[upcoming].start == at:
            upcoming += 1
        # What lasts longer goes outside, so that as few marks as possible are cut again.
        for index in sorted([*waiting, *range(begun, upcoming)], key=lambda index: (-spans[index].end, index)):
            yield Piece("open", index=index, first=index >= begun)
            opened.append(index)


def escape(text: str) -> str:
    """Escape a text for HTML, as content and as attribute (转义).

    A carriage return is written as a reference, because a parser turns a bare one into a line feed; the other
    control characters stay as they are.

    >>> escape("<a title='&'>")
    '&lt;a title=&#x27;&amp;&#x27;&gt;'
    """
    for raw, safe in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&#x27;"), ("\r", "&#13;")):
        text = text.replace(raw, safe)
    return text


def attributes(labels: Sequence[Label], index: int, *, first: bool) -> dict[str, str]:
    """Return the HTML attributes of one mark (属性): only the first fragment of a mention has its id.

    >>> attributes([Label(0, 2, "number", "国发〔2016〕1号")], 0, first=True)
    {'id': 'mention-1', 'data-kind': 'number', 'data-value': '国发〔2016〕1号', 'title': 'number · 国发〔2016〕1号'}
    """
    label = labels[index]
    facts = label.facts()
    found = {"id": f"mention-{index + 1}"} if first else {"data-mention": f"mention-{index + 1}"}
    found |= {f"data-{name}": fact for name, fact in facts.items()}
    if label.antecedent is not None:
        found["data-antecedent"] = f"mention-{label.antecedent + 1}"
    return found | {"title": " · ".join(facts.values())}


def _html(text: str, labels: Sequence[Label]) -> str:
    return f'<div class="egovkit-text">{_inline(text, labels)}</div>'


def _inline(text: str, labels: Sequence[Label]) -> str:
    out: list[str] = []
    closing: list[str] = []
    linked = 0
    for piece in pieces(labels, len(text)):
        if piece.kind == "text":
            out.append(escape(text[piece.start : piece.end]))
        elif piece.kind == "close":
            close = closing.pop()
            linked -= close.startswith("</a>")
            out.append(close)
        else:
            label = labels[piece.index]
            attrs = attributes(labels, piece.index, first=piece.first)
            opening = "<mark" + "".join(f' {name}="{escape(value)}"' for name, value in attrs.items()) + ">"
            # A link inside a link is not HTML: the inner one keeps its data-antecedent only.
            if label.antecedent is not None and not linked:
                opening = f'<a href="#mention-{label.antecedent + 1}">{opening}'
                closing.append("</mark></a>")
                linked += 1
            else:
                closing.append("</mark>")
            out.append(opening)
    return "".join(out)


@cache
def stylesheet() -> str:
    """Return the stylesheet of annotated text, light and dark (样式表).

    >>> "prefers-color-scheme: dark" in stylesheet()
    True
    """
    return read("annotate.css")


def _page(text: str, labels: Sequence[Label]) -> str:
    heading = next((line.strip() for line in text[:400].splitlines() if line.strip()), "")
    return (
        '<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(heading[:80])}</title>\n<style>\n{stylesheet()}</style>\n</head>\n"
        f"<body>\n<main>{_html(text, labels)}</main>\n</body>\n</html>\n"
    )


_SPECIAL = re.compile(r"[\\`*_\[\]<>&|~$]")
_LEADING = re.compile(r"(?m)^(?:(\t| \t|  \t|   \t|    )|[ ]{0,3}(?:([#+\-=:])|[0-9]{1,9}([.)])))")


def _markdown(text: str, labels: Sequence[Label]) -> str:
    out: list[str] = []
    escapes = _escapes(text)
    place, written = next(escapes)
    for piece in pieces(labels, len(text)):
        if piece.kind == "open":
            out.append("<mark>")
        elif piece.kind == "close":
            out.append(f"</mark>[^{piece.index + 1}]" if piece.last else "</mark>")
        else:
            at = piece.start
            while place < piece.end:
                out += (text[at:place], written)
                at = place + 1
                place, written = next(escapes)
            out.append(text[at : piece.end])
    notes = [_note(labels, index) for index in range(len(labels))]
    return "".join(out) + ("\n\n" + "\n".join(notes) + "\n" if notes else "")


def escape_markdown(text: str) -> str:
    """Escape a text so that Markdown prints it as it is (转义).

    >>> escape_markdown("1. *注意*")
    '1\\\\. \\\\*注意\\\\*'
    """
    return "".join(_escaped(text))


def _escaped(text: str) -> Iterator[str]:
    at = 0
    for place, written in _escapes(text):
        yield text[at:place]
        yield written
        at = place + 1


def _escapes(text: str) -> Iterator[tuple[int, str]]:
    """Yield each character that Markdown would read as markup, with what to write for it; last, the end."""
    found = {match.start(): "\\" + match[0] for match in _SPECIAL.finditer(text)}
    for match in _LEADING.finditer(text):
        place = match.start() if match[1] else match.end() - 1
        # Markdown cannot escape a blank with a backslash: an indented line would become code.
        found[place] = f"&#{ord(text[place])};" if match[1] else "\\" + text[place]
    found |= {match.start(): "&#13;" for match in re.finditer("\r", text)}
    found |= dict.fromkeys(_breaks(text), "\\\n")
    yield from sorted(found.items())
    yield len(text), ""


def _breaks(text: str) -> Iterator[int]:
    """Yield where a line break of the text stays one in print: beside a blank line it is none."""
    place, was_blank = -1, True
    for line in text.split("\n"):
        is_blank = not line.strip()
        if not (is_blank or was_blank):
            yield place
        place += len(line) + 1
        was_blank = is_blank


def _note(labels: Sequence[Label], index: int) -> str:
    label = labels[index]
    facts = {name: _SPECIAL.sub(r"\\\g<0>", " ".join(fact.split())) for name, fact in label.facts().items()}
    kind = facts.pop("kind")
    shown = " · ".join(facts.values())
    if label.antecedent is not None:
        shown += f"{' · ' if shown else ''}see [^{label.antecedent + 1}]"
    return f"[^{index + 1}]: {kind}: {shown}" if shown else f"[^{index + 1}]: {kind}"


def _w3c(text: str, labels: Sequence[Label], source: str | None) -> str:
    iri = source if source is not None else _named(text)
    items = [_annotation(text, labels, index, iri) for index in range(len(labels))]
    page = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"{iri}#annotations",
        "type": "AnnotationPage",
        "items": items,
    }
    written = json.dumps(page, ensure_ascii=False, indent=2)
    # A lone surrogate has no UTF-8; JSON can say it with an escape.
    return written if written.isascii() or _encodable(written) else json.dumps(page, indent=2)


def _encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _named(text: str) -> str:
    digest = sha256(text.encode("utf-8", "surrogatepass")).digest()
    return "ni:///sha-256;" + urlsafe_b64encode(digest).decode().rstrip("=")


def _annotation(text: str, labels: Sequence[Label], index: int, iri: str) -> dict[str, Any]:
    label = labels[index]
    purposes = {"kind": "tagging", "relation": "classifying", "value": "identifying", "title": "describing"}
    bodies: list[dict[str, str]] = [
        {"type": "TextualBody", "purpose": purposes[name], "value": fact, "format": "text/plain"}
        for name, fact in label.facts().items()
    ]
    if label.antecedent is not None:
        linked = f"{iri}#annotation-{label.antecedent + 1}"
        bodies.append({"type": "SpecificResource", "purpose": "linking", "source": linked})
    return {
        "id": f"{iri}#annotation-{index + 1}",
        "type": "Annotation",
        "motivation": "identifying" if label.antecedent is None else "linking",
        "body": bodies,
        "target": {
            "source": iri,
            "selector": [
                {"type": "TextPositionSelector", "start": label.start, "end": label.end},
                {
                    "type": "TextQuoteSelector",
                    "exact": text[label.start : label.end],
                    "prefix": text[max(0, label.start - _CONTEXT) : label.start],
                    "suffix": text[label.end : label.end + _CONTEXT],
                },
            ],
        },
    }
