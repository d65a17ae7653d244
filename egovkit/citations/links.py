"""Which citations of a text are of the same document (回指): repeated titles, short names, repeated numbers.

Two passes over the citations and dictionaries throughout, so that the time is linear however often a title comes
again. Where two documents are possible none is given, and both are listed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from egovkit.citations.not_documents import generic_kind, title_tails
from egovkit.citations.same_titles import documents_of, title_key
from egovkit.grammar.codes import STATE
from egovkit.models.citation import Citation
from egovkit.text.limits import MAX_CANDIDATES

__all__ = ["link"]


class _Linker:
    """The links of one text, made in two passes: titles and definitions first, then their uses."""

    def __init__(self, text: str, citations: Sequence[Citation], orphans: Iterable[str]) -> None:
        self.text = text
        self.citations = citations
        # Short names defined for a document that is not in brackets.
        self.orphans = frozenset(map(title_key, orphans))
        self.defined: dict[str, list[Citation]] = {}
        # The last two documents that a short name was defined for, up to where the text is read.
        self.latest: dict[str, list[Citation]] = {}
        self.shared: dict[tuple[int, ...], tuple[Citation, ...]] = {}

    def run(self) -> None:
        names = {title_key(c.short_name) for c in self.citations if c.short_name}
        titled: dict[str, list[Citation]] = {}
        uses: set[int] = set()
        for i, citation in enumerate(self.citations):
            if citation.title is not None:
                key = title_key(citation.title)
                short = not citation.short_name and not citation.numbers
                if short and (key in names or (generic_kind(citation.title) and key not in self.orphans)):
                    uses.add(i)
                else:
                    # A law may be named again without the state's name: 《水法》.
                    titled.setdefault(key.removeprefix(STATE), []).append(citation)
        for members in titled.values():
            if len(members) > 1:
                self._join(members)
        self._define()
        self._join_numbers()
        if uses:
            self._resolve(uses, names)
        self._end_chains()
        if self._join_candidates():
            self._end_chains()

    def _end_chains(self) -> None:
        """See that each citation points to the one that stands for its document, and not to one that points on."""
        done: set[Citation] = set()
        for citation in self.citations:
            if isinstance(citation.referents, tuple):
                continue
            chain: dict[Citation, None] = {}
            at = citation
            while (further := at.antecedent) is not None and at not in done and at not in chain:
                chain[at] = None
                at = further
            root = at.document if at in done else at
            for one in chain:
                object.__setattr__(one, "referents", () if one is root else root)
            done.update(chain)

    def _join_candidates(self) -> bool:
        """Name each possible document once; say whether one was all there was."""
        joined = False
        for citation in self.citations:
            candidates = citation.referents
            if not isinstance(candidates, tuple) or not candidates:
                continue
            documents = tuple(dict.fromkeys(one.document for one in candidates))
            if len(documents) == 1:
                object.__setattr__(citation, "referents", () if documents[0] is citation else documents[0])
                joined = True
            elif documents != candidates:
                self._list(citation, documents)
        return joined

    def _point(self, citation: Citation, stand: Citation) -> None:
        if citation is not stand:
            object.__setattr__(citation, "referents", stand)

    def _list(self, citation: Citation, candidates: Sequence[Citation]) -> None:
        key = tuple(map(id, candidates[:MAX_CANDIDATES]))
        several = self.shared.setdefault(key, tuple(candidates[:MAX_CANDIDATES]))
        object.__setattr__(citation, "referents", several)

    def _join(self, members: Sequence[Citation]) -> None:
        """Give every citation of one title the one that stands for its document: the defining, else the first."""
        told = any(citation.numbers or citation.dated is not None for citation in members)
        documents = documents_of(members) if told else []
        distinct = dict.fromkeys(d for d in documents if d is not None)
        if len(distinct) < 2:
            stand = next((c for c in members if c.short_name), members[0])
            for citation in members:
                self._point(citation, stand)
            return
        stands: dict[int, Citation] = {}
        for citation, document in zip(members, documents, strict=True):
            if document is not None and (
                document not in stands or (citation.short_name and not stands[document].short_name)
            ):
                stands[document] = citation
        several = list(stands.values())
        for citation, document in zip(members, documents, strict=True):
            if document is None:
                self._list(citation, several)
            else:
                self._point(citation, stands[document])

    def _define(self) -> None:
        """Gather the documents that each short name is defined for, a bounded number of each name."""
        for citation in self.citations:
            if citation.short_name:
                held = self.defined.setdefault(title_key(citation.short_name), [])
                if len(held) <= MAX_CANDIDATES and citation.document not in held:
                    held.append(citation.document)

    def _join_numbers(self) -> None:
        """Give a bare number the citation of that number with a title, else its first."""
        if all(citation.title is not None for citation in self.citations):
            return
        titled: dict[str, list[Citation]] = {}
        for citation in self.citations:
            if citation.title is not None:
                for mention in citation.numbers:
                    held = titled.setdefault(str(mention.value), [])
                    if len(held) <= MAX_CANDIDATES and citation.document not in held:
                        held.append(citation.document)
        first: dict[str, Citation] = {}
        for citation in self.citations:
            if citation.title is None and citation.numbers and citation.numbers[0].value.code is not None:
                number = str(citation.numbers[0].value)
                known = titled.get(number)
                if known is None:
                    self._point(citation, first.setdefault(number, citation))
                elif len(known) == 1:
                    self._point(citation, known[0])
                else:
                    self._list(citation, known)

    def _resolve(self, uses: set[int], names: set[str]) -> None:
        """Give every use of a short name its document."""
        by_tail: dict[str, list[Citation]] = {}
        near: dict[str, Citation] = {}
        last_end = 0
        paragraph = 0
        unknown: dict[str, Citation] = {}
        for i, citation in enumerate(self.citations):
            broken = self.text.rfind("\n", last_end, citation.start)
            if broken >= 0:
                paragraph = broken + 1
                near = {}
            last_end = citation.start
            if citation.title is None:
                continue
            key = title_key(citation.title)
            if i in uses and self.text[citation.start - 1 : citation.start] == "本":
                # 本《通知》 is the text itself, which may have named itself: 《…办法》（以下简称《办法》）.
                own = self.defined.get(key, ())
                if len(own) == 1 and own[0].start < citation.start:
                    self._point(citation, own[0])
                continue
            if i in uses:
                self._resolve_one(citation, key, by_tail, near, paragraph, unknown)
                continue
            document = citation.document
            if citation.short_name:
                name = title_key(citation.short_name)
                self.latest[name] = [
                    *[d for d in self.latest.get(name, ()) if d.start >= paragraph and d is not document][-1:],
                    document,
                ]
            for tail in title_tails(key) + ([n for n in self._endings(key) if n in names] if names else []):
                near[tail] = document
                held = by_tail.setdefault(tail, [])
                if len(held) < MAX_CANDIDATES and document not in held:
                    held.append(document)

    @staticmethod
    def _endings(key: str) -> list[str]:
        return [key[-size:] for size in range(2, min(12, len(key)))]

    def _resolve_one(
        self,
        citation: Citation,
        key: str,
        by_tail: dict[str, list[Citation]],
        near: dict[str, Citation],
        paragraph: int,
        unknown: dict[str, Citation],
    ) -> None:
        defined = self.defined.get(key)
        if defined is None:
            possible = by_tail.get(key, [])
        elif len(defined) == 1:
            possible = defined
            other = near.get(key)
            if other is not None and other is not defined[0] and defined[0].start < paragraph:
                # Another document of that kind was named a moment ago, the definition is further off.
                possible = [*defined, other]
        else:
            possible = [d for d in defined if d.start < citation.start] or defined
            here = [d for d in self.latest.get(key, ()) if d.start >= paragraph]
            possible = here if len(here) == 1 else possible
        if len(possible) == 1:
            self._point(citation, possible[0])
        elif possible:
            self._list(citation, possible)
        else:
            self._point(citation, unknown.setdefault(key, citation))


def link(text: str, citations: Sequence[Citation], orphans: Iterable[str] = ()) -> None:
    """Set antecedent and candidates of the citations of one text, given in order of start (回指消解).

    `orphans` are short names that the text defines for something it does not cite in brackets.
    """
    _Linker(text, citations, orphans).run()
