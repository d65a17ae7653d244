"""The pages that are made of the package's own tables: they are part of the site and of no checkout.

`python -m mkdocs` finds the scripts beside it, as `make docs` runs it.
"""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from scripts.pages import measured, search
from scripts.pages.__main__ import DOCS, virtual
from scripts.pages.languages import FOLDERS, speaking


def on_startup(**_: Any) -> None:
    """Write the words that the search keeps whole, before its plugin looks for them."""
    for path, text in search.pages().items():
        (DOCS / path).parent.mkdir(parents=True, exist_ok=True)
        (DOCS / path).write_text(text, encoding="utf-8")


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001  # as mkdocs calls it
    """Fill in what a front page takes from elsewhere: the scores, and the way to the playground where it was made."""
    folder = page.file.src_uri.removesuffix("index.md")
    playground = f"{folder}playground/index.md"
    button = ""
    if files.get_file_from_path(playground) is not None:
        name = "在网页中试用" if folder else "Try it in the page"
        button = f"[{name}](playground/index.md){{ .md-button }}"
    with speaking("zh" if folder.startswith(FOLDERS["zh"]) else "en"):
        return markdown.replace("<!-- playground -->", button).replace("<!-- gold -->", measured.in_short())


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add each generated page to those of the docs folder."""
    for path, text in virtual().items():
        files.append(File.generated(config, path, content=text))
    return files
