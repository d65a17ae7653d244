"""The fonts that the theme of a docx stands for (主题字体)."""

from __future__ import annotations

from typing import Any, Final

from egovkit.interchange.word.elements import W
from egovkit.interchange.word.package import Part

__all__ = ["Themes"]

_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_SCRIPTS: Final = {"zh-CN": "Hans", "zh-SG": "Hans", "zh-TW": "Hant", "zh-HK": "Hant", "ja-JP": "Jpan", "ko-KR": "Hang"}
_SLOTS: Final = ("ascii", "hAnsi", "eastAsia", "cs")
_THEMES: Final = {"ascii": "asciiTheme", "hAnsi": "hAnsiTheme", "eastAsia": "eastAsiaTheme", "cs": "cstheme"}


class Themes:
    """The fonts of a theme by the names that properties call them (主题): majorEastAsia, minorHAnsi."""

    def __init__(self, main: Part) -> None:
        language = "zh-CN"
        for settings in main.related("settings"):
            found = settings.root.find(W + "themeFontLang")
            if found is not None:
                language = found.get(W + "eastAsia", language)
        self._fonts: dict[str, str] = {}
        for theme in main.related("theme"):
            for kind in ("major", "minor"):
                self._read(kind, theme.root.find(f".//{_A}{kind}Font"), _SCRIPTS.get(language, "Hans"))

    def _read(self, kind: str, fonts: Any, script: str) -> None:
        if fonts is None:
            return
        latin = _face(fonts.find(_A + "latin"))
        # What the theme leaves open for East Asia the language decides.
        eastern = _face(fonts.find(_A + "ea")) or next(
            (_face(font) for font in fonts.iter(_A + "font") if font.get("script") == script), ""
        )
        names = {"HAnsi": latin, "Ascii": latin, "EastAsia": eastern, "Bidi": _face(fonts.find(_A + "cs"))}
        self._fonts |= {kind + slot: face for slot, face in names.items() if face}

    def fonts(self, given: dict[str, str]) -> dict[str, str]:
        """Return fonts by their own names (字体名): in one place the theme's outweighs the one that is named."""
        found = {name: given[name] for name in ("hint",) if name in given}
        for slot in _SLOTS:
            face = self._fonts.get(given.get(_THEMES[slot], "")) or given.get(slot)
            if face:
                found[slot] = face
        return found


def _face(font: Any) -> str:
    return str(font.get("typeface", "")) if font is not None else ""
