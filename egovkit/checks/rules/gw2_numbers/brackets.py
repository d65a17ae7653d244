"""The brackets around the year of a number (年份括号), whichever pair they are."""

from __future__ import annotations

import re
from typing import Final

from egovkit.text.folding import CLOSERS, OPENERS
from egovkit.text.patterns import LatePattern

__all__ = ["YEAR_IN_BRACKETS"]

_OPENED, _CLOSED = re.escape(OPENERS), re.escape(CLOSERS)
YEAR_IN_BRACKETS: Final = LatePattern(rf"(?P<left>[{_OPENED}匚])[^{_CLOSED}]{{2,12}}?(?P<right>[{_CLOSED}])")
