"""Every error code with what it says in both languages, read from the places that raise it."""

from __future__ import annotations

from egovkit.messages import catalogue, chinese, said
from scripts.messages import raised
from scripts.pages.languages import both, up
from scripts.pages.markdown import GENERATED, table


def pages() -> dict[str, str]:
    return both(_pages)


def _pages() -> dict[str, str]:
    rooms: dict[tuple[str, str], set[str]] = {}
    for each in raised():
        # What a line of a document is taken for has words too, and is no error.
        if each.text is not None and "documents" not in each.path.parts:
            rooms.setdefault((each.code, each.text), set()).add(f"`{'.'.join(each.path.with_suffix('').parts)}`")
    # What pydantic says itself is told where its text is met.
    others = [row for row in catalogue() if "." not in row.code and (row.code, row.en) not in rooms]
    rows = [
        (f"`{code}`", text, chinese(code, text), ", ".join(sorted(rooms[code, text]))) for code, text in sorted(rooms)
    ]
    title = said("Error codes (错误代码)", "错误代码")
    head = said(
        "A code is stable: a program may branch on it. The message is for people and may change; what it fills in is in "
        "braces. `str(error)` is in the language of the person (`EGOVKIT_LANG=zh` or `en`, else that of the locale), "
        "`error.message_en` and `error.message_zh` are each of both, and `messages_of(error)` lists what any of them "
        "says. As a pydantic field a bad string gives a `ValidationError` with the same code as `type`. See "
        "[errors]({up}../reference/errors.md).",
        "代码不变，程序可据以分支；说明供人阅读，可能改动，花括号内为填入的内容。`str(error)` 用使用者的语言（`EGOVKIT_LANG=zh` 或 "
        "`en`，否则随系统），`error.message_zh`、`error.message_en` 各为一种，`messages_of(error)` 逐条列出。作 pydantic 字段时，"
        "不合要求的字符串引发 `ValidationError`，其 `type` 即此代码。参见[错误]({up}../reference/errors.md)。",
    ).replace("{up}", up())
    header = said("code|message|中文|raised in", "代码|英文|中文|出处").split("|")
    types = said("type|message|中文", "类型|英文|中文").split("|")
    text = (
        f"# {title}\n\n{GENERATED}{head}\n\n{table(header, rows)}\n"
        f"## {said('What pydantic says', 'pydantic 的说明')}\n\n"
        f"{table(types, [(f'`{row.code}`', row.en, row.zh) for row in others])}"
    )
    return {"tables/errors.md": text}
