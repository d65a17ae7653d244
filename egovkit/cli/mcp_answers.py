"""What the tools of the MCP server answer with (工具返回): plain values, each said in its schema, none longer than a model reads.

What is not known is None, an empty list or `unknown`, and a list that was cut says how much it leaves out.
"""

from __future__ import annotations

from typing import Annotated, Final, NamedTuple

from pydantic import Field

from egovkit.models.frozen import Frozen

__all__ = [
    "MOST",
    "Cited",
    "Claimed",
    "Documented",
    "Explained",
    "Fault",
    "LawAnswer",
    "LawFound",
    "LawText",
    "Note",
    "Proofread",
    "RegisterAnswer",
    "RegisterRow",
    "Verified",
]

MOST: Final = 200
"""How many entries of a list are answered at most."""

Start = Annotated[int, Field(description="Where it begins in the text, in characters. 起点（字符数）。")]
End = Annotated[int, Field(description="Where it ends. 止点。")]
Date = Annotated[
    str | None, Field(description="2014-11-26, 2014-11 or 2014; null where not known. 日期，不详为 null。")
]
Left = Annotated[int, Field(description="How many more there are that are not listed. 未列出的条数。")]
StandingWord = Annotated[
    str,
    Field(
        description="in_force, pending, expired, amended, repealed, lapsed, discontinued, superseded, completed, or unknown, "
        "which is never to be taken for in force. 效力；unknown 为未知，不等于有效。"
    ),
]


class Note(Frozen):
    """A remark in both languages (说明)."""

    en: str
    zh: str


class Cited(Frozen):
    """A document that a text cites (引用)."""

    start: Start
    end: End
    text: str
    title: str | None
    number: str | None
    relation: Annotated[
        str, Field(description="repeal, amend, basis, forward, issue, interpret or mention. 引用关系。")
    ]
    pinpoint: str | None
    repeats: Annotated[
        int | None, Field(description="Where the citation begins that this one repeats. 所复指引用的起点。")
    ]


class Documented(Frozen):
    """What a document says of itself and cites (文件要素、层次、引用)."""

    number: Annotated[str | None, Field(description="发文字号")]
    title: str | None
    kind: Annotated[str | None, Field(description="文种")]
    issuers: Annotated[list[str], Field(description="发文机关")]
    recipients: Annotated[str | None, Field(description="主送机关")]
    dated: Date
    published_on: Date
    effective_on: Date
    expires_on: Date
    secrecy: str | None
    urgency: str | None
    note: str | None
    outline: Annotated[list[str], Field(description="The headings, indented by two blanks a level. 层次。")]
    annexes: list[str]
    citations: list[Cited]
    numbers: Annotated[list[str], Field(description="Every issuance number in the text, once. 文中全部字号。")]
    frameworks: Annotated[list[str], Field(description="Frameworks and slogans, as printed, once. 框架与提法。")]
    left_out: Left


class Claimed(Frozen):
    """A citation, and whether it is true (核验项)."""

    start: Start
    end: End
    text: str
    title: str | None
    number: str | None
    pinpoint: str | None
    verdict: Annotated[
        str, Field(description="agrees, contradicts, or unknown, which accuses of nothing. 相符、不符、未知。")
    ]
    reason: str
    message: str
    message_zh: str
    known: Annotated[str | None, Field(description="The document that is meant, by number or title. 所指文件。")]
    known_title: str | None
    standing: StandingWord
    since: Date
    ground: str | None
    instead: Annotated[str | None, Field(description="What would be right. 应为。")]
    note: str | None


class Verified(Frozen):
    """Whether what a text cites is true (引用核验)."""

    contradictions: int
    on: Annotated[
        Date, Field(description="The day that counted; null: today, and nothing is said to have ended. 基准日。")
    ]
    claims: list[Claimed]
    left_out: Left
    remark: Note


class Explained(Frozen):
    """An issuance number explained (字号解释)."""

    number: Annotated[str, Field(description="The canonical form. 规范写法。")]
    form: Annotated[str, Field(description="regular, order or announcement. 形式。")]
    code: str | None
    organs: Annotated[list[str], Field(description="Candidates; empty where no table knows the code. 机关（候选）。")]
    year: int | None
    serial: int
    deviations: Annotated[list[Note], Field(description="How the print deviates from the standard. 与规范不符之处。")]
    documents: Annotated[list[str], Field(description="Titles that the register has by it. 登记册所载标题。")]
    standing: StandingWord
    remark: Note | None


class LawText(Frozen):
    """A law as it read from one promulgation to the next (法律版本)."""

    kind: Annotated[str, Field(description="made, revised, amended or known. 制定、修订、修正、文本。")]
    promulgated: Date
    effective: Date
    order: str | None
    revised_by: str | None
    last_article: int | None


class LawFound(Frozen):
    """A law with its versions, and how it stands on a day (法律及效力)."""

    title: str
    level: str | None
    issuers: list[str]
    standing: StandingWord
    since: Date
    ground: str | None
    in_force: Annotated[
        LawText | None, Field(description="The version in force on the day; null: none, or not known. 当日有效的版本。")
    ]
    versions: list[LawText]


class LawAnswer(Frozen):
    """The laws that a name can mean (法律查询)."""

    on: str
    laws: Annotated[list[LawFound], Field(description="Several where the name is that of several. 同名者全列。")]
    near: Annotated[list[str], Field(description="Names near to one that is not known. 相近名称。")]
    left_out: Left
    remark: Note | None


class RegisterRow(Frozen):
    """A document of the register (登记册条目)."""

    number: str | None
    title: str
    issuers: list[str]
    dated: Date
    published_on: Date
    level: str | None
    standing: StandingWord
    confidence: str | None
    sources: list[str]


class RegisterAnswer(Frozen):
    """What the register has (登记册查询)."""

    documents: list[RegisterRow]
    remark: Note | None


class Fault(Frozen):
    """Something that a rule finds in a text (问题)."""

    code: str
    severity: str
    start: Start
    end: End
    text: str
    message: Annotated[str, Field(description="In English.")]
    message_zh: Annotated[str, Field(description="中文说明")]
    clause: Annotated[str, Field(description="依据")]
    suggestion: str | None
    replacement: Annotated[str | None, Field(description="What mends it, where only one thing does. 唯一正确的写法。")]


class Proofread(Frozen):
    """What the rules of official writing find in a text (校核)."""

    verdict: Annotated[str, Field(description="clean, mend (all of it has one right answer) or look. 结论。")]
    on: Annotated[str, Field(description="The day whose rules were applied. 适用哪天的规则。")]
    assumed: Annotated[bool, Field(description="Whether that day is today's for want of one in the text. 是否推定。")]
    official: Annotated[bool, Field(description="Whether it was judged as an official document. 是否按公文校核。")]
    findings: list[Fault]
    left_out: Left


class Remarks(NamedTuple):
    """What is said of an answer besides (附言)."""

    unproven: Note = Note(
        en="What the register does not have proves nothing: it may exist all the same.",
        zh="登记册未收不说明任何问题：该文件仍可能存在。",
    )
    no_version: Note = Note(
        en="No version is known to be in force on that day: there was none, or it is not known.",
        zh="没有已知在当日有效的版本：当日没有，或不清楚。",
    )
    several: Note = Note(en="Several may be meant: ask for one by its full name.", zh="可能指多件，请用全称再查。")
