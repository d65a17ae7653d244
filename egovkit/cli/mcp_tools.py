"""The tools of the MCP server as plain functions (工具): what a model asks, answered with bounds on both sides.

Each takes texts, or what was read of a file, and answers with a value of `mcp_answers`; what is asked amiss ends in a typed
error, as everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated, Final

from pydantic import Field

from egovkit.cli import mcp_answers as answer
from egovkit.cli.failures import Misuse
from egovkit.cli.mcp_answers import MOST, Remarks
from egovkit.models.dates import DocumentDate
from egovkit.models.day import day_of

if TYPE_CHECKING:
    from egovkit.documents.document import PolicyDocument
    from egovkit.documents.structure.outline import Heading
    from egovkit.interchange.source_text import Source
    from egovkit.models.law import LawVersion

__all__ = ["LONGEST", "LONGEST_NAME", "TOOLS", "check", "law", "number", "read", "search", "verify", "within"]

LONGEST: Final = 200_000
"""How many characters of a text are taken: a long document has fifty thousand."""
LONGEST_NAME: Final = 500
"""How many characters of a name, a number or words are taken."""
_FOUND_MOST: Final = 50
_REMARKS: Final = Remarks()

Name = Annotated[str, Field(json_schema_extra={"maxLength": LONGEST_NAME})]
On = Annotated[
    str | None, Field(description="A day, as 2018-01-01; a month or year is its last day. 日期，如 2018-01-01。")
]


def read(text: str | Source) -> answer.Documented:
    """Read an official document: number, title, issuers, dates, outline, annexes, what it cites.

    读取公文：发文字号、标题、发文机关、日期、层次、附件、引用。What is not printed is null.
    """
    document = _document(text)
    outline = list(_outline(document.outline))
    numbers = list(dict.fromkeys(str(mention.value) for mention in document.numbers))
    frameworks = list(dict.fromkeys(mention.text for mention in document.frameworks))
    annexes = [annex.title for annex in document.annexes]
    lists: tuple[Sequence[object], ...] = (outline, numbers, frameworks, annexes, document.citations)
    return answer.Documented(
        number=_said(document.number),
        title=document.title,
        kind=document.kind,
        issuers=list(document.issuers),
        recipients=document.recipients,
        dated=_said(document.dated),
        published_on=_said(document.published_on),
        effective_on=_said(document.effective_on),
        expires_on=_said(document.expires_on),
        secrecy=_said(document.secrecy),
        urgency=document.urgency,
        note=document.note,
        outline=outline[:MOST],
        annexes=annexes[:MOST],
        citations=[
            answer.Cited(
                start=each.start,
                end=each.end,
                text=each.text,
                title=each.title,
                number=str(each.numbers[0].value) if each.numbers else None,
                relation=each.relation.value,
                pinpoint=_said(each.pinpoint),
                repeats=None if each.antecedent is None else each.antecedent.start,
            )
            for each in document.citations[:MOST]
        ],
        numbers=numbers[:MOST],
        frameworks=frameworks[:MOST],
        left_out=sum(_left(each) for each in lists),
    )


def verify(text: str | Source, on: On = None) -> answer.Verified:
    """Say of every document that a text cites whether it is real, rightly cited and in force, by an offline register.

    核验文中每处引用：有无此文、文号与标题是否相符、条款是否存在、当日是否有效。
    Of China's central documents, laws, regulations and rules; by numbers (发文字号), titles and articles. `on` is the day
    that counts, by default the document's own date. Only `contradicts` accuses; `unknown` proves nothing.
    """
    from egovkit.verification.verify import verify as verify_text  # noqa: PLC0415

    document = _document(text)
    # A document's own date counts where it is that of a day.
    own = document.dated if document.dated is not None and document.dated.day else None
    day = _day(on) if on is not None else None if own is None else day_of(own)
    report = verify_text(document, on=day)
    return answer.Verified(
        contradictions=len(report.contradictions),
        on=None if day is None else str(day),
        claims=[
            answer.Claimed.model_validate(claim.as_row() | {"message_zh": claim.reason.term})
            for claim in report.claims[:MOST]
        ],
        left_out=_left(report.claims),
        remark=_REMARKS.unproven,
    )


def number(number: Name) -> answer.Explained:
    """Explain an issuance number (发文字号) such as 国办发〔2014〕66号: canonical form, organ, document, how it stands today.

    解释发文字号：规范写法、机关、对应文件、今日效力、与规范不符之处。
    """
    from egovkit.cli.number import explain  # noqa: PLC0415
    from egovkit.grammar.deviations import DEVIATIONS  # noqa: PLC0415

    told = explain(within(number, LONGEST_NAME))
    deviations = [DEVIATIONS[name] for name in told["deviations"]]
    return answer.Explained(
        **told | {"deviations": [answer.Note(en=each.message, zh=each.term) for each in deviations]},
        remark=None if told["documents"] else _REMARKS.unproven,
    )


def law(name: Name, on: On = None) -> answer.LawAnswer:
    """Tell the versions of a Chinese law, regulation, rule or judicial interpretation, and which was in force on a day.

    查法律、法规、规章、司法解释的各版本，及某日（默认今天）有效的版本和效力。The name goes without 《》, as 档案法.
    """
    from egovkit.catalogue.register import register  # noqa: PLC0415
    from egovkit.errors import UnknownTerm  # noqa: PLC0415
    from egovkit.models.standing import StandingKind  # noqa: PLC0415

    day = date.today() if on is None else _day(on)
    asked = within(name, LONGEST_NAME).strip().strip("《》")
    near: Sequence[str] = ()
    found = register.laws(asked)
    if not found:
        try:
            register.law(asked)
        except UnknownTerm as error:
            near = error.near
    laws = []
    for each in found[:_FOUND_MOST]:
        # Of what ended on a day that is not known it is said how it stands now, and not how it stood.
        standing = register.standing(each.title, None if on is None else day)
        # A version that took effect is in force only where the law is, and that may not be known.
        version = None if standing.value is StandingKind.UNKNOWN else each.on(day)
        laws.append(
            answer.LawFound(
                title=each.title,
                level=_said(each.level),
                issuers=list(each.issuers),
                standing=standing.value.value,
                since=_said(standing.since),
                ground=standing.ground,
                in_force=None if version is None else _version(version),
                versions=[_version(one) for one in each.versions[:MOST]],
            )
        )
    remark = None
    if not laws:
        remark = _REMARKS.unproven
    elif len(laws) > 1:
        remark = _REMARKS.several
    elif laws[0].in_force is None:
        remark = _REMARKS.no_version
    return answer.LawAnswer(
        on=str(day), laws=laws, near=list(near), left_out=max(0, len(found) - _FOUND_MOST), remark=remark
    )


def search(
    words: Annotated[
        str,
        Field(
            description="A number, a title, or words of titles. 发文字号、标题，或标题中的词。",
            json_schema_extra={"maxLength": LONGEST_NAME},
        ),
    ],
    level: Annotated[
        str | None,
        Field(description="law, regulation, rule, interpretation, party, state_council or ministry. 规范层级。"),
    ] = None,
    issuer: Annotated[
        str | None, Field(description="An issuing organ by any of its names. 发文机关，如工信部。")
    ] = None,
    year: Annotated[int | None, Field(description="The year of the number. 字号年份。")] = None,
    on: On = None,
    limit: Annotated[int, Field(description="How many at most, up to 50. 最多几条。", ge=1, le=_FOUND_MOST)] = 10,
) -> answer.RegisterAnswer:
    """Search the register of China's central documents, laws, regulations and rules, with how each stands on a day.

    在登记册（中央文件、法律法规、部门规章，约一万五千条）中查文件及其效力，默认今天。
    """
    from egovkit.catalogue.register import register  # noqa: PLC0415

    asked = within(words, LONGEST_NAME)
    day = None if on is None else _day(on)
    name = None if issuer is None else within(issuer, LONGEST_NAME)
    table = register.where(level=level, issuer=name, year=year)
    found = (table.find(asked) or table.search(asked, limit))[:limit]
    rows = [
        answer.RegisterRow(
            number=_said(record.number),
            title=record.title,
            issuers=list(record.issuers),
            dated=_said(record.dated),
            published_on=_said(record.published_on),
            level=_said(record.level),
            standing=register.standing(record, day).value.value,
            confidence=record.confidence,
            sources=list(record.sources),
        )
        for record in found
    ]
    return answer.RegisterAnswer(documents=rows, remark=None if rows else _REMARKS.unproven)


def check(text: str | Source, on: On = None) -> answer.Proofread:
    """Proofread an official document by GB/T 9704, GB/T 15834, GB/T 15835 and the regulation on official documents.

    按公文规范校核：要素、字号、日期、数字、标点、引用、用语。Each finding has its clause, and a replacement where one is right.
    """
    from egovkit.checks import check as check_text  # noqa: PLC0415

    whole = within(text if isinstance(text, str) else text.text, LONGEST)
    report = check_text(text, on=None if on is None else _day(on))
    return answer.Proofread(
        verdict=report.verdict.value,
        on=str(report.on),
        assumed=report.assumed,
        official=report.official,
        findings=[
            answer.Fault(
                code=each.code,
                severity=each.severity.value,
                start=each.start,
                end=each.end,
                text=whole[each.start : each.end],
                message=each.message_en,
                message_zh=each.message,
                clause=each.clause,
                suggestion=each.suggestion,
                replacement=None if each.edit is None else each.edit.replacement,
            )
            for each in report.findings[:MOST]
        ],
        left_out=_left(report.findings),
    )


TOOLS: Final = (read, verify, number, law, search, check)
"""Every tool, in the order that they are listed in."""


def within(text: str, most: int) -> str:
    """Return a text that has at most so many characters (限长); Misuse for one that is longer.

    >>> within("甲", 1)
    '甲'
    """
    if len(text) > most:
        raise Misuse(
            "cli.long", "{given} characters are more than the {most} that are taken: split it",
            given=len(text), most=most,
        )  # fmt: skip
    return text


def _document(given: str | Source) -> PolicyDocument:
    from egovkit.documents.document import PolicyDocument  # noqa: PLC0415  # each tool loads what it asks

    if isinstance(given, str):
        return PolicyDocument.parse(within(given, LONGEST))
    within(given.text, LONGEST)
    return given.document


def _day(on: str) -> date:
    return DocumentDate.parse(within(on, LONGEST_NAME)).last_day


def _left(items: Sequence[object]) -> int:
    return max(0, len(items) - MOST)


def _said(value: object) -> str | None:
    return None if value is None else str(value)


def _outline(headings: Sequence[Heading], depth: int = 0) -> Iterator[str]:
    for heading in headings:
        yield "  " * depth + heading.label + heading.text
        yield from _outline(heading.children, depth + 1)


def _version(version: LawVersion) -> answer.LawText:
    return answer.LawText(
        kind=version.kind.value,
        promulgated=_said(version.promulgated),
        effective=_said(version.effective),
        order=_said(version.order),
        revised_by=version.revised_by,
        last_article=version.last_article,
    )
