"""What more than one command takes (共用参数)."""

from __future__ import annotations

from typing import Final

from egovkit.cli.syntax import Argument, Option
from egovkit.messages import Words

__all__ = ["CODES", "DAY", "FILE", "FILES", "ISSUER", "NAME", "OUTPUT", "RAW", "YEAR", "format_of"]

FILE: Final = Words("FILE", "文件")
DAY: Final = Words("DAY", "日期")
CODES: Final = Words("CODES", "代码")
NAME: Final = Words("NAME", "名称")
YEAR: Final = Words("YEAR", "年份")

FILES: Final = Argument(
    "files",
    FILE,
    Words(
        "Files, folders, or patterns such as 'in/*.docx'; - for stdin.",
        "文件、文件夹，或 'in/*.docx' 之类的通配符；- 为标准输入。",
    ),
    "several",
)
RAW: Final = Option(
    "raw",
    Words("Print control characters and spreadsheet formulas as they are.", "控制字符、电子表格公式照原样输出。"),
)
OUTPUT: Final = Option(
    "output", Words("Write here instead of to stdout.", "写入此文件，不写标准输出。"), FILE, short="o", also=("out",)
)
ISSUER: Final = Option("issuer", Words("An issuing organ, such as 工信部.", "发文机关，如工信部。"), NAME)


def format_of(*choices: str, also: tuple[str, ...] = ()) -> Option:
    """Return the option of how to print (输出格式选项); the first choice is the default.

    >>> format_of("table", "json").default
    'table'
    """
    return Option(
        "format", Words("How to print.", "输出格式。"), short="f", choices=choices, default=choices[0], also=also
    )
