"""What of a document is never cut (分块之单元): its headings, sentences and rows, and the citations that go on between them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from egovkit.documents.blocks import Block, Element
from egovkit.documents.structure.section_tree import MAIN_TEXT, PART_TEXT, Section, part_ends
from egovkit.models.citation import Citation
from egovkit.text.breaking import ends_sentence
from egovkit.text.sentences import sentences

if TYPE_CHECKING:
    from egovkit.documents.document import PolicyDocument

__all__ = ["PARAGRAPHS", "SENTENCES", "TEXTS", "Piece", "pieces_of"]

# How deep a cut is: between texts, at headings from 1 on, between paragraphs, between rows of a table, between sentences.
TEXTS: Final = 0
PARAGRAPHS: Final = 1000
ROWS: Final = 1001
SENTENCES: Final = 1002
_RUN_IN: Final = 40
_HEADS: Final = frozenset({Element.HEADING, Element.PART_TITLE})


class Piece(NamedTuple):
    """What is never cut (单元): a sentence, a heading, a row; more than one where a citation goes on into the next.

    `cut` is how deep the cut before it is, `heads` whether it is a heading and nothing else.
    """

    spans: tuple[tuple[int, int], ...]
    path: tuple[str, ...]
    page: int | None
    cut: int
    heads: bool

    @property
    def start(self) -> int:
        """Where it begins (起)."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """Where it ends (止)."""
        return self.spans[-1][1]


def pieces_of(document: PolicyDocument) -> Iterator[Piece]:
    """Yield the headings, sentences and rows of the main text and of what it encloses, in order (单元).

    >>> from egovkit.documents.document import PolicyDocument
    >>> document = PolicyDocument.parse("关于防火的通知\\n一、总体要求\\n严禁用火。加强巡护。")
    >>> [(document.text[piece.start : piece.end], piece.heads) for piece in pieces_of(document)]
    [('一、总体要求', True), ('严禁用火。', False), ('加强巡护。', False)]
    """
    return _joined(_parted(document), document.citations)


def _parted(document: PolicyDocument) -> Iterator[Piece]:
    """Yield the headings, sentences and rows of the main text, then of every text that the document encloses."""
    ends = part_ends(document)
    texts = [
        (0, document.parts[0].start if document.parts else len(document.text) + 1, MAIN_TEXT),
        *((part.start, end, PART_TEXT) for part, end in zip(document.parts, ends, strict=True)),
    ]
    blocks = iter(document.blocks)
    block = next(blocks, None)
    for start, end, kinds in texts:
        above: Block | None = None
        while block is not None and block.start < end:
            if block.start >= start and block.kind in kinds:
                yield from _pieces_of(document.text, block, document.section_at(block.start), above)
                above = block
            block = next(blocks, None)


def _pieces_of(text: str, block: Block, section: Section | None, above: Block | None) -> Iterator[Piece]:
    path = () if section is None else section.path
    is_row = block.kind is Element.TABLE or "\t" in text[block.start : block.end]
    if above is None:
        cut = TEXTS
    elif section is not None and section.start == block.start:
        cut = len(path)
    else:
        cut = ROWS if is_row and block.kind is above.kind else PARAGRAPHS
    spans = [(block.start, block.end)] if is_row else list(sentences(text, block.start, block.end))
    heads = block.kind in _HEADS and _is_head(text, spans)
    for span in spans:
        yield Piece((span,), path, block.page, cut, heads)
        cut, heads = SENTENCES, False


def _is_head(text: str, spans: list[tuple[int, int]]) -> bool:
    """Say whether the first sentence of a heading heads what follows: a line without a stop, or words that run in."""
    start, end = spans[0]
    return end - start <= _RUN_IN if len(spans) > 1 else not ends_sentence(text[start:end])


def _joined(pieces: Iterator[Piece], citations: Sequence[Citation]) -> Iterator[Piece]:
    """Yield the pieces, those together between which a citation goes on, and the whole of one that begins or ends outside."""
    starts = [citation.start for citation in citations]

    def around(place: int) -> Citation | None:
        at = bisect_left(starts, place) - 1
        return citations[at] if at >= 0 and citations[at].end > place else None

    def whole(piece: Piece) -> Piece:
        cited = around(piece.end)
        *others, (begin, _) = piece.spans
        return piece if cited is None else piece._replace(spans=(*others, (begin, cited.end)))

    kept: Piece | None = None
    for piece in pieces:
        cited = around(piece.start)
        if kept is not None and cited is not None and cited.start < kept.end:
            kept = kept._replace(spans=(*kept.spans, *piece.spans), heads=False)
            continue
        if kept is not None:
            yield whole(kept)
        kept = piece
        if cited is not None:
            (_, end), *others = piece.spans
            kept = piece._replace(spans=((cited.start, end), *others))
    if kept is not None:
        yield whole(kept)
