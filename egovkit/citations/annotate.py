"""A text with its mentions marked: HTML, Markdown, W3C Web Annotation (标注).

Any object with `start` and `end` is a mention here; `value`, `title`, `numbers`, `relation` and `antecedent` are
shown where it has them. Offsets are those of the caller's text, and nothing of the text changes: without the
markup it is the text again, character for character.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from egovkit.citations.annotated_html import to_html, to_page
from egovkit.citations.annotated_markdown import to_markdown
from egovkit.citations.labels import labels_of
from egovkit.citations.web_annotation import to_web_annotations
from egovkit.text.spans import Spanned

__all__ = ["Format", "annotate"]

Format = Literal["html", "page", "markdown", "w3c"]


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
        return to_html(text, marked)
    if format == "page":
        return to_page(text, marked)
    if format == "markdown":
        return to_markdown(text, marked)
    if format == "w3c":
        return to_web_annotations(text, marked, source)
    raise ValueError(f"format is one of html, page, markdown, w3c, not {format!r}")
