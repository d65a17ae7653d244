"""Count in how many texts, none of them in the corpus, a number of the register stands beside its title.

    python -m scripts.register.texts RS=/path/to/checkout FLK=/path/to/checkout … > scripts/register/texts.tsv

A row of the register may rest on what texts cite. Those that the corpus holds would then prove themselves where the
corpus is what is measured; so each such row is looked for in texts of public repositories that the corpus lacks. A text
counts once, by its lines: one with a quarter of its lines in the corpus, or most of them in a text counted already, is
left out. A pair of number and title is kept that two texts have and the register has as well.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from egovkit.catalogue.register import register
from egovkit.citations.find import find_citations
from egovkit.errors import ParseError
from scripts.register.documents import core
from scripts.register.facts import canonical_number

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "documents.jsonl.gz"
_ENDS = (".md", ".txt", ".csv")
_HAN = re.compile("[\u4e00-\u9fff]+")
_LINE = re.compile("[\n。；]")
_LEAST_LINE = 14
_IN_CORPUS = 0.25
_NEW = 0.3
_LONGEST = 20_000
_LEAST = 2


def _lines(text: str) -> set[int]:
    """Return the lines of a text that say something, each by its characters."""
    bare = ("".join(_HAN.findall(line)) for line in _LINE.split(text))
    return {hash(line) for line in bare if len(line) >= _LEAST_LINE}


def texts(key: str, folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the texts of a checkout, each row of a table by itself."""
    for path in sorted(path for path in folder.rglob("*") if path.suffix in _ENDS and path.is_file()):
        text = path.read_text(encoding="utf-8", errors="replace")
        parts = text.split("\n") if path.suffix == ".csv" else [text]
        yield from ((f"{key}:{path}:{at}", part) for at, part in enumerate(parts))


def pairs(text: str) -> Iterator[tuple[str, str]]:
    """Yield the numbers of a text with the titles that stand beside them."""
    for line in text.split("\n"):
        if "号" not in line or len(line) > _LONGEST:
            continue
        for citation in find_citations(line):
            document = citation.document
            if document.title:
                yield from ((str(mention.value), document.title) for mention in document.numbers)


def titles_of(number: str) -> dict[str, str]:
    """Return the titles that the register has of a number, each by what its forms share."""
    try:
        found = register.by_number(number)
    except ParseError:
        return {}
    return {
        core(name): match.record.title
        for match in found
        for name in (match.record.title, *match.record.aliases, match.record.carrier or "")
        if name
    }


def main(arguments: list[str]) -> int:
    """Print the table."""
    with gzip.open(CORPUS, "rt", encoding="utf-8") as file:
        corpus = {line for document in file for line in _lines(json.loads(document)["text"])}
    counted: set[int] = set()
    seen: dict[tuple[str, str], set[str]] = defaultdict(set)
    for key, _, folder in (argument.partition("=") for argument in arguments):
        for name, text in texts(key, Path(folder)):
            lines = _lines(text)
            if not lines or len(lines & corpus) / len(lines) >= _IN_CORPUS or len(lines - counted) / len(lines) < _NEW:
                continue
            counted |= lines
            for number, title in pairs(text):
                seen[canonical_number(number) or number, core(title)].add(name)
    print("number\ttitle\ttexts\tsources")
    for (number, shared), names in sorted(seen.items()):
        printed = titles_of(number).get(shared) if len(names) >= _LEAST else None
        if printed is not None:
            keys = sorted({name.partition(":")[0] for name in names})
            print(number, printed, len(names), " ".join(keys), sep="\t")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
