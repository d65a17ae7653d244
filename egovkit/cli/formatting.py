"""`egovkit format`: docx files laid out by the standard (排版)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from egovkit.checks.profile import NATIONAL, Profile
from egovkit.cli.batches import each_of
from egovkit.cli.drawing import Drawn, Stack, Text
from egovkit.cli.failures import Misuse
from egovkit.cli.layout import shortened
from egovkit.cli.printing import json_text
from egovkit.cli.sources import read_source
from egovkit.cli.tables import counted
from egovkit.cli.terminal import draw
from egovkit.cli.writing import write_file
from egovkit.errors import ReadError
from egovkit.interchange.files import named_files, names_many
from egovkit.interchange.source_text import Source
from egovkit.interchange.word_laying_out.laying_out import Formatted, lay_out
from egovkit.interchange.word_laying_out.planned import Why
from egovkit.messages import Words, said

__all__ = ["lay_out_files"]

_LINE: Final = 60
_WHY: Final = {
    Why.TABLE: Words("in a table", "在表格中"),
    Why.BOX: Words("in a text box", "在文本框中"),
    Why.FRAME: Words("in a frame", "在图文框中"),
    Why.HIDDEN: Words("hidden or struck out by its style", "样式设为隐藏或删除线"),
    Why.PLACED: Words("centred or on the right, and no element", "居中或居右，又不是要素"),
    Why.MIXED: Words("several elements in one paragraph", "一段中用换行隔开几个要素"),
    Why.COLUMNS: Words("set apart by tabs", "用制表符分栏"),
    Why.UNKNOWN: Words("not in the standard", "标准未作规定"),
}
_NUMBERS: Final = {
    "right": Words("page numbers were right", "页码无须改动"),
    "set": Words("page numbers set", "已设页码"),
    "left": Words("page numbers left: a foot holds other words or a picture", "页码未动：页脚另有文字或图片"),
}


def lay_out_files(
    files: Sequence[str], profile: str | None, format: str, output: str | None = None, *, in_place: bool
) -> int:
    """Lay out docx files: into the file named, of several into the folder named, or each over itself."""
    many = names_many(files)
    if output is None and not in_place:
        raise Misuse("cli.format", "say where what is laid out goes: --output, or --in-place")
    if output is not None and in_place:
        raise Misuse("cli.format", "--output and --in-place say two things: give one")
    if in_place and "-" in files:
        raise Misuse("cli.format", "stdin is no file to be written over: give --output")
    judged = None if profile is None else Profile.load(profile)
    folder = Path(output) if output is not None and many else None
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
    failed: list[str] = []
    names = named_files(files)

    def one(name: str) -> tuple[str, Source, Formatted]:
        target = Path(name) if output is None else Path(output) if folder is None else folder / Path(name).name
        if not in_place and name != "-" and target.exists() and target.samefile(name):
            raise ReadError("write.same", "-o names the file itself: give another, or say --in-place")
        source = read_source(name)
        result = lay_out(source.data, (judged or _profile(name)).layout)
        if not in_place or result.data != source.data:
            write_file(target, result.data)
        return name, source, result

    if folder is not None:
        for target, files_so_called in Counter(Path(name).name for name in names).items():
            if files_so_called > 1:
                message = "two files would be written as {target}: lay them out apart"
                raise Misuse("cli.format", message, target=target)
    done = list(each_of(names, one, failed, said("laid out", "排版"))) if many else [one(names[0])]
    if format == "json":
        print(json_text([_as_json(*each) for each in done], indent=2))
    else:
        draw(Stack([_drawn(*each) for each in done]))
    return 2 if failed else 0


def _profile(name: str) -> Profile:
    return Profile.found_for(Path.cwd() / "-" if name == "-" else name) or NATIONAL


def _as_json(name: str, source: Source, result: Formatted) -> dict[str, Any]:
    def line(start: int, end: int) -> str:
        return source.text[start:end]

    return {
        "file": name,
        "changed": result.data != source.data,
        "pages": result.pages,
        "numbers": result.numbers,
        "done": [
            {
                "start": one.start,
                "end": one.end,
                "element": one.element,
                "style": one.style,
                "text": line(one.start, one.end),
            }
            for one in result.done
        ],
        "left": [
            {
                "start": one.start,
                "end": one.end,
                "element": one.element,
                "why": one.why,
                "text": line(one.start, one.end),
            }
            for one in result.left
        ],
    }


def _drawn(name: str, source: Source, result: Formatted) -> Drawn:
    styles = Counter(one.style for one in result.done)
    table = counted(name, len(result.done), said("style", "样式"), said("paragraphs", "段数"))
    for style, count in styles.items():
        table.add(style, str(count))
    parts: list[Drawn] = [table]
    if result.left:
        kept = counted(said("Left as it is", "未动"), len(result.left), said("line", "段落"), said("why", "原因"))
        for left in result.left:
            kept.add(shortened(source.text[left.start : left.end], _LINE), said(*_WHY[left.why]))
        parts.append(kept)
    parts += (
        Text(said(f"pages set: {result.pages}", f"改动页面设置：{result.pages}节")),
        Text(said(*_NUMBERS[result.numbers])),
        Text(),
    )
    return Stack(parts)
