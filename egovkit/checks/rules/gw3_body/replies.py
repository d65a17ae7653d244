"""GW346: what a reply answers (批复)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from egovkit.checks.finding import Severity, Strength
from egovkit.checks.rule import Hit, rule_of_2012
from egovkit.checks.subject import Subject

_OPENING: Final = 300
_ANSWERED: Final = re.compile("请示|报告|来函|来文|《[^《》]{2,100}》|(?:上报|报送|报来|报请)")
_RECEIVED: Final = re.compile("收悉|收到|已悉|均悉|悉[。，]")


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
