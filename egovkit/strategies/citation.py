"""Strategies for citations (引用): titles, pinpoints, and prose that cites with a known answer."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

from egovkit.grammar.pinpoints import Place
from egovkit.models.citation import Pinpoint, Relation
from egovkit.models.issuance import NumberForm
from egovkit.strategies.issuance import Sloppy, issuance_numbers, sloppy

__all__ = ["CitationProse", "Cited", "citation_prose", "pinpoints", "places", "titles"]

_ISSUERS = ("", "国务院办公厅", "财政部", "某省人民政府", "最高人民法院")
_ABOUT = (
    "加强数据共享",
    "优化营商环境",
    "推进一网通办",
    "促进电子政务协调发展",
    "规范行政裁量",
    "保护古树名木",
    "做好节水工作",
)
_KINDS = ("通知", "指导意见", "实施方案", "管理办法", "若干措施", "决定")
_NAMES = ("城市供水", "政务数据共享", "工伤保险", "地名管理", "机动车登记", "档案管理")
_RULES = ("条例", "办法", "规定", "实施细则", "规则")
_VERSIONS = ("", "", "", "（试行）", "（2021年修订版）", "(征求意见稿)")


@st.composite
def titles(draw: st.DrawFn) -> str:
    """Draw the title of a document as it is in 《》 (题名), some with another title inside.

    >>> titles().validate()
    """
    issuer = draw(st.sampled_from(_ISSUERS))
    if draw(st.booleans()):
        title = f"{draw(st.sampled_from(_NAMES))}{draw(st.sampled_from(_RULES))}"
        if draw(st.integers(min_value=0, max_value=3)) == 0:
            title = f"{issuer}关于{draw(st.sampled_from(('修改', '印发', '废止')))}〈{title}〉的{draw(st.sampled_from(('决定', '通知')))}"
    else:
        title = f"{issuer}关于{draw(st.sampled_from(_ABOUT))}的{draw(st.sampled_from(_KINDS))}"
    return title + draw(st.sampled_from(_VERSIONS))


_ORDINALS = st.integers(min_value=1, max_value=150)
_FEW = st.integers(min_value=1, max_value=12)


@st.composite
def places(draw: st.DrawFn) -> Place:
    """Draw one place of a document, or a range of articles (条款项).

    >>> places().validate()
    """
    shape = draw(st.sampled_from(("annex", "chapter", "article", "range")))
    if shape == "annex":
        return Place(annex=draw(_FEW))
    if shape == "chapter":
        return Place(chapter=draw(_FEW), section=draw(st.none() | _FEW))
    article = draw(_ORDINALS)
    if shape == "range":
        return Place(article=article, until=Place(article=article + draw(_FEW)))
    paragraph = draw(st.none() | _FEW)
    item = draw(st.none() | _FEW)
    return Place(
        article=article,
        inserted=draw(st.none() | _FEW),
        paragraph=paragraph,
        item=item,
        subitem=draw(st.none() | _FEW) if item is not None else None,
    )


def pinpoints(max_places: int = 3) -> st.SearchStrategy[Pinpoint]:
    """Draw a pinpoint: one place or a list of them (条款项).

    >>> pinpoints().validate()
    """
    # A place that names no article takes that of the place before it, so that a list is of articles alone.
    several = st.lists(places().filter(lambda place: place.article is not None), min_size=2, max_size=max_places)
    return (st.tuples(places()) | several.map(tuple)).map(Pinpoint)


@dataclass(frozen=True, slots=True)
class Cited:
    """What there is to find of one citation (应得之引用).

    `start` and `text` are of the surface; `numbers` are canonical; `antecedent` is the place in the list of the
    citation that this one repeats or abbreviates.
    """

    start: int
    text: str
    title: str | None
    numbers: tuple[str, ...]
    short_name: str | None
    relation: Relation
    antecedent: int | None
    pinpoint: Pinpoint | None


@dataclass(frozen=True, slots=True)
class CitationProse:
    """A text and what it cites, in order of start (含引用的文句)."""

    text: str
    citations: tuple[Cited, ...]


_SENTENCES: dict[Relation, tuple[tuple[str, str], ...]] = {
    Relation.BASIS: (("根据", "，制定本办法。"), ("为贯彻落实", "精神，提出如下意见。"), ("应当依照", "的规定办理。"), ("按照", "要求，现就有关事项通知如下。")),
    Relation.ISSUE: (("近日，某市人民政府印发", "，提出三项任务。"), ("现将", "印发给你们，请遵照执行。"), ("去年，我省出台了", "。"), ("", "已经省政府同意，现印发给你们。")),
    Relation.FORWARD: (("国务院办公厅转发", "，要求各地执行。"), ("现将", "转发给你们。")),
    Relation.REPEAL: (("", "同时废止。"), ("经研究，决定废止", "。"), ("自本办法施行之日起，", "停止执行。")),
    Relation.AMEND: (("决定对", "作如下修改。"), ("有关部门修订了", "，放宽条件。")),
    Relation.INTERPRET: (("有关负责人对", "进行了解读。"), ("有关负责人就", "答记者问。")),
    Relation.MENTION: (("各单位应当遵守", "。"), ("你单位", "收悉。"), ("产品应符合", "的要求。"), ("此前，", "明确了目标。")),
}  # fmt: skip
_LEADS_TO_NUMBER = ("根据", "贯彻落实", "依照", "按照", "印发", "转发")
_SHORT = ("《{0}》", "“{0}”", "《{0}》")
_ABBREVIATE = ("以下简称", "以下称", "下称", "简称")
_PINPOINTED = frozenset((Relation.BASIS, Relation.AMEND, Relation.MENTION))


@st.composite
def _sentence(draw: st.DrawFn, start: int, title: str, name: str | None) -> tuple[str, Cited]:
    """Draw one sentence that cites a title for the first time."""
    relation = draw(st.sampled_from(sorted(_SENTENCES)))
    before, behind = draw(st.sampled_from(_SENTENCES[relation]))
    printed = title
    if len(title) > 8 and draw(st.integers(min_value=0, max_value=5)) == 0:
        printed = f"{title[:6]}\n{title[6:]}"
    surface = f"《{printed}》"
    number: Sloppy | None = draw(st.none() | sloppy(issuance_numbers(NumberForm.REGULAR)))
    inside = []
    if number is not None:
        if before.endswith(_LEADS_TO_NUMBER) and name is None and draw(st.booleans()):
            surface = number.surface + surface
        else:
            inside.append(number.surface)
    if name is not None:
        inside.append(draw(st.sampled_from(_ABBREVIATE)) + draw(st.sampled_from(_SHORT)).format(name))
    if inside:
        surface += f"（{'，'.join(inside)}）"
    pinpoint = draw(st.none() | pinpoints()) if relation in _PINPOINTED else None
    numbers = () if number is None else (str(number.value),)
    cited = Cited(start + len(before), surface, title, numbers, name, relation, None, pinpoint)
    return f"{before}{surface}{pinpoint or ''}{behind}", cited


@st.composite
def citation_prose(draw: st.DrawFn, max_titles: int = 3, max_uses: int = 3) -> CitationProse:
    """Draw prose of several paragraphs with what it cites: titles, numbers, short names and their later uses.

    Each paragraph has one citation, each document its own title and short name.

    >>> citation_prose().validate()
    """
    names = draw(st.lists(st.sampled_from(("甲办法", "乙意见", "丙方案", "丁规定")), unique=True, max_size=max_titles))
    drawn = draw(st.lists(titles(), unique=True, min_size=1, max_size=max_titles))
    text = ""
    cited: list[Cited] = []
    for i, title in enumerate(drawn):
        sentence, one = draw(_sentence(len(text), title, names[i] if i < len(names) else None))
        text += sentence + "\n\n"
        cited.append(one)
    for _ in range(draw(st.integers(min_value=0, max_value=max_uses))):
        place = draw(st.integers(min_value=0, max_value=len(drawn) - 1))
        name = cited[place].short_name
        if name is None:
            continue
        relation = draw(st.sampled_from((Relation.BASIS, Relation.MENTION)))
        before, behind = draw(st.sampled_from(_SENTENCES[relation]))
        cited.append(Cited(len(text) + len(before), f"《{name}》", name, (), None, relation, place, None))
        text += f"{before}《{name}》{behind}\n\n"
    return CitationProse(text, tuple(cited))


st.register_type_strategy(Pinpoint, pinpoints())
