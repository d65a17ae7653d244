"""A text with its mentions marked in Markdown, a footnote for each (Markdown 标注)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from egovkit.citations.labels import Label, pieces
from egovkit.text.patterns import LatePattern

__all__ = ["escape_markdown", "to_markdown"]

_SPECIAL = LatePattern(r"[\\`*_\[\]<>&|~$]")
_LEADING = LatePattern(r"(?m)^(?:(\t| \t|  \t|   \t|    )|[ ]{0,3}(?:([#+\-=:])|[0-9]{1,9}([.)])))")


def to_markdown(text: str, labels: Sequence[Label]) -> str:
    """Return a text with its mentions marked in Markdown, a footnote for each (脚注)."""
    out: list[str] = []
    escapes = _escapes(text)
    place, written = next(escapes)
    for piece in pieces(labels, len(text)):
        if piece.kind == "open":
            out.append("<mark>")
        elif piece.kind == "close":
            out.append(f"</mark>[^{piece.index + 1}]" if piece.last else "</mark>")
        else:
            at = piece.start
            while place < piece.end:
                out += (text[at:place], written)
                at = place + 1
                place, written = next(escapes)
            out.append(text[at : piece.end])
    notes = [_note(labels, index) for index in range(len(labels))]
    return "".join(out) + ("\n\n" + "\n".join(notes) + "\n" if notes else "")


def escape_markdown(text: str) -> str:
    """Escape a text so that Markdown prints it as it is (转义).

    >>> escape_markdown("1. *注意*")
    '1\\\\. \\\\*注意\\\\*'
    """
    return "".join(_escaped(text))


def _escaped(text: str) -> Iterator[str]:
    at = 0
    for place, written in _escapes(text):
        yield text[at:place]
        yield written
        at = place + 1


def _escapes(text: str) -> Iterator[tuple[int, str]]:
    """Yield each character that Markdown would read as markup, with what to write for it; last, the end."""
    found = {match.start(): "\\" + match[0] for match in _SPECIAL.finditer(text)}
    for match in _LEADING.finditer(text):
        place = match.start() if match[1] else match.end() - 1
        # Markdown cannot escape a blank with a backslash: an indented line would become code.
        found[place] = f"&#{ord(text[place])};" if match[1] else "\\" + text[place]
    found |= {match.start(): "&#13;" for match in re.finditer("\r", text)}
    found |= dict.fromkeys(_breaks(text), "\\\n")
    yield from sorted(found.items())
    yield len(text), ""


def _breaks(text: str) -> Iterator[int]:
    """Yield where a line break of the text stays one in print: beside a blank line it is none."""
    place, was_blank = -1, True
    for line in text.split("\n"):
        is_blank = not line.strip()
        if not (is_blank or was_blank):
            yield place
        place += len(line) + 1
        was_blank = is_blank


def _note(labels: Sequence[Label], index: int) -> str:
    label = labels[index]
    facts = {name: _SPECIAL.sub(r"\\\g<0>", " ".join(fact.split())) for name, fact in label.facts().items()}
    kind = facts.pop("kind")
    shown = " · ".join(facts.values())
    if label.antecedent is not None:
        shown += f"{' · ' if shown else ''}see [^{label.antecedent + 1}]"
    return f"[^{index + 1}]: {kind}: {shown}" if shown else f"[^{index + 1}]: {kind}"
