"""Draw merges of a corpus to be read by hand: two names that two texts use, and that identity takes for one document.

    python -m scripts.merges [SEED] [HOW MANY]

Half of them are of documents that go by more than one name. A merge is right where both names mean one document, or
versions of one law.
"""

from __future__ import annotations

import gzip
import json
import random
import sys
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from egovkit import Corpus
from egovkit.corpus.evidence import Evidence
from egovkit.corpus.nodes import printed

SHARED = Path(__file__).resolve().parents[2] / "shared"


class Name(NamedTuple):
    evidence: Evidence
    document: str

    def __str__(self) -> str:
        one = self.evidence
        said = [f"《{one.title}》" if one.title else "", "、".join(map(printed, one.numbers)), "、".join(one.issuers)]
        return "  ".join(filter(None, [*said, one.dated])) + f"    <- {self.document}"


def names(corpus: Corpus) -> dict[str, list[Name]]:
    found: dict[str, list[Name]] = defaultdict(list)
    identity = corpus._identity
    for place, document in enumerate(corpus.documents):
        if document.key is not None:
            found[document.key].append(Name(identity.own(place), f"{document.id} (itself)"))
    seen: set[tuple[str, Evidence | None, str]] = set()
    cited = [
        identity.evidence(place, at) for place, one in enumerate(corpus._sketches) for at in range(len(one.citations))
    ]
    for citation, evidence in zip(corpus.citations, cited, strict=True):
        key = (citation.target or "", evidence, citation.document)
        if citation.target is not None and evidence is not None and key not in seen:
            seen.add(key)
            found[citation.target].append(Name(evidence, citation.document))
    return found


def main() -> int:
    given = [int(word) for word in sys.argv[1:3]]
    seed, many = [*given, *(2026, 150)[len(given) :]]
    with gzip.open(SHARED / "corpus" / "documents.jsonl.gz", "rt", encoding="utf-8") as lines:
        texts = {row["id"]: row["text"] for row in map(json.loads, lines)}
    found = names(Corpus.read(texts))
    merged = {key: each for key, each in sorted(found.items()) if len({name.document.split()[0] for name in each}) > 1}
    varied = [key for key, each in merged.items() if len({name.evidence[:2] for name in each}) > 1]
    draw = random.Random(seed)
    print(f"{len(found)} documents, {len(merged)} named by several texts, {len(varied)} of them by several names\n")
    for place in range(many):
        key = draw.choice(varied if place < many // 2 else list(merged))
        pairs = [
            (one, other)
            for one in merged[key]
            for other in merged[key]
            if one.document.split()[0] < other.document.split()[0]
        ]
        differ = [pair for pair in pairs if pair[0].evidence[:2] != pair[1].evidence[:2]]
        one, other = draw.choice((differ if place < many // 2 else []) or pairs)
        print(f"{place + 1:3} {one}\n    {other}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
