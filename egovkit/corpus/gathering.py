"""What the texts of a corpus put together (归并): titles and numbers, by what they say and by what the register knows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from egovkit.catalogue.register import register
from egovkit.citations.not_documents import generic_kind
from egovkit.corpus.evidence import Evidence, evidence_of_citations, evidence_of_document, said_by
from egovkit.corpus.names import NumberName, TitleName, compatible, is_statute, title_name
from egovkit.corpus.sketch import DocumentSketch, Known
from egovkit.corpus.union import Union
from egovkit.grammar.titles import unwrap
from egovkit.models.law import VersionKind

__all__ = ["Conflict", "Gathering", "accepted"]

_SURE: Final = ("number_and_title", "number", "title")
_OWN: Final = 1000
_KNOWN: Final = 500
_WHOLE_DAY: Final = len("2014-11-26")


class Conflict(NamedTuple):
    """What texts say that cannot be of one document (矛盾): a number with the titles it is given, heaviest first.

    `kept` is the title that the number is taken for; None where nothing decides.
    """

    number: str
    titles: tuple[str, ...]
    kept: str | None


@dataclass(slots=True)
class _Titled:
    """What is known of one title (同题): its documents, each with the issuers and years it is given."""

    regular: bool = False
    documents: dict[Hashable, tuple[set[str], set[int]]] | None = None


class Gathering:
    """The names that texts give to documents, put together (归并): `Identity` says which document a name is."""

    def __init__(self, documents: Iterable[DocumentSketch], *, keep: bool = True) -> None:
        """Hear all documents; with `keep` false what each of them cites is asked for by `said`, and takes no memory."""
        self._keep = keep
        self.union = Union()
        self._own: list[Evidence] = []
        self._evidence: dict[Evidence, int] = {}
        self._counts: Counter[Evidence] = Counter()
        self._cited: list[tuple[Evidence | None, ...]] = []
        self._shorts: dict[str, set[Evidence]] = {}
        self._titles: dict[str, Counter[str]] = {}
        self._stems: dict[str, _Titled] = {}
        self._versioned: set[str] = set()
        self._kept: dict[str, str | None] = {}
        self.conflicts: list[Conflict] = []
        for document in documents:
            self._add(document)
        self._settle()

    # ---- what is said ----

    def _add(self, document: DocumentSketch) -> None:
        self._own.append(evidence_of_document(document))
        groups = evidence_of_citations(document.citations)
        for root, evidence in groups.items():
            self._counts[evidence] += 1
            short = document.citations[root].short_name
            name = None if short is None or generic_kind(short) else title_name(short)
            # 《水法》 is no short name of what is called so anyway.
            if name is not None and (evidence.name is None or evidence.name.stem != name.stem):
                self._shorts.setdefault(name.stem, set()).add(evidence)
        if self._keep:
            self._cited.append(tuple(said_by(document)))

    def _weighed(self) -> Iterator[tuple[Evidence, int]]:
        yield from ((evidence, _OWN) for evidence in self._own)
        yield from self._counts.items()

    # ---- what is one ----

    def _settle(self) -> None:
        for evidence, weight in self._weighed():
            self._weigh(evidence, weight)
        self._keep_titles()
        for place, own in enumerate(self._own):
            self._place_own(("document", place), own)
        numbered = [evidence for evidence in self._counts if evidence.numbers]
        for evidence in numbered:
            self._place_numbered(evidence)
        for evidence in self._counts:
            self._place_known(evidence)

    def _weigh(self, evidence: Evidence, weight: int) -> None:
        """Count the titles that each number is given, and whether a title has numbers other than those of orders."""
        name = evidence.name
        if name is not None and name.stem != name.base:
            self._versioned.add(name.base)
        for number in evidence.number_names[:1] if len(evidence.numbers) == 1 else ():
            if number.key is not None and evidence.title is not None and name is not None:
                self._titles.setdefault(number.key, Counter())[evidence.title] += weight
        known = accepted(evidence)
        if known is not None and known.reason == "number" and evidence.number_names[0].key is not None:
            self._titles.setdefault(str(evidence.number_names[0].key), Counter())[known.title] += _KNOWN
        if any(not number.order for number in evidence.number_names):
            for title in _titles_of(evidence.title):
                if (borne := title_name(title)) is not None:
                    self._stems.setdefault(borne.stem, _Titled()).regular = True

    def _keep_titles(self) -> None:
        """Decide which title a number is taken for where texts give it several that cannot be one document's."""
        for number, counted in self._titles.items():
            ordered = sorted(counted, key=lambda title: (-counted[title], title))
            kept: str | None = ordered[0]
            others = [title for title in ordered[1:] if not compatible(title, ordered[0])]
            if others:
                if counted[others[0]] >= counted[ordered[0]]:
                    kept = None
                self.conflicts.append(Conflict(number, (ordered[0], *others), kept))
            self._kept[number] = kept

    def _takes(self, number: NumberName, title: str | None) -> bool:
        """Say whether a number is that of a title, as the corpus has it."""
        if number.key is None:
            return False
        if title is None:
            return self._kept.get(number.key, "") is not None
        kept = self._kept.get(number.key, title)
        return kept is not None and compatible(kept, title)

    def _is_law(self, name: TitleName) -> bool:
        """Say whether what bears this title is one law with its versions: no number but those of orders is given it."""
        titled = self._stems.get(name.stem)
        ends = is_statute(name.stem) and not name.recurrent
        return ends or (name.law and not name.recurrent and (titled is None or not titled.regular))

    def _heads(self, name: TitleName, evidence: Evidence) -> list[Hashable]:
        """Return what a title with its numbers stands for; nothing where it needs more to be one document's."""
        if self._is_law(name):
            known = evidence.known is not None and evidence.known.confidence == "sure"
            anchored = (
                (name.alone and name.stem not in self._shorts)
                or known
                or any(number.key is not None for number in evidence.number_names)
            )
            return [self._law(name, evidence)] if anchored else []
        if len(evidence.numbers) == 1:
            return [("title", name.stem, evidence.number_names[0].within)]
        dated = evidence.dated
        if name.recurrent and not evidence.numbers and dated is not None and len(dated) == _WHOLE_DAY:
            # What amends the laws of the country is the country's; of what amends others one has to know whose it is.
            national = re.search("[〈《<]|部分法律", evidence.title or "") is not None
            if national or evidence.by:
                return [("dated", name.stem, dated, frozenset() if national else evidence.by)]
        return []

    @staticmethod
    def _law(name: TitleName, evidence: Evidence) -> Hashable:
        """Return what stands for a law; one that is older than the law of its title is another of that title."""
        dated = evidence.dated
        made = _made(name.base) if dated is not None else None
        return (
            ("law", name.stem) if dated is None or made is None or dated[:4] >= made[:4] else ("law", name.stem, dated)
        )

    def _place(self, head: Hashable, name: TitleName | None, evidence: Evidence) -> None:
        """Join a head with the numbers that the corpus takes for its title."""
        law = name is not None and self._is_law(name)
        numbers = evidence.number_names if law or len(evidence.numbers) == 1 else ()
        for number in numbers:
            if number.key is not None and self._takes(number, evidence.title):
                self.union.bear(("number", number.key), number.within)
                if not self.union.join(head, ("number", number.key), also=law and number.order):
                    self._differ(number.key, evidence.title)
        if name is not None and head[0] != "law":  # type: ignore[index]
            self._hold(name.stem, head, evidence)

    def _differ(self, number: str, title: str | None) -> None:
        self.conflicts.append(Conflict(number, () if title is None else (title,), None))

    def _hold(self, stem: str, head: Hashable, evidence: Evidence) -> None:
        """Remember that a title is borne by the document of a head."""
        titled = self._stems.setdefault(stem, _Titled())
        if titled.documents is None:
            titled.documents = {}
        issuers, years = titled.documents.setdefault(head, (set(), set()))
        issuers |= evidence.by
        years |= evidence.years

    def _place_own(self, head: Hashable, own: Evidence) -> None:
        for title in _titles_of(own.title):
            name = title_name(title)
            if name is None:
                continue
            said = own._replace(title=title)
            if self._is_law(name):
                if name.alone:
                    self._join_law(head, name, own)
            else:
                self._place(head, name, said)
            for stand in self._heads(name, said):
                self.union.join(stand, head, also=self._is_law(name))
        if own.title is None:
            for number in own.number_names:
                if number.key is not None and self._takes(number, None):
                    self.union.bear(("number", number.key), number.within)
                    self.union.join(head, ("number", number.key))
        elif own.dated is not None and own.by and (name := title_name(own.title)) is not None and not own.numbers:
            # The same document, read twice.
            self.union.join(("same", name.stem, own.by, own.dated), head)

    def _join_law(self, head: Hashable, name: TitleName, own: Evidence) -> None:
        self.union.join(("law", name.stem), head, also=True)
        for number in own.number_names:
            if number.key is not None and number.order and self._takes(number, own.title):
                self.union.bear(("number", number.key), number.within)
                self.union.join(("law", name.stem), ("number", number.key), also=True)

    def _place_numbered(self, evidence: Evidence) -> None:
        heads: list[Hashable] = []
        for title in _titles_of(evidence.title):
            name = title_name(title)
            if name is None:
                continue
            said = evidence._replace(title=title)
            for head in self._heads(name, said):
                self._place(head, name, said)
                heads.append(head)
        if len(heads) > 1 and all(head[0] == "title" for head in heads):  # type: ignore[index]
            self.union.join(heads[0], heads[1])

    def _place_known(self, evidence: Evidence) -> None:
        """Join what the register knows a name to be."""
        known = accepted(evidence)
        if known is None:
            return
        record = ("record", known.key, known.title)
        of_record = title_name(known.title)
        name = evidence.name
        law = of_record is not None and self._is_law(of_record)
        if law and of_record is not None and of_record.alone:
            self.union.join(("law", of_record.stem), record, also=True)
            if name is not None and name.stem == of_record.stem and len(self._law(name, evidence)) > 2:  # type: ignore[arg-type]
                return
        heads = self._heads(name, evidence) if name is not None else []
        heads += [("number", number.key) for number in evidence.number_names[:1] if number.key and not evidence.title]
        for head in heads:
            also = law or (head[0] == "law")  # type: ignore[index]
            self.union.join(head, record, also=also)
        if name is not None and not law and not evidence.numbers:
            self._hold(name.stem, record, evidence)


def accepted(evidence: Evidence) -> Known | None:
    """Return what the register says where that is sure, or likely of a name that is one document's."""
    known = evidence.known
    if known is None or known.reason not in _SURE:
        return None
    if known.confidence == "sure" and known.reason != "title":
        return known
    name, of_record = evidence.name, [title_name(title) for title in _titles_of(known.title)]
    if known.reason == "number":
        return known
    # The register also answers where only one of the two titles has the note of a version.
    if name is None or not (name.alone or known.confidence == "sure"):
        return None
    stems = {(one.base if name.law else one.stem) for one in of_record if one is not None}
    return known if (name.base if name.law else name.stem) in stems else None


@lru_cache(maxsize=4096)
def _made(title: str) -> str | None:
    """Return the day on which the law of a title was made, as the register knows it (制定日); None where it does not."""
    found = register.laws(title)
    versions = found[0].versions if len(found) == 1 else ()
    made = versions[0].promulgated if versions and versions[0].kind is VersionKind.MADE else None
    return None if made is None else str(made)


def _titles_of(title: str | None) -> Sequence[str]:
    """Return the titles that a document bears: its own, and that of what it issues."""
    if title is None:
        return ()
    carried = unwrap(title)
    return (title,) if carried is None or carried.how != "issue" else (title, carried.instrument)
