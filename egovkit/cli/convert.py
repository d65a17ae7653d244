"""`egovkit convert`: documents in another format (转换)."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from egovkit.cli.batches import each_of
from egovkit.cli.failures import Misuse
from egovkit.cli.printing import json_escaped, shown
from egovkit.cli.sources import read_source
from egovkit.cli.writing import write_file
from egovkit.interchange.exports import EXPORTS
from egovkit.interchange.files import named_files, names_many
from egovkit.messages import said

__all__ = ["convert"]

_WRITERS: Final = {export.name: export.write for export in EXPORTS}


def convert(files: Sequence[str], format: str, output: str | None, *, raw: bool) -> int:
    """Convert documents: to stdout, to the file named, or of several each into the folder named."""
    if not names_many(files):
        written = _written(files[0], format)
        if output is None:
            sys.stdout.write(written if raw else shown(written))
        else:
            _save(Path(output), written)
        return 0
    if output is None:
        raise Misuse("cli.folder", "several files are converted into a folder: name it with --output")
    folder = Path(output)
    folder.mkdir(parents=True, exist_ok=True)
    failed: list[str] = []
    names = named_files(files)
    targets = _targets(names, format)
    for name, written in each_of(names, lambda name: (name, _written(name, format)), failed, said("converted", "转换")):
        _save(folder / targets[name], written)
    return 2 if failed else 0


def _written(name: str, format: str) -> str:
    written = _WRITERS[format](read_source(name).document)
    return json_escaped(written) if format == "json" else written


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


def _save(path: Path, written: str) -> None:
    write_file(path, written.encode("utf-8"))
