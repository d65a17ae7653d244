"""Lines without blanks at their edges, and runs that say where each part came from."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from egovkit.interchange.flow import Flow
from egovkit.text.folding import BLANKS, squeeze

_STEP = st.one_of(
    st.tuples(
        st.sampled_from(["collapse", "keep"]), st.text(st.sampled_from("国a：:号 \t\n\r\u3000\xa0\u200b"), max_size=8)
    ),
    st.tuples(st.sampled_from(["line", "first", "cell", "row"]), st.just("")),
)


@given(st.lists(_STEP, max_size=20))
@example([("cell", ""), ("cell", ""), ("collapse", ":")])
@example([("first", ""), ("cell", ""), ("collapse", "国")])
def test_nothing_is_lost_and_no_line_is_blank(steps: list[tuple[str, str]]) -> None:
    flow = Flow()
    given_: list[str] = []
    for kind, raw in steps:
        if kind in ("collapse", "keep"):
            given_.append(raw)
            (flow.collapse if kind == "collapse" else flow.keep)(raw, len(given_) - 1)
        elif kind == "line":
            flow.end_line()
        elif kind == "row":
            flow.end_row()
        else:
            flow.open_cell(first=kind == "first")
    text = flow.text()
    assert squeeze(text) == squeeze("".join(given_))
    for line in text.split("\n") if text else ():
        assert line.strip(BLANKS)
        assert line.rstrip(BLANKS) == line
        assert line.lstrip("\t").lstrip(BLANKS) == line.lstrip("\t")
    for run in flow.runs:
        assert text[run.start : run.end] == given_[run.slot][run.offset : run.offset + run.end - run.start]
    covered = "".join(text[run.start : run.end] for run in flow.runs)
    assert squeeze(covered) == squeeze(text)
