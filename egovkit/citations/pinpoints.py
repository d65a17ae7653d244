"""The places named after each citation (引用的条款项): 《甲办法》（试行）第三条, 国发〔2014〕1号文件第三条."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from egovkit.citations.draft import CitationDraft
from egovkit.grammar.brackets import skip_blanks
from egovkit.grammar.pinpoints import is_heading, read_places
from egovkit.models.citation import Pinpoint
from egovkit.text.patterns import LatePattern

__all__ = ["read_pinpoints"]

_VERSION_NOTE = LatePattern(r"[ 　]?[（(][^（）()\n，。；;《》0-9]{2,10}[）)]")
_INTO = LatePattern("中?的|[中之]")
_FILE = LatePattern("[ 　]?号?文件?")
_LEADS_TO_PLACE = frozenset("（(号文的中之")
# One article, its paragraph and item, and nothing after them that could go on.
_PLAIN = LatePattern(
    r"第[〇零一二三四五六七八九十百千]{1,8}条(?:第[一二三四五六七八九十]{1,3}款)?(?:第（[一二三四五六七八九十]{1,3}）项)?"
    r"(?=[的规修所关“：，,。；、）)](?!\r?\s?第|[附（(〔0-9〇零一二三四五六七八九十百]))"
)


def read_pinpoints(text: str, drafts: Sequence[CitationDraft]) -> None:
    """Read the places named right after each citation (读条款项)."""
    for draft in drafts:
        at = skip_blanks(text, draft.end)
        if text[at : at + 1] in _LEADS_TO_PLACE:
            for lead in (_VERSION_NOTE, _FILE, _INTO):
                # 《甲办法》（试行）第三条, 国发〔2014〕1号文件第三条, 《甲办法》中的第三条
                found = lead.match(text, at)
                if found is not None and (lead is not _FILE or draft.numbers):
                    at = found.end()
        draft.places_end = draft.end
        # 《甲办法》第三次修正: how often, and no place.
        if text[at : at + 1] not in ("第", "附") or text[at + 2 : at + 3] == "次":
            continue
        if is_heading(text, draft.end, at):
            continue
        plain = _PLAIN.match(text, at)
        pinpoint = None if plain is None else _shared_pinpoint(plain[0])
        if plain is not None and pinpoint is not None:
            draft.pinpoint, draft.places_end = pinpoint, plain.end()
        elif (read := read_places(text, at)) is not None:
            # What its surroundings decide is not shared.
            draft.pinpoint = _shared_pinpoint(text[at : read[0]]) or Pinpoint(read[1])
            draft.places_end = read[0]


@lru_cache(maxsize=4096)
def _shared_pinpoint(surface: str) -> Pinpoint | None:
    """Return the one pinpoint of a surface (共用条款项): a million citations name few places."""
    read = read_places(surface, 0)
    return Pinpoint(read[1]) if read is not None and read[0] == len(surface) else None
