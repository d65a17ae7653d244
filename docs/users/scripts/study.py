"""Who takes up what, and how fast: python study.py FOLDER NUMBER OUT"""

import csv
import sys
from pathlib import Path

from egovkit import Corpus


def main(folder: str, number: str, out: str) -> None:
    corpus = Corpus.read(folder)
    target = Path(out)
    target.mkdir(parents=True, exist_ok=True)

    for node in corpus.most_cited(5):
        print(node.cited_by, node.key, node.title)

    spread = corpus.diffusion(number)
    with (target / "diffusion.csv").open("w", encoding="utf-8-sig", newline="") as file:
        rows = list(spread.rows())
        writer = csv.DictWriter(file, fieldnames=list(rows[0]) if rows else [])
        writer.writeheader()
        writer.writerows(rows)
    for level in spread.by_level():
        print(level.level, level.documents, "documents, first after", level.first, "days, median", level.median)

    # For Gephi; the picture is for the paper.
    corpus.network.save(target / "network.gexf")
    (target / "diffusion.svg").write_text(spread.to_svg(), encoding="utf-8")

    for conflict in corpus.conflicts:
        print("look again:", conflict)


main(*sys.argv[1:])
