"""Why a line was taken for what it is (依据): the ground that a reader gives for each line that it takes.

A ground is called after the module that gives it, so that its name leads to the pattern that decided.
"""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["Ground"]


class Ground(NamedTuple):
    """What decides about a line (依据): its name (module, then rule), what it says, and the pattern that holds its words.

    >>> Ground("line_facts.note", "a note in brackets", re.compile("此件|登报")).word("（此件公开发布）")
    '此件'
    """

    name: str
    says: str
    words: re.Pattern[str] | None = None

    def word(self, line: str) -> str | None:
        """Return what the pattern finds in a line (命中的词); None where the ground has no pattern, or another form."""
        found = self.words.search(line) if self.words is not None else None
        return found[0] or None if found is not None else None
