"""The table of contents of a document (目录): its title and its entries, up to where the first of them comes again."""

from __future__ import annotations

from typing import Final

from egovkit.documents.draft import Draft
from egovkit.documents.grounds import Ground
from egovkit.documents.line_facts import CONTENTS, LineFacts
from egovkit.text.folding import squeeze
from egovkit.text.limits import MAX_HEADING
from egovkit.text.patterns import LatePattern

__all__ = ["ENTRIES", "contents_end"]

_LEADERS: Final = LatePattern(r"[.…·．\s]{3,}[0-9]{1,3}$|\t[0-9]{1,3}$")
_MAX_LINES: Final = 1000

ENTRIES: Final = Ground("contents.entries", "目录, or an entry below it", CONTENTS)


def contents_end(draft: Draft, i: int) -> int:
    """Return the first line after the table of contents whose title is line `i` (目录止处)."""
    lines = draft.lines
    seen: set[str] = set()
    j = i + 1
    while j < draft.foot and j - i < _MAX_LINES:
        entry = _entry(lines[j])
        if entry is None or entry[0] in seen:
            break
        seen.add(entry[1])
        j += 1
    return j


def _entry(line: LineFacts) -> tuple[str, str] | None:
    """The words of an entry, with and without the dots and the number of its page; None where a line is none."""
    text = line.text
    leader = _LEADERS.search(text) is not None
    key = squeeze(text).strip("#*")
    if not leader:
        if len(text) > MAX_HEADING // 2 or (line.marker is None and not key.startswith("附")):
            return None
        if line.marker is not None and (line.marker.level == "article" or "。" in text):
            return None
    return key, _LEADERS.sub("", key) or key
