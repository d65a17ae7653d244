"""Tables in Markdown, with cells that cannot break them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from egovkit.messages import said
from scripts.pages.languages import up

GENERATED = "<!-- Made by `make pages`; edit what it is made from. -->\n\n"


def cell(value: object) -> str:
    """A value as a cell: in code Markdown takes a bar and a sign as they are, elsewhere they would break the table."""
    text = " ".join(str("" if value is None else value).split())
    parts = re.split(r"(`[^`]*`)", text)
    return "".join(part if part[:1] == "`" else part.replace("|", "\\|").replace("<", "&lt;") for part in parts)


def table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [" | ".join(header), " | ".join("---" for _ in header)]
    lines += [" | ".join(cell(value) for value in row) for row in rows]
    return "".join(f"| {line} |\n" for line in lines)


def filtered(markdown: str, placeholder: str) -> str:
    """A table with a field above it that hides the rows without what was typed; too long to be one search result."""
    return (
        f'<div class="filtered" data-placeholder="{placeholder}" data-search-exclude markdown>\n\n{markdown}\n</div>\n'
    )


def linked(text: str) -> str:
    """The addresses in a text as links, shown by host and end; a repository by its name."""
    text = re.sub(r"https?://[^\s|（）()<>]+", lambda found: f"[{_shown(found[0])}]({found[0]})", text)
    return re.sub(r"^github ([\w.-]+/[\w.-]+)", r"[\1](https://github.com/\1)", text)


def _shown(address: str) -> str:
    host, _, path = address.split("://", 1)[1].removeprefix("www.").partition("/")
    return host if len(path) < 2 else f"{host}/…/{path.rstrip('/').rpartition('/')[2][-16:]}"


def years(start: object, end: object) -> str:
    return f"{start or ''}–{end or ''}" if start or end else ""


def downloads(scheme: str, way: str) -> str:
    """Return where a table of the site can be had as SKOS, `way` leading from the page to the top of its language."""
    files = f"[Turtle]({up()}{way}data/{scheme}.ttl){said(', ', '、')}[JSON-LD]({up()}{way}data/{scheme}.jsonld)"
    return said(f"As SKOS: {files}.", f"SKOS 下载：{files}。")
