"""Why a line was taken for what it is (依据): the ground that a reader gives for each line that it takes.

A ground is called after the module that holds its words, so that its name leads to the pattern or table that decided.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from egovkit.documents.blocks import Element
from egovkit.text.patterns import LatePattern

__all__ = ["Decision", "Ground"]


class Ground(NamedTuple):
    """What decides about a line (依据): its name (module, then rule), what it says, and what finds its words in a line.

    >>> Ground("line_facts.note", "a note in brackets", re.compile("此件")).word("（此件公开发布）")
    '此件'
    """

    name: str
    says: str
    words: re.Pattern[str] | LatePattern | Callable[[str], str | None] | None = None

    def word(self, line: str) -> str | None:
        """Return the words of a line that decided (命中的词); None where no word did, but the lines around it."""
        if isinstance(self.words, re.Pattern | LatePattern):
            found = self.words.search(line)
            return found[0].strip() or None if found is not None else None
        return self.words(line) if self.words is not None else None


@dataclass(frozen=True, slots=True)
class Decision:
    """What one line of a document was taken for, and why (判断).

    `start` and `end` delimit the line. `decided_by` names the rule, after the module of `egovkit.documents` that holds
    it; `says` what it says; `word` has the words of the line that decided, and is None where the lines around it did.

    >>> Decision(0, 5, Element.NOTE, "line_facts.note", "a note in brackets", "此件").element.value
    'note'
    """

    start: int
    end: int
    element: Element
    decided_by: str
    says: str
    word: str | None = None
