"""A document as a row of metadata, by the elements of either standard."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given, settings

from egovkit.documents.document import PolicyDocument
from egovkit.errors import UnknownTerm
from egovkit.interchange.metadata import to_metadata
from egovkit.strategies.document import documents

NAMES = {
    "gb33480": [
        "公文标识",
        "文种",
        "份号",
        "密级和保密期限",
        "紧急程度",
        "发文机关标志",
        "发文字号",
        "签发人",
        "标题",
        "主送机关",
        "附件说明",
        "发文机关或签发人署名",
        "成文日期",
        "附注",
        "抄送机关",
        "印发机关",
        "印发日期",
        "发布层次",
    ],
    "dat46": ["题名", "主题词", "文件编号", "责任者", "日期", "文种", "紧急程度", "主送", "抄送", "密级", "保密期限"],
}
PRINTED = (
    "000012\n机密★1年\n特急\n某市人民政府文件\n某政发〔2024〕3号\n签发人：张某\n某市人民政府关于防火的请示\n"
    "省人民政府：\n    请予支持。\n    附件：1.火险等级表\n          2.值班表\n某市人民政府\n2024年3月1日\n"
    "（联系人：李某）\n抄送：省应急管理厅。\n某市人民政府办公室　2024年3月2日印发\n"
)


@pytest.mark.parametrize("standard", NAMES)
def test_a_row_has_the_elements_of_its_standard_in_order(standard: str) -> None:
    assert list(to_metadata(PolicyDocument.parse(""), standard)) == NAMES[standard]  # type: ignore[arg-type]


def test_what_is_printed_is_there() -> None:
    row = to_metadata(PolicyDocument.parse(PRINTED))
    assert {name: value for name, value in row.items() if value is not None} == {
        "文种": "请示",
        "份号": "000012",
        "密级和保密期限": "机密★1年",
        "紧急程度": "特急",
        "发文机关标志": "某市人民政府文件",
        "发文字号": "某政发〔2024〕3号",
        "签发人": "张某",
        "标题": "某市人民政府关于防火的请示",
        "主送机关": "省人民政府",
        "附件说明": "1.火险等级表；2.值班表",
        "发文机关或签发人署名": "某市人民政府",
        "成文日期": "2024-03-01",
        "附注": "联系人：李某",
        "抄送机关": "省应急管理厅",
        "印发机关": "某市人民政府办公室",
        "印发日期": "2024-03-02",
    }
    row = to_metadata(PolicyDocument.parse(PRINTED), "dat46")
    assert (row["题名"], row["责任者"], row["文种"]) == ("某市人民政府关于防火的请示", "某市人民政府", "请示")
    assert (row["密级"], row["保密期限"], row["主题词"]) == ("机密", "1年", None)


@pytest.mark.parametrize(("mark", "level", "term"), [("秘密", "秘密", None), ("绝密★长期", "绝密", "长期")])
def test_secrecy_is_told_with_and_without_its_term(mark: str, level: str, term: str | None) -> None:
    row = to_metadata(PolicyDocument.parse(f"{mark}\n{PRINTED.partition('特急')[2]}"), "dat46")
    assert (row["密级"], row["保密期限"]) == (level, term)


def test_one_annex_bears_no_number() -> None:
    text = "某县关于防火的通知\n各乡镇：\n    请加强巡护。\n    附件：值班表\n某县人民政府\n2024年3月1日\n"
    assert to_metadata(PolicyDocument.parse(text))["附件说明"] == "值班表"


def test_another_standard_is_not_known() -> None:
    with pytest.raises(UnknownTerm) as refused:
        to_metadata(PolicyDocument.parse(""), "gb33477")  # type: ignore[arg-type]
    assert "dat46" in refused.value.near


@settings(max_examples=40)
@given(documents())
def test_no_row_says_what_the_document_does_not(document: PolicyDocument) -> None:
    for standard in NAMES:
        for value in to_metadata(document, standard).values():  # type: ignore[arg-type]
            assert value is None or value.strip()


@pytest.mark.corpus
def test_every_document_of_the_corpus_has_rows(shared: Path) -> None:
    with gzip.open(shared / "corpus" / "documents.jsonl.gz", "rt", encoding="utf-8") as lines:
        for document in (PolicyDocument.parse(json.loads(line)["text"]) for line in lines):
            core, content = to_metadata(document), to_metadata(document, "dat46")
            assert core["标题"] == content["题名"] == document.title
            assert core["发文字号"] == content["文件编号"] == (document.number and str(document.number))
