"""A text with its mentions marked in HTML: a fragment, or a page with its stylesheet (网页标注)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from egovkit.citations.labels import Label, pieces
from egovkit.data import read

__all__ = ["attributes", "escape", "stylesheet", "to_html", "to_page"]


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


def to_html(text: str, labels: Sequence[Label]) -> str:
    """Return a text with its mentions marked as a fragment of HTML (网页片段)."""
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


def to_page(text: str, labels: Sequence[Label]) -> str:
    """Return a text with its mentions marked as a whole page with its stylesheet (网页)."""
    heading = next((line.strip() for line in text[:400].splitlines() if line.strip()), "")
    return (
        '<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(heading[:80])}</title>\n<style>\n{stylesheet()}</style>\n</head>\n"
        f"<body>\n<main>{to_html(text, labels)}</main>\n</body>\n</html>\n"
    )
