from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from egovkit.cli.app import run


@dataclass(frozen=True, slots=True)
class Outcome:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


Egovkit = Callable[..., Outcome]


@pytest.fixture
def egovkit_command(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Egovkit:
    """The command line, run in this process: arguments, and what comes from stdin."""

    def command(*arguments: str, stdin: bytes = b"") -> Outcome:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = run(list(arguments))
        out, err = capsys.readouterr()
        return Outcome(code, out, err)

    return command
