"""The head of a document: field table, 版头, title, number and recipients (首部)."""

from __future__ import annotations

import re
from typing import Final

from egovkit.documents.annexes import read_label
from egovkit.documents.blocks import Element
from egovkit.documents.closing import is_organ, read_date_line
from egovkit.documents.draft import Draft
from egovkit.documents.lines import Line
from egovkit.documents.residue import is_residue, page_number
from egovkit.documents.titles import clean_title, find_title, is_title_line
from egovkit.errors import ParseError
from egovkit.grammar.fields import read_fields
from egovkit.grammar.force import is_urgency
from egovkit.grammar.headings import may_open_heading, read_bare_marker, read_marker
from egovkit.grammar.titles import ends_like_title
from egovkit.models.issuance import IssuanceNumber, NumberForm, find_numbers
from egovkit.models.secrecy import Secrecy
from egovkit.text.folding import BLANKS, squeeze
from egovkit.text.limits import MAX_HEAD_LINES

__all__ = ["is_contents", "is_history", "read_head"]

_LONG: Final = 80
_COPY_NUMBER: Final = re.compile(r"(?:№|No\.?|份号[：:]?)?\s?([0-9]{6})")
_SECRECY: Final = re.compile(
    r"(绝密|机密|秘密)\s?(?:[★☆*]\s?(长期|[0-9０-９〇一二三四五六七八九十]{1,3}\s?(?:年|个?月))?)?"
)
_PIECE: Final = re.compile(rf"[^{BLANKS}]+")
_CORNER: Final = re.compile(rf"[0-9]{{6}}|{_SECRECY.pattern}|特急|加急|特提|平急|急件|紧急")
_ORGAN_MARK: Final = re.compile(r"[\u3400-\u9fff〇（）\s]{2,60}文\s?件")
_ORDER_MARK: Final = re.compile(r"(?:[\u3400-\u9fff〇（）、\s]{0,80}(?:令|命令|公告|通告))")
_ORDER_SERIAL: Final = re.compile(
    r"[（(]?\s?(?:[0-9０-９]{4}\s?年\s?)?第?\s?[0-9０-９〇零一二三四五六七八九十百]{1,6}\s?号\s?[)）]?"
)
_SIGNATORIES: Final = re.compile(rf"签[{BLANKS}]*发[{BLANKS}]*人[{BLANKS}]*[：:]?[{BLANKS}]*(.{{0,60}})")
_HISTORY: Final = re.compile(r"通过|公布|发布|修订|修正|批准|施行|印发|颁布|制定|修改|实施|废止|备案|生效")
_HISTORY_START: Final = re.compile(r"[（(](?![一二三四五六七八九十0-9]{1,3}[)）])|[0-9０-９一二]|根据|自|经|现予")
_YEAR: Final = re.compile(r"[0-9０-９〇○零一二三四五六七八九十]{4}\s?年|[0-9]{4}[-./][0-9]{1,2}[-./]")
_CONTENTS: Final = re.compile(rf"[#*{BLANKS}]*目[{BLANKS}]*[录次][*{BLANKS}]*")
_SAYS: Final = re.compile(
    r"如下|下列|以下|规定$|决定$|要求$|包括|是$|为$|意见$|事项$|指出|强调|^现|^为|^根据|^按照|^经|^请|^联系|^附|^注|^责任|^牵头|^来源|"
    r"^记者|^问|^答|^特别|^一[是、]|^第|^执行期限|^序号|^其中|表示|介绍|显示|认为|方式$|电话$|邮箱$|地址$|时间$|日期$|途径|^栏目|^相关|^#|\||[部局司处院厅市省县]长[\u3400-\u9fff]{2,3}$|(?:主任|发言人|记者|负责人)[\u3400-\u9fff]{2,3}$|^有效性|^标题|^关键词|^摘要|^内容提要"
)
_MAX_RECIPIENTS: Final = 600
_MAX_WRAPPED: Final = 6
_SALUTATION: Final = re.compile(
    r"(?:各|广大|市各|省各|有关|全市各|全省各|机关各)[^。；;：:《》]{2,280}[：:](?=为[了进贯落深全充切更加促规做认积]|根据|按照|依据|近[日期年]|经|现将|现就|自|今年|目前|鉴于|随着)"
)
_MAX_ADDRESSEES: Final = 300
_NO_ADDRESS: Final = frozenset("。；;《》〈〉？！|")
_NAME_ENDS: Final = re.compile(rf"[、，,{BLANKS}]+")
# 各省财政厅（局）
_ALIAS: Final = re.compile(r"[（(][^（()）]{1,8}[)）]$")
# Groups of organs: 各有关单位, 市政府各部门, 县直各企事业单位.
_GROUP: Final = re.compile(
    r"(?:[\u3400-\u9fff]{0,12}(?:各|有关|直属|所属))[\u3400-\u9fff（）()]{0,20}"
    r"(?:单位|部门|机构|企业|公司|学校|院校|机关|乡镇|街道|办事处|委员会|政府|委办局|厅局|[省市县区州旗局厅委办院署行社])"
)
_SPOKEN_TO: Final = re.compile(rf"[{BLANKS}]*(?:你(?=[\u3400-\u9fff])|来[函文]|《[^《》]{{2,100}}》[^。]{{0,40}}收悉)")
_RUNS_ON: Final = re.compile(
    rf"[{BLANKS}]*(?:你|《|[0-9]{{4}}[{BLANKS}]?年|为|根据|按照|依据|依照|经|现|自|今年|去年|近|目前|当前|鉴于|随着|在|最近|接)"
)
# A line that opens a list of measures without a marker; no title begins so.
_MEASURE: Final = re.compile(
    r"(?:加大|加强|优化|支持|完善|推进|落实|实施|提高|降低|放宽|鼓励|调整|取消|强化|深化|规范|延长|执行|做好|促进|提升|加快|扩大|推动|建立|健全)"
)


def read_head(draft: Draft, stop: int) -> int:
    """Read what stands in front of the text proper (读首部) and set `draft.body` to its first line.

    Returns how many lines were made out of one, which the lines behind moved down by.
    """
    lines = len(draft.lines)
    at = _front_matter(draft, stop)
    rest = _scan(draft, at, stop)
    _title(draft, at, rest)
    _numbers(draft, at, rest)
    _marks(draft, at, rest)
    draft.body = rest
    return len(draft.lines) - lines


def _front_matter(draft: Draft, stop: int) -> int:
    lines, kinds = draft.lines, draft.kinds
    if stop < 3 or lines[0][2] != "---":
        return 0
    for end in range(1, min(stop, MAX_HEAD_LINES)):
        if lines[end][2] == "---":
            for i in range(end + 1):
                kinds[i] = Element.FIELD
                _fields(draft, i, stop)
            return end + 1
    return 0


def _fields(draft: Draft, i: int, stop: int) -> int:
    """Read the fields of line `i`; return how many lines they take, 0 where it has none."""
    start, _, line = draft.lines[i]
    fields = read_fields(line)
    taken = 1 if fields else 0
    for field in fields:
        value = (line[field.start : field.end], start + field.start, start + field.end)
        if field.start == field.end and field is fields[-1] and i + 1 < stop:
            # The value stands on the next line, unless that is a field itself.
            below_start, below_end, below = draft.lines[i + 1]
            wordy = field.element != "keywords" or "　" in below or " " in below
            if below.startswith("- "):
                value, taken = _listed(draft, i + 1, stop)
            elif len(below) <= 200 and wordy and not read_fields(below):
                value, taken = (below, below_start, below_end), 2
        if value[0] and field.element not in draft.fields:
            draft.fields[field.element] = value
    return taken


def _listed(draft: Draft, first: int, stop: int) -> tuple[tuple[str, int, int], int]:
    """Read a value that YAML gives as a list from line `first` on, and how many lines it takes with its name."""
    lines = draft.lines
    end = first
    while end < stop and lines[end][2].startswith("- "):
        end += 1
    words = "　".join(line.removeprefix("- ").strip("\"'") for _, _, line in lines[first:end])
    return (words, lines[first][0], lines[end - 1][1]), end - first + 1


def _scan(draft: Draft, at: int, stop: int) -> int:
    """Walk down the head and return the first line of the text proper."""
    lines, kinds = draft.lines, draft.kinds
    titled = colon = False
    i = at
    limit = min(stop, at + MAX_HEAD_LINES)
    while i < limit:
        line = lines[i][2]
        taken = _fields(draft, i, stop)
        if taken:
            kinds[i : i + taken] = [Element.FIELD] * taken
            i += taken
            continue
        kind = _plain_kind(line)
        if kind is not None:
            kinds[i] = kind
            if kind is Element.DATED:
                start, end, _ = lines[i]
                draft.fields.setdefault("dated", (line[1:-1], start + 1, end - 1))
        elif saluted := _salute(draft, i, limit):
            return i + saluted
        elif _begins_text(line, titled) or ((titled or colon) and _bare_one(lines, i)):
            return i
        titled = titled or ends_like_title(line.rstrip("。；;，"))
        colon = line[-1] in "：:"
        i += 1
    # Nothing but short lines: the text begins behind the title, if there is one.
    return _behind_title(draft, at, i)


def _plain_kind(line: str) -> Element | None:
    """What a line of the head is, where it shows by itself."""
    if page_number(line):
        return Element.PAGE_NUMBER
    if is_contents(line):
        return None
    if is_residue(line):
        return Element.RESIDUE
    if line[0] in "（(" and line[-1] in "）)" and read_date_line(line[1:-1].strip(BLANKS)) is not None:
        return Element.DATED
    return Element.PROMULGATION if is_history(line) else None


def _salute(draft: Draft, i: int, limit: int) -> int:
    """Read the recipients on line `i`, also where the text runs on behind them; how many lines they take."""
    start, end, line = draft.lines[i]
    taken = 1
    if line[-1] in "，、,":
        taken = _wrapped(draft, i, limit)
        if not taken:
            return 0
        end = draft.lines[i + taken - 1][1]
        line = "".join(below for _, _, below in draft.lines[i : i + taken])
    elif not _is_recipients(line):
        salutation = _SALUTATION.match(line)
        size = salutation.end() if salutation is not None else _addressees_end(line)
        if size is None:
            return 0
        end = start + size
        draft.split(i, end)
        line = line[:size]
    draft.put("recipients", line[:-1].strip(BLANKS), start, end - 1)
    draft.kinds[i : i + taken] = [Element.RECIPIENTS] * taken
    return taken


def _wrapped(draft: Draft, i: int, limit: int) -> int:
    """How many lines from `i` on recipients run over, each but the last with a comma at its end; 0 where none do."""
    lines = draft.lines
    end = i
    while end < limit and end - i < _MAX_WRAPPED and lines[end][2][-1] in "，、,":
        end += 1
    if end == limit:
        return 0
    whole = "".join(line for _, _, line in lines[i : end + 1])
    names = [_ALIAS.sub("", squeeze(name)) for name in _NAME_ENDS.split(whole[:-1])]
    if not _is_recipients(whole) or not all(is_organ(name) or _GROUP.fullmatch(name) for name in (names[0], names[-1])):
        return 0
    return end + 1 - i


def _begins_text(line: str, titled: bool) -> bool:
    if is_contents(line) or (len(line) > _LONG and not is_title_line(line)):
        return True
    if "。" in line and line[0] not in "（(" and (titled or not is_title_line(line)):
        return True
    if not may_open_heading(line[0]):
        return False
    marker = read_marker(line)
    if marker is None:
        return False
    # A page's title may open with a year: # 2025版.
    return titled or (marker.level != "h1?" and not line.startswith(("# 1", "# 2")))


def _bare_one(lines: list[Line], i: int) -> bool:
    """Say whether line `i` is the numeral of a text's first heading, whose words stand on the next line."""
    line = lines[i][2]
    if "一" not in line or len(line) > 8 or i + 1 == len(lines):
        return False
    marker = read_bare_marker(line, lines[i + 1][2])
    return marker is not None and marker.ordinal == "一"


def _behind_title(draft: Draft, at: int, limit: int) -> int:
    for i in range(limit - 1, at - 1, -1):
        if draft.kinds[i] in (Element.PROMULGATION, Element.FIELD):
            return i + 1
        line = draft.lines[i][2]
        if ends_like_title(line) and is_title_line(line):
            return i + 1
    return at


def is_contents(line: str) -> bool:
    """Say whether a line is the title of a table of contents (是否目录).

    >>> is_contents("目　　录"), is_contents("目录编制")
    (True, False)
    """
    return len(line) <= 20 and _CONTENTS.fullmatch(line) is not None


def is_history(line: str) -> bool:
    """Say whether a line tells when and by whom a text was passed, published and amended (是否题注).

    >>> is_history("（2005年3月14日第十届全国人民代表大会第三次会议通过）")
    True
    """
    return (
        10 <= len(line) <= 3000
        and _HISTORY_START.match(line) is not None
        and _HISTORY.search(line, 8) is not None
        and _YEAR.search(line, 0, 400) is not None
        and ((line[0] in "（(" and line[-1] in "）)。") or "。" not in line[:-1])
        and line[-1] not in "：:；;"
        and (line[0] in "（(" or line[-1] not in "。，," or (line[0] == "根" and "，现" not in line))
    )


def _addressees_end(line: str) -> int | None:
    """Return where the organs end that a run-on text opens with, behind their colon: 某乡人民政府：你乡…."""
    colon = min((at for mark in "：:" if (at := line.find(mark, 2, _MAX_ADDRESSEES)) > 0), default=0)
    head = line[:colon]
    if not head or not _NO_ADDRESS.isdisjoint(head) or _SAYS.search(head) is not None:
        return None
    names = [squeeze(name) for name in _NAME_ENDS.split(head)]
    if not all(is_organ(name) or _GROUP.fullmatch(name) for name in names):
        return None
    # 财政部：… may as well say who answers: one name needs to be spoken to.
    spoken_to = _SPOKEN_TO if len(names) == 1 and not names[0].startswith("各") else _RUNS_ON
    return colon + 1 if spoken_to.match(line, colon + 1) else None


def _is_recipients(line: str) -> bool:
    if line[-1] not in "：:" or len(line) > _MAX_RECIPIENTS or len(line) < 3 or "。" in line:
        return False
    return _SAYS.search(line[:-1]) is None and not (may_open_heading(line[0]) and read_marker(line) is not None)


def _title(draft: Draft, at: int, rest: int) -> None:
    lines, kinds = draft.lines, draft.kinds
    free = [line[2] if kinds[at + i] is None else "" for i, line in enumerate(lines[at:rest])]
    for i, below in enumerate(free[1:]):
        # 财政部公告 / 2023年第71号: that is the number's first line.
        if _ORDER_SERIAL.fullmatch(below) and _ORDER_MARK.fullmatch(free[i]):
            free[i] = ""
    known = draft.fields.get("title")

    def joint(line: str) -> bool:
        # An organ above a title belongs to it if the text names it again: in its signature.
        return is_organ(squeeze(line)) and squeeze(line) in draft.text[lines[rest - 1][1] :]

    found = find_title(free, known[0] if known else None, joint) or _plain_title(draft, free, at)
    if found is not None:
        first, last = at + found[0], at + found[1]
        title = clean_title([line[2] for line in lines[first : last + 1]])
        draft.put("title", title, lines[first][0], lines[last][1])
        for i in range(first, last + 1):
            kinds[i] = Element.TITLE
        # Pages print a title more than once.
        while (
            again := find_title([line if kinds[at + i] is None else "" for i, line in enumerate(free)], title, joint)
        ) is not None:
            if clean_title([line[2] for line in lines[at + again[0] : at + again[1] + 1]]) != title:
                break
            for i in range(at + again[0], at + again[1] + 1):
                kinds[i] = Element.TITLE
    elif known is not None:
        draft.put("title", squeeze(known[0]), known[1], known[2])


def _plain_title(draft: Draft, free: list[str], at: int) -> tuple[int, int] | None:
    """A title without a kind word: the line that stands alone above number, recipients, history or the text."""
    for i, line in enumerate(free):
        if not line or (line[-1] == "号" and len(line) <= 40):
            continue
        if (
            not (4 < len(line) <= 60 and is_title_line(line))
            or line[-1] in "）)”"
            or " " in line.strip("# ")
            or is_organ(line)
            or _MEASURE.match(line)
        ):
            return None
        if at + i + 1 >= len(draft.lines) or ("recipients" in draft.values and any(free[i + 1 :])):
            return None
        # A subtitle or two may stand below, then the text.
        return (i, i) if sum(map(bool, free[i + 1 :])) <= 3 else None
    return None


def _numbers(draft: Draft, at: int, rest: int) -> None:
    lines, kinds = draft.lines, draft.kinds
    for i in range(at, rest):
        if kinds[i] is not None:
            continue
        start, end, line = lines[i]
        if "号" not in line or len(line) > 160:
            continue
        if _ORDER_SERIAL.fullmatch(line) and i > at and _joined_number(draft, at, i):
            continue
        found = _own_number(line)
        if found is not None:
            number, first, last = found
            draft.put("number", number, start + first, start + last)
            kinds[i] = Element.NUMBER
    if (
        "number" not in draft.values
        and "title" in draft.spans
        and "号" in draft.text[slice(*draft.spans["title"])][-12:]
    ):
        # …的通知（国办发明电〔2020〕1号）
        start = draft.spans["title"][0]
        for mention in find_numbers(draft.text[slice(*draft.spans["title"])])[-1:]:
            draft.put("number", mention.value, start + mention.start, start + mention.end)
    if "number" not in draft.values and "number" in draft.fields:
        value, start, end = draft.fields["number"]
        try:
            draft.put("number", IssuanceNumber.parse(value), start, end)
        except ParseError:
            for mention in find_numbers(value)[:1]:
                draft.put("number", mention.value, start + mention.start, start + mention.end)
    if "number" not in draft.values:
        _number_of_history(draft, at, rest)


def _own_number(line: str) -> tuple[IssuanceNumber, int, int] | None:
    """Read a line that holds the document's number and no more, or the signatories besides; the number and its range."""
    mentions = find_numbers(line)
    if mentions:
        mention = mentions[0]
        alone = len(mentions) == 1 and len(squeeze(line)) <= len(squeeze(mention.text)) + 4
        return (mention.value, mention.start, mention.end) if alone or _SIGNATORIES.search(line) else None
    # A printed page as some readers see it: each character stands alone.
    if line.count(" ") > len(line) // 3 and IssuanceNumber.is_valid(squeeze(line)):
        return IssuanceNumber.parse(squeeze(line)), 0, len(line)
    return None


def _joined_number(draft: Draft, at: int, i: int) -> bool:
    """Read an order's number that is printed in two lines: 国务院令 / 第706号."""
    lines, kinds = draft.lines, draft.kinds
    first = i - 1
    if kinds[first] is not None or not _ORDER_MARK.fullmatch(lines[first][2]):
        return False
    organs = [_spaced_organs(lines[first][2])]
    while organs[0] in ("令", "命令", "公告", "通告") and first > at and kinds[first - 1] is None and len(organs) < 12:
        if not is_title_line(lines[first - 1][2]) or ends_like_title(lines[first - 1][2]):
            break
        first -= 1
        organs.insert(1, squeeze(lines[first][2]))
    names = " ".join(organs[1:]) + organs[0]
    serial = squeeze(lines[i][2]).strip("（）()")
    try:
        number = IssuanceNumber.parse(names.replace("命令", "令") + serial)
    except ParseError:
        return False
    draft.put("number", number, lines[first][0], lines[i][1])
    for j in range(first, i):
        kinds[j] = Element.ORGAN_MARK
    kinds[i] = Element.NUMBER
    return True


def _spaced_organs(line: str) -> str:
    """The organs in front of 令 or 公告 with one blank between two of them; 国 务 院 令 is one organ's."""
    pieces = _PIECE.findall(line)
    if len(pieces) > 1 and all(len(piece) > 2 and is_organ(piece) for piece in pieces[:-1]):
        return " ".join(pieces)
    return squeeze(line)


_PROMULGATED_BY: Final = re.compile(r"\s?(?:(?P<verb>公布|发布|颁布)|令|、)")


def _number_of_history(draft: Draft, at: int, rest: int) -> None:
    """The order that a law's history says it was promulgated by (题注中的令号): the last that promulgated it anew."""
    found: tuple[IssuanceNumber, int, int] | None = None
    for i in range(at, rest):
        if draft.kinds[i] is not Element.PROMULGATION:
            continue
        start, _, line = draft.lines[i]
        for mention in find_numbers(line) if "号" in line else ():
            behind = _PROMULGATED_BY.match(line, mention.end)
            if behind is None or mention.value.form is NumberForm.REGULAR:
                continue
            # The second of a joint order (甲部令第10号、乙部令第1号发布) promulgates nothing anew.
            if not found or (behind["verb"] and draft.text[found[2] : start + mention.start].strip() != "、"):
                found = mention.value, start + mention.start, start + mention.end
    if found is not None:
        draft.put("number", *found)


def _corner(draft: Draft, words: str, start: int, end: int) -> Element | None:
    """Read one mark of a printed head's corners: 份号, 密级 or 紧急程度; what it is, None where it is none."""
    if (copy := _COPY_NUMBER.fullmatch(words)) is not None:
        draft.put("copy_number", copy[1], start + copy.start(1), start + copy.end(1))
        return Element.COPY_NUMBER
    if _SECRECY.fullmatch(words) is not None and Secrecy.is_valid(words):
        draft.put("secrecy", Secrecy.parse(words), start, end)
        return Element.SECRECY
    if (urgency := is_urgency(words)) is not None:
        draft.put("urgency", urgency, start, end)
        return Element.URGENCY
    return None


def _corners(draft: Draft, line: str, start: int) -> Element | None:
    """Read the marks of both corners on one line: 机密★1年　　特急."""
    pieces = list(_PIECE.finditer(line)) if len(line) <= _LONG else []
    if not 1 < len(pieces) < 4 or not all(_CORNER.fullmatch(piece[0]) for piece in pieces):
        return None
    found = [_corner(draft, piece[0], start + piece.start(), start + piece.end()) for piece in pieces]
    return found[0]


def _marks(draft: Draft, at: int, rest: int) -> None:
    """Read what else a printed head has: 份号, 密级, 紧急程度, 发文机关标志, 签发人."""
    lines, kinds = draft.lines, draft.kinds
    for name in ("copy_number", "secrecy", "urgency"):
        if name in draft.fields:
            _corner(draft, *draft.fields[name])
    for i in range(at, rest):
        start, end, line = lines[i]
        if kinds[i] not in (None, Element.NUMBER) or len(line) > 120:
            continue
        signed = _SIGNATORIES.search(line) if "签" in line else None
        if signed is not None:
            names = tuple(re.split(rf"[{BLANKS}、，,]+", signed[1].strip(BLANKS))) if signed[1].strip(BLANKS) else ()
            draft.put("signatories", names, start + signed.start(1), start + signed.end(1))
            kinds[i] = kinds[i] or Element.SIGNATORIES
        elif kinds[i] is not None:
            continue
        elif (found := _corner(draft, line, start, end) or _corners(draft, line, start)) is not None:
            kinds[i] = found
        elif _ORGAN_MARK.fullmatch(line) is not None:
            draft.put("organ_mark", squeeze(line), start, end)
            kinds[i] = Element.ORGAN_MARK
        elif _ORDER_MARK.fullmatch(line) is not None and not ends_like_title(draft.values.get("title", "") + "x"):
            kinds[i] = Element.ORGAN_MARK
        elif read_label(line) is not None:
            kinds[i] = Element.PART_TITLE
        elif "title" in draft.spans and end <= draft.spans["title"][0]:
            # What stands above a title and is none of its head is the page's.
            kinds[i] = Element.RESIDUE
