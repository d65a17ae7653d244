"""A document laid out in plain text, in the order the standard gives (排版).

Source: GB/T 9704-2012, 7.2 to 7.4. What the standard gives no place (索引号, 主题分类 …) is in a field table in
front of it, as on the page of a government site.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from egovkit.models.dates import DocumentDate

__all__ = ["Enclosure", "Sheet", "lay_out", "write_date"]

_INDENT: Final = "　　"


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A text after the document (附件、所印发的文件): its label and title, where printed, and its lines.

    >>> Enclosure("附件", "申请表", ("姓名",)).lines
    ('姓名',)
    """

    label: str | None
    title: str | None
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is printed, as strings and in the order of the standard (版面要素); empty where it is not printed.

    >>> Sheet(title="某县关于防火的通告").lines
    ()
    """

    fields: tuple[tuple[str, str], ...] = ()
    copy_number: str = ""
    secrecy: str = ""
    urgency: str = ""
    organ_mark: str = ""
    number: str = ""
    signatories: tuple[str, ...] = ()
    title: str = ""
    history: tuple[str, ...] = ()
    recipients: str = ""
    lines: tuple[str, ...] = ()
    annexes: tuple[str, ...] = ()
    signature: tuple[str, ...] = ()
    signers: tuple[str, ...] = ()
    dated: str = ""
    note: str = ""
    enclosures: tuple[Enclosure, ...] = field(default=())
    keywords: tuple[str, ...] = ()
    copied_to: str = ""
    printed_by: str = ""
    printed_on: str = ""


def write_date(day: DocumentDate) -> str:
    """Write a date as documents print it (成文日期格式): no leading zeros. Source: GB/T 9704-2012, 7.3.5.4.

    >>> write_date(DocumentDate.parse("2014-11-06")), write_date(DocumentDate.parse("2014-11"))
    ('2014年11月6日', '2014年11月')
    """
    parts = [part.lstrip("0") for part in str(day).split("-")]
    return "".join(part + sign for part, sign in zip(parts, "年月日", strict=False))


def lay_out(sheet: Sheet) -> str:
    """Return a sheet as text (排版), each element on lines of its own.

    >>> lay_out(Sheet(title="某县关于防火的通告", lines=("严禁用火。",), dated="2014年11月6日")).split("\\n")
    ['某县关于防火的通告', '', '\\u3000\\u3000严禁用火。', '', '2014年11月6日']
    """
    return "\n\n".join("\n".join(group) for group in _groups(sheet) if group)


def _groups(sheet: Sheet) -> Iterator[list[str]]:
    yield [f"{name}：{value}" for name, value in sheet.fields]
    yield [mark for mark in (sheet.copy_number, sheet.secrecy, sheet.urgency) if mark]
    yield [sheet.organ_mark] if sheet.organ_mark else []
    signatories = "签发人：" + "　".join(sheet.signatories) if sheet.signatories else ""
    numbered = "　".join(filter(None, (sheet.number, signatories)))
    yield [numbered] if numbered else []
    yield [line for line in (sheet.title, *sheet.history) if line]
    yield [sheet.recipients + "："] if sheet.recipients else []
    yield [_INDENT + line for line in sheet.lines]
    yield _annex_note(sheet.annexes)
    yield [line for line in (*sheet.signature, *sheet.signers, sheet.dated) if line]
    yield [f"（{sheet.note}）"] if sheet.note else []
    for enclosure in sheet.enclosures:
        yield [line for line in (enclosure.label, enclosure.title) if line]
        yield [_INDENT + line for line in enclosure.lines]
    yield ["主题词：" + "　".join(sheet.keywords)] if sheet.keywords else []
    yield [f"抄送：{sheet.copied_to}。"] if sheet.copied_to else []
    printed = "　".join(filter(None, (sheet.printed_by, sheet.printed_on and sheet.printed_on + "印发")))
    yield [printed] if printed else []


def _annex_note(titles: Sequence[str]) -> list[str]:
    if len(titles) == 1:
        return [f"{_INDENT}附件：{titles[0]}"]
    return [f"{_INDENT}{'附件：' if i == 1 else '　　　'}{i}.{title}" for i, title in enumerate(titles, 1)]
