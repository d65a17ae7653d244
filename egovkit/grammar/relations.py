"""What a sentence does with the document it cites (引用关系): issue, forward, repeal, amend, basis, interpret, mention.

The words behind a title decide first (同时废止, 作如下修改, 已经…同意，现印发), then the verb nearest in front of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from egovkit.lexicon import any_of, words

__all__ = ["LIST_HEAD", "relation_of"]

LIST_HEAD = re.compile(
    r"(?:^|(?<=[\s：:；;。】\]|]))[（(〔]?(?:[0-9０-９]{1,3}|[一二三四五六七八九十]{1,4}|[①-⑳])[）)〕]?[.．、,，]?\s*$"
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
    altered: re.Pattern[str]
    altered_part: re.Pattern[str]
    interpreted: re.Pattern[str]
    approved: re.Pattern[str]
    forwarded: re.Pattern[str]
    passed_on: re.Pattern[str]
    announced: re.Pattern[str]
    handed: re.Pattern[str]
    explained: re.Pattern[str]
    presented: re.Pattern[str]
    spent: re.Pattern[str]
    line_ends: tuple[str, ...]


_SAID_AFTER = ("repeal", "issue", "forward", "amend_to", "change", "amend", "interpret")


def _longest_first(entries: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, entries), key=len, reverse=True))


@cache
def _patterns() -> _Patterns:
    kinds: dict[str, str] = {}
    for kind in ("mention", "basis", "interpret", "amend", "issue", "repeal", "forward"):
        kinds |= dict.fromkeys(words(f"relations.before.{kind}"), kind)
    when = r"(?:正式|日前|近日|今日|今天|今起|昨日|昨天|于[^，,。；;《]{1,14}|自[^，,。；;《]{1,16}起|已经|已|业已|现予|现|拟|即将|全文|重磅|联合|另行|经?由[^，,。；;《]{1,30}|经[^，,。；;《]{1,30})"
    bound = r"[^，,。；;《\n]"
    quote = '(?:[“"][^”"\n]{0,80}[”"])'
    ends = r"(?=\s*(?:[，,。；;、：:）)|｜]|$))"
    revised = any_of("relations.after.amend")
    how = "(?:第[一二三四五六七八九十]{1,2}次|全面|局部|部分|系统|重新|首次|再次|最新)?"
    later = "(?:实施|施行|执行|试行)?(?:前|后|之日|之前|之后|以前|以后|以来|之际|时|[0-9一二三四五六七八九十两几多]{1,3}(?:周年|年|个月))"
    turn = r"[，,]\s*(?:现予以|现予|现|同时|自|一并|予以|均|全部|即|自行|将|于|应当|应|已)"
    return _Patterns(
        # Literal alternatives alone, so that the engine can skip to their first characters.
        event=re.compile(
            "修|答|采|增加|增补|增设|调整|更正|勘误|说明|介绍|讲解|阐释|删|取消|"
            + any_of(*(f"relations.after.{said}" for said in _SAID_AFTER))
        ),
        verb=re.compile(
            f"{_AIM}|{_FOUNDED}|{_longest_first(word for word in kinds if word not in _ENDS_NOUNS)}|{'|'.join(_ENDS_NOUNS.values())}"
        ),
        kinds=kinds,
        negated=re.compile(f"(?:{any_of('relations.before.negations')})(?:严格|认真|完全|全面)?$"),
        repealed=re.compile(
            rf"(?!规定的|所称|所列|明确的|要求的)(?:\s*除{bound}{{1,40}}外[，,])?"
            rf"{bound}{{0,60}}?(?:{turn}{bound}{{0,30}}?)?(?P<word>{any_of('relations.after.repeal')})(?!的|之?前|以前|时|与否|了?《)"
        ),
        amended=re.compile(
            rf"[^，,。；;《\n对将把]{{0,40}}?(?:作(?:如下|以下|出如下|出以下|出|了|相应)?|做(?:如下|以下|出|了)?|进行(?:了)?(?:[^，,。；;《]{{0,6}})?|予以|加以)(?:(?:补充|删除|增加|完善)[、和与及])?(?:{revised}|调整)"
            rf"|的?(?:{revised})(?:工作|稿|草案|情况|如下)"
        ),
        amended_to=re.compile(
            rf"[^。；;《\n]{{0,100}}?(?:{any_of('relations.after.amend_to')}|(?:作|做)?(?:如下|以下)?(?:{revised}|调整)如下)"
            # Of a part alone: 将《…》中的“…”调降为“…”. To raise what a document is about is no amendment.
            rf"|(?=\s*(?:[中内第“\"由从]|名称|标题|题目|规定|附件|附表|{any_of('relations.after.change')}|删))"
            rf"[^。；;《\n对将把]{{0,100}}?(?:(?:{any_of('relations.after.change')})[为至到成]|删去|删除)"
            rf"|的?{how}(?:{revised})(?![后前的版稿单案意建])"
        ),
        altered=re.compile(
            # Said of the document itself: 《…》已于2014年修正, 完成《…》修订.
            rf"[^，,。；;《\n]{{0,3}}[|｜\t](?:[^，,。；;《|｜\t\n]{{0,40}}[|｜\t]){{0,2}}\s*拟?(?:{revised})\s*(?=[|｜\t]|$)"
            rf"|(?:已|业|于|经)[^，,。；;《\n对将把不未后需]{{0,40}}?(?:{revised}){ends}|\s*的?{how}(?:{revised})(?:{ends}|(?=的(?:主要|总体)?(?:内容|背景|必要性|思路|过程|原则)))"
        ),
        altered_part=re.compile(
            # Said of a part: 第九条修改为, 第十条中的“应当”修改为“可以”, 第三款删去, 增加一条，作为第五条.
            rf"[中内]?的?{quote}?(?:名称|标题|题目)?(?:统一|均|一并|分别|相应|依次|现|拟)?(?:{any_of('relations.after.amend_to')})"
            rf"|(?:[中内]的|规定的)[^，,。；;《\n对将把]{{1,30}}?(?:由[^，,。；;《\n]{{1,30}}?)?(?:调整|修改|修订|改)为"
            rf"|[中内]?的?(?:{quote}[、和]?){{0,4}}(?:等)?(?:内容|字样|表述|规定|文字)?(?:予以|全部|相应)?(?:删去|删除){ends}"
            r"|(?:增加|增设)(?:了)?[一二三四五六七八九十两]{1,2}[章节条款项][，,]?(?:分别)?作为(?:第|该)"
        ),
        interpreted=re.compile(
            r"[｜丨|\s]{0,2}(?:的|有关|相关|等|政策|文件|主要|内容|情况|全文|条款|问题|热点|知识|要点|逐条|系列|权威|官方|专家|部门){0,4}"
            rf"(?:{any_of('relations.after.interpret')})|{bound}{{0,12}}?(?:进行|作|做)(?:了|出)?[^，,。；;《]{{0,6}}解读|{bound}{{0,16}}?(?:答记者问|答问|回答了?[^，,。；;《]{{0,8}}提问|接受[^，,。；;《]{{0,12}}(?:采访|专访))"
        ),
        approved=re.compile(
            rf"[^。；;《\n]{{0,12}}?(?:已经|已|业经|经)[^。；;《\n]{{0,90}}?(?:现|予以|并)?(?:予以)?(?:{any_of('relations.after.issue')})(?!的|之|{later})"
        ),
        forwarded=re.compile(rf"[^。；;《\n]{{0,90}}?(?:{any_of('relations.after.forward')})"),
        passed_on=re.compile(
            rf"(?:[^。；;《\n]{{0,12}}?(?:已经|已|业经|经)[^。；;《\n]{{0,90}}?)?[，,]?\s*(?:现|兹)(?:将其|予以|予|一并)?"
            rf"(?:(?P<forward>{any_of('relations.after.forward')})|(?P<issue>{any_of('relations.after.issue')}))"
        ),
        announced=re.compile(
            rf"(?:的|白皮书|蓝皮书|(?:国家|行业|地方|团体)标准)?{when}{{0,2}}(?:{any_of('relations.after.issue')})"
            rf"(?!的|{later})"
        ),
        handed=re.compile(rf"[^。；;《\n]{{0,60}}?(?:{any_of('relations.after.issue')})"),
        explained=re.compile(
            r"[^。；;《\n]{0,100}?(?:解读|答记者问|回答了?[^，,。；;《]{0,8}提问|接受[^，,。；;《]{0,12}(?:采访|专访))"
        ),
        presented=re.compile(
            rf"{bound}{{0,24}}?(?<![未不])(?:作|做)(?:了|出|一|个|些)?{bound}{{0,6}}?(?:介绍|说明|讲解|阐释)"
            rf"|{bound}{{0,60}}?(?:答记者问|回答了?[^，,。；;《]{{0,8}}提问)|{bound}{{0,24}}?(?:说明|介绍)如下|{bound}{{0,16}}?[，,]?(?:本报|本网)?记者(?:专门)?(?:专访|采访)|(?:独家)?(?:专访|采访)了"
        ),
        spent=re.compile(
            rf"(?:正式|首次)?(?:实施|施行|执行|生效|试行|{revised}|{any_of('relations.after.issue')}|{any_of('relations.after.repeal')})"
            r"(?:之前|以前|前(?![期后款述置提往]))"
        ),
        line_ends=tuple(word for word, kind in kinds.items() if kind != "mention" and len(word) > 1),
    )


# Words of one character that may be the end of a noun: 数据, 执照.
_ENDS_NOUNS = {"据": "据(?<![数证票单凭占]据)", "照": "照(?<![执护牌拍]照)"}
# 为正确理解、执行: the purpose for which a document is made.
_AIM = (
    "为(?<![行作认成视称改分列定]为)了?(?:正确|准确|统一|依法|规范|更好|切实|全面|严格|认真|深入|充分|地){0,3}"
    "(?:理解|适用|执行|实施|施行|贯彻|落实)(?:(?:[、和与及]|以及|并)?(?:理解|适用|执行|实施|施行|贯彻|落实)){0,3}"
)
# 基于 is said of anything: of a document where its title follows at once or behind who issued it.
_FOUNDED = "基于(?=.{0,12}(?<![与和同跟对])$)"
_CLAUSE_MARKS = re.compile("[，,。；;：:！!？?\n]")
_LIST_ENDS = frozenset(")）〕].．、,，0123456789０１２３４５６７８９一二三四五六七八九十①②③④⑤⑥⑦⑧⑨⑩")
_READING_ENDS = frozenset("读解懂码答｜|:：—-·")
_OBJECT = re.compile(r"(?:^|[，,。；;、\s]|现|拟|决定|已|同意|将)(?:现将|兹将|将|把)[^，,。；;]{0,40}$")
_TARGET = re.compile(r"[对将把就](?<![针核绝反应面相].)[^，,。；;]{0,30}$")
_AMENDING = re.compile(r"(?:修改|修正|修订|废止|清理)[^，。]{0,200}的?(?:决定|决议|规定)$|决定$")
_REVISED = re.compile(r"\s*(?:进行|作出|的)?(?:第[一二三四五六七八九十]{1,3}次)?(?:修正|修订|修改|废止)(?!了?《)")
_LEARNT = re.compile(r"(?:了解|理解|掌握|把握|知晓|熟悉)$")
_DELETED = re.compile(r"(?:^|[^被应须])(?:删除|删去)$")
_ADDED = re.compile(
    r"(?:第[^，,。；;《\s]{1,20}?)?(?:之?[后前]|中)?(?:增加|增补|增设)(?:了)?[“\"]?[一二三四五六七八九十两]{0,2}[章节条款项目]"
)
_GROUNDED = re.compile(r"(?:根据|依据|依照|按照|遵照|比照|参照)[^，,。；;：:、的对将把]{0,12}$|[按依据照]$")
"""In front of the grounds on which something else is repealed: 根据《…》废止, 依照《…》领取的证件停止使用."""
_SPEAKS = re.compile(
    r"(?:中|还|也|特别|首次)?(?:提出|要求|强调|指出|约定|提到|表示|显示|建议|鼓励|支持|推动|允许|明确(?!废止)|规定[，,：:“])"
)
"""Behind a document that itself says what is to be repealed or changed."""
_DENIED = re.compile(
    r"(?:[尚并从]?未|没有|是否|能否|可否|应否|不得|不应|不宜|不会|并非|不是|无需|不能)"
    r"(?:被|予以|明确|正式|依法|及时|全部|应当|应|会|已经|已|需要){0,2}$"
)
"""In front of what would have been done: 尚未废止, 是否废止."""
_UNDONE = re.compile(
    r"(?:[尚并从]?未|没有|不得|不能|不应|不宜|不再|无需|不必|无须|禁止|严禁)"
    r"(?:曾|能|及时|按时|按规定|按要求|依法|擅自|随意|任意|自行|另行|单独|正式|重新|明令|编制|制定|建立|组织|进行|、|和|或者|或|并|对|就){0,3}$"
)
"""In front of a verb that does something to a document: 未制定, 不得擅自修改."""
_WORKERS = re.compile(
    r"(?:工作)?(?:小?组(?!织)|单位|机关|机构|人员|人(?=$|[、和及与])|者|专家|平台|部门(?!规章)|主体|日期|时间|文号|程序|中心|委员会|专班|过程|期间|会(?:$|[上前后]))"
)
"""Behind a verb that is part of a noun: 编写组, 印发机关."""
_MEANS = re.compile(
    r"(?:的|这一|这种|等)?(?:形式|方式|途径|手段|渠道|平台|来|宣传|查询|查阅|查看|了解|获取|公开|告知|贯彻|落实|实施|施行)"
)
_RENEWED = re.compile(
    r"[了经]?(?:(?:新|重新|最新|全面)?(?:修订|修改|修正|调整|完善|修订完善|修改完善)后?的|(?:新|最新|首部)的?|新版)$"
)
"""Between a verb and the title: 印发修订后的《…》."""
_BY_ORGAN = re.compile(
    r"了?(?![或和及、并后前])[^，,。；;的]{2,40}?(?:公布|发布|印发|制[定订发]|颁[布发]|下发|出台|[作做]出|批准|通过|施行|实施|转发|拟[定订]|起草|提出|报送)的$"
)
"""Between a verb and the title, who issued the document and when: 废止国务院1958年公布的《…》."""
_AGREED = re.compile(r"(?:同意|批准)[^，,。；;：:《]{0,40}$")
_MUST_PASS_ON = re.compile(r"(?:请|要|须|应|负责|及时)[^，,。；;《]{0,16}?将[^，,。；;]{0,30}$")
_PRESENTING = re.compile(r"介绍(?:了|一下|解读)?[^，,。；;：:《见于在]{0,16}$")
_CONTENTS = re.compile(
    r"的?(?:有关|相关|主要|基本|总体|具体|制定|起草|出台|编制|修订|政策|核心|重点){0,4}(?:内容|情况|背景|亮点|精神|特点|要点|举措)"
)
_EXPLANATION = re.compile(r"的?(?:起草|编制|制定|修订)?(?:情况)?的说明(?:$|[，,；;：:）)])")
_AS_GROUNDS = re.compile(r"[^，,。；;《\n]{0,12}?[为作](?:主要|基本|法律|政策|直接|根本|重要)?(?:依据|根据)")
_ENSURING = re.compile(
    r"为了?(?:进一步|切实|全面|更好地?|扎实|有力|有效)?(?:确保|保证|保障|做好|推动|推进|促进|加强|配合|抓好)$"
)
_CARRIED_OUT = re.compile(
    r"的?(?:各项|有关|相关|要求|规定|精神|任务|政策|得到|有效|顺利|全面|正确|统一|深入|严格|切实|及时|平稳|的|宣传){0,4}"
    r"(?:贯彻|落实|实施|施行|执行|落地)"
)
"""为确保《…》的贯彻落实 says what 为贯彻落实《…》 says."""
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
_REPEAL_HEADER = re.compile(
    r"(?:废止|失效|停止执行)[^。；;]{0,40}[：:]\s*$"
    r"|(?<![改订止和与或、])(?:决定|明令|宣布|予以)?(?:废止|失效|废止和(?:宣布)?失效|废止或者?失效)的[^。；;，,、和\n]{0,20}(?:目录|清单|一览表)"
    r"(?:[（(][^）)\n]{0,16}[)）])?\s*$"
)
_REPEALED_HERE = re.compile(
    r"(?:废止|失效|停止执行)[了的]?(?:[^，,。；;：:]{0,8}(?:文件|规章|法规|规定|政策|目录|清单))?(?:如下|为)?[：:]\s*$"
)
_AMEND_HEADER = re.compile(r"(?:修改|修订|修正)(?![版稿])[^。；;]{0,30}[：:]\s*$")
_SUPPLEMENT = re.compile(
    r"(?:国家标准|行业标准)?第?[0-9一二三四五]{1,2}号修改单|的?(?:宣[传贯]|培训|解读|普法|学习|辅导)(?:材料|资料|读本|手册|教材|课件|海报|视频|方案)|的?(?:具体|配套|相关|有关)?(?:实施细则|实施办法|实施意见|实施方案|配套|操作细则|贯彻)"
)
_NOUN = "(?:规定|条款|内容|要求|部分|条文|政策|限制|表述|[条款项])"
# 《…》中有关…的规定: part of a document, named within its clause; a comma may stand in a quotation.
_PART = rf"(?:文件|通知)?(?:中|内(?!容))(?:[“\"][^”\"\n]{{0,120}}[”\"]|[^，,。；;《“\"\n]){{0,60}}?{_NOUN}"
_PART_ENDED = re.compile(
    rf"{_PART}(?:[，,]?\s*(?:同时|即行|一并|予以|自行|均|全部|相应|自[^，,。；;《]{{1,16}}起)){{0,3}}"
    r"(?:废止|失效|停止执行|不再执行|停止施行|不再适用|取消|作废)"
)
_PART_OF_IT = re.compile(rf"{_PART}(?=[，,。；;、：:）)\s]|和|及|$)")
_ENDS_PART = re.compile(r"(?:取消|废止|废除|停止执行|不再执行|撤销)(?:了|原)?$")
_NOT_DONE = re.compile(r"(?:要求|主张|建议|可以?|可否|是否|能否|被)(?:人民法院|法院|依法|明令|擅自)?$")
_GROUNDS = re.compile(r"(?:等)?(?:的|中)?(?:有关|相关|文件)*(?:规定|要求|精神|部署|安排|通知|执行|办理)")
_READING = re.compile(r"(?:解读|图解|读懂|解码|问答)\s*[｜|:：—\-·\s]*$")
_ENDS_VERB = frozenset("消止除行销了原")
_WEAK_VERBS = frozenset(
    ("照", "据", "依", "按", "见", "批准", "通过", "作出", "做出", "调整", "实施", "执行", "形成", "适用")
)
_ANNEXED = frozenset(("所附", "附件", "附表"))
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
    patterns = _patterns()
    eventful = patterns.event.search(after) is not None
    if eventful and title is not None and _REVISED.match(after) and _AMENDING.search(title):
        return "basis"
    ending = before[-8:].rstrip()[-1:]
    header = LIST_HEAD.sub("", before) if ending in _LIST_ENDS else before
    heads_list = len(header) < len(before) or before.endswith("\n")
    if ending in _READING_ENDS and _READING.search(before, max(0, len(before) - 12)):
        return "interpret"
    said = "mention" if eventful and ending == "被" else None
    if said is None and eventful:
        said = _done_behind(before, after)
    if said is None and (heads_list or ending in "】：:"):
        said = _headed(before, header, heads_list, ending)
    if said is None and ending in "除去" and _DELETED.search(before):
        said = "amend"
    if said is None and ending in _ENDS_VERB and _ends_part(before, after):
        said = "amend"
    if (
        said is None
        and eventful
        and _LEARNT.search(before, max(0, len(before) - 2))
        and patterns.explained.match(after)
    ):
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
    return _around(before, after, ending) or (eventful and _said_of_it(before, after, nearest)) or "mention"


def _ends_part(before: str, after: str) -> bool:
    """Say whether a verb in front puts an end to a part of the document: 取消《…》中“…”的规定."""
    verb = _ENDS_PART.search(before.rstrip(), max(0, len(before) - 8))
    if verb is None or _PART_OF_IT.match(after) is None:
        return False
    front = before[max(0, verb.start() - 24) : verb.start()]
    return not any(pattern.search(front) for pattern in (_UNDONE, _DENIED, _ASKED, _NOT_DONE))


def _headed(before: str, header: str, heads_list: bool, ending: str) -> str | None:
    """Return what the heading of a list, or the words in front of a colon, say of the documents that follow."""
    if heads_list:
        if _REPEAL_HEADER.search(header):
            return "repeal"
        if _AMEND_HEADER.search(header):
            return "amend"
    elif ending in "：:" and _REPEALED_HERE.search(before):
        return "repeal"
    return "basis" if _HEADER.search(header, max(0, len(header) - 12)) else None


def _passed_on(before: str, after: str) -> str | None:
    """Return what is done after approval: 同意《…》，现转发给你们; 《…》已经省政府同意，现印发给你们."""
    patterns = _patterns()
    passed = patterns.passed_on.match(after)
    if passed is not None and (passed["forward"] is not None or _AGREED.search(before) is not None):
        return "forward" if passed["forward"] is not None else "issue"
    if (
        before.find("将", max(0, len(before) - 32)) >= 0
        and _MUST_PASS_ON.search(before)
        and patterns.forwarded.match(after)
    ):
        return "forward"
    return "issue" if patterns.approved.match(after) else None


def _around(before: str, after: str, ending: str) -> str | None:
    """Return what words on both sides of a citation say together: 以《…》为依据, 为确保《…》的落实, 介绍《…》的内容."""
    if ending == "以" and _AS_GROUNDS.match(after):
        return "basis"
    if ending in "保证障好动进强合" and _ENSURING.search(before[-12:]) and _CARRIED_OUT.match(after):
        return "basis"
    if "介绍" in before[-24:] and _PRESENTING.search(before[-24:]) and _CONTENTS.match(after):
        return "interpret"
    if before.endswith("关于") and _EXPLANATION.match(after):
        return "interpret"
    return None


def _said_of_it(before: str, after: str, nearest: str | None) -> str | None:
    """Return what the words behind a citation say is done with it or with the part named, where no verb governs it."""
    patterns = _patterns()
    passed = _passed_on(before, after)
    if passed is not None:
        return passed
    if patterns.altered.match(after) or patterns.altered_part.match(after):
        return "amend"
    return "issue" if nearest is None and patterns.announced.match(after) else None


def _targeted(before: str) -> bool:
    """Say whether 对, 将, 把 or 就 governs a citation."""
    return _TARGET.search(before, max(0, len(before) - 34)) is not None


def _amended_inside(before: str, after: str) -> bool:
    """Say whether an amendment touches a part of the document: 对…如下修改, 在…第三条后增加一条."""
    if _targeted(before):
        return _patterns().amended_to.match(after) is not None or _ADDED.match(after) is not None
    return before.endswith("在") and _ADDED.match(after) is not None


def _done_behind(before: str, after: str) -> str | None:
    """Return what the words behind a citation say is done with it; None where they say nothing."""
    patterns = _patterns()
    if _PART_ENDED.match(after) and not _otherwise(before, after):
        return "amend"
    if patterns.interpreted.match(after) or (_targeted(before) and patterns.presented.match(after)):
        return "interpret"
    repealed = patterns.repealed.match(after)
    if (
        repealed is not None
        and not _otherwise(before, after)
        and _DENIED.search(after, 0, repealed.start("word")) is None
    ):
        return "repeal"
    if patterns.amended.match(after) and not _otherwise(before, after):
        return "amend"
    if _OBJECT.search(before, max(0, len(before) - 48)):
        if patterns.forwarded.match(after):
            return "forward"
        if patterns.handed.match(after):
            return "issue"
    return None


def _otherwise(before: str, after: str) -> bool:
    """Say whether what the words behind a citation tell is done to something else."""
    return _SPEAKS.match(after) is not None or _GROUNDED.search(before, max(0, len(before) - 16)) is not None


def _nearest(before: str, after: str) -> str | None:
    """Return the relation that the verb nearest in front of a citation gives it; None where no verb governs it."""
    patterns = _patterns()
    clause = _CLAUSE_MARKS.split(before)[-1]
    cut = len(before) - len(clause) - 1
    if not clause and before.endswith(("\n", "：", ":")):
        # The object of a verb that ends the line above or stands before a colon: 关于印发 / 《…》的通知; 授权发布：《…》.
        above = before[before.rfind("\n", 0, -1) + 1 : -1].rstrip()
        clause = above if above.endswith(patterns.line_ends) else ""
    verbs = list(patterns.verb.finditer(clause))
    for i, verb in reversed(list(enumerate(verbs))):
        behind = clause[verb.end() :]
        kind = patterns.kinds.get(verb[0], "basis")
        if "》" in behind or (len(behind) > _MOST_BETWEEN and not (kind == "forward" and _BODIES.match(behind))):
            return None
        if kind == "basis":
            return _as_basis(clause[: verb.start()], behind, after)
        if kind in _DONE:
            said = _as_done(clause, verbs[: i + 1], behind, after)
            if said is not None:
                return said
        elif verb[0] in _ANNEXED and any(patterns.kinds.get(one[0], "basis") == "basis" for one in verbs[:i]):
            # 依照本条例所附《…》执行
            continue
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


def _as_basis(in_front: str, behind: str, after: str) -> str | None:
    """Return what a basis word makes of the document, from the words in front of it and behind it."""
    patterns = _patterns()
    if patterns.negated.search(in_front, max(0, len(in_front) - 12)) or (
        not behind and "前" in after[:12] and patterns.spent.match(after)
    ):
        # 未按照《…》; 按《…》实施前的政策
        return "mention"
    if len(behind) > 1 and (_DATIVE.search(behind) or _PREDICATE.search(behind)):
        # 按程序对《…》, 按照甲是否与《…》: another verb governs it.
        return None
    return "basis"


def _as_done(clause: str, verbs: list[re.Match[str]], behind: str, after: str) -> str | None:
    """Return what the last of `verbs`, which does something to a document, makes of this one; None for nothing."""
    verb = verbs[-1]
    kind = _patterns().kinds[verb[0]]
    if kind == "amend" and behind.startswith(("为", "成")):
        # 修改为《…》: what it becomes.
        return None
    if behind and ((kind in ("issue", "amend") and _WORKERS.match(behind)) or not _reaches(kind, behind)):
        # 编写组; 印发的《…》, 公布施行的《…》: what was done once, not what this sentence does.
        return None
    if verb[0] == "通过" and (_MEANS.match(after) or (behind and _RENEWED.match(behind) is None and behind != "了")):
        # A preposition: 通过《…》等形式, 通过网站查询《…》.
        return None
    if _UNDONE.search(clause, max(0, verb.start() - 12), verb.start()):
        return "mention"
    if kind in ("issue", "amend") and (len(behind) > _MOST_OBJECT or "（" in behind or "(" in behind):
        return None
    if (verb[0] in _WEAK_VERBS and len(behind) > 8) or _PREDICATE.search(behind):
        return None
    if verb[0] == "撤销" and clause.endswith(("要求", "主张"), 0, verb.start()):
        return "mention"
    if kind == "repeal" and _ASKED.search(clause, 0, verb.start()):
        return "mention"
    if kind in ("issue", "forward") and _grounds(clause, verbs, after):
        return "basis"
    return kind


def _reaches(kind: str, behind: str) -> bool:
    """Say whether a verb governs the title over the words between: 印发修订后的《…》, 废止国务院公布的《…》."""
    if behind.startswith(("后", "版", "前")):
        return False
    if "的" not in behind or _RENEWED.match(behind):
        return True
    return kind in ("repeal", "forward", "amend") and behind.count("的") == 1 and _BY_ORGAN.match(behind) is not None


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
