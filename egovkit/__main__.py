"""`python -m egovkit`, and what the `egovkit` command runs (命令行入口)."""

from __future__ import annotations

import gc
import os
import sys

__all__ = ["main"]

# Nearly all that a command makes before it answers stays: to look through it after each 700 objects finds nothing.
_NEW_OBJECTS = 50_000


def main() -> None:
    """Run the command line; which version it is, is said before anything is loaded."""
    if sys.argv[1:] in (["--version"], ["-V"]) and sys.stdout is not None:
        from egovkit import __version__  # noqa: PLC0415

        print(f"egovkit {__version__}")  # noqa: T201
        return
    # Plugins of pydantic are for programs; to look for them among all that is installed takes as long as many a command.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    gc.set_threshold(_NEW_OBJECTS, *gc.get_threshold()[1:])
    from egovkit.cli.app import run  # noqa: PLC0415

    sys.exit(run())


if __name__ == "__main__":
    main()
