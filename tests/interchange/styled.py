"""Docx whose formats come from everywhere: defaults, a theme, styles based on styles, styles of characters and tables, direct ones."""

from __future__ import annotations

from random import Random
from typing import Final

from tests.interchange.packages import package, part

__all__ = ["docx_of_styles"]

_TEXT: Final = "各县人民政府要认真落实冬季防火工作的责任严禁在林区用火"
_FONTS: Final = ("仿宋_GB2312", "黑体", "楷体", "宋体", "Noto Sans CJK SC")
_THEMES: Final = ("minorEastAsia", "majorEastAsia")
_SIZES: Final = (18, 21, 24, 28, 32, 44)
_THEME: Final = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme>'
    '<a:majorFont><a:latin typeface="Arial"/><a:ea typeface="黑体"/></a:majorFont>'
    '<a:minorFont><a:latin typeface="Calibri"/><a:ea typeface="宋体"/></a:minorFont>'
    "</a:fontScheme></a:themeElements></a:theme>"
)


def docx_of_styles(seed: int, paragraphs: int) -> bytes:
    """Return a docx of so many paragraphs and a table for every ten, in styles drawn by a seed."""
    chance = Random(seed)  # noqa: S311  (the same documents each time)
    styles = [f"<w:docDefaults><w:rPrDefault>{_characters(chance, 0.9)}</w:rPrDefault></w:docDefaults>"]
    for at in range(12):
        based = f'<w:basedOn w:val="p{chance.randrange(at)}"/>' if at and chance.random() < 0.7 else ""
        default = ' w:default="1"' if at == 0 else ""
        name = "Normal" if at == 0 else f"p{at}"
        styles.append(
            f'<w:style w:type="paragraph"{default} w:styleId="p{at}"><w:name w:val="{name}"/>{based}'
            f"{_characters(chance, 0.5)}</w:style>"
        )
    for at in range(6):
        based = f'<w:basedOn w:val="c{chance.randrange(at)}"/>' if at and chance.random() < 0.5 else ""
        styles.append(
            f'<w:style w:type="character" w:styleId="c{at}"><w:name w:val="c{at}"/>{based}{_characters(chance, 0.5)}</w:style>'
        )
    body = []
    for at in range(paragraphs):
        body.append(_paragraph(chance))
        if at % 10 == 9:
            cells = "".join(f"<w:tc><w:tcPr/>{_paragraph(chance)}</w:tc>" for _ in range(2))
            body.append(f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr>{cells}</w:tr></w:tbl>")
    parts = [
        ("styles", part("styles", "".join(styles)), 1),
        ("theme", _THEME, 1),
        ("settings", part("settings", '<w:themeFontLang w:eastAsia="zh-CN"/>'), 1),
    ]
    return package("".join(body), parts)


def _paragraph(chance: Random) -> str:
    runs = "".join(
        f"<w:r>{_characters(chance, 0.3, named=True)}<w:t>{_TEXT[: chance.randrange(8, len(_TEXT))]}</w:t></w:r>"
        for _ in range(chance.randrange(2, 6))
    )
    style = f'<w:pPr><w:pStyle w:val="p{chance.randrange(12)}"/></w:pPr>' if chance.random() < 0.8 else ""
    return f"<w:p>{style}{runs}</w:p>"


def _characters(chance: Random, likely: float, *, named: bool = False) -> str:
    """Properties of characters, each of them with the same likelihood."""
    held = f'<w:rStyle w:val="c{chance.randrange(6)}"/>' if named and chance.random() < likely else ""
    if chance.random() < likely:
        slot, font = (
            ("eastAsiaTheme", chance.choice(_THEMES)) if chance.random() < 0.3 else ("eastAsia", chance.choice(_FONTS))
        )
        held += f'<w:rFonts w:{slot}="{font}"/>'
    if chance.random() < likely:
        held += f'<w:sz w:val="{chance.choice(_SIZES)}"/>'
    return f"<w:rPr>{held}</w:rPr>"
