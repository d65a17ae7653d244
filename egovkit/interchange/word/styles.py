"""The styles of the standard in a docx (文档样式): what word processors call the table of styles by element.

Each style is whole in itself: all are based on one that says everything, so that what a file has for defaults, a theme and a
Normal does not show through.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from egovkit.documents.laying_out.element_styles import BASE, STYLES, Style
from egovkit.interchange.markup import escape, quoteattr
from egovkit.models.layout_profile import LayoutProfile
from egovkit.models.type_area import CHARACTER

__all__ = ["W_NAMESPACE", "fonts_xml", "indents_xml", "paragraph_xml", "run_xml", "style_xml", "styles_part"]

W_NAMESPACE: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

_OPEN: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_ALIGNED: Final = {"both": "both", "left": "left", "center": "center", "right": "right", "distribute": "distribute"}


def fonts_xml(style: Style, profile: LayoutProfile, *, hint: bool = False) -> str:
    """Return the fonts of a style (字体属性): those of Han characters, and of digits and letters.

    With `hint` “ ” — … are Han characters too, which they are for no style but for each run.
    """
    han = quoteattr(profile.font(style.family))
    latin = quoteattr(profile.latin or profile.font(style.family))
    hinted = ' w:hint="eastAsia"' if hint else ""
    return f"<w:rFonts{hinted} w:ascii={latin} w:hAnsi={latin} w:eastAsia={han} w:cs={latin}/>"


def run_xml(style: Style, profile: LayoutProfile, *, hint: bool = False) -> str:
    """Return all that a style says of characters (文字属性), in the order of the schema."""
    on = "" if style.bold else ' w:val="0"'
    size = round(style.size * 2)
    return (
        f'{fonts_xml(style, profile, hint=hint)}<w:b{on}/><w:bCs{on}/><w:i w:val="0"/><w:iCs w:val="0"/>'
        f'<w:color w:val="{style.color}"/><w:spacing w:val="{round(style.spacing * 20)}"/><w:kern w:val="0"/>'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    )


def indents_xml(
    left: float = 0.0, right: float = 0.0, first: float = 0.0, size: float = BASE.size, *, whole: bool = False
) -> str:
    """Return indents in characters of a size (缩进): in twips as well, for those who know no other measure.

    With `whole` all are said, those of nothing too, so that none is left from a style.

    >>> indents_xml(first=2.0)
    '<w:ind w:firstLineChars="200" w:firstLine="632"/>'
    """
    # A character of 3号 is set as wide as a 28th of the line.
    unit = (CHARACTER if size == BASE.size else size) * 20
    edge = "hanging" if first < 0 else "firstLine"
    given = [("left", left), ("right", right), (edge, abs(first))]
    said = [
        f'w:{name}Chars="{round(value * 100)}" w:{name}="{round(value * unit)}"'
        for name, value in given
        if value or whole
    ]
    return f"<w:ind {' '.join(said)}/>" if said else ""


def paragraph_xml(style: Style, profile: LayoutProfile) -> str:
    """Return all that a style says of paragraphs (段落属性), in the order of the schema."""
    keep, page = ("" if on else ' w:val="0"' for on in (style.keep_next, style.page_break))
    height = profile.height if style.line == BASE.line else style.line
    line = (
        f'w:line="{round(height * 20)}" w:lineRule="exact"' if height is not None else 'w:line="240" w:lineRule="auto"'
    )
    outline = "9" if style.outline is None else str(style.outline - 1)
    return (
        f'<w:keepNext{keep}/><w:keepLines w:val="0"/><w:pageBreakBefore{page}/><w:widowControl w:val="0"/>'
        '<w:kinsoku/><w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
        f'<w:snapToGrid w:val="0"/><w:spacing w:before="0" w:beforeAutospacing="0" w:after="0" w:afterAutospacing="0" {line}/>'
        f"{indents_xml(style.left, style.right, style.first, style.size, whole=True)}"
        f'<w:jc w:val="{_ALIGNED[style.align]}"/><w:outlineLvl w:val="{outline}"/>'
    )


def style_xml(style: Style, profile: LayoutProfile, *, is_default: bool = False) -> str:
    """Return a style as a docx has it (样式定义)."""
    kind = 'w:default="1"' if is_default else 'w:customStyle="1"'
    based = "" if is_default or style is BASE else f'<w:basedOn w:val="{BASE.id}"/>'
    return (
        f'<w:style w:type="paragraph" {kind} w:styleId="{style.id}"><w:name w:val="{escape(style.name)}"/>'
        f"{based}<w:qFormat/><w:pPr>{paragraph_xml(style, profile)}</w:pPr><w:rPr>{run_xml(style, profile)}</w:rPr></w:style>"
    )


def styles_part(profile: LayoutProfile) -> str:
    """Return the part of styles of a new docx (样式部件), in which a paragraph that names none has the base style."""
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts_xml(BASE, profile)}"
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
    )
    table = (
        '<w:style w:type="table" w:default="1" w:styleId="gwNoTable"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>'
        '<w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
    )
    normal = style_xml(replace(BASE, id="gwNormal", name="Normal"), profile, is_default=True)
    held = normal + "".join(style_xml(style, profile) for style in STYLES.values())
    return f'{_OPEN}<w:styles xmlns:w="{W_NAMESPACE}">{defaults}{held}{table}</w:styles>'
