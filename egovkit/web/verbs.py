"""What the service can be asked (动词): each verb and its parameters, described once; requests are read by it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from egovkit.messages import Language, Words
from egovkit.web.refusals import Refused

__all__ = ["LANGUAGE", "VERBS", "Parameter", "Verb", "named", "values_of"]


def _exports() -> tuple[str, ...]:
    from egovkit.interchange.exports import EXPORTS  # noqa: PLC0415  # few requests convert

    return tuple(export.name for export in EXPORTS)


class Parameter(NamedTuple):
    """What a verb takes in the query (参数), a text; of `choices` one, where there are any, and the first by default."""

    name: str
    about: Words
    choices: Callable[[], tuple[str, ...]] = tuple
    example: str = ""


class Verb(NamedTuple):
    """One thing to ask of a document (动词), and the name of what answers it; None of `shape` for a file alone."""

    name: str
    about: Words
    shape: str | None
    parameters: tuple[Parameter, ...] = ()


LANGUAGE: Final = Parameter(
    "lang", Words("The language of messages and names.", "消息和名称用哪种语言。"), lambda: ("zh", "en")
)
_ON = Parameter("on", Words("The day that counts.", "以哪天为准。"), example="2018-01-01")
_RULES = Parameter(
    "rules", Words("Codes or bands of rules, all by default.", "只用这些规则，写代码或段。"), example="GW201,GW6"
)

VERBS: Final = (
    Verb("read", Words("What a document holds.", "读出文件所载。"), "ReadAnswer", (LANGUAGE,)),
    Verb(
        "check", Words("Check it against the rules of official writing.", "按公文规范校核。"), "CheckAnswer",
        (LANGUAGE, _ON, _RULES),
    ),
    Verb(
        "verify", Words("Say of every citation whether it is true.", "核验每处引用是否属实。"), "VerifyAnswer",
        (LANGUAGE, _ON),
    ),
    Verb(
        "fix", Words("Mend what has one right answer.", "改正只有一种正确写法的问题。"), "FixAnswer",
        (
            LANGUAGE, _ON, _RULES,
            Parameter("only", Words("Findings to mend, by their id.", "只改这些问题，写其 id。"), example="GW201:12-18"),
            Parameter(
                "as",
                Words("The text and the plan, or the file, mended.", "返回文本和修改清单，或改正后的文件。"),
                lambda: ("json", "file", "tracked"),
            ),
        ),
    ),
    Verb(
        "convert", Words("Write it in another format.", "转成另一种格式。"), None,
        (LANGUAGE, Parameter("to", Words("What to write.", "转成什么。"), _exports)),
    ),
)  # fmt: skip
"""Every verb, each at /api/ and its name."""


def named(name: str) -> Verb:
    """Return the verb of a name (查动词); Refused (web.path) where there is none.

    >>> named("fix").shape
    'FixAnswer'
    """
    found = next((verb for verb in VERBS if verb.name == name), None)
    if found is None:
        raise Refused("web.path", "there is nothing at {path}", path=f"/api/{name}")
    return found


def values_of(verb: Verb, given: Mapping[str, str], language: Language) -> dict[str, str]:
    """Return the value of each parameter of a verb (参数值), "" for what is not given and has no choices.

    Refused (web.parameter, web.value) for a parameter that the verb does not have, and a value that is none of its own.

    >>> values_of(VERBS[0], {}, "en")
    {'lang': 'en'}
    """
    known = {parameter.name: parameter.choices() for parameter in verb.parameters}
    for name, value in given.items():
        if name not in known:
            listed = ", ".join(known)
            raise Refused("web.parameter", "{verb} takes {known}, no {name}", verb=verb.name, known=listed, name=name)
        if known[name] and value not in known[name]:
            listed = ", ".join(known[name])
            raise Refused("web.value", "{name} is one of {known}, not {value}", name=name, known=listed, value=value)
    defaults = {name: choices[0] if choices else "" for name, choices in known.items()} | {"lang": language}
    return defaults | dict(given)
