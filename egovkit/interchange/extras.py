"""Libraries that come with an extra of the package (可选依赖), and how they are had where it is installed."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from egovkit.errors import ReadError
from egovkit.messages import Words

__all__ = ["PURPOSES", "extra", "how_to_install"]

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

    >>> extra("zlib", "pdf", "to read a pdf").__name__
    'zlib'
    """
    try:
        return import_module(library)
    except ImportError as error:
        message = "{purpose}, install the extra: {how}"
        both = Words(purpose, PURPOSES.get(purpose, purpose))
        raise ReadError("read.extra", message, purpose=both, how=how_to_install(name), name=name) from error


def how_to_install(name: str) -> str:
    """Return the command that installs an extra (安装命令): from where the package is from, a folder, a wheel or an index.

    >>> how_to_install("pdf").startswith("pip install ")
    True
    """
    import json  # who misses nothing does not pay for these
    import shlex
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        told = json.loads(distribution("egovkit").read_text("direct_url.json") or "{}")
    except (PackageNotFoundError, ValueError):
        told = {}
    parts = urlsplit(told.get("url", ""))
    if parts.scheme != "file":
        return f"pip install 'egovkit[{name}]'"
    editable = "-e " if told.get("dir_info", {}).get("editable") else ""
    path = unquote(parts.path)
    # A drive of Windows has a slash before it in an address.
    asked = f"{path.removeprefix('/') if sys.platform == 'win32' else path}[{name}]"
    return f"pip install {editable}{shlex.quote(asked)}"
