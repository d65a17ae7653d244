"""Strategies for policies (政策): titles in other spellings, records, and whole tables with their relations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from hypothesis import strategies as st

from egovkit.catalogue.policy_table import Catalogue
from egovkit.models.dates import DocumentDate
from egovkit.models.frozen import Confidence
from egovkit.models.policy import PolicyRecord, PolicyRelation, PolicyRelationKind
from egovkit.models.standing import PolicyStatus, StatusKind
from egovkit.strategies.issuance import issuance_numbers

__all__ = ["TitleSurface", "catalogues", "policy_records", "policy_titles", "title_surfaces"]

_ISSUERS = ("国务院", "国务院办公厅", "财政部", "浙江省人民政府", "国家信息化领导小组", "杭州市人民政府办公厅")
_VERBS = ("加强", "推进", "进一步规范", "做好", "印发")
_SUBJECTS = ("政务服务工作", "“互联网+”行动", "电子政务网络建设", "政府网站管理", "数据共享（试行）", "2001—2005年规划")
_KINDS = ("通知", "意见", "指导意见", "若干规定")
_DASHES = "—-–－~～至"
_BLANKS = ("", "", "", " ", "\u3000", "\n")
_CONFIDENCE: st.SearchStrategy[Confidence] = st.sampled_from(["sure", "likely", "unsure"])


@st.composite
def policy_titles(draw: st.DrawFn) -> str:
    """Draw a title as documents bear it (标题): issuer, subject and kind.

    >>> policy_titles().validate()
    """
    issuer = draw(st.sampled_from(("", *_ISSUERS)))
    subject = draw(st.sampled_from(_SUBJECTS))
    return f"{issuer}关于{draw(st.sampled_from(_VERBS))}{subject}的{draw(st.sampled_from(_KINDS))}"


@dataclass(frozen=True, slots=True)
class TitleSurface:
    """A title as a source prints it, and the title it stands for (题名写法)."""

    surface: str
    title: str


@st.composite
def title_surfaces(draw: st.DrawFn, titles: st.SearchStrategy[str] | None = None) -> TitleSurface:
    """Draw a title in another spelling: title marks around it, blanks, other dashes and quotes, 的 left out (题名写法).

    >>> title_surfaces().validate()
    """
    title = draw(titles if titles is not None else policy_titles())
    surface = title
    if draw(st.booleans()):
        surface = surface.replace("的", "")
    dash = draw(st.sampled_from(_DASHES))
    # 至 is a dash between two years only.
    surface = surface.replace("—", dash if dash != "至" or "2001—2005" in surface else "—")
    quotes = draw(st.sampled_from(["“”", '""', "「」", "‘’"]))
    surface = surface.translate({ord("“"): quotes[0], ord("”"): quotes[1]})
    if draw(st.booleans()):
        surface = surface.translate({0x21 + i: 0xFF01 + i for i in range(94)})
    surface = "".join(draw(st.sampled_from(_BLANKS)) + c for c in surface)
    marks = draw(st.sampled_from(["", "《》", "〈〉"]))
    return TitleSurface(f"{marks[:1]}{surface}{marks[1:]}", title)


@st.composite
def policy_records(draw: st.DrawFn, titles: st.SearchStrategy[str] | None = None) -> PolicyRecord:
    """Draw a record whose parts agree with each other (政策记录), without relations.

    >>> policy_records().validate()
    """
    number = draw(st.none() | issuance_numbers())
    year = number.year if number is not None and number.year else draw(st.integers(1993, 2025))
    day = draw(st.dates().map(lambda day: day.replace(year=2000, day=min(day.day, 28))))
    dated = DocumentDate(year=year, month=day.month, day=day.day)
    published = DocumentDate.from_date(dated.first_day + timedelta(days=draw(st.integers(0, 90))))
    status = st.builds(PolicyStatus, value=st.sampled_from(StatusKind), ground=st.none() | st.just("公布"))
    return PolicyRecord(
        number=number,
        title=draw(titles if titles is not None else policy_titles()),
        issuers=tuple(draw(st.lists(st.sampled_from(_ISSUERS), max_size=2, unique=True))),
        dated=draw(st.sampled_from([None, dated, DocumentDate(year=year, month=day.month), DocumentDate(year=year)])),
        published_on=draw(st.sampled_from([None, published])),
        domain=tuple(draw(st.lists(st.sampled_from(["政务服务", "政府网站", "信息安全"]), max_size=2, unique=True))),
        status=draw(st.none() | status),
        confidence=draw(_CONFIDENCE),
        sources=("测试",),
    )


@st.composite
def catalogues(draw: st.DrawFn, max_size: int = 8) -> Catalogue:
    """Draw a table of policies whose relations lead from later rows to earlier ones, so that none is a cycle (政策目录).

    >>> catalogues().validate()
    """
    found = draw(st.lists(policy_records(), max_size=max_size, unique_by=lambda record: record.key))
    records = []
    for i, record in enumerate(found):
        targets = draw(st.lists(st.sampled_from(found[:i]), max_size=2, unique_by=lambda r: r.key)) if i else []
        edges = tuple(
            PolicyRelation(kind=draw(st.sampled_from(PolicyRelationKind)), source=record.key, target=target.key)
            for target in targets
        )
        records.append(record.model_copy(update={"relations": edges}))
    return Catalogue(records)


st.register_type_strategy(PolicyRecord, policy_records())
