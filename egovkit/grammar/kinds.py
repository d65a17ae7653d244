"""The kind word that a title ends with (文种): 通知, 意见, 条例, 办法.

>>> kind_of("国务院办公厅关于促进电子政务协调发展的指导意见"), kind_of("关于科技节水建议的复函"), kind_of("某县答复")
('意见', '函', None)
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from egovkit.data import rows

__all__ = ["bare_title", "ends_like_title", "kind_of"]

_BRACKET: Final = re.compile(r"[（(〔\[【][^（）()〔〕\[\]【】]{1,30}[)）〕\]】]$")
# What titles end with that is no kind of document.
_OTHER_ENDS: Final = (
    "解读",
    "答记者问",
    "答复",
    "问答",
    "说明",
    "名单",
    "讲话",
    "答复意见",
    "白皮书",
    "宣言",
    "声明",
    "简报",
    "总结",
)


@cache
def _kinds() -> tuple[tuple[str, ...], frozenset[str]]:
    names = sorted((row["name"] for row in rows("document_kinds")), key=lambda name: (-len(name), name))
    return tuple(names), frozenset(name[-1] for name in names)


def bare_title(title: str) -> str:
    """Return a title without the brackets behind its kind word (去括注): 办法（试行） is 办法.

    >>> bare_title("公文处理办法（试行）"), bare_title("预算法（2018年修正）")
    ('公文处理办法', '预算法')
    """
    for _ in range(3):
        found = _BRACKET.search(title[-36:])
        if found is None:
            break
        title = title[: len(title) - (found.end() - found.start())]
    return title


def kind_of(title: str) -> str | None:
    """Return the kind word that a title ends with (取文种); None where it ends with none.

    A title that ends with a bracket about its version (试行) has the kind in front of it.
    """
    title = bare_title(title)
    names, finals = _kinds()
    if not title or title[-1] not in finals:
        return None
    for name in names:
        if title.endswith(name) and len(title) > len(name):
            return name
    return title if title in names else None


def ends_like_title(line: str) -> bool:
    """Say whether a line ends as titles do (似标题): with a kind word, or with 解读, 答复 and their like.

    >>> ends_like_title("《意见》解读"), ends_like_title("现通知如下：")
    (True, False)
    """
    bare = bare_title(line)
    return kind_of(bare) is not None or bare.endswith(_OTHER_ENDS)
