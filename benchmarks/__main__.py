"""Run every measurement and print it as tables; `--json FILE` keeps the figures for the docs."""

from __future__ import annotations

import argparse
import json
import platform
import sys
from datetime import date
from importlib.metadata import version
from pathlib import Path

from benchmarks import costs, engines, growth, layout, memory, readers, speed
from benchmarks.table import Row, print_table

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "documents.jsonl.gz"


def machine() -> dict[str, str]:
    return {
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "pydantic": version("pydantic"),
        "regex": version("regex"),
        "date": date.today().isoformat(),
    }


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--quick", action="store_true", help="fewer rounds and smaller texts")
    arguments.add_argument(
        "--only",
        choices=["speed", "readers", "layout", "growth", "costs", "memory", "engines", "flat"],
        help="one measurement",
    )
    arguments.add_argument(
        "--every", action="store_true", help="parse and check each of 200,000 documents for their memory: ten minutes"
    )
    arguments.add_argument("--json", type=Path, help="write the figures to a file as well")
    chosen = arguments.parse_args()
    figures: dict[str, list[Row]] = {}
    if chosen.only in (None, "speed"):
        if CORPUS.is_file():
            rounds, texts = (2, speed.documents(CORPUS)[::10]) if chosen.quick else (3, speed.documents(CORPUS))
            figures["Speed over the corpus"] = speed.measure(texts, rounds)
            figures["Speed by class of document, as ratio to the one-liner"] = speed.measure_classes(texts, rounds)
        else:
            print(f"no corpus at ../{'/'.join(CORPUS.parts[-3:])}: speed is not measured", file=sys.stderr)
    if chosen.only in (None, "readers") and CORPUS.is_file():
        figures["Reading a file, beside the bare library"] = readers.measure(CORPUS, rounds=2 if chosen.quick else 5)
    if chosen.only in (None, "layout"):
        figures["Reading, judging and laying out a docx"] = layout.measure()
    if chosen.only in (None, "growth"):
        copies, rounds = ((1, 10), 2) if chosen.quick else ((1, 10, 100), 7)
        figures["Growth with the length of the text"] = growth.measure(copies, rounds=rounds)
    if chosen.only in (None, "costs"):
        figures["Cost of one parse"] = costs.measure_parse()
        rounds = 5 if chosen.quick else 10
        figures["Cost of an import"] = costs.measure_imports(rounds)
        figures["Cost of loading a table"] = costs.measure_loads(rounds)
    if chosen.only in (None, "memory"):
        figures["Memory of many mentions, without their strings"] = memory.measure(
            100_000 if chosen.quick else 1_000_000
        )
    if chosen.only in (None, "engines") and CORPUS.is_file():
        rounds, times, large = (1, 3, 2) if chosen.quick else (3, 6, 8)
        figures |= engines.measure(CORPUS, rounds=rounds, copies=times, large=large)
    if chosen.only in (None, "flat") and CORPUS.is_file():
        documents = 20_000 if chosen.quick else 200_000
        figures["Memory of one process that reads many documents"] = engines.flat_memory(
            CORPUS, documents, chosen.every
        )
    for title, rows in figures.items():
        print_table(title, rows)
    if chosen.json is not None:
        content = {"machine": machine(), "tables": figures}
        chosen.json.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
