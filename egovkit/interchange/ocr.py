"""The text of a scan, recognised where that is asked for (扫描件识别)."""

from __future__ import annotations

import json
from importlib.util import find_spec
from typing import Final

from egovkit.errors import ReadError
from egovkit.interchange.extras import extra
from egovkit.interchange.pages import Paged
from egovkit.interchange.pdf.reading import clean_pages
from egovkit.interchange.processes import ask_process
from egovkit.text import limits

__all__ = ["is_picture", "recognise"]

_WORKER: Final = ["-m", "egovkit.interchange.ocr_worker"]
_PICTURES: Final = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"II*\x00", b"MM\x00*", b"BM")
_FAULTS: Final = {
    "pages": ("read.pages", "the scan has more than {most} pages: split it"),
    "memory": ("read.bomb", "the scan has pages of more dots than a page needs: scan it again at 300 dpi"),
    "library": (
        "read.worker",
        "what recognises a scan does not load: install egovkit[ocr] again, and the system libraries that it needs",
    ),
    "damaged": ("read.truncated", "the scan is damaged or incomplete: fetch it again, or scan it again"),
}


def is_picture(data: bytes) -> bool:
    """Say whether a byte string is a picture whose text can be recognised (是否图片): JPEG, PNG, TIFF or BMP.

    >>> is_picture(b"\\x89PNG\\r\\n\\x1a\\n..."), is_picture(b"%PDF-1.7")
    (True, False)
    """
    return data.startswith(_PICTURES)


def recognise(data: bytes) -> Paged:
    """Recognise the text of a scanned pdf or of a picture of a page (文字识别), with the place of each line.

    Lines are put together to paragraphs by their places, as those of a pdf are. What is recognised may be wrong, and
    nothing in the text says where; lines of which the recogniser is not sure are left out. Needs the extra `ocr`
    (rapidocr-onnxruntime, whose models are in the package); it works in a process of its own.
    """
    from egovkit.interchange.pdf.layout import lay_out_pages

    for library, name in (("rapidocr_onnxruntime", "ocr"), ("pypdfium2", "pdf")):
        if find_spec(library) is None:
            extra(library, name, "to recognise a scan")
    answer = ask_process(data, _WORKER, limits.SCAN_SECONDS)
    fault, _, found = ("damaged" if answer is None else answer).partition("\n")
    if fault:
        code, message = _FAULTS.get(fault, _FAULTS["damaged"])
        raise ReadError(code, message, most=limits.MAX_SCANNED)
    paged = lay_out_pages(clean_pages(json.loads(found)))
    if not paged.text:
        raise ReadError("read.scan", "no text is recognised in the scan: scan it again, upright and at 300 dpi")
    return paged
