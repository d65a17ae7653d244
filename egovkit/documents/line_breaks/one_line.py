"""A printed document that OCR ran into one line (单行文本): cut by the name of its organ, which it prints three times.

Only where the head names the organ before 文件 and again before 关于 is it certain where the signature begins, and that no
other name of a sentence is cut off from it. Minutes have neither: their organ is between number and 签发人, and again
before the day on which they were printed.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from egovkit.lexicon import any_of
from egovkit.text.patterns import LatePattern

__all__ = ["cut_by_organ"]

_NEAR: Final = 60
_DATE: Final = "[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日"
_HEAD: Final = LatePattern(
    lambda: (
        rf"""
      (?P<mark> (?P<organ> [\u3400-\u9fff]{{4,30}}? ) 文件 )
      (?P<number> [^。，；：:\s]{{1,16}} [〔\[] [0-9]{{4}} [〕\]] [0-9]{{1,5}} 号 )
      (?P<signer> 签发人 [：:] \s? [^\s。，：:]{{2,6}}? )?
      (?P<title> (?P=organ) (?: \s{{0,4}} (?P<joint> [\u3400-\u9fff]{{4,30}}? ) )?? 关于 [^。；]{{2,120}}? 的 [\u3400-\u9fff]{{0,4}}?
        (?:{any_of("documents.title.kinds")}) (?![》〉>的]) )
      (?P<to> [^。；，：:]{{2,60}} [：:] )?
    """
    ),
    re.VERBOSE,
)
_PARTS: Final = ("mark", "number", "signer", "title", "to")
# 市长办公会议纪要〔2021〕3号某市人民政府签发人：某某, what is above it, and the first words of a text.
_MINUTES: Final = LatePattern(
    lambda: (
        rf"""
      (?P<above> (?:{any_of("documents.minutes.above")})* )
      (?P<number> [\u3400-\u9fff]{{0,16}} 纪要 [〔\[] [0-9]{{4}} [〕\]] [0-9]{{1,5}} 号 )
      (?P<organ> [\u3400-\u9fff]{{4,30}}? )
      (?P<day> {_DATE} )?
      (?P<signer> 签发人 [：:] \s? (?:[X×Ｘ*＊]{{2,4}} | [\u3400-\u9fff]{{2,4}}?) )?
      (?= {_DATE} | (?:{any_of("documents.minutes.opens")}) )
    """
    ),
    re.VERBOSE,
)
_OF_MINUTES: Final = ("above", "number", "organ", "day", "signer")
# The title of an annex, which its note and the annex itself both print at the end of a text.
_ANNEXED: Final = LatePattern(
    r"附件[：:](?P<title>[^。；：]{4,60}?)(?P<note>（此件[^（）]{1,120}）)?(?P<label>附件)(?P<again>(?P=title))"
)
_PRINTED: Final = LatePattern(rf"[\u3400-\u9fff]{{0,12}}{_DATE}印发$")


def cut_by_organ(line: tuple[int, int, str]) -> list[tuple[int, int, str]]:
    """Return the parts of a document in one line: its head, its text, and what is below it (切分); else the line.

    >>> text = "某市教育局文件某教发〔2021〕3号某市教育局关于防火的通知各学校：请认真执行。某市教育局2021年3月1日"
    >>> [piece for _, _, piece in cut_by_organ((0, len(text), text))][4:]
    ['请认真执行。', '某市教育局', '2021年3月1日']
    """
    start, end, body = line
    head = _HEAD.match(body)
    minutes = _MINUTES.match(body) if head is None and "纪要" in body[:_NEAR] else None
    if head is not None:
        cuts = {head.end(part) for part in _PARTS if head[part]} | _below(
            body, head.end(), *filter(None, [head["organ"], head["joint"]])
        )
    elif minutes is not None and (printed := _printed(body, minutes["organ"])) is not None:
        cuts = {minutes.end(part) for part in _OF_MINUTES if minutes[part]} | _annexed(body, minutes.end()) | {printed}
    else:
        return [line]
    places = [0, *sorted(cuts - {0, end - start}), end - start]
    return [(start + low, start + high, body[low:high]) for low, high in pairwise(places)]


def _below(body: str, low: int, *organs: str) -> set[int]:
    """Return where what is below the text begins: the last of its organ's names that a date follows, and who prints it."""
    cuts: set[int] = set()
    # One organ of two signs first, the other right above the date.
    name = "(?:" + r"\s{0,4}".join(map(re.escape, organs)) + "|" + "|".join(map(re.escape, organs)) + ")"
    for found in re.compile(rf"(?P<name>{name})(?={_DATE}(?!印发))|{name}[\u3400-\u9fff]{{0,12}}{_DATE}印发").finditer(
        body, low
    ):
        cuts.add(found.start())
        if found["name"] is not None:
            cuts |= _around(body, low, found.start(), found.end())
    return cuts


def _printed(body: str, organ: str) -> int | None:
    """Return where the line begins that says who printed the text, if its organ did; None where none does."""
    at = body.rfind(organ)
    return at if at > 0 and _PRINTED.match(body, at + len(organ)) else None


def _annexed(body: str, low: int) -> set[int]:
    """Return where an annex's note, the note in brackets below it, the annex and its title begin."""
    found = _ANNEXED.search(body, low)
    if found is None:
        return set()
    return {found.start(), found.end("title"), found.start("label"), found.start("again"), found.end()}


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
