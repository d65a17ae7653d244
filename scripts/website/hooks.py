"""Chinese and English pages side by side: each page's language, and the same page in the other one."""

from __future__ import annotations

import re
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

_CHINESE = "zh/"


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Set what the theme's templates read: they are rendered page by page, right after this."""
    chinese = page.url.startswith(_CHINESE)
    english = page.url.removeprefix(_CHINESE)
    urls = {each.url for each in nav.pages}
    config.theme["language"] = "zh" if chinese else "en"
    config.extra["alternate"] = [
        {"name": "English", "lang": "en", "link": english if english in urls else "./"},
        {"name": "中文", "lang": "zh", "link": _CHINESE + english if _CHINESE + english in urls else _CHINESE},
    ]
    return context


def on_post_page(output: str, **_: Any) -> str:
    """Leave the switch to its links: the theme's script takes each alternate in the head for a site with a sitemap."""
    return re.sub(r'\s*<link rel="alternate"[^>]*hreflang[^>]*>', "", output)
