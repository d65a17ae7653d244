"""What lists and passive sentences do with the documents they name."""

from __future__ import annotations

import pytest

from egovkit import find_citations
from egovkit.citations import roles
from tests.witness import survivors

# The relations are given in order of the titles.
TEXTS = {
    # A member of a list may have an exception of its own.
    "《甲条例》（除第五条外）、《乙条例》同时废止。": "repeal repeal",
    "《甲条例》，《乙条例》同时废止。": "repeal repeal",
    # Titles that so much parts are no list.
    f"《甲条例》{'要求各地各部门切实抓好落实，' * 4}《乙条例》同时废止。": "mention repeal",
    "自公布之日起施行，财政部《甲条例》（国发〔1999〕1号），民政部《乙条例》，以及《丙条例》同时废止。": "repeal repeal repeal",
    "为贯彻《甲法》，《乙条例》同时废止。": "basis repeal",
    "《甲通知》（国发〔1990〕1号）（第三条除外）和《乙通知》（国发〔1991〕2号）一并废止。": "repeal repeal",
    "《甲条例》（自2020年起）规定，《乙条例》同时废止。": "mention repeal",
    # Who repeals and what is repealed.
    "《甲规定》已被《乙规定》废止。": "repeal mention",
    "《甲规定》已被《乙规定》引用。": "mention mention",
    "《甲规定》已被《乙规定》": "mention mention",
    "《甲规定》已被《": "mention",
    "《乙规定》废止了《甲规定》。": "mention repeal",
    "《乙决定》修改《甲法》第三条。": "mention amend",
    # Grounds, and what is done on them.
    "主要依据有：\n1. **《甲法》**（2018年修正）；\n2. **《乙条例》**（国务院令第258号）": "basis basis",
    "根据经《关于修改甲法的决定》修改的《甲法》的规定，制定": "basis basis",
    "按照《某决定》第二次修正后的《甲法》的规定，制定": "basis basis",
    "**《甲办法》**同时废止。": "repeal",
    "根据《甲法》废止《乙办法》。": "basis repeal",
    "根据《甲法》，《乙条例》同时废止。": "basis repeal",
    "依据《甲法》修订《乙办法》": "basis amend",
    "根据《甲法》，《乙条例》的规定，制定本办法。": "basis basis",
    # What another sentence says rules nothing in this one.
    "根据什么？《乙条例》的规定": "mention",
    "根据要求！《乙条例》的规定": "mention",
    "怎么办！根据《乙条例》的规定": "basis",
    # A number by which something is passed on is no member of a list.
    "县政府以县政发〔1985〕3号文批转了县水电局《甲报告》": "mention forward",
    "根据国发〔2014〕1号、国务院《甲通知》，制定": "basis basis",
    # Lists under a heading.
    "下列规范性文件予以废止：1.《甲通知》（某政发〔2001〕1号）；2.《乙通知》（某政发〔2002〕2号）。": "repeal repeal",
    "废止的规范性文件目录\n1.《甲通知》（某政发〔2001〕3号）\n2.《乙通知》（某政发〔2002〕3号）": "repeal repeal",
    "继续有效的规范性文件目录\n1.《甲通知》\n2.《乙通知》": "mention mention",
    # An amendment changes what stands at a pinpoint.
    "《甲细则》第五条第二项删除。《乙细则》第五条对标准作了规定": "amend mention",
    "将《甲规定》第四条、《乙规定》第五条中的“工商部门”统一修改为“市场监管部门”。": "amend amend",
    "将《甲办法》的名称修改为《乙规定》": "amend mention",
}

# What a pattern in code has as an alternative, and no list of the lexicon.
PARTS_OF_PATTERNS = {
    "根据《甲法》、《乙法》": "basis basis",
    "根据《甲法》以及《乙法》": "basis basis",
    "根据《甲法》和财政部办公厅《乙办法》": "basis basis",
    "根据《甲法》或者《乙法》": "basis basis",
    "印发《甲办法》及其《乙细则》": "issue issue",
    "根据《甲法》等文件、《乙法》": "basis basis",
    "根据《甲法》有关规定、《乙法》": "basis basis",
    "印发《甲办法》附件2《乙表》": "issue issue",
    "1999年国务院发布的《甲条例》和2001年财政部发布的《乙办法》同时废止。": "repeal repeal",
    "1999年国务院发布的《甲条例》以及2001年财政部发布的《乙办法》同时废止。": "repeal repeal",
    "1999年国务院发布的《甲条例》，2001年财政部发布的《乙办法》同时废止。": "repeal repeal",
    "《甲条例》，《乙条例》宣布废止。": "repeal repeal",
    "《甲条例》，《乙条例》自2020年起废止。": "repeal repeal",
    "本办法自2020年1月1日起施行，《甲条例》，《乙条例》同时废止。": "repeal repeal",
    "《甲条例》，和《乙条例》同时废止。": "repeal repeal",
    "《甲条例》，以及《乙条例》同时废止。": "repeal repeal",
    "《甲规定》业已被《乙规定》废止。": "repeal mention",
    "《甲规定》被《乙规定》废止。": "repeal mention",
}


def _read(text: str) -> str:
    return " ".join(citation.relation.value for citation in find_citations(text))


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_done_with_each(text: str) -> None:
    assert _read(text) == TEXTS[text]


@pytest.mark.parametrize("text", PARTS_OF_PATTERNS)
def test_parts_of_patterns(text: str) -> None:
    assert _read(text) == PARTS_OF_PATTERNS[text]


def test_every_alternative_is_witnessed() -> None:
    assert survivors(roles, [*TEXTS.items(), *PARTS_OF_PATTERNS.items()], _read) == []
