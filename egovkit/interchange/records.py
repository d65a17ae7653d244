"""A document as a bibliographic record (参考文献数据): CSL-JSON, RIS, BibTeX.

A reference manager takes these; `egovkit.interchange.gb7714` prints the reference itself.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from egovkit.grammar.titles import kind_of
from egovkit.interchange.cited_version import cited_version
from egovkit.models.dates import DocumentDate

if TYPE_CHECKING:
    from egovkit.documents.document import PolicyDocument
    from egovkit.models.day import Day
    from egovkit.models.law import Law
    from egovkit.models.policy import PolicyRecord

__all__ = ["Described", "describe", "to_bibtex", "to_csl", "to_ris"]

# Laws and regulations by kind; everything else that an organ issues is a regulation to CSL, to RIS a document.
_LAWS: Final = frozenset({"法", "条例"})
_STATUTES: Final = _LAWS | {"令", "命令", "规定", "办法", "细则"}
_LATEX: Final = str.maketrans(
    {"\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "%": r"\%", "#": r"\#", "&": r"\&", "$": r"\$", "_": r"\_"}
    | {"~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "\n": " "}
)


class Described(NamedTuple):
    """What a reference says of a document (著录项): each None or empty where it is not known."""

    title: str
    issuers: tuple[str, ...]
    number: str | None
    kind: str | None
    dated: DocumentDate | None
    published_on: DocumentDate | None
    keywords: tuple[str, ...]
    index_number: str | None

    @property
    def issued(self) -> DocumentDate | None:
        """The date of the document, else that of its publication (日期)."""
        return self.dated or self.published_on


def describe(source: PolicyDocument | PolicyRecord) -> Described:
    """Return what a reference says of a document or of a record of one (著录).

    >>> from egovkit.models.policy import PolicyRecord
    >>> describe(PolicyRecord(title="某条例", dated="2020-05")).kind
    '条例'
    """
    title = source.title or ""
    return Described(
        title,
        source.issuers,
        None if source.number is None else str(source.number),
        kind_of(title) if title else None,
        source.dated,
        source.published_on,
        getattr(source, "keywords", ()),
        source.index_number,
    )


def _parts(day: DocumentDate) -> list[int]:
    return [int(part) for part in str(day).split("-")]


def to_csl(
    source: PolicyDocument | PolicyRecord | Law,
    url: str | None = None,
    accessed: DocumentDate | None = None,
    on: Day | None = None,
) -> dict[str, Any]:
    """Return a document as an item of CSL-JSON (引文样式数据), for Zotero, pandoc and citation processors.

    The type is legislation for 法 and 条例 and regulation for all else; the number of the document is `number`, its
    issuers are literal names. `url` and `accessed` are the caller's: a text does not say where it was read. Of a law it is
    the version in force `on` a day, as `cite` has it.

    >>> from egovkit.models.policy import PolicyRecord
    >>> item = to_csl(PolicyRecord(number="国办发〔2014〕66号", title="关于某事的意见", dated="2014-11-26"))
    >>> item["type"], item["number"], item["issued"]
    ('regulation', '国办发〔2014〕66号', {'date-parts': [[2014, 11, 26]]})
    """
    known = describe(cited_version(source, on))
    item = {
        "id": known.number or known.title or "untitled",
        "type": "legislation" if known.kind in _LAWS else "regulation",
        "title": known.title,
        "author": [{"literal": name} for name in known.issuers],
        "authority": "、".join(known.issuers),
        "number": known.number,
        "issued": None if known.issued is None else {"date-parts": [_parts(known.issued)]},
        "genre": known.kind,
        "keyword": "、".join(known.keywords),
        "language": "zh-CN",
        "jurisdiction": "cn",
        "URL": url,
        "accessed": None if accessed is None else {"date-parts": [_parts(accessed)]},
        "note": f"索引号：{known.index_number}" if known.index_number else None,
    }
    return {name: value for name, value in item.items() if value}


def to_ris(source: PolicyDocument | PolicyRecord | Law, url: str | None = None, on: Day | None = None) -> str:
    """Return a document as a record of RIS (RIS 题录), which ends with an empty ER line; a law as `cite` has it.

    >>> from egovkit.models.policy import PolicyRecord
    >>> to_ris(PolicyRecord(title="某条例", dated="2020-05", issuers=["国务院"])).splitlines()
    ['TY  - STAT', 'AU  - 国务院', 'TI  - 某条例', 'PY  - 2020', 'DA  - 2020/05', 'PB  - 国务院', 'LA  - zh-CN', 'ER  - ']
    """
    known = describe(cited_version(source, on))
    day = known.issued
    fields = [
        ("TY", "STAT" if known.kind in _STATUTES else "GOVDOC"),
        *(("AU", name) for name in known.issuers),
        ("TI", known.title),
        ("M1", known.number),
        ("PY", None if day is None else str(day.year)),
        ("DA", None if day is None else str(day).replace("-", "/")),
        ("PB", "、".join(known.issuers)),
        *(("KW", word) for word in known.keywords),
        ("LA", "zh-CN"),
        ("CN", known.index_number),
        ("UR", url),
    ]
    lines = [f"{tag}  - {' '.join(value.split())}\n" for tag, value in fields if value]
    return "".join(lines) + "ER  - \n"


def to_bibtex(source: PolicyDocument | PolicyRecord | Law, url: str | None = None, on: Day | None = None) -> str:
    """Return a document as an entry of BibTeX (BibTeX 条目), as biblatex-gb7714 takes it: `mark` is A, archive.

    A law as `cite` has it.

    >>> from egovkit.models.policy import PolicyRecord
    >>> print(to_bibtex(PolicyRecord(number="国办发〔2014〕66号", title="关于某事的意见", dated="2014-11-26")), end="")
    @misc{国办发201466,
      title = {{关于某事的意见}},
      number = {国办发〔2014〕66号},
      date = {2014-11-26},
      year = {2014},
      type = {意见},
      langid = {chinese},
      mark = {A},
    }
    """
    known = describe(cited_version(source, on))
    day = known.issued
    fields = {
        "title": f"{{{known.title.translate(_LATEX)}}}",
        "author": " and ".join(f"{{{name.translate(_LATEX)}}}" for name in known.issuers),
        "number": known.number,
        "date": None if day is None else str(day),
        "year": None if day is None else str(day.year),
        "type": known.kind,
        "keywords": "，".join(known.keywords).translate(_LATEX),
        "url": url,
        "langid": "chinese",
        "mark": "A",
    }
    key = re.sub(r"\W|号$", "", known.number or known.title) or "untitled"
    return f"@misc{{{key},\n" + "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value) + "}\n"
