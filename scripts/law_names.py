"""Write the names of laws that a text may print without 《》 (法律名称), from the register.

    python -m scripts.law_names           # say whether the table is what the register gives
    python -m scripts.law_names --write   # write it

A name is the title of a law, in force or not, without 中华人民共和国; each with the keys of the register's sources. The
short names are those that texts of courts print in the place of the title.
"""

from __future__ import annotations

import csv
import io
import re
import sys

from egovkit.catalogue.register import register
from egovkit.grammar.codes import STATE
from scripts.tables import DATA

TABLE = DATA / "law_names.csv"
_SHORT = {"刑事诉讼法": "刑诉法", "民事诉讼法": "民诉法"}
# 办法 is a kind of its own, and a decision on a law is none.
_LAW = re.compile("^(?!.*关于).*(?:(?<!办)法|法典|民法[通总]则)$")


def made() -> str:
    """Return the table as the register gives it."""
    laws = {record.title.removeprefix(STATE): record for record in register.where(level="law")}
    rows = [(name, _SHORT.get(name, ""), "|".join(laws[name].sources)) for name in sorted(laws) if _LAW.match(name)]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("name", "short", "source"))
    writer.writerows(rows)
    return out.getvalue()


def main(arguments: list[str]) -> int:
    """Check the table, or write it."""
    text = made()
    if "--write" in arguments:
        TABLE.write_bytes(text.encode("utf-8"))
        return 0
    if TABLE.read_bytes().decode("utf-8") == text:
        return 0
    print(f"{TABLE.name}: not what the register gives (python -m scripts.law_names --write)")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
