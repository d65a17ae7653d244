"""Docx packages written by hand, part by part: what no word processor writes."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from io import BytesIO
from typing import Final

from tests.interchange.files import repack

_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES: Final = (
    f'xmlns:w="{_W}" xmlns:r="{_R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_TYPES: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_STRICT: Final = {
    b"http://schemas.openxmlformats.org/wordprocessingml/2006/main": b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    b"http://schemas.openxmlformats.org/officeDocument/2006/": b"http://purl.oclc.org/ooxml/officeDocument/",
}


def paragraph(text: str = "甲", properties: str = "") -> str:
    return f"<w:p>{properties and f'<w:pPr>{properties}</w:pPr>'}<w:r><w:t>{text}</w:t></w:r></w:p>"


def package(
    body: str,
    parts: Iterable[tuple[str, str, int]] = (),
    *,
    main: str = "word/document.xml",
    head: str = "",
    spaces: str = SPACES,
    kind: str = f"{_TYPES}.document",
) -> bytes:
    """Return a docx of a body and parts; of each its kind, its XML, and how many relations lead to it."""
    out = BytesIO()
    folder, file = main.split("/")
    parts = list(parts)
    relations = "".join(
        f'<Relationship Id="{name}{n}" Type="{_R}/{name}" Target="{name}.xml"/>'
        for name, _, so in parts
        for n in range(so)
    )
    types = "".join(
        f'<Override PartName="/{folder}/{name}.xml" ContentType="{_TYPES}.{name}+xml"/>' for name, _, _ in parts
    )
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/{main}" ContentType="{kind}.main+xml"/>{types}</Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="a" Type="{_R}/officeDocument" '
            f'Target="{main}"/></Relationships>',
        )
        archive.writestr(main, f"{head}<w:document {spaces}><w:body>{body}</w:body></w:document>")
        archive.writestr(
            f"{folder}/_rels/{file}.rels",
            f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>',
        )
        for name, xml, _ in parts:
            archive.writestr(f"{folder}/{name}.xml", xml)
    return out.getvalue()


def part(tag: str, content: str) -> str:
    """Return the XML of a part."""
    return f"<w:{tag} {SPACES}>{content}</w:{tag}>"


def strict(data: bytes) -> bytes:
    """Return a docx in the strict edition of the format."""

    def change(_: str, content: bytes) -> bytes:
        for old, new in _STRICT.items():
            content = content.replace(b'"' + old, b'"' + new)
        return content

    return repack(data, change)
