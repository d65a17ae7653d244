"""Files of every kind, made by the libraries that write them, and a few made by hand."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from egovkit.errors import ReadError

NOTICE = (
    "云川市人民政府办公室关于推进政务数据共享的实施意见",
    "云川政办发〔2020〕8号",
    "各县（市、区）人民政府，市政府各部门：",
    "根据《政务信息资源共享管理暂行办法》（国发〔2016〕51号），现提出如下意见。",
)

PAGE = """<!DOCTYPE html>
<html lang="zh"><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">
<title>关于推进政务数据共享的实施意见_云川市人民政府门户网站</title><style>.a{color:red}</style></head>
<body><div class="header"><h1><a href="/">云川市人民政府</a></h1>
<ul class="nav"><li><a href="/a">首页</a></li><li><a href="/b">政务公开</a></li></ul></div>
<div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/f">文件</a></div>
<div class="wrap"><table class="bd1"><tbody>
<tr><td><b>索 引 号：</b></td><td>000014349/2020-00053</td><td><b>主题分类：</b></td><td>综合政务\\电子政务</td></tr>
<tr><td><b>发文机关：</b></td><td>云川市人民政府办公室</td><td><b>成文日期：</b></td><td>2020年03月02日</td></tr>
<tr><td><b>标　　题：</b></td><td colspan="3">关于推进政务数据共享的实施意见</td></tr>
<tr><td><b>发文字号：</b></td><td>云川政办发〔2020〕8号</td><td><b>发布日期：</b></td><td></td></tr>
<tr><td><b>主 题 词：</b></td><td colspan="3"></td></tr></tbody></table>
<div class="pages_content" id="UCAP-CONTENT"><script>var a = "<p>不是正文</p>";</script>
<p align="center"><b>关于推进政务数据
共享的实施意见</b></p>
<p align="center">云川政办发〔2020〕8号</p>
<p>各县（市、区）人民政府，市政府各部门：</p>
<p>　　根据《国务院关于印发&lt;共享管理暂行办法&gt;的通知》（国发〔2016〕<span>51</span>号，以下简称《办法》），
提出如下意见。</p>
<p>&nbsp;&nbsp;&nbsp;&nbsp;<strong>一、总体要求</strong></p>
<p>　　坚持统筹规划，按照《办法》推进。<!-- 编辑：某某 --></p>
<table border="1"><tr><th>序号</th><th>任务</th><th>责任单位</th></tr>
<tr><td>1</td><td><p>编制目录</p><p>明确边界</p></td><td>市大数据局</td></tr>
<tr><td>2</td><td></td><td>市财政局</td></tr></table>
<p align="right">云川市人民政府办公室</p><p align="right">2020年3月2日</p><p>（此件公开发布）</p></div>
<div class="share"><a href="#w">微信</a> <a href="#b">微博</a></div>
<div class="related"><ul><li><a href="x">相关解读：一图读懂，政务数据共享，实施意见的主要内容</a></li></ul></div>
</div><div class="footer">主办单位：云川市人民政府办公室，版权所有，未经授权，不得转载。</div></body></html>
"""

PAGE_TEXT = """索 引 号：000014349/2020-00053
主题分类：综合政务\\电子政务
发文机关：云川市人民政府办公室
成文日期：2020年03月02日
标　　题：关于推进政务数据共享的实施意见
发文字号：云川政办发〔2020〕8号
发布日期：
主 题 词：
关于推进政务数据共享的实施意见
云川政办发〔2020〕8号
各县（市、区）人民政府，市政府各部门：
根据《国务院关于印发<共享管理暂行办法>的通知》（国发〔2016〕51号，以下简称《办法》），提出如下意见。
一、总体要求
坚持统筹规划，按照《办法》推进。
序号\t任务\t责任单位
1\t编制目录 明确边界\t市大数据局
2\t\t市财政局
云川市人民政府办公室
2020年3月2日
（此件公开发布）"""


def assert_says_what_to_do(error: ReadError) -> None:
    """Check a refusal: a code for programs, and behind the colon of the message what to do."""
    assert error.code.startswith("read.")
    assert ": " in error.message or "install" in error.message


def docx_of(build: Callable[[Any], None]) -> bytes:
    """Return a docx that a function has filled."""
    document = docx.Document()
    build(document)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def notice_docx() -> bytes:
    def build(document: Any) -> None:
        for line in NOTICE:
            document.add_paragraph(line)

    return docx_of(build)


def xml(source: str) -> Any:
    """Return an element of WordprocessingML; {ns} stands for the declarations."""
    extra = ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
    wps = ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    return parse_xml(source.replace("{ns}", nsdecls("w", "r") + extra + wps))


def repack(data: bytes, change: Callable[[str, bytes], bytes | None]) -> bytes:
    """Return a zip with its parts changed, or left out where the function says None."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = change(name, old.read(name))
            if part is not None:
                new.writestr(name, part)
    return out.getvalue()


def pdf_of(content: bytes, *, encoding: bytes = b"UniGB-UTF16-H", mapping: bytes = b"") -> bytes:
    """Return a pdf of one page with this content; F1 is a Chinese font that is not embedded."""
    system = b"<</Registry(Adobe)/Ordering(%s)/Supplement 2>>" % (b"Identity" if mapping else b"GB1")
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        _stream(content),
        b"<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/%s/DescendantFonts[6 0 R]%s>>"
        % (encoding, b"/ToUnicode 8 0 R" if mapping else b""),
        b"<</Type/Font/Subtype/CIDFontType0/BaseFont/SimSun/FontDescriptor 7 0 R/DW 1000/CIDSystemInfo %s>>" % system,
        b"<</Type/FontDescriptor/FontName/SimSun/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/StemV 80>>",
    ]
    if mapping:
        objects.append(_stream(mapping))
    out, places = b"%PDF-1.5\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    end = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(out))
    return out + head + table + end


def _stream(content: bytes) -> bytes:
    return b"<</Length %d>>stream\n%s\nendstream" % (len(content), content)


def shown(lines: tuple[str, ...] | list[str], encoding: str = "utf-16-be") -> bytes:
    """Return the drawing commands for lines of text."""
    drawn = b"".join(
        b"1 0 0 1 72 %d Tm <%s> Tj " % (800 - 24 * at, line.encode(encoding).hex().encode())
        for at, line in enumerate(lines)
    )
    return b"BT /F1 12 Tf " + drawn + b"ET"
