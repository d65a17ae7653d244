"""GW901, GW906 to GW909, GW913, GW914, GW916, GW917: punctuation marks (标点符号): the right one, and once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import regex

from egovkit.checks.finding import Severity, Strength
from egovkit.checks.rule import Hit, Scope, custom, rule
from egovkit.checks.subject import Subject
from egovkit.checks.zones import places, touches

_STANDARD: Final = "GB/T 15834-2011"
_HAN: Final = r"\p{Han}"

_END: Final = r"[ \u3000]*(?:\n|\Z)"
_LINE_END: Final = re.compile(_END)
# The one character that a pattern begins with is found ten times faster than any of a set.
_HALF: Final = tuple(
    (
        wide,
        regex.compile(
            rf"{regex.escape(mark)}(?<=[{_HAN}”’》）].)"
            rf"(?:(?=[{_HAN}“‘《（])|(?P<last>(?=[ \u3000\n]|\Z))|(?<![?!])(?=[0-9A-Za-z]))"
        ),
    )
    for mark, wide in zip(",;:?!", "，；：？！", strict=True)
)
_HAN_AHEAD: Final = regex.compile(_HAN)
_AROUND: Final = regex.compile(rf"[{_HAN}”’》）]")


@custom(
    "GW901",
    "half-width-mark",
    "半角标点",
    clause="custom: Chinese text takes full-width marks",
    scope=Scope.WORDS,
)
def half_width_mark(subject: Subject) -> Iterator[Hit]:
    """Behind Chinese characters stand the full-width marks ，；：？！, not the half-width ones.

    Why: the half-width ones are those of Latin text; mixed, lines do not align and searches fail. The entries of a
    bibliography follow a standard of their own.

    Bad:
        各区要提高认识,抓紧落实。
    Good:
        各区要提高认识，抓紧落实。
    """
    text = subject.text
    for wide, half in _HALF:
        message = f"汉字之后用全角标点“{wide}”"
        for found in half.finditer(text):
            at = found.start()
            if found["last"] is not None and _LINE_END.match(text, at + 1) is None:
                continue
            if not touches(subject.bibliography, at, at + 1):
                yield Hit(at, at + 1, message, "Chinese text takes full-width marks", replacement=wide)


@rule(
    "GW906",
    "doubled-mark",
    "标点重复",
    clause=f"{_STANDARD}, 4.1–4.7",
    strength=Strength.SHOULD,
    severity=Severity.WARNING,
    scope=Scope.WORDS,
)
def doubled_mark(subject: Subject) -> Iterator[Hit]:
    """A mark stands once.

    Why: the second is a slip of the keyboard.

    Bad:
        各区要提高认识，，抓紧落实。
    Good:
        各区要提高认识，抓紧落实。
    """
    for start, end in subject.runs_of_marks:
        run = subject.text[start:end]
        # Three full stops are an ellipsis badly written: GW908.
        if run == run[0] * len(run) and not (run[0] == "。" and len(run) > 2):
            yield Hit(start + 1, end, f"标点“{run[0]}”重复", "the mark is doubled", replacement="")


@rule(
    "GW907",
    "clashing-marks",
    "标点冲突",
    clause=f"{_STANDARD}, 4.1–4.7",
    strength=Strength.SHOULD,
    severity=Severity.WARNING,
    scope=Scope.WORDS,
)
def clashing_marks(subject: Subject) -> Iterator[Hit]:
    """Two marks that part clauses do not follow one another.

    Why: a sentence either goes on or ends; which one was meant only its author knows.

    Bad:
        各区要提高认识，。抓紧落实。
    Good:
        各区要提高认识。抓紧落实。
    """
    for start, end in subject.runs_of_marks:
        run = subject.text[start:end]
        if run != run[0] * len(run):
            yield Hit(start, end, f"标点“{run}”连用", "two marks of different weight stand together")


_POINTS: Final = regex.compile(r"(?<![.…。])(?:\.{3}|\.{6}|。{3,6}|…)(?![.…。])")


@rule(
    "GW908",
    "ellipsis",
    "省略号",
    clause=f"{_STANDARD}, 4.11",
    strength=Strength.SHOULD,
    severity=Severity.WARNING,
    scope=Scope.WORDS,
)
def ellipsis(subject: Subject) -> Iterator[Hit]:
    """An ellipsis is six points in the room of two characters (……).

    Why: full stops in a row end a sentence again and again, and three points are the Latin mark.

    Bad:
        包括身份证、户口簿、结婚证。。。由各区规定。
    Good:
        包括身份证、户口簿、结婚证……由各区规定。
    """
    text = subject.text
    if not any(points in text for points in ("…", "...")) and not any(
        text.startswith("。。。", start) for start, _ in subject.runs_of_marks
    ):
        return
    last = len(text.rstrip())
    for found in _POINTS.finditer(text):
        at = found.start()
        if (at and _AROUND.match(text, at - 1)) or text[at - 1 : at] in ("、", "，"):
            # Points behind the whole text, as teasers end, are the site's.
            if found.end() >= last:
                continue
            whole = text[found.end()] != "\n"
            yield Hit(
                *found.span(),
                "省略号为六个小圆点，占两个字的位置",
                "an ellipsis is six points in the room of two characters",
                suggestion="……",
                replacement="……" if whole else None,
            )


@rule(
    "GW909",
    "dash",
    "破折号",
    clause=f"{_STANDARD}, 4.10",
    strength=Strength.SHOULD,
    severity=Severity.WARNING,
    scope=Scope.WORDS,
)
def dash(subject: Subject) -> Iterator[Hit]:
    """A dash is one line in the room of two characters (——).

    Why: two hyphens are the typewriter's makeshift.

    Bad:
        建设目标--全省一张网。
    Good:
        建设目标——全省一张网。
    """
    text = subject.text
    at = text.find("--")
    while at >= 0:
        end = at + 2
        while text.startswith("-", end):
            end += 1
        if end - at == 2 and at and _AROUND.match(text, at - 1) and _HAN_AHEAD.match(text, end):
            yield Hit(
                at, end, "破折号占两个字的位置", "a dash is one line in the room of two characters", replacement="——"
            )
        at = text.find("--", end)


_DOTS: Final = "•‧∙・⋅･"
_BULLET: Final = regex.compile(rf"[{_DOTS}](?<=[{_HAN}][{_DOTS}])(?=[{_HAN}])")


@rule(
    "GW913",
    "middle-dot",
    "间隔号",
    clause=f"{_STANDARD}, 4.14",
    strength=Strength.SHOULD,
    severity=Severity.INFO,
    scope=Scope.WORDS,
)
def middle_dot(subject: Subject) -> Iterator[Hit]:
    """The dot between the parts of a name is ·.

    Why: bullets and the dots of other scripts look alike and are other characters to every search.

    Bad:
        向阿不都•热合曼同志学习。
    Good:
        向阿不都·热合曼同志学习。
    """
    if not any(dot in subject.text for dot in _DOTS):
        return
    for found in _BULLET.finditer(subject.text):
        yield Hit(*found.span(), "间隔号用“·”", "the dot between the parts of a name is ·", replacement="·")


_PERIOD: Final = regex.compile(rf"\.(?<=[{_HAN}]\.)(?:(?=[{_HAN}])|(?P<last>(?={_END})))")


@rule(
    "GW914",
    "period-as-full-stop",
    "句号用小圆点",
    clause=f"{_STANDARD}, 4.1",
    strength=Strength.SHOULD,
    severity=Severity.INFO,
    scope=Scope.WORDS,
)
def period_as_full_stop(subject: Subject) -> Iterator[Hit]:
    """A sentence ends with 。, and the parts of a name have · between them.

    Why: the Latin period between Chinese characters stands for either, and only its author knows for which; at the
    end of a line it stands for 。. The entries of a bibliography part their fields by periods.

    Bad:
        各区要提高认识.各部门要抓紧落实。
    Good:
        各区要提高认识。各部门要抓紧落实。
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
            "a sentence ends with 。" if last else "a period stands between Chinese characters",
            replacement="。" if last else None,
        )


_ORDINAL: Final = re.compile(r"(?:^|[\n\s。；：])[一二三四五六七八九十]{1,3}\Z")


_BEFORE_ETC: Final = re.compile(
    r"等(?<=、等)(?=[，。；、）)]|部门|单位|地|方面|有关|相关|各|内容|情况|问题|工作|措施|项目|人员"
    r"|[0-9一二三四五六七八九十]{1,3}[个项种类家部所条名])"
)


@custom(
    "GW916",
    "comma-before-etc",
    "“等”前顿号",
    clause="custom: 等 closes a list without a mark in front of it",
    scope=Scope.WORDS,
)
def comma_before_etc(subject: Subject) -> Iterator[Hit]:
    """No 、 stands in front of the 等 that ends a list.

    Why: the mark parts two entries of a list, and 等 is none.

    Bad:
        水利、住建、等部门要密切配合。
    Good:
        水利、住建等部门要密切配合。
    """
    for found in _BEFORE_ETC.finditer(subject.text):
        at = found.start() - 1
        yield Hit(at, at + 1, "“等”前不用顿号", "no mark stands in front of 等", replacement="")


_MOST_POINTS: Final = 6
_POINTS_AND_ETC: Final = ("…等", "。。。等", "...等")
_ETC: Final = re.compile("等等?(?=[，。；、）)]|材料|部门|单位|地|方面|内容|情况|问题|工作|措施|项目|人员)")


@custom(
    "GW917",
    "ellipsis-and-etc",
    "省略号与“等”并用",
    clause="custom: an ellipsis and 等 say the same",
    scope=Scope.WORDS,
)
def ellipsis_and_etc(subject: Subject) -> Iterator[Hit]:
    """A list is left open by an ellipsis or by 等, not by both.

    Why: both say that there is more.

    Bad:
        包括身份证、户口簿……等材料。
    Good:
        包括身份证、户口簿等材料。
    """
    text = subject.text
    for points in _POINTS_AND_ETC:
        for at in places(text, points):
            etc = at + len(points) - 1
            found = _ETC.match(text, etc)
            if found is not None:
                start = max(0, etc - _MOST_POINTS)
                start += len(text[start:etc].rstrip("….。"))
                yield Hit(start, found.end(), "省略号不与“等”并用", "an ellipsis and 等 say the same", suggestion="等")
