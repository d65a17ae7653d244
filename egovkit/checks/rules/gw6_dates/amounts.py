"""GW643 to GW646: amounts (数量): whether a table adds up, how a unit is written, and a decimal below one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Final, NamedTuple

from egovkit.checks.finding import Severity, Strength
from egovkit.checks.rule import Hit, custom, rule
from egovkit.checks.subject import Subject
from egovkit.checks.words import HAN
from egovkit.data import tree
from egovkit.text.patterns import LatePattern

_TOTAL: Final = LatePattern(r"合[ \u3000]{0,4}计|总[ \u3000]{0,4}计")
_FIGURE: Final = LatePattern(r"-?[0-9]{1,3}(?:,[0-9]{3}){1,5}(?:\.[0-9]{1,4})?|-?[0-9]{1,12}(?:\.[0-9]{1,4})?")
# Rows that are part of others or compare them (# is the sign of tables for 其中), and columns that no sum is made of: of
# areas (占地) and of farmland of the high standard (高标准农田) there are sums.
_PART_ROW: Final = LatePattern("小计|其中|合计|总计|均|比|率|增长|增幅|增速|余额|累计|注[：:]|[#＃]")
_NO_SUM: Final = LatePattern(
    r"比|率|均|[增降涨]幅|增速|增长(?![额量])|占(?![地用])|序号|编号|代码|电话|标准(?![\u4e00-\u9fff])|单价|价格"
    "|排名|名次|位次|指数|密度|累计|[%％‰]"
)
# Figures that all are years.
_YEARS: Final = range(1900, 2101)
_FEWEST: Final = 2


class _Cell(NamedTuple):
    start: int
    text: str


def _cells(line: str, start: int) -> list[_Cell]:
    """Return the cells of a row whose cells are parted by | or tabs; none where it is no such row."""
    mark = "|" if "|" in line else "\t"
    if mark not in line:
        return []
    found, at = [], start
    for cell in line.split(mark):
        found.append(_Cell(at + len(cell) - len(cell.lstrip()), cell.strip()))
        at += len(cell) + 1
    if mark == "|":
        found = found[1:] if not found[0].text else found
        found = found[:-1] if found and not found[-1].text else found
    return found


def _figure(text: str) -> Decimal | None:
    found = _FIGURE.fullmatch(text)
    return Decimal(found[0].replace(",", "")) if found is not None else None


def _is_rule(cells: list[_Cell]) -> bool:
    """Say whether a row is the line below a head: |---|---|."""
    return all(set(cell.text) <= set("-: ") for cell in cells)


@custom(
    "GW643",
    "table-sum",
    "表格合计不符",
    clause="custom: a total is the sum of its rows",
    needs=("|\t", "计"),
)
def table_sum(subject: Subject) -> Iterator[Hit]:
    """The total (合计) of a column is the sum of the figures above it.

    Why: one of the figures is mistyped. Judged is a table whose last row is the total, whose rows are none part of another
    and whose column has a figure in each; rates, averages, years and numbers of rows add up to nothing.
    """
    text = subject.text
    if "计" not in text or not ("|" in text or "\t" in text) or _TOTAL.search(text) is None:
        return
    rows: list[list[_Cell]] = []
    for start, end in subject.lines:
        cells = _cells(text[start:end], start)
        if not cells or (rows and len(cells) != len(rows[0])):
            rows = []
        if cells and not _is_rule(cells):
            rows.append(cells)
            if _TOTAL.fullmatch(cells[0].text):
                yield from _sums(rows)
                rows = []


def _sums(rows: list[list[_Cell]]) -> Iterator[Hit]:
    *above, total = rows
    first = next((i for i, row in enumerate(above) if any(_figure(cell.text) is not None for cell in row)), len(above))
    head, body = above[:first], above[first:]
    if not head or len(body) < _FEWEST or any(_PART_ROW.search(cell.text) for row in body for cell in row):
        return
    for column in range(1, len(total)):
        figures = [_figure(row[column].text) for row in body]
        told = _figure(total[column].text)
        known = [figure for figure in figures if figure is not None]
        if told is None or len(known) < len(figures) or _NO_SUM.search(" ".join(row[column].text for row in head)):
            continue
        if all(figure in _YEARS for figure in [*known, told]):
            continue
        # What was rounded in each row may be off in the last place.
        places = max(-int(figure.as_tuple().exponent) for figure in [*known, told])
        slack = Decimal(len(known)).scaleb(-places) if places else Decimal(0)
        if abs(sum(known) - told) > slack:
            start = total[column].start
            yield Hit(
                start,
                start + len(total[column].text),
                f"合计应为{sum(known)}",
                f"the figures above add up to {sum(known)}",
                suggestion=str(sum(known)),
            )


@cache
def _wrong_units() -> tuple[LatePattern, ...]:
    """Return what finds units that are written wrong, by their first letter: a letter is found faster than any of a set."""
    wrong: dict[str, str] = tree("check_terms")["units"]["wrong"]
    by_letter: dict[str, list[str]] = {}
    for unit in sorted(wrong, key=len, reverse=True):
        by_letter.setdefault(unit[0], []).append(re.escape(unit[1:]))
    return tuple(
        LatePattern(
            rf"{letter}(?:(?<=[0-9０-９]{letter})|(?<=[0-9０-９] {letter}))(?:{'|'.join(rests)})(?![A-Za-z0-9/·_-])"
        )
        for letter, rests in by_letter.items()
    )


@custom(
    "GW644",
    "unit-symbol",
    "计量单位符号大小写",
    clause="GB 3100-1993, 6",
    seeks=_wrong_units,
)
def unit_symbol(subject: Subject) -> Iterator[Hit]:
    """The letters of a unit's symbol have their one case: km, kg, kW, MPa, Hz.

    Why: M is mega and m milli, K is kelvin and k kilo.
    """
    for pattern in _wrong_units():
        for found in subject.matches(pattern):
            right: str = tree("check_terms")["units"]["wrong"][found[0]]
            message = f"单位符号写作“{right}”"
            yield Hit(*found.span(), message, f"the symbol of the unit is {right}", replacement=right)


_BARE_POINT: Final = LatePattern(rf"\.(?<=[{HAN}，：（ ]\.)(?P<digits>[0-9]{{1,4}})(?=[%％‰万亿个元米吨亩倍公平立小])")


@custom(
    "GW645",
    "bare-decimal",
    "小数缺整数位",
    clause="GB/T 15835-2011, 5.1: a decimal below one has its 0",
    seeks=lambda: (_BARE_POINT,),
)
def bare_decimal(subject: Subject) -> Iterator[Hit]:
    """A decimal below one has a 0 before its point: 0.5, not .5.

    Why: the point alone is overlooked.
    """
    for found in subject.matches(_BARE_POINT):
        yield Hit(
            *found.span(), "小数应当写出整数位的“0”", "a decimal has a 0 before its point", replacement=f"0{found[0]}"
        )


_LEGAL: Final = {
    "公尺": "米", "公分": "厘米", "公升": "升", "立升": "升", "瓩": "千瓦", "浬": "海里", "哩": "英里", "呎": "英尺", "吋": "英寸",
}  # fmt: skip
_OUT_OF_USE: Final = (
    LatePattern("公(?:(?<=[0-9]公)|(?<=[0-9][平立]方公))(?:尺|分|升)"),
    LatePattern("立(?<=[0-9]立)升"),
    *(LatePattern(f"{sign}(?<=[0-9]{sign})") for sign in "瓩浬哩呎吋"),
)
# The order of the State Council let the other units be used to the end of 1990.
_SINCE_LEGAL: Final = date(1991, 1, 1)


@rule(
    "GW646",
    "unit-out-of-use",
    "非法定计量单位",
    clause="计量法, art. 3; 国发〔1984〕28号",
    strength=Strength.MUST,
    severity=Severity.INFO,
    since=_SINCE_LEGAL,
    seeks=lambda: _OUT_OF_USE,
)
def unit_out_of_use(subject: Subject) -> Iterator[Hit]:
    """A length, volume or power is in a legal unit under its name: 厘米, not 公分; 千瓦, not 瓩.

    Why: the law on measures knows the legal units only, and these names went out of use with the year 1990. Judged after a
    figure; 亩 and 斤 have their own rules for trade and land, and are not judged.
    """
    for pattern in _OUT_OF_USE:
        for found in subject.matches(pattern):
            right = _LEGAL[found[0]]
            yield Hit(*found.span(), f"计量单位用“{right}”", f"the legal unit is {right}", replacement=right)
