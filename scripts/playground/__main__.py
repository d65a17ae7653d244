"""Gather what runs the page in a browser: `python -m scripts.playground`; where it cannot be had, say so and go on.

With a folder, the whole page is written into it, to be put on any server: `python -m scripts.playground FOLDER`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from scripts.playground.assembling import assemble
from scripts.playground.gathering import Unavailable, gather


def main() -> int:
    try:
        print(f"gathered into {gather().name}")
    except Unavailable as error:
        print(f"the page has nothing to run it: {error}", file=sys.stderr)
        return int(len(sys.argv) > 1)
    if len(sys.argv) > 1:
        assemble(Path(sys.argv[1]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
