"""A printed document that OCR ran into one line (单行文本): cut by the name of its organ, which it prints three times.

Only where the head names the organ before 文件 and again before 关于 is it certain where the signature begins, and that no
other name of a sentence is cut off from it.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from egovkit.lexicon import any_of
from egovkit.text.patterns import LatePattern

__all__ = ["cut_by_organ"]

_DATE: Final = "[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日"
_HEAD: Final = LatePattern(
    lambda: (
        rf"""
      (?P<mark> (?P<organ> [\u3400-\u9fff]{{4,30}}? ) 文件 )
      (?P<number> [^。，；：:\s]{{1,16}} [〔\[] [0-9]{{4}} [〕\]] [0-9]{{1,5}} 号 )
      (?P<signer> 签发人 [：:] \s? [^\s。，：:]{{2,6}}? )?
      (?P<title> (?P=organ) 关于 [^。；]{{2,120}}? 的 (?:{any_of("documents.title.kinds")}) )
      (?P<to> [^。；，：:]{{2,60}} [：:] )?
    """
    ),
    re.VERBOSE,
)
_PARTS: Final = ("mark", "number", "signer", "title", "to")


def cut_by_organ(line: tuple[int, int, str]) -> list[tuple[int, int, str]]:
    """Return the parts of a document in one line: its head, its text, and what is below it (切分); else the line.

    >>> text = "某市教育局文件某教发〔2021〕3号某市教育局关于防火的通知各学校：请认真执行。某市教育局2021年3月1日"
    >>> [piece for _, _, piece in cut_by_organ((0, len(text), text))][4:]
    ['请认真执行。', '某市教育局', '2021年3月1日']
    """
    start, end, body = line
    head = _HEAD.match(body)
    if head is None:
        return [line]
    cuts = {head.end(part) for part in _PARTS if head[part]}
    organ = re.escape(head["organ"])
    # The last of the organ's names that a date follows: the signature, and who prints it.
    for found in re.compile(
        rf"(?P<name>{organ})(?={_DATE}(?!印发))|{organ}[\u3400-\u9fff]{{0,12}}{_DATE}印发"
    ).finditer(body, head.end()):
        cuts.add(found.start())
        if found["name"] is None:
            continue
        cuts |= _around(body, head.end(), found.start(), found.end())
    places = [0, *sorted(cuts - {0, end - start}), end - start]
    return [(start + low, start + high, body[low:high]) for low, high in pairwise(places)]


def _around(body: str, low: int, signature: int, date: int) -> set[int]:
    """Return where the note of annexes begins before a signature, and the note and the annex after its date."""
    cuts = {date}
    note = body.rfind("附件：", low, signature)
    if note > 0 and body[note - 1] in "。；":
        cuts.add(note)
    dated = re.compile(_DATE).match(body, date)
    at = dated.end() if dated is not None else date
    cuts.add(at)
    if body.startswith("（", at) and (closed := body.find("）", at, at + 80)) > 0:
        at = closed + 1
        cuts.add(at)
    if body.startswith("附件", at):
        cuts.add(at + 2)
    return cuts
