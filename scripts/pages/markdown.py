"""Tables in Markdown, with cells that cannot break them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

GENERATED = "<!-- Made by `make pages`; edit what it is made from. -->\n\n"


def cell(value: object) -> str:
    return " ".join(str("" if value is None else value).replace("|", "\\|").replace("<", "&lt;").split())


def table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [" | ".join(header), " | ".join("---" for _ in header)]
    lines += [" | ".join(cell(value) for value in row) for row in rows]
    return "".join(f"| {line} |\n" for line in lines)


def filtered(markdown: str, placeholder: str) -> str:
    """A table with a field above it that hides the rows without what was typed; too long to be one search result."""
    return (
        f'<div class="filtered" data-placeholder="{placeholder}" data-search-exclude markdown>\n\n{markdown}\n</div>\n'
    )


def years(start: object, end: object) -> str:
    return f"{start or ''}–{end or ''}" if start or end else ""
