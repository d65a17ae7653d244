"""Titles of documents (标题): one form to compare them by, the parts a title is made of, its kind word (文种).

A document is cited by the title it bears, by the title without its issuer, or by the title of what it carries:

>>> full = "国务院办公厅关于印发《政府网站发展指引》的通知"
>>> split_issuer(full)
('国务院办公厅', '关于印发《政府网站发展指引》的通知')
>>> unwrap(full).instrument
'政府网站发展指引'
>>> normal_title("《关于促进 电子政务协调发展的指导意见》") == normal_title("关于促进电子政务协调发展指导意见")
True
>>> kind_of("国务院办公厅关于促进电子政务协调发展的指导意见"), kind_of("关于科技节水建议的复函"), kind_of("某县答复")
('意见', '函', None)
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final, NamedTuple

from egovkit.data import rows
from egovkit.grammar.codes import vocabulary
from egovkit.text.folding import BLANKS, fold
from egovkit.text.limits import MAX_TITLE
from egovkit.text.patterns import LatePattern

__all__ = [
    "Wrapping",
    "bare",
    "bare_title",
    "ends_like_title",
    "kind_of",
    "normal_title",
    "split_issuer",
    "split_issuers",
    "split_run",
    "unwrap",
]

_SILENT: Final = "《》〈〉<>‹›«»“”‘’\"'「」『』﹃﹄﹁﹂〝〞＂＇〔〕、，,;；。·•・.…!?！？的_"
_DASHES: Final = "-‐‑‒–—―−－~～〜∼﹣"
_NORMAL: Final = (
    {ord(c): None for c in _SILENT + BLANKS} | {ord(c): "-" for c in _DASHES} | {ord(":"): None, ord("："): None}
)
_YEARS: Final = LatePattern(r"(?<=[0-9]{4})(?:至|到|年-|年至)(?=[0-9]{4})")
_DASH_RUN: Final = LatePattern(r"-{2,}")

_ISSUER_END: Final = LatePattern(
    "(?:院|部|委|厅|局|署|办|会|室|府|组|行|司|处|社|所|中心|中央|机关|集团|联席会议|等[0-9一二三四五六七八九十]{0,3}[个家]?(?:部门和)?单位|部门)$"
)
_TAG: Final = LatePattern(r"[ \u3000]*【[^【】]{1,40}】")
_JOINTS: Final = LatePattern(r"[ \u3000]+|[、,，]")
_VERB: Final = LatePattern(r"(?:关于)?(?:印发|转发|批转|发布|公布|颁发|下发|颁布|制发)")
_ABOUT: Final = "关于"
_NOTICES: Final = ("的通知", "的决定", "的命令", "的公告", "的通告", "的函", "的批复", "通知", "公告")
_LEADS: Final = {"转发": "forward", "批转": "forward"}
_PAGE_VERBS: Final = ("发布", "公布")
_PLANS: Final = LatePattern(
    r"(?:规划|方案|办法|纲要|计划|章程|规定|目录|条例|细则|标准|名单|意见|区划)(?:[（(〔][^（(〔）)〕]{1,12}[）)〕])?》?$"
)
_ORIGINATOR: Final = LatePattern(
    r"^[^《》“”]{2,40}?(?:等[一二三四五六七八九十0-9]*[个家]?(?:部门和单位|部门|单位|部委)|(?=关于))"
)


class Wrapping(NamedTuple):
    """What a carrier's title says (载体标题): how it conveys, what it carries, and who drew that up.

    - `how`: issue (印发), forward (转发, 批转) or approve (批复).
    - `instrument`: the title of what is carried, without the 《》 around the whole of it.
    - `originator`: the organ named before a forwarded instrument; None where none is named.
    """

    how: str
    instrument: str
    originator: str | None = None


@lru_cache(maxsize=4096)
def normal_title(title: str) -> str:
    """Return the form that two spellings of one title share (标题规范形): a key to compare by, not to show.

    Blanks, quotation and title marks, commas and 的 are left out; dashes, full-width characters and the case of
    Latin letters are made one. Idempotent.

    >>> normal_title("“十三五”国家信息化规划"), normal_title("2001～2005年规划纲要")
    ('十三五国家信息化规划', '2001-2005年规划纲要')
    """
    if len(title) > MAX_TITLE * 2:
        title = title[: MAX_TITLE * 2]
    # Folding first: it turns the full-width marks into those of the table.
    plain = fold(title).translate(_NORMAL).casefold().translate(_NORMAL)
    return _YEARS.sub("-", _DASH_RUN.sub("-", plain))


def split_issuer(title: str) -> tuple[str | None, str]:
    """Split a title into the issuer it begins with and the rest (发文机关、事由和文种).

    The issuer is what is before the first 关于 or verb of conveyance and ends as an organ's name does;
    None where the title names none.

    >>> split_issuer("国家信息化领导小组关于我国电子政务建设指导意见")
    ('国家信息化领导小组', '关于我国电子政务建设指导意见')
    >>> split_issuer("国务院办公厅转发国务院信息化工作办公室关于振兴软件产业行动纲要的通知")[0]
    '国务院办公厅'
    >>> split_issuer("政务数据共享条例")
    (None, '政务数据共享条例')
    """
    # A site's own tag before a title is no part of it: 【广东省湛江市】湛江市人民政府办公室关于….
    tag = _TAG.match(title)
    begin = tag.end() if tag is not None else 0
    head = title[begin : begin + MAX_TITLE]
    at = head.find(_ABOUT)
    verb = _VERB.search(head)
    if verb is not None and (at < 0 or verb.start() < at):
        at = verb.start()
    if at <= 0:
        return None, title
    name = head[:at].rstrip(BLANKS)
    if any(c in "《》〈〉“”" for c in name) or not _ISSUER_END.search(name):
        return None, title
    return name.lstrip(BLANKS), title[begin + at :]


def split_issuers(title: str) -> tuple[str, ...]:
    """Return the issuers that a title begins with, one by one (联合发文机关).

    >>> split_issuers("中共中央办公厅、国务院办公厅关于转发《意见》的通知")
    ('中共中央办公厅', '国务院办公厅')
    """
    issuer, _ = split_issuer(title)
    if issuer is None:
        return ()
    return tuple(name for part in _JOINTS.split(issuer) if part for name in split_run(part))


def split_run(run: str) -> list[str]:
    """Split names that are side by side without a mark, where each of them is a known organ's (并列机关).

    >>> split_run("中共中央办公厅国务院办公厅"), split_run("某市甲局乙局")
    (['中共中央办公厅', '国务院办公厅'], ['某市甲局乙局'])
    """
    words = vocabulary()
    if 5 <= len(run) <= 60 and not words.is_organ(run):
        for cut in range(len(run) - 2, 1, -1):
            if words.is_organ(run[:cut]):
                rest = split_run(run[cut:])
                if all(map(words.is_organ, rest)):
                    return [run[:cut], *rest]
    return [run]


def bare(instrument: str) -> str:
    """Return a title without the one pair of 《》, 〈〉 or <> that holds the whole of it (去书名号).

    >>> bare("《政府网站发展指引》"), bare("《甲办法》和《乙办法》")
    ('政府网站发展指引', '《甲办法》和《乙办法》')
    """
    text = instrument.strip(BLANKS)
    for opener, closer in ("《》", "〈〉", "<>"):
        if not (text.startswith(opener) and text.endswith(closer)):
            continue
        depth = 0
        for i, c in enumerate(text):
            depth += (c == opener) - (c == closer)
            if depth == 0:
                return text[1:-1] if i == len(text) - 1 else text
    return text


def unwrap(title: str) -> Wrapping | None:
    """Read a carrier's title (载体标题): 关于印发…的通知, 转发…的通知, 批转…的通知, 关于…规划的批复.

    None where the title carries nothing. A 批复 carries what it names where that is a plan or a set of rules.

    >>> unwrap("国务院办公厅印发《关于全面推进政务公开工作的意见》实施细则的通知")
    Wrapping(how='issue', instrument='《关于全面推进政务公开工作的意见》实施细则', originator=None)
    >>> unwrap("关于转发国家发展改革委等部门推进“互联网+政务服务”试点实施方案的通知")
    Wrapping(how='forward', instrument='推进“互联网+政务服务”试点实施方案', originator='国家发展改革委等部门')
    >>> unwrap("国务院关于“十二五”国家政务信息化工程建设规划的批复").how
    'approve'
    """
    _, rest = split_issuer(bare(title))
    notice = next((ending for ending in _NOTICES if rest.endswith(ending)), None)
    if notice is None or len(title) > MAX_TITLE:
        return None
    verb = _VERB.match(rest)
    if verb is None:
        return _approved(rest) if notice == "的批复" else None
    instrument = bare(rest[verb.end() : -len(notice)])
    # 某中心发布关于某事的通知 heads a page of the notice, which carries nothing.
    if not instrument or (verb[0] in _PAGE_VERBS and instrument.startswith(_ABOUT)):
        return None
    if _LEADS.get(verb[0].removeprefix(_ABOUT)) is None:
        return Wrapping("issue", instrument)
    named = _ORIGINATOR.match(instrument)
    originator = (
        named[0]
        if named is not None and (named[0].endswith(("部门", "单位", "部委")) or _ISSUER_END.search(named[0]))
        else None
    )
    if originator is not None and not instrument.startswith(_ABOUT, len(originator)):
        instrument = instrument[len(originator) :]
    return Wrapping("forward", bare(instrument), originator)


def _approved(rest: str) -> Wrapping | None:
    named = rest.removeprefix(_ABOUT).removesuffix("的批复")
    if rest.startswith(_ABOUT) and not named.startswith(("同意", "不同意")) and _PLANS.search(named):
        return Wrapping("approve", bare(named))
    return None


_BRACKET: Final = LatePattern(r"[（(〔\[【][^（）()〔〕\[\]【】]{1,30}[)）〕\]】]$")
_CLOSERS: Final = frozenset(")）〕]】")
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
    "决算",
    "预算",
)


@cache
def _kinds() -> dict[str, tuple[str, ...]]:
    """The kind words, the longest first, by their last character."""
    names: dict[str, list[str]] = {}
    for name in sorted((row["name"] for row in rows("document_kinds")), key=lambda name: (-len(name), name)):
        names.setdefault(name[-1], []).append(name)
    return {final: tuple(ending) for final, ending in names.items()}


def bare_title(title: str) -> str:
    """Return a title without the brackets after its kind word (去括注): 办法（试行） is 办法.

    >>> bare_title("公文处理办法（试行）"), bare_title("预算法（2018年修正）")
    ('公文处理办法', '预算法')
    """
    for _ in range(3):
        found = _BRACKET.search(title[-36:]) if title[-1:] in _CLOSERS else None
        if found is None:
            break
        title = title[: len(title) - (found.end() - found.start())]
    return title


def kind_of(title: str) -> str | None:
    """Return the kind word that a title ends with (取文种); None where it ends with none.

    A title that ends with a bracket about its version (试行) has the kind before it.
    """
    title = bare_title(title)
    names = _kinds().get(title[-1:], ())
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
