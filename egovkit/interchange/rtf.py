"""The text of a document in Rich Text Format (RTF): what it prints, its list numbers too, which it has as text."""

from __future__ import annotations

import re
from typing import Final

from egovkit.errors import ReadError
from egovkit.interchange.flow import PAGE_NUMBER, Flow
from egovkit.text import limits

__all__ = ["read_rtf"]

# A group, a control word with its number, a control symbol, a byte in hexadecimal, or text.
_TOKEN: Final = re.compile(
    rb"""
      (?P<brace>[{}])
    | \\ (?: (?P<word>[a-zA-Z]{1,32}) (?P<number>-?[0-9]{1,10})? [ ]?
           | ' (?P<byte>[0-9a-fA-F]{2})
           | (?P<symbol>[^a-zA-Z]) )
    | (?P<text>[^\\{}\r\n]+)
    """,
    re.VERBOSE,
)
# Groups that hold what is not printed. \*, before the word of any other, says that a reader may pass it over.
_SILENT: Final = frozenset(
    """fonttbl colortbl stylesheet info pict object themedata colorschememapping datastore latentstyles listtable
    listoverridetable rsidtbl generator fldinst xmlnstbl filetbl revtbl pgptbl nonesttables bkmkstart bkmkend
    pnseclvl pntxta pntxtb annotation atnid atnauthor datafield private formfield ftnsep ftnsepc shprslt""".split()  # noqa: SIM905
)
_FIXED: Final = {
    "tab": "\t", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "bullet": "•", "emspace": "\u3000", "enspace": " ", "nbsp": "\xa0",
}  # fmt: skip
_SYMBOLS: Final = {b"~": "\xa0", b"_": "-", b"\\": "\\", b"{": "{", b"}": "}"}
# Texts of their own, in the order in which they are read; the text itself is the third.
_STORIES: Final = {
    **dict.fromkeys(("header", "headerl", "headerr", "headerf"), "headers"),
    **dict.fromkeys(("shptxt", "dptxbxtext"), "boxes"),
    "footnote": "notes",
    **dict.fromkeys(("footer", "footerl", "footerr", "footerf"), "footers"),
}
_ORDER: Final = ("headers", "boxes", "text", "notes", "footers")
_BREAKS: Final = frozenset(["par", "line", "sect", "page", "row", "nestrow"])
# The character set of a font by its number (\fcharset), and of the whole by its code page (\ansicpg).
_OF_FONT: Final = {134: "gb18030", 136: "big5hkscs", 128: "cp932", 129: "cp949"}
_OF_PAGE: Final = {936: "gb18030", 54936: "gb18030", 950: "big5hkscs", 932: "cp932", 949: "cp949", 65001: "utf-8"}


class _Group:
    """What holds inside a group: of which text it is, whether it prints, in which font, how many stand-ins follow a \\u.

    `has_box` is whether it is in a shape that prints, whose text is in a group that a reader may pass over; `is_either` whether
    of the groups in it one is read.
    """

    __slots__ = ("flow", "font", "has_box", "is_either", "is_hidden", "is_silent", "skips")

    def __init__(self, flow: Flow, outer: _Group | None = None) -> None:
        self.flow = flow
        self.is_silent: bool = outer is not None and (outer.is_silent or outer.is_either)
        self.is_hidden: bool = outer is not None and outer.is_hidden
        self.has_box: bool = outer is not None and outer.has_box
        self.is_either: bool = False
        self.font: int = outer.font if outer is not None else -1
        self.skips: int = outer.skips if outer is not None else 1


def read_rtf(data: bytes) -> str:
    """Read the text of an RTF document (读取 RTF): paragraphs as lines, tabs between the cells of a row.

    Headers and text boxes come first, then the text, footnotes, and footers; of headers and footers each line once. Numbers that the word
    processor generated are in the file as text and are read; hidden text, the code of fields, pictures and comments are not.

    >>> read_rtf(rb"{\\rtf1\\ansi\\ansicpg936 \\'b9\\'d8\\'d3\\'da{\\*\\generator x}\\par \\u30002?\\u12290?}")
    '关于\\n甲。'

    Source: Rich Text Format Specification, version 1.9.1.
    """
    text = _Rtf().read(data)
    if not text.strip():
        raise ReadError(
            "read.empty", "the RTF document has no text: save it as docx, or recognise its text (OCR) first"
        )
    return text


class _Rtf:
    """One reading of one RTF document."""

    def __init__(self) -> None:
        self._stories = {name: Flow() for name in _ORDER}
        self._group = _Group(self._stories["text"])
        self._outer: list[_Group] = []
        self._bytes = bytearray()
        self._whole = "cp1252"
        self._fonts: dict[int, str] = {}
        self._defined = -1
        self._skip = 0
        self._surrogate = ""

    def read(self, data: bytes) -> str:
        tokens, read = _TOKEN.finditer(data), 0
        while (found := next(tokens, None)) is not None:
            read += 1
            if read > limits.MAX_SIGNS:
                message = "the RTF document has more than {most} signs: save it as docx and read that"
                raise ReadError("read.size", message, most=limits.MAX_SIGNS)
            kind = found.lastgroup
            if kind == "text":
                self._write_bytes(found["text"])
            elif kind == "byte":
                self._write_bytes(bytes([int(found["byte"], 16)]))
            elif kind == "brace":
                self._brace(opens=found["brace"] == b"{")
            elif kind == "symbol":
                self._symbol(found["symbol"])
            elif found["word"] == b"bin":
                # So many bytes follow that are no signs, whatever they look like.
                tokens = _TOKEN.finditer(data, found.end() + max(0, int(found["number"] or 0)))
            else:
                self._word(found["word"].decode("ascii"), found["number"])
        self._flush()
        return "\n".join(filter(None, map(self._told, _ORDER)))

    def _told(self, name: str) -> str:
        text = self._stories[name].text()
        if name in ("headers", "footers"):
            # Each section has its own, of the same words.
            lines = dict.fromkeys(line for line in text.split("\n") if not PAGE_NUMBER.fullmatch(line))
            return "\n".join(lines)
        return text

    @property
    def _prints(self) -> bool:
        return not (self._group.is_silent or self._group.is_hidden)

    def _brace(self, *, opens: bool) -> None:
        self._flush()
        self._skip = 0
        if not opens:
            if self._outer:
                self._group = self._outer.pop()
            return
        if len(self._outer) >= limits.MAX_GROUPS:
            raise ReadError("read.depth", "the RTF document is nested too deep: save it again in a word processor")
        self._outer.append(self._group)
        self._group = _Group(self._group.flow, self._group)

    def _symbol(self, symbol: bytes) -> None:
        if symbol == b"*":
            self._group.is_silent = True
        elif symbol in b"\r\n":
            self._end_line()
        elif symbol in _SYMBOLS:
            self._write(_SYMBOLS[symbol])

    def _word(self, word: str, written: bytes | None) -> None:
        number = int(written) if written is not None else None
        if word == "u" and number is not None:
            self._unicode(number % 0x10000)
        elif word == "uc":
            self._group.skips = min(max(0, number or 0), 32)
        elif word in ("f", "fcharset", "ansicpg"):
            self._character_set(word, number or 0)
        elif word == "v":
            self._flush()
            self._group.is_hidden = number != 0
        elif word == "plain":
            self._flush()
            self._group.is_hidden = False
        elif word in _BREAKS:
            self._end_line()
        elif word in ("cell", "nestcell"):
            self._write("\t")
        elif word in _FIXED:
            self._write(_FIXED[word])
        else:
            self._begin(word)

    def _begin(self, word: str) -> None:
        """Begin what a word says that its group is."""
        if word in _SILENT:
            self._group.is_silent = True
        elif word in _STORIES:
            self._begin_story(_STORIES[word])
        elif word in ("listtext", "pntext"):
            # A number that was generated, in a group of its own.
            self._group.is_silent = self._is_in_silence()
        elif word in ("shp", "do"):
            self._group.has_box = not self._is_in_silence()
        elif word == "upr":
            # What it says in the characters of its page, and in Unicode: whoever knows the latter reads it alone.
            self._group.is_either = True
        elif word == "ud" and self._outer and self._outer[-1].is_either:
            self._group.is_silent = self._is_in_silence()

    def _is_in_silence(self) -> bool:
        return bool(self._outer) and self._outer[-1].is_silent

    def _begin_story(self, name: str) -> None:
        self._flush()
        if name != "boxes":
            # That a reader may pass over it is for one that does not know it.
            self._group.is_silent = self._is_in_silence() or (bool(self._outer) and self._outer[-1].is_either)
        elif self._group.has_box:
            self._group.is_silent = False
        # A box of a header or footer is a part of it: it mostly holds the number of the page.
        if name != "boxes" or self._group.flow is self._stories["text"]:
            self._group.flow = self._stories[name]
        self._group.flow.end_line()

    def _character_set(self, word: str, number: int) -> None:
        self._flush()
        if word == "f":
            self._group.font = self._defined = number
        elif word == "ansicpg":
            self._whole = _OF_PAGE.get(number, f"cp{number}" if number in range(1250, 1259) else "cp1252")
        else:
            self._fonts[self._defined] = _OF_FONT.get(number, self._whole)

    def _end_line(self) -> None:
        self._flush()
        if self._prints:
            self._group.flow.end_line()

    def _unicode(self, unit: int) -> None:
        self._flush()
        self._skip = self._group.skips
        if 0xD800 <= unit < 0xDC00:
            self._surrogate = chr(unit)
            return
        pair = self._surrogate + chr(unit)
        self._surrogate = ""
        # Half of a character is none.
        whole = pair.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        self._keep(whole)

    def _write_bytes(self, data: bytes) -> None:
        # What is in for a \u is left out, character by character.
        taken = min(self._skip, len(data))
        self._skip -= taken
        if self._prints:
            self._bytes += data[taken:]

    def _write(self, text: str) -> None:
        self._flush()
        if self._skip:
            self._skip -= 1
        else:
            self._keep(text)

    def _flush(self) -> None:
        if self._bytes:
            codec = self._fonts.get(self._group.font, self._whole)
            text = self._bytes.decode(codec, "replace")
            self._bytes.clear()
            self._keep(text)

    def _keep(self, text: str) -> None:
        if self._prints:
            self._group.flow.keep(text.replace("\0", ""))
