"""What a sentence does with the document it cites (引用关系): issue, forward, repeal, amend, basis, interpret, mention.

The words behind a title decide first (同时废止, 作如下修改, 已经…同意，现印发), then the verb nearest in front of it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from egovkit.data import tree

__all__ = ["LIST_HEAD", "relation_of"]

LIST_HEAD = re.compile(
    r"(?:^|[\s：:；;。】\]|])[（(〔]?(?:[0-9０-９]{1,3}|[一二三四五六七八九十]{1,4}|[①-⑳])[）)〕]?[.．、,，]?\s*$"
)
"""The marker of a list's member at the end of what stands in front of a citation: 1. （一） ①."""


class _Patterns(NamedTuple):
    event: re.Pattern[str]
    verb: re.Pattern[str]
    kinds: dict[str, str]
    negated: re.Pattern[str]
    repealed: re.Pattern[str]
    amended: re.Pattern[str]
    amended_to: re.Pattern[str]
    interpreted: re.Pattern[str]
    approved: re.Pattern[str]
    forwarded: re.Pattern[str]
    announced: re.Pattern[str]
    handed: re.Pattern[str]
    explained: re.Pattern[str]


def _any_of(words: list[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


@cache
def _patterns() -> _Patterns:
    words: dict[str, Any] = tree("citation_words")
    before, after = words["before"], words["after"]
    kinds: dict[str, str] = {}
    for kind in ("mention", "basis", "interpret", "amend", "issue", "repeal", "forward"):
        kinds |= dict.fromkeys(before[kind], kind)
    when = r"(?:正式|日前|近日|今日|今天|昨日|昨天|于[^，,。；;《]{1,14}|自[^，,。；;《]{1,16}起|已经|已|业已|现予|现|拟|即将|全文|重磅|联合|由[^，,。；;《]{1,30})"
    bound = r"[^，,。；;《\n]"
    turn = r"[，,]\s*(?:现予以|现予|现|同时|自|一并|予以|均|全部|即|自行|将|于|应当|应|已)"
    return _Patterns(
        # Literal alternatives alone, so that the engine can skip to their first characters.
        event=re.compile(
            "修|答|采|增加|增补|增设|调整|更正|勘误|" + _any_of([word for listed in after.values() for word in listed])
        ),
        verb=re.compile(f"{_AIM}|{_any_of(list(kinds))}"),
        kinds=kinds,
        negated=re.compile(f"(?:{_any_of(before['negations'])})(?:严格|认真|完全|全面)?$"),
        repealed=re.compile(
            rf"(?!规定的|所称|所列|明确的|要求的){bound}{{0,60}}?(?:{turn}{bound}{{0,30}}?)?(?:{_any_of(after['repeal'])})(?!的)"
        ),
        amended=re.compile(
            rf"[^，,。；;《\n对将把]{{0,40}}?(?:作(?:如下|以下|出如下|出以下|出|了|相应)?|做(?:如下|以下|出|了)?|进行(?:了)?(?:[^，,。；;《]{{0,6}})?|予以|加以)(?:(?:补充|删除|增加|完善)[、和与及])?(?:{_any_of(after['amend'])}|调整)"
            rf"|的?(?:{_any_of(after['amend'])})(?:工作|稿|草案|情况|如下)"
        ),
        amended_to=re.compile(
            rf"[^。；;《\n]{{0,100}}?(?:{_any_of(after['amend_to'])}|(?:作|做)?(?:如下|以下)?(?:{_any_of(after['amend'])}|调整)如下)"
        ),
        interpreted=re.compile(
            rf"(?:的|有关|相关|等|政策|文件){{0,2}}(?:{_any_of(after['interpret'])})|{bound}{{0,12}}?(?:进行|作|做)(?:了|出)?[^，,。；;《]{{0,6}}解读|{bound}{{0,16}}?(?:答记者问|答问|回答了?[^，,。；;《]{{0,8}}提问|接受[^，,。；;《]{{0,12}}(?:采访|专访))"
        ),
        approved=re.compile(
            rf"[^。；;《\n]{{0,12}}?(?:已经|已|业经|经)[^。；;《\n]{{0,90}}?(?:现|予以|并)?(?:予以)?(?:{_any_of(after['issue'])})(?!后|前|的|之)"
        ),
        forwarded=re.compile(rf"[^。；;《\n]{{0,90}}?(?:{_any_of(after['forward'])})"),
        announced=re.compile(
            rf"(?:的)?{when}{{0,2}}(?:{_any_of(after['issue'])})(?!的|前|后|之日|之前|之后|以前|以后|以来|时)"
        ),
        handed=re.compile(rf"[^。；;《\n]{{0,60}}?(?:{_any_of(after['issue'])})"),
        explained=re.compile(
            r"[^。；;《\n]{0,100}?(?:解读|答记者问|回答了?[^，,。；;《]{0,8}提问|接受[^，,。；;《]{0,12}(?:采访|专访))"
        ),
    )


# 为正确理解、执行: the purpose for which a document is made.
_AIM = (
    "为(?<![行作认成视称改分列定]为)了?(?:正确|准确|统一|依法|规范|更好|切实|全面|严格|认真|深入|充分|地){0,3}"
    "(?:理解|适用|执行|实施|施行|贯彻|落实)(?:(?:[、和与及]|以及|并)(?:理解|适用|执行|实施|施行|贯彻|落实)){0,3}"
)
_ATTRIBUTE = re.compile(r"(?:实施|施行|试行|执行|[了过]|、|并|和|及|[\u4e00-\u9fff]{2})?的")
_CLAUSE_MARKS = "，,。；;：:！!？?\n"
_LIST_ENDS = frozenset(")）〕].．、,，0123456789０１２３４５６７８９一二三四五六七八九十①②③④⑤⑥⑦⑧⑨⑩")
_READING_ENDS = frozenset("读解懂码答｜|:：—-·")
_OBJECT = re.compile(r"(?:^|[，,。；;、\s]|现|拟|决定|已|同意|将)(?:现将|兹将|将|把)[^，,。；;]{0,40}$")
_TARGET = re.compile(r"(?:^|[^针核绝反应面相])(?:对|将|把|就)[^，,。；;]{0,30}$")
_AMENDING = re.compile(r"(?:修改|修正|修订|废止|清理)[^，。]{0,200}的?(?:决定|决议|规定)$|决定$")
_REVISED = re.compile(r"\s*(?:进行|作出|的)?(?:第[一二三四五六七八九十]{1,3}次)?(?:修正|修订|修改|废止)")
_LEARNT = re.compile(r"(?:了解|理解|掌握|把握|知晓|熟悉)$")
_DELETED = re.compile(r"(?:^|[^被应须])(?:删除|删去)$")
_ADDED = re.compile(
    r"(?:第[^，,。；;《\s]{1,20}?)?(?:之?[后前]|中)?(?:增加|增补|增设)(?:了)?[“\"]?[一二三四五六七八九十两]{0,2}[章节条款项目]"
)
_DATIVE = re.compile(r"[^针面]对$|[^针核绝反应面相](?:将|把)$")
_PREDICATE = re.compile(r"是否|不得|应当|可以")
_BODIES = re.compile(r"了?[\u4e00-\u9fff、 　]+(?:部门|单位|部|委|局|院|署|厅|办|会|行|公司|府|机关)(?:的|关于)?$")
_ISSUER = re.compile(
    r"[\u4e00-\u9fff]{0,16}(?:国务院|银行|部|委|局|署|厅|政府|办公室|协会|法院|检察院)"
    r"(?:联合|近日|最新|新近|正式)?$"
)
_DUTY = re.compile(r"[由经]|授权|要求|规定|部署|安排|程序|职责|需要|同意|批准|委托|决定|会议|工作")
_ASKED = re.compile(r"(?:请求|诉请|申请|起诉要求|建议)(?:人民法院|法院|复议机关|依法|判决|判令|责令|确认|予以){0,4}$")
_DONE = frozenset(("issue", "amend", "repeal", "forward"))
_MADE_KNOWN = frozenset(("发布", "印发", "公布", "下发", "出台", "颁布"))
_LABELLED = re.compile(r"(?:依据|根据)[】\]）)]?\s*$")
_HEADER = re.compile(r"(?:依据|根据)\s*[】\]）)：:]*\s*$")
_REPEAL_HEADER = re.compile(r"(?:废止|失效|停止执行)[^。；;]{0,40}[：:]\s*$")
_AMEND_HEADER = re.compile(r"(?:修改|修订|修正)[^。；;]{0,30}[：:]\s*$")
_SUPPLEMENT = re.compile(
    r"(?:国家标准|行业标准)?第?[0-9一二三四五]{1,2}号修改单|的?(?:具体|配套|相关|有关)?(?:实施细则|实施办法|实施意见|实施方案|配套|操作细则|贯彻)"
)
_GROUNDS = re.compile(r"(?:等)?(?:的|中)?(?:有关|相关|文件)*(?:规定|要求|精神|部署|安排|通知|执行|办理)")
_READING = re.compile(r"(?:解读|图解|读懂|解码|问答)\s*[｜|:：—\-·\s]*$")
_WEAK_VERBS = frozenset(
    ("照", "据", "依", "按", "见", "批准", "通过", "作出", "做出", "调整", "实施", "执行", "形成", "适用")
)
_MOST_BETWEEN = 44
_MOST_OBJECT = 20


def relation_of(before: str, after: str, title: str | None) -> str:
    """Say what a sentence does with a document, from the words before and behind its citation (引用关系).

    `before` and `after` reach to the ends of the sentence, or of the window that was read.

    >>> relation_of("近日，国务院办公厅印发", "，提出", "办法"), relation_of("", "同时废止", "办法")
    ('issue', 'repeal')
    >>> relation_of("根据国务院发布的", "的规定", "办法"), relation_of("符合", "的要求", "办法")
    ('basis', 'mention')
    """
    words = _patterns()
    eventful = words.event.search(after) is not None
    if eventful and title is not None and _REVISED.match(after) and _AMENDING.search(title):
        return "basis"
    ending = before[-8:].rstrip()[-1:]
    header = LIST_HEAD.sub("", before) if ending in _LIST_ENDS else before
    heads_list = len(header) < len(before) or before.endswith("\n")
    if ending in _READING_ENDS and _READING.search(before, max(0, len(before) - 12)):
        return "interpret"
    said = _done_behind(before, after) if eventful else None
    if said is None and heads_list:
        said = "repeal" if _REPEAL_HEADER.search(header) else "amend" if _AMEND_HEADER.search(header) else None
    if said is None and (heads_list or ending in "】：:") and _HEADER.search(header, max(0, len(header) - 12)):
        said = "basis"
    if said is None and ending in "除去" and _DELETED.search(before):
        said = "amend"
    if said is None and eventful and _LEARNT.search(before) and words.explained.match(after):
        # 为使公众了解《…》，某某回答了记者提问
        said = "interpret"
    if said is not None:
        return said
    nearest = _nearest(before, after)
    if eventful and nearest != "basis" and _amended_inside(before, after):
        return "amend"
    if nearest in ("issue", "forward") and _SUPPLEMENT.match(after):
        # 制定《…》实施细则: what is made is another document.
        return "mention"
    if nearest is not None and nearest != "mention":
        return nearest
    if eventful and (words.approved.match(after) or (nearest is None and words.announced.match(after))):
        return "issue"
    return nearest or "mention"


def _amended_inside(before: str, after: str) -> bool:
    """Say whether an amendment touches a part of the document: 对…如下修改, 在…第三条后增加一条."""
    if _TARGET.search(before) is not None:
        return _patterns().amended_to.match(after) is not None or _ADDED.match(after) is not None
    return before.endswith("在") and _ADDED.match(after) is not None


def _done_behind(before: str, after: str) -> str | None:
    """Return what the words behind a citation say is done with it; None where they say nothing."""
    words = _patterns()
    if words.interpreted.match(after):
        return "interpret"
    if words.repealed.match(after):
        return "repeal"
    if words.amended.match(after):
        return "amend"
    if _OBJECT.search(before):
        if words.forwarded.match(after):
            return "forward"
        if words.handed.match(after):
            return "issue"
    return None


def _nearest(before: str, after: str) -> str | None:
    """Return the relation that the verb nearest in front of a citation gives it; None where no verb governs it."""
    words = _patterns()
    cut = max(map(before.rfind, _CLAUSE_MARKS))
    clause = before[cut + 1 :]
    verbs = list(words.verb.finditer(clause))
    for i, verb in reversed(list(enumerate(verbs))):
        behind = clause[verb.end() :]
        kind = words.kinds.get(verb[0], "basis")
        if "》" in behind or (len(behind) > _MOST_BETWEEN and not (kind == "forward" and _BODIES.match(behind))):
            return None
        if kind == "basis":
            return _as_basis(clause[: verb.start()], behind)
        if kind in _DONE:
            said = _as_done(clause, verbs[: i + 1], behind, after)
            if said is not None:
                return said
        elif not behind or not (verb[0] in _WEAK_VERBS or "的" in behind):
            return kind
    if (
        cut >= 0
        and before[cut] in "：:"
        and len(clause) <= _MOST_BETWEEN
        and _LABELLED.search(before, max(0, cut - 8), cut)
    ):
        # 法律依据：财政部发布的《…》
        return "basis"
    return None


def _as_basis(in_front: str, behind: str) -> str | None:
    """Return what a basis word makes of the document, from the words in front of it and behind it."""
    if _patterns().negated.search(in_front):
        return "mention"
    if len(behind) > 1 and (_DATIVE.search(behind) or _PREDICATE.search(behind)):
        # 按程序对《…》, 按照甲是否与《…》: another verb governs it.
        return None
    return "basis"


def _as_done(clause: str, verbs: list[re.Match[str]], behind: str, after: str) -> str | None:
    """Return what the last of `verbs`, which does something to a document, makes of this one; None for nothing."""
    verb = verbs[-1]
    kind = _patterns().kinds[verb[0]]
    if "的" in behind or behind.startswith(("后", "版", "前")):
        # 印发的《…》, 公布施行的《…》: what was done once, not what this sentence does.
        return None
    if kind in ("issue", "amend") and (len(behind) > _MOST_OBJECT or "（" in behind or "(" in behind):
        return None
    if (verb[0] in _WEAK_VERBS and len(behind) > 8) or _PREDICATE.search(behind):
        return None
    if kind == "repeal" and _ASKED.search(clause, 0, verb.start()):
        return "mention"
    if kind in ("issue", "forward") and _grounds(clause, verbs, after):
        return "basis"
    return kind


def _grounds(clause: str, verbs: list[re.Match[str]], after: str) -> bool:
    """Say whether a verb of issuing, the last of `verbs`, only says where the grounds of the sentence come from."""
    kinds = _patterns().kinds
    grounds = [verb for verb in verbs[:-1] if kinds.get(verb[0], "basis") == "basis"]
    if not grounds:
        return False
    if _GROUNDS.match(after):
        # 落实国务院办公厅转发…《…》精神
        return True
    # 根据某银行发布《…》: nothing but the organ stands between.
    between = clause[grounds[-1].end() : verbs[-1].start()]
    return verbs[-1][0] in _MADE_KNOWN and _ISSUER.match(between) is not None and not _DUTY.search(between)
