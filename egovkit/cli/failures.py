"""What a failure says (出错信息): one line, whatever it is about, in the language of the person."""

from __future__ import annotations

from collections.abc import Iterable

from egovkit.errors import EgovkitError, ParseError, UnknownTerm
from egovkit.messages import Language, Words, said
from egovkit.messages.telling import messages_of

__all__ = ["Misuse", "describe", "described", "one_line"]


class Misuse(EgovkitError):
    """A command line that asks for nothing that there is (用法错误); `near` is what may have been meant.

    >>> print(Misuse("cli.command", "there is no command {command}", ["read"], command="reed"))
    there is no command reed; did you mean read?
    """

    def __init__(self, code: str, message: str, near: Iterable[str] = (), **fields: object) -> None:
        self.code = code
        self.template = message
        self.fields = fields
        self.near = tuple(near)
        super().__init__(code, message, self.near)

    def __str__(self) -> str:
        if not self.near:
            return self.message
        return self.message + said("; did you mean {}?", "；是否指 {}？").format(said(" or ", " 或 ").join(self.near))


def one_line(text: str) -> str:
    """Return a text as one line that a terminal shows and does not obey (单行).

    >>> one_line("第一行\\n第二行\\x1b[2J")
    '第一行 第二行�[2J'
    """
    line = " ".join(text.split())
    return "".join(c if c.isprintable() or "\ud800" <= c <= "\udfff" else "\N{REPLACEMENT CHARACTER}" for c in line)


def describe(error: Exception) -> str:
    """Say in one line what went wrong (出错说明), in the language of the person.

    >>> describe(ParseError("number.serial", "a serial starts at 1", "国办发〔2014〕0号", (9, 10)))
    "'国办发〔2014〕0号': a serial starts at 1 [number.serial, characters 9 to 10]"
    """
    return str(described(error))


def described(error: Exception) -> Words:
    """Say in one line what went wrong (出错说明), in both languages."""
    return Words(one_line(_said(error, "en")), one_line(_said(error, "zh")))


def _said(error: Exception, language: Language) -> str:
    def said(en: str, zh: str) -> str:
        return zh if language == "zh" else en

    colon = said(": ", "：")
    told = messages_of(error)[0]
    message = told.zh if language == "zh" else told.en
    if isinstance(error, ParseError):
        start, end = error.span
        where = said(f"characters {start} to {end}", f"第 {start} 至 {end} 字")
        return f"{_shown(error.source)}{colon}{message} [{error.code}, {where}]"
    if type(error).__name__ == "ValidationError":
        return f"{told.place or getattr(error, 'title', '')}{colon}{message} [{told.code}]"
    if isinstance(error, EgovkitError):
        # What has a text of its own for a person, as the rows of a table have, is in that language where it is asked.
        if isinstance(error, Misuse) or told.place:
            # These are asked for by one person at a time, in his language.
            return str(error)
        file = getattr(error, "file", "")
        code = "" if isinstance(error, UnknownTerm) else f" [{error.code}]"
        return f"{file}{colon if file else ''}{message}{code}"
    if isinstance(error, UnicodeDecodeError):
        return said(
            f"it is no {error.encoding} text: save it as {error.encoding} [byte {error.start}]",
            f"不是 {error.encoding} 文本，请另存为 {error.encoding} [第 {error.start} 字节]",
        )
    if isinstance(error, OSError) and error.filename:
        return f"{error.filename}{colon}{error.strerror}"
    if isinstance(error, MemoryError):
        return said(
            "it takes more memory than there is: split it, or give it a machine of its own",
            "所需内存超出本机，请拆分，或换一台机器单独处理",
        )
    if isinstance(error, RecursionError):
        return said("it is nested too deep: split it", "嵌套过深，请拆分")
    about = str(error)
    if isinstance(error, (OSError, ValueError)):
        return about or type(error).__name__
    name = type(error).__name__ + (": " if about else "")
    return said(
        f"a fault of egovkit ({name}{about}): please report it with the text",
        f"egovkit 自身出错（{name}{about}），请连同文本一并报告",
    )


def _shown(text: str) -> str:
    return repr(text if len(text) <= 80 else text[:77] + "...")
