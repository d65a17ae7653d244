"""`egovkit convert`: documents in another format (转换)."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

from egovkit.cli.batches import each_of
from egovkit.cli.failures import Misuse
from egovkit.cli.printing import json_escaped, shown
from egovkit.cli.sources import read_source
from egovkit.cli.writing import write_file
from egovkit.interchange.exports import EXPORTS
from egovkit.interchange.files import named_files, names_many
from egovkit.interchange.word_writing.writing import to_docx
from egovkit.messages import said
from egovkit.models.layout_profile import Form, LayoutProfile

__all__ = ["convert"]

_JSON: Final = frozenset({"json", "csl", "jsonld"})
_WRITERS: Final = {export.name: export.write for export in EXPORTS}
_DOCX: Final = "docx"
_BETWEEN: Final = re.compile("[、,，]")


def convert(
    files: Sequence[str],
    format: str,
    output: str | None,
    form: Form | None,
    mark: str | None,
    *,
    unsealed: bool,
    raw: bool,
) -> int:
    """Convert documents: to stdout, to the file named, or of several each into the folder named."""
    # JSON in a file called docx is never meant.
    kind = _DOCX if Path(output or "").suffix.lower() == ".docx" else format
    write = _WRITERS[kind]
    if kind == _DOCX:
        marks = tuple(filter(None, _BETWEEN.split(mark or "")))
        write = partial(to_docx, profile=LayoutProfile(form=form, sealed=not unsealed, marks=marks))
    elif form or mark or unsealed:
        raise Misuse("cli.form", "a form, a mark and a seal are those of a docx: add --format docx")

    def written(name: str) -> str | bytes:
        made = write(read_source(name).document)
        return json_escaped(made) if kind in _JSON and isinstance(made, str) else made

    if not names_many(files):
        made = written(files[0])
        if output is not None:
            _save(Path(output), made)
        elif isinstance(made, bytes):
            raise Misuse("cli.binary", "{format} is no text: name a file with --output", format=kind)
        else:
            sys.stdout.write(made if raw else shown(made))
        return 0
    if output is None:
        raise Misuse("cli.folder", "several files are converted into a folder: name it with --output")
    folder = Path(output)
    folder.mkdir(parents=True, exist_ok=True)
    failed: list[str] = []
    names = named_files(files)
    targets = _targets(names, kind)
    for name, made in each_of(names, lambda name: (name, written(name)), failed, said("converted", "转换")):
        _save(folder / targets[name], made)
    return 2 if failed else 0


def _targets(names: Sequence[str], format: str) -> dict[str, str]:
    """Return what each is called in the folder: by its own name; where two would be the same, with their old ending."""
    stems = [Path(name).stem for name in names]
    targets: dict[str, str] = {}
    for name, stem in zip(names, stems, strict=True):
        target = f"{stem if stems.count(stem) == 1 else Path(name).name}.{format}"
        if target in targets.values():
            raise Misuse("cli.same", "two files would be written as {target}: convert them apart", target=target)
        targets[name] = target
    return targets


def _save(path: Path, written: str | bytes) -> None:
    write_file(path, written if isinstance(written, bytes) else written.encode("utf-8"))
