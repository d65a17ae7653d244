"""One document, one node: which names are put together over a corpus, and which are kept apart."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egovkit.corpus.corpus import Corpus
from egovkit.corpus.evidence import Evidence, evidence_of_citations
from egovkit.corpus.identity import Identity, Target
from egovkit.corpus.sketch import DocumentSketch, sketch
from egovkit.documents.document import PolicyDocument

from .conftest import CorpusDocument

NOTICE = "云川市人民政府关于做好森林草原防火工作的通知"
SAME = [
    # What a text puts together: title and number.
    (f"按照《{NOTICE}》（云政发〔2020〕2号）执行。", "按照云政发[2020]2号文件执行。"),
    (f"按照《{NOTICE}》（云政发〔2020〕2号）执行。", f"按照《{NOTICE}》执行。"),
    # With its issuer and without, by the number.
    (f"按照《{NOTICE}》（云政发〔2020〕2号）执行。", "《关于做好森林草原防火工作的通知》（云政发〔2020〕2号）要求。"),
    # A notice and what it issues.
    (
        "《云川市人民政府关于印发云川市林地保护办法的通知》（云政发〔2021〕5号）",
        "根据《云川市林地保护办法》（云政发〔2021〕5号）",
    ),
    # A law with the state's name and without, by its short name, in its versions.
    ("根据《中华人民共和国档案法》", "根据《档案法》"),
    ("根据《中华人民共和国档案法（2020年修订）》", "根据《档案法》"),
    ("根据《医疗器械监督管理条例》（国务院令第739号）", "根据《医疗器械监督管理条例》（国务院令第680号）"),
    ("根据中华人民共和国国务院令第739号", "根据《医疗器械监督管理条例》"),
    # What the register knows.
    ("《关于促进电子政务协调发展的指导意见》（国办发〔2014〕66号）", "《国务院办公厅关于促进电子政务协调发展的指导意见》"),
    # The organs of one announcement, by their names of any kind.
    (
        "《关于某类捐赠税收的公告》（财政部 税务总局公告2020年第9号）",
        "《关于某类捐赠税收的公告》（财政部、国家税务总局公告2020年第9号）",
    ),
    # A short name that the corpus explains alike everywhere.
    (
        "《云川市智慧水务三年建设方案》（云水发〔2022〕3号，以下简称《智慧水务方案》）印发。",
        "按照《智慧水务方案》，推进建设。",
    ),
    # A slip of the pen in a title, with one number.
    ("《云川市事业单位公开招聘工作人员实施办法》（云人社发〔2011〕7号）", "《云川市事业单位公开招聘人员实施办法》（云人社发〔2011〕7号）"),
]  # fmt: skip
APART = [
    # One title, two numbers.
    ("《关于做好防汛抗旱各项准备工作的通知》（云政发〔2020〕2号）", "《关于做好防汛抗旱各项准备工作的通知》（川政发〔2020〕9号）"),
    # One title, two issuers.
    ("《云川市人民政府关于加强城市供水安全管理工作的通知》", "《河阳市人民政府关于加强城市供水安全管理工作的通知》"),
    # Short names are nobody's.
    ("按照《通知》执行。", "按照《通知》执行。"),
    ("按照《若干措施》执行。", "按照《若干措施》执行。"),
    # Nor are numbers whose organ only their text knows, and those that begin again with every term.
    ("《云川市甲类场所管理办法》（市政府令第5号）", "《河阳市乙类场所管理办法》（市政府令第5号）"),
    ("按照市政府令第5号执行。", "按照市政府令第5号执行。"),
    ("《云川市湿地保护条例》（主席令第28号）", "《河阳市湿地保护条例》（主席令第28号）"),
    # A law that had the title before.
    ("1993年2月22日通过的《中华人民共和国国家安全法》同时废止。", "根据《中华人民共和国国家安全法》"),
    # What amends, of two days.
    (
        "根据2009年8月27日《关于修改部分法律的决定》第一次修正",
        "根据2018年10月26日《关于修改部分法律的决定》第二次修正",
    ),
    # 公告 and 通告 are numbered apart.
    ("按照国家药品监督管理局公告2022年第8号执行。", "按照国家药品监督管理局通告2022年第8号执行。"),
    # What two cities do about one thing.
    ("按照《关于促进房地产市场平稳健康发展的若干意见》（云政发〔2022〕9号）", "按照《关于促进房地产市场平稳健康发展的若干意见》"),
    # What is listed again and again.
    ("按照《某类物质名单》执行。", "按照《某类物质名单》执行。"),
    # A catalogue of one year and of another.
    ("《云川市免于评价的器械目录（2021年）》", "《云川市免于评价的器械目录（2023年）》"),
]  # fmt: skip


def targets(*texts: str) -> list[list[str | None]]:
    """The keys that the texts cite, text by text."""
    corpus = Corpus.read({str(place): f"某单位说明\n{text}" for place, text in enumerate(texts)})
    found: list[list[str | None]] = [[] for _ in texts]
    for citation in corpus.citations:
        found[int(citation.document)].append(citation.target)
    return found


@pytest.mark.parametrize(("one", "other"), SAME)
def test_what_names_one_document_is_one_node(one: str, other: str) -> None:
    # The other way round it is the same.
    for texts in ((one, other), (other, one)):
        first, second = targets(*texts)
        assert first
        assert None not in first + second
        assert set(first) == set(second)


@pytest.mark.parametrize(("one", "other"), APART)
def test_what_may_be_two_documents_is_not_one_node(one: str, other: str) -> None:
    first, second = targets(one, other)
    assert first
    assert second
    assert not {*first} & {*second} - {None}


def test_a_document_is_the_node_that_others_cite() -> None:
    own = f"云政发〔2020〕2号\n{NOTICE}\n各区：\n请执行。\n云川市人民政府\n2020年3月1日"
    corpus = Corpus.read({"own": own, "other": f"按照《{NOTICE}》，办理。", "third": "按照云政发〔2020〕2号，办理。"})
    assert corpus.documents[0].key == "云政发〔2020〕2号"
    assert {citation.target for citation in corpus.citations} == {"云政发〔2020〕2号"}
    assert corpus["云政发〔2020〕2号"].documents == (0,)


def test_a_document_that_was_read_twice_is_one() -> None:
    own = f"云政发〔2020〕2号\n{NOTICE}\n各区：\n请执行。\n云川市人民政府\n2020年3月1日"
    corpus = Corpus.read({"a": own, "b": own + "\n"})
    assert len({document.key for document in corpus.documents}) == 1
    assert corpus.nodes[0].documents == (0, 1)


def test_documents_of_one_title_are_not_one() -> None:
    texts = {str(year): f"政府工作报告\n各位代表：\n现在报告工作。\n{year}年1月8日" for year in (2019, 2020)}
    corpus = Corpus.read(texts)
    assert len({document.key for document in corpus.documents}) == 2


@pytest.mark.parametrize("lead", ["本", "该"])
def test_what_means_the_document_itself_is_the_document(lead: str) -> None:
    corpus = Corpus.read({"own": f"{NOTICE}\n各区：\n{lead}《通知》自印发之日起施行。"})
    [citation] = corpus.citations
    assert citation.target == citation.source == NOTICE


def test_a_notice_does_not_cite_what_it_issues() -> None:
    text = "云川市人民政府关于印发云川市林地保护办法的通知\n云政发〔2021〕5号\n各区：\n现将《云川市林地保护办法》印发给你们。"
    corpus = Corpus.read({"own": text})
    assert {citation.target for citation in corpus.citations} == {"云政发〔2021〕5号"}


def test_revisions_are_versions_of_one_law() -> None:
    corpus = Corpus.read({
        "a": "根据《医疗器械监督管理条例》（国务院令第650号）",
        "b": "根据《医疗器械监督管理条例》（国务院令第739号）",
    })  # fmt: skip
    [node] = [node for node in corpus.nodes if node.title == "医疗器械监督管理条例"]
    assert node.versions == ("国务院令第650号", "国务院令第739号")
    assert node.is_law


def test_a_number_of_two_titles_is_a_conflict_and_nobodys() -> None:
    texts = {
        "a": "按照《云川市甲类场所管理办法》（云政发〔2020〕2号）执行。",
        "b": "按照《关于发展特色水产养殖的意见》（云政发〔2020〕2号）执行。",
        "c": "按照云政发〔2020〕2号文件执行。",
    }
    corpus = Corpus.read(texts)
    assert [(one.number, one.kept) for one in corpus.conflicts] == [("云政发〔2020〕2号", None)]
    first, second, third = corpus.citations
    assert first.target != second.target
    assert third.target is None
    # Where it is one's own, that decides.
    own = "云政发〔2020〕2号\n云川市甲类场所管理办法\n第一条　为了加强管理，制定本办法。"
    corpus = Corpus.read({**texts, "own": own})
    assert [one.kept for one in corpus.conflicts] == ["云川市甲类场所管理办法"]
    assert corpus.citations[2].target == corpus.documents[3].key == corpus.citations[0].target


def partition(sketches: Sequence[DocumentSketch]) -> set[frozenset[tuple[str, int]]]:
    """Which citations are of one document, whatever it is called."""
    groups: dict[str, set[tuple[str, int]]] = {}
    for citation in Corpus(sketches).citations:
        if citation.target is not None:
            groups.setdefault(citation.target, set()).add((citation.document, citation.start))
    return set(map(frozenset, groups.values()))


SENTENCES = [text for pair in (*SAME, *APART) for text in pair]
SKETCHES = [sketch(PolicyDocument.parse(f"说明\n{text}"), str(i)) for i, text in enumerate(SENTENCES)]


@given(st.lists(st.sampled_from(SKETCHES), unique=True, min_size=1, max_size=12), st.randoms(use_true_random=False))
def test_the_order_of_documents_does_not_matter(chosen: list[DocumentSketch], draw: random.Random) -> None:
    shuffled = chosen.copy()
    draw.shuffle(shuffled)
    assert partition(shuffled) == partition(chosen)


def test_sketches_are_kept_as_plain_values() -> None:
    for one in SKETCHES:
        assert DocumentSketch.of_dict(one.as_dict()) == one


@pytest.mark.corpus
def test_no_document_is_two_nodes_that_its_own_texts_join(documents: list[CorpusDocument]) -> None:
    sketches = [sketch(PolicyDocument.parse(one.text), one.id) for one in documents]
    corpus = Corpus(sketches)
    identity = corpus._identity
    apart = {one.number for one in corpus.conflicts}
    pairs = 0
    twice: set[str] = set()
    said = [evidence for one in sketches for evidence in evidence_of_citations(one.citations).values()]
    for evidence in (*said, *(identity.own(place) for place in range(len(sketches)))):
        if evidence.name is None or len(evidence.numbers) != 1 or evidence.number_names[0].key is None:
            continue
        number = evidence.number_names[0].key
        pairs += 1
        together, alone = identity.target(evidence), identity.target(evidence._replace(title=None))
        if number not in apart and (together is None or alone is None or together.root != alone.root):
            twice.add(f"{evidence.title}（{number}）")
    assert twice == set()
    assert pairs > 300
    # A node has one number at most, a law aside.
    keys = [node.key for node in corpus.nodes]
    assert len(keys) == len(set(keys))
    resolved = sum(citation.target is not None for citation in corpus.citations)
    assert resolved / len(corpus.citations) > 0.85


def test_a_law_is_one_whether_its_orders_are_cited_or_not() -> None:
    corpus = Corpus.read(
        {
            "a": "根据《中华人民共和国档案法》、《民法典》第三条和《云川市人民政府关于甲事的通知》（云政发〔2020〕2号）执行。\n"
        }
    )
    assert {node.key: node.is_law for node in corpus.nodes if not node.documents} == {
        "中华人民共和国档案法": True,
        "中华人民共和国民法典": True,
        "云政发〔2020〕2号": False,
    }


def test_many_documents_of_one_name_have_keys_of_their_own() -> None:
    corpus = Corpus.read({f"{place}": "通知\n请执行。\n" for place in range(5)} | {"x": "通知（3）\n请执行。\n"})
    keys = [node.key for node in corpus.nodes]
    assert len(set(keys)) == len(keys) == 6


def test_what_many_texts_call_so_is_looked_up_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Evidence] = []
    look_up = Identity._target

    def counted(identity: Identity, evidence: Evidence) -> Target | None:
        asked.append(evidence)
        return look_up(identity, evidence)

    monkeypatch.setattr(Identity, "_target", counted)
    corpus = Corpus.read({f"{place}": f"按照《{NOTICE}》和《某类纲要》执行。\n" for place in range(9)})
    assert len(corpus.citations) == 18
    assert len(asked) == len(set(asked)) == 2
