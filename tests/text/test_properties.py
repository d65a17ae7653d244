"""Properties of Unicode under `regex`, and under `re` where `regex` has no wheel: one reading."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from egovkit.checks import odd
from egovkit.text.properties import RANGES, compile_properties, written_out

# Planes 3 to 13 hold no character but what the first three hold the like of.
POINTS = [*range(0x32000), *range(0xDFF00, 0xE1000), *range(0xEFF00, 0xF0100), *range(0xFFF00, 0x100100), 0x10FFFF]
ODD = "国办发〔2014〕６6号\u200b\ufeff抓紧\x07落实\ue000\uf8ff，⼀⾔為定﨎\ufffdè¿™\x85\u2028\n"


def test_every_property_is_written_out_as_regex_knows_it() -> None:
    for name, ranges in RANGES.items():
        written, known = re.compile(f"[{ranges}]"), regex.compile(rf"\p{{{name}}}")
        # Unicode may give a meaning to what has none, and has then to be looked at here.
        differing = [hex(c) for c in POINTS if bool(written.match(chr(c))) != bool(known.match(chr(c)))]
        # Every year brings ideographs, and none of them into the BMP.
        assert [each for each in differing if name != "Unified_Ideograph" or int(each, 16) <= 0xFFFF] == []


def test_without_regex_re_compiles_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "regex", None)
    pattern = compile_properties(r"[\p{Cf}]+")
    assert isinstance(pattern, re.Pattern)
    found = pattern.match("\u200b\u2060字")
    assert found is not None
    assert found.end() == 2


def _runs(text: str, pattern: object, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int, int]]:
    monkeypatch.setattr(odd, "_odd", lambda: pattern)
    return [(str(kind), start, end) for kind, start, end in odd.odd_runs(text)]


@pytest.fixture(scope="module")
def both() -> tuple[object, object]:
    """The pattern of odd characters under `regex`, and under `re`."""
    held = odd._odd()
    assert isinstance(held, regex.Pattern)
    source = held.pattern
    return held, re.compile(written_out(source))


def test_every_character_is_as_odd_under_either(both: tuple[object, object], monkeypatch: pytest.MonkeyPatch) -> None:
    for first in range(0, len(POINTS), 4096):
        text = "".join(chr(c) * 2 for c in POINTS[first : first + 4096])
        assert _runs(text, both[0], monkeypatch) == _runs(text, both[1], monkeypatch)


@given(st.text(st.one_of(st.sampled_from(ODD), st.characters()), max_size=30))
def test_every_text_is_as_odd_under_either(text: str) -> None:
    known, written = odd._odd(), re.compile(written_out(str(getattr(odd._odd(), "pattern", ""))))
    for start in range(len(text)):
        spans = [
            found and (found.lastgroup, found.span())
            for found in (known.match(text, start), written.match(text, start))
        ]
        assert spans[0] == spans[1]


CHECKED = """
import json, sys
if sys.argv[1] == "re":
    sys.modules["regex"] = None
import egovkit
texts = json.load(sys.stdin)
print(json.dumps([[(f.code, f.start, f.end, f.suggestion) for f in egovkit.check(text)] for text in texts]))
print(json.dumps([egovkit.fix(text).text for text in texts]))
print(json.dumps([str(c) for text in texts for c in egovkit.find_citations(text)]))
print("regex" in sys.modules and sys.modules["regex"] is not None)
"""


def _checked(library: str, texts: list[str]) -> list[str]:
    command = [sys.executable, "-c", CHECKED, library]
    done = subprocess.run(
        command, input=json.dumps(texts), capture_output=True, text=True, encoding="utf-8", check=True
    )
    return done.stdout.splitlines()


def test_a_check_finds_and_mends_the_same_without_regex() -> None:
    text = f"关于防火的通知\n各县：\n{ODD}依照国办发[2014]66号执行。"
    (*under_regex, loaded), (*under_re, blocked) = _checked("regex", [text]), _checked("re", [text])
    assert (loaded, blocked) == ("True", "False")
    assert under_regex == under_re
    assert len(json.loads(under_re[0])[0]) > 5


@pytest.mark.corpus
def test_the_corpus_reads_the_same_without_regex(shared: Path) -> None:
    with gzip.open(shared / "corpus" / "documents.jsonl.gz", "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in islice(lines, 0, None, 25)]
    assert _checked("regex", texts)[:-1] == _checked("re", texts)[:-1]
