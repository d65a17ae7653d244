"""From the words of a command line to what a command is called with (命令行解析); the standard library's getopt cuts them."""

from __future__ import annotations

import getopt
from collections.abc import Sequence
from typing import Any, NamedTuple

from egovkit.cli.commands import COMMANDS, GENERAL, named
from egovkit.cli.failures import Misuse
from egovkit.cli.syntax import Argument, Command, Option

__all__ = ["Asked", "parse"]


class Asked(NamedTuple):
    """What a command line asks for (请求): a command with its values, or help (of everything where there is none)."""

    command: Command | None
    values: dict[str, Any]
    help: bool = False
    version: bool = False
    code: int = 0


def parse(words: Sequence[str]) -> Asked:
    """Read a command line (解析); Misuse says what is wrong with it.

    >>> asked = parse(["number", "国办发[2014]66号", "--format", "json"])
    >>> asked.command.name, asked.values["texts"], asked.values["format"]
    ('number', ['国办发[2014]66号'], 'json')
    """
    if not words:
        # Nothing was done, so that a script which forgot its command does not go on.
        return Asked(None, {}, help=True, code=2)
    first = words[0]
    for option in GENERAL:
        if first in (option.long, f"-{option.short}"):
            return Asked(None, {}, help=option.name == "help", version=option.name == "version")
    if first.startswith("-") and first != "-":
        raise Misuse(
            "cli.option", "{command} has no option {option}", command="egovkit", option=first.partition("=")[0]
        )
    command = named(first)
    if command is None:
        near = _near(first, [each.name for each in COMMANDS])
        raise Misuse("cli.command", "there is no command {command}", near, command=first)
    return _of(command, words[1:])


def _of(command: Command, words: Sequence[str]) -> Asked:
    spelled = _spelled(command)
    short = {f"-{option.short}": option for option in command.options if option.short}
    takes = [name + ("" if option.flag or fixed else "=") for name, (option, fixed) in spelled.items()]
    letters = "".join(f"{option.short}{'' if option.flag else ':'}" for option in short.values())
    try:
        given, rest = getopt.gnu_getopt(list(words), f"h{letters}", [*takes, "help"])
    except getopt.GetoptError as error:
        raise _refused(command, error.opt, spelled) from None
    values: dict[str, Any] = {option.name: False if option.flag else option.default for option in command.options}
    for name, text in given:
        if name in ("-h", "--help"):
            return Asked(command, {}, help=True)
        option, fixed = spelled[name[2:]] if name.startswith("--") else (short[name], "")
        values[option.name] = True if option.flag else _value(option, fixed or text)
    return Asked(command, values | _arguments(command, rest))


def _spelled(command: Command) -> dict[str, tuple[Option, str]]:
    """Return each option by its spellings in full, with the value that a spelling stands for."""
    spelled = {}
    for option in command.options:
        spelled[option.long[2:]] = option, ""
        for other in option.also:
            name, _, fixed = other.partition("=")
            spelled[name] = option, fixed
    return spelled


def _refused(command: Command, name: str, spelled: dict[str, tuple[Option, str]]) -> Misuse:
    written = f"-{name}" if len(name) == 1 else f"--{name}"
    option, fixed = spelled.get(name) or next(
        ((each, "") for each in command.options if each.short == name), (None, "")
    )
    if option is not None and (option.flag or fixed):
        return Misuse("cli.flag", "{option} takes no value", option=written)
    if option is not None:
        return Misuse("cli.value", "{option} takes a value", option=written)
    begun = [f"--{each}" for each in spelled if each.startswith(name)]
    near = begun or [f"--{each}" for each in _near(name, list(spelled))]
    return Misuse("cli.option", "{command} has no option {option}", near, command=command.name, option=written)


def _value(option: Option, text: str) -> object:
    if option.least is not None:
        if not text.isdecimal() or int(text) < option.least:
            raise Misuse(
                "cli.whole", "{option} takes a whole number from {least}, not {given}",
                option=option.long, least=option.least, given=repr(text),
            )  # fmt: skip
        return int(text)
    if option.choices and text not in option.chosen_from:
        raise Misuse(
            "cli.choice", "{option} takes one of {choices}, not {given}", _near(text, list(option.chosen_from)),
            option=option.long, choices=", ".join(option.chosen_from), given=repr(text),
        )  # fmt: skip
    return text


def _arguments(command: Command, rest: list[str]) -> dict[str, Any]:
    if not command.arguments:
        if rest:
            raise Misuse("cli.surplus", "{command} takes nothing more than its options: {given}",
                         command=command.name, given=repr(rest[0]))  # fmt: skip
        return {}
    (argument,) = command.arguments
    if not rest and argument.number in ("one", "several"):
        raise Misuse("cli.argument", "{command} wants {argument}: {help}",
                     command=command.name, argument=argument.metavar, help=argument.help)  # fmt: skip
    if len(rest) > 1 and argument.number in ("one", "optional"):
        raise Misuse("cli.one", "{command} takes one {argument}: put blanks in quotation marks",
                     command=command.name, argument=argument.metavar)  # fmt: skip
    return {argument.name: _given(argument, rest)}


def _given(argument: Argument, rest: list[str]) -> object:
    if argument.number in ("several", "any"):
        return rest
    return rest[0] if rest else None


def _near(asked: str, known: list[str]) -> tuple[str, ...]:
    from egovkit.catalogue.near_names import near_names  # noqa: PLC0415  # only who has mistyped pays for it

    return near_names(asked, known)
