"""Which files a name means (文件清单): a file, all files of a folder, or those that a pattern fits."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from glob import glob, has_magic
from pathlib import Path

__all__ = ["files_of"]


def files_of(names: Iterable[str | os.PathLike[str]]) -> Iterator[str]:
    """Yield the files that names mean (展开), each once: of a folder all that are in it and below, in order of name.

    A pattern (`*`, `?`, `[…]`, `**` for folders below) that is no file's own name means the files that it fits. Hidden
    files and folders are left out, and links to folders are not followed. What is neither is yielded as it is: to read
    it says what is wrong.

    >>> list(files_of(["no-such-file.txt", "-"]))
    ['no-such-file.txt', '-']
    """
    seen: set[str] = set()
    for name in names:
        for file in _files(os.fspath(name)):
            if file not in seen:
                seen.add(file)
                yield file


def _files(name: str) -> Iterator[str]:
    if name != "-" and Path(name).is_dir():
        for folder, folders, files in os.walk(name):
            folders[:] = sorted(each for each in folders if not each.startswith("."))
            yield from (str(Path(folder) / file) for file in sorted(files) if not file.startswith("."))
        return
    if has_magic(name) and not Path(name).exists():
        found = [file for file in sorted(glob(name, recursive=True)) if not Path(file).is_dir()]  # noqa: PTH207
        yield from found or [name]
        return
    yield name
