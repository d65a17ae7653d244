"""Keep what egovkit reads in the corpus and the gold beside the checkout, and compare two such readings.

    python -m scripts.readings write before.jsonl
    python -m scripts.readings write after.jsonl
    python -m scripts.readings compare before.jsonl after.jsonl [FIELD]

A change of a pattern is looked at by its differences here: none that was not meant.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from egovkit import PolicyDocument, find_references

SHARED = Path(__file__).resolve().parents[2] / "shared"
SHOWN = 12


def texts() -> Iterator[tuple[str, str]]:
    """Yield name and text of every document and passage beside the checkout."""
    with gzip.open(SHARED / "corpus" / "documents.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            document = json.loads(line)
            yield document["id"], document["text"]
    for folder in ("dev", "dev2"):
        for name in ("passages", "documents"):
            for line in (SHARED / "gold" / folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
                row = json.loads(line)
                yield f"{folder}/{name}/{row['id']}", row["text"]


def reading(text: str) -> dict[str, Any]:
    """Return all that is read in one text, as plain values."""
    document = PolicyDocument.parse(text)
    values = document.model_dump(mode="json", exclude={"text", "blocks", "outline", "parts", "annexes"})
    citations = document.citations
    values["blocks"] = [[block.kind.value, block.start, block.end] for block in document.blocks]
    values["headings"] = [[heading.level.value, heading.text] for heading in document.headings]
    values["annexes"] = [annex.title for annex in document.annexes]
    values["parts"] = [[part.kind, part.label, part.title, part.start, part.end] for part in document.parts]
    values["numbers"] = [[mention.start, mention.end, str(mention.value)] for mention in document.numbers]
    values["dates"] = [[mention.start, mention.end, str(mention.value)] for mention in document.dates]
    values["frameworks"] = [[mention.start, mention.end] for mention in document.frameworks]
    values["repeals"] = [cited.title for cited in document.repeals]
    values["references"] = [
        [found.start, found.end, str(found.pinpoint or "")] for found in find_references(text, citations)
    ]
    values["citations"] = [
        [
            cited.start,
            cited.end,
            cited.title,
            [str(number.value) for number in cited.numbers],
            list(cited.issuers),
            str(cited.dated or ""),
            cited.short_name,
            cited.relation.value,
            str(cited.pinpoint or ""),
            cited.antecedent.start if cited.antecedent is not None else None,
        ]
        for cited in citations
    ]
    return values


def write(path: Path) -> int:
    """Write the readings of all texts, a line each; print one hash over all of them."""
    whole = hashlib.sha256()
    with path.open("w", encoding="utf-8") as out:
        for name, text in texts():
            line = json.dumps({"id": name, **reading(text)}, ensure_ascii=False, sort_keys=True)
            whole.update(line.encode())
            out.write(line + "\n")
    print(whole.hexdigest()[:16])
    return 0


def _read(path: Path) -> dict[str, dict[str, Any]]:
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return {row.pop("id"): row for row in rows}


def _apart(one: Any, other: Any) -> str:
    """Show how two values differ: of two lists what only one of them has."""
    if isinstance(one, list) and isinstance(other, list):
        gone = [item for item in one if item not in other]
        come = [item for item in other if item not in one]
        one, other = gone, come
    return f"{json.dumps(one, ensure_ascii=False)[:300]}  ->  {json.dumps(other, ensure_ascii=False)[:300]}"


def compare(before: Path, after: Path, field: str | None = None) -> int:
    """Print where two readings differ: how often by field, and the first places of each (all of `field`)."""
    old, new = _read(before), _read(after)
    counts: Counter[str] = Counter()
    for name in old.keys() & new.keys():
        for key in {*old[name], *new[name]}:
            one, other = old[name].get(key), new[name].get(key)
            if one != other:
                counts[key] += 1
                if key == field or (field is None and key != "spans" and counts[key] <= SHOWN):
                    print(f"{name} {key}: {_apart(one, other)}")
    print(f"{len(old)} texts before, {len(new)} after; differ:", dict(counts.most_common()) or "none")
    return bool(counts)


def main() -> int:
    """Run the command that the arguments name."""
    match sys.argv[1:]:
        case ["write", path]:
            return write(Path(path))
        case ["compare", before, after, *field] if len(field) < 2:
            return compare(Path(before), Path(after), *field)
    print(__doc__)
    return 2


if __name__ == "__main__":
    sys.exit(main())
