from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

SHARED = Path(__file__).resolve().parents[2] / "shared"

# Two workers share two cores with whatever else runs, so a deadline would measure the machine.
# In CI every run draws alike: what a new example breaks is found by whoever runs the tests at the desk.
settings.register_profile(
    "egovkit", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize="CI" in os.environ
)
settings.load_profile("egovkit")

# What is said is tested in English, wherever the tests run; a test of the Chinese asks for it.
os.environ["EGOVKIT_LANG"] = "en"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of corpus, facts and gold beside the checkout."""
    if not SHARED.is_dir():
        pytest.skip("the shared folder is not beside this checkout")
    return SHARED


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name bytes by their parameter: an archive holds the time it was made, and every worker has to see the same id."""
    return argname if isinstance(val, bytes) else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Ask first what single words decide: with -x a word that is gone ends the run in seconds."""
    items.sort(key=lambda item: item.path.name != "test_words.py")
