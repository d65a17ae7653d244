"""What is shown of each mention, and how marks that nest and cross are walked through (标签与嵌套)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from egovkit.text.spans import Spanned

__all__ = ["Label", "Piece", "labels_of", "pieces"]


@dataclass(frozen=True, slots=True)
class Label:
    """What is shown of one mention (标签): its span, kind, value, relation, and the index of its antecedent."""

    start: int
    end: int
    kind: str
    value: str | None = None
    title: str | None = None
    relation: str | None = None
    antecedent: int | None = None

    def facts(self) -> dict[str, str]:
        """Return what is known of the mention, kind first, without what is unknown (要素).

        >>> Label(0, 2, "citation", relation="issue").facts()
        {'kind': 'citation', 'relation': 'issue'}
        """
        facts = {"kind": self.kind, "relation": self.relation, "value": self.value, "title": self.title}
        return {name: fact for name, fact in facts.items() if fact}


def labels_of(mentions: Iterable[Spanned], length: int) -> list[Label]:
    """Return the labels of mentions in order of start, longer before shorter (标签表).

    >>> from egovkit.models.mention import Mention
    >>> [label.start for label in labels_of([Mention(3, 4, "x", 1), Mention(0, 4, "wxyx", 2)], 4)]
    [0, 3]
    """
    ordered = sorted(mentions, key=lambda mention: (mention.start, -mention.end))
    for mention in ordered:
        if not 0 <= mention.start < mention.end <= length:
            raise ValueError(f"a mention at {mention.start}..{mention.end} is not in a text of {length} characters")
    places: dict[tuple[int, int], int] = {}
    for index, mention in enumerate(ordered):
        places.setdefault((mention.start, mention.end), index)
    return [_label(mention, places) for mention in ordered]


def _label(mention: Any, places: dict[tuple[int, int], int]) -> Label:
    value = getattr(mention, "value", None)
    kind = type(mention).__name__.removesuffix("Mention") or (type(value).__name__ if value is not None else "mention")
    numbers = [str(number.value) for number in getattr(mention, "numbers", None) or ()]
    relation = getattr(mention, "relation", None)
    antecedent = getattr(mention, "antecedent", None)
    own = places[mention.start, mention.end]
    found = None if antecedent is None else places.get((antecedent.start, antecedent.end))
    return Label(
        start=mention.start,
        end=mention.end,
        kind=kind.lower(),
        value=str(value) if value is not None else " ".join(numbers) or None,
        title=str(title) if (title := getattr(mention, "title", None)) is not None else None,
        relation=str(relation) if relation is not None else None,
        antecedent=found if found != own else None,
    )


@dataclass(frozen=True, slots=True)
class Piece:
    """One step through a marked text (片段).

    `kind` is text (from `start` to `end`), open or close (of the label at `index`; `first` where it opens for the
    first time, `last` where it closes for good).
    """

    kind: Literal["text", "open", "close"]
    start: int = 0
    end: int = 0
    index: int = 0
    first: bool = False
    last: bool = False


def pieces(spans: Sequence[Spanned], length: int) -> Iterator[Piece]:
    """Walk through a text and its marks so that every mark that opens closes properly nested (嵌套).

    `spans` are in the order of `labels_of`. Of two that cross, the one that began later is cut in two.

    >>> marks = [Label(0, 3, "a"), Label(2, 5, "b")]
    >>> "".join({"text": "ABCDE"[p.start:p.end], "open": "<", "close": ">"}[p.kind] for p in pieces(marks, 5))
    '<AB<C>><DE>'
    """
    opened: list[int] = []
    at = upcoming = 0
    while at < length or opened:
        stop = min((spans[index].end for index in opened), default=length)
        if upcoming < len(spans):
            stop = min(stop, spans[upcoming].start)
        if stop > at:
            yield Piece("text", at, stop)
            at = stop
        waiting: list[int] = []
        if any(spans[index].end == at for index in opened):
            lowest = next(depth for depth, index in enumerate(opened) if spans[index].end == at)
            for index in reversed(opened[lowest:]):
                over = spans[index].end == at
                yield Piece("close", index=index, last=over)
                if not over:
                    waiting.insert(0, index)
            del opened[lowest:]
        begun = upcoming
        while upcoming < len(spans) and spans[upcoming].start == at:
            upcoming += 1
        # What lasts longer goes outside, so that as few marks as possible are cut again.
        for index in sorted([*waiting, *range(begun, upcoming)], key=lambda index: (-spans[index].end, index)):
            yield Piece("open", index=index, first=index >= begun)
            opened.append(index)
