"""Parts that are added to a docx (新增部件): each with its type, and the relation by which the main part knows it."""

from __future__ import annotations

import posixpath
from typing import Any, Final

from egovkit.interchange.extras import extra
from egovkit.interchange.word.parts import OpenParts

__all__ = ["add_part"]

_KIND: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_TYPES: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATIONS: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_LINK: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_STRICT_LINK: Final = "http://purl.oclc.org/ooxml/officeDocument/relationships/"
_STRICT: Final = "http://purl.oclc.org/"


def add_part(parts: OpenParts, kind: str, root: Any) -> str:
    """Add a part that the main one is related to (新增部件), and return the id of the relation.

    `kind` is that of the relation and of the content (comments, styles, footer); the part is called so, with a number where a
    part has the name.
    """
    package = parts.package
    folder, file = posixpath.split(parts.main)
    name, at = posixpath.join(folder, f"{kind}.xml"), 1
    while package.raw(name) is not None or name in parts.changed:
        at += 1
        name = posixpath.join(folder, f"{kind}{at}.xml")
    parts.add(name, root)
    types = parts.root("[Content_Types].xml")
    said = types.makeelement(_TYPES + "Override")
    said.set("PartName", f"/{name}")
    said.set("ContentType", _KIND.format(kind))
    types.append(said)
    listed = posixpath.join(folder, "_rels", f"{file}.rels")
    relations = parts.root(listed) if package.raw(listed) is not None or listed in parts.changed else None
    if relations is None:
        etree = extra("lxml.etree", "docx", "to mend a docx")
        relations = parts.add(listed, etree.Element(_RELATIONS + "Relationships", nsmap={None: _RELATIONS[1:-1]}))
    ids = {one.get("Id") for one in relations}
    wanted = f"rId{kind.capitalize()}"
    free = next(each for each in map(f"{wanted}{{}}".format, range(1, len(ids) + 2)) if each not in ids)
    relation = relations.makeelement(_RELATIONS + "Relationship")
    relation.set("Id", free)
    relation.set("Type", (_STRICT_LINK if parts.names(parts.main).space.startswith(_STRICT) else _LINK) + kind)
    relation.set("Target", posixpath.basename(name))
    relations.append(relation)
    parts.changed |= {name, listed, "[Content_Types].xml"}
    return free
