"""The article of a page, all of it and nothing else; marks put back keep every tag."""

from __future__ import annotations

import re
from contextlib import suppress
from encodings.aliases import aliases

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from egovkit.errors import ReadError
from egovkit.interchange.encodings import SINGLE_BYTE, codec_named
from egovkit.interchange.webpage import parse_page, read_html
from egovkit.interchange.webpage_marks import annotate_html
from egovkit.models.mention import Mention
from egovkit.text import limits
from tests.citations.test_annotate import Cited
from tests.interchange.files import PAGE, PAGE_TEXT, assert_says_what_to_do

_BODY = "".join(f"<p>　　第{n}段：要坚持统筹规划，分步实施，推进数据共享。</p>" for n in range(1, 7))
_BODY_TEXT = "\n".join(f"第{n}段：要坚持统筹规划，分步实施，推进数据共享。" for n in range(1, 7))


def test_a_government_page() -> None:
    assert read_html(PAGE).text == PAGE_TEXT


@pytest.mark.parametrize("charset", ["gb2312", "GBK", "utf-8", "big5", "no-such-charset"])
@pytest.mark.parametrize("encoding", ["gb18030", "utf-8", "utf-8-sig"])
def test_what_a_page_says_of_its_encoding_may_be_wrong(charset: str, encoding: str) -> None:
    page = PAGE.replace("charset=gb2312", f"charset={charset}")
    if (charset, encoding) != ("big5", "gb18030"):
        assert read_html(page.encode(encoding)).text == PAGE_TEXT


def test_a_page_names_any_codec_of_python() -> None:
    text = "各县（市、区）人民政府：请认真贯彻执行本办法。"
    for charset in sorted({*aliases.values(), *aliases, "undefined", "idna", "punycode", "x-x"}):
        page = f"<meta charset={charset}><p>{text}".encode("gb18030")
        codec = codec_named(charset)
        # What any bytes are text of is not believed against Chinese, and what is no encoding of a page is not asked.
        if codec is None or codec in {"gb18030", "utf-8", "hz"} | SINGLE_BYTE:
            assert read_html(page).text == text, charset
        else:
            with suppress(ReadError):
                read_html(page)


def test_a_page_in_a_western_encoding() -> None:
    page = '<meta charset="iso-8859-1"><p>Décret n° 12, où il est dit “tout”</p>'
    assert read_html(page.encode("cp1252")).text == "Décret n° 12, où il est dit “tout”"


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>一<p>二", "一\n二"),
        ("一<br>二<br/><br>三", "一\n二\n三"),
        ("<p>国务\n院</p><p>a\nb</p><p>国 务</p>", "国务院\na b\n国 务"),
        ("<p>&lt;通知&gt; &amp; &#12298;办法&#12299;</p>", "<通知> & 《办法》"),
        ("<pre>一\n  二</pre>", "一\n二"),
        ("<p>　　首行缩进&nbsp;&nbsp;</p>", "首行缩进"),
        ("<p>国发〔2016〕<sup>5</sup><b>1</b>号</p>", "国发〔2016〕51号"),
        ("<ul><li>一</li><li>二</li></ul>", "一\n二"),
        ("<table><tr><td>甲</td><td>乙</td></tr><tr><td></td><td>丙</td></tr></table>", "甲\t乙\n\t丙"),
        ("<table><tr><td>文号：</td><td>甲</td><td>日期：</td><td>乙</td></tr></table>", "文号：甲\n日期：乙"),
        ("<table><tr><td>文号：</td><td></td><td>日期：</td><td>乙</td></tr></table>", "文号：\n日期：乙"),
        ("<table><tr><td><p>一</p><p>二</p></td></tr></table>", "一\n二"),
        ("<p>甲<script>乙</script><style>丙</style><!-- 丁 -->戊</p>", "甲戊"),
        ("<p style='display: none'>甲</p><p hidden>乙</p><p>丙</p>", "丙"),
        ("<?xml version='1.0' encoding='utf-8'?><html><body><p>甲</p></body></html>", "甲"),
        ("<p>甲\x00乙\ud800</p>", "甲乙"),
        # A page closes where it ends, however often it says so before.
        ("<html><body><div>甲</html><p>乙</p>", "甲\n乙"),
        ("<html><body><p>甲</p></body></html><p>乙</p>", "甲\n乙"),
        ("<html><body><p>甲</p></BODY ></HTML\n><html><body><p>乙</p></body></html>", "甲\n乙"),
    ],
)
def test_blocks(page: str, text: str) -> None:
    assert read_html(page).text == text


@pytest.mark.parametrize(
    ("items", "kept"),
    [
        (("首页", "政务公开", "办事服务"), False),
        # Two links are no menu, a list of documents and of files is the text's.
        (("首页", "政务公开"), True),
        (("废止《甲办法》", "废止乙规定", "废止丙规定"), True),
        (("附件一", "名单", "说明"), True),
        (("第一章", "第二章", "第三章"), True),
        (("某政发〔2020〕3号", "某局通知", "某局公告"), True),
    ],
)
def test_a_menu_is_left_out_where_nothing_shows_the_article(items: tuple[str, ...], kept: bool) -> None:
    listed = "".join(f"<li><a href=/{n}.html>{item}</a></li>" for n, item in enumerate(items))
    page = f"<body><ul>{listed}</ul><p>关于防火的通知</p><p>各县：</p></body>"
    assert read_html(page).text == ("\n".join(items) + "\n" if kept else "") + "关于防火的通知\n各县："


def test_links_to_files_are_no_menu() -> None:
    listed = "".join(f"<li><a href=/{n}.docx>申请表{n}</a></li>" for n in range(3))
    assert read_html(f"<body><p>关于防火的通知</p><ul>{listed}</ul></body>").text.count("申请表") == 3


def test_a_table_that_lays_out_the_page_gives_lines() -> None:
    page = f"<table><tr><td>左栏</td><td><table><tr><td>{_BODY}</td></tr></table></td></tr></table>"
    assert _BODY_TEXT in read_html(page).text


@pytest.mark.parametrize(
    "frame",
    [
        '<div class="box"><div class="TRS_Editor">{}</div></div>',
        '<table><tr><td class="b12c" id="UCAP-CONTENT">{}</td></tr></table>',
        '<div id="zoom">{}</div>',
        '<div class="x1"><div class="x2">{}</div></div>',
        "<article>{}</article>",
    ],
)
def test_the_article_is_found_among_navigation(frame: str) -> None:
    links = "".join(f'<li><a href="/{n}">栏目名称{n}，最新文件</a></li>' for n in range(30))
    footer = '<div class="foot">版权所有：云川市人民政府，未经授权不得转载。</div>'
    page = f"<html><body><ul>{links}</ul><h1>关于试点工作的通知</h1>{frame.format(_BODY)}<ul>{links}</ul>{footer}</body></html>"
    text = read_html(page).text
    assert text == f"关于试点工作的通知\n{_BODY_TEXT}"


def test_what_follows_the_container_and_belongs_to_the_document_is_kept() -> None:
    end = "<div>附件：1.任务清单</div><div>2020年3月2日</div>"
    page = (
        f'<div><ul><li><a href="/">首页导航</a></li></ul></div><div class="m"><div id="zoom">{_BODY}</div>{end}</div>'
    )
    assert read_html(page).text == f"{_BODY_TEXT}\n附件：1.任务清单\n2020年3月2日"


def test_two_containers_are_both_read() -> None:
    page = f'<body><div class="TRS_Editor">{_BODY}</div><div class="TRS_Editor">{_BODY}</div></body>'
    assert read_html(page).text == f"{_BODY_TEXT}\n{_BODY_TEXT}"


def test_the_title_comes_from_the_head_where_the_page_prints_none() -> None:
    page = f"<head><title>关于试点工作的通知_云川市人民政府网站</title></head><body>{_BODY}</body>"
    assert read_html(page).text == f"关于试点工作的通知\n{_BODY_TEXT}"
    assert read_html(page.replace("关于试点工作的通知_", "")).text == _BODY_TEXT


def test_a_short_paragraph_page_is_read_whole() -> None:
    page = (
        "<div><p>某某市政府：</p><div>"
        + "要坚持统筹规划，分步实施。" * 30
        + "</div><p>云川市政府</p><p>3月2日</p></div>"
    )
    lines = read_html(page).text.split("\n")
    assert (lines[0], lines[-2:]) == ("某某市政府：", ["云川市政府", "3月2日"])


_INLINE = st.text(st.sampled_from("国务院<>&\"' 　\n《办法》发〔2016〕51号a"), max_size=12)
_ESCAPES = {"<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;"}


@st.composite
def _pages(draw: st.DrawFn) -> str:
    def inline() -> str:
        return "".join(_ESCAPES.get(c, c) for c in draw(_INLINE))

    blocks = []
    for tag in draw(st.lists(st.sampled_from(["p", "div", "td", "li", "pre", "h2", "b"]), min_size=1, max_size=6)):
        inner = inline() + "".join(
            f"<{name}>{inline()}</{name}>{inline()}"
            for name in draw(st.lists(st.sampled_from(["b", "a", "span", "i"]), max_size=3))
        )
        blocks.append(
            f"<table><tr><td>{inner}</td><td>{inline()}</td></tr></table>" if tag == "td" else f"<{tag}>{inner}</{tag}>"
        )
    return "<html><body>" + "".join(blocks) + "<p>末段</p></body></html>"


@st.composite
def _marked_pages(draw: st.DrawFn) -> tuple[str, list[Cited]]:
    page = draw(_pages())
    length = len(read_html(page).text)
    cited: list[Cited] = []
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, length - 1))
        cited.append(
            Cited(start, draw(st.integers(start + 1, length)), antecedent=draw(st.sampled_from([None, *cited])))
        )
    return page, cited


@given(_marked_pages())
def test_a_marked_page_reads_as_before_and_keeps_its_tags(marked: tuple[str, list[Cited]]) -> None:
    page, cited = marked
    written = annotate_html(page, cited)
    assert read_html(written).text == read_html(page).text
    tree = parse_page(written)
    etree.strip_tags(tree, "mark")
    for link in list(tree.iter("a")):
        if link.get("href", "").startswith("#mention-"):
            link.tag = "ours"
    etree.strip_tags(tree, "ours")
    assert etree.tostring(tree, method="html") == etree.tostring(parse_page(page), method="html")


@given(_marked_pages())
def test_each_mark_in_a_page_holds_its_mention(marked: tuple[str, list[Cited]]) -> None:
    page, cited = marked
    text = read_html(page).text
    tree = parse_page(annotate_html(page, cited))
    held: dict[str, str] = {}
    for mark in tree.iter("mark"):
        name = mark.get("id") or mark.get("data-mention") or ""
        assert (mark.get("id") is not None) == (name not in held), "the first fragment has the id, and only it"
        held[name] = held.get(name, "") + "".join(mark.itertext())
        assert sum(above.tag == "a" for above in mark.iterancestors()) <= 1
    ordered = sorted(cited, key=lambda one: (one.start, -one.end))
    for number, one in enumerate(ordered, 1):
        # Blanks that the page adds or the reading made are no part of the comparison.
        whole = re.sub(r"\s", "", text[one.start : one.end])
        assert re.sub(r"\s", "", held.get(f"mention-{number}", "")) == whole


def test_a_short_name_in_a_page_links_to_its_antecedent() -> None:
    page = "<p>《甲办法》（以下简称<b>《办法》</b>）。<a href='x'>《办法》</a></p>"
    text = read_html(page).text
    full = Cited(0, 5)
    bold, linked = (Cited(found.start(), found.end(), antecedent=full) for found in re.finditer("《办法》", text))
    written = annotate_html(page, [full, bold, linked])
    assert '<b><a href="#mention-1"><mark id="mention-2"' in written
    # There a link stands already.
    assert '<a href="x"><mark id="mention-3"' in written


@pytest.mark.parametrize("control", [*map(chr, range(1, 0x20)), "\x7f", "\x85", "\ufffe", "\uffff", "\U00100000"])
@pytest.mark.parametrize("tag", ["p", "pre"])
def test_control_characters_of_a_page_stay(control: str, tag: str) -> None:
    page = f"<{tag} title='{control}'>见{control}国发〔2016〕{control}1号{control}。</{tag}>"
    text = read_html(page).text
    at = text.index("国发")
    written = annotate_html(page, [Cited(at, text.index("号") + 1)])
    assert read_html(written).text == text
    assert written.count(control) == annotate_html(page, []).count(control)


def test_the_values_of_attributes_are_escaped() -> None:
    written = annotate_html("<p>甲</p>", [Mention(0, 1, "甲", '"><script>\x00&')])
    assert "<script>" not in written
    assert read_html(written).text == "甲"


@pytest.mark.parametrize(
    ("page", "code"),
    [
        ("<div>" * 5000 + "深", "read.depth"),
        ("<pre>" + "甲\n" * (limits.MAX_PAGE_PIECES + 1), "read.size"),
        ("<b></b>" * (limits.MAX_PAGE_TAGS // 2 + 1), "read.tags"),
        ("<html><body><script>render()</script></body></html>", "read.empty"),
        ("   ", "read.empty"),
    ],
    ids=["depth", "pieces", "tags", "script", "blank"],
)
def test_what_is_refused(page: str, code: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_html(page)
    assert caught.value.code == code


def test_an_entity_bomb_does_not_expand() -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    page = f'<!DOCTYPE html [<!ENTITY e0 "国">{entities}]><html><body><p>甲&e11;</p></body></html>'
    assert len(read_html(page).text) < len(page)


@given(st.text(max_size=200), st.sampled_from(["<p>甲", "<table><tr><td>甲<td>", "<pre>甲", "<div id=zoom>甲"]))
def test_any_text_is_a_page_or_a_read_error(tail: str, head: str) -> None:
    try:
        text = read_html(head + tail).text
    except ReadError as refused:
        assert_says_what_to_do(refused)
    else:
        assert all(line.strip() for line in text.split("\n"))


@given(_pages())
def test_every_run_stands_in_the_text(page: str) -> None:
    result = read_html(page)
    assert all(0 <= run.start < run.end <= len(result.text) for run in result.runs)
    ends = [run.end for run in result.runs]
    assert ends == sorted(ends)


@pytest.mark.parametrize("title", ["_" * 200_000, "_网站" * 100_000, "通知" + " _" * 200_000])
def test_a_title_of_any_length(title: str) -> None:
    assert read_html(f"<title>{title}</title><p>请认真执行。</p>").text.endswith("请认真执行。")


def test_blanks_of_any_number_in_front() -> None:
    assert read_html("x" + "\n" * 200_000 + "<p>请认真执行。</p>").text.endswith("请认真执行。")


@pytest.mark.parametrize("page", ["<!doctype html>", "<!doctype html><!-- x -->", "<!-- x -->"])
def test_a_page_with_nothing_in_it(page: str) -> None:
    with pytest.raises(ReadError):
        read_html(page)


@pytest.mark.parametrize("hidden", ['style="display: none"', "hidden"])
def test_a_hidden_copy_is_not_read_and_a_folded_part_is(hidden: str) -> None:
    first = "".join(f"<p>第{n}项任务由各有关部门按照职责分工负责，并于年底前完成。</p>" for n in range(20))
    rest = "".join(f"<p>第{n}项工作由各有关单位按照时间要求落实，并及时报告。</p>" for n in range(20))
    page = "<html><body><div id='zoom'>{}</div></body></html>"
    shown = read_html(page.format(first)).text
    assert read_html(page.format(f"<div {hidden}>{first}</div><div>{first}</div>")).text == shown
    assert read_html(page.format(f"<div>{first}</div><div {hidden}>{first}</div>")).text == shown
    both = read_html(page.format(f"{first}{rest}")).text
    assert read_html(page.format(f"{first}<div {hidden}>{rest}</div>")).text == both


@pytest.mark.parametrize("tag", ["h1", "h2", "h3", "h4"])
@pytest.mark.parametrize(
    "box", ["<div class='details'>{}</div>", "<table><tr><td>{}</td></tr></table>", "<section><div>{}</div></section>"]
)
def test_a_heading_in_the_box_of_the_article_is_its_title(tag: str, box: str) -> None:
    article = "<p>各市人民政府：</p>" + "<p>各市要认真落实防火责任，严防死守，及时报告。</p>" * 6
    head = f"<{tag} id='subtitle'>某省人民政府<br>关于防火的通知</{tag}><h4><span>某政〔2022〕20号</span></h4>"
    page = f"<body><ul><li><h2><a href='/'>政务公开</a></h2></li></ul>{box.format(head + f'<div id=content>{article}</div>')}</body>"
    assert read_html(page).text.splitlines()[:4] == [
        "某省人民政府",
        "关于防火的通知",
        "某政〔2022〕20号",
        "各市人民政府：",
    ]


def test_a_heading_of_another_box_is_the_pages() -> None:
    article = "<p>各市人民政府：</p>" + "<p>各市要认真落实防火责任，严防死守，及时报告。</p>" * 6
    aside = (
        "<div><h2>某市关于防汛的通知</h2>"
        + "<p>某市发布通知，要求各县认真做好防汛工作，确保安全度汛。</p>" * 9
        + "</div>"
    )
    page = f"<body><div>{aside}<div class=box><div id=zoom>{article}</div></div></div></body>"
    assert "防汛" not in read_html(page).text


@pytest.mark.parametrize("quote", ["'", '"'])
def test_a_picture_within_a_page_is_not_parsed_unless_the_page_is_written_again(quote: str) -> None:
    picture = f"<img src={quote}data:image/png;base64,{'iVBORw0K' * 200}{quote} alt=甲>"
    page = f"<p>各区县，</p>{picture}<p>请认真执行：data:image/png 是前缀。</p>"
    assert read_html(page).text == "各区县，\n请认真执行：data:image/png 是前缀。"
    (image,) = parse_page(page).iter("img")
    assert (image.get("src"), image.get("alt")) == ("data:,", "甲")
    assert f"data:image/png;base64,{'iVBORw0K' * 200}" in annotate_html(page, [])


def test_a_picture_that_is_written_out_is_text() -> None:
    lines = [f"代码为“'data:image/png;base64,{'iVBORw0K' * 200}'”，请照办。", "见国发〔2014〕1号，1<2。"]
    assert read_html("<body>" + "".join(f"<p>{line}</p>" for line in lines)).text.split("\n") == lines


def test_of_little_running_text_no_line_is_the_article() -> None:
    lines = [
        "甲县财政局关于防火的函",
        "甲财函〔2024〕1号",
        "各县（区）人民政府，市直各部门：",
        "请予支持",
        "抓紧办理为盼",
    ]
    page = "".join(
        f"<div><p><h2>{line}</h2></p></div>" if "：" in line else f"<div><p>{line}</p></div>" for line in lines
    )
    assert read_html(f"<html><body>{page}</body></html>").text.split("\n") == lines
    table = "<table><tr><td>发文字号</td><td>甲财函〔2024〕1号</td></tr><tr><td>标题</td><td>防火的函</td></tr></table>"
    text = read_html(f"<body>{table}<div class=text><div>请予支持</div></div></body>").text
    assert text.split("\n")[-1] == "请予支持"
    # A box that is known for articles is one, however little is in it.
    boxed = f"<body><p>首页</p><div id=zoom><p>{lines[2]}</p><p>请予支持。</p></div></body>"
    assert read_html(boxed).text == f"{lines[2]}\n请予支持。"
