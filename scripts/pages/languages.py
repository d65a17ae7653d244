"""The same page in each language: rendered twice, the Chinese one in a folder of its own."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from egovkit.messages import Language, said

FOLDERS: Final[dict[Language, str]] = {"en": "", "zh": "zh/"}

_CONFIDENCES: Final = {"sure": "确定", "likely": "很可能", "unsure": "存疑"}


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Speak a language for a while."""
    before = os.environ.get("EGOVKIT_LANG")
    os.environ["EGOVKIT_LANG"] = language
    try:
        yield
    finally:
        if before is None:
            del os.environ["EGOVKIT_LANG"]
        else:
            os.environ["EGOVKIT_LANG"] = before


def both(made: Callable[[], dict[str, str]]) -> dict[str, str]:
    """Return pages as they are in each language, by their path in the docs."""
    pages = {}
    for language, folder in FOLDERS.items():
        with speaking(language):
            pages.update({f"{folder}{path}": text for path, text in made().items()})
    return pages


def up() -> str:
    """Return what leads out of the folder of the language, from a page in it: what has no Chinese page is there."""
    return said("", "../")


def confidence(value: str) -> str:
    """How sure a row is, in the language of the page."""
    return said(value, _CONFIDENCES.get(value, value))
