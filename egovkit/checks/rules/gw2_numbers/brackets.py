"""The brackets around the year of a number (年份括号), whichever pair they are."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["YEAR_IN_BRACKETS"]

YEAR_IN_BRACKETS: Final = re.compile(
    r"(?P<left>[\[［【﹝(（〖{｛〔匚])[^\]］】﹞)）〗}｝〕]{2,12}?(?P<right>[\]］】﹞)）〗}｝〕])"
)
