from __future__ import annotations

import pytest

from egovkit.citations import references
from egovkit.citations.find import find_citations
from egovkit.citations.references import ReferenceKind, find_references
from egovkit.text.limits import MAX_CANDIDATES
from tests.witness import survivors

CASES: dict[str, list[tuple[str, str, str, int | None]]] = {
    "本办法第三条": [("本办法", "self", "第三条", None)],
    "根据《甲办法》，该办法第五条": [("该办法", "that", "第五条", 0)],
    "根据《甲办法》和《乙办法》，该办法第五条": [("该办法", "that", "第五条", None)],
    "根据《甲办法》和《乙通知》，该通知要求": [("该通知", "that", "None", 1)],
    "《甲办法》印发。\n该办法": [("该办法", "that", "None", None)],
    "根据《甲通知》，前述文件": [("前述文件", "that", "None", 0)],
    "依照《甲法》第三条、同法第五条": [("同法", "same", "第五条", 0)],
    "依照《甲法》第三条。同法第五条": [("同法", "same", "第五条", None)],
    "《甲国行政许可法》（以下简称行政许可法）。根据行政许可法第七条": [("行政许可法", "short_name", "第七条", 0)],
    "《甲国合同法》（以下简称合同法）。签订劳动合同法律文书": [],
    "依照《甲条例》第三条、同条例第五条": [("同条例", "same", "第五条", 0)],
    "依照《甲法》第三条、同条例第五条": [("同条例", "same", "第五条", None)],
    "征求同意见": [],
    "违反本法规定": [("本法", "self", "None", None)],
    "本法规第三条": [("本法规", "self", "第三条", None)],
    "构成本法第三条": [("本法", "self", "第三条", None)],
    "依照《甲办法》，该规范性文件": [("该规范性文件", "that", "None", 0)],
    "成本规划、基本标准、应该规定、因此建议、特此通知": [],
    "该法人、该法院、该法律文书、该规划区": [],
    "没有指代": [],
    "适用本条例人员": [("本条例", "self", "None", None)],
    "制定本行动计划": [("本行动计划", "self", "None", None)],
    "该技术方案、上述技术标准": [],
    "前款第二项、第四项情形之一的": [("前款", "self", "第（二）项、第（四）项", None)],
    "前两款规定的": [("前两款", "self", "None", None)],
    "依照前条处罚": [("前条", "self", "None", None)],
    "前项规定，本条第二款除外": [("前项", "self", "None", None), ("本条", "self", "第二款", None)],
    "本章第一节至第五节": [("本章", "self", "第一节至第五节", None)],
    "依照本节、本编处罚": [("本节", "self", "None", None), ("本编", "self", "None", None)],
    "本款所称": [("本款", "self", "None", None)],
    "本条例第三条、本章程第五条": [("本条例", "self", "第三条", None), ("本章程", "self", "第五条", None)],
    "目前条件、基本条件、提前项目、本项目、本节约、本编制、本条款": [],
    "当前章节、之前款项": [],
}


def _read(text: str) -> list[tuple[str, str, str, int | None]]:
    cited = find_citations(text)
    place = {id(citation): i for i, citation in enumerate(cited)}
    return [
        (r.text, str(r.kind), str(r.pinpoint), None if r.antecedent is None else place[id(r.antecedent)])
        for r in find_references(text, cited)
    ]


@pytest.mark.parametrize("text", CASES)
def test_references(text: str) -> None:
    assert _read(text) == CASES[text]


def test_every_alternative_is_witnessed() -> None:
    assert survivors(references, CASES.items(), _read) == []


def test_two_possible_documents_are_candidates() -> None:
    text = "根据《甲办法》和《乙办法》，该办法"
    (reference,) = find_references(text, find_citations(text))
    assert reference.kind is ReferenceKind.THAT
    assert [citation.title for citation in reference.candidates] == ["甲办法", "乙办法"]


def test_a_name_of_very_many_documents_has_a_bounded_number_of_candidates() -> None:
    text = "".join(f"《第{i}号规划》（以下简称《城乡规划》）。" for i in range(30)) + "符合城乡规划。"
    (reference,) = find_references(text, find_citations(text))
    assert (reference.text, reference.antecedent) == ("城乡规划", None)
    assert 2 <= len(reference.candidates) <= MAX_CANDIDATES
