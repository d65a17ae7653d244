"""Libraries that come with an extra of the package (可选依赖)."""

from __future__ import annotations

from importlib import import_module
from typing import Any, Final

from egovkit.errors import ReadError
from egovkit.messages import Words

__all__ = ["PURPOSES", "extra"]

PURPOSES: Final = {
    "it is neither UTF-8 nor plainly GB18030; to tell its encoding": "既不是 UTF-8，也不像 GB18030；要判断其编码",
    "to make Arrow tables": "要生成 Arrow 表",
    "to make a graph": "要生成图",
    "to lay out a docx": "要给 docx 排版",
    "to mend a docx": "要改正 docx",
    "to read a .doc": "要读取 .doc",
    "to read a docx": "要读取 docx",
    "to read a pdf": "要读取 pdf",
    "to read Parquet": "要读取 Parquet",
    "to read a web page": "要读取网页",
    "to recognise a scan": "要识别扫描件",
    "to scan batches": "要批量扫描",
    "to serve tools over MCP": "要以 MCP 提供工具",
    "to serve the page": "要打开网页",
    "to write Parquet": "要写 Parquet",
    "to write a database": "要写数据库",
    "to write tables": "要写表格",
}
"""What extras are for, in English and in Chinese."""


def extra(library: str, name: str, purpose: str) -> Any:
    """Import a library of the extra `name`, or say how to install it (导入).

    >>> extra("no_such_library", "pdf", "to read a pdf")
    Traceback (most recent call last):
    egovkit.errors.ReadError: to read a pdf, install the extra: pip install 'egovkit[pdf]' [read.extra]
    """
    try:
        return import_module(library)
    except ImportError as error:
        message = "{purpose}, install the extra: pip install 'egovkit[{name}]'"
        both = Words(purpose, PURPOSES.get(purpose, purpose))
        raise ReadError("read.extra", message, purpose=both, name=name) from error
