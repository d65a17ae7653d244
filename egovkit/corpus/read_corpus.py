"""The documents of a corpus and their citations (语料文件与引用), each with the node that it is."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, Self

from egovkit.corpus.gathering import Conflict
from egovkit.corpus.identity import Identity
from egovkit.corpus.nodes import Node, nodes_of, printed
from egovkit.corpus.places import Level, place_of
from egovkit.corpus.sharing import shared
from egovkit.corpus.sketch import DocumentSketch, sketch
from egovkit.corpus.tasks import died, sketch_source, tasks_of
from egovkit.models.citation import Relation
from egovkit.models.dates import DocumentDate
from egovkit.models.frozen import Confidence

__all__ = ["CorpusCitation", "CorpusDocument", "ReadCorpus"]

_FEW: Final = 64
"""Documents that one process has read before a second has begun."""


@dataclass(frozen=True, slots=True)
class CorpusDocument:
    """A document of a corpus (语料文件); of one that could not be read `error` is a code and a message.

    - `id`: its name in the corpus, that of its file; `key`: the node that it is, the same for two copies of one.
    - `level`, `region`: of its issuer; None where that is not known.
    """

    id: str
    key: str | None
    number: str | None
    title: str | None
    kind: str | None
    issuers: tuple[str, ...]
    dated: DocumentDate | None
    level: Level | None
    region: str | None
    error: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class CorpusCitation:
    """A citation of a corpus (语料引用): `source` and `target` are keys of nodes.

    - `target`: None where the text does not say which document it means; the document's own key where it means itself.
    - `relation`, `pinpoint`: the role, and the place in the cited document; `title`: as cited.
    - `day`: the date of the citing document; `confidence`: how sure the target is.
    - `document`, `start`, `end`: the citing document's id, and where in its text.
    """

    source: str
    target: str | None
    relation: Relation
    pinpoint: str | None
    day: DocumentDate | None
    confidence: Confidence | None
    title: str | None
    document: str
    start: int
    end: int


class ReadCorpus:
    """Documents that were read together, who cites whom (已读语料); `Corpus` adds what follows from it."""

    def __init__(self, sketches: Iterable[DocumentSketch]) -> None:
        self._sketches = tuple(sketches)

    @classmethod
    def read(cls, sources: Any, jobs: int | None = None) -> Self:
        """Read documents together (读语料).

        `sources` is a folder, a pattern or a file, several of them, or texts: a mapping from names to texts, an iterable
        of `PolicyDocument`. A string is a path; one with a line break is a text. `jobs` is the number of processes, by
        default one for each core where there is much to read. What cannot be read is a document with an `error`.
        """
        tasks, documents = tasks_of(sources)
        if documents:
            return cls(sketch(document, name) for name, document in documents)
        cores = (os.cpu_count() or 1) if jobs is None and len(tasks) > _FEW else jobs or 1
        return cls(shared(sketch_source, tasks, cores, died))

    # ---- what it holds ----

    @cached_property
    def _identity(self) -> Identity:
        return Identity(self._sketches)

    @cached_property
    def _nodes(self) -> dict[Any, Node]:
        return nodes_of(self._identity, self._sketches)

    @property
    def nodes(self) -> tuple[Node, ...]:
        """Every document that is read or cited, once (全部节点)."""
        return tuple(self._nodes.values())

    def __getitem__(self, key: str) -> Node:
        """Return the node of a key; KeyError where there is none."""
        return self._by_key[key]

    def __len__(self) -> int:
        return len(self._sketches)

    def __repr__(self) -> str:
        failed = sum(one.error is not None for one in self._sketches)
        return f"<Corpus {len(self)} documents{f', {failed} not read' if failed else ''}>"

    @cached_property
    def _by_key(self) -> dict[str, Node]:
        return {node.key: node for node in self._nodes.values()}

    def _key(self, place: int) -> str:
        return self._nodes[self._identity.document(place)].key

    @cached_property
    def documents(self) -> tuple[CorpusDocument, ...]:
        """Every document that was given, in order (全部文件), those that could not be read among them."""
        return tuple(self._document(place, one) for place, one in enumerate(self._sketches))

    def _document(self, place: int, one: DocumentSketch) -> CorpusDocument:
        number = None if one.number is None else printed(one.number)
        level, region = place_of(one.issuers, one.title, number)
        day = one.dated or one.published_on
        return CorpusDocument(
            one.id,
            None if one.error is not None else self._key(place),
            number,
            one.title,
            one.kind,
            one.issuers,
            None if day is None else DocumentDate.parse(day),
            level,
            region,
            one.error,
        )

    @property
    def errors(self) -> tuple[CorpusDocument, ...]:
        """The documents that could not be read (未读文件)."""
        return tuple(document for document in self.documents if document.error is not None)

    @cached_property
    def citations(self) -> tuple[CorpusCitation, ...]:
        """Every citation of every document, in order (全部引用)."""
        return tuple(each for place in range(len(self._sketches)) for each in self._citations(place))

    def _citations(self, place: int) -> Iterator[CorpusCitation]:
        one = self._sketches[place]
        if not one.citations:
            return
        source = self._key(place)
        day = one.dated or one.published_on
        dated = None if day is None else DocumentDate.parse(day)
        for citation, target in zip(one.citations, self._identity.cited(place), strict=True):
            yield CorpusCitation(
                source,
                None if target is None else self._nodes[target.root].key,
                Relation(citation.relation),
                citation.pinpoint,
                dated,
                None if target is None else target.confidence,
                citation.title,
                one.id,
                citation.start,
                citation.end,
            )

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """What texts say that cannot be of one document (矛盾): a number that is given to titles of several."""
        return tuple(self._identity.conflicts)
