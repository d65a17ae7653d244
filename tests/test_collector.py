"""The collector of cycles is as it was, however reading ended."""

from __future__ import annotations

import gc
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egovkit.collector import collector_held
from egovkit.documents import document
from egovkit.documents.document import PolicyDocument


@pytest.fixture(params=[True, False])
def was_on(request: pytest.FixtureRequest) -> Iterator[bool]:
    (gc.enable if request.param else gc.disable)()
    yield request.param
    gc.enable()


def test_reading_leaves_the_collector_as_it_was(was_on: bool) -> None:
    PolicyDocument.parse("关于防火的通知")
    assert gc.isenabled() is was_on


@pytest.mark.parametrize("error", [RecursionError, KeyboardInterrupt, MemoryError])
def test_so_does_reading_that_fails(was_on: bool, error: type[BaseException], monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bool] = []

    def fail(*_: object) -> None:
        seen.append(gc.isenabled())
        raise error

    monkeypatch.setattr(document, "read_body", fail)
    with pytest.raises(error):
        PolicyDocument.parse("关于防火的通知")
    assert seen == [False]
    assert gc.isenabled() is was_on


@given(st.lists(st.integers(0, 3), max_size=30))
def test_it_is_on_when_the_last_of_several_readers_has_done(steps: list[int]) -> None:
    readers: dict[int, ExitStack] = {}
    for reader in steps:
        if reader in readers:
            readers.pop(reader).close()
        else:
            readers[reader] = ExitStack()
            readers[reader].enter_context(collector_held())
            assert not gc.isenabled()
    for stack in readers.values():
        stack.close()
    assert gc.isenabled()


@pytest.mark.skipif(sys.platform == "win32", reason="processes are not forked there")
def test_a_process_forked_meanwhile_has_it_on() -> None:
    program = """
        import gc, os
        from egovkit.collector import collector_held

        with collector_held():
            child = os.fork()
            if not child:
                os._exit(gc.isenabled())
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), gc.isenabled())
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(program)], capture_output=True, text=True, check=True)
    assert done.stdout == "1 True\n"
