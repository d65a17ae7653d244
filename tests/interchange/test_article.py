"""What of a page is the article, word by word: lines of the site, what ends a document, and links that are no menu."""

from __future__ import annotations

import pytest
from lxml import html

from egovkit.interchange import article
from egovkit.interchange.article import find_article, is_menu, measure
from tests.witness import survivors

_RUNNING = "".join(f"<p>各单位应当在第{n}季度完成登记，并且报告办理结果。</p>" for n in "一二三四五")
# A line in sentences, and whether it is the site's.
SITE = {
    "版权所有：云川市人民政府办公室，保留权利。": True,
    "主办单位：云川市人民政府办公室，电话12345。": True,
    "承办单位：云川市大数据中心，电话12345。": True,
    "网站标识码：3301000001，地址云川市中山路。": True,
    "云川ICP备12345678号，地址云川市中山路1号。": True,
    "云川公安备33010002000001号，地址中山路1号。": True,
    "未经本网站书面授权，不得转载、摘编本站内容。": True,
    "建议使用1024×768以上的分辨率浏览，谢谢支持。": True,
    "各单位应当在第三季度完成登记，并且报告结果。": False,
}
# A line in an element of its own below the text, and whether it belongs to the document.
BELOW = {
    "2024年6月3日": True,
    "二〇二四年六月三日": True,
    "附件1": True,
    "附件：表": True,
    "抄送：市委": True,
    "（此件公开发布）": True,
    "字体：大 中 小": False,
}
# The words of a link among two others, and whether the list of them is a menu.
LINKS = {
    "政务公开": True,
    "《云川市林地保护办法》": False,
    "附件下载": False,
    "云政发〔2024〕12号": False,
    "第二章": False,
    "第十一条": False,
}


def _is_site(line: str) -> bool:
    page = html.fromstring(f"<div><p>{line}</p></div>")
    return measure(page)[page].sentences == 0


def _belongs(line: str) -> bool:
    page = html.fromstring(
        f"<html><body><div><ul><li>首页</li></ul></div><div><div>{_RUNNING}</div><p>{line}</p></div></body></html>"
    )
    return line in "".join(find_article(page).root.itertext())


def _is_menu(words: str) -> bool:
    page = html.fromstring(f"<ul><li><a>首页</a></li><li><a>新闻</a></li><li><a>{words}</a></li></ul>")
    return is_menu(page, measure(page)[page])


READS = [(SITE, _is_site), (BELOW, _belongs), (LINKS, _is_menu)]


def _read(line: str) -> bool:
    return next(read(line) for cases, read in READS if line in cases)


@pytest.mark.parametrize("line", [line for cases, _ in READS for line in cases])
def test_what_a_line_of_a_page_is(line: str) -> None:
    assert _read(line) is next(cases[line] for cases, _ in READS if line in cases)


def test_every_word_decides_a_line() -> None:
    assert survivors(article, [case for cases, _ in READS for case in cases.items()], _read) == []
