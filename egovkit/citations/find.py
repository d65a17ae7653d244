"""Citations in a text (引用): titles in 《》, their numbers, dates and short names, and bare numbers.

The rare marks are searched for, 《 and 号; everything else is read within a bounded window around them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from egovkit.citations.draft import CitationDraft, Reader
from egovkit.citations.front import (
    date_in_front,
    is_told_in_front,
    issuers_in_front,
    issuers_of_title,
    subject_elided,
)
from egovkit.citations.links import link
from egovkit.citations.not_documents import is_annexed, is_document, is_work, is_writ
from egovkit.citations.pinpoints import read_pinpoints
from egovkit.citations.roles import set_relations
from egovkit.citations.same_titles import title_key
from egovkit.citations.shared_tails import share_tails
from egovkit.citations.titles import read_titles
from egovkit.citations.unmarked import read_bare_numbers, read_laws
from egovkit.grammar.brackets import inner_titles
from egovkit.grammar.relations import relation_of
from egovkit.grammar.titles import kind_of
from egovkit.models.citation import RELATIONS, Citation, Relation
from egovkit.models.issuance import NumberMention, find_numbers
from egovkit.text.folding import squeeze
from egovkit.text.limits import MAX_DEPTH
from egovkit.text.patterns import LatePattern
from egovkit.text.records import record_maker

__all__ = ["find_citations"]


_INNER = re.compile("[〈《<＜]")
_citation = record_maker(Citation)


def _nested(text: str, start: int, end: int, depth: int = 0) -> tuple[Citation, ...]:
    if _INNER.search(text, start + 1, end - 1) is None or depth >= MAX_DEPTH:
        return ()
    return tuple(
        Citation(
            inner,
            stop,
            text[inner:stop],
            squeeze(text[inner + 1 : stop - 1]),
            relation=RELATIONS[relation_of(text[start + 1 : inner], text[stop : end - 1], None)],
            nested=_nested(text, inner, stop, depth + 1),
        )
        for inner, stop in inner_titles(text, start, end)
    )


def _writs(drafts: Sequence[CitationDraft]) -> set[str]:
    """Return the titles and short names of the writs (文书) that the text cites with their numbers."""
    found: set[str] = set()
    for draft in drafts:
        if draft.numbers and draft.title is not None and is_writ(draft.title):
            found.add(title_key(draft.title))
            found.update(map(title_key, draft.short_names))
    return found


# 电影《甲》《乙》和《丙》
_LISTED = LatePattern("[、和与及]?")
# 附件：1.《甲》（略）\n2.《乙》
_NEXT_ANNEX = LatePattern(r"(?:[（(][^（）()\n]{1,20}[)）])?\s{0,4}[0-9]{1,2}\s?[.．、]\s?")
# 《登记表》（附件2）, 《证明》（双面打印，见附件）
_ANNEX_BEHIND = LatePattern(
    r"\s?[（(](?:[^（()）\n]{0,24}[，,、；;见])?附[件表][0-9０-９一二三四五六七八九十]{0,3}[)）]"
)
_NEAR_ANNEX = 28
_DONE = frozenset((Relation.ISSUE, Relation.FORWARD))
_SAME_SENTENCE = 300
_FULL_STOP = LatePattern("[。\n]")


def _is_annexed_behind(text: str, end: int) -> bool:
    if text.find("附", end, end + _NEAR_ANNEX) < 0:
        return False
    return _ANNEX_BEHIND.match(text, end, end + 48) is not None


def find_citations(text: str, numbers: Sequence[NumberMention] | None = None) -> list[Citation]:
    """Find what a text cites, in order of start and resolved within the text (查找引用).

    Cited are titles in 《》, with number, date and short name, bare numbers, and laws that are named without 《》 where
    that is certain (依照刑法第三条). No citation: newspapers, books,
    certificates, contracts and forms (unless annexed or promulgated), and the document's own number.
    `numbers` are the text's number mentions where they are known already. Linear in the length of the text.

    >>> law, again = find_citations("根据《中华人民共和国水法》（以下简称《水法》）制定。违反《水法》第十二条的，")
    >>> law.relation, law.short_name, again.antecedent is law, str(again.pinpoint)
    (<Relation.BASIS: 'basis'>, '水法', True, '第十二条')
    """
    reader = Reader(text, find_numbers(text) if numbers is None else numbers)
    read_titles(reader)
    share_tails(text, reader.drafts)
    read_laws(reader)
    read_bare_numbers(reader)
    drafts = reader.drafts
    if not drafts:
        return []
    read_pinpoints(text, drafts)
    set_relations(text, drafts)
    writs = _writs(drafts)
    citations: list[Citation] = []
    subject: tuple[str, ...] = ()
    subject_end = 0
    work_end = annexed_end = 0
    for draft in drafts:
        if draft.title is not None:
            before, behind = text[max(0, draft.start - 16) : draft.start], text[draft.close : draft.close + 8]
            if (
                is_annexed(before)
                or _is_annexed_behind(text, draft.close)
                or (annexed_end and _NEXT_ANNEX.fullmatch(text, annexed_end, draft.start))
            ):
                before, annexed_end = "附件", draft.end
            else:
                annexed_end = 0
            if not is_document(draft.title, before, behind) and not (writs and title_key(draft.title) in writs):
                continue
            if not draft.numbers and (
                is_work(draft.title, text, draft.start, draft.close)
                or (work_end and _LISTED.fullmatch(text, work_end, draft.start) and kind_of(draft.title) is None)
            ):
                work_end = draft.close
                continue
        told = is_told_in_front(text, draft.start)
        issuers = issuers_in_front(text, draft.start) if told else ()
        if issuers:
            subject, subject_end = issuers, draft.end
        elif draft.title is not None:
            issuers = issuers_of_title(draft.title)
            near = bool(subject) and draft.relation in _DONE and draft.start - subject_end < _SAME_SENTENCE
            if not issuers and near and subject_elided(text, draft.start):
                issuers = subject if _FULL_STOP.search(text, subject_end, draft.start) is None else ()
        citations.append(
            _citation(
                draft.start,
                draft.end,
                text[draft.start : draft.end],
                draft.title,
                tuple(draft.numbers),
                issuers,
                draft.dated or (date_in_front(text, draft.start, draft.numbers) if told else None),
                draft.short_names[0] if draft.short_names else None,
                draft.relation,
                draft.pinpoint,
                _nested(text, draft.open, draft.close) if draft.title is not None else (),
            )
        )
    link(text, citations, reader.orphans)
    return citations
