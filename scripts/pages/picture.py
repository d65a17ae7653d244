"""The picture of `egovkit read` that the README shows: what is drawn in a terminal, as SVG."""

from __future__ import annotations

import os
from html import escape

from egovkit.cli.drawing import Line
from egovkit.cli.reading import Reading
from egovkit.cli.sources import example
from egovkit.cli.tables import show
from egovkit.errors import display_width

WIDTH = 112
CELL, LINE, MARGIN, HEAD = 8.4, 20, 16, 40
COLOURS = {
    "red": "#e06c75", "green": "#98c379", "yellow": "#e5c07b", "magenta": "#c678dd", "cyan": "#56b6c2", "dim": "#8b919b",
}  # fmt: skip


def pages() -> dict[str, str]:
    os.environ["EGOVKIT_LANG"] = "en"
    lines = list(show(Reading("example", example())).lines(WIDTH))
    while lines and not lines[-1]:
        lines.pop()
    wide, high = WIDTH * CELL + 2 * MARGIN, len(lines) * LINE + HEAD + MARGIN
    drawn = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:g} {high:g}" role="img">',
        "<title>egovkit read --example</title>",
        "<style>text { font: 14px ui-monospace, monospace; fill: #d7dae0; white-space: pre } .bold { font-weight: bold }",
        *(f".{name} {{ fill: {colour} }}" for name, colour in COLOURS.items()),
        "</style>",
        f'<rect width="{wide:g}" height="{high:g}" rx="8" fill="#282c34"/>',
        *(
            f'<circle cx="{MARGIN + 6 + 20 * at}" cy="20" r="6" fill="{fill}"/>'
            for at, fill in enumerate(("#ff5f57", "#febc2e", "#28c840"))
        ),
        f'<text class="dim" x="{wide / 2:g}" y="25" text-anchor="middle">egovkit read --example</text>',
        *(_line(line, HEAD + LINE * (at + 1) - 5) for at, line in enumerate(lines) if line),
        "</svg>",
    ]
    return {"images/read.svg": "".join(f"{line}\n" for line in drawn)}


def _line(line: Line, y: int) -> str:
    """Put each piece where its cells are: a font of the reader's own may give a Chinese character another width."""
    drawn, at = [], 0
    for text, style in line:
        cells = display_width(text)
        if text.strip():
            kind = f' class="{style}"' if style else ""
            place = f'x="{MARGIN + at * CELL:g}" textLength="{cells * CELL:g}"'
            drawn.append(f"<tspan{kind} {place}>{escape(text)}</tspan>")
        at += cells
    return f'<text y="{y}">{"".join(drawn)}</text>'
