"""GW346 to GW348: what a reply answers (批复), what a request asks (请示), and what nobody asks of a superior."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from egovkit.checks.finding import Severity, Strength
from egovkit.checks.rule import Hit, rule_of_2012
from egovkit.checks.subject import Subject
from egovkit.checks.words import LINE_END
from egovkit.text.patterns import LatePattern

_OPENING: Final = 300
_ANSWERED: Final = LatePattern(
    "请示|报告|申请|来函|来文|(?<=的)函|上报|报送|报来|报请|呈报|《[^《》]{2,100}》|〔[0-9]{4}〕[0-9]{1,5}号"
)
_RECEIVED: Final = LatePattern("(?<![熟据])悉|收到")


@rule_of_2012(
    "GW346",
    "reply-unreceived",
    "批复未引来文",
    clause="中办发〔2012〕14号, art. 8(12); custom: a reply opens with what it answers",
    strength=Strength.CONVENTION,
    severity=Severity.INFO,
    kinds=("批复",),
)
def reply_unreceived(subject: Subject) -> Iterator[Hit]:
    """A 批复 opens with the request that it answers, and says that it was received (收悉).

    Why: nothing else says which request is decided. A reply whose text is not there is not judged.
    """
    elements = subject.elements
    if subject.document.recipients is None:
        return
    opening = subject.text[elements.text_start : min(elements.text_start + _OPENING, elements.main_end)]
    if len(opening.strip()) < 12:
        return
    answered = _ANSWERED.search(opening)
    if answered is None:
        yield Hit(
            *subject.document.spans["recipients"], "批复应当引述所答复的请示", "a reply names the request it answers"
        )
    elif _RECEIVED.search(opening) is None:
        start = elements.text_start + answered.start()
        yield Hit(
            start,
            start + len(answered[0]),
            "批复引述来文后应当写明“收悉”",
            "a reply says that the request was received",
        )


# All that is asked is asked by 请: 请批示, 恳请, 请安排资金.
_WISH: Final = LatePattern("(?<![聘邀])请")


@rule_of_2012(
    "GW347",
    "request-without-wish",
    "请示无请求语",
    clause="中办发〔2012〕14号, art. 8(11); custom: a request says what it asks for",
    strength=Strength.CONVENTION,
    severity=Severity.INFO,
    kinds=("请示",),
)
def request_without_wish(subject: Subject) -> Iterator[Hit]:
    """A request (请示) asks for something in its text: 妥否，请批示.

    Why: without a wish nothing is there to be decided.
    """
    elements = subject.elements
    body = subject.text[elements.text_start : elements.main_end]
    if subject.document.recipients is not None and len(body.strip()) > _SHORT and _WISH.search(body) is None:
        yield Hit(*subject.document.spans["recipients"], "请示应当写明请求事项", "a request says what it asks for")


_SHORT: Final = 12
_ORDERED: Final = LatePattern(
    rf"(?P<phrase>[请望](?:结合实际)?(?:认真)?(?:遵照|贯彻)(?:落实|执行|办理))[。！]?{LINE_END}"
)


@rule_of_2012(
    "GW348",
    "order-upwards",
    "上行文用下行结语",
    clause="custom: nobody tells a superior to carry something out",
    strength=Strength.CONVENTION,
    severity=Severity.INFO,
    kinds=("请示", "报告"),
)
def order_upwards(subject: Subject) -> Iterator[Hit]:
    """A request or report does not end with 请遵照执行 and its like.

    Why: the phrase is that of a document to those below.
    """
    elements = subject.elements
    for found in _ORDERED.finditer(subject.text, elements.text_start, elements.main_end):
        yield Hit(
            *found.span("phrase"), "上行文不用要求下级执行的结语", "a superior is not told to carry something out"
        )
