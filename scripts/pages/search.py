"""The words that the search must find whole: a dictionary for jieba, from the catalogue."""

from __future__ import annotations

from egovkit.catalogue.frameworks import frameworks
from egovkit.data import rows

_TERMS = (
    "发文字号",
    "发文机关",
    "机关代字",
    "主送机关",
    "成文日期",
    "发文机关署名",
    "规范性文件",
    "电子政务",
    "政务公开",
    "一网通办",
)


def pages() -> dict[str, str]:
    words = {
        *_TERMS,
        *(row["code"] for row in rows("organs")),
        *(row["organ"] for row in rows("organs")),
        *(row["name"] for row in rows("document_kinds")),
        *(name for framework in frameworks for name in framework.names),
    }
    # A word without a frequency gets the one that keeps it whole.
    return {"search/words.txt": "".join(f"{word}\n" for word in sorted(words) if word and " " not in word)}
