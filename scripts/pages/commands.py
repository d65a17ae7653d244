"""The pages of the command line, in each language, made of the table of commands: what there is, and each command."""

from __future__ import annotations

from typing import Final

from egovkit.cli.commands import COMMANDS, GENERAL
from egovkit.cli.help import spelling, usage
from egovkit.cli.syntax import Command, Option
from egovkit.messages import Language, Words, said
from scripts.pages.languages import speaking
from scripts.pages.markdown import GENERATED, table

HEAD = Words(
    "Where egovkit [is installed](../../guide/start.md), so is the command `egovkit`. Each command has `-h`; `egovkit completion bash`, `zsh` or `fish` "
    "prints what makes a shell complete them. Labels, helps and errors are in the language of the locale, or in that of "
    "`EGOVKIT_LANG` (`zh` or `en`). Tables are as wide as the terminal, or as `COLUMNS` says, in a pipe too.",
    "[安装](../guide/start.md) egovkit 之后即有命令 `egovkit`。各命令都有 `-h`；`egovkit completion bash`（或 `zsh`、`fish`）输出自动补全脚本。标签、帮助、"
    "错误信息随系统语言，或由 `EGOVKIT_LANG`（`zh` 或 `en`）指定。表格与终端同宽，管道中以 `COLUMNS` 为准。",
)
CODES = Words(
    "Exit codes: 0 done, 1 findings or contradictions and nothing else, 2 trouble (one line on stderr for each): of many "
    "files the others are done all the same, whatever the command; 130 interrupted, 141 nobody reads the output any more.",
    "退出码：0 完成；1 有问题或不符，别无其他；2 出错（标准错误每处一行）：一批文件中有的出错，其余照做，各命令都是如此；130 被中断；141 输出已无人读取。",
)


PATHS: Final[dict[Language, str]] = {"en": "reference/commands/", "zh": "zh/commands/"}


def pages() -> dict[str, str]:
    made = {}
    for language, folder in PATHS.items():
        with speaking(language):
            made[f"{folder}index.md"] = _index()
            made.update({f"{folder}{command.name}.md": _command(command) for command in COMMANDS})
    return made


def _index() -> str:
    title = said("Command line (命令行)", "命令行")
    listed = table(
        (said("command", "命令"), said("what it does", "作用")),
        # Who comes by the link to a command on the one page that there was is at its row.
        ((f"[`{command.name}`]({command.name}.md){{ #{command.name} }}", command.summary) for command in COMMANDS),
    )
    return f"# {title}\n\n{GENERATED}{HEAD}\n\n{CODES}\n\n{listed}"


def _command(command: Command) -> str:
    parts = [
        f"# egovkit {command.name}\n\n{GENERATED.rstrip()}",
        f"```text\n{usage(command)}\n```",
        str(command.summary),
    ]
    if command.more.en:
        parts.append(str(command.more))
    if command.arguments:
        arguments = ((f"`{each.metavar}`", each.help) for each in command.arguments)
        parts.append(table((said("argument", "参数"), ""), arguments))
    rows = [(f"`{spelling(option).strip()}`", _about(option)) for option in (*command.options, GENERAL[0])]
    parts.append(table((said("option", "选项"), ""), rows))
    parts.append(said("[All commands](index.md)", "[全部命令](index.md)"))
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
