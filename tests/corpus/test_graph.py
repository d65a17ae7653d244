"""The citation network: graphs of libraries, files that Gephi opens, who is cited, how a document went through the country."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from egovkit.corpus.corpus import Corpus
from egovkit.corpus.graph_files import GRAPH_FORMATS, to_edges_csv, to_gexf, to_graphml, to_nodes_csv
from egovkit.errors import AmbiguousTerm, UnknownTerm

from .conftest import CorpusDocument

networkx = pytest.importorskip("networkx")
CENTRE = "国务院办公厅关于加强某类试点管理工作的意见"
TEXTS = {
    "centre": f"{CENTRE}\n国办发〔2019〕3号\n各省：\n根据《中华人民共和国档案法》第三条，制定本意见。\n国务院办公厅\n2019年2月1日",
    "province": "山东省人民政府办公厅关于试点管理的实施意见\n鲁政办发〔2019〕9号\n各市：\n"
    f"根据《{CENTRE}》（国办发〔2019〕3号），制定本实施意见。\n山东省人民政府办公厅\n2019年5月12日",
    "city": "济南市人民政府办公厅关于试点管理的通知\n济政办发〔2020〕4号\n各区：\n"
    f"根据国办发〔2019〕3号和鲁政办发〔2019〕9号，《{CENTRE}》第二条除外，现通知如下。\n济南市人民政府办公厅\n2020年1月2日",
    "other": "济南市关于档案的说明\n根据《档案法》和鲁政办发〔2019〕9号，<某>&“某”，作此说明。\n2020年3月",
    "bad": "\n",
}  # fmt: skip


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return Corpus.read(TEXTS)


def test_links_are_counted_once_with_their_roles(corpus: Corpus) -> None:
    links = {(link.source, link.target): link for link in corpus.network.links}
    link = links["济政办发〔2020〕4号", "国办发〔2019〕3号"]
    assert (link.count, link.day, link.confidence) == (2, "2020-01-02", "sure")
    assert link.relation == "basis"
    assert all(source != target for source, target in links)


def test_a_digraph_has_the_attributes(corpus: Corpus) -> None:
    graph = corpus.graph()
    assert graph.is_directed()
    assert set(graph) == {node.key for node in corpus.nodes}
    node = graph.nodes["国办发〔2019〕3号"]
    assert (node["title"], node["level"], node["year"], node["read"], node["cited_by"]) == (
        CENTRE,
        "national",
        2019,
        True,
        2,
    )
    assert graph.nodes["中华人民共和国档案法"]["read"] is False
    edge = graph.edges["鲁政办发〔2019〕9号", "国办发〔2019〕3号"]
    assert (edge["relation"], edge["weight"]) == ("basis", 1)


def test_an_igraph_is_the_same(corpus: Corpus) -> None:
    pytest.importorskip("igraph")
    graph = corpus.network.to_igraph()
    assert graph.vs["name"] == list(corpus.graph())
    assert graph.ecount() == corpus.graph().number_of_edges()


def test_graph_files_are_read_back(corpus: Corpus, tmp_path: Path) -> None:
    expected = corpus.graph()
    for name, write, read in (("gexf", to_gexf, networkx.read_gexf), ("graphml", to_graphml, networkx.read_graphml)):
        path = tmp_path / f"graph.{name}"
        path.write_text("".join(write(corpus.network)), encoding="utf-8")
        graph = read(path)
        assert set(graph) == set(expected)
        assert set(graph.edges()) == set(expected.edges())
        assert graph.nodes["国办发〔2019〕3号"]["title"] == CENTRE
        assert graph.nodes["国办发〔2019〕3号"]["cited_by"] == 2
        assert graph.nodes["国办发〔2019〕3号"]["read"] is True
        assert graph.edges["济政办发〔2020〕4号", "国办发〔2019〕3号"]["count"] == 2


def test_a_graph_is_saved_by_its_ending(corpus: Corpus, tmp_path: Path) -> None:
    for ending in ("gexf", "graphml", "csv", "dot"):
        corpus.network.save(tmp_path / f"graph.{ending}")
        assert (tmp_path / f"graph.{ending}").read_text(encoding="utf-8") == "".join(
            GRAPH_FORMATS[ending](corpus.network)
        )
    with pytest.raises(ValueError, match="graphml"):
        corpus.network.save(tmp_path / "graph.png")


def test_csv_has_a_line_each(corpus: Corpus) -> None:
    nodes = list(csv.DictReader(io.StringIO("".join(to_nodes_csv(corpus.network)))))
    edges = list(csv.DictReader(io.StringIO("".join(to_edges_csv(corpus.network)))))
    assert len(nodes) == len(corpus.nodes)
    assert len(edges) == len(corpus.network.links)
    assert {edge["source"] for edge in edges} <= {node["key"] for node in nodes}
    assert {*GRAPH_FORMATS} == {"gexf", "graphml", "csv", "dot"}


def test_the_most_cited_come_first(corpus: Corpus) -> None:
    assert [(node.key, node.cited_by) for node in corpus.most_cited(3)] == [
        ("中华人民共和国档案法", 2),
        ("国办发〔2019〕3号", 2),
        ("鲁政办发〔2019〕9号", 2),
    ]


def test_what_is_cited_stands_as_the_register_knows(corpus: Corpus) -> None:
    values = {one.key: one.standing.value.value for one in corpus.standings("2021-01-01")}
    assert values["中华人民共和国档案法"] in ("in_force", "amended")
    assert values["国办发〔2019〕3号"] == "unknown"
    share = corpus.in_force("2021-01-01")
    assert share.in_force + share.ended + share.unknown == len(values)
    assert share.share == 1.0


def test_what_the_corpus_repeals_has_ended() -> None:
    texts = {
        "a": "云川市甲类场所管理规定\n云政发〔2020〕2号\n自印发之日起施行。《云川市甲类场所管理办法》（云政发〔2010〕7号）同时废止。\n云川市人民政府\n2020年3月1日",
    }
    corpus = Corpus.read(texts)
    [one] = corpus.standings("2021-01-01")
    assert (one.key, one.standing.value.value, one.standing.ground) == (
        "云政发〔2010〕7号",
        "repealed",
        "云政发〔2020〕2号",
    )
    [one] = corpus.standings("2019-01-01")
    assert one.standing.value.value == "unknown"


def test_what_is_repealed_from_a_day_to_come_has_not_ended_today() -> None:
    year = date.today().year + 1
    repeal = f"云川市甲类场所管理规定\n云政发〔{year}〕2号\n《云川市甲类场所管理办法》（云政发〔2010〕7号）同时废止。\n云川市人民政府\n{year}年12月31日"
    corpus = Corpus.read({"a": repeal})
    assert [one.standing.value.value for one in corpus.standings()] == ["unknown"]
    assert [one.standing.value.value for one in corpus.standings(f"{year}-12-31")] == ["repealed"]


def test_no_days_are_counted_to_a_month() -> None:
    corpus = Corpus.read({**TEXTS, "month": f"济南市关于试点管理的说明\n根据《{CENTRE}》，作此说明。\n2019年3月"})
    [reach] = [reach for reach in corpus.diffusion(CENTRE) if reach.key == "济南市关于试点管理的说明"]
    assert (reach.day, reach.days) == (None, None)
    assert [row.first for row in corpus.diffusion(CENTRE).by_level()] == [100, 335]


def test_diffusion_is_by_level_region_and_days(corpus: Corpus) -> None:
    spread = corpus.diffusion(CENTRE)
    assert [(reach.key, reach.level, reach.days, reach.steps) for reach in spread] == [
        ("鲁政办发〔2019〕9号", "province", 100, 1),
        ("济政办发〔2020〕4号", "prefecture", 335, 1),
    ]
    assert spread.day == date(2019, 2, 1)
    assert [tuple(row) for row in spread.by_level()] == [
        ("province", 1, 1, 100, 100.0),
        ("prefecture", 1, 1, 335, 335.0),
    ]
    assert [row[2] for row in spread.by_region()] == [100, 335]
    assert corpus.diffusion("国办发[2019]3号").rows() == spread.rows()
    assert [reach.steps for reach in corpus.diffusion(CENTRE, depth=2)] == [1, 1, 2]
    with pytest.raises(UnknownTerm, match="not in the corpus; did you mean") as caught:
        corpus.diffusion("国办发〔2019〕4号")
    assert "国办发〔2019〕3号" in caught.value.near
    towns = {
        number: f"{town}人民政府关于护林防火的通知\n{number}\n各村：\n请加强巡护。\n{town}人民政府\n2020年3月1日"
        for town, number in (("甲县", "甲政发〔2020〕1号"), ("乙县", "乙政发〔2020〕2号"))
    }
    with pytest.raises(AmbiguousTerm, match="is several in the corpus: 乙政发〔2020〕2号; 甲政发〔2020〕1号"):
        Corpus.read(towns).diffusion("关于护林防火的通知")


def test_pictures_are_svg_of_their_own(corpus: Corpus) -> None:
    for picture in (corpus.picture("鲁政办发〔2019〕9号"), corpus.diffusion(CENTRE).to_svg()):
        root = ET.fromstring(picture)  # noqa: S314  (what we wrote ourselves)
        assert root.tag.endswith("svg")
        assert "http" not in picture.replace("http://www.w3.org/2000/svg", "")


@pytest.mark.corpus
def test_the_corpus_is_a_graph(documents: list[CorpusDocument], tmp_path: Path) -> None:
    corpus = Corpus.read({one.id: one.text for one in documents})
    graph = corpus.graph()
    path = tmp_path / "corpus.gexf"
    path.write_text("".join(to_gexf(corpus.network)), encoding="utf-8")
    again = networkx.read_gexf(path)
    assert set(again) == set(graph)
    assert graph.number_of_edges() == again.number_of_edges() > 2500
    assert corpus.most_cited(1)[0].cited_by > 30
    share = corpus.in_force()
    assert share.share is not None
    assert share.share > 0.5
