"""Every example on a page runs and prints what the page says."""

from __future__ import annotations

import doctest
import re
import shlex
from contextlib import suppress
from pathlib import Path

import pytest
from sybil import Document, Example, Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser, SkipParser

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([ROOT / "README.md", ROOT / "README.zh-CN.md", *(ROOT / "docs").rglob("*.md")])


# What examples of a page show egovkit together with.
# It keeps the stderr that is there when it is imported, which has to outlive the test that asks for it first.
with suppress(ImportError):
    import mcp.client.stdio  # noqa: F401

BESIDE = {
    "corpus.md": ("networkx",),
    "engines.md": ("pyarrow",),
    "tables.md": ("pyarrow",),
    "services.md": ("fastapi", "httpx", "python_multipart", "langchain_core", "llama_index.core"),
    "mcp.md": ("mcp", "anyio"),
    "web.md": ("starlette", "httpx"),
}


def run_console(example: Example) -> str | None:
    """Compare what `$ egovkit …` prints with the lines under it; ``...`` stands for anything."""
    from egovkit.cli.app import run

    first, _, expected = example.parsed.partition("\n")
    assert first.startswith("$ egovkit "), first
    capture = example.namespace["capsys"]
    capture.readouterr()
    run(shlex.split(first.removeprefix("$ egovkit ")))
    got = "\n".join(line.rstrip() for line in capture.readouterr().out.splitlines())
    expected = "\n".join(line.rstrip() for line in expected.splitlines())
    if doctest.OutputChecker().check_output(expected, got, doctest.ELLIPSIS):
        return None
    return f"{first}\nexpected:\n{expected}\ngot:\n{got}"


SYBIL = Sybil(
    parsers=[
        PythonCodeBlockParser(doctest_optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE),
        CodeBlockParser(language="console", evaluator=run_console),
        SkipParser(),
    ],
)


def parse(page: Path) -> Document:
    return SYBIL.parse(page)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_examples_of_the_page_run(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for package in BESIDE.get(page.name, ()):
        pytest.importorskip(package, reason=f"the page shows {package}, which is not installed")
    document = parse(page)
    document.namespace["capsys"] = capsys
    failures = []
    for example in document.examples():
        try:
            example.evaluate()
        except Exception as error:  # noqa: BLE001  # each is reported with its page and line
            failures.append(f"line {example.line}: {type(error).__name__}: {error}")
    assert failures == [], "\n".join(failures)


def test_the_guides_have_examples() -> None:
    guides = [page for page in PAGES if page.parent.name == "guide"]
    assert guides
    assert [page.name for page in guides if not list(parse(page).examples())] == []


def test_both_languages_have_the_same_guides() -> None:
    english = {page.name for page in (ROOT / "docs" / "guide").glob("*.md")}
    chinese = {page.name for page in (ROOT / "docs" / "zh" / "guide").glob("*.md")}
    assert english == chinese


@pytest.mark.parametrize("language", [".", "zh"])
def test_the_study_of_a_network_is_no_longer_than_a_page_says(language: str) -> None:
    blocks = (ROOT / "docs" / language / "guide" / "corpus.md").read_text(encoding="utf-8").split("```")
    [script] = [block for block in blocks if "most_cited" in block and "gexf" in block and block.startswith("python")]
    lines = [line for line in script.splitlines() if line.startswith((">>> ", "... "))]
    assert all(word in script for word in ("Corpus.read", "communities", "diffusion"))
    assert len(lines) <= 15


@pytest.mark.parametrize("page", [page for page in PAGES if page.parent.name == "users"], ids=str)
def test_a_script_that_is_put_in_is_named_so_that_it_is_found(page: Path) -> None:
    # A formatter of code takes the line for Python, and parts its signs.
    named = re.findall(r"(--8.*--) ?\"(.*)\"", page.read_text(encoding="utf-8"))
    assert [sign for sign, _ in named if sign != "--8<--"] == []
    assert all((ROOT / "docs" / path).is_file() for _, path in named)


@pytest.mark.parametrize(("readme", "language"), [("README.md", "en"), ("README.zh-CN.md", "zh")])
def test_the_readme_compares_as_the_front_page_does(readme: str, language: str) -> None:
    compared = (ROOT / "docs" / "snippets" / f"comparison.{language}.md").read_text(encoding="utf-8")
    shown = (ROOT / readme).read_text(encoding="utf-8")
    assert compared in shown
    assert all(len(re.findall(r"(?<!\\)\|", row)) == 7 for row in compared.splitlines())


def test_what_the_comparison_says_of_this_library_is_so() -> None:
    from egovkit import check, find_numbers, organs, verify

    [mention] = find_numbers("按国办发[2014]066号执行")
    assert (str(mention.value), organs.of(mention.value)[0].name) == ("国办发〔2014〕66号", "国务院办公厅")
    assert len(mention.deviations) == 2
    [article] = verify("依据《个人信息保护法》第九百九十九条处理。").claims
    [swapped] = verify("依据《国务院关于加强数字政府建设的指导意见》（国发〔2022〕41号）办理。").claims
    assert [article.verdict, swapped.verdict] == ["contradicts", "contradicts"]
    assert [article.instead, swapped.instead] == ["第74条", "国发〔2022〕14号"]
    assert set(check("于2024年6月31日前完成。").codes) == {"GW611"}


def test_both_languages_have_the_same_pages_for_users() -> None:
    english = {page.name for page in (ROOT / "docs" / "users").glob("*.md")}
    assert english == {page.name for page in (ROOT / "docs" / "zh" / "users").glob("*.md")}
