"""What each field of a document says of itself, from the table of elements: the site reads code without running it."""

from __future__ import annotations

from typing import Any

import griffe

from egovkit.documents.elements import about

__all__ = ["Elements"]

_DOCUMENT = "egovkit.documents.document.PolicyDocument."


class Elements(griffe.Extension):
    """Give the fields of `PolicyDocument` the descriptions of the table as docstrings."""

    def on_attribute_instance(self, *, attr: griffe.Attribute, **_: Any) -> None:
        name = attr.path.removeprefix(_DOCUMENT)
        if attr.docstring is None and name in about:
            attr.docstring = griffe.Docstring(about[name], parent=attr)
