"""What verification says of real texts: next to nothing of theirs is untrue."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from pathlib import Path

import pytest

from egovkit.verification.claim import Verdict
from egovkit.verification.verify import verify
from scripts import coverage

pytestmark = pytest.mark.corpus


@pytest.fixture(scope="module")
def verdicts(shared: Path) -> Counter[Verdict]:
    with gzip.open(shared / "corpus" / "documents.jsonl.gz", "rt", encoding="utf-8") as lines:
        return Counter(claim.verdict for line in lines for claim in verify(json.loads(line)["text"]))


def test_real_texts_are_accused_of_nothing(verdicts: Counter[Verdict]) -> None:
    assert verdicts[Verdict.CONTRADICTS] == 0
    assert verdicts[Verdict.AGREES] > verdicts[Verdict.UNKNOWN]


def test_what_texts_cite_is_known(shared: Path) -> None:
    assert shared.is_dir()
    known = {name: figures["known"] for name, figures in coverage.coverage().items()}
    assert known["State Council numbers"] > 0.9
    assert known["titles of laws and regulations"] > 0.94
    assert known["all central citations"] > 0.85


def test_altered_citations_contradict_and_true_ones_do_not() -> None:
    tried = coverage.trials()
    assert tried["true"].get("contradicts", 0) == 0
    assert tried["another serial"]["contradicts"] >= 0.99 * coverage.TRIALS
    assert tried["invented title"]["contradicts"] >= 0.9 * coverage.TRIALS
    cited = coverage.articles()
    assert not any("contradicts" in cited[name] for name in ("the last article", "之一 of it"))
    assert set(cited["nine times as far"]) == {"contradicts"}
