"""Splitting and changing the runs of a docx (文字块): what is formatted one way stays so."""

from __future__ import annotations

from copy import deepcopy
from typing import Any, Final

__all__ = ["Names", "alone", "copy_run", "put_text", "split_before"]

_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


class Names:
    """The names of the elements of a part (元素名), whichever edition of the format it is written in."""

    def __init__(self, root: Any) -> None:
        self.space = root.tag.rpartition("}")[0].lstrip("{")

    def __call__(self, name: str) -> str:
        """Return the full name of an element or attribute (全名)."""
        return f"{{{self.space}}}{name}"


def put_text(text: Any, content: str) -> None:
    """Give a piece of text its content (写入文字): blanks at its edges are kept only where it says so."""
    text.text = content
    if content != content.strip():
        text.set(_SPACE, "preserve")


def copy_run(run: Any, names: Names) -> Any:
    """Return an empty run of the same format (同格式文字块)."""
    new = run.makeelement(run.tag, dict(run.attrib), run.nsmap)
    properties = run.find(names("rPr"))
    if properties is not None:
        new.append(deepcopy(properties))
    return new


def split_before(text: Any, offset: int, names: Names) -> Any:
    """Part the run of a piece of text before a character of it (拆分), and return the piece that begins with that.

    What the run holds after it goes along; a run that would be empty is none.
    """
    run = text.getparent()
    if offset:
        rest = text.makeelement(text.tag, dict(text.attrib), text.nsmap)
        put_text(rest, (text.text or "")[offset:])
        put_text(text, (text.text or "")[:offset])
        text.addnext(rest)
    else:
        rest = text
    properties = names("rPr")
    if all(child.tag == properties for child in rest.itersiblings(preceding=True)):
        return rest
    new = copy_run(run, names)
    following = [rest, *rest.itersiblings()]
    # What follows the run in its paragraph is its tail only between two elements, as white space.
    new.tail, run.tail = run.tail, None
    new.extend(following)
    run.addnext(new)
    return rest


def alone(text: Any, names: Names) -> Any:
    """Return a run that holds one piece of text and nothing else (独占): the runs on both sides hold the rest."""
    split_before(text, 0, names)
    following = next(text.itersiblings(), None)
    if following is not None:
        split_before(following, 0, names)
    return text.getparent()
