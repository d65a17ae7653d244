"""Texts and files at random against every function that takes one: `make fuzz FOR=60`.

What fails is kept (.hypothesis/fuzz) in its smallest form, and tried first the next time; how often each target has run
is added up beside it. An interrupted run loses nothing. The exit code is 1 where anything has failed.
"""

from __future__ import annotations

import json
import sys
import time
import traceback
from pathlib import Path
from typing import Any, Final

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.database import DirectoryBasedExampleDatabase

from tests.fuzzing.targets import TARGETS

ROOT: Final = Path(__file__).resolve().parents[2]
KEPT: Final = ROOT / ".hypothesis" / "fuzz"
COUNTS: Final = KEPT / "counts.json"
# Examples of one target before the next has its turn.
TURN: Final = 500


def main() -> int:
    ends = time.monotonic() + 60 * float(sys.argv[1] if len(sys.argv) > 1 else 60)
    KEPT.mkdir(parents=True, exist_ok=True)
    counts: dict[str, int] = json.loads(COUNTS.read_text()) if COUNTS.exists() else {}
    failed: dict[str, str] = {}
    while time.monotonic() < ends:
        for name in [one for one in TARGETS if one not in failed]:
            done, trouble = turn(name)
            counts[name] = counts.get(name, 0) + done
            COUNTS.write_text(json.dumps(counts))
            if trouble:
                # It stays in the database; the others go on.
                failed[name] = trouble
                _say(f"{name}: {trouble}")
        if len(failed) == len(TARGETS):
            break
    _say("\n".join(f"{name}: {count:,} examples" for name, count in counts.items()))
    return 1 if failed else 0


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def turn(name: str, examples: int = TURN) -> tuple[int, str]:
    """Run one target for a while: how many examples it was, and what was wrong with the smallest that failed."""
    strategy, examine = TARGETS[name]
    done = 0

    @settings(
        max_examples=examples,
        deadline=None,
        database=DirectoryBasedExampleDatabase(KEPT / "examples"),
        suppress_health_check=list(HealthCheck),
        phases=(Phase.reuse, Phase.generate, Phase.shrink),
    )
    @given(strategy)
    def run(example: Any) -> None:
        nonlocal done
        done += 1
        examine(example)

    # The database knows an example by the function it is for.
    run.hypothesis.inner_test.__qualname__ = f"fuzz {name}"  # type: ignore[attr-defined]
    try:
        run()
    except Exception:  # noqa: BLE001  (whatever it is, it is what was looked for)
        return done, traceback.format_exc(limit=-6)
    return done, ""


if __name__ == "__main__":
    sys.exit(main())
