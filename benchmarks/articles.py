"""The article of a web page beside the field's readers (正文抽取比较): `python -m benchmarks.articles`.

Sixty pages, five documents in each of twelve kinds of page that government sites and collections of laws print, made
here of invented words. For each kind and reader: the part of the document's lines that are kept whole, the part of what
is kept that is the document's, and how many of six values (title, number, recipients, signature, date, annexes) are
read right from the text. Needs trafilatura and readability-lxml.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module
from typing import Final

from egovkit.documents.document import PolicyDocument
from egovkit.errors import ReadError
from egovkit.interchange.webpage import page_text

__all__ = ["KINDS", "READERS", "documents", "main", "measured"]

Lines = tuple[str, ...]
_NAV: Final = ("网站首页", "政务公开", "办事服务", "互动交流", "专题专栏")
_NEWS: Final = ("全市防火工作会议召开", "市领导调研林区防火", "关于开展消防安全检查的公告", "解读《林区用火管理办法》")
_FOOT: Final = (
    "主办单位：某市人民政府办公室",
    "网站标识码：0000000000　某ICP备00000000号",
    "版权所有 未经授权不得转载",
)


def documents() -> list[Lines]:
    """Five documents: a notice with an annex, a reply, a long opinion, an announcement, a notice of two lines (文件)."""
    number = "云政办发〔20{}〕{}号"
    many = [f"（{n}）加强第{w}项工作。各县要按照职责分工，建立工作台账，明确完成时限，定期通报进展情况，确保各项任务按期完成。"
            for n, w in zip("一二三四五六七八", "甲乙丙丁戊己庚辛", strict=True)]  # fmt: skip
    return [
        ("云川市人民政府办公室关于做好林区防火工作的通知", number.format(21, 3), "各县（区）人民政府，市直各部门：",
         "为了做好林区防火工作，经市人民政府同意，现将有关事项通知如下。", "一、落实责任。各县要把防火责任落实到山头地块。",
         "二、加强巡护。进入防火期后每天至少巡护两次。", "附件：林区防火重点区域名单", "云川市人民政府办公室", "2021年3月4日", "（此件公开发布）"),
        ("云川市人民政府关于同意设立青石森林公园的批复", number.format(20, 18), "青石县人民政府：",
         "你县《关于设立青石森林公园的请示》（青政〔2020〕7号）收悉。经研究，同意设立青石森林公园，请认真组织实施。", "此复。", "云川市人民政府", "2020年11月9日"),
        ("云川市人民政府关于加快林业发展的意见", number.format(22, 11), "各县（区）人民政府：",
         "为了加快林业发展，提出以下意见。", "一、总体要求", "坚持保护优先，到2025年森林覆盖率提高两个百分点。", "二、主要任务", *many,
         "本意见自印发之日起施行。", "云川市人民政府", "2022年6月1日"),
        ("云川市林业局关于林区禁火期的公告", number.format(23, 2), "根据《森林防火条例》的规定，3月1日至5月31日为禁火期，禁止一切野外用火。",
         "特此公告。", "云川市林业局", "2023年2月20日"),
        ("云川市林业局关于报送防火材料的通知", number.format(19, 40), "各县林业局：", "请于3月10日前报送防火工作总结，逾期不报的予以通报。", "云川市林业局", "2019年3月1日"),
    ]  # fmt: skip


def _list(words: tuple[str, ...], name: str) -> str:
    return f"<ul class={name}>" + "".join(f"<li><a href=#>{word}</a></li>" for word in words) + "</ul>"


def _page(body: str, title: str) -> str:
    """A page with navigation above and news, tools and the site's lines below."""
    return (
        f"<html><head><meta charset=utf-8><title>{title}_某市人民政府</title></head><body><div class=nav>{_list(_NAV, 'menu')}</div>"
        f"<div class=crumb>当前位置：<a href=#>首页</a> &gt; <a href=#>政务公开</a> &gt; <a href=#>政策文件</a></div>{body}"
        f"<div class=side><h3>相关信息</h3>{_list(_NEWS, 'news')}</div><div class=foot>{''.join(f'<p>{w}</p>' for w in _FOOT)}</div></body></html>"
    )


def _ps(lines: Lines) -> str:
    return "".join(f"<p>　　{line}</p>" for line in lines)


def _classic(t: Lines) -> str:
    return f"<h1>{t[0]}</h1><div id=zoom>{_ps(t[1:])}</div>"


def _breaks(t: Lines) -> str:
    return f"<div class=title>{t[0]}</div><td id=UCAP-CONTENT>{'<br>　　'.join(t[1:])}</td>"


def _tables(t: Lines) -> str:
    cells = "".join(f"<tr><td><p>{line}</p></td></tr>" for line in t[1:])
    return f"<table><tr><td><table><tr><td align=center><b>{t[0]}</b></td></tr>{cells}</table></td><td>{_list(_NEWS, 'x')}</td></tr></table>"


def _fields(t: Lines) -> str:
    rows = (
        ("索 引 号：", "000/2021-0001"),
        ("发布机构：", t[0].split("关于")[0]),
        ("文　　号：", t[1]),
        ("成文日期：", t[-1].strip("（）")),
    )
    table = "<table class=xxgk>" + "".join(f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in rows) + "</table>"
    return f"{table}<h2>{t[0]}</h2><div class=content>{_ps(t[1:])}</div>"


def _spans(t: Lines) -> str:
    broken = [re.sub("([0-9]+)", r"<span style='font-family:Times'>\1</span>", line) for line in t[1:]]
    return f"<div class=tit>{t[0]}</div><div class=zwnr><div>{'</div><div>'.join(broken)}</div></div>"


def _tools(t: Lines) -> str:
    tools = (
        "<div class=tools>字体：<a>大</a> <a>中</a> <a>小</a> 【打印本页】 浏览次数：<span>128</span> 分享到：</div>"
    )
    return f"<h1>{t[0]}</h1>{tools}<div class=article>{_ps(t[1:])}</div><div>【<a>关闭窗口</a>】</div>"


def _hidden(t: Lines) -> str:
    return f"<div style='display:none'>{_ps(t)}</div><h1>{t[0]}</h1><div class=TRS_Editor>{_ps(t[1:])}</div>"


def _word(t: Lines) -> str:
    paragraphs = "".join(
        f"<p class=MsoNormal style='text-indent:32pt'><span lang=EN-US>{line}</span><o:p></o:p></p>" for line in t[1:]
    )
    return f"<div class=WordSection1><p class=MsoTitle align=center><b>{t[0]}</b></p>{paragraphs}</div>"


def _law(t: Lines) -> str:
    about = f"<p>【发布部门】{t[0].split('关于')[0]}</p><p>【文号】{t[1]}</p><p>【时效性】现行有效</p>"
    return f"<div class=fulltext><h2>{t[0]}</h2>{about}<div id=fulltext>{'<br/>'.join(t[1:])}</div></div>"


def _plain(t: Lines) -> str:
    return f"<center><b>{t[0]}</b></center><pre>{chr(10).join(t[1:])}</pre>"


def _links(t: Lines) -> str:
    linked = [re.sub("《(.+?)》", r"《<a href=#>\1</a>》", line) for line in t[1:]]
    return f"<article><h1>{t[0]}</h1>{_ps(tuple(linked))}<p><a href=a.doc>附件下载.doc</a></p></article>"


def _sections(t: Lines) -> str:
    half = len(t) // 2
    return f"<h1>{t[0]}</h1><div class=para>{_ps(t[1:half])}</div><div class=para>{_ps(t[half:])}</div>"


KINDS: Final[dict[str, Callable[[Lines], str]]] = {
    "a known container, paragraphs": _classic, "line breaks in a cell": _breaks, "tables inside tables": _tables,
    "a field table above": _fields, "figures in spans": _spans, "tools between title and text": _tools, "a hidden copy": _hidden,
    "saved by Word": _word, "a collection of laws": _law, "preformatted": _plain, "links in the text": _links, "a text in two blocks": _sections,
}  # fmt: skip


def _ours(page: str) -> str:
    return page_text(page.encode())


def _trafilatura(page: str) -> str:
    extract = import_module("trafilatura").extract
    return extract(page, include_tables=True, include_comments=False, favor_recall=True) or ""


def _readability(page: str) -> str:
    found = import_module("readability").Document(page)
    try:
        return f"{found.short_title()}\n{page_text(found.summary().encode())}"
    except ReadError:
        # It found no article.
        return ""


READERS: Final[dict[str, Callable[[str], str]]] = {
    "egovkit": _ours,
    "trafilatura": _trafilatura,
    "readability": _readability,
}


def measured(read: Callable[[str], str], kind: Callable[[Lines], str]) -> tuple[float, float, int]:
    """Return lines kept, the part of the text that is the document's, and values read right of 30 (量度)."""
    kept = own = said = right = total = 0
    for lines in documents():
        text = read(_page(kind(lines), lines[0]))
        found = [squeezed for line in text.split("\n") if (squeezed := re.sub(r"\s", "", line))]
        kept += sum(line in found for line in lines)
        total += len(lines)
        own += sum(len(line) for line in set(found) if line in lines)
        said += sum(map(len, set(found)))
        right += _right(PolicyDocument.parse(text), PolicyDocument.parse("\n".join(lines)))
    return kept / total, own / said if said else 0.0, right


def _right(read: PolicyDocument, meant: PolicyDocument) -> int:
    names = ("title", "number", "recipients", "signature", "dated")
    same = sum(1 for name in names if getattr(read, name) == getattr(meant, name))
    return same + ([one.title for one in read.annexes] == [one.title for one in meant.annexes])


def main() -> None:
    """Print the table of docs/design/text.md (打印)."""
    print("| kind of page |", " | ".join(READERS), "|\n| --- |", " | ".join("---" for _ in READERS), "|")
    for name, kind in KINDS.items():
        cells = []
        for read in READERS.values():
            kept, own, right = measured(read, kind)
            cells.append(f"{kept:.2f} {own:.2f} {right}/30")
        print(f"| {name} |", " | ".join(cells), "|")


if __name__ == "__main__":
    main()
