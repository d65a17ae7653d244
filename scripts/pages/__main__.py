"""Write the generated pages, or say which are out of date: `python -m scripts.pages --write | --check`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from scripts.pages import errors, frameworks, measured, organs, picture, policies, rules, search

DOCS = Path(__file__).resolve().parents[2] / "docs"
SOURCES = (organs, frameworks, policies, rules, errors, measured, search, picture)
# Folders that hold generated pages only, so that one which is no longer made is found.
OWNED = ("images", "search", "tables")


def wanted() -> dict[str, str]:
    return {path: text for source in SOURCES for path, text in source.pages().items()}


def present() -> dict[str, str]:
    files = [path for folder in OWNED for path in (DOCS / folder).rglob("*") if path.is_file()]
    return {path.relative_to(DOCS).as_posix(): path.read_text(encoding="utf-8") for path in files}


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    mode = arguments.add_mutually_exclusive_group(required=True)
    mode.add_argument("--write", action="store_true")
    mode.add_argument("--check", action="store_true")
    write = arguments.parse_args().write
    new, old = wanted(), present()
    stale = sorted(path for path in new.keys() | old.keys() if new.get(path) != old.get(path))
    if not write:
        for path in stale:
            print(f"docs/{path} is out of date: make pages", file=sys.stderr)
        return int(bool(stale))
    for path in stale:
        target = DOCS / path
        if path in new:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(new[path], encoding="utf-8")
        else:
            target.unlink()
        print(f"docs/{path}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
