"""egovkit in Pyodide, run by node: it answers as it does here."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

import egovkit
from egovkit.web.answers import answer
from scripts.playground.gathering import Unavailable, gather
from tests.interchange.files import pdf_of, shown
from tests.interchange.packages import package, paragraph

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("playground")]

# Reads what is asked from stdin, a list of verb, parameters and content in base64, and writes the answers.
PROGRAM = """
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
const [page, gathered] = process.argv.slice(2);
const { start } = await import(pathToFileURL(`${page}/engine.js`));
const { loadPyodide } = await import(pathToFileURL(`${gathered}/runtime/pyodide.mjs`));
const { wheels } = JSON.parse(readFileSync(`${gathered}/manifest.json`));
const ask = await start(loadPyodide, `${gathered}/runtime/`, wheels.map((name) => `${gathered}/wheels/${name}`));
const asked = JSON.parse(readFileSync(0));
const answers = asked.map(([verb, given, content, text]) => {
  const bytes = Buffer.from(content, "base64");
  const { status, body } = ask(verb, given, text ? bytes.toString() : new Uint8Array(bytes));
  return [status, Buffer.from(body).toString("base64")];
});
console.log(JSON.stringify(answers));
"""
TEXT = (
    "关于防火的通知\n某政发〔2024〕3号\n各乡镇：\n一、依照国办发[2014]66号、《个人信息保护法》第九百九十九条执行,抓紧\u200b落实。\n"
    "⼆、为枢纽的“三网一库”。\ue000\n某县人民政府\n2024年3月1日"
)
VERBS = ("read", "check", "verify", "fix", "convert")
CASES: list[tuple[str, dict[str, str], bytes | str]] = [
    *((verb, {"on": "2024-03-01"} if verb in {"check", "verify", "fix"} else {}, TEXT) for verb in VERBS),
    ("fix", {"as": "file"}, TEXT.replace("\u200b", "").replace("⼆", "二").replace("\ue000", "").encode("gb18030")),
    ("convert", {"to": "akn"}, TEXT),
    ("convert", {"to": "docx"}, TEXT),
    ("read", {}, pdf_of(shown(["关于防火的通知", "请各地抓紧落实。"]))),
    ("read", {}, package(paragraph("依照国办发[2014]66号执行。"))),
    ("check", {"on": "2024-03-01"}, package(paragraph("依照国办发[2014]66号执行。"))),
    ("read", {}, b"%PDF-1.7 cut"),
    ("check", {"rules": "GW999", "lang": "en"}, TEXT),
]


@pytest.fixture(scope="module")
def gathered() -> Path:
    """What runs the page in a browser."""
    try:
        return gather()
    except Unavailable as error:
        pytest.skip(str(error))


def test_it_answers_as_it_does_here(gathered: Path, tmp_path: Path) -> None:
    import base64

    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed")
    page = Path(__file__).resolve().parents[2] / "scripts" / "playground" / "page"
    # Node takes a script for a module by its ending, or by what is beside it.
    shutil.copy(page / "engine.js", tmp_path)
    (tmp_path / "package.json").write_text('{"type": "module"}')
    (tmp_path / "ask.mjs").write_text(PROGRAM)
    asked: list[Any] = [
        [
            verb,
            given,
            base64.b64encode(each.encode() if isinstance(each, str) else each).decode(),
            isinstance(each, str),
        ]
        for verb, given, each in CASES
    ]
    command = [node, str(tmp_path / "ask.mjs"), str(tmp_path), str(gathered)]
    done = subprocess.run(command, input=json.dumps(asked), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    for (verb, given, content), (status, body) in zip(CASES, json.loads(done.stdout.splitlines()[-1]), strict=True):
        here = answer(verb, content, given)
        assert (status, said(base64.b64decode(body))) == (here.status, said(here.body)), (verb, given)


def said(body: bytes) -> str:
    # Two libraries pack one file differently.
    return egovkit.read(body) if body.startswith(b"PK") else body.decode("utf-8", "replace")
