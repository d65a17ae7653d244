"""The command `egovkit serve`: started, asked, ended."""

from __future__ import annotations

import asyncio
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlsplit

import pytest

from egovkit.cli.app import run
from egovkit.cli.failures import Misuse
from egovkit.cli.serve import _names
from egovkit.interchange.extras import how_to_install
from egovkit.text import limits

pytest.importorskip("starlette", reason="starlette is not installed")
uvicorn = pytest.importorskip("uvicorn", reason="uvicorn is not installed")
from starlette.testclient import TestClient  # noqa: E402

from egovkit.web.app import make_app  # noqa: E402
from egovkit.web.workers import Workers  # noqa: E402


@pytest.fixture
def served() -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The command in a process of its own, and the address that it says."""
    command = [sys.executable, "-m", "egovkit", "serve", "--port", "0", "--workers", "1"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    found = re.match(r"(http://127\.0\.0\.1:\d+/) \(Ctrl\+C ends it\)\n", process.stdout.readline())
    assert found is not None
    yield process, found[1]
    if process.poll() is None:
        process.kill()
    process.communicate()


def test_it_answers_and_ends_when_it_is_interrupted(served: tuple[subprocess.Popen[str], str]) -> None:
    process, address = served
    where = urlsplit(address)
    connection = HTTPConnection(where.hostname or "", where.port, timeout=60)
    connection.request("GET", "/")
    page = connection.getresponse()
    assert page.getheader("Server") is None
    assert b"<!doctype html>" in page.read()
    connection.request("POST", "/api/convert?to=txt", "见国办发〔2014〕66号".encode())
    assert connection.getresponse().read().decode() == "见国办发〔2014〕66号\n"
    connection.close()
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert (process.returncode, errors) == (0, "")


def test_a_connection_that_asks_nothing_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that has sent half a head or nothing, and one that does not take its answer; not one that is being answered."""
    from uvicorn.server import ServerState

    from egovkit.web.patience import Patient

    monkeypatch.setattr(limits, "HEAD_SECONDS", 0.2)
    monkeypatch.setattr(limits, "EXCHANGE_SECONDS", 3)

    async def app(scope: Any, _receive: Any, send: Any) -> None:
        await asyncio.sleep(1)
        # More than what lies between the two can hold.
        body = b"x" if scope["path"] == "/" else b"x" * 2**26
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": body})

    async def asked(port: int, sent: bytes) -> bytes:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(sent)
        try:
            return await asyncio.wait_for(reader.read(), 30)
        except ConnectionResetError:
            return b""
        finally:
            writer.close()

    async def all_of_them() -> list[bytes]:
        config = uvicorn.Config(app, http=Patient, ws="none", lifespan="off", log_level="error", timeout_keep_alive=60)
        config.load()
        state = ServerState()
        server = await asyncio.get_running_loop().create_server(lambda: Patient(config, state, {}), "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        heads = (b"", b"GET / HTTP/1.1\r\nHost: a\r\n", b"GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        found = await asyncio.gather(*(asked(port, head) for head in heads))
        _, idle = await asyncio.open_connection("127.0.0.1", port, limit=1)
        idle.write(b"GET /large HTTP/1.1\r\nHost: a\r\n\r\n")
        while not state.connections:
            await asyncio.sleep(0.01)
        while state.connections:
            await asyncio.sleep(0.01)
        idle.transport.abort()
        # Whoever takes it slowly has longer than for asking.
        monkeypatch.setattr(limits, "EXCHANGE_SECONDS", 300)
        reader, slow = await asyncio.open_connection("127.0.0.1", port)
        slow.write(b"GET /large HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        await asyncio.sleep(2)
        assert len(await reader.read()) > 2**26
        slow.close()
        server.close()
        assert not state.connections
        return found

    nothing, half, whole = asyncio.run(all_of_them())
    assert (nothing, half, b"x" in whole) == (b"", b"", True)


def test_what_is_asked_on_this_machine_is_asked_by_a_name_of_its_own(served: tuple[subprocess.Popen[str], str]) -> None:
    _, address = served
    for host, status in ((urlsplit(address).netloc, 200), ("localhost", 200), ("elsewhere.example", 421)):
        connection = HTTPConnection(urlsplit(address).netloc, timeout=60)
        connection.request("POST", "/api/convert?to=txt", b"x", {"Host": host})
        assert connection.getresponse().status == status
        connection.close()


def test_a_name_that_a_proxy_asks_by_is_answered_where_it_is_allowed() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        assert _names("127.0.0.1", listener, None) == frozenset({"localhost", "127.0.0.1"})
        names = _names("127.0.0.1", listener, "Docs.office.example, other.example.")
    assert names == frozenset({"localhost", "127.0.0.1", "docs.office.example", "other.example"})
    with TestClient(make_app(Workers(1), names)) as client:
        for host, status in (
            ("docs.office.example", 200),
            ("DOCS.office.example:8443", 200),
            ("elsewhere.example", 421),
        ):
            headers = {"Host": host, "Origin": f"https://{host}"}
            assert client.post("/api/convert?to=txt", content=b"x", headers=headers).status_code == status


@pytest.mark.parametrize(
    "name", ["docs.office.example:8443", "https://docs.office.example", "docs.office.example/", "*"]
)
def test_what_is_no_name_of_a_host_is_refused(name: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener, pytest.raises(Misuse) as refused:
        _names("127.0.0.1", listener, f"other.example,{name}")
    assert (refused.value.code, repr(name) in refused.value.message_en) == ("cli.host_name", True)


EVERY = "0.0.0.0"  # noqa: S104  # bound for a moment


def test_a_net_is_served_under_any_name_until_one_is_allowed() -> None:
    with socket.create_server((EVERY, 0)) as listener:
        assert _names(EVERY, listener, None) is None
        assert _names(EVERY, listener, "docs.office.example") == frozenset({EVERY, "localhost", "docs.office.example"})


def test_a_port_that_is_taken(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        assert run(["serve", "--port", str(taken.getsockname()[1])]) == 2
    assert "in use" in capsys.readouterr().err


def test_an_address_that_is_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["serve", "--host", "no.such.host.invalid"]) == 2
    assert capsys.readouterr().err.startswith("egovkit: ")


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    assert run(["serve"]) == 2
    assert how_to_install("web") in capsys.readouterr().err
