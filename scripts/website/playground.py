"""The page in a browser alone, as a part of the site: at play/, with what runs it where `make playground` gathered that."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from scripts.playground.assembling import assemble


def on_post_build(config: MkDocsConfig) -> None:
    """Write the page beside the pages of the docs."""
    assemble(Path(config.site_dir) / "play")
