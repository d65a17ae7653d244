"""What the register costs: the first answer, later ones, memory, the wheel, and verification beside reading.

    python -m scripts.register.costs    # the figures as JSON

CPU time throughout, of several runs the best. The first answer is that of a fresh process which has imported the models of
egovkit and nothing else of it, its modules compiled as an installer leaves them; the later ones are of names that were
not asked before, once other names were. A number that is parsed and not looked up is measured beside them, in the same
process: a loaded machine makes both slower.
"""

from __future__ import annotations

import gzip
import io
import json
import os
import random
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from typing import Any, Final

from egovkit.citations.find import find_citations
from egovkit.verification.verify import verify

PACKAGE: Final = Path(__file__).resolve().parents[2] / "egovkit"
CORPUS: Final = PACKAGE.parents[1] / "shared" / "corpus" / "documents.jsonl.gz"
ASKED: Final = 600
RUNS: Final = 5
TEXTS: Final = 200
_FRESH: Final = """
import random, resource, sys, time
from pathlib import Path
from egovkit.models import citation, dates, issuance, law, organ, policy, standing

def held():
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 1e6

before, start = held(), time.process_time()
from egovkit.catalogue.register import register
register["国发〔2015〕50号"]
first = time.process_time() - start
numbers, titles = (Path(name).read_text(encoding="utf-8").split("\\n") for name in sys.argv[1:])
register.by_title(titles[0])
memory = held() - before
times = []
for ask, names in ((register.by_number, numbers), (issuance.IssuanceNumber.parse, numbers), (register.by_title, titles)):
    half = len(names) // 2
    for name in names[:half]:
        ask(name)
    start = time.process_time()
    for name in names[half:]:
        ask(name)
    times.append((time.process_time() - start) / half)
print(first * 1e3, times[0] * 1e6, times[1] * 1e6, times[2] * 1e6, memory)
"""


def wheel() -> float:
    """Return the megabytes that the package takes in a wheel."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(PACKAGE.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                archive.write(path, str(path.relative_to(PACKAGE.parent)))
    return len(out.getvalue()) / 1e6


def answers(folder: Path) -> dict[str, float]:
    """Return the time of the first answer and of later ones, and the memory that the register takes."""
    from egovkit.catalogue.register import register  # noqa: PLC0415

    numbered = [record for record in register if record.number is not None]
    drawn = random.Random(7).sample(numbered, ASKED)
    names = {"numbers": [str(record.number) for record in drawn], "titles": [record.title for record in drawn]}
    for name, asked in names.items():
        (folder / name).write_text("\n".join(asked), encoding="utf-8")
    command = [sys.executable, "-c", _FRESH, str(folder / "numbers"), str(folder / "titles")]
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder / "compiled")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    runs = []
    for _ in range(RUNS):
        done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
        runs.append([float(cell) for cell in done.stdout.split()])
    best = [min(column) for column in zip(*runs, strict=True)]
    heads = (
        "first answer, ms", "later by number, µs", "a number parsed alone, µs", "later by title, µs", "memory, MB",
    )  # fmt: skip
    return {head: round(figure, 1) for head, figure in zip(heads, best, strict=True)}


def ratio() -> float:
    """Return the speed of verification over that of finding the citations alone, over texts of the corpus."""
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    texts = random.Random(7).sample(texts, TEXTS)
    spent = []
    for read in (find_citations, verify):
        for text in texts[:20]:
            read(text)
        runs = []
        for _ in range(3):
            start = time.process_time()
            for text in texts:
                read(text)
            runs.append(time.process_time() - start)
        spent.append(min(runs))
    return spent[0] / spent[1]


def measure(folder: Path) -> dict[str, Any]:
    """Return every figure; `folder` takes what is asked."""
    return {
        **answers(folder),
        "the whole package in a wheel, MB": round(wheel(), 2),
        "verify / find_citations": round(ratio(), 2),
    }


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as name:
        print(json.dumps(measure(Path(name)), ensure_ascii=False, indent=1))
