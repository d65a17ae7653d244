"""One program for many pdfs: each has a process and memory of its own, and what ends one of them ends no other."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import zlib
from collections.abc import Callable, Iterator

import pytest

from egovkit.errors import ReadError
from egovkit.interchange.pdf import asking, server
from egovkit.interchange.pdf import reading as pdf
from egovkit.interchange.pdf.reading import read_pdf
from egovkit.text import limits
from tests.interchange.files import NOTICE, pdf_of, shown

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux")

GOOD = pdf_of(shown(NOTICE))
TEXT = "\n".join(NOTICE)

Program = Callable[[str], None]


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """What is started, by its number; before and after a test there is nothing."""
    asking.end_servers()
    numbers: list[int] = []

    class Counted(subprocess.Popen[bytes]):
        def __init__(self, *given: object, **named: object) -> None:
            super().__init__(*given, **named)  # type: ignore[call-overload]
            numbers.append(self.pid)

    monkeypatch.setattr(subprocess, "Popen", Counted)
    yield numbers
    asking.end_servers()


@pytest.fixture
def answering(started: list[int], monkeypatch: pytest.MonkeyPatch) -> Program:
    """Have the program that waits do something else with what it is given: lines of Python, with `data` and `read`."""

    assert not started

    def program(lines: str) -> None:
        body = "".join(f"\n    {line}" for line in lines.splitlines())
        code = (
            "import os, signal, sys, time\nfrom egovkit.text import limits\nfrom egovkit.interchange.pdf import server\n"
            f"read, seen = server.answer, []\ndef answer(data):{body}\nserver.answer = answer\nserver.main()"
        )
        monkeypatch.setattr(asking, "_SERVER", ["-c", code])

    return program


def _code(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        read_pdf(data)
    return caught.value.code


def _bomb(content: bytes) -> bytes:
    packed = zlib.compress(content)
    stream = b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed)
    return pdf_of(b"").replace(b"<</Length 0>>stream\n\nendstream", stream)


def test_one_program_for_many_files(started: list[int]) -> None:
    assert [read_pdf(GOOD) for _ in range(5)] == [TEXT] * 5
    assert len(started) == 1


def test_a_process_that_waits_for_no_children_reads_as_well(started: list[int]) -> None:
    before = signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    try:
        assert read_pdf(GOOD) == TEXT
    finally:
        signal.signal(signal.SIGCHLD, before)
    assert len(started) == 1


def test_a_file_that_is_refused_costs_no_program(started: list[int]) -> None:
    assert _code(b"%PDF-1.5\nrubbish\n%%EOF") == "read.truncated"
    assert read_pdf(GOOD) == TEXT
    assert len(started) == 1


def test_nothing_of_a_file_is_there_for_the_next(answering: Program, started: list[int]) -> None:
    answering("seen.append(data)\nyield str(len(seen))")
    assert [pdf._ask(bytes(size)) for size in (1, 2, 3)] == ["1", "1", "1"]
    assert len(started) == 1


@pytest.mark.parametrize("content", [b" " * 300_000_000, b"BT /F1 9 Tf <56fd> Tj ET " * 1_500_000])
def test_what_takes_too_much_memory_is_refused_and_ends_nothing(content: bytes, started: list[int]) -> None:
    assert _code(_bomb(content)) == "read.bomb"
    assert read_pdf(GOOD) == TEXT
    assert len(started) == 1


def test_the_bound_on_memory_is_below_what_a_file_may_take() -> None:
    assert limits.MAX_FILE < limits.PDF_MEMORY < 256 * 2**20


@pytest.mark.parametrize(
    "ending", ["os.kill(os.getpid(), signal.SIGSEGV)", "os.abort()", "raise ValueError", "os._exit(3)"]
)
def test_a_crash_is_the_trouble_of_one_file(answering: Program, started: list[int], ending: str) -> None:
    answering(f"if data == b'bad': {ending}\nyield from read(data)")
    assert pdf._ask(b"bad") == "damaged"
    assert pdf._ask(GOOD).startswith("[[")
    assert len(started) == 1


def test_a_file_that_takes_too_long_ends_its_program(
    answering: Program, started: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    answering("if data == b'slow': time.sleep(60)\nyield from read(data)")
    read_pdf(GOOD)
    with monkeypatch.context() as short:
        short.setattr(limits, "PDF_SECONDS", 1)
        with pytest.raises(ReadError) as caught:
            pdf._ask(b"slow")
    assert caught.value.code == "read.time"
    with pytest.raises(ProcessLookupError):
        os.kill(started[0], 0)
    assert read_pdf(GOOD) == TEXT
    assert len(started) == 2


def test_a_file_that_works_too_long_is_ended_by_itself(answering: Program) -> None:
    answering("limits.PDF_SECONDS = 1\nsignal.raise_signal(signal.SIGALRM)\nyield ''")
    with pytest.raises(ReadError) as caught:
        pdf._ask(b"slow")
    assert caught.value.code == "read.time"


def test_a_program_that_has_ended_is_replaced(started: list[int]) -> None:
    read_pdf(GOOD)
    os.killpg(started[0], 9)
    assert read_pdf(GOOD) == TEXT
    assert len(started) == 2


def test_a_program_ends_that_nobody_asks(started: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        asking,
        "_SERVER",
        [
            "-c",
            "from egovkit.text import limits; limits.PDF_IDLE = 0.01; from egovkit.interchange.pdf.server import main; main()",
        ],
    )
    read_pdf(GOOD)
    asking._idle[0]._process.wait(20)
    assert read_pdf(GOOD) == TEXT
    assert len(started) == 2


@pytest.mark.usefixtures("started")
def test_a_program_that_does_not_start_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "_SERVER", ["-c", "pass"])
    assert _code(GOOD) == "read.worker"


def test_what_is_started_knows_nothing_of_this_process(answering: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET", "x")
    # Whoever reads the list of files has it open.
    answering("yield ' '.join(os.environ) + '|' + ' '.join(os.listdir('/proc/self/fd'))")
    reading, writing = os.pipe()
    os.set_inheritable(writing, True)
    try:
        names, files = pdf._ask(b"").split("|")
    finally:
        os.close(reading)
        os.close(writing)
    # The locale is what Python itself puts there.
    assert set(names.split()) <= {"LD_LIBRARY_PATH", "PYTHONPATH", "PYTHONUTF8", "LC_CTYPE"}
    # 1 and 2 lead nowhere; left are the line on which it answers, and the list itself in the place of what forked it.
    assert len(files.split()) == 4


def test_threads_have_programs_of_their_own(answering: Program, started: list[int]) -> None:
    answering("yield str(len(data))")
    found: dict[int, str] = {}
    threads = [threading.Thread(target=lambda n=n: found.update({n: pdf._ask(bytes(n))})) for n in range(1, 9)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {n: str(n) for n in range(1, 9)}
    assert len(started) <= 8
    assert len(asking._idle) <= asking._MOST


def test_a_fork_of_this_process_does_not_share_it(started: list[int]) -> None:
    read_pdf(GOOD)
    child = os.fork()
    if not child:
        os._exit(len(asking._idle))
    assert os.waitpid(child, 0)[1] == 0
    assert read_pdf(GOOD) == TEXT
    assert len(started) == 1


def test_endings_are_told_apart() -> None:
    class Used:
        ru_utime = ru_stime = 0.0
        ru_maxrss = limits.PDF_MEMORY // 1024

    assert server._ending(6, Used) == server.SPENT
    assert server._ending(11, Used) == server.CRASHED
    assert server._ending(14, Used) == server.LATE
    Used.ru_maxrss = 1024
    assert server._ending(6, Used) == server.CRASHED
    Used.ru_utime = limits.PDF_SECONDS
    assert server._ending(9, Used) == server.LATE
