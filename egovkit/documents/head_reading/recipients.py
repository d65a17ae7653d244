"""The recipients of a document (主送机关): a line that ends with a colon, several, or the opening of a text."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from egovkit.documents.draft import Draft, Found
from egovkit.documents.grounds import Ground
from egovkit.documents.organ_lines import is_organ
from egovkit.grammar.headings import may_open_heading, read_marker
from egovkit.lexicon import any_of
from egovkit.text.folding import BLANKS, squeeze
from egovkit.text.patterns import LatePattern

__all__ = ["Addressed", "read_recipients"]

# What says something, and addresses nobody.
_SAYS: Final = LatePattern(
    lambda: (
        rf"""
    {any_of("documents.says.words")}
    | ^(?:{any_of("documents.says.first")}|\#)
    | (?:{any_of("documents.says.last")})$
    | \|
    | (?:[部局司处院厅市省县]长|{any_of("documents.says.speakers")})[\u3400-\u9fff]{{2,3}}$  # 市长某某：
    """
    ),
    re.VERBOSE,
)
_MAX_RECIPIENTS: Final = 600
_MAX_WRAPPED: Final = 6
_SALUTATION: Final = LatePattern(
    lambda: (
        rf"""
    (?:{any_of("documents.addressees.first")})[^。；;：:《》]{{2,280}}[：:]
    (?=为[了进贯落深全充切更加促规做认积]|近[日期年]|{any_of("documents.addressees.then")})
    """
    ),
    re.VERBOSE,
)
_MAX_ADDRESSEES: Final = 300
_NO_ADDRESS: Final = frozenset("。；;《》〈〉？！|")
_NAME_ENDS: Final = LatePattern(rf"[、，,{BLANKS}]+")
# 各省财政厅（局）
_ALIAS: Final = LatePattern(r"[（(][^（()）]{1,8}[)）]$")
# Groups of organs: 各有关单位, 市政府各部门, 县直各企事业单位.
_GROUP: Final = LatePattern(
    lambda: (
        rf"""
    [\u3400-\u9fff]{{0,12}}(?:{any_of("documents.addressees.groups")})[\u3400-\u9fff（）()]{{0,20}}
    (?:{any_of("documents.addressees.members")}|[省市县区州旗局厅委办院署行社])
    """
    ),
    re.VERBOSE,
)
_SPOKEN_TO: Final = LatePattern(rf"[{BLANKS}]*(?:你(?=[\u3400-\u9fff])|来[函文]|《[^《》]{{2,100}}》[^。]{{0,40}}收悉)")
_RUNS_ON: Final = LatePattern(
    lambda: rf"[{BLANKS}]*(?:[0-9]{{4}}[{BLANKS}]?年|{any_of('documents.addressees.spoken')})"
)

_COLON_LAST: Final = LatePattern("[：:]$")


def _said(line: str) -> str | None:
    """The words by which a line says something; None where it says nothing, or names organs that begin so."""
    bare = line.rstrip("：:")
    found = _SAYS.search(bare)
    if found is None or (found.start() == 0 and all(is_organ(squeeze(name)) for name in _NAME_ENDS.split(bare))):
        return None  # 经济和信息化局、第一中学
    return found[0]


_COLON: Final = Ground("recipients.colon", "ends with a colon and says nothing", _COLON_LAST)
_WRAPPED: Final = Ground(
    "recipients.wrapped", "lines that end with a comma, the last with a colon; organs first and last", _COLON_LAST
)
_SALUTED: Final = Ground(
    "recipients.salutation", "opens as a salutation, and a text begins after its colon", _COLON_LAST
)
_OPENING: Final = Ground(
    "recipients.opening", "organs alone before a colon, and a text that speaks to them after it", _COLON_LAST
)
_NOT_ADDRESSED: Final = Ground("recipients.says", "ends with a colon, but says something", _said)


class Addressed(NamedTuple):
    """Recipients that a head may have (主送机关): the lines that they take, and whether a text runs on after them."""

    found: Found[str]
    lines: int
    runs_on: bool
    ground: Ground


def read_recipients(draft: Draft, i: int, limit: int) -> Addressed | None:
    """Read the recipients on line `i`, also where they go on below or the text runs on after them (读主送机关)."""
    line = draft.lines[i]
    text, end, taken, ground = line.text, line.end, 1, _COLON
    if text[-1] in "，、,":
        taken = _wrapped(draft, i, limit)
        if not taken:
            return None
        end = draft.lines[i + taken - 1].end
        text = "".join(below.text for below in draft.lines[i : i + taken])
        ground = _WRAPPED
    elif not _is_addressed(text):
        if text[-1] in "：:" and _said(text):
            draft.leave(i, _NOT_ADDRESSED)
        salutation = _SALUTATION.match(text)
        size = salutation.end() if salutation is not None else _addressees_end(text)
        if size is None:
            return None
        end = line.start + size
        text = text[:size]
        ground = _SALUTED if salutation is not None else _OPENING
    return Addressed(Found(text[:-1].strip(BLANKS), line.start, end - 1), taken, end < line.end, ground)


def _is_addressed(line: str) -> bool:
    if line[-1] not in "：:" or len(line) > _MAX_RECIPIENTS or len(line) < 3 or "。" in line:
        return False
    return _said(line) is None and not (may_open_heading(line[0]) and read_marker(line) is not None)


def _wrapped(draft: Draft, i: int, limit: int) -> int:
    """How many lines from `i` on recipients run over, each but the last with a comma at its end; 0 where none do."""
    lines = draft.lines
    end = i
    while end < limit and end - i < _MAX_WRAPPED and lines[end].text[-1] in "，、,":
        end += 1
    if end == limit:
        return 0
    whole = "".join(line.text for line in lines[i : end + 1])
    names = [_ALIAS.sub("", squeeze(name)) for name in _NAME_ENDS.split(whole[:-1])]
    if not _is_addressed(whole) or not _is_addressee(names[0]) or not _is_addressee(names[-1]):
        return 0
    return end + 1 - i


def _is_addressee(name: str) -> bool:
    return is_organ(name) or _GROUP.fullmatch(name) is not None


def _addressees_end(line: str) -> int | None:
    """Return where the organs end that a run-on text opens with, after their colon: 某乡人民政府：你乡…."""
    full, half = line.find("：", 2, _MAX_ADDRESSEES), line.find(":", 2, _MAX_ADDRESSEES)
    colon = min(full, half) if full > 0 and half > 0 else max(full, half, 0)
    head = line[:colon]
    if not head or not _NO_ADDRESS.isdisjoint(head) or _said(head) is not None:
        return None
    names = [squeeze(name) for name in _NAME_ENDS.split(head)]
    if not all(map(_is_addressee, names)):
        return None
    # 财政部：… may as well say who answers: one name needs to be spoken to.
    spoken_to = _SPOKEN_TO if len(names) == 1 and not names[0].startswith("各") else _RUNS_ON
    return colon + 1 if spoken_to.match(line, colon + 1) else None
