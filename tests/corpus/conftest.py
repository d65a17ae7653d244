from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True, slots=True)
class CorpusDocument:
    """A real document beside the checkout."""

    id: str
    title: str
    text: str


@pytest.fixture(scope="session")
def documents(shared: Path) -> list[CorpusDocument]:
    with gzip.open(shared / "corpus" / "documents.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [CorpusDocument(row["id"], row["title"], row["text"]) for row in rows]
