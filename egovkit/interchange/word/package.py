"""The parts of a docx, opened with care: each is looked at before a parser sees it (安全打开)."""

from __future__ import annotations

import posixpath
import re
import sys
from importlib.util import find_spec
from itertools import islice
from typing import Any, Final, NamedTuple
from urllib.parse import unquote

from egovkit.errors import ReadError
from egovkit.interchange.containers import Budget, Container
from egovkit.interchange.extras import extra
from egovkit.text import limits

__all__ = ["Package", "Part", "damaged"]

# The two editions of the standard name the same elements in different spaces; the readers know the transitional one.
_STRICT: Final = re.compile(rb"(?<=[\"'])http://purl\.oclc\.org/ooxml/(\w+)/(main|math|relationships)(?=[\"'/])")
_TRANSITIONAL: Final = {
    b"wordprocessingml/main": b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"officeDocument/math": b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    b"officeDocument/relationships": b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
_BOX: Final = b"txbxContent"
_TITLE: Final = "{http://purl.org/dc/elements/1.1/}title"


class _Relation(NamedTuple):
    """What one part says of another: its name for it, of what kind it is, where it stands."""

    id: str
    kind: str
    target: str


class Part:
    """One part of a docx (部件): its tree, and the parts it is related to."""

    def __init__(self, package: Package, name: str) -> None:
        self.name = name
        self.root: Any = package.tree(name)
        self._package = package
        self._relations = package.relations(name)
        self._by_id = {one.id: one.target for one in self._relations}

    def related(self, kind: str) -> list[Part]:
        """Return the parts that it is related to in one way (相关部件): styles, numbering, footnotes; each once.

        None, one or several: what a word processor never writes is in a file all the same.
        """
        found = (self._package.part(one.target) for one in self._relations if one.kind == kind)
        return list({one.name: one for one in found if one is not None}.values())

    def attached(self, id: str) -> tuple[str, bytes] | None:
        """Return the name and the content of what is attached under an id (附带内容): a document in another format."""
        name = self._by_id.get(id, "")
        content = self._package.raw(name)
        return None if content is None else (name, content)

    def named(self, id: str) -> Part | None:
        """Return the part that it calls by an id (按标识取部件)."""
        return self._package.part(self._by_id[id]) if id in self._by_id else None


class Package:
    """A docx within bounds on its parts, their size, tags and attributes (文件包).

    Raises ReadError for a zip bomb, a document type declaration (an entity bomb needs one, and no docx has one), an
    encrypted, damaged or foreign package. A part is inspected because it is read, whatever its name and type say; what
    is not read (pictures, macros, embedded objects) is not unpacked.
    """

    def __init__(self, data: bytes, budget: Budget | None = None) -> None:
        self._parts: dict[str, Part] = {}
        self._inspected: set[str] = set()
        self._container = Container(data, "docx", budget)
        self._leads = self.relations("")
        self.main = self._main()

    @property
    def budget(self) -> Budget:
        """What is left of the bounds (余量)."""
        return self._container.budget

    def title(self) -> str:
        """Return what the file says that it is called, in its core properties (文件题名); empty where it does not say."""
        for one in self._leads:
            if one.kind != "core-properties":
                continue
            try:
                part = self.part(one.target)
            except ReadError:
                # The text is there all the same.
                continue
            found = part.root.find(_TITLE) if part is not None else None
            if found is not None and found.text:
                return str(found.text)
        return ""

    def part(self, name: str) -> Part | None:
        """Return a part by its name (部件), read once; None where there is none."""
        if name not in self._container:
            return None
        if name not in self._parts:
            self._parts[name] = Part(self, name)
        return self._parts[name]

    def let_go(self) -> None:
        """Let go of the tree of the main part (释放主部件树), which is read no more: what it is related to is known still."""
        self.main.root = None

    def close(self) -> None:
        """Let go of all that was read (关闭): parts and package hold one another, and would wait for a collector of garbage."""
        self.let_go()
        self._parts.clear()

    def raw(self, name: str) -> bytes | None:
        """Return a part that is no XML, or not read as such (部件原文); None where there is none."""
        return self._container.raw(name) if name in self._container else None

    def relations(self, name: str) -> list[_Relation]:
        """Return what a part says of others in the package (关系)."""
        folder, file = posixpath.split(name)
        listed = posixpath.join(folder, "_rels", f"{file}.rels")
        if listed not in self._container:
            return []
        # A relation may come without a type, and several with one id.
        inner = (one for one in self.tree(listed) if isinstance(one.tag, str) and one.get("TargetMode") != "External")
        found = [
            _Relation(one.get("Id", ""), (one.get("Type") or "").rpartition("/")[2], self._place(folder, one))
            for one in islice(inner, limits.MAX_PARTS + 1)
        ]
        if len(found) > limits.MAX_PARTS:
            message = "a part of the docx has more than {most} relations: save it again in a word processor"
            raise ReadError("read.parts", message, most=limits.MAX_PARTS)
        return found

    def tree(self, name: str) -> Any:
        """Return the tree of a part (部件的树)."""
        data = self._markup(name)
        # Few documents are of the strict edition, and to look for its spaces takes as long as to parse the part.
        if b"purl.oclc.org/ooxml/" in data:
            data = _STRICT.sub(_transitional, data)
        if sys.platform == "emscripten" and find_spec("lxml") is None:
            return self._plain(data)
        return self._parsed(data)

    def own_tree(self, name: str) -> Any:
        """Return the tree of a part in the edition that it is of (原样部件树), to be changed: inspected as any other."""
        if name not in self._container:
            raise damaged()
        return self._parsed(self._markup(name))

    def _markup(self, name: str) -> bytes:
        # What is read a second time is not counted a second time.
        if name in self._inspected:
            return self._container.raw(name)
        data = self._container.markup(name)
        self._inspected.add(name)
        # Each is named where it begins and where it ends.
        self.budget.boxes -= (data.replace(b"\0", b"") if b"\0" in data else data).count(_BOX) // 2
        if self.budget.boxes < 0:
            message = "the docx has more than {most} text boxes: split the document"
            raise ReadError("read.tags", message, most=limits.MAX_BOXES)
        return data

    def _parsed(self, data: bytes) -> Any:
        etree = extra("lxml.etree", "docx", "to read a docx")
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise damaged() from error
        # An encoding that is none of the usual hides it from the eye, not from the parser.
        if root.getroottree().docinfo.internalDTD is not None:
            raise self._container.entities()
        return root

    def _plain(self, data: bytes) -> Any:
        from egovkit.interchange.word.plain_tree import Declared, parse_plain  # where lxml has no wheel

        try:
            return parse_plain(data)
        except Declared as error:
            raise self._container.entities() from error
        except ValueError as error:
            raise damaged() from error

    def _main(self) -> Part:
        leads = (one.target for one in self._leads if one.kind == "officeDocument")
        found = next((part for part in map(self.part, leads) if part is not None), None)
        if found is None:
            raise damaged()
        return found

    def _place(self, folder: str, relation: Any) -> str:
        target = relation.get("Target", "").replace("\\", "/")
        place = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        return place if place in self._container else unquote(place)


def _transitional(found: re.Match[bytes]) -> bytes:
    return _TRANSITIONAL.get(found[1] + b"/" + found[2], found[0])


def damaged() -> ReadError:
    """Return the error for a docx whose parts do not fit (损坏)."""
    message = "the docx is damaged or incomplete: fetch it again, or open it in a word processor and save it as docx"
    return ReadError("read.truncated", message)
