"""The text of the lines of a docx: what its runs hold, and what stands for something else in them (行内文字)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from egovkit.interchange.flow import Flow, Traced
from egovkit.interchange.locations import Origin
from egovkit.interchange.word.elements import (
    BREAKS,
    FIXED,
    MC,
    NOTES,
    SILENT,
    M,
    V,
    W,
    choice,
    is_hidden,
    symbol,
    too_deep,
)
from egovkit.interchange.word.trace import Trace
from egovkit.text import limits

__all__ = ["MAX_DEPTH", "LineReader"]

MAX_DEPTH: Final = 200

# Compared with every element: what they are put together of is not, each time.
_TEXT: Final = W + "t"
_RUN: Final = W + "r"
_BOX: Final = W + "txbxContent"
_SYMBOL: Final = W + "sym"
_WORD_ART: Final = V + "textpath"
_ALTERNATIVES: Final = MC + "AlternateContent"
_FORMULA: Final = M + "t"


class LineReader:
    """Reads what is inside of paragraphs (行内读取): `flow` is what it writes, `trace` where that is from."""

    def __init__(self) -> None:
        self.flow = Flow()
        self.trace = Trace()
        self._notes: dict[tuple[str, str], str] = {}
        # How many alternatives one is inside of.
        self._alternatives = 0

    def aside(self, work: Callable[..., None], *given: Any) -> Traced:
        """Return what some work writes, apart from the text that is being written (另写)."""
        outer, self.flow = self.flow, Flow()
        try:
            work(*given)
            return self.flow.traced()
        finally:
            self.flow = outer

    def inline(self, holder: Any, depth: int, boxes: list[tuple[bool, Any]]) -> None:
        """Write what a paragraph or a run holds; of each text box take down whether text is before it (行内)."""
        if depth > MAX_DEPTH:
            raise too_deep()
        for element in holder:
            tag = element.tag
            if tag == _TEXT:
                # What holds nothing is from nowhere: a file may have as many of these as it likes.
                if text := element.text:
                    self.flow.keep(text, self.trace.note(element))
            elif tag == _BOX:
                boxes.append((not self.flow.is_empty, element))
            elif tag == _WORD_ART:
                # The mark of an organ is often word art, its text an attribute.
                boxes.append((not self.flow.is_empty, element.get("string", "")))
            elif tag == _ALTERNATIVES:
                self.alternative(self.inline, element, depth + 1, boxes)
            elif tag in BREAKS:
                self.flow.end_line()
            elif (text := self._sign(element, tag)) is not None:
                # A tab is a character of its run, a symbol none.
                if text:
                    slot = self.trace.note(element) if tag in FIXED else self.trace.note(origin=Origin.SIGN)
                    self.flow.keep(text, slot)
            elif isinstance(tag, str) and tag not in SILENT and not (tag == _RUN and is_hidden(element)):
                self.inline(element, depth + 1, boxes)

    def _sign(self, element: Any, tag: str) -> str | None:
        """Return what an element other than text stands for; None where it only holds others."""
        if tag == _FORMULA:
            return element.text or ""
        if tag == _SYMBOL:
            return symbol(element)
        if tag in NOTES:
            return self._note(NOTES[tag], element.get(W + "id", ""))
        return FIXED.get(tag)

    def alternative(self, work: Callable[..., None], element: Any, *given: Any) -> None:
        """Do some work on the branch of an alternative that is read (分支)."""
        self._alternatives += 1
        if self._alternatives > limits.MAX_ALTERNATIVES:
            raise too_deep()
        work(choice(element), *given)
        self._alternatives -= 1

    def _note(self, kind: str, name: str) -> str:
        # A second reference to a note is one to the same note.
        return self._notes.setdefault((kind, name), f"[{len(self._notes) + 1}]")
