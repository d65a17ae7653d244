"""GW951 to GW956: wording (用词): what is given, qualified or denied twice, words for other words, sentences cut short."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from egovkit.checks.rule import Hit, Scope, custom
from egovkit.checks.seeking import rarest
from egovkit.checks.subject import Subject
from egovkit.data import tree
from egovkit.text.patterns import LatePattern


@cache
def _patterns(of: str, ahead: str = "") -> tuple[tuple[str, LatePattern], ...]:
    """Return the words of a list with what finds each by its rarest character."""
    words: Iterable[str] = tree("check_terms")["wording"][of]
    return tuple((word, LatePattern(_by_rarest(word) + ahead.format(word))) for word in words)


def _by_rarest(word: str) -> str:
    at = rarest(word)
    before = f"(?<={word[: at + 1]})" if at else ""
    return f"{word[at]}{before}{word[at + 1 :]}"


def _repeats() -> tuple[tuple[str, LatePattern], ...]:
    """Return the words that never follow themselves, with what finds the first of two."""
    return _patterns("never_twice", "(?={})")


# 目的的确 and 打的的士 hold two characters of two words.
_DE: Final = LatePattern("的的(?<![目标]的的)(?!确|士)")
# 符合符合性检查 and 根据根据地的条件 are no repetitions.
_LONGER: Final = LatePattern("符合性|根据地(?![方区理形质])|做好[事人]|加强筋")


def _places(subject: Subject, of: str) -> Iterator[tuple[int, str]]:
    """Yield where each word of a list stands."""
    for word, pattern in _patterns(of):
        for found in subject.matches(pattern):
            at = found.end() - len(word)
            if not _is_of_two(subject.text, at, word):
                yield at, word


def _is_of_two(text: str, at: int, word: str) -> bool:
    """Say whether what has the form of a word is the end of one and the beginning of another: 发布 and 署名."""
    longer: dict[str, list[str]] = tree("check_terms")["wording"]["of_two"]
    return any(text.startswith(each, at - each.index(word)) for each in longer.get(word, ()))


@custom(
    "GW951",
    "repeated-word",
    "词语重复",
    clause="custom: a word is given once",
    scope=Scope.WORDS,
    seeks=lambda: (*(pattern for _, pattern in _repeats()), _DE),
)
def repeated_word(subject: Subject) -> Iterator[Hit]:
    """A word that cannot follow itself is given once.

    Why: the second is a slip of the keyboard. Judged are words of grammar and verbs of which a sentence never needs
    two in a row: 管理管理办法 is none of them.
    """
    text = subject.text
    for word, repeat in _repeats():
        for first in subject.matches(repeat):
            end = first.end() + len(word)
            if _LONGER.match(text, first.end()) is None:
                yield Hit(first.end(), end, f"“{word}”重复", f"{word} is given twice", replacement="")
    for found in subject.matches(_DE):
        yield Hit(found.start() + 1, found.end(), "“的”重复", "的 is given twice", replacement="")


_UNTIL: Final = LatePattern(
    r"截止(?<![^。；，、：\s（(]截止)(?=[12][0-9]{3}年(?![0-9月日]{0,7}[止前])|目前[，,]|[0-9]{1,2}月[0-9底末])"
)


# Texts before the regulation of 2000 wrote 其它 as well.
_SINCE_USAGE: Final = 2001


@custom(
    "GW952",
    "misspelt-word",
    "错别字",
    clause="custom: the characters that the dictionary gives a word",
    scope=Scope.WORDS,
    seeks=lambda: (*(pattern for of in ("misspelt", "usage") for _, pattern in _patterns(of)), _UNTIL),
)
def misspelt_word(subject: Subject) -> Iterator[Hit]:
    """A word is written with its own characters, and 截至, not 截止, is before a day.

    Why: 布署 for 部署 and the like are slips of sound. 截止 ends what it follows (报名于3月截止); up to a day is 截至.
    """
    words: dict[str, dict[str, str]] = tree("check_terms")["wording"]
    for at, wrong in _places(subject, "misspelt"):
        right = words["misspelt"][wrong]
        yield Hit(at, at + len(wrong), f"“{wrong}”应为“{right}”", f"{wrong} is written {right}", replacement=right)
    for at, word in _places(subject, "usage") if subject.day.year >= _SINCE_USAGE else ():
        meant = words["usage"][word]
        yield Hit(at, at + len(word), f"公文用“{meant}”", f"documents write {meant}", suggestion=meant)
    for found in subject.matches(_UNTIL):
        yield Hit(*found.span(), "日期前用“截至”", "截至 is before a day", replacement="截至")


_UNITS: Final = "个名人户家件项次元吨亩米天年倍里公日月周岁台套条处所工作小时分钟平方"
_COUNT: Final = rf"[0-9][0-9.]{{0,8}}[%％万亿千百余多]{{0,2}}[{_UNITS}]{{0,4}}"
# Found by its second word, after a figure, and read back to the first.
_FIGURE: Final = f"[0-9%％万亿千百余多{_UNITS}]"
_SECOND: Final = (
    LatePattern(f"右(?<={_FIGURE}左右)(?![两侧岸转舵手脑])"),
    LatePattern(f"下(?<={_FIGURE}上下)(?![班车船级游学楼文行料水山坡联铺])"),
    LatePattern(f"以(?<={_FIGURE}以)(?:上(?![列述级市访线传网])|下(?![列述达属])|内(?![列述部设陆蒙]))"),
)
# 节约30万元左右 and 附近30米左右 are qualified once.
_SAID_TWICE: Final = LatePattern(
    rf"(?:(?:大约|(?<![节预签合契制特履公条违租邀续缔集简相婚毁失解立守践爽])约|将近|(?<![附邻临靠最逼亲远])近){_COUNT}(?:左右|上下)"
    rf"|(?:超过|高于|多于|不得?低于|不得?少于|至少|最少){_COUNT}以上"
    rf"|(?:不得?超过|不得?高于|不得?多于|低于|少于|至多|最多){_COUNT}以[下内])\Z"
)
# What the first word ends with: to look for it takes a tenth of the time of a search for the whole.
_ENDS_FIRST: Final = LatePattern("[约近过于少多]")
_LONGEST: Final = 22


@custom(
    "GW953",
    "said-twice",
    "数量修饰重复",
    clause="custom: one word says how exact a figure is",
    scope=Scope.WORDS,
    seeks=lambda: _SECOND,
)
def said_twice(subject: Subject) -> Iterator[Hit]:
    """A figure is qualified once: 约30户 or 30户左右, 超过30户 or 30户以上.

    Why: the second word says the same again, or leaves open which of the two holds.
    """
    text = subject.text
    for second in _SECOND:
        for found in subject.matches(second):
            start, end = max(0, found.end() - _LONGEST), found.end()
            whole = _SAID_TWICE.search(text, start, end) if _ENDS_FIRST.search(text, start, end) else None
            if whole is not None:
                yield Hit(*whole.span(), "数量的修饰词语重复", "the figure is qualified twice")


_TIMES: Final = LatePattern("倍(?<=[0-9]倍)")
_LESS: Final = "(?:减少|降低|下降|缩小|缩短)"
_FALLING: Final = LatePattern(rf"{_LESS}了?[0-9]{{1,4}}(?:\.[0-9]{{1,3}})?倍\Z")
_NEGATIVE: Final = LatePattern(rf"-(?<={_LESS}-)[0-9]{{1,4}}(?:\.[0-9]{{1,3}})?[%％]")


@custom(
    "GW954",
    "less-by-times",
    "减少的表述",
    clause="custom: what falls, falls by a part of itself",
    scope=Scope.WORDS,
    seeks=lambda: (_TIMES, _NEGATIVE),
)
def less_by_times(subject: Subject) -> Iterator[Hit]:
    """A fall is told as a part or a percentage, without a sign in front.

    Why: nothing falls by twice itself; and a fall of minus five per cent is a rise.
    """
    text = subject.text
    spans = [
        whole.span()
        for found in subject.matches(_TIMES)
        if (whole := _FALLING.search(text, max(0, found.end() - _LONGEST), found.end()))
    ]
    spans += [(found.start() - 2, found.end()) for found in subject.matches(_NEGATIVE)]
    for place in spans:
        yield Hit(*place, "减少、下降不用倍数或者负数表述", "a fall is told as a part, without a sign")


@cache
def _unfinished() -> re.Pattern[str]:
    """Return what finds a full stop after a word that no sentence ends with."""
    words = tree("check_terms")["wording"]["never_last"]
    # Most stops are passed over by the last character before them.
    last = "".join(sorted({word[-1] for word in words}))
    return re.compile(f"。(?<=[{last}]。)(?:" + "|".join(f"(?<=[^，：、]{word}。)" for word in words) + ")")


@custom(
    "GW955",
    "sentence-cut-short",
    "句子不完整",
    clause="custom: a sentence ends where it is complete",
    seeks=lambda: (_unfinished(),),
)
def sentence_cut_short(subject: Subject) -> Iterator[Hit]:
    """No sentence ends with a word that needs another after it: 此次。, 以及。.

    Why: the stop is a slip, or what followed was taken out.
    """
    words = tree("check_terms")["wording"]["never_last"]
    for found in subject.matches(_unfinished()):
        at = found.start()
        word = next(word for word in words if subject.text.endswith(word, 0, at))
        yield Hit(at - len(word), at + 1, f"“{word}”之后句子不完整", f"no sentence ends with {word}")


# 防止…不再发生 wants what it forbids, but not 防止反弹确保不再发生; 切忌不要 forbids twice, but not 严禁不准时到岗, nor 禁止不得从业的
# 人员上岗.
_AGAIN: Final = LatePattern("再(?<=不再)(?:发生|出现|重演)")
_KEPT_OFF: Final = LatePattern(
    r"(?:防止|严防(?!死守)|避免|杜绝)(?:(?!确保|保证|使(?!用)|做到|力争)[^，。；：、\n]){0,20}不再\Z"
)
_FORBIDDEN: Final = LatePattern(
    r"不(?:要|得(?![体力当法])|准(?![时确])|许)(?<=(?:切忌|严禁|禁止)..)(?![^，。；：\n]{0,30}的(?!行为|做法|现象))"
)


@custom(
    "GW956",
    "denied-twice",
    "否定重复",
    clause="custom: what is to be kept off is said without a second no",
    scope=Scope.WORDS,
    seeks=lambda: (_AGAIN, _FORBIDDEN),
)
def denied_twice(subject: Subject) -> Iterator[Hit]:
    """A sentence that keeps something off, or forbids it, has no second negation: 防止…再发生, 严禁擅自….

    Why: word by word it asks for the contrary, and somebody will hold the writer to it.
    """
    text = subject.text
    for found in subject.matches(_AGAIN):
        start, end = found.start() - 1, found.start() + 1
        if _KEPT_OFF.search(text, max(0, start - _LONGEST), end):
            yield Hit(start, end, "“防止”之类的词语之后不用否定", "what is kept off is denied again", replacement="再")
    for found in subject.matches(_FORBIDDEN):
        yield Hit(*found.span(), "“严禁”之类的词语之后不用否定", "what is forbidden is denied again", replacement="")
