"""GW913 to GW917: dots, stops, and marks that 等 makes needless (其他标点)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from egovkit.checks.finding import Severity, Strength
from egovkit.checks.rule import Hit, Scope, custom, rule
from egovkit.checks.standards import PUNCTUATION
from egovkit.checks.subject import Subject
from egovkit.checks.words import HAN, LINE_END
from egovkit.checks.zones import touches
from egovkit.text.patterns import LatePattern

_DOTS: Final = "•‧∙・⋅･"
_BULLET: Final = LatePattern(rf"[{_DOTS}](?<=[{HAN}][{_DOTS}])(?=[{HAN}])")


@rule(
    "GW913",
    "middle-dot",
    "间隔号",
    clause=f"{PUNCTUATION}, 4.14",
    strength=Strength.SHOULD,
    severity=Severity.INFO,
    scope=Scope.WORDS,
    needs=(_DOTS,),
)
def middle_dot(subject: Subject) -> Iterator[Hit]:
    """The dot between the parts of a name is ·.

    Why: bullets and the dots of other scripts look alike and are other characters to every search.
    """
    for found in _BULLET.finditer(subject.text):
        yield Hit(*found.span(), "间隔号用“·”", "the dot between the parts of a name is ·", replacement="·")


# After a bracket, a title and a quotation too, but not behind the marker of a heading: （一）.总体要求.
_PERIOD: Final = LatePattern(
    rf"\.(?<=[{HAN}）》”]\.)(?<![0-9０-９A-Za-zⅠ-ⅿ①-⑳㈠-㈩〇一二三四五六七八九十壹贰叁甲乙丙丁]）\.)(?:(?=[{HAN}])|(?P<last>(?={LINE_END})))"
)


@rule(
    "GW914",
    "period-as-full-stop",
    "句号用小圆点",
    clause=f"{PUNCTUATION}, 4.1",
    strength=Strength.SHOULD,
    severity=Severity.INFO,
    scope=Scope.WORDS,
    needs=(".",),
)
def period_as_full_stop(subject: Subject) -> Iterator[Hit]:
    """A sentence ends with 。, and the parts of a name have · between them.

    Why: the Latin period between Chinese characters stands for either, and only its author knows for which; at the
    end of a line it stands for 。. The entries of a bibliography part their fields by periods.
    """
    text = subject.text
    for found in _PERIOD.finditer(text):
        at = found.start()
        # 一.总体要求 is the marker of a heading.
        if touches(subject.bibliography, at, at + 1) or _ORDINAL.search(text, max(0, at - 4), at):
            continue
        last = found["last"] is not None
        yield Hit(
            at,
            at + 1,
            "句号用“。”" if last else "汉字之间不用小圆点",
            "a sentence ends with 。" if last else "a period is between Chinese characters",
            replacement="。" if last else None,
        )


_REVERSED: Final = LatePattern("”[^“”\\n]{1,40}“")
# A line longer than this on one side of a quotation may hold another mark, and is not judged.
_BESIDE: Final = 400


@rule(
    "GW915",
    "reversed-quotes",
    "引号反向",
    clause=f"{PUNCTUATION}, 4.8",
    strength=Strength.SHOULD,
    severity=Severity.WARNING,
    scope=Scope.WORDS,
    needs=("“", "”"),
)
def reversed_quotes(subject: Subject) -> Iterator[Hit]:
    """The mark that opens a quotation is “, the one that closes it ”.

    Why: turned round, they set off what is not quoted. Judged where a line has this one pair of marks, and no
    quotation of paragraphs stands open above it.
    """
    text = subject.text
    opened, counted = 0, 0
    for found in _REVERSED.finditer(text):
        start, end = found.span()
        before = text[max(0, start - _BESIDE) : start].rpartition("\n")
        behind = text[end : end + _BESIDE].partition("\n")
        if (start > _BESIDE and not before[1]) or (end + _BESIDE < len(text) and not behind[1]):
            continue
        if any(mark in side for mark in "“”" for side in (before[2], behind[0])):
            continue
        opened += text.count("“", counted, start) - text.count("”", counted, start)
        counted = start
        if opened == 0:
            for at, right in ((start, "“"), (end - 1, "”")):
                yield Hit(at, at + 1, "引号方向相反", "the quotation marks are turned round", replacement=right)


_ORDINAL: Final = LatePattern(r"(?:^|[\n\s。；：])[一二三四五六七八九十]{1,3}\Z")
# What shows that 等 ends a list, and begins no word such as 等级.
_AFTER_ETC: Final = (
    r"(?=[，。；、）)]|部门|单位|企业|机构|地|方面|领域|行业|环节|有关|相关|各|内容|事项|情况|问题|工作|任务|措施|项目|材料|资料|人员"
    r"|[0-9一二三四五六七八九十]{1,3}[个项种类家部所条名])"
)
_BEFORE_ETC: Final = LatePattern(f"等(?<=、等){_AFTER_ETC}")
# 等项目、等资金: to wait, in the entry before as well.
_WAITING: Final = LatePattern(r"等[^、，。；：\n]{1,16}\Z")
# 、等企业确认后办理: what is waited for.
_WAITED_FOR: Final = LatePattern(r"[^、，。；：\n]{1,12}?(?:后(?![续勤])|再(?!次)|自行)")


@custom(
    "GW916",
    "comma-before-etc",
    "“等”前顿号",
    clause="custom: 等 closes a list without a mark before it",
    scope=Scope.WORDS,
    seeks=lambda: (_BEFORE_ETC,),
)
def comma_before_etc(subject: Subject) -> Iterator[Hit]:
    """No 、 is before the 等 that ends a list.

    Why: the mark parts two entries of a list, and 等 is none.
    """
    for found in subject.matches(_BEFORE_ETC):
        at = found.start() - 1
        if _WAITING.search(subject.text, max(0, at - 17), at) or _WAITED_FOR.match(subject.text, found.end()):
            continue
        yield Hit(at, at + 1, "“等”前不用顿号", "no mark is before 等", replacement="")


_MOST_POINTS: Final = 6
_POINTS_AND_ETC: Final = LatePattern(r"等(?:(?<=…等)|(?<=。。。等)|(?<=\.\.\.等))")
_ETC: Final = LatePattern(f"等等?{_AFTER_ETC}")


@custom(
    "GW917",
    "ellipsis-and-etc",
    "省略号与“等”并用",
    clause="custom: an ellipsis and 等 say the same",
    scope=Scope.WORDS,
    seeks=lambda: (_POINTS_AND_ETC,),
)
def ellipsis_and_etc(subject: Subject) -> Iterator[Hit]:
    """A list is left open by an ellipsis or by 等, not by both.

    Why: both say that there is more.
    """
    text = subject.text
    for points in subject.matches(_POINTS_AND_ETC):
        etc = points.start()
        found = _ETC.match(text, etc)
        if found is not None:
            start = max(0, etc - _MOST_POINTS)
            start += len(text[start:etc].rstrip("….。"))
            yield Hit(start, found.end(), "省略号不与“等”并用", "an ellipsis and 等 say the same", suggestion="等")
