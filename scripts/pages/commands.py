"""The page of the command line, in each language, made of the table of commands."""

from __future__ import annotations

from typing import Final

from egovkit.cli.commands import COMMANDS, GENERAL
from egovkit.cli.help import spelling, usage
from egovkit.cli.syntax import Command, Option
from egovkit.messages import Language, Words, said
from scripts.pages.languages import speaking
from scripts.pages.markdown import GENERATED, table

HEAD = Words(
    "`pip install egovkit` brings the command `egovkit`. Each command has `-h`; `egovkit completion bash`, `zsh` or `fish` "
    "prints what makes a shell complete them. Labels, helps and errors are in the language of the locale, or in that of "
    "`EGOVKIT_LANG` (`zh` or `en`). Tables are as wide as the terminal, or as `COLUMNS` says, in a pipe too.",
    "`pip install egovkit` 即有命令 `egovkit`。各命令都有 `-h`；`egovkit completion bash`（或 `zsh`、`fish`）输出自动补全脚本。标签、帮助、"
    "错误信息随系统语言，或由 `EGOVKIT_LANG`（`zh` 或 `en`）指定。表格与终端同宽，管道中以 `COLUMNS` 为准。",
)
CODES = Words(
    "Exit codes: 0 done, 1 findings or contradictions and nothing else, 2 trouble (one line on stderr for each), 130 "
    "interrupted, 141 nobody reads the output any more.",
    "退出码：0 完成；1 有问题或不符，别无其他；2 出错（标准错误每处一行）；130 被中断；141 输出已无人读取。",
)


PATHS: Final[dict[Language, str]] = {"en": "reference/commands.md", "zh": "zh/commands.md"}


def pages() -> dict[str, str]:
    made = {}
    for language, path in PATHS.items():
        with speaking(language):
            made[path] = _page()
    return made


def _page() -> str:
    title = said("Command line (命令行)", "命令行")
    listed = table(
        (said("command", "命令"), said("what it does", "作用")),
        ((f"[`{command.name}`](#{command.name})", command.summary) for command in COMMANDS),
    )
    return f"# {title}\n\n{GENERATED}{HEAD}\n\n{CODES}\n\n{listed}\n" + "\n".join(map(_command, COMMANDS))


def _command(command: Command) -> str:
    parts = [f"## {command.name} {{ #{command.name} }}", f"```text\n{usage(command)}\n```", str(command.summary)]
    if command.more.en:
        parts.append(str(command.more))
    if command.arguments:
        arguments = ((f"`{each.metavar}`", each.help) for each in command.arguments)
        parts.append(table((said("argument", "参数"), ""), arguments))
    rows = [(f"`{spelling(option).strip()}`", _about(option)) for option in (*command.options, GENERAL[0])]
    parts.append(table((said("option", "选项"), ""), rows))
    return "\n\n".join(parts) + "\n"


def _about(option: Option) -> str:
    about = str(option.help)
    if option.default is not None:
        about += said(f" Default: `{option.default}`.", f"默认 `{option.default}`。")
    if option.chosen_from and "|" not in spelling(option):
        listed = ", ".join(f"`{each}`" for each in option.chosen_from)
        about += said(f" One of {listed}.", f"可选 {listed}。")
    if option.also:
        other = ", ".join(f"`--{each.partition('=')[0]}`" for each in option.also)
        about += said(f" Also written {other}.", f"也可写作 {other}。")
    return about
