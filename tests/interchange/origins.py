"""Docx files in the manner of the programs that write them: which styles they bring along, and how they write feet and lists."""

from __future__ import annotations

from typing import Final

from tests.interchange.packages import package, paragraph, part

__all__ = ["ORIGINS"]

_LINES: Final = ("各县人民政府：", "一、总体要求", "各县要落实责任——不留死角。", "按时报送情况。")
_CLOSING: Final = ("云川市人民政府", "2024年6月3日")
_TITLE: Final = "关于做好冬季防火工作的通知"


def _style(name: str, content: str, *, kind: str = "paragraph", called: str = "", default: bool = False) -> str:
    first = ' w:default="1"' if default else ""
    return f'<w:style w:type="{kind}"{first} w:styleId="{name}"><w:name w:val="{called or name}"/>{content}</w:style>'


def _styled(text: str, style: str) -> str:
    return paragraph(text, f'<w:pStyle w:val="{style}"/>')


def _javascript() -> bytes:
    """Headings in blue by their styles, no default style, a number of pages in the foot."""
    styles = "".join(
        _style(name, f'<w:basedOn w:val="Normal"/><w:rPr><w:color w:val="2E74B5"/><w:sz w:val="{size}"/></w:rPr>')
        for name, size in (("Title", 56), ("Heading1", 32))
    )
    field = "".join(
        f"<w:r>{piece}</w:r>"
        for name in ("PAGE", "NUMPAGES")
        for piece in (
            "<w:t>第</w:t>",
            '<w:fldChar w:fldCharType="begin"/>',
            f"<w:instrText>{name}</w:instrText>",
            '<w:fldChar w:fldCharType="separate"/>',
            '<w:fldChar w:fldCharType="end"/>',
            "<w:t>页</w:t>",
        )
    )
    foot = f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{field}</w:p>'
    section = (
        '<w:sectPr><w:footerReference w:type="default" r:id="footer0"/><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    )
    body = _styled(_TITLE, "Title") + paragraph(_LINES[0]) + _styled(_LINES[1], "Heading1")
    body += "".join(map(paragraph, (*_LINES[2:], *_CLOSING))) + section
    return package(body, [("styles", part("styles", styles), 1), ("footer", part("ftr", foot), 1)])


def _office() -> bytes:
    """Text by a style of its own with space under it, links by a style of characters, bullets."""
    styles = (
        _style("Normal", '<w:rPr><w:rFonts w:eastAsia="Noto Sans CJK SC"/><w:sz w:val="24"/></w:rPr>', default=True)
        + _style(
            "BodyText", '<w:basedOn w:val="Normal"/><w:pPr><w:spacing w:before="0" w:after="140" w:line="276"/></w:pPr>'
        )
        + _style(
            "Heading1", '<w:basedOn w:val="Normal"/><w:pPr><w:keepNext/></w:pPr><w:rPr><w:b/><w:sz w:val="48"/></w:rPr>'
        )
        + _style("Hyperlink", '<w:rPr><w:color w:val="000080"/><w:u w:val="single"/></w:rPr>', kind="character")
    )
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/>'
        '<w:pPr><w:ind w:left="709" w:hanging="283"/></w:pPr></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    link = '<w:hyperlink w:anchor="a"><w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr><w:t>见附表。</w:t></w:r></w:hyperlink>'
    body = _styled(_TITLE, "Heading1") + "".join(_styled(line, "BodyText") for line in _LINES[:3])
    body += f'<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr>{link}</w:p>'
    listed = '<w:pStyle w:val="BodyText"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body += paragraph(_LINES[3], listed)
    body += "".join(paragraph(line, '<w:pStyle w:val="BodyText"/><w:jc w:val="end"/>') for line in _CLOSING)
    return package(body, [("styles", part("styles", styles), 1), ("numbering", part("numbering", numbering), 1)])


def _pandoc() -> bytes:
    """White space between the elements, bookmarks around headings, a first paragraph and those after it by styles of theirs."""
    styles = (
        _style("Normal", "", default=True)
        + _style(
            "BodyText",
            '<w:basedOn w:val="Normal"/><w:pPr><w:spacing w:before="180" w:after="180"/></w:pPr>',
            called="Body Text",
        )
        + _style("FirstParagraph", '<w:basedOn w:val="BodyText"/>', called="First Paragraph")
        + _style("Title", '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:spacing w:val="-10"/></w:rPr>')
        + _style(
            "Heading1",
            '<w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:color w:val="0F4761"/></w:rPr>',
            called="heading 1",
        )
    )
    lines = [
        _styled(_TITLE, "Title"),
        _styled(_LINES[0], "FirstParagraph"),
        f'<w:bookmarkStart w:id="9" w:name="a"/>{_styled(_LINES[1], "Heading1")}',
        *(_styled(line, "BodyText") for line in (*_LINES[2:], *_CLOSING)),
        '<w:bookmarkEnd w:id="9"/>',
    ]
    return package("\n    ".join(lines), [("styles", part("styles", styles), 1)])


def _boxed_number() -> bytes:
    """The page number in a text box, once for new readers and once for old ones; styles by numbers."""
    inner = '<w:p><w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>'
    box = f"<w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict>"
    foot = (
        f'<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps">{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>'
        "</mc:AlternateContent></w:r></w:p>"
    )
    styles = _style("1", '<w:rPr><w:sz w:val="21"/></w:rPr>', called="Normal", default=True)
    section = '<w:sectPr><w:footerReference w:type="default" r:id="footer0"/></w:sectPr>'
    title = paragraph(_TITLE, '<w:jc w:val="center"/><w:ind w:firstLineChars="200" w:firstLine="420"/>')
    body = title + "".join(map(paragraph, (*_LINES, *_CLOSING))) + section
    return package(body, [("styles", part("styles", styles), 1), ("footer", part("ftr", foot), 1)])


def _bare() -> bytes:
    """Paragraphs and nothing else: no styles, no settings, no page."""
    return package("".join(map(paragraph, (_TITLE, *_LINES, *_CLOSING))))


ORIGINS: Final = {
    "javascript": _javascript,
    "office": _office,
    "pandoc": _pandoc,
    "boxed-number": _boxed_number,
    "bare": _bare,
}
