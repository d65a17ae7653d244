"""What `--help` says (帮助), made of the table of commands."""

from __future__ import annotations

from collections.abc import Iterator

from egovkit.cli.commands import COMMANDS, GENERAL
from egovkit.cli.drawing import Card, Drawn, Stack, Text
from egovkit.cli.syntax import Argument, Command, Option
from egovkit.messages import Words, said

__all__ = ["help_of", "help_of_all", "spelling", "usage"]

_ABOUT = Words(
    "Chinese government policy documents (公文, 政策文件) as typed values.",
    "把公文、政策文件读成有类型的值。",
)
_EACH = Words(
    "egovkit COMMAND --help says what a command takes. EGOVKIT_LANG=zh or en chooses the language.",
    "egovkit 命令 --help 说明该命令的参数和选项。EGOVKIT_LANG=zh 或 en 选择语言。",
)
# Values that take more cells are listed after the text of the option.
_LONG = 36
_COUNTS = {"one": "{}", "optional": "[{}]", "several": "{}…", "any": "[{}…]"}


def usage(command: Command) -> str:
    """Return how a command is written (用法).

    >>> from egovkit.cli.commands import named
    >>> usage(named("lineage")).split()[:2]
    ['egovkit', 'lineage']
    """
    arguments = (_COUNTS[each.number].format(each.metavar) for each in command.arguments)
    return " ".join(("egovkit", command.name, said("[OPTIONS]", "[选项]"), *arguments))


def spelling(option: Option) -> str:
    """Return how an option is written, with what it takes (选项写法).

    >>> spelling(Option("format", Words("", ""), short="f", choices=("table", "json")))
    '-f, --format table|json'
    """
    short = f"-{option.short}, " if option.short else "    "
    takes = "|".join(option.chosen_from) or str(option.metavar)
    if len(takes) > _LONG:
        takes = said("VALUE", "值")
    return f"{short}{option.long} {takes}".rstrip()


def help_of_all() -> Drawn:
    """Return what egovkit is and what its commands are (总帮助)."""
    return Stack(
        (
            Text.of((said("Usage: ", "用法："), "bold"), f"egovkit {said('COMMAND … [OPTIONS]', '命令 … [选项]')}"),
            Text(f"\n{_ABOUT}"),
            *_section(said("Commands", "命令"), [(command.name, str(command.summary)) for command in COMMANDS]),
            *_section(said("Options", "选项"), [_told(option) for option in GENERAL]),
            Text(f"\n{_EACH}"),
        )
    )


def help_of(command: Command) -> Drawn:
    """Return what a command does and takes (命令帮助)."""
    more = [Text(f"\n{command.more}")] if command.more.en else []
    return Stack(
        (
            Text.of((said("Usage: ", "用法："), "bold"), usage(command)),
            Text(f"\n{command.summary}"),
            *more,
            *_section(said("Arguments", "参数"), list(map(_argument, command.arguments))),
            *_section(said("Options", "选项"), [_told(option) for option in (*command.options, GENERAL[0])]),
        )
    )


def _section(head: str, facts: list[tuple[str, str]]) -> Iterator[Drawn]:
    if facts:
        yield Text(f"\n{head}", "bold")
        yield Card([(f"  {name}", text) for name, text in facts])


def _argument(argument: Argument) -> tuple[str, str]:
    return str(argument.metavar), str(argument.help)


def _told(option: Option) -> tuple[str, str]:
    default = "" if option.default is None else said(f" [default: {option.default}]", f" [默认：{option.default}]")
    choices = option.chosen_from
    listed = f" [{', '.join(choices)}]" if len("|".join(choices)) > _LONG else ""
    return spelling(option), f"{option.help}{listed}{default}"
