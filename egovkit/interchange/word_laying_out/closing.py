"""Where the organs that sign and the date are, by how long they are (落款位置)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from egovkit.checks.laid_out import Laid
from egovkit.documents.blocks import Element
from egovkit.documents.laying_out.element_styles import BY_ELEMENT
from egovkit.models.type_area import CHARACTERS
from egovkit.text.breaking import width
from egovkit.text.folding import BLANKS

__all__ = ["closing_indents"]

# Organs of one line are further apart than the characters of one that is short.
_APART: Final = re.compile(rf"[{BLANKS}]{{2,}}")
_DATE_IN: Final = BY_ELEMENT[Element.DATED].right
_ORGAN_IN: Final = BY_ELEMENT[Element.SIGNATURE].right


def closing_indents(closing: Sequence[Laid], sealed: bool) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield how far in from the right each line of a closing is (落款缩进), by where its paragraph begins.

    Sealed (7.3.5.1): the date four characters in, the organ centred on it, of several in a line the last one. Without a seal (7.3.5.2): the organ two in and the
    date below, its first character two to the right of the organ's; a longer date two in, and the organ further.
    """
    organs: list[Laid] = []
    for laid in closing:
        if laid.kind is Element.SIGNATURE:
            organs.append(laid)
            continue
        widest = max((width(one.text.strip()) for one in organs), default=0.0)
        dated = width(laid.text.strip())
        date_in = _DATE_IN if sealed else _unsealed(widest, dated)[1]
        for one in organs:
            own = width(one.text.strip())
            if sealed:
                last = width(_APART.split(one.text.strip())[-1])
                organ_in = max(0.0, min(date_in + (dated - last) / 2, CHARACTERS - own))
            else:
                organ_in = _unsealed(widest, dated)[0] + widest - own
            yield one.paragraph.start, {"indents": (0.0, 0.0, organ_in)}
        yield laid.paragraph.start, {"indents": (0.0, 0.0, date_in)}
        organs = []


def _unsealed(organ: float, date: float) -> tuple[float, float]:
    """Return how far in the organ and the date are without a seal."""
    if not organ:
        return _ORGAN_IN, _ORGAN_IN
    if date <= organ - 2:
        # The date begins two characters to the right of where the organ does.
        return _ORGAN_IN, organ - date
    return _ORGAN_IN + 2 + date - organ, _ORGAN_IN
