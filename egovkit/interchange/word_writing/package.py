"""The package of a docx that is written (文件包): its parts around the text, the same bytes for the same document."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from typing import Final

from egovkit.documents.laying_out.element_styles import STYLES
from egovkit.interchange.markup import escape, quoteattr
from egovkit.interchange.word.styles import W_NAMESPACE, styles_part
from egovkit.interchange.word_writing.pieces import bearable, paragraph, run
from egovkit.models.layout_profile import FONTS, Family, LayoutProfile
from egovkit.models.type_area import TWIPS

__all__ = ["packed", "section"]

_OPEN: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_TYPES: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_SPACES: Final = f'xmlns:w="{W_NAMESPACE}" xmlns:r="{_R}"'
# A zip knows of no time before; no file should tell when it was made.
_TIME: Final = (1980, 1, 1, 0, 0, 0)

# What the products of one family are called elsewhere; a word processor that lacks the one takes the next.
_ALIASES: Final[dict[Family, tuple[str, ...]]] = {
    "仿宋": ("仿宋", "FangSong", "华文仿宋", "STFangsong", "方正仿宋_GBK"),
    "黑体": ("SimHei", "华文黑体", "STHeiti", "方正黑体_GBK"),
    "楷体": ("楷体", "KaiTi", "华文楷体", "STKaiti", "方正楷体_GBK"),
    "宋体": ("SimSun", "NSimSun", "华文宋体", "STSong"),
    "小标宋": ("方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "FZXBSJW--GB1-0", "华文中宋", "STZhongsong"),
}
_FIELD: Final = ("begin", "separate", "end")


def _footer(profile: LayoutProfile, side: str) -> str:
    """Return the foot of odd or even pages: the number between dashes, one character from the outer edge."""
    style = STYLES["gwPageNumber"]
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in _FIELD)
    code = '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    number = f"{begin}{code}{separate}{run('1', profile)}{end}"
    left, right = (style.right if side == edge else 0.0 for edge in ("left", "right"))
    held = paragraph(style, run("— ", profile), number, run(" —", profile), left=left, right=right, align=side)
    return f"{_OPEN}<w:ftr {_SPACES}>{held}</w:ftr>"


def _settings() -> str:
    return (
        f'{_OPEN}<w:settings {_SPACES}><w:evenAndOddHeaders/><w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
    )


def _font_table(profile: LayoutProfile) -> str:
    fonts: dict[str, Family] = {profile.font(family): family for family in FONTS}
    held = "".join(
        f"<w:font w:name={quoteattr(font)}><w:altName w:val={quoteattr(','.join(n for n in _ALIASES[family] if n != font))}/>"
        "</w:font>"
        for font, family in fonts.items()
    )
    return f"{_OPEN}<w:fonts {_SPACES}>{held}</w:fonts>"


def section(profile: LayoutProfile, kinds: Mapping[str, str], *, first_differs: bool) -> str:
    """Return the properties of the pages (节属性); `kinds` are heads and feet by the id of their relation."""
    page = profile.page
    named = "".join(
        f'<w:{name.rstrip("0123456789")}Reference w:type="{kind}" r:id="{name}"/>'
        for name, kind in sorted(kinds.items())
    )
    edges = {"top": page.top, "right": page.right, "bottom": page.bottom, "left": page.left}
    margins = " ".join(f'w:{edge}="{round(length * TWIPS)}"' for edge, length in edges.items())
    differs = "<w:titlePg/>" if first_differs else ""
    return (
        f'<w:sectPr>{named}<w:pgSz w:w="{round(page.width * TWIPS)}" w:h="{round(page.height * TWIPS)}"/>'
        f'<w:pgMar {margins} w:header="851" w:footer="{round(page.footer * TWIPS)}" w:gutter="0"/>{differs}'
        f'<w:docGrid w:type="lines" w:linePitch="{round((page.line_pitch or 0) * 20)}"/></w:sectPr>'
    )


def packed(body: Iterable[str], title: str, profile: LayoutProfile, first_header: str = "") -> bytes:
    """Return a docx of the pieces of a body (打包): `first_header` is what the first page has for a head, and then that page bears no number."""
    parts = {"footer1": _footer(profile, "right"), "footer2": _footer(profile, "left")}
    kinds = {"footer1": "default", "footer2": "even"}
    if first_header:
        parts["header1"] = f"{_OPEN}<w:hdr {_SPACES}>{first_header}</w:hdr>"
        parts["footer3"] = f"{_OPEN}<w:ftr {_SPACES}>{paragraph('gwPageNumber')}</w:ftr>"
        kinds |= {"header1": "first", "footer3": "first"}
    around = {"styles": styles_part(profile), "settings": _settings(), "fontTable": _font_table(profile)}
    links = "".join(
        f'<Relationship Id="{name}" Type="{_R}/{name.rstrip("0123456789")}" Target="{name}.xml"/>'
        for name in (*around, *parts)
    )
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPES}.{name.rstrip("0123456789")}+xml"/>'
        for name in (*around, *parts)
    )
    files: dict[str, str | Iterator[str]] = {
        "[Content_Types].xml": f'{_OPEN}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        'ContentType="application/xml"/><Override PartName="/word/document.xml" '
        f'ContentType="{_TYPES}.document.main+xml"/>{types}<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
        "_rels/.rels": f'{_OPEN}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="document" '
        f'Type="{_R}/officeDocument" Target="word/document.xml"/><Relationship Id="core" '
        f'Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>',
        "word/document.xml": _whole(body, section(profile, kinds, first_differs=bool(first_header))),
        "word/_rels/document.xml.rels": f'{_OPEN}<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>',
        **{f"word/{name}.xml": xml for name, xml in (around | parts).items()},
        # A document is its organ's: no author is named.
        "docProps/core.xml": f'{_OPEN}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(bearable(title))}</dc:title></cp:coreProperties>',
    }
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in files.items():
            entry = zipfile.ZipInfo(name, _TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            with archive.open(entry, "w") as part:
                for piece in (xml,) if isinstance(xml, str) else xml:
                    part.write(piece.encode("utf-8"))
    return out.getvalue()


def _whole(body: Iterable[str], section: str) -> Iterator[str]:
    """Yield the main part, piece by piece: of a text of long tables it is a hundred times as long as the text."""
    yield f"{_OPEN}<w:document {_SPACES}><w:body>"
    last = ""
    for piece in body:
        yield piece
        last = piece or last
    # What ends a document is a paragraph, not a table.
    end = paragraph("gwBase", line=1.0) if last.endswith("</w:tbl>") else ""
    yield f"{end}{section}</w:body></w:document>"
