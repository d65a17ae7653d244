"""What a command takes (命令语法): its arguments and options, each described once in both languages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, Literal, NamedTuple

from egovkit.messages import Words

__all__ = ["Argument", "Command", "Option"]


_NONE: Final = Words("", "")

Choices = tuple[str, ...] | Callable[[], tuple[str, ...]]


class Argument(NamedTuple):
    """What stands on the line without a name (参数): one of it, one or none, or several."""

    name: str
    metavar: Words
    help: Words
    number: Literal["one", "optional", "several", "any"] = "one"


class Option(NamedTuple):
    """What is given by its name (选项): a flag where it takes no value.

    >>> Option("fix", Words("Mend the file.", "改正文件。")).flag
    True
    """

    name: str
    help: Words
    metavar: Words = _NONE
    short: str = ""
    choices: Choices = ()
    default: object = None
    least: int | None = None
    """The least whole number that it takes; None for a text."""
    also: tuple[str, ...] = ()
    """Other spellings, with their value where they are flags: `to`, `json=json`."""

    @property
    def flag(self) -> bool:
        """Whether it takes no value (开关)."""
        return not (self.metavar.en or self.choices or self.least is not None)

    @property
    def chosen_from(self) -> tuple[str, ...]:
        """The values that it takes (可选值); () for any."""
        return self.choices() if callable(self.choices) else self.choices

    @property
    def long(self) -> str:
        """How it is written in full (长选项).

        >>> Option("show_all", Words("", "")).long
        '--show-all'
        """
        return "--" + self.name.replace("_", "-")


class Command(NamedTuple):
    """One verb of the command line (命令), and where the function that does it lives."""

    name: str
    home: str
    summary: Words
    more: Words = _NONE
    arguments: tuple[Argument, ...] = ()
    options: tuple[Option, ...] = ()
    writes: bool | Callable[[Mapping[str, Any]], bool] = False
    """Whether it writes its output file itself, by what it is given."""
