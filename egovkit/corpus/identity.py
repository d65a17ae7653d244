"""One document, one node (同一文件): the names that texts give to documents, put together over a whole corpus.

What is put together is what a text puts together, a title and its number, and what the register knows of either. A
short name that a text does not explain is no document's. Of a law all versions are one; of other titles each number is
a document, and a title without one is the document of that title only where there is but one. What contradicts is
kept apart, and listed.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from egovkit.corpus.evidence import OWN, Evidence
from egovkit.corpus.gathering import Gathering, accepted
from egovkit.corpus.names import TitleName
from egovkit.models.frozen import Confidence

__all__ = ["Identity", "Target"]


class Target(NamedTuple):
    """Which document a name is (所指): its root in the union, and how sure that is."""

    root: Hashable
    confidence: Confidence


class Identity(Gathering):
    """The documents of a corpus and those it cites, each once (同一性): `add` them, then ask.

    >>> from egovkit.corpus.sketch import sketch
    >>> from egovkit.documents.document import PolicyDocument
    >>> texts = ("按照《云川市护林条例实施细则》（云政发〔2020〕2号）执行。", "按照云政发〔2020〕2号文件执行。", "按照《通知》执行。")
    >>> identity = Identity([sketch(PolicyDocument.parse(text), str(i)) for i, text in enumerate(texts)])
    >>> [identity.cited(place)[0] is None for place in range(3)], identity.cited(0)[0].root == identity.cited(1)[0].root
    ([False, False, True], True)
    """

    @cached_property
    def _known_targets(self) -> dict[Evidence, Target | None]:
        return {}

    @cached_property
    def _short_targets(self) -> dict[str, Target | None]:
        return {}

    def document(self, place: int) -> Hashable:
        """Return the root of a document of the corpus (某件之根)."""
        return self.union.root(("document", place))

    def evidence(self, place: int, cited: int) -> Evidence | None:
        """Return what the text says of the document that a citation means (所据); None of what is open, or itself."""
        evidence = self._cited[place][cited]
        return None if evidence is OWN else evidence

    def cited(self, place: int) -> list[Target | None]:
        """Return which document each citation of a document is (所引何件); None where it is not known."""
        return self.targets(self._cited[place], place)

    def targets(self, said: Iterable[Evidence | None], place: int) -> list[Target | None]:
        """Return which document each is that one says (所指何件); it is the document itself where its words say so."""
        return [
            None
            if evidence is None
            else Target(self.document(place), "sure")
            if evidence is OWN
            else self.target(evidence)
            for evidence in said
        ]

    def target(self, evidence: Evidence) -> Target | None:
        """Return which document is called so (所指); None where several may be, and of a short name."""
        # What many texts call so is looked up once: a common title is that of many documents.
        if evidence not in self._known_targets:
            self._known_targets[evidence] = self._target(evidence)
        return self._known_targets[evidence]

    def _target(self, evidence: Evidence) -> Target | None:
        name = evidence.name
        if name is None:
            return self._by_number(evidence)
        if self._is_law(name):
            heads = self._heads(name, evidence)
            if heads:
                return Target(self.union.root(heads[0]), "sure" if evidence.known is not None else "likely")
            return self._by_short_name(name)
        if len(evidence.numbers) == 1:
            return self._by_number_and_title(name, evidence)
        if evidence.numbers:
            known = accepted(evidence)
            sure = known is not None and known.reason == "number_and_title"
            return Target(self.union.root(("record", known.key, known.title)), "sure") if known and sure else None
        if name.recurrent:
            return next((Target(self.union.root(head), "likely") for head in self._heads(name, evidence)), None)
        return self._by_title(name, evidence)

    def _by_number(self, evidence: Evidence) -> Target | None:
        for number in evidence.number_names[:1]:
            if number.key is not None and self._takes(number, None):
                return Target(self.union.root(("number", number.key)), "sure")
        return None

    def _by_number_and_title(self, name: TitleName, evidence: Evidence) -> Target | None:
        number = evidence.number_names[0]
        head = ("title", name.stem, number.within)
        root = self.union.root(head)
        if number.key is not None:
            return Target(root, "sure" if self._takes(number, evidence.title) else "likely")
        return Target(root, "likely") if name.alone or accepted(evidence) is not None else None

    def _by_title(self, name: TitleName, evidence: Evidence) -> Target | None:
        titled = self._stems.get(name.stem)
        held = titled.documents if titled is not None and titled.documents is not None else {}
        fits: dict[Hashable, None] = {}
        by, years = evidence.by, evidence.years
        for head, (issuers, held_years) in held.items():
            if (by or name.about) and not by & issuers:
                continue
            if years and held_years and not years & held_years:
                continue
            fits[self.union.root(head)] = None
        known = accepted(evidence)
        if known is not None:
            root = self.union.root(("record", known.key, known.title))
            if known.confidence == "sure" or not fits.keys() - {root}:
                return Target(root, "sure" if known.confidence == "sure" else "likely")
        several = name.stem == name.base and name.base in self._versioned and not years
        if len(fits) == 1 and not several and (name.alone or (by and not name.recurrent)):
            return Target(next(iter(fits)), "likely")
        if fits or (name.stem == name.base and name.base in self._versioned):
            return None
        if name.stem in self._shorts:
            return self._by_short_name(name)
        if name.alone or (name.about and by):
            return Target(self.union.root(("bare", name.stem, frozenset(by))), "likely")
        return None

    def _by_short_name(self, name: TitleName) -> Target | None:
        """Return the one document that texts of the corpus give a short name to."""
        if name.stem not in self._short_targets:
            meant = [self._explained(one) for one in self._shorts.get(name.stem, ())]
            roots = {None if target is None else target.root for target in meant}
            root = roots.pop() if len(roots) == 1 else None
            self._short_targets[name.stem] = None if root is None else Target(root, "likely")
        return self._short_targets[name.stem]

    def _explained(self, evidence: Evidence) -> Target | None:
        name = evidence.name
        return None if name is not None and name.stem in self._shorts else self.target(evidence)

    def own(self, place: int) -> Evidence:
        """Return what a document says of itself (自称)."""
        return self._own[place]

    def names(self) -> Iterator[tuple[Evidence, Hashable, int]]:
        """Yield everything that texts call a document, its root, and how many call it so (全部名称)."""
        for evidence, count in self._counts.items():
            target = self.target(evidence)
            if target is not None:
                yield evidence, target.root, count

    def laws(self) -> Iterator[Hashable]:
        """Yield the roots of what is one law in all its versions (法律法规)."""
        names = (evidence.name for evidence in (*self._own, *self._counts))
        stems = {name.stem for name in names if name is not None and self._is_law(name)}
        yield from (self.union.root(("law", stem)) for stem in sorted(stems))
