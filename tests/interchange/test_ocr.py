"""Scans are recognised where that is asked for, and refused where it is not."""

from __future__ import annotations

import html
import shutil
import struct
import subprocess
from importlib import import_module
from importlib.util import find_spec
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from egovkit.errors import ReadError
from egovkit.interchange import extras, ocr, ocr_worker
from egovkit.interchange.ocr_worker import pieces_of, tiff_pages
from egovkit.interchange.reading import read_source
from egovkit.text import limits

PNG = b"\x89PNG\r\n\x1a\n"
_LINES = (
    ("center", "云川市水务局关于做好节水工作的通知"),
    ("center", "云水发〔2023〕18号"),
    ("left", "各县（区）水务局："),
    ("set", "为了做好全市节约用水工作，经研究，现将有关事项通知如下，请各县（区）水务局结合本地实际认真贯彻执行，并于年底前报送工作情况。"),
    ("set", "一、加强领导，落实责任。"),
    ("set", "二、开展宣传，普及知识。"),
    ("right", "云川市水务局"),
    ("right", "2023年6月9日"),
)  # fmt: skip
_STYLES = {"center": "text-align:center", "left": "", "set": "text-indent:2em", "right": "text-align:right"}


def scan_of(folder: Path) -> bytes:
    """A page with the lines as LibreOffice prints it, as a picture."""
    rows = "".join(
        f'<p style="{_STYLES[how]};font-size:16pt;line-height:28pt">{html.escape(line)}</p>' for how, line in _LINES
    )
    page = folder / "page.html"
    page.write_text(
        f"<meta charset=utf-8><body style='font-family:Noto Serif CJK SC'><p>&nbsp;</p>{rows}", encoding="utf-8"
    )
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf:writer_web_pdf_Export",
        "--outdir",
        str(folder),
        str(page),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    document = import_module("pypdfium2").PdfDocument((folder / "page.pdf").read_bytes())
    pages = [one.render(scale=200 / 72).to_numpy() for one in document]
    # It may leave the first page blank.
    image = next(one for one in pages if one.min() < 128)
    return bytes(import_module("cv2").imencode(".png", image)[1])


@pytest.mark.office
@pytest.mark.skipif(find_spec("rapidocr_onnxruntime") is None, reason="the extra ocr is not installed")
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
def test_a_printed_page_is_recognised_as_the_document(tmp_path: Path) -> None:
    source = read_source(scan_of(tmp_path), ocr=True)
    document = source.document
    assert document.title == _LINES[0][1]
    assert str(document.number) == _LINES[1][1]
    assert document.recipients == "各县（区）水务局"
    assert document.signature == ("云川市水务局",)
    assert str(document.dated) == "2023-06-09"
    assert [one.text[:4] for one in document.headings] == ["加强领导", "开展宣传"]
    # Two lines alone may not show that they are one paragraph.
    assert _LINES[3][1] in source.text.replace("\n", "")
    assert {block.page for block in document.blocks} == {1}


def test_a_picture_is_refused_where_nothing_is_said() -> None:
    with pytest.raises(ReadError) as caught:
        read_source(PNG)
    assert caught.value.code == "read.format"


@pytest.mark.parametrize("data", [PNG, b"\xff\xd8\xff\xe0", b"II*\x00", b"MM\x00*", b"BM"])
def test_pictures(data: bytes) -> None:
    assert ocr.is_picture(data)


def test_what_is_missing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "find_spec", lambda _: None)
    monkeypatch.setattr(extras, "import_module", _missing)
    with pytest.raises(ReadError, match=r"\[ocr\]"):
        read_source(PNG, ocr=True)


def _missing(name: str) -> None:
    raise ImportError(name)


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ("library", "read.worker"),
        ("damaged", "read.truncated"),
        ("pages", "read.pages"),
        ("memory", "read.bomb"),
        ("\n[[]]", "read.scan"),
    ],
)
def test_faults_have_codes(answer: str, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "find_spec", lambda _: True)
    monkeypatch.setattr(ocr, "ask_process", lambda *_: answer)
    with pytest.raises(ReadError) as caught:
        ocr.recognise(PNG)
    assert caught.value.code == code


def test_a_library_that_does_not_load_is_no_fault_of_the_scan(
    monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setattr(ocr_worker, "_bound", lambda: None)
    monkeypatch.setattr(ocr_worker, "import_module", _missing)
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(PNG)))
    ocr_worker.main()
    assert capsysbinary.readouterr().out == b"library"


def test_lines_of_one_size_have_one() -> None:
    lines = [(90.0, 80.0, 410.0, 98.0, "各县要认真做好防火工作，落实各项责任"), (90.0, 110.0, 420.0, 127.0, "各县要认真做好防火工作，落实各项责任"),
             (90.0, 140.0, 106.0, 158.0, "火"), (90.0, 200.0, 290.0, 236.0, "防火工作通知")]  # fmt: skip
    sizes = [piece[3] for piece in pieces_of(lines, 842.0)]
    assert sizes[0] == sizes[1] == sizes[2]
    assert sizes[3] > 1.5 * sizes[0]


def tiff(pages: int, order: str = "<") -> bytes:
    """A TIFF of directories alone, each of one entry."""
    head = (b"II" if order == "<" else b"MM") + struct.pack(f"{order}HI", 42, 8)
    following = (8 + 18 * (at + 1) if at + 1 < pages else 0 for at in range(pages))
    return head + b"".join(struct.pack(f"{order}H12xI", 1, after) for after in following)


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("pages", [1, 2, 7])
def test_a_fax_has_pages(pages: int, order: str) -> None:
    assert tiff_pages(tiff(pages, order)) == pages


def test_pages_that_lead_nowhere() -> None:
    around = struct.pack("<2sHIHI", b"II", 42, 8, 0, 8)
    assert tiff_pages(around) == 1
    for cut in range(4, len(tiff(2)) - 1):
        with pytest.raises(ocr_worker._FaultError, match="damaged"):
            tiff_pages(tiff(2)[:cut])
    with pytest.raises(ocr_worker._FaultError, match="pages"):
        list(ocr_worker._images(tiff(limits.MAX_SCANNED + 1)))


@pytest.mark.skipif(find_spec("cv2") is None, reason="the extra ocr is not installed")
def test_every_page_of_a_fax_is_looked_at(tmp_path: Path) -> None:
    cv2, numpy = import_module("cv2"), import_module("numpy")
    path = tmp_path / "fax.tif"
    for shades in ((0,), (0, 90, 200)):
        cv2.imwritemulti(str(path), [numpy.full((60, 40, 3), shade, numpy.uint8) for shade in shades])
        assert [image[0, 0, 0] for image, _, _ in ocr_worker._images(path.read_bytes())] == list(shades)


@pytest.mark.skipif(find_spec("cv2") is None, reason="the extra ocr is not installed")
@pytest.mark.parametrize("kind", [".jpg", ".png", ".tif", ".bmp"])
def test_a_picture_that_is_cut_is_damaged(kind: str) -> None:
    cv2, numpy = import_module("cv2"), import_module("numpy")
    dots = numpy.random.default_rng(0).integers(0, 255, (200, 150, 3), dtype=numpy.uint8)
    data = bytes(cv2.imencode(kind, dots)[1])
    assert len(list(ocr_worker._images(data))) == 1
    with pytest.raises(ocr_worker._FaultError, match="damaged"):
        list(ocr_worker._images(data[: len(data) // 2]))
