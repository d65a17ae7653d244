from __future__ import annotations

from egovkit.documents.document import PolicyDocument

TEXT = """某某促进法

第一章　总则
第十一条　有下列情形之一的，不予受理：
（一）甲；
（二）乙。
前款规定的情形，应当告知。
第三款在此。
第十一条之一　插入的一条。
第二章　附则
第十二条
自公布之日起施行。
"""


def test_articles_have_paragraphs_and_items() -> None:
    first, inserted, last = PolicyDocument.parse(TEXT).articles
    assert (first.number, first.insertion, inserted.number, inserted.insertion) == (11, None, 11, 1)
    assert [TEXT[p.start : p.end] for p in first.paragraphs] == [
        "第十一条　有下列情形之一的，不予受理：",
        "前款规定的情形，应当告知。",
        "第三款在此。",
    ]
    assert [TEXT[a:b] for a, b in first.paragraphs[0].items] == ["（一）甲；", "（二）乙。"]
    assert TEXT[first.start : first.end].endswith("第三款在此。")
    assert len(last.paragraphs) == 2


def test_a_text_without_articles_has_none() -> None:
    assert PolicyDocument.parse("关于防火的通知\n各地：\n一、加强巡护\n（一）设卡\n").articles == ()
