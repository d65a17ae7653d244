"""The commands that write files of another form (成文命令): convert, print, lay out."""

from __future__ import annotations

from typing import Final

from egovkit.cli.commands.shared import FILE, FILES, NAME, OUTPUT, RAW, format_of
from egovkit.cli.syntax import Argument, Command, Option
from egovkit.messages import Words

__all__ = ["FILES_WRITTEN"]


def _exports() -> tuple[str, ...]:
    from egovkit.interchange.exports import EXPORTS  # noqa: PLC0415  # few calls convert

    return tuple(export.name for export in EXPORTS)


FILES_WRITTEN: Final = (
    Command(
        "convert",
        "egovkit.cli.convert:convert",
        Words(
            "Convert documents: egovkit convert notice.docx --format md.",
            "转换文件：egovkit convert 通知.docx --format md。",
        ),
        Words(
            "Of several FILEs, --output is the folder that they are written to.",
            "转换多个文件时，--output 为写入的文件夹。",
        ),
        (FILES,),
        (
            Option(
                "format",
                Words("What to write; an --output called docx is one.", "转成什么；--output 以 docx 结尾即为 docx。"),
                short="f",
                choices=_exports,
                default="json",
                also=("to",),
            ),
            Option(
                "form",
                Words(
                    "The form of a docx; else the one that the text shows.",
                    "docx 的格式：文件、上行文、信函、命令、纪要；不写则由文件自身判断。",
                ),
                choices=("document", "upward", "letter", "order", "minutes"),
            ),
            Option(
                "mark",
                Words(
                    "Whose red mark a docx bears, the main organ first: 甲局、乙局.",
                    "docx 发文机关标志的机关，主办在前：甲局、乙局。",
                ),
                NAME,
            ),
            Option(
                "unsealed", Words("Place the date of a docx as of one without a seal.", "docx 按不加盖印章排成文日期。")
            ),
            RAW,
            OUTPUT,
        ),
        writes=True,
    ),
    Command(
        "render",
        "egovkit.cli.render:render",
        Words(
            "Print a docx as a pdf and look at its pages (LibreOffice).",
            "用 LibreOffice 将 docx 排印为 pdf，并核验各页。",
        ),
        Words(
            "Looked at is what only pages show: text on the first, 22 lines, the imprint at the foot. Exit code 1: findings.",
            "核验只有排印后才能看到的：首页有正文、每面22行、版记在末页底部。退出码 1：有问题。",
        ),
        (Argument("file", FILE, Words("A docx; - for stdin.", "docx 文件；- 为标准输入。"), "one"),),
        (
            format_of("table", "json"),
            Option(
                "output",
                Words(
                    "The pdf to write; by default called as the docx, here.",
                    "写出的 pdf，默认与 docx 同名，写在当前文件夹。",
                ),
                FILE,
                short="o",
                also=("out",),
            ),
        ),
        writes=True,
    ),
    Command(
        "format",
        "egovkit.cli.formatting:lay_out_files",
        Words(
            "Lay out docx files by the standard, GB/T 9704: egovkit format draft.docx -o notice.docx.",
            "按 GB/T 9704 排版 docx：egovkit format 草稿.docx -o 通知.docx。",
        ),
        Words(
            "Every character stays. What is not recognised is left as it is, and named. Of several FILEs, --output is a folder.",
            "文字一个不动；认不出的段落保持原样并逐一列出。多个文件时，--output 为写入的文件夹。",
        ),
        (FILES,),
        (
            Option("in_place", Words("Write each file over itself.", "直接覆盖原文件。")),
            Option(
                "profile",
                Words(
                    "A house's own rules (TOML), whose [layout] counts; else those set beside a file or above.",
                    "本单位规则（TOML），用其 [layout]；不写则用文件旁边或上级文件夹的。",
                ),
                FILE,
            ),
            format_of("table", "json"),
            OUTPUT,
        ),
        writes=True,
    ),
)
