"""The lines of a pdf, whatever encoding its font has, and every way in which one cannot be read."""

from __future__ import annotations

import sys
from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from egovkit.errors import ReadError
from egovkit.interchange.pdf import reading as pdf
from egovkit.interchange.pdf.asking import end_servers
from egovkit.interchange.pdf.reading import read_pdf
from egovkit.text import limits
from tests.interchange.files import NOTICE, pdf_of, shown


def _printed(*pages: tuple[str, ...]) -> bytes:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    out = BytesIO()
    canvas = Canvas(out)
    for page in pages:
        canvas.setFont("STSong-Light", 16)
        for at, line in enumerate(page):
            canvas.drawString(72, 780 - 28 * at, line)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def test_a_printed_document_keeps_its_lines_and_page_numbers() -> None:
    first = (*NOTICE[:3], "　　《办法》已经同意，现印发给你们，", "请认真贯彻执行。", "— 1 —")
    second = ("2020年3月2日", "— 2 —")
    lines = [line.strip() for line in (*first, *second)]
    assert read_pdf(_printed(first, second)).splitlines() == lines


@pytest.mark.parametrize(
    ("encoding", "codec"),
    [
        (b"UniGB-UTF16-H", "utf-16-be"),
        (b"UniGB-UCS2-H", "utf-16-be"),
        (b"GBK-EUC-H", "gbk"),
        (b"GBKp-EUC-H", "gbk"),
        (b"GBK2K-H", "gb18030"),
    ],
)
def test_encodings_of_chinese_fonts(encoding: bytes, codec: str) -> None:
    assert read_pdf(pdf_of(shown(NOTICE, codec), encoding=encoding)) == "\n".join(NOTICE)


def test_radicals_become_characters() -> None:
    mapping = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def 1 begincodespacerange "
        b"<0000> <FFFF> endcodespacerange 3 beginbfchar <0001> <2F00> <0002> <2F45> <0003> <2ED3> endbfchar endcmap end end"
    )
    # ⼀, ⽅, ⻓, as fonts of Windows write them.
    page = pdf_of(b"BT /F1 12 Tf 72 700 Td <000100020003> Tj ET", encoding=b"Identity-H", mapping=mapping)
    assert read_pdf(page) == "一方长"


@pytest.mark.parametrize("code", ["0009", "000A", "000C", "000D", "001B", "0085", "2028", "2029"])
def test_what_a_font_says_ends_no_line_and_no_page(code: str) -> None:
    mapping = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def 1 begincodespacerange "
        b"<0000> <FFFF> endcodespacerange 3 beginbfchar <0001> <653F> <0002> <%s> <0003> <52A1> endbfchar endcmap end end"
    ) % code.encode()
    page = pdf_of(b"BT /F1 12 Tf 72 700 Td <000100020003> Tj ET", encoding=b"Identity-H", mapping=mapping)
    assert "".join(read_pdf(page).split(" ")) == "政务"


def test_a_pdf_with_a_password_is_encrypted() -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(_printed(NOTICE))))
    writer.encrypt("secret", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    with pytest.raises(ReadError) as caught:
        read_pdf(out.getvalue())
    assert caught.value.code == "read.encrypted"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (_printed(NOTICE)[:-400], "read.truncated"),
        (b"%PDF-1.5\nrubbish\n%%EOF", "read.truncated"),
        (pdf_of(b""), "read.scan"),
    ],
)
def test_what_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_pdf(data)
    assert caught.value.code == code


def test_text_of_a_font_that_is_not_there_is_read_by_no_font_of_the_machine() -> None:
    from egovkit.interchange.pdf.fonts import BOXES

    # Without a font the library takes a line that is a mark alone for part of the line before, and leaves it out.
    assert read_pdf(_printed(("请认真贯彻执行", "。"))).replace("\n", "") == "请认真贯彻执行。"
    assert BOXES.startswith(b"\0\1\0\0")


def test_a_line_of_figures_between_others_keeps_its_place() -> None:
    assert read_pdf(pdf_of(shown(["一、", "12", "；"]))).replace("\n", "") == "一、12；"


def test_without_forks_each_pdf_has_a_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_FORKS", False)
    assert read_pdf(pdf_of(shown(NOTICE))) == "\n".join(NOTICE)
    monkeypatch.setattr(pdf, "_WORKER", ["-c", "raise SystemExit(1)"])
    with pytest.raises(ReadError) as caught:
        read_pdf(pdf_of(shown(NOTICE)))
    assert caught.value.code == "read.truncated"
    monkeypatch.setattr(pdf, "_WORKER", ["-c", "import time; time.sleep(60)"])
    monkeypatch.setattr(limits, "PDF_SECONDS", 1)
    with pytest.raises(ReadError) as caught:
        read_pdf(pdf_of(shown(NOTICE)))
    assert caught.value.code == "read.time"


@pytest.mark.skipif(sys.platform != "linux", reason="limits of a process as Linux has them")
def test_the_worker_takes_what_the_system_leaves_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_FORKS", False)
    lower = "import resource; resource.setrlimit(resource.RLIMIT_AS, (1900000 * 1024,) * 2)"
    monkeypatch.setattr(pdf, "_WORKER", ["-c", f"{lower}; from egovkit.interchange.pdf.worker import main; main()"])
    assert read_pdf(pdf_of(shown(NOTICE))) == "\n".join(NOTICE)


def test_without_processes_it_is_read_in_this_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "")
    monkeypatch.setattr(sys, "platform", "emscripten")
    assert read_pdf(pdf_of(shown(NOTICE))) == "\n".join(NOTICE)
    with pytest.raises(ReadError) as caught:
        read_pdf(b"%PDF-1.7 %%EOF")
    assert caught.value.code == "read.truncated"


@pytest.mark.parametrize("forks", [False, sys.platform == "linux"])
def test_a_python_that_cannot_start_another(monkeypatch: pytest.MonkeyPatch, forks: bool) -> None:
    end_servers()
    monkeypatch.setattr(pdf, "_FORKS", forks)
    for name in ("", "/no/such/python"):
        monkeypatch.setattr(sys, "executable", name)
        with pytest.raises(ReadError) as caught:
            read_pdf(pdf_of(shown(NOTICE)))
        assert caught.value.code == "read.worker"
