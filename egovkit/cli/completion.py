"""`egovkit completion`: what a shell completes (自动补全), written from the table of commands, so that a tab starts no Python."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from egovkit.catalogue.near_names import near_names
from egovkit.cli.commands import COMMANDS, GENERAL
from egovkit.cli.failures import Misuse
from egovkit.cli.syntax import Command, Option

__all__ = ["SHELLS", "completion"]


def completion(shell: str) -> int:
    """Print the completion of a shell."""
    if shell not in SHELLS:
        raise Misuse(
            "cli.shell", "{shell} is none of the shells {shells}", near_names(shell, SHELLS),
            shell=repr(shell), shells=", ".join(SHELLS),
        )  # fmt: skip
    print("\n".join(SHELLS[shell]()))
    return 0


def _options(command: Command) -> tuple[Option, ...]:
    return (*command.options, GENERAL[0])


def _spelled(option: Option) -> tuple[str, ...]:
    return (f"-{option.short}", option.long) if option.short else (option.long,)


def _values(command: Command) -> str:
    """Return what the command's argument can be, where that is known; files otherwise."""
    return " ".join(SHELLS) if command.name == "completion" else ""


def _bash() -> Iterator[str]:
    yield "_egovkit() {"
    yield '  local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}"'
    yield '  if [ "$COMP_CWORD" -eq 1 ]; then'
    names = [command.name for command in COMMANDS] + [each for option in GENERAL for each in _spelled(option)]
    yield f"    {_compgen(' '.join(names))}"
    yield "    return"
    yield "  fi"
    yield '  case "${COMP_WORDS[1]} $before $word" in'
    for command in COMMANDS:
        for option in _options(command):
            if option.chosen_from:
                cases = "|".join(f"'{command.name} {each} '*" for each in _spelled(option))
                yield f"    {cases}) {_compgen(' '.join(option.chosen_from))};;"
        known = " ".join(each for option in _options(command) for each in _spelled(option))
        yield f"    '{command.name} '*' -'*) {_compgen(known)};;"
        if _values(command):
            yield f"    '{command.name} '*) {_compgen(_values(command))};;"
    yield '    *) COMPREPLY=($(compgen -f -- "$word"));;'
    yield "  esac"
    yield "}"
    yield "complete -o filenames -F _egovkit egovkit"


def _compgen(words: str) -> str:
    return f"COMPREPLY=($(compgen -W '{words}' -- \"$word\"))"


def _zsh() -> Iterator[str]:
    yield "#compdef egovkit"
    yield "_egovkit() {"
    yield "  if (( CURRENT == 2 )); then"
    yield "    local -a commands=("
    yield from (f"      {_quoted(f'{command.name}:{command.summary}')}" for command in COMMANDS)
    yield "    )"
    yield "    _describe command commands"
    yield "    return"
    yield "  fi"
    yield "  local verb=$words[2]"
    yield '  words=("${(@)words[2,-1]}")'
    yield "  (( CURRENT-- ))"
    yield "  case $verb in"
    for command in COMMANDS:
        said = [_quoted(each) for option in _options(command) for each in _zsh_option(option)]
        rest = f"*: :({_values(command)})" if _values(command) else "*: :_files"
        yield f"    {command.name}) _arguments {' '.join(said)} {_quoted(rest)};;"
    yield "  esac"
    yield "}"
    yield "compdef _egovkit egovkit"


def _zsh_option(option: Option) -> Iterator[str]:
    spelled = _spelled(option)
    about = str(option.help).replace("[", "(").replace("]", ")").replace(":", "：")
    takes = "" if option.flag else f": :({' '.join(option.chosen_from)})" if option.chosen_from else ": :_files"
    for each in spelled:
        yield f"({' '.join(spelled)}){each}[{about}]{takes}"


def _fish() -> Iterator[str]:
    for command in COMMANDS:
        yield f"complete -c egovkit -n __fish_use_subcommand -f -a {command.name} -d {_quoted(str(command.summary))}"
    for command in COMMANDS:
        seen = f"complete -c egovkit -n '__fish_seen_subcommand_from {command.name}'"
        for option in _options(command):
            short = f" -s {option.short}" if option.short else ""
            takes = f" -x -a '{' '.join(option.chosen_from)}'" if option.chosen_from else "" if option.flag else " -r"
            yield f"{seen} -l {option.long[2:]}{short}{takes} -d {_quoted(str(option.help))}"
        if _values(command):
            yield f"{seen} -f -a '{_values(command)}'"


def _quoted(text: str) -> str:
    # A quotation mark is doubled in no shell's way but this, which all three take.
    return "'" + text.replace("'", "'\\''") + "'"


SHELLS: Final[dict[str, Callable[[], Iterator[str]]]] = {"bash": _bash, "zsh": _zsh, "fish": _fish}
"""The shells that are completed, and what writes the lines of each."""
