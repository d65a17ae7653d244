"""Every exception egovkit raises, and what each one knows (错误).

Malformed and unknown are two classes: a `ParseError` says that a string is not of the form asked for,
an `UnknownTerm` that it is well formed and not in the registry.

What each says is in both languages: `message_en` and `message_zh`; `message` and `str(error)` are in that of the person
(`egovkit.messages`). Nothing here imports another room but that one, so that each of them can raise these.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final
from unicodedata import category, combining, east_asian_width

from egovkit.messages import Language, Words, chinese, filled, language

__all__ = [
    "AmbiguousTerm",
    "EgovkitError",
    "ParseError",
    "ReadError",
    "UnknownCondition",
    "UnknownTerm",
    "display_width",
    "printable",
]


def display_width(text: str) -> int:
    """Number of terminal cells that a string takes (显示宽度): a Chinese character takes two.

    >>> display_width("第66号")
    6
    """
    return sum(0 if _rides(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)


def _rides(c: str) -> bool:
    """Say whether a character is on the one before it; a variation selector is a mark of no combining class."""
    return bool(combining(c)) or category(c) in {"Mn", "Me"}


def printable(text: str) -> str:
    """Return a text as one line that can be shown (可显示), of the same length.

    A blank stays a blank: U+3000 as it is, a tab or line end as a space. What else cannot be printed becomes U+FFFD:
    XML has no way to write it, and a terminal would obey it.

    >>> printable("国办发\u3000〔2014〕\t66号\x1b")
    '国办发\u3000〔2014〕 66号�'
    """
    if text.isprintable():
        return text
    return "".join(map(_shown, text))


def _shown(c: str) -> str:
    if c.isprintable() or category(c) == "Zs":
        return c
    return " " if c.isspace() else "\N{REPLACEMENT CHARACTER}"


class EgovkitError(Exception):
    """The base of every egovkit exception (错误).

    `code` is stable and meant for programs; `template` is the message as it stands in the catalogue, and `fields` what
    it is filled in with.

    >>> issubclass(ParseError, EgovkitError)
    True
    """

    code: str = ""
    template: str = ""
    fields: Mapping[str, object] = MappingProxyType({})

    @property
    def message_en(self) -> str:
        """What went wrong, in English (英文说明)."""
        return self._said("en")

    @property
    def message_zh(self) -> str:
        """What went wrong, in Chinese (中文说明).

        >>> ParseError("number.empty", "there is no number in an empty string", "").message_zh
        '空字符串里没有发文字号'
        """
        return self._said("zh")

    @property
    def message(self) -> str:
        """What went wrong, in the language of the person (说明)."""
        return self._said(language())

    def _said(self, language: Language) -> str:
        if not self.template:
            return super().__str__()
        template = self.template if language == "en" else chinese(self.code, self.template)
        return filled(template, self.fields, language)


class _Told(EgovkitError):
    """An exception whose message is given where it is raised."""

    def __str__(self) -> str:
        return f"{self.message} [{self.code}]"


class ParseError(_Told, ValueError):
    """A string that is not of the form asked for (格式错误).

    `code` is stable and meant for programs, `source` is the string as given, `span` the half-open range of
    it that is at fault. `str(error)` shows the line with a caret under that range, counted in display cells. What the
    message has in braces is filled in from the fields.

    >>> print(ParseError("number.serial", "a serial starts at 1", "国办发〔2014〕0号", (9, 10)))
    a serial starts at 1 [number.serial]
      国办发〔2014〕0号
                    ^
    """

    # How much of a long line is shown on each side of the fault.
    _CONTEXT = 40

    def __init__(
        self, code: str, message: str, source: str, span: tuple[int, int] | None = None, **fields: object
    ) -> None:
        self.code = code
        self.template = message
        self.fields = fields
        self.source = source
        self.span = span if span is not None else (0, len(source))
        super().__init__(code, message, source, self.span)

    def caret(self) -> str:
        """Return the faulty line with a line of carets under the fault (插入符行).

        >>> ParseError("x", "bad", "国办发66", (3, 5)).caret()
        '国办发66\\n      ^^'
        """
        start, end = self.span
        if self.source[max(0, start - 1) : start + 1] == "\r\n":
            start -= 1
        # A line ends at either half of a line end; the search is bounded, a long line being cut anyway.
        first, last = max(0, start - self._CONTEXT), start + 2 * self._CONTEXT
        line_start = max(first, *(self.source.rfind(c, first, start) + 1 for c in "\r\n"))
        ends = [at for c in "\r\n" if (at := self.source.find(c, start, last)) >= 0]
        line_end = min(ends, default=len(self.source))
        end = min(max(end, start), line_end, start + self._CONTEXT)
        line_end = min(line_end, end + self._CONTEXT)
        line = printable(self.source[line_start:line_end])
        pad = display_width(line[: start - line_start])
        marks = max(1, display_width(line[start - line_start : end - line_start]))
        return f"{line}\n{' ' * pad}{'^' * marks}"

    def __str__(self) -> str:
        shown = "\n".join(f"  {line}".rstrip() for line in self.caret().split("\n"))
        return f"{super().__str__()}\n{shown}"


# What the tables are called in a sentence.
_TABLES: Final = {
    "corpus": Words("the corpus", "语料"),
    "frameworks": Words("the table of frameworks", "框架表"),
    "laws": Words("the table of laws", "法律表"),
    "organs": Words("the table of organs", "机关表"),
    "policies": Words("the table of policies", "政策表"),
    "register": Words("the register", "登记册"),
    "rules": Words("the table of rules", "规则表"),
    "versions": Words("the table of versions of laws", "法律版本表"),
}


class UnknownTerm(EgovkitError, LookupError):
    """A well-formed term that no table knows (未登记).

    `table` is the table asked, `term` what was asked for, `near` the names that are written much like it.

    >>> UnknownTerm("organs", "某办发").term
    '某办发'
    >>> print(UnknownTerm("frameworks", "三网二库", ["三网一库"]))
    '三网二库' is not in the table of frameworks; did you mean 三网一库?
    """

    def __init__(self, table: str, term: str, near: Iterable[str] = ()) -> None:
        self.table = table
        self.term = term
        self.near = tuple(near)
        self.code, self.template = "term.unknown", "{term} is not in {table}"
        self.fields = {"term": repr(term), "table": _called(table), "near": _listed(self.near)}
        super().__init__(table, term, self.near)

    def _said(self, language: Language) -> str:
        # The question is a sentence of its own in both languages.
        said = super()._said(language)
        if not self.near:
            return said
        question = "; did you mean {near}?"
        return said + filled(question if language == "en" else chinese("term.near", question), self.fields, language)

    def __str__(self) -> str:
        return self.message


def _called(table: str) -> Words:
    return _TABLES.get(table, Words(f"the table of {table}", f"{table} 表"))


def _listed(near: tuple[str, ...]) -> Words:
    *others, last = near or ("",)
    return Words(f"{', '.join(others)}{' or ' if others else ''}{last}", "、".join(near))


class AmbiguousTerm(UnknownTerm):
    """A term that a table knows several things by, where one was asked for (歧义): `candidates` names them.

    >>> print(AmbiguousTerm("organs", "国家计委", ("国家发展计划委员会", "国家计划委员会")))
    '国家计委' is several in the table of organs: 国家发展计划委员会; 国家计划委员会
    """

    def __init__(self, table: str, term: str, candidates: Iterable[str]) -> None:
        super().__init__(table, term)
        self.candidates = tuple(candidates)
        self.code, self.template = "term.ambiguous", "{term} is several in {table}: {candidates}"
        self.fields = {**self.fields, "candidates": Words("; ".join(self.candidates), "；".join(self.candidates))}
        self.args = (table, term, self.candidates)


class UnknownCondition(UnknownTerm):
    """A condition that a table cannot be asked by, or a value of one that it does not know (无此条件).

    `condition` is its name; `value` is None where the table has no such condition; `term` is what is not known.

    >>> print(UnknownCondition("organs", "levle", near=["level"]))
    the table of organs has no condition 'levle'; did you mean level?
    >>> print(UnknownCondition("policies", "status", "valid"))
    'valid' is no status that the table of policies knows
    """

    def __init__(self, table: str, condition: str, value: object = None, near: Iterable[str] = ()) -> None:
        super().__init__(table, condition if value is None else str(value), near)
        self.condition = condition
        self.value = value
        if value is None:
            self.code, self.template = "condition.unknown", "{table} has no condition {term}"
        else:
            self.code, self.template = "condition.value", "{term} is no {condition} that {table} knows"
        self.fields = {**self.fields, "term": repr(self.term if value is None else value), "condition": condition}
        self.args = (table, condition, value, self.near)


class ReadError(_Told):
    """A file or byte string that cannot be read as text (无法读取).

    `code` is stable and meant for programs; the message says what to do.

    >>> ReadError("read.empty", "the file is empty").code
    'read.empty'
    """

    def __init__(self, code: str, message: str, **fields: object) -> None:
        self.code = code
        self.template = message
        self.fields = fields
        super().__init__(code, message)
