"""What a corpus is read from (语料来源): folders, patterns, files, texts, and documents that were read."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from egovkit.corpus.failures import failure_of
from egovkit.corpus.sketch import DocumentSketch, sketch
from egovkit.interchange.files import named_files
from egovkit.messages import Words

if TYPE_CHECKING:
    from egovkit.documents.document import PolicyDocument

__all__ = ["Task", "died", "sketch_source", "tasks_of"]


class Task(NamedTuple):
    """What is read (任务): its name, and its text where that is given."""

    id: str
    text: str | None


def tasks_of(sources: Any) -> tuple[list[Task], list[tuple[str, PolicyDocument]]]:
    """Return what is to be read, or the documents that were."""
    if isinstance(sources, Mapping):
        return [Task(str(name), text) for name, text in sources.items()], []
    if isinstance(sources, (str, os.PathLike)):
        sources = [sources]
    tasks: list[Task] = []
    documents: list[tuple[str, PolicyDocument]] = []
    for place, one in enumerate(sources):
        if isinstance(one, str) and "\n" in one:
            tasks.append(Task(f"{place + 1}", one))
        elif isinstance(one, (str, os.PathLike)):
            tasks += [Task(name, None) for name in named_files([os.fspath(one)])]
        else:
            documents.append((f"{place + 1}", one))
    if tasks and documents:
        raise TypeError("a corpus is read from paths and texts, or made of documents, not of both")
    return tasks, documents


def sketch_source(task: Task) -> DocumentSketch:
    """Read one document and return what identity needs of it (读一件); one with an error where it cannot be read."""
    from egovkit.documents.document import PolicyDocument
    from egovkit.interchange.reading import load

    name, text = task
    source = None if text is not None else name
    try:
        document = load(Path(name)) if text is None else PolicyDocument.parse(text)
        return sketch(document, name, source)
    except Exception as error:  # noqa: BLE001  (a bad file, a full memory, a fault of ours: each is one row)
        return DocumentSketch(id=name, source=source, error=failure_of(error))


def died(task: Task, trouble: Words) -> DocumentSketch:
    """Return what stands for a document whose process ended (进程中断)."""
    return DocumentSketch(
        id=task.id, source=None if task.text is not None else task.id, error=("read.died", trouble.en)
    )
