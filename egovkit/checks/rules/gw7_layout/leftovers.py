"""GW781 to GW785: what is to go before publication (遗留信息)."""

from __future__ import annotations

from collections.abc import Iterator

from egovkit.checks.rule import Hit
from egovkit.checks.standards import leftover
from egovkit.checks.subject import Subject
from egovkit.models.layout import LeftoverKind


def _left(subject: Subject, message: str, message_en: str, *kinds: LeftoverKind) -> Iterator[Hit]:
    layout = subject.layout
    found = [one for one in layout.leftovers if one.kind in kinds] if layout is not None else []
    places = sorted({place for one in found for place in one.places})
    for start, end in places or ([(0, 0)] if found else []):
        yield Hit(start, end, message, message_en)


@leftover("GW781", "tracked-changes-left", "遗留修订")
def tracked_changes_left(subject: Subject) -> Iterator[Hit]:
    """No tracked change is left.

    Why: whoever opens the file reads what was written before, and by whom.
    """
    kinds = (LeftoverKind.INSERTION, LeftoverKind.DELETION, LeftoverKind.FORMATTING)
    return _left(subject, "还留有修订，发布前应接受或拒绝", "a tracked change is left", *kinds)


@leftover("GW782", "comments-left", "遗留批注")
def comments_left(subject: Subject) -> Iterator[Hit]:
    """No comment is left.

    Why: comments are for those who draft.
    """
    return _left(subject, "还留有批注，发布前应删除", "a comment is left", LeftoverKind.COMMENT)


@leftover("GW783", "hidden-text-left", "遗留隐藏文字")
def hidden_text_left(subject: Subject) -> Iterator[Hit]:
    """No hidden text is left.

    Why: it is not printed, and anybody can show it.
    """
    return _left(subject, "还留有隐藏文字，发布前应删除", "hidden text is left", LeftoverKind.HIDDEN)


@leftover("GW784", "highlights-left", "遗留突出显示")
def highlights_left(subject: Subject) -> Iterator[Hit]:
    """No text is highlighted.

    Why: what is highlighted was still to be looked at.
    """
    return _left(subject, "还留有突出显示的文字，发布前应取消", "highlighted text is left", LeftoverKind.HIGHLIGHT)


@leftover("GW785", "author-names-left", "遗留作者信息")
def author_names_left(subject: Subject) -> Iterator[Hit]:
    """The properties of the file name nobody.

    Why: a document is its organ's; who drafted it, and on whose computer, is nobody's business.
    """
    return _left(subject, "文件属性中留有作者姓名，发布前应清除", "the properties name an author", LeftoverKind.AUTHOR)
