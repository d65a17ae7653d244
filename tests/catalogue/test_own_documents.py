"""A table made of documents that were read."""

from __future__ import annotations

import pytest

from egovkit.catalogue.policies import Catalogue
from egovkit.catalogue.policy_rows import TableError
from egovkit.catalogue.register import register
from egovkit.citations.find import find_citations
from egovkit.citations.graph import edges
from egovkit.documents.document import PolicyDocument
from egovkit.verification.verify import verify

OLD = """关于护林防火的通知
某政发〔2020〕3号
各乡镇人民政府：
　　按照《某省护林条例》和国发〔2016〕55号文件要求，加强巡护。本通知有效期至2025年12月31日。
某县人民政府
2020年3月1日
"""
NEW = """关于进一步加强护林防火工作的通知
某政发〔2023〕8号
各乡镇人民政府：
　　为落实《某省护林条例》，现通知如下。
　　本通知自印发之日起施行，《关于护林防火的通知》（某政发〔2020〕3号）同时废止。
某县人民政府
2023年9月5日
"""


@pytest.fixture(scope="module")
def mine() -> Catalogue:
    return Catalogue.from_documents(map(PolicyDocument.parse, (OLD, NEW, NEW)))


def test_each_document_is_one_record(mine: Catalogue) -> None:
    assert [record.key for record in mine] == ["某政发〔2020〕3号", "某政发〔2023〕8号"]
    record = mine["某政发〔2023〕8号"]
    assert (record.title, record.issuers, str(record.dated)) == (
        "关于进一步加强护林防火工作的通知",
        ("某县人民政府",),
        "2023-09-05",
    )


def test_what_documents_do_to_others_are_relations(mine: Catalogue) -> None:
    assert {(edge.source, edge.kind.value, edge.target) for edge in mine.relations} == {
        ("某政发〔2020〕3号", "implements", "某省护林条例"),
        ("某政发〔2020〕3号", "implements", "国发〔2016〕55号"),
        ("某政发〔2023〕8号", "implements", "某省护林条例"),
        ("某政发〔2023〕8号", "repeals", "某政发〔2020〕3号"),
    }
    assert "某政发〔2023〕8号" in mine.lineage("某政发〔2020〕3号").after_keys


def test_what_one_repeals_has_ended(mine: Catalogue) -> None:
    status = mine["某政发〔2020〕3号"].status
    assert status is not None
    assert (status.value.value, str(status.since), status.ground) == ("repealed", "2023-09-05", "某政发〔2023〕8号")
    own = register.with_own(mine)
    assert own.standing("某政发〔2020〕3号", on="2022-01-01").value.value == "in_force"
    assert own.standing("某政发〔2020〕3号", on="2024-01-01").value.value == "repealed"


def test_a_document_that_gives_itself_an_end_has_ended_then() -> None:
    (record,) = Catalogue.from_documents([PolicyDocument.parse(OLD)])
    assert record.status is not None
    assert (record.status.value.value, str(record.status.since)) == ("expired", "2026-01-01")


def test_the_table_is_asked_by_all_that_ask_tables(mine: Catalogue) -> None:
    text = "依据《关于进一步加强护林防火工作的通知》（某政发〔2023〕9号）"
    assert verify(text, catalogue=register.with_own(mine)).claims[0].instead == "某政发〔2023〕8号"
    cited = find_citations("按照某政发〔2023〕8号文件执行。")
    assert [edge.known for edge in edges("某通知", cited, mine)] == ["某政发〔2023〕8号"]


def test_a_document_of_neither_number_nor_title_is_named() -> None:
    with pytest.raises(TableError) as caught:
        Catalogue.from_documents([PolicyDocument.parse(OLD), PolicyDocument.parse("")])
    assert caught.value.errors[0].row == 2
