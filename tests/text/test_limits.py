from __future__ import annotations

import ast
from itertools import pairwise
from pathlib import Path

import pytest

from egovkit.text import limits

BOUNDS = {name: value for name, value in vars(limits).items() if name.isupper()}


@pytest.mark.parametrize("name", BOUNDS)
def test_every_bound_is_a_positive_number(name: str) -> None:
    assert isinstance(BOUNDS[name], int)
    assert BOUNDS[name] > 0


def test_every_bound_says_what_it_bounds() -> None:
    body = ast.parse(Path(limits.__file__).read_text(encoding="utf-8")).body
    explained = [
        node.target.id
        for node, following in pairwise(body)
        if isinstance(node, ast.AnnAssign)
        and isinstance(node.target, ast.Name)
        and isinstance(following, ast.Expr)
        and isinstance(following.value, ast.Constant)
    ]
    assert sorted(explained) == sorted(BOUNDS)


def test_every_bound_is_used() -> None:
    package = Path(limits.__file__).parents[1]
    sources = "".join(p.read_text(encoding="utf-8") for p in package.rglob("*.py") if p != Path(limits.__file__))
    assert [name for name in BOUNDS if name not in sources] == []
