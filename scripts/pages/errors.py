"""Every error code with what it says in both languages, read from the places that raise it."""

from __future__ import annotations

from egovkit.messages import catalogue, chinese
from scripts.messages import raised
from scripts.pages.markdown import GENERATED, table


def pages() -> dict[str, str]:
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
    text = (
        f"# Error codes 错误代码\n\n{GENERATED}"
        "A code is stable: a program may branch on it. The message is for people and may change; what it fills in is in "
        "braces. `str(error)` is in the language of the person (`EGOVKIT_LANG=zh` or `en`, else that of the locale), "
        "`error.message_en` and `error.message_zh` are each of both, and `messages_of(error)` lists what any of them "
        "says. As a pydantic field a bad string gives a `ValidationError` with the same code as `type`. See "
        "[errors](../reference/errors.md).\n\n"
        f"{table(('code', 'message', '中文', 'raised in'), rows)}\n"
        "## What pydantic says\n\n"
        f"{table(('type', 'message', '中文'), [(f'`{row.code}`', row.en, row.zh) for row in others])}"
    )
    return {"tables/errors.md": text}
