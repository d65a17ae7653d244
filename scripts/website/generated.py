"""The pages that are made of the package's own tables: they are part of the site and of no checkout.

`python -m mkdocs` finds the scripts beside it, as `make docs` runs it.
"""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from scripts.pages import search
from scripts.pages.__main__ import DOCS, virtual


def on_startup(**_: Any) -> None:
    """Write the words that the search keeps whole, before its plugin looks for them."""
    for path, text in search.pages().items():
        (DOCS / path).parent.mkdir(parents=True, exist_ok=True)
        (DOCS / path).write_text(text, encoding="utf-8")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add each generated page to those of the docs folder."""
    for path, text in virtual().items():
        files.append(File.generated(config, path, content=text))
    return files
