"""Real documents: what weighs as an error in them was read one by one."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from egovkit.checks import check, fix

# A tax notice that moves a term from 31 June, which is no day.
READ = {"GW611": ["2025年6月31日"]}


@pytest.mark.corpus
def test_errors_in_the_corpus_are_those_that_were_read(shared: Path) -> None:
    found: dict[str, list[str]] = {}
    with gzip.open(shared / "corpus" / "documents.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            text = json.loads(line)["text"]
            for finding in check(text):
                if finding.severity == "error":
                    found.setdefault(finding.code, []).append(text[finding.start : finding.end])
    assert found == READ


@pytest.mark.corpus
def test_no_real_number_is_taken_for_an_expanded_one(shared: Path) -> None:
    lines = (shared / "corpus" / "numbers.tsv").read_text(encoding="utf-8").splitlines()[1:]
    text = "\n".join(f"《办法》（{line.split(chr(9))[0]}）" for line in lines)
    assert not check(text, rules=["GW207", "GW523", "GW525"])


def test_the_seeds_expanded_codes_are_found_and_mended(shared: Path) -> None:
    seed = (shared / "corpus" / "seed.txt").read_text(encoding="utf-8")
    findings = list(check(seed, rules=["GW207"]))
    assert [seed[finding.start : finding.end] for finding in findings] == ["国务院办公厅发"] * 3
    assert {finding.suggestion for finding in findings} == {"国办发"}
    mended = fix(seed, rules=["GW207"]).text
    assert mended == seed.replace("国务院办公厅发〔", "国办发〔")
    assert not check(mended, rules=["GW207"])
