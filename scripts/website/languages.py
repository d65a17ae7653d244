"""Chinese and English pages side by side: each language its own navigation, and the same page in the other one."""

from __future__ import annotations

import re
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page

_CHINESE = "zh/"
_WIDE = "\u2018-\u201d\u2026\u3001-\u301e\u4e00-\u9fff\uff01-\uff5e"
# The reference is one for both languages; what the Chinese navigation calls its pages.
_REFERENCE = {
    "": "总览",
    "numbers/": "字号",
    "dates/": "日期",
    "organs/": "机关",
    "regions/": "行政区划",
    "documents/": "文件",
    "outline/": "层次与分块",
    "blocks/": "块与附件",
    "citations/": "引用",
    "resolving/": "落实与引用图",
    "references/": "指代",
    "verification/": "核验",
    "register/": "登记册",
    "laws/": "法律",
    "standing/": "效力",
    "frameworks/": "框架",
    "components/": "框架的构成",
    "policies/": "政策",
    "catalogue/": "政策目录",
    "lineage/": "沿革",
    "checks/": "校核",
    "fixing/": "修正",
    "profiles/": "本单位的规范",
    "interchange/": "读取与修改文件",
    "locations/": "文件中的位置",
    "layout/": "版式",
    "laying/": "排版与打印",
    "formats/": "页面与格式",
    "exports/": "写出",
    "records/": "著录与题录",
    "corpus/": "语料",
    "network/": "引用网络",
    "arrow/": "定型表与行",
    "batches/": "批处理",
    "tables/": "表",
    "errors/": "错误",
    "strategies/": "测试策略",
    "strategies-citations/": "测试策略：引用",
    "strategies-documents/": "测试策略：文件",
}
_navigations: dict[bool, Navigation] = {}


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG001  # as mkdocs calls it
    """Part the navigation in two: the section 中文 is the whole of its own language's."""
    [chinese] = [item for item in nav.items if isinstance(item, Section) and item.title == "中文"]
    for child in chinese.children:
        child.parent = None
    pages = {
        language: [page for page in nav.pages if page.url.startswith(_CHINESE) is language]
        for language in (True, False)
    }
    for each in pages.values():
        each[0].previous_page = None
        each[-1].next_page = None
    # The commands have Chinese pages of their own.
    found = [page.url.removeprefix("reference/") for page in pages[False] if page.url.startswith("reference/")]
    own = [url for url in found if not url.startswith("commands/")]
    reference = Section("接口", [Link(_REFERENCE.get(url, url), f"reference/{url}") for url in own])
    _navigations[True] = Navigation([*chinese.children, reference], pages[True])
    _navigations[False] = Navigation([item for item in nav.items if item is not chinese], pages[False])
    _navigations[True].homepage, _navigations[False].homepage = pages[True][0], pages[False][0]
    return nav


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Set what the theme's templates read: they are rendered page by page, right after this."""
    chinese = page.url.startswith(_CHINESE)
    other = counterpart(page.url)
    found = other in {each.url for each in nav.pages}
    context["nav"] = _navigations[chinese]
    config.theme["language"] = "zh" if chinese else "en"
    config.extra["homepage"] = _CHINESE if chinese else "./"
    config.extra["alternate"] = [
        {"name": "中文", "lang": "zh", "link": page.url if chinese else other if found else _CHINESE},
        {"name": "English", "lang": "en", "link": (page.url if not chinese else other if found else "") or "./"},
    ]
    return context


def counterpart(url: str) -> str:
    """Return where the same page is in the other language; the commands are below the reference in English alone.

    >>> counterpart("guide/start/"), counterpart("zh/"), counterpart("zh/commands/read/")
    ('zh/guide/start/', '', 'reference/commands/read/')
    """
    if url.startswith(_CHINESE):
        return re.sub(r"^commands/", "reference/commands/", url.removeprefix(_CHINESE))
    return _CHINESE + re.sub(r"^reference/commands/", "commands/", url)


def on_page_content(html: str, page: Page, **_: Any) -> str:
    """Join the lines of Chinese paragraphs: a browser would show a blank where the source breaks a line."""
    if not page.url.startswith(_CHINESE):
        return html
    parts = re.split(r"(<pre.*?</pre>)", html, flags=re.DOTALL)
    return "".join(part if part.startswith("<pre") else joined(part) for part in parts)


def joined(text: str) -> str:
    """Return a text without the line breaks between Chinese characters or their marks.

    >>> joined("命令行，各种\\n文件，也写 Python\\n代码")
    '命令行，各种文件，也写 Python\\n代码'
    """
    return re.sub(rf"(?<=[{_WIDE}])\n(?=[{_WIDE}])", "", text)


def on_post_page(output: str, page: Page, **_: Any) -> str:
    """Leave the switch to its links, and have a Chinese page search the index of its language.

    The theme's script takes each alternate in the head for a site with a sitemap. It looks for the index, and for the
    pages that are found, from the base of the site: for the Chinese pages that is their folder.
    """
    output = re.sub(r'\s*<link rel="alternate"[^>]*hreflang[^>]*>', "", output)
    if page.url.startswith(_CHINESE):
        output = re.sub(r'(<script id="__config"[^>]*>\{[^<]*?"base": ")(?:\.\./)*\.\."', _base, output)
    return output


def _base(found: re.Match[str]) -> str:
    depth = found[0].count("..") - 1
    return f'{found[1]}{"/".join([".."] * depth) or "."}"'
