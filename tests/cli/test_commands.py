"""The table of commands, and what is made of it: parsing, help, completion."""

from __future__ import annotations

import inspect
import shutil
import subprocess
from pathlib import Path

import pytest

from egovkit.cli.app import function_of
from egovkit.cli.commands import COMMANDS, GENERAL
from egovkit.cli.completion import SHELLS
from egovkit.cli.failures import Misuse
from egovkit.cli.parsing import parse
from egovkit.cli.syntax import Command
from egovkit.errors import display_width

from .conftest import Egovkit

BASH = shutil.which("bash") or ""
NAMES = [command.name for command in COMMANDS]


@pytest.mark.parametrize("command", COMMANDS, ids=NAMES)
def test_a_command_takes_what_its_row_says(command: Command) -> None:
    parameters = inspect.signature(function_of(command)).parameters
    said = {each.name for each in command.arguments} | {each.name for each in command.options}
    assert set(parameters) == said - (set() if command.writes else {"output"})
    flags = {option.name for option in command.options if option.flag}
    assert {name for name, each in parameters.items() if each.kind is each.KEYWORD_ONLY} == flags


@pytest.mark.parametrize("command", COMMANDS, ids=NAMES)
def test_everything_is_said_in_both_languages(command: Command) -> None:
    texts = [command.summary, command.more]
    for argument in command.arguments:
        texts += [argument.help, argument.metavar]
    for option in command.options:
        texts += [option.help, option.metavar]
    for text in texts:
        assert bool(text.en) == bool(text.zh)
        assert not text.zh or not text.zh.isascii()
        assert text.en != text.zh or not text.en


@pytest.mark.parametrize("command", COMMANDS, ids=NAMES)
def test_options_are_spelled_alike_everywhere(command: Command) -> None:
    spelled = [option.long for option in command.options] + [
        f"--{other.partition('=')[0]}" for each in command.options for other in each.also
    ]
    assert len(spelled) == len(set(spelled))
    by_name = {option.name: option for option in command.options}
    # What speaks with another program, or serves a page, has no output to send elsewhere.
    assert (by_name["output"].short == "o") if "output" in by_name else command.name in ("mcp", "serve")
    if "format" in by_name:
        assert by_name["format"].short == "f"
        assert by_name["format"].default in by_name["format"].chosen_from
    for option in command.options:
        assert option.choices == () or option.default is None or option.default in option.chosen_from
    assert "default" not in command.summary.en


@pytest.mark.parametrize("asked", ["-h", "--help"])
@pytest.mark.parametrize("name", ["", *NAMES])
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("columns", [40, 80, 200])
def test_help(
    egovkit_command: Egovkit, monkeypatch: pytest.MonkeyPatch, asked: str, name: str, language: str, columns: int
) -> None:
    monkeypatch.setenv("EGOVKIT_LANG", language)
    monkeypatch.setenv("COLUMNS", str(columns))
    outcome = egovkit_command(*([name] if name else []), asked)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith("Usage: egovkit" if language == "en" else "用法：egovkit")
    assert "<bool>" not in outcome.out
    if columns >= 80:
        assert max(map(display_width, outcome.out.splitlines())) <= columns
    for command in COMMANDS if not name else ():
        assert command.name in outcome.out


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("check a.txt --fix b.txt", {"files": ["a.txt", "b.txt"], "fix": True, "diff": False, "format": "table"}),
        ("check -f json -o out.json a.txt", {"format": "json", "output": "out.json"}),
        ("check -fjson a.txt", {"format": "json"}),
        ("check --format=json --output=x a.txt", {"format": "json", "output": "x"}),
        ("check --form json a.txt", {"format": "json"}),
        ("check -- --fix", {"files": ["--fix"], "fix": False}),
        ("read -", {"files": ["-"]}),
        ("convert a --to md --out b", {"format": "md", "output": "b"}),
        ("number X --json", {"format": "json"}),
        ("register --year 2014 --limit 3", {"year": 2014, "limit": 3, "words": None}),
        ("policies", {"domain": None, "year": None}),
    ],
)  # fmt: skip
def test_a_line_is_read(line: str, values: dict[str, object]) -> None:
    asked = parse(line.split())
    assert values.items() <= asked.values.items()


def ask(line: str) -> None:
    command, values, *_ = parse(line.split())
    assert command is not None
    function_of(command)(**{name: value for name, value in values.items() if name != "output" or command.writes})


@pytest.mark.parametrize(
    ("line", "code", "near"),
    [
        ("chek", "cli.command", "check"),
        ("--verison", "cli.option", ""),
        ("check --fromat json a", "cli.option", "--format"),
        ("check --i x a", "cli.option", "--ignore"),
        ("check -x a", "cli.option", ""),
        ("check --fix=1 a", "cli.flag", ""),
        ("number --json=1 a", "cli.flag", ""),
        ("check a --on", "cli.value", ""),
        ("check a -o", "cli.value", ""),
        ("check a --format jsn", "cli.choice", "json"),
        ("register --year 二〇一四", "cli.whole", ""),
        ("register --limit 0 x", "cli.whole", ""),
        ("policies x", "cli.surplus", ""),
        ("check", "cli.argument", ""),
        ("law", "cli.argument", ""),
        ("law 档案法 预算法", "cli.one", ""),
        ("completion bsh", "cli.shell", "bash"),
        ("read", "cli.read", ""),
        ("read --example a", "cli.read", ""),
        ("register", "cli.register", ""),
        ("convert a b", "cli.folder", ""),
        ("check --fix -", "cli.fix", ""),
        ("check --sidecar a b c", "cli.sidecar", ""),
        ("check a --select ,", "cli.select", ""),
        ("check a --ignore GW", "cli.ignore", ""),
    ],
)
def test_what_is_asked_wrongly_is_said(line: str, code: str, near: str) -> None:
    with pytest.raises(Misuse) as caught:
        ask(line)
    assert caught.value.code == code
    assert bool(near) == bool(caught.value.near)
    assert not near or near in caught.value.near
    assert caught.value.message_zh != caught.value.message_en


def test_nothing_asked_is_the_help_and_no_success(egovkit_command: Egovkit) -> None:
    outcome = egovkit_command()
    assert outcome.code == 2
    assert "check" in outcome.out


@pytest.mark.parametrize("option", ["-V", "--version"])
def test_the_version(egovkit_command: Egovkit, option: str) -> None:
    assert egovkit_command(option).out.startswith("egovkit ")


def test_output_is_written_to_a_file(egovkit_command: Egovkit, tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    outcome = egovkit_command("number", "国发〔2022〕14号", "-f", "json", "-o", str(path))
    assert (outcome.code, outcome.out) == (0, "")
    assert '"国发〔2022〕14号"' in path.read_text(encoding="utf-8")
    assert egovkit_command("number", "nothing", "-o", str(tmp_path / "none")).code == 2
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_shell_reads_its_completion(
    egovkit_command: Egovkit, monkeypatch: pytest.MonkeyPatch, shell: str, language: str
) -> None:
    monkeypatch.setenv("EGOVKIT_LANG", language)
    script = egovkit_command("completion", shell).out
    for command in COMMANDS:
        assert command.name in script
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not on this machine")
    done = subprocess.run([shell, "-n"], input=script, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def completed(script: str, *words: str) -> set[str]:
    line = " ".join(f"'{word}'" for word in words)
    ask = f"\nCOMP_WORDS=({line}); COMP_CWORD={len(words) - 1}; _egovkit; printf '%s\\n' \"${{COMPREPLY[@]}}\"\n"
    return set(subprocess.run([BASH, "-c", script + ask], capture_output=True, text=True, check=True).stdout.split())


@pytest.mark.skipif(not BASH, reason="bash is not on this machine")
def test_what_bash_completes(egovkit_command: Egovkit, tmp_path: Path) -> None:
    script = egovkit_command("completion", "bash").out
    assert completed(script, "egovkit", "re") == {"read", "register", "render"}
    assert completed(script, "egovkit", "check", "--format", "j") == {"json", "junit"}
    assert completed(script, "egovkit", "check", "a.txt", "-f", "") >= {"table", "html"}
    assert completed(script, "egovkit", "check", "--is") == {"--isolated"}
    assert completed(script, "egovkit", "completion", "") == set(SHELLS)
    (tmp_path / "notice.txt").touch()
    assert completed(script, "egovkit", "read", f"{tmp_path}/not") == {f"{tmp_path}/notice.txt"}


def test_no_option_is_one_of_all() -> None:
    assert {option.short for option in GENERAL} == {"h", "V"}
    assert all(option.flag for option in GENERAL)
