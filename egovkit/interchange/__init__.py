"""In: plain text, HTML, docx, pdf. Out: Markdown, marked pages (交换).

Heavy libraries are imported by the function that needs them, and each is an extra of its own.
"""

from __future__ import annotations

from egovkit.interchange.markdown import to_markdown
from egovkit.interchange.reading import load, read
from egovkit.interchange.webpage import read_html
from egovkit.interchange.webpage_marks import annotate_html

__all__ = ["annotate_html", "load", "read", "read_html", "to_markdown"]
