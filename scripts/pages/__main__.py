"""The pages made of the package's own tables. Most are made while the site is built; `--write` writes the pictures.

python -m scripts.pages --check      # every page can be made, and the pictures of the README show what is read
python -m scripts.pages --write      # write the pictures
"""

from __future__ import annotations

import argparse
import sys
from functools import lru_cache
from pathlib import Path

from scripts.pages import (
    before_after,
    commands,
    concepts,
    errors,
    frameworks,
    measured,
    organs,
    picture,
    policies,
    rules,
    search,
)

DOCS = Path(__file__).resolve().parents[2] / "docs"
VIRTUAL = (organs, frameworks, policies, rules, errors, commands, measured, concepts)
# The README shows these without a site.
KEPT = (picture, before_after)


@lru_cache(maxsize=1)
def virtual() -> dict[str, str]:
    """Return the pages that are made when the site is built, by their path in the docs."""
    return {path: text for source in VIRTUAL for path, text in source.pages().items()}


def kept() -> dict[str, str]:
    """Return the files that a checkout holds, by their path in the docs."""
    return {path: text for source in KEPT for path, text in source.pages().items()}


def stale() -> list[str]:
    """Return the files of a checkout that say something else than the package does now."""
    return sorted(
        path
        for path, text in kept().items()
        if not (DOCS / path).is_file() or (DOCS / path).read_text(encoding="utf-8") != text
    )


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    mode = arguments.add_mutually_exclusive_group(required=True)
    mode.add_argument("--write", action="store_true")
    mode.add_argument("--check", action="store_true")
    if arguments.parse_args().write:
        for path in stale():
            (DOCS / path).parent.mkdir(parents=True, exist_ok=True)
            (DOCS / path).write_text(kept()[path], encoding="utf-8")
            print(f"docs/{path}")
        return 0
    made = {**virtual(), **search.pages()}
    for path in (old := stale()):
        print(f"docs/{path} is out of date: make pages", file=sys.stderr)
    print(f"{len(made)} pages are made of the tables")
    return int(bool(old))


if __name__ == "__main__":
    sys.exit(main())
