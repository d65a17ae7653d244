"""What one parse and one import cost."""

from __future__ import annotations

import re
import subprocess
import sys

from pydantic import BaseModel

from benchmarks.clock import best_seconds
from benchmarks.table import Row
from egovkit import DocumentDate, IssuanceNumber

PATTERN = re.compile(r"([\u4e00-\u9fa5]{1,12})〔(\d{4})〕(\d+)号")
NUMBERS = [f"{code}〔{2000 + i % 25}〕{i % 300 + 1}号" for i in range(500) for code in ("国办发", "财税")]
DATES = [f"{2000 + i % 25}年{i % 12 + 1}月{i % 28 + 1}日" for i in range(1000)]


class Plain(BaseModel, frozen=True):
    """The frozen model that a naive program would fill."""

    code: str
    year: int
    serial: int


def _plain(text: str) -> Plain:
    match = PATTERN.fullmatch(text)
    if match is None:
        raise ValueError(text)
    return Plain(code=match[1], year=int(match[2]), serial=int(match[3]))


def measure_parse() -> list[Row]:
    base = best_seconds(lambda: [_plain(text) for text in NUMBERS]) / len(NUMBERS)
    number = best_seconds(lambda: [IssuanceNumber.parse(text) for text in NUMBERS]) / len(NUMBERS)
    dated = best_seconds(lambda: [DocumentDate.parse(text) for text in DATES]) / len(DATES)
    return [
        {"work": "re.fullmatch and one frozen model", "µs": f"{base * 1e6:.2f}", "times": "1.00", "at most": ""},
        {"work": "IssuanceNumber.parse", "µs": f"{number * 1e6:.2f}", "times": f"{number / base:.2f}", "at most": "3"},
        {"work": "DocumentDate.parse", "µs": f"{dated * 1e6:.2f}", "times": f"{dated / base:.2f}", "at most": ""},
    ]


_NOTHING = "pass"


def measure_imports(rounds: int) -> list[Row]:
    statements = {
        "import egovkit": "15 ms",
        "from egovkit import IssuanceNumber": "",
        "from egovkit import find_citations": "",
        "from egovkit import PolicyDocument": "",
        "from egovkit import check": "",
        "import pydantic; pydantic.BaseModel": "",
    }
    return [
        {"statement": statement, "ms": f"{_ms('', statement, rounds):.1f}", "at most": bound}
        for statement, bound in statements.items()
    ]


def measure_loads(rounds: int) -> list[Row]:
    """Measure what the first question to a table costs, in a fresh process; its imports aside."""
    tables = {"policies and frameworks": "len(e.policies), len(e.frameworks)", "organs": "e.organs.by_code('国办发')"}
    bounds = {"policies and frameworks": "20 ms"}
    before = "import egovkit as e; e.policies, e.frameworks, e.organs"
    return [
        {"table": name, "ms": f"{_ms(before, question, 2 * rounds):.1f}", "at most": bounds.get(name, "")}
        for name, question in tables.items()
    ]


def _ms(before: str, statement: str, rounds: int) -> float:
    program = f"{before}\nfrom time import perf_counter as p; t = p(); {statement}; print((p() - t) * 1000)"
    runs = [
        subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
        for _ in range(rounds)
    ]
    return min(float(run.stdout) for run in runs)
