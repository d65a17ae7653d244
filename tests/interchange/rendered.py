"""What LibreOffice makes of a docx: the size and the font of each Han character, out of its own flat format."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from lxml import etree

__all__ = ["SOFFICE", "han_characters"]

SOFFICE: Final = shutil.which("soffice")
_HAN: Final = re.compile("[\u3400-\u9fff]")
_STYLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_SVG: Final = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
# No text of the page: notes have a place of their own, and marks of lists are generated.
_ASIDE: Final = frozenset([_TEXT + "note", _OFFICE + "annotation", _TEXT + "tracked-changes"])


def han_characters(paths: list[Path], folder: Path) -> dict[str, list[tuple[str, float, str]]]:
    """Return of each docx its Han characters with the sizes and the fonts that LibreOffice sets them in."""
    assert SOFFICE is not None
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [SOFFICE, profile, "--headless", "--convert-to", "fodt", "--outdir", str(folder), *map(str, paths)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return {path.name: list(_Flat(folder / f"{path.stem}.fodt").characters()) for path in paths}


class _Flat:
    """A document in LibreOffice's flat format."""

    def __init__(self, path: Path) -> None:
        parser = etree.XMLParser(huge_tree=True)
        self._root = etree.parse(str(path), parser).getroot()
        self._styles: dict[tuple[str, str], Any] = {}
        self._defaults: dict[str, Any] = {}
        self._faces: dict[str, str] = {}
        for element in self._root.iter(_STYLE + "style", _STYLE + "default-style", _STYLE + "font-face"):
            if element.tag == _STYLE + "font-face":
                face = element.get(_SVG + "font-family", "")
                self._faces[element.get(_STYLE + "name", "")] = face.strip("'")
            elif element.tag == _STYLE + "style":
                self._styles[element.get(_STYLE + "family", ""), element.get(_STYLE + "name", "")] = element
            else:
                self._defaults[element.get(_STYLE + "family", "")] = element

    def characters(self) -> Iterator[tuple[str, float, str]]:
        body = self._root.find(f"{_OFFICE}body/{_OFFICE}text")
        assert body is not None
        yield from self._walk(body, [])

    def _walk(self, element: Any, styles: list[tuple[str, str]]) -> Iterator[tuple[str, float, str]]:
        if element.tag in _ASIDE:
            return
        if element.tag in (_TEXT + "p", _TEXT + "h"):
            styles = [("paragraph", element.get(_TEXT + "style-name", ""))]
        elif element.tag in (_TEXT + "span", _TEXT + "a"):
            styles = [*styles, ("text", element.get(_TEXT + "style-name", ""))]
        yield from self._said(element.text, styles)
        for child in element:
            if isinstance(child.tag, str):
                yield from self._walk(child, styles)
            yield from self._said(child.tail, styles)

    def _said(self, text: str | None, styles: list[tuple[str, str]]) -> Iterator[tuple[str, float, str]]:
        found = _HAN.findall(text or "")
        displays = (one.get(_TEXT + "display") for one in self._levels(styles))
        hidden = next(filter(None, displays), "")
        if found and styles and hidden != "none":
            size, font = self._size(styles), self._value(styles, "font-name-asian")
            yield from ((character, size, self._faces.get(font, font)) for character in found)

    def _levels(self, styles: list[tuple[str, str]]) -> Iterator[Any]:
        """Yield the properties that hold, from the strongest."""
        for family, style_name in reversed(styles):
            name = style_name
            while (style := self._styles.get((family, name))) is not None:
                properties = style.find(_STYLE + "text-properties")
                if properties is not None:
                    yield properties
                name = style.get(_STYLE + "parent-style-name", "")
        default = self._defaults.get("paragraph")
        properties = default.find(_STYLE + "text-properties") if default is not None else None
        if properties is not None:
            yield properties

    def _value(self, styles: list[tuple[str, str]], name: str) -> str:
        return next((one.get(_STYLE + name) for one in self._levels(styles) if one.get(_STYLE + name)), "")

    def _size(self, styles: list[tuple[str, str]]) -> float:
        factor = 1.0
        for one in self._levels(styles):
            said = one.get(_STYLE + "font-size-asian")
            if said and said.endswith("%"):
                factor *= float(said[:-1]) / 100
            elif said:
                return round(float(said.removesuffix("pt")) * factor, 1)
        return 0.0
