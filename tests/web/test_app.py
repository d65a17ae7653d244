"""The service as programs ask it, and what it holds them to."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

pytest.importorskip("starlette", reason="starlette is not installed")
pytest.importorskip("httpx", reason="the test client of starlette needs httpx")

from starlette.testclient import TestClient

from egovkit.text import limits
from egovkit.web.app import make_app
from egovkit.web.pages import PAGE
from egovkit.web.refusals import Refused
from egovkit.web.verbs import VERBS
from egovkit.web.workers import Workers

TEXT = "依照国办发[2014]66号执行。"
PLAIN = {"Content-Type": "text/plain; charset=utf-8"}


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with TestClient(make_app(Workers(1)), raise_server_exceptions=False) as made:
        yield made


def said(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["error"]["code"]


def test_the_page_is_there_and_asks_nobody_else(client: TestClient) -> None:
    for name in PAGE:
        answer = client.get("/" if name == "index.html" else f"/{name}")
        assert answer.status_code == 200
        assert answer.headers["cache-control"] == "no-store"
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert "unsafe" not in answer.headers["content-security-policy"]
        # A source that a record names is the only address there may be, and comes from a table.
        assert "http://" not in answer.text
        assert "https://" not in answer.text
        assert "innerHTML" not in answer.text


def test_a_file_and_a_text_are_answered(client: TestClient) -> None:
    for content, headers in ((TEXT.encode("gb18030"), {}), (TEXT.encode(), PLAIN)):
        answer = client.post("/api/check", content=content, headers=headers)
        assert answer.status_code == 200
        assert answer.headers["cache-control"] == "no-store"
        assert [finding["code"] for finding in answer.json()["findings"]] == ["GW201"]
    mended = client.post("/api/fix?as=file", content=TEXT.encode("gb18030"))
    assert mended.content.decode("gb18030") == "依照国办发〔2014〕66号执行。"


def test_errors_are_told_in_the_language_asked_for(client: TestClient) -> None:
    def told(path: str, language: str) -> str:
        message: str = client.post(path, content=b"", headers={"Accept-Language": language}).json()["error"]["message"]
        return message

    english = "there is nothing in it: give the file that holds the document"
    assert told("/api/read", "en-GB,en;q=0.9") == told("/api/read?lang=en", "zh-CN") == english
    assert (
        told("/api/read", "zh-CN,zh;q=0.9") == told("/api/read?lang=zh", "en") == "其中没有内容，请给出载有文件的那个"
    )


def test_what_is_no_request(client: TestClient) -> None:
    assert said(client.get("/api/read")) == (405, "web.method")
    assert said(client.put("/api/read", content=b"x")) == (405, "web.method")
    assert said(client.post("/api/nothing", content=b"x")) == (404, "web.path")
    assert said(client.get("/../etc/passwd")) == (404, "web.path")
    assert said(client.post("/api/read?x=1", content=b"x")) == (400, "web.parameter")
    for origin in ("https://elsewhere.example", "null", "http://[", "http://who@testserver", "file://testserver"):
        assert said(client.post("/api/read", content=b"x", headers={"Origin": origin})) == (403, "web.origin")
    assert client.post("/api/read", content=TEXT.encode(), headers={"Origin": "http://testserver"}).status_code == 200


def test_a_page_of_another_site_is_told_by_what_the_browser_says(client: TestClient) -> None:
    for site, status in (("none", 200), ("same-origin", 200), ("same-site", 403), ("cross-site", 403)):
        answer = client.post("/api/read", content=TEXT.encode(), headers={"Sec-Fetch-Site": site})
        assert answer.status_code == status


def test_the_name_of_another_site_is_none_of_this_machine() -> None:
    """A name may be made to lead here after its page is loaded: the page is then of the same origin."""
    with TestClient(make_app(Workers(1), {"localhost", "desk"})) as asked:
        for host in ("localhost:8765", "Localhost.", "desk:8765", "127.0.0.1:8765", "[::1]:8765", "192.0.2.7"):
            headers = {"Host": host, "Origin": f"http://{host}"}
            assert asked.post("/api/convert?to=txt", content=b"x", headers=headers).status_code == 200
        for host in ("elsewhere.example:8765", "127.0.0.1.elsewhere.example", "localhost.example", "[", "", "desk:x@y"):
            headers = {"Host": host, "Origin": f"http://{host}"}
            assert said(asked.post("/api/convert?to=txt", content=b"x", headers=headers)) == (421, "web.host")


def test_a_document_has_a_size(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_REQUEST", 1000)
    assert client.post("/api/read", content="字".encode() * 300).status_code == 200
    assert said(client.post("/api/read", content=b"a" * 1001)) == (413, "web.size")

    def parts() -> Iterator[bytes]:
        for _ in range(1000):
            yield b"a" * 100

    assert said(client.post("/api/read", content=parts())) == (413, "web.size")


def test_an_answer_has_a_time_and_the_next_is_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    workers = Workers(1)
    try:
        assert workers.ask("convert", TEXT, {"to": "txt"}, "en").status == 200
        monkeypatch.setattr(limits, "REQUEST_SECONDS", 0.01)
        with pytest.raises(Refused) as caught:
            workers.ask("check", TEXT * 20000, {}, "en")
        assert (caught.value.code, caught.value.status) == ("web.time", 504)
        monkeypatch.setattr(limits, "REQUEST_SECONDS", 60)
        assert workers.ask("convert", TEXT, {"to": "txt"}, "en").body == TEXT.encode() + b"\n"
    finally:
        workers.close()


def test_who_finds_every_worker_busy_waits_no_longer_than_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "WAITING_SECONDS", 0.01)
    workers = Workers(1)
    try:
        with ThreadPoolExecutor(2) as both:
            asked = [both.submit(workers.ask, "check", TEXT, {}, "en") for _ in range(2)]
            errors = [one.exception() for one in asked]
        assert errors.count(None) == 1
        (error,) = (one for one in errors if one is not None)
        assert isinstance(error, Refused)
        assert error.code == "web.busy"
    finally:
        workers.close()


def test_a_worker_that_ends_is_replaced() -> None:
    workers = Workers(1)
    try:
        workers.ask("convert", TEXT, {"to": "txt"}, "en")
        worker = workers._free.get()
        assert worker is not None
        worker._process.kill()
        worker._process.join()
        workers._free.put(worker)
        with pytest.raises(Refused) as caught:
            workers.ask("read", TEXT, {}, "en")
        assert caught.value.code == "web.ended"
        assert workers.ask("convert", TEXT, {"to": "txt"}, "en").status == 200
    finally:
        workers.close()


def test_the_description_is_of_what_is_answered(client: TestClient) -> None:
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")
    description = client.get("/api/openapi.json").json()
    assert set(description["paths"]) == {f"/api/{verb.name}" for verb in VERBS}
    for verb in VERBS:
        operation = description["paths"][f"/api/{verb.name}"]["post"]
        assert [each["name"] for each in operation["parameters"]] == [each.name for each in verb.parameters]
        answers = {200: client.post(f"/api/{verb.name}", content=TEXT.encode())}
        answers[422] = client.post(f"/api/{verb.name}", content=b"")
        for status, answer in answers.items():
            assert answer.status_code == status
            content = operation["responses"][str(status)]["content"]
            if "application/json" in content:
                schema = {**content["application/json"]["schema"], "components": description["components"]}
                jsonschema.Draft202012Validator(schema).validate(answer.json())


def test_nothing_is_written_to_a_disk() -> None:
    program = """
import sys
written = []
def watch(event, of):
    if event == "open" and isinstance(of[2], int) and of[2] & 3 and not str(of[0]).startswith("/dev/"):
        written.append(of[0])
    elif event in ("os.mkdir", "os.rename", "tempfile.mkstemp", "tempfile.mkdtemp"):
        written.append((event, *of))
sys.dont_write_bytecode = True
from egovkit.web.answers import answer
from egovkit.web.verbs import VERBS
sys.addaudithook(watch)
data = sys.stdin.buffer.read()
print([answer(verb.name, data, {}).status for verb in VERBS], written)
"""
    done = subprocess.run([sys.executable, "-c", program], input=TEXT.encode(), capture_output=True, check=True)
    assert done.stdout.decode().strip() == f"{[200] * len(VERBS)} []"


def test_only_the_command_loads_what_it_needs() -> None:
    program = "import sys; from egovkit.cli.app import run; run(['serve', '--help']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert not {"starlette", "uvicorn", "egovkit.web"} & set(done.stdout.split())


def test_the_answers_need_no_network_library() -> None:
    program = (
        "import sys; sys.modules.update(starlette=None, uvicorn=None, anyio=None); "
        "from egovkit.web.answers import answer; print(answer('check', 'a', {}).status)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == 200
