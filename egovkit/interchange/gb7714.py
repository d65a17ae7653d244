"""A document as an entry of a list of references after GB/T 7714 (参考文献著录)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from egovkit.errors import UnknownTerm
from egovkit.interchange.cited_version import cited_version
from egovkit.interchange.records import describe

if TYPE_CHECKING:
    from egovkit.documents.document import PolicyDocument
    from egovkit.models.dates import DocumentDate
    from egovkit.models.day import Day
    from egovkit.models.law import Law
    from egovkit.models.policy import PolicyRecord

__all__ = ["Style", "cite"]

Style = Literal["gb7714-2015", "gb7714-2025"]
"""The edition of the standard that a reference follows (版本)."""

_MOST_NAMED = 3


class _Marks(NamedTuple):
    """How an edition parts names and title, and which sign it gives to a document with and without an address."""

    names: str
    subtitle: str
    brackets: tuple[str, str]
    offline: str
    online: str


# Neither edition has a sign of its own for official documents: 2015 puts them under archives.
_EDITIONS: Final = {
    "gb7714-2015": _Marks(", ", ": ", ("(", ")"), "A", "A/OL"),
    "gb7714-2025": _Marks("，", "：", ("（", "）"), "Z", "EB/OL"),
}


def cite(
    source: PolicyDocument | PolicyRecord | Law,
    style: Style = "gb7714-2025",
    url: str | None = None,
    accessed: DocumentDate | None = None,
    on: Day | None = None,
) -> str:
    """Return a document as an entry of a list of references (著录), without its number in the list.

    As citation processors print it by the styles of either edition: at most three issuers, the number of the document
    after its title, with an address the whole date, else the year.

    >>> from egovkit.models.policy import PolicyRecord
    >>> record = PolicyRecord(number="国办发〔2014〕66号", title="关于某事的意见", issuers=["国务院办公厅"], dated="2014-11-26")
    >>> cite(record)
    '国务院办公厅. 关于某事的意见：国办发〔2014〕66号[Z]. 2014.'
    >>> cite(record, "gb7714-2015", url="https://example.org/66")
    '国务院办公厅. 关于某事的意见: 国办发〔2014〕66号[A/OL]. (2014-11-26). https://example.org/66.'

    Of a law it is the version in force `on` a day, today by default; where none is known to be in force today the newest. A
    record of the register that bears a number is the document of that number, one without is the law of its title.

    >>> from egovkit.catalogue.register import register
    >>> cite(register["档案法"]), cite(register["档案法"], on="2018-01-01")
    ('全国人民代表大会常务委员会. 中华人民共和国档案法[Z]. 2020.', '全国人民代表大会常务委员会. 中华人民共和国档案法[Z]. 2016.')
    >>> cite(register["国务院令第492号"]), cite(register.law("政府信息公开条例"))
    ('国务院. 中华人民共和国政府信息公开条例：国务院令第492号[Z]. 2007.', '国务院. 中华人民共和国政府信息公开条例：国务院令第711号[Z]. 2019.')

    Raises UnknownTerm for another style, and for a day on which no version is known to be in force. Source: GB/T 7714-2015, GB/T 7714-2025.
    """
    marks = _EDITIONS.get(style)
    if marks is None:
        raise UnknownTerm("reference styles", style)
    known = describe(cited_version(source, on))
    named = [*known.issuers[:_MOST_NAMED], *(["等"] if len(known.issuers) > _MOST_NAMED else [])]
    title = known.title + (f"{marks.subtitle}{known.number}" if known.number else "")
    entry = [f"{marks.names.join(named)}. "] if named else []
    entry.append(f"{title}[{marks.online if url else marks.offline}]. ")
    if url:
        opened, closed = marks.brackets
        day = "" if known.issued is None else f"{opened}{known.issued}{closed}"
        seen = "" if accessed is None else f"[{accessed}]"
        entry.append(f"{day}{seen}. " if day or seen else "")
        entry.append(f"{url}.")
    elif known.issued is not None:
        entry.append(f"{known.issued.year}.")
    return "".join(entry).rstrip()
