"""A document in chunks: every character of its text once, nothing cut that belongs together, none too long."""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from egovkit.documents.document import PolicyDocument
from egovkit.documents.structure.chunks import Chunk, _most
from egovkit.documents.structure.section_tree import MAIN_TEXT, PART_TEXT
from egovkit.strategies import Page, pages
from egovkit.text.folding import squeeze
from egovkit.text.sentences import sentences
from tests.documents.structure.test_sections import LAW, NOTICE
from tests.documents.test_document import NOISE


def check_chunks(document: PolicyDocument, size: int) -> list[Chunk]:
    """Hold what is promised of the chunks of any document that do not overlap."""
    chunks = document.chunks(size)
    first = document.parts[0].start if document.parts else len(document.text) + 1
    edges = sorted({edge for chunk in chunks for edge in (chunk.start, chunk.end)})
    for one, other in pairwise(chunks):
        assert one.end <= other.start
    places = iter(chunks)
    chunk = next(places, None)
    for block in document.blocks:
        if block.kind not in (MAIN_TEXT if block.start < first else PART_TEXT):
            continue
        held = 0
        while chunk is not None and chunk.end <= block.start:
            chunk = next(places, None)
        while chunk is not None and chunk.start < block.end:
            held += min(chunk.end, block.end) - max(chunk.start, block.start)
            if chunk.end > block.end:
                break
            chunk = next(places, None)
        assert held == block.end - block.start, "a character that no chunk holds, or more than one"
        for start, end in sentences(document.text, block.start, block.end):
            for edge in edges[bisect_right(edges, start) : bisect_left(edges, end)]:
                assert not (document.text[start:edge].strip() and document.text[edge:end].strip()), "a sentence is cut"
    for citation in document.citations:
        assert not any(citation.start < edge < citation.end for edge in edges), "a citation is cut"
    for chunk in chunks:
        assert chunk.oversize == (len(chunk.text) > size)
        assert (chunk.number, chunk.title, chunk.fresh) == (document.number, document.title, chunk.start)
        inside = [c for c in document.citations if chunk.start <= c.start < chunk.end]
        assert list(chunk.citations) == inside
    return chunks


@given(NOISE, st.integers(1, 200))
def test_the_chunks_of_any_text(text: str, size: int) -> None:
    check_chunks(PolicyDocument.parse(text), size)


@settings(max_examples=60)
@given(pages(), st.integers(10, 400))
def test_the_chunks_of_a_page_are_its_text(page: Page, size: int) -> None:
    document = PolicyDocument.parse(page.text)
    chunks = check_chunks(document, size)
    first = document.parts[0].start if document.parts else len(document.text)
    main = "".join(chunk.text for chunk in chunks if chunk.start < first)
    assert squeeze(main) == squeeze(document.body)
    whole = "".join(chunk.text for chunk in chunks)
    for block in document.blocks:
        for start, end in sentences(document.text, block.start, block.end):
            sentence = document.text[start:end].strip()
            if sentence in whole:
                assert any(sentence in chunk.text for chunk in chunks), "a sentence is cut"


@settings(max_examples=60)
@given(pages(), st.integers(40, 400), st.integers(0, 39))
def test_chunks_overlap_by_whole_sentences(page: Page, size: int, overlap: int) -> None:
    document = PolicyDocument.parse(page.text)
    chunks = document.chunks(size, overlap)
    for before, chunk in pairwise(chunks):
        assert before.end <= chunk.fresh
        assert before.start <= chunk.start <= chunk.fresh
        assert len(squeeze(document.text[chunk.start : chunk.fresh])) <= overlap
        assert chunk.oversize or len(chunk.text) <= size
    fresh = [document.text[chunk.fresh : chunk.end] for chunk in chunks]
    assert squeeze("".join(fresh)) == squeeze("".join(document.text[c.start : c.end] for c in document.chunks(size)))


def shown(text: str, size: int, overlap: int = 0) -> list[tuple[str, str]]:
    return [(" > ".join(c.path), c.text) for c in PolicyDocument.parse(text).chunks(size, overlap)]


def test_chunks_are_cut_at_the_highest_heading_first() -> None:
    assert shown(NOTICE, 1000) == [
        ("", "现就有关事项通知如下。\n一、总体要求\n（一）加强巡护。各地要增加人手。\n巡护每日两次。\n（二）设卡检查。\n二、其他事项\n本通知自印发之日起施行。"),
        ("附件1 值班表", "附件1\n值班表\n请按时到岗。\n一、周一\n张三。"),
    ]  # fmt: skip
    assert shown(NOTICE, 50)[:3] == [
        ("", "现就有关事项通知如下。"),
        ("一、总体要求", "一、总体要求\n（一）加强巡护。各地要增加人手。\n巡护每日两次。\n（二）设卡检查。"),
        ("二、其他事项", "二、其他事项\n本通知自印发之日起施行。"),
    ]


def test_a_heading_goes_with_what_it_heads() -> None:
    assert shown(NOTICE, 32)[1:3] == [
        ("一、总体要求 > （一）加强巡护", "一、总体要求\n（一）加强巡护。各地要增加人手。\n巡护每日两次。"),
        ("一、总体要求 > （二）设卡检查", "（二）设卡检查。"),
    ]


def test_a_paragraph_after_the_items_is_the_articles() -> None:
    chunks = shown(LAW, 20)
    assert ("第一章 总则 > 第二条", "前款规定的情形由市人民政府认定。") in chunks


def test_sentences_fill_a_chunk_and_the_last_ones_come_again() -> None:
    text = "关于防火的通知\n严禁用火。加强巡护。设卡检查。定人定时。"
    assert [chunk for _, chunk in shown(text, 10)] == ["严禁用火。加强巡护。", "设卡检查。定人定时。"]
    assert [chunk for _, chunk in shown(text, 15, 5)] == ["严禁用火。加强巡护。", "加强巡护。设卡检查。定人定时。"]


def test_a_sentence_that_is_longer_stays_whole_and_says_so() -> None:
    chunks = PolicyDocument.parse("关于防火的通知\n严禁用火。各地要按照本通知的要求认真抓好落实。请执行。").chunks(8)
    assert [(chunk.text, chunk.oversize) for chunk in chunks] == [
        ("严禁用火。", False),
        ("各地要按照本通知的要求认真抓好落实。", True),
        ("请执行。", False),
    ]


def test_rows_and_citations_are_not_cut() -> None:
    table = "|项目|金额。元|\n|---|---|\n|甲。|1|\n"
    assert [chunk for _, chunk in shown(f"关于防火的通知\n金额如下。\n{table}", 9)] == [
        "金额如下。",
        "|项目|金额。元|",
        "|---|---|",
        "|甲。|1|",
    ]
    title = "《关于〈何为“用火”？〉的答复。之一》"
    assert any(title in chunk for _, chunk in shown(f"关于防火的通知\n按照{title}办理。请执行。", 8))


def test_a_citation_that_goes_on_between_lines_is_not_cut() -> None:
    document = PolicyDocument.parse("关于防火的通知\n请按照《关于加强\n\n森林防火工作的通知》办理。好。\n")
    assert [chunk.text for chunk in document.chunks(20)] == ["请按照《关于加强\n森林防火工作的通知》办理。", "好。"]
    # One that begins above the text comes with it.
    document = PolicyDocument.parse(
        "某市节水条例\n（2010年1月1日某市人民代表大会常务委员会通过　根据2020年1月1日《关于修改\n\n废止部分条例的决定》修正）\n第一条 应当节水。\n"
    )
    assert document.chunks(30)[0].text == "《关于修改废止部分条例的决定》修正）\n第一条 应当节水。"


def test_page_numbers_between_paragraphs_are_no_part_of_a_chunk() -> None:
    document = PolicyDocument.parse("关于防火的通知\n严禁用火。\n— 3 —\n加强巡护。\n")
    (chunk,) = document.chunks(100)
    assert chunk.text == "严禁用火。\n加强巡护。"
    assert document.text[chunk.start : chunk.end] == "严禁用火。\n— 3 —\n加强巡护。"


def test_lines_that_print_broke_are_joined() -> None:
    text = (
        "关于防火的通知\n各县：\n　　各地要按照本通知的要求认真抓好落实，加强组织领导和\n统筹协调，明确责任分工，细化工作措施，确保各项任务落到\n"
        "实处并取得实效，并于每年年底前将落实情况按照程序报送。\n　　请执行。\n"
    )
    (chunk,) = PolicyDocument.parse(text).chunks(200)
    assert chunk.text.split("\n")[0].endswith(
        "组织领导和统筹协调，明确责任分工，细化工作措施，确保各项任务落到实处并取得实效，并于每年年底前将落实情况按照程序报送。"
    )
    assert chunk.text.split("\n")[1:] == ["请执行。"]


def test_words_that_run_in_go_with_their_sentence() -> None:
    text = "关于防火的通知\n（一）加强巡护。各地要增加人手。\n（二）设卡检查。各地要定时定人。"
    assert [chunk for _, chunk in shown(text, 26)] == [
        "（一）加强巡护。各地要增加人手。",
        "（二）设卡检查。各地要定时定人。",
    ]


def test_any_measure_will_do() -> None:
    document = PolicyDocument.parse("关于防火的通知\n严禁用火。加强巡护。设卡检查。")
    chunks = document.chunks(2, measure=lambda text: text.count("。"))
    assert [chunk.text for chunk in chunks] == ["严禁用火。加强巡护。", "设卡检查。"]


_GROWING = {
    "headings alone": "\n一、总体要求",
    "headings of every level": "\n一、甲\n（一）乙\n1.丙\n（1）丁",
    "sections": "\n一、总体要求\n（一）加强巡护。各地要增加人手。\n巡护每日两次。",
    "articles": "\n第一章 总则\n第一条 应当防火。有下列情形的除外：\n（一）好；\n（二）坏。",
    "paragraphs": "\n严禁用火。加强巡护。设卡检查。",
    "one paragraph": "严禁用火。",
    "rows": "\n|甲|乙|",
    "annexes": "\n附件1\n甲表\n请按时到岗。",
}


@pytest.mark.parametrize("overlapping", [False, True])
@pytest.mark.parametrize("part", [0.02, 0.3, 0.9, 3], ids=lambda part: f"size {part}")
@pytest.mark.parametrize("unit", _GROWING.values(), ids=_GROWING.keys())
def test_what_is_measured_grows_as_the_text_does(unit: str, part: float, overlapping: bool) -> None:
    document = PolicyDocument.parse("关于防火的通知\n各县：" + unit * 400)
    measured = 0

    def measure(text: str) -> int:
        nonlocal measured
        measured += len(text)
        return len(text)

    size = int(len(document.text) * part)
    document.chunks(size, size // 3 if overlapping else 0, measure)
    # Once for each level of structure, and a few times for each chunk: that is not more where the text is longer.
    assert measured <= 16 * len(document.text)


@given(
    st.lists(st.integers(0, 9), max_size=30),
    st.integers(0, 100),
    st.integers(-3, 40),
)
def test_how_many_fit_does_not_depend_on_what_is_likely(weights: list[int], room: int, likely: int) -> None:
    asked = []

    def fits(count: int) -> bool:
        assert 1 <= count <= len(weights)
        asked.append(count)
        return sum(weights[:count]) <= room

    found = _most(len(weights), likely, fits)
    assert found == max((n for n in range(len(weights) + 1) if sum(weights[:n]) <= room), default=0)
    assert len(asked) == len(set(asked))
    assert len(asked) <= 2 * len(weights).bit_length() + 1


@pytest.mark.parametrize(("size", "overlap"), [(0, 0), (-1, 0), (10, 10), (10, -1)])
def test_a_size_that_leaves_nothing_is_refused(size: int, overlap: int) -> None:
    with pytest.raises(ValueError, match="a chunk has a size"):
        PolicyDocument.parse("严禁用火。").chunks(size, overlap)


def test_the_metadata_are_plain_and_known() -> None:
    text = "某县关于防火的通知\n某政发〔2024〕3号\n一、依据\n按照《甲办法》（国发〔2014〕6号，以下简称《办法》）和国发〔2015〕1号办理，《办法》优先。"
    (chunk,) = PolicyDocument.parse(text).chunks(200)
    assert chunk.metadata == {
        "number": "某政发〔2024〕3号",
        "title": "某县关于防火的通知",
        "path": "一、依据",
        "start": chunk.start,
        "end": chunk.end,
        "citations": "《甲办法》国发〔2014〕6号；国发〔2015〕1号",
        "oversize": False,
    }
    (bare,) = PolicyDocument.parse("严禁用火。").chunks(200)
    assert bare.metadata == {"start": 0, "end": 5, "oversize": False}


def test_chunks_are_data() -> None:
    data = TypeAdapter(list[Chunk])
    chunks = PolicyDocument.parse(NOTICE).chunks(60)
    written = data.dump_json(chunks)
    assert data.dump_json(data.validate_json(written)) == written
    assert json.loads(written)[0]["number"] == "某政发〔2024〕3号"


@pytest.mark.parametrize(
    ("body", "chunks"),
    [
        # A title that goes on in the next paragraph, and one that begins where no chunk is: in a note under the date.
        (
            "　　按照《关于做好防火\n　　工作的通知》执行。\n　　请执行。",
            ["按照《关于做好防火\n工作的通知》执行。", "请执行。"],
        ),
        (
            "请执行。\n某市财政局\n2024年1月1日\n（联系人：《防火）\n附件1\n甲表\n工作办法》要求。",
            ["请执行。", "《防火）附件1\n甲表\n工作办法》要求。"],
        ),
    ],
)
def test_a_citation_over_several_lines_is_in_one_chunk(body: str, chunks: list[str]) -> None:
    document = PolicyDocument.parse("关于防火的通知\n各县：\n" + body)
    assert [chunk.text for chunk in document.chunks(8)] == chunks


@pytest.mark.parametrize("text", ["", "\n"])
def test_what_says_nothing_has_no_chunks(text: str) -> None:
    assert not PolicyDocument.parse(text).chunks(8)
