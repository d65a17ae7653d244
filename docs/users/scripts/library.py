"""Records for a catalogue, and texts that outlive their format: python library.py FOLDER OUT"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from egovkit import (
    PolicyDocument,
    ReadError,
    cite,
    load,
    register,
    to_akoma_ntoso,
    to_bibtex,
    to_csl,
    to_jsonld,
    to_ris,
)


def readable(folder: str) -> Iterator[PolicyDocument]:
    for path in sorted(Path(folder).iterdir()):
        try:
            yield load(path)
        except ReadError as error:
            print("not read:", path.name, error.message, file=sys.stderr)


def main(folder: str, out: str) -> None:
    target = Path(out)
    target.mkdir(parents=True, exist_ok=True)
    documents = sorted(readable(folder), key=lambda document: str(document.dated))

    (target / "records.ris").write_text("\n".join(map(to_ris, documents)), encoding="utf-8")
    (target / "records.bib").write_text("\n".join(map(to_bibtex, documents)), encoding="utf-8")
    (target / "records.json").write_text(
        json.dumps([to_csl(each) for each in documents], ensure_ascii=False), encoding="utf-8"
    )
    for document in documents:
        name = str(document.number or document.title)  # a law has no number
        (target / f"{name}.xml").write_text(to_akoma_ntoso(document), encoding="utf-8")
        linked = to_jsonld(document, f"https://library.example/policy/{name}")
        (target / f"{name}.jsonld").write_text(json.dumps(linked, ensure_ascii=False), encoding="utf-8")
        print(cite(document))

    # A law as it was on the day of a document that rests on it.
    version = register.law("档案法").on(str(documents[0].dated))
    if version is not None:
        print(f"档案法 on {documents[0].dated}: promulgated {version.promulgated}, last article {version.last_article}")


main(*sys.argv[1:])
