"""`egovkit cite-as`: documents as entries of a list of references, or as records for a reference manager (著录)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from egovkit.cli.batches import each_of
from egovkit.cli.failures import Misuse
from egovkit.cli.printing import json_text, shown
from egovkit.interchange.gb7714 import Style
from egovkit.messages import said
from egovkit.models.dates import DocumentDate

if TYPE_CHECKING:
    from egovkit.documents.document import PolicyDocument
    from egovkit.models.policy import PolicyRecord

__all__ = ["cite_as"]


def cite_as(
    names: Sequence[str], style: Style, format: str, on: str | None, url: str | None, accessed: str | None, *, raw: bool
) -> int:
    """Print documents as references: by a number or title of the register, or from files.

    A law that is named by its title is its version in force today, or `on` a day; where none is known to be today, the newest.

    What cannot be had is named on stderr and the others go on; the exit code is then 2.
    """
    if url is not None and (len(names) > 1 or (_is_file(names[0]) and _are_many(names[0]))):
        raise Misuse("cli.address", "an address is that of one document: give one")
    day = None if accessed is None else DocumentDate.parse(accessed)
    if len(names) == 1 and not _is_file(names[0]):
        _print([_registered(names[0], on)], style, format, url, day, raw=raw)
        return 0
    failed: list[str] = []
    files = list(chain.from_iterable(map(_files, names)))
    found = list(each_of(files, partial(_had, on=on), failed, said("read", "读取")))
    _print(found, style, format, url, day, raw=raw)
    return 2 if failed else 0


def _is_file(name: str) -> bool:
    # A pattern or a path is none of a number's or title's signs; what has the name of a file is that file.
    return name == "-" or any(c in name for c in "/\\*?") or Path(name).exists()


def _are_many(name: str) -> bool:
    from egovkit.interchange.files import names_many  # noqa: PLC0415

    return names_many([name])


def _files(name: str) -> list[str]:
    from egovkit.interchange.files import named_files  # noqa: PLC0415  # who asks for a number reads no files

    return named_files([name]) if _is_file(name) else [name]


def _had(name: str, on: str | None) -> PolicyDocument | PolicyRecord:
    if not _is_file(name):
        return _registered(name, on)
    from egovkit.cli.sources import read_source  # noqa: PLC0415

    return read_source(name).document


def _registered(name: str, on: str | None) -> PolicyDocument | PolicyRecord:
    from egovkit.catalogue.register import register  # noqa: PLC0415  # who gives files asks no table
    from egovkit.interchange.cited_version import cited_version  # noqa: PLC0415
    from egovkit.models.issuance import IssuanceNumber  # noqa: PLC0415

    laws = () if IssuanceNumber.is_valid(name) else register.laws(name)
    if len(laws) != 1 or not laws[0].versions:
        return cited_version(register[name], on)
    if on is not None and laws[0].on(on) is None:
        raise Misuse("cli.version", "no version of {law} is known to be in force on {day}", law=laws[0].title, day=on)
    return cited_version(laws[0], on)


def _print(
    found: Sequence[PolicyDocument | PolicyRecord],
    style: Style,
    format: str,
    url: str | None,
    accessed: DocumentDate | None,
    *,
    raw: bool,
) -> None:
    from egovkit.interchange.gb7714 import cite  # noqa: PLC0415
    from egovkit.interchange.records import to_bibtex, to_csl, to_ris  # noqa: PLC0415

    if format == "csl":
        items = [to_csl(each, url, accessed) for each in found]
        for item, name in zip(items, _distinct([item["id"] for item in items]), strict=True):
            item["id"] = name
        print(json_text(items, indent=2))
        return
    if format == "ris":
        written = [to_ris(each, url) for each in found]
    elif format == "bib":
        entries = [to_bibtex(each, url).partition(",") for each in found]
        names = _distinct([head for head, _, _ in entries])
        written = [f"{name},{rest}" for name, (_, _, rest) in zip(names, entries, strict=True)]
    else:
        written = [cite(each, style, url, accessed) + "\n" for each in found]
    for text in written:
        print(text if raw else shown(text), end="")


def _distinct(names: Sequence[str]) -> Iterator[str]:
    """Yield the names by which references are cited, a number after one that was there before."""
    given: set[str] = set()
    for name in names:
        other, at = name, 1
        while other in given:
            at += 1
            other = f"{name}-{at}"
        given.add(other)
        yield other
