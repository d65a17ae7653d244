"""A folder of policy files as a database: python database.py FOLDER policies.sqlite"""

import sqlite3
import sys
from pathlib import Path

from egovkit import Corpus, register, rows_of


def main(folder: str, target: str) -> None:
    corpus = Corpus.read(folder)
    Path(target).unlink(missing_ok=True)
    with sqlite3.connect(target) as base:
        for name, items in (("documents", corpus.documents), ("citations", corpus.citations)):
            rows = list(rows_of(items, flat=True))
            columns = list(rows[0])
            base.execute(f"CREATE TABLE {name} ({', '.join(columns)})")
            marks = ", ".join(f":{column}" for column in columns)
            base.executemany(f"INSERT INTO {name} VALUES ({marks})", rows)
        # What is repealed in one file is no longer in force in the other.
        base.execute("ALTER TABLE documents ADD COLUMN repealed_by")
        base.execute(
            "UPDATE documents SET repealed_by = (SELECT source FROM citations"
            " WHERE target = documents.key AND relation = 'repeal')"
        )
        print("documents", base.execute("SELECT count(*) FROM documents").fetchone()[0])
        print("citations", base.execute("SELECT count(*) FROM citations").fetchone()[0])
        for number, title in base.execute("SELECT number, title FROM documents WHERE error IS NULL ORDER BY dated"):
            print(number or "", title)
        for name, error in base.execute("SELECT id, error FROM documents WHERE error IS NOT NULL"):
            print("not read:", name, error)
        cited = base.execute("SELECT DISTINCT target FROM citations WHERE target IS NOT NULL ORDER BY target")
        for (key,) in cited.fetchall():
            standing = register.standing(key)
            if standing.value.value != "unknown":
                print(key, standing.value.term, standing.since or "")
    base.close()


main(*sys.argv[1:])
