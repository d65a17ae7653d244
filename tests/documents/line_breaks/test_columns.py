"""The edges of the text on each page: its own where it has lines enough, else those of the other pages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from egovkit.documents.line_breaks.columns import Columns
from egovkit.documents.line_breaks.printed_line import PrintedLine
from tests.documents.typed import printed

BODY = ["　　各镇要加强值守并做好记录", "以备查验并按规定报送县政府", "　　各镇要落实责任并做好巡查", "以备查验。"] * 2
INDENTS = ["　　各镇要加强值守并做好记录", "　　各镇要落实责任并做好巡查"] * 3
SIGNED = ["　　　　　云川市水务局", "　　　　　2024年5月6日"]


def edges(rows: list[PrintedLine]) -> dict[int, tuple[float, float]]:
    columns = Columns(rows)
    return {row.column: (columns.of(row).left, columns.of(row).right) for row in rows}


def test_a_page_has_the_edges_that_its_lines_share() -> None:
    assert edges(printed(BODY)) == {1: (0, 14)}


def test_no_rows_have_no_columns() -> None:
    assert Columns([]).em == 1.0


@pytest.mark.parametrize("last", [SIGNED, ["以备查验。"], ["　　以备查验。"]])
def test_a_page_of_few_lines_has_the_edges_of_the_others(last: list[str]) -> None:
    assert edges([*printed(BODY), *printed(last, page=2)]) == {1: (0, 14), 2: (0, 14)}


def test_facing_pages_have_margins_of_their_own() -> None:
    pages = [*printed(BODY), *printed(BODY, page=2, left=5), *printed(BODY, page=3)]
    assert edges(pages) == {1: (0, 14), 2: (5, 19), 3: (0, 14)}
    # A page of few lines takes those of its side.
    assert edges([*pages, *printed(["以备查验。"], page=4, left=5)])[4] == (5, 19)


def test_a_page_that_shows_indents_alone_has_the_left_edge_of_the_others() -> None:
    pages = [*printed(BODY), *printed(BODY, page=2), *printed(INDENTS, page=3)]
    assert [left for left, _ in edges(pages).values()] == [0, 0, 0]
    # Of two pages, one of which shows nothing but indents, the other tells.
    assert [left for left, _ in edges([*printed(INDENTS), *printed(BODY, page=2)]).values()] == [0, 0]


def test_a_page_of_few_lines_on_the_other_side_shows_its_margin_by_its_right_edge() -> None:
    full = ["各镇要加强值守并做好记录以备", "各镇要落实责任并做好巡查以备"]
    assert edges([*printed(BODY), *printed(full, page=2, left=1)])[2] == (1, 15)
    # Lines that are short do not show it: they begin where they begin.
    assert edges([*printed(BODY), *printed(["各镇要加强", "各镇要落实"], page=2, left=1)])[2] == (1, 15)


def test_columns_side_by_side_have_edges_of_their_own() -> None:
    two = [*printed(BODY), *printed(BODY, column=2, left=20)]
    assert edges(two) == {1: (0, 14), 2: (20, 34)}
    # Beside a page in one column too.
    assert edges([*two, *printed(BODY, page=2, column=3)])[2] == (20, 34)


def test_what_one_line_alone_reaches_may_be_no_edge() -> None:
    ragged = [
        "各镇要加强值守",
        "各镇要加强值守并",
        "各镇要",
        "各镇要加强值守并做好记",
        "各镇要加",
        "各镇要加强值守并做好记录并备查验",
    ]
    columns = Columns(rows := printed(ragged))
    assert not columns.of(rows[0]).shown
    assert Columns(rows := printed(BODY)).of(rows[0]).shown


def test_what_is_in_a_table_or_larger_makes_no_edge() -> None:
    rows = printed(BODY)
    wide = printed(["各镇要加强值守并做好记录并备查验核对"] * 3, base=-40)
    for row in wide:
        row.table = True
    large = printed(["云川市水务局关于防汛的通知"] * 2, size=2, base=-60)
    assert edges([*rows, *wide, *large])[1][1] == 14


@pytest.mark.parametrize(
    ("lines", "indented", "spaced"),
    [
        (BODY * 2, True, False),
        (["各镇要加强值守并做好记录以备", "查验。", ""] * 4, False, True),
        (["各镇要加强值守并做好记录以备", "查验。"] * 4, False, False),
    ],
)
def test_how_paragraphs_are_set_off(lines: list[str], indented: bool, spaced: bool) -> None:
    style = Columns(printed(lines)).style
    assert (style.indented, style.spaced) == (indented, spaced)


class _Counted(float):
    """A place that counts how often it is held against another."""

    times = 0

    def __lt__(self, other: float) -> bool:
        _Counted.times += 1
        return float(self) < float(other)

    def __gt__(self, other: float) -> bool:
        _Counted.times += 1
        return float(self) > float(other)


def _comparisons(lines: int) -> int:
    rows = [replace(row, left=_Counted(row.left)) for row in printed(BODY * lines)]
    _Counted.times = 0
    Columns(rows)
    return _Counted.times


def test_the_edges_of_a_long_page_are_found_in_its_lines_once() -> None:
    # To sort takes more for each the more there are.
    assert _comparisons(80) < 20 * _comparisons(8)
