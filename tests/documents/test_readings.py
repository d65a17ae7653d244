"""A change of any reading of a head or a closing shows as a difference: `python -m tests.documents.readings`."""

from __future__ import annotations

import pytest

from tests.documents.readings import FILES, Case, cases, show

CASES = [case for name in FILES for case in cases(name)]


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_every_line_is_what_it_was(case: Case) -> None:
    assert show(case.text) == case.reading


def test_no_two_documents_share_a_name() -> None:
    names = [case.name for case in CASES]
    assert len(set(names)) == len(names)
