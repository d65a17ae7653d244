"""Which files are named (文件参数): files, folders and patterns, in one place for every command and for a corpus."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from egovkit.errors import ReadError
from egovkit.interchange.sources import READERS

__all__ = ["named_files", "names_many"]


def named_files(names: Sequence[str]) -> list[str]:
    """Return the files that are named (列出文件): each once, in the order given, those of a folder in order of their path.

    A folder stands for the files under it that a reader has the ending of (`READERS`), in its folders too; what is hidden
    is left out, and no link to a folder is followed. A name with `*`, `?` or `[` that no file has is a pattern, `**` for any folders;
    shells of Windows leave them to the program. `-` is stdin. A name that is neither stays as it is: reading it says
    that there is no such file.

    ReadError (read.nothing) for a folder or pattern that holds no such file: what reads nothing would call it clean.

    >>> named_files(["-", "no/such/file.txt", "-"])
    ['-', 'no/such/file.txt']
    """
    return list(dict.fromkeys(_each(names)))


def names_many(names: Sequence[str]) -> bool:
    """Say whether names may stand for more than one file (是否多个), however many there are now.

    >>> names_many(["a.txt"]), names_many(["a.txt", "b.txt"]), names_many(["*.txt"])
    (False, True, True)
    """
    return len(names) > 1 or any(_is_pattern(name) or Path(name).is_dir() for name in names)


def _is_pattern(name: str) -> bool:
    return glob.has_magic(name) and not os.path.lexists(name)


def _each(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        if name == "-":
            yield name
        elif Path(name).is_dir():
            yield from _some(_under(name), name)
        elif _is_pattern(name):
            matched = sorted(path for path in glob.iglob(name, recursive=True) if _is_own(path))  # noqa: PTH207  # a name stays as it was given
            held = [each for path in matched for each in (_under(path) if Path(path).is_dir() else (path,))]
            yield from _some(held, name)
        else:
            yield name


def _is_own(path: str) -> bool:
    """Say whether a file is a person's: a word processor's own beside an open document begins with ~$."""
    return not Path(path).name.startswith("~$")


def _some(found: Iterable[str], name: str) -> list[str]:
    held = list(found)
    if not held:
        raise ReadError("read.nothing", "there is no file to read in {name}", name=repr(name))
    return held


def _under(folder: str) -> Iterator[str]:
    endings = tuple(ending for reader in READERS for ending in reader.files)
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for file in sorted(files):
            if not file.startswith(".") and _is_own(file) and file.lower().endswith(endings):
                yield str(Path(here, file))
