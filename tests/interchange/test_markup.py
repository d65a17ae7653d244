"""Text in XML is escaped as the standard library escapes it."""

from __future__ import annotations

from xml.sax import saxutils

from hypothesis import given
from hypothesis import strategies as st

from egovkit.interchange.markup import escape, quoteattr

TEXTS = st.text(st.sampled_from("甲a<>&\"'\n\r\t; #"), max_size=12)


@given(TEXTS)
def test_as_the_standard_library(text: str) -> None:
    assert escape(text) == saxutils.escape(text)
    assert quoteattr(text) == saxutils.quoteattr(text)
