"""What is cited in a text broken at a column is what is cited where it is not, at the places of the text as given."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from egovkit.documents.document import PolicyDocument
from egovkit.documents.document_reading import DocumentReading
from egovkit.strategies.printing import break_lines
from egovkit.text.folding import squeeze

_VERBS = st.sampled_from(["同时废止", "停止执行", "继续执行", "另行修订", "自即日起失效"])
_TITLES = st.sampled_from(["关于规范村级用火的若干意见", "某县林区防火巡护工作管理办法", "关于印发某县防火预案的通知"])


def wrapped(text: str, size: int) -> str:
    """A text broken at a column, each paragraph set in by two characters."""
    set_in = [words.startswith("　　") for words in text.split("\n")]
    lines: list[str] = []
    for words, indented in zip(text.split("\n"), set_in, strict=True):
        broken = break_lines(words.strip("　"), size, first=2) if indented else [words]
        lines += ["　　" * indented + broken[0], *broken[1:]]
    return "\n".join(lines)


@given(_TITLES, _TITLES, _VERBS, st.integers(24, 33), st.integers(0, 6))
def test_relations_do_not_depend_on_where_lines_end(old: str, basis: str, verb: str, size: int, more: int) -> None:
    text = "\n".join([
        "某县人民政府关于加强防火工作的意见", "各乡镇人民政府：",
        f"　　为了做好防火工作，根据《{basis}》（某政发〔2011〕8号，以下简称《规定》）和上级的有关要求，结合本县实际，现就加强防火工作提出如下意见，请认真贯彻执行。",
        f"　　各乡镇要按照《规定》的要求，加强巡护，落实责任，做到早发现、早报告{'、早处置' * more}，确保不发生重大火灾。",
        f"　　本意见自2019年10月1日起施行，有效期五年，由县林业局负责解释。《{old}》（某政发〔2014〕12号）{verb}，其他有关规定与本意见不一致的，以本意见为准。",
        "某县人民政府", "2019年9月16日",
    ])  # fmt: skip
    whole, document = PolicyDocument.parse(text), PolicyDocument.parse(wrapped(text, size))
    # Of a short text a width may not show that its lines were broken.
    assume(len(document.blocks) == len(whole.blocks))
    said = [(c.title, c.relation, c.short_name, len(c.numbers)) for c in whole.citations]
    assert [(c.title, c.relation, c.short_name, len(c.numbers)) for c in document.citations] == said
    assert [c.title for c in document.repeals] == [c.title for c in whole.repeals]
    meant = [c.antecedent and c.antecedent.title for c in whole.citations]
    assert [c.antecedent and c.antecedent.title for c in document.citations] == meant
    for cited in document.citations:
        assert document.text[cited.start : cited.end] == cited.text
        assert cited.antecedent is None or any(cited.antecedent is one for one in document.citations)
        for number in cited.numbers:
            assert squeeze(document.text[number.start : number.end]) == str(number.value)
    assert DocumentReading.of(document).citations == document.citations


def test_what_stands_in_a_title_and_is_none_of_it_is_in_the_citation_all_the_same() -> None:
    text = "关于防火的通知\n各县：\n请按照《防火\n— 2 —\n办法》执行。"
    document = PolicyDocument.parse(text)
    assert all(cited.text == text[cited.start : cited.end] for cited in document.citations)
