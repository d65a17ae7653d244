"""How the examples of each room are read: a function from a text to what is compared, as one string."""

from __future__ import annotations

from collections.abc import Callable

from egovkit.catalogue.slogan_mentions import find_slogans
from egovkit.citations.find import find_citations
from egovkit.citations.references import find_references
from egovkit.errors import ParseError
from egovkit.grammar.force import find_terms, is_urgency
from egovkit.grammar.relations import relation_of
from egovkit.grammar.slogans import parse_slogan
from egovkit.models.citation import Citation, Pinpoint
from egovkit.models.issuance import find_numbers
from tests.documents.readings import show
from tests.lexicon.examples import examples


def _relation(text: str) -> str:
    """What the words around 〇 say of the document; around a title in 《》 where the title itself decides."""
    if "〇" in text:
        before, _, after = text.partition("〇")
        return relation_of(before, after, "某办法")
    start, end = text.index("《"), text.rindex("》")
    return relation_of(text[:start], text[end + 1 :], text[start + 1 : end])


def _titles(text: str) -> str:
    """The titles that are cited."""
    return "；".join(cited.title or "" for cited in find_citations(text)) or "none"


def _references(text: str) -> str:
    """What is named again: the title or words, its place, and after ← what it means where that is certain."""
    cited = find_citations(text)
    again: list[tuple[int, str, Pinpoint | None, Citation | None]] = [
        (one.start, f"《{one.title}》", one.pinpoint, one.antecedent) for one in cited if one.antecedent is not None
    ]
    again += [(one.start, one.text, one.pinpoint, one.antecedent) for one in find_references(text, cited)]
    return (
        "；".join(
            f"{words}{place or ''}{'' if meant is None else f'←{meant.title}'}"
            for _, words, place, meant in sorted(again, key=lambda found: found[0])
        )
        or "none"
    )


def _force(text: str) -> str:
    """The urgency a line states, or the clauses that say when a document is in force."""
    urgency = is_urgency(text)
    if urgency is not None:
        return f"urgency {urgency}"
    return "；".join(f"{term.kind} {term.words}".strip() for term in find_terms(text)) or "none"


def _citations(text: str) -> str:
    """Of each citation what it is, its numbers, its short name and its place."""
    return "；".join(
        " ".join(
            filter(
                None,
                [
                    cited.title,
                    *(str(number.value) for number in cited.numbers),
                    cited.short_name and f"={cited.short_name}",
                    str(cited.pinpoint or ""),
                ],
            )
        )
        for cited in find_citations(text)
    )


def _front(text: str) -> str:
    """Of each citation who issued it and when."""
    return "；".join(
        f"{'、'.join(cited.issuers)} {cited.dated or ''}".strip() or "nobody" for cited in find_citations(text)
    )


def _document(text: str) -> str:
    """What each line of a document is taken for, and its fields, in one line."""
    return show(text).replace("\n", "⏎")


def _slogan(text: str) -> str:
    """The groups of a slogan; of a text with one in quotes, the slogans that it sets off."""
    if "“" in text:
        return "；".join(found.text for found in find_slogans(text)) or "none"
    try:
        return "；".join(f"{group.count or 'N'} {group.head}".strip() for group in parse_slogan(text))
    except ParseError as error:
        return error.code


def _numbers(text: str) -> str:
    """The numbers that are found."""
    return "；".join(str(found.value) for found in find_numbers(text)) or "none"


READERS: dict[str, Callable[[str], str]] = {
    "citations": _citations,
    "documents": _document,
    "force": _force,
    "front": _front,
    "not_documents": _titles,
    "numbers": _numbers,
    "references": _references,
    "relations": _relation,
    "residue": _document,
    "slogans": _slogan,
}
"""A reader for each room."""

FOLDERS = {
    "grammar": ("force", "numbers", "relations", "slogans"),
    "documents": ("documents", "residue"),
    "citations": ("citations", "front", "not_documents", "references"),
}
"""Beside which tests a room's examples are read: whoever runs those of a folder sees that a word of its rules is gone."""


def misread(room: str) -> list[tuple[str, str, str]]:
    """Return the examples of a room that do not read as they say: the word, the text, and what it reads."""
    read = READERS[room]
    readings = [(example, read(example.text)) for example in examples(room)]
    return [(example.word, example.text, reading) for example, reading in readings if reading != example.reading]
