"""What is written is printed where the standard wants it: measured on the pages that LibreOffice prints, in millimetres."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from egovkit.errors import ReadError
from egovkit.interchange import rendering
from egovkit.interchange.page_checks import PageFinding, check_pages
from egovkit.interchange.printed_pages import Glyph, PrintedPage, Rule, printed_pages
from egovkit.interchange.rendering import office, render_docx
from egovkit.interchange.word_writing.writing import to_docx
from egovkit.models.layout_profile import LayoutProfile
from egovkit.models.type_area import CHARACTERS, LINE, LINES
from tests.interchange.word_writing.test_writing import MINUTES, ORDER, SHOWN, notice

_LETTER = next(each for each in SHOWN if each[0] == "letter")
_JOINT = next(each for each in SHOWN if each[0] == "joint")
_LONG = "各县（区）人民政府要按照职责分工认真组织实施，确保各项任务如期完成。" * 30


def ink(lines: Sequence[Sequence[Glyph]], words: str) -> tuple[float, float]:
    """Return the upper and the lower edge of the line that has these words."""
    line = next(line for line in lines if words in "".join(glyph.text for glyph in line))
    return min(glyph.top for glyph in line), max(glyph.bottom for glyph in line)


def near(value: float, wanted: float) -> bool:
    return abs(value - wanted) <= 1.0


def middle(rule: Rule) -> float:
    return (rule.top + rule.bottom) / 2


@pytest.mark.office
@pytest.mark.skipif(office() is None, reason="LibreOffice is not installed: make office")
# One prints at a time: together they are as slow as one after the other.
@pytest.mark.xdist_group("office")
class TestPrinted:
    """Each form, printed once."""

    def test_a_document(self) -> None:
        document = notice(
            lines=["现通知如下。", _LONG, _LONG],
            organ_mark="云川市人民政府办公室文件",
            copied_to="市委各部门",
            printed_by="云川市人民政府办公室",
            printed_on="2024年3月6日",
        )
        data = to_docx(document)
        pdf = render_docx(data)
        pages = printed_pages(pdf)
        first, last = pages[0].lines, pages[-1]
        # 7.2.4: the mark 35 mm under the edge of the type area, which is at 37; 7.2.7: the rule 4 mm under the number.
        assert near(ink(first, "办公室文件")[0], 72)
        (rule, *_) = [one for one in pages[0].rules if one.red]
        assert near(middle(rule) - ink(first, "〔2024〕")[1], 4)
        assert near(rule.width, 156)
        # 5.2.3: 22 lines of 28 characters.
        body = [line for line in pages[1].lines if abs(line[0].size - 16) < 0.1]
        assert len(body) == LINES
        steps = [below[0].base - above[0].base for above, below in pairwise(body)]
        assert all(abs(step - LINE * 25.4 / 72) < 0.2 for step in steps)
        assert CHARACTERS - 1 <= max(map(len, body)) <= CHARACTERS
        # 7.5: the dash 7 mm under the type area, at the outer edge, one character in.
        for page, side in zip(pages, ("right", "left"), strict=False):
            dash = [glyph for glyph in page.glyphs if glyph.text == "—"]
            assert near((dash[0].top + dash[0].bottom) / 2, 269)
            edge = 184 - dash[-1].right if side == "right" else dash[0].left - 28
            assert near(edge, 5)
        # 7.4.1: the last rule at the foot of the type area.
        rules = [one for one in last.rules if not one.red]
        assert near(rules[-1].bottom, 262)
        assert [near(one.width, 156) for one in rules] == [True, True, True]
        assert {one.code for one in check_pages(data, pdf)} <= {"fonts"}

    def test_a_document_by_margins_for_a_grid(self) -> None:
        document = notice(organ_mark="云川市人民政府办公室文件", copied_to="市委", lines=["现通知如下。", _LONG, _LONG])
        data = to_docx(document, LayoutProfile(margins="compensated"))
        pdf = render_docx(data)
        pages = printed_pages(pdf)
        assert near(ink(pages[0].lines, "办公室文件")[0], 72)
        assert len([line for line in pages[1].lines if abs(line[0].size - 16) < 0.1]) == LINES
        # The first line is at the edge of the type area to the character, within two millimetres.
        assert abs(ink(pages[1].lines, "".join(glyph.text for glyph in pages[1].lines[0]))[0] - 37) < 2
        dash = next(glyph for glyph in pages[0].glyphs if glyph.text == "—")
        assert near((dash.top + dash.bottom) / 2, 269)
        assert near([rule for rule in pages[-1].rules if not rule.red][-1].bottom, 262)
        assert {one.code for one in check_pages(data, pdf)} <= {"fonts"}

    def test_several_organs(self) -> None:
        pages = printed_pages(render_docx(to_docx(*_JOINT[1:])))
        assert near(ink(pages[0].lines, "甲市财政局")[0], 72)
        number, names = (next(g for g in pages[0].glyphs if g.text == sign) for sign in ("〔", "赵"))
        # 7.2.5: the number is on the line of the last name.
        assert abs(number.base - names.base) < 0.1

    def test_a_letter(self) -> None:
        (page, *_) = printed_pages(render_docx(to_docx(*_LETTER[1:])))
        thick, thin, thin_below, thick_below = page.rules
        # 10.1: the mark 30 mm from the paper's edge, a double rule of 170 mm 4 mm under it, another 20 mm from the foot.
        top, bottom = ink(page.lines, "云川市数据局")
        assert near(top, 30)
        assert near(thick.top - bottom, 4)
        assert near(page.height - (thin_below.top + thick_below.bottom) / 2, 20)
        assert all(near(rule.width, 170) and rule.red for rule in page.rules)
        # Thick over thin, and at the foot the other way round.
        assert thick.bottom - thick.top > 2 * (thin.bottom - thin.top)
        assert thick_below.bottom - thick_below.top > 2 * (thin_below.bottom - thin_below.top)
        assert "—" not in {glyph.text for glyph in page.glyphs}
        urgency, number = (next(g for g in page.glyphs if g.text == sign) for sign in ("急", "〔"))
        assert abs(urgency.base - number.base) < 0.1

    def test_an_order_and_minutes(self) -> None:
        order, minutes = (printed_pages(render_docx(to_docx(one)))[0] for one in (ORDER, MINUTES))
        # 10.2: 20 mm under the edge of the type area; 10.3: 35 mm.
        assert near(ink(order.lines, "人民政府令")[0], 57)
        assert near(ink(minutes.lines, "会议纪要")[0], 72)
        assert not order.rules

    def test_what_pages_have_against_the_standard_is_said(self) -> None:
        thirty = to_docx(notice(lines=["现通知如下。", _LONG]), LayoutProfile(line=30.0, marks=("云川市",)))
        assert {one.code for one in check_pages(thirty, render_docx(thirty))} >= {"lines"}


def page(words: str, *, rules: Sequence[Rule] = (), size: float = 16.0, step: float = 10.2) -> PrintedPage:
    """Return a page that has a line of words for each line of a text."""
    glyphs = [
        Glyph(sign, 28.0 + 5 * at, base - 4, 33.0 + 5 * at, base + 1, base, size, "仿宋_GB2312")
        for base, line in ((45.0 + step * row, line) for row, line in enumerate(words.split("\n")))
        for at, sign in enumerate(line)
    ]
    return PrintedPage(210.0, 297.0, tuple(glyphs), tuple(rules))


def judged(pages: Sequence[PrintedPage], data: bytes, monkeypatch: pytest.MonkeyPatch) -> list[PageFinding]:
    monkeypatch.setattr("egovkit.interchange.page_checks.printed_pages", lambda _: list(pages))
    return [one for one in check_pages(data, b"") if one.code != "fonts"]


_TEXT = "请遵照执行。\n现将方案印发给你们。\n统一规划、分级实施。\n一、总体要求"
_CLOSING = "云川市人民政府办公室\n2024年3月5日"


@pytest.mark.parametrize(
    ("pages", "codes"),
    [
        ([page(_TEXT + "\n" + _CLOSING, rules=[Rule(28, 261.5, 184, 262, red=False)])], []),
        ([page("云川政办发〔2024〕12号"), page(_TEXT, rules=[Rule(28, 261.5, 184, 262, red=False)])], ["first-page"]),
        ([page(_TEXT), page(_CLOSING, rules=[Rule(28, 261.5, 184, 262, red=False)])], ["signature-alone"]),
        # A number that is generated, and the mark of a note, are printed otherwise than they are read.
        ([page(_TEXT), page("•请遵照执行¹。\n" + _CLOSING, rules=[Rule(28, 261.5, 184, 262, red=False)])], []),
        (
            [page(_TEXT, rules=[Rule(28, 240, 184, 241, red=False), Rule(28, 290, 184, 291, red=True)])],
            ["imprint-foot"],
        ),
        ([page(_TEXT)], []),
        ([page("请遵照执行。\n" * 8, step=11.5)], ["lines"]),
        ([page("请遵照执行。\n" * 8, step=10.41)], []),
        ([page("请遵照执行。\n" * 8, size=12.0, step=11.5)], []),
    ],
)
def test_pages_are_judged(pages: Sequence[PrintedPage], codes: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    data = to_docx(notice(copied_to="市委"))
    assert [one.code for one in judged(pages, data, monkeypatch)] == codes


def test_fonts_that_were_replaced_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("egovkit.interchange.page_checks.printed_pages", lambda _: [page(_TEXT)])
    (found,) = check_pages(to_docx(notice()), b"")
    assert "方正小标宋简体" in found.message.zh
    assert "仿宋" not in found.message.zh


def test_without_an_office_nothing_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    with pytest.raises(ReadError, match=r"render\.office"):
        render_docx(to_docx(notice()))
    with pytest.raises(ReadError, match=r"read\.layout"):
        render_docx("关于防火的通知".encode())


def test_an_office_that_prints_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rendering, "office", lambda: "true")
    with pytest.raises(ReadError, match=r"render\.failed"):
        render_docx(to_docx(notice()))
