"""Texts as files of every kind that a folder may hold: plain, HTML, docx, pdf, and broken ones."""

from __future__ import annotations

import html
import io
from collections.abc import Iterable
from pathlib import Path

__all__ = ["KINDS", "write_mixed"]

KINDS = ("txt", "html", "docx", "gb18030", "pdf", "broken")


def _html(text: str) -> bytes:
    first, *lines = text.split("\n")
    body = "".join(f"<p>{html.escape(line)}</p>" for line in lines)
    page = f"<html><head><meta charset='utf-8'><title>{html.escape(first)}</title></head><body><h1>{html.escape(first)}</h1>"
    return f"{page}{body}</body></html>".encode()


def _docx(text: str) -> bytes:
    import docx

    document = docx.Document()
    for line in text.split("\n"):
        document.add_paragraph("".join(c for c in line if c.isprintable()))
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def _pdf(text: str) -> bytes:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    held = io.BytesIO()
    canvas = Canvas(held)
    at = 780
    canvas.setFont("STSong-Light", 12)
    for line in text.split("\n"):
        for piece in [line[i : i + 34] for i in range(0, len(line), 34)] or [""]:
            canvas.drawString(80, at, piece)
            at -= 20
            if at < 60:
                canvas.showPage()
                canvas.setFont("STSong-Light", 12)
                at = 780
    canvas.save()
    return held.getvalue()


def _broken(place: int) -> bytes:
    return (b"", b"PK\x03\x04 no archive", b"%PDF-1.7 no end", b"\x89PNG\r\n\x1a\n")[place % 4]


def write_mixed(texts: Iterable[str], folder: Path) -> dict[str, int]:
    """Write texts as files of every kind in turn, and say how many of each there are."""
    folder.mkdir(parents=True, exist_ok=True)
    counts = dict.fromkeys(KINDS, 0)
    for place, text in enumerate(texts):
        kind = KINDS[place % len(KINDS)]
        counts[kind] += 1
        ending = {"gb18030": "txt", "broken": ("txt", "docx", "pdf", "txt")[counts[kind] % 4 - 1]}.get(kind, kind)
        match kind:
            case "html":
                data = _html(text)
            case "docx":
                data = _docx(text)
            case "pdf":
                data = _pdf(text[:4000])
            case "broken":
                data = _broken(counts[kind] - 1)
            case "gb18030":
                data = text.encode("gb18030", "replace")
            case _:
                data = text.encode("utf-8", "replace")
        (folder / f"{place:05}.{ending}").write_bytes(data)
    return counts
