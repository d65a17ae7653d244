"""Chunks that know where they are from, and an answer whose citations are checked: python retrieval.py FOLDER QUESTION"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from egovkit import Catalogue, PolicyDocument, ReadError, load, register, verify


def pairs(text: str) -> Counter[str]:
    """Two characters each: enough for a search without a model; an index of vectors takes its place."""
    return Counter(text[at : at + 2] for at in range(len(text) - 1))


def readable(folder: str) -> Iterator[PolicyDocument]:
    for path in sorted(Path(folder).iterdir()):
        try:
            yield load(path)
        except ReadError as error:
            print("not read:", path.name, error.message, file=sys.stderr)


def main(folder: str, question: str) -> None:
    documents = list(readable(folder))
    chunks = [chunk for document in documents for chunk in document.chunks(120)]
    with Path("chunks.jsonl").open("w", encoding="utf-8") as file:
        for chunk in chunks:
            file.write(json.dumps({"text": chunk.text, **chunk.metadata}, ensure_ascii=False) + "\n")
    print(len(chunks), "chunks of", len(documents), "documents")

    wanted = pairs(question)
    best = max(chunks, key=lambda chunk: (wanted & pairs(chunk.text)).total())
    print(best.metadata.get("number") or best.metadata.get("title"), best.metadata["path"])
    print(best.text.strip())

    # What a model answers is held against the documents it was given, and against the register.
    answer = "依据《山东省人民政府办公厅关于档案数字化试点的实施意见》（鲁政办发〔2019〕19号），2020年实现在线查询。"
    known = register.with_own(Catalogue.from_documents(documents))
    for claim in verify(answer, catalogue=known).claims:
        print(claim.verdict.value, claim.citation.title, "->", claim.instead)


main(*sys.argv[1:])
