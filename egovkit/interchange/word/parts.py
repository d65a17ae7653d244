"""The parts of a docx opened to be changed (可改部件): paragraphs and runs by number, and the parts written again."""

from __future__ import annotations

from typing import Any

from egovkit.interchange.extras import extra
from egovkit.interchange.flow import Run
from egovkit.interchange.word.elements import MC, NO_SIGN, SIGNS
from egovkit.interchange.word.package import Package
from egovkit.interchange.word.runs import Names
from egovkit.interchange.word.strand import Strand
from egovkit.interchange.word.trace import WordText

__all__ = ["OpenParts", "numbered"]


class OpenParts:
    """The parts of a docx as they are, in whichever edition (部件); `strand` makes those changed that are asked for."""

    def __init__(self, data: bytes) -> None:
        self.package = Package(data)
        self.main = self.package.main.name
        self._roots: dict[str, Any] = {}
        self._paragraphs: dict[str, list[Any]] = {}
        self._strands: dict[tuple[str, int], Strand] = {}
        self._stretches: dict[int, dict[tuple[str, int], list[Run]]] = {}
        self.changed: set[str] = set()

    def root(self, name: str) -> Any:
        """Return the tree of a part (部件的树), to be changed."""
        if name not in self._roots:
            self._roots[name] = self.package.own_tree(name)
        return self._roots[name]

    def add(self, name: str, root: Any) -> Any:
        """Add a part (新增部件), and return its tree."""
        self._roots[name] = root
        self.changed.add(name)
        return root

    def names(self, name: str) -> Names:
        """Return the names of the elements of a part (元素名)."""
        return Names(self.root(name))

    def paragraph(self, part: str, number: int) -> Any:
        """Return a paragraph by number (段落)."""
        if part not in self._paragraphs:
            self._paragraphs[part] = list(self.root(part).iter(self.names(part)("p")))
        return self._paragraphs[part][number - 1]

    def strand(self, word: WordText, part: str, number: int) -> Strand:
        """Return the text of a paragraph as the pieces that hold it (段落文字), always the same for one of a text."""
        key = (f"{id(word)} {part}", number)
        if key not in self._strands:
            self._strands[key] = self._strand(word, part, number)
        return self._strands[key]

    def _strand(self, word: WordText, part: str, number: int) -> Strand:
        names = self.names(part)
        runs = list(self.paragraph(part, number).iter(names("r")))
        strand = Strand(part, names)
        for held in self._by_paragraph(word)[part, number]:
            spot = word.spots[held.slot]
            text = None if spot.run is None else _piece(runs[spot.run - 1], spot.offset, names)
            if text is not None:
                strand.add(held.start, held.end, text, held.offset)
        return strand

    def _by_paragraph(self, word: WordText) -> dict[tuple[str, int], list[Run]]:
        """Return the stretches of a text by paragraph, gathered once."""
        if id(word) not in self._stretches:
            found = self._stretches[id(word)] = {}
            for run in word.runs:
                spot = word.spots[run.slot]
                found.setdefault((spot.part, spot.paragraph or 0), []).append(run)
        return self._stretches[id(word)]

    def next_number(self) -> int:
        """Return a number that no change or comment of the main part and the open ones bears (修订编号)."""
        roots = {self.main: self.root(self.main), **self._roots}
        numbers = (
            element.get(Names(root)("id"), "")
            for root in roots.values()
            for element in root.iter(
                *map(Names(root), ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "comment"))
            )
        )
        return max(map(numbered, numbers), default=0) + 1

    def alike(self) -> list[tuple[Any, Any]]:
        """Return the pieces of text that open parts hold twice, for readers old and new (备用内容): those read come first."""
        found: list[tuple[Any, Any]] = []
        for name, root in self._roots.items():
            text = self.names(name)("t")
            for alternative in root.iter(MC + "AlternateContent"):
                read, *others = [list(branch.iter(text)) for branch in alternative] or [[]]
                for other in others:
                    if [one.text for one in read] == [one.text for one in other]:
                        found += zip(read, other, strict=True)
        return found

    def close(self) -> None:
        """Let go of all that is open (关闭部件), so that what was written can be read without two trees of it."""
        self.package.close()
        for held in (self._roots, self._paragraphs, self._strands, self._stretches):
            held.clear()

    def written(self) -> dict[str, bytes]:
        """Return the parts that were changed, as they are now (写出)."""
        etree = extra("lxml.etree", "docx", "to mend a docx")
        found: dict[str, bytes] = {}
        for name in sorted(self.changed):
            root = self._roots[name]
            about = root.getroottree().docinfo
            found[name] = etree.tostring(
                root.getroottree(),
                xml_declaration=True,
                encoding=about.encoding or "UTF-8",
                standalone=about.standalone,
            )
        return found


def numbered(name: str) -> int:
    """Return the number that a change or a comment bears (编号), which may be any string; 0 for what is none.

    >>> [numbered(name) for name in ("12", "-1", "²", "")]
    [12, 0, 0, 0]
    """
    return int(name) if name.isdecimal() and len(name) < 10 else 0


def _piece(run: Any, offset: int, names: Names) -> Any:
    """Return the piece of text that begins at an offset of a run; None where a tab does."""
    at = 0
    signs = frozenset(map(names, SIGNS))
    for child in run:
        if child.tag == names("t"):
            if at == offset and child.text:
                return child
            at += len(child.text or "")
        elif child.tag in signs:
            if at == offset and child.get(names("type")) not in NO_SIGN:
                return None
            at += child.get(names("type")) not in NO_SIGN
    return None
