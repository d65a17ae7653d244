"""The places of generated pages in the navigation: each rule in its band, each framework and command in its list."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from egovkit.cli.commands import COMMANDS
from scripts.pages.commands import PATHS
from scripts.pages.frameworks import in_order, slug
from scripts.pages.languages import FOLDERS, speaking
from scripts.pages.rules import BANDS, by_band


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Put the pages of rules, frameworks and commands under their tables, and the playground where it was made."""
    config.nav = _filled(config.nav or [], Path(config.docs_dir))
    return config


def _filled(items: list[Any], docs: Path) -> list[Any]:
    filled: list[Any] = []
    for item in items:
        if not isinstance(item, dict):
            filled.append(item)
            continue
        [(title, target)] = item.items()
        if isinstance(target, list):
            filled.append({title: _filled(target, docs)})
        elif target.endswith("tables/rules/index.md"):
            filled.append({title: [target, *_rules(target)]})
        elif target.endswith("tables/frameworks/index.md"):
            folder = target.removesuffix("index.md")
            filled.append({title: [target, *({each.name: f"{folder}{slug(each)}.md"} for each in in_order())]})
        elif target in {f"{folder}index.md" for folder in PATHS.values()}:
            folder = target.removesuffix("index.md")
            filled.append({title: [target, *({each.name: f"{folder}{each.name}.md"} for each in COMMANDS)]})
        elif not target.endswith("playground/index.md") or (docs / target).exists():
            filled.append(item)
    return filled


def _rules(index: str) -> list[Any]:
    folder = index.removesuffix("index.md")
    language = next(language for language, place in FOLDERS.items() if index == f"{place}tables/rules/index.md")
    with speaking(language):
        return [
            {f"{band} {BANDS[band]}": [{_title(rule, language): f"{folder}{rule.code}.md"} for rule in found]}
            for band, found in by_band().items()
        ]


def _title(rule: Any, language: str) -> str:
    return f"{rule.code} {rule.title if language == 'zh' else rule.name.replace('-', ' ')}"
