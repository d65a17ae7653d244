from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from egovkit.citations.find import find_citations
from egovkit.errors import ParseError
from egovkit.grammar.pinpoints import read_places
from egovkit.models.citation import Citation, Pinpoint, Relation


def test_relations_are_those_of_the_interface() -> None:
    assert [str(relation) for relation in Relation] == [
        "issue",
        "forward",
        "repeal",
        "amend",
        "basis",
        "interpret",
        "mention",
    ]


@pytest.mark.parametrize("text", ["", "第三方", "第三条规定", "三条"])
def test_what_is_no_pinpoint_is_refused(text: str) -> None:
    assert not Pinpoint.is_valid(text)
    with pytest.raises(ParseError) as refused:
        Pinpoint.parse(text)
    assert refused.value.code == "pinpoint.form"


def test_a_pinpoint_is_written_in_one_way() -> None:
    assert str(Pinpoint.parse("第3、5条")) == str(Pinpoint.parse("第三条和第五条")) == "第三条、第五条"
    assert Pinpoint.is_valid("第3、5条")


def test_a_citation_stands_for_itself_without_an_antecedent() -> None:
    first, again = find_citations("《甲条例》规定，《甲条例》要求。")
    assert first.document is first
    assert again.document is first


def test_citations_are_frozen_and_equal_only_to_themselves() -> None:
    one, other = Citation(0, 3, "《甲》", "甲"), Citation(0, 3, "《甲》", "甲")
    assert one != other
    assert len({one, other}) == 2
    with pytest.raises(AttributeError):
        one.title = "乙"  # type: ignore[misc]


def test_what_citations_do_not_have_they_share() -> None:
    one, other = find_citations("《甲条例》和《乙条例》")
    assert one.numbers is other.numbers
    assert one.nested is other.nested
    assert not hasattr(one, "__dict__")


def test_every_relation_has_a_term_of_its_own() -> None:
    terms = {relation: relation.term for relation in Relation}
    assert len(set(terms.values())) == len(Relation)
    assert (terms[Relation.FORWARD], terms[Relation.REPEAL], terms[Relation.MENTION]) == ("转发", "废止", "提及")


_PLACES = [
    *"第三一二十条款项目编章节、，至到和及或之的 （）〔〕0123459", "第三条", "第（三）项", "附件", "第十二条第一款", "之一", "第3、5条", "（二）（三）",
]  # fmt: skip


@settings(max_examples=1000)
@given(st.lists(st.sampled_from(_PLACES), max_size=30).map("".join))
def test_a_pinpoint_that_is_read_parses_back(text: str) -> None:
    read = read_places(text, 0)
    if read is not None:
        pinpoint = Pinpoint(read[1])
        assert Pinpoint.is_valid(str(pinpoint))
        assert str(Pinpoint.parse(str(pinpoint))) == str(pinpoint)


@pytest.mark.parametrize("text", ["第（三）项" * 24, "（一）" * 30, "第一条" + "、第九千九百九十九条之九百九十九" * 7])
def test_a_long_pinpoint_parses_back(text: str) -> None:
    read = read_places("第一条第一款" + text, 0)
    assert read is not None
    assert Pinpoint.parse(str(Pinpoint(read[1]))) == Pinpoint(read[1])
