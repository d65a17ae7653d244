"""`python -m egovkit`, and what the `egovkit` command runs (命令行入口)."""

from __future__ import annotations

import sys

__all__ = ["main"]


def main() -> None:
    """Run the command line; say what to install where its extra is missing."""
    try:
        from egovkit.cli.app import run  # noqa: PLC0415  # what is missing can only be said from out here
    except ModuleNotFoundError as missing:
        if missing.name not in {"typer", "rich"}:
            raise
        print(f"egovkit: the command line needs {missing.name}: pip install 'egovkit[cli]'", file=sys.stderr)  # noqa: T201
        # 1 means that a check has found something.
        sys.exit(2)
    sys.exit(run())


if __name__ == "__main__":
    main()
