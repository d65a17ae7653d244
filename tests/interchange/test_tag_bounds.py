"""No tag that a parser sees has more attributes than were counted before it saw any."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from egovkit.errors import ReadError
from egovkit.interchange import tag_bounds
from egovkit.interchange.tag_bounds import bound_attributes, bound_page_attributes
from egovkit.interchange.webpage import read_html
from egovkit.text import limits

_SOUP = st.lists(
    st.sampled_from(
        ["<p", "<b ", "</p>", ">", "/", " ", "\n", "=", '"', "'", '="', "='", "a", "c", "d", "e", "f", "x1", "甲",
         "<!--", "-->", "<script", "<script>", "</script>", "<title>", "</title>", "<xmp>", "<!", "<?", "&quot;", "`"]
    ),
    max_size=60,
).map("".join)  # fmt: skip


@settings(max_examples=300)
@given(_SOUP)
def test_what_is_counted_is_no_less_than_what_is_parsed(soup: str) -> None:
    page = f"<p>{soup}</p>"
    counted = [list(tag_bounds._counts(page, reading)) for reading in tag_bounds._READINGS]
    tree = html.document_fromstring(page)
    parsed = [len(element.attrib) for element in tree.iter() if isinstance(element.tag, str)]
    assert max(parsed) <= max(max(one, default=0) for one in counted)
    assert sum(parsed) <= max(map(sum, counted))


_MANY = " ".join(f"a{n}=1" for n in range(limits.MAX_TAG_ATTRIBUTES + 1))
_HELD = "".join(f'''a{n}=">"''' for n in range(limits.MAX_TAG_ATTRIBUTES + 1))
_BARE = "/".join(f"a{n}" for n in range(limits.MAX_TAG_ATTRIBUTES + 1))


@pytest.mark.parametrize(
    "page",
    [
        f"<p {_MANY}>甲",
        f"<p {_HELD}>甲",
        f"<p {_BARE}>甲",
        f"<p {_MANY}",
        f"<p x='>' {_MANY}>甲",
        f"""<!-- <a x=" --><p y='>' {_MANY}>甲""",
        f"""<!-- <a x=' --><p y=">" {_MANY}>甲""",
    ],
    ids=["plain", "joined", "bare", "unclosed", "held", "after a comment", "after another"],
)
def test_a_tag_of_too_many_attributes_is_refused(page: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_html(page)
    assert caught.value.code == "read.attributes"


def test_many_tags_of_many_attributes_are_refused() -> None:
    tag = "<p " + " ".join(f"a{n}=1" for n in range(1000)) + ">"
    bound_page_attributes(tag * (limits.MAX_PAGE_ATTRIBUTES // 1001))
    with pytest.raises(ReadError, match=r"read\.attributes"):
        bound_page_attributes(tag * (limits.MAX_PAGE_ATTRIBUTES // 1001 + 2))


@pytest.mark.parametrize(
    "page",
    [
        "<script>" + "if (a <b && c) { d = \"<li class='e'>\" + f; }\n" * 3000 + "</script><p>甲</p>",
        "<p>it's " + "a long page of English words, " * 3000 + "</p>",
        "<svg><path d='M0 0 " + "L 1 2 " * 3000 + "'/></svg>",
        '<p title="it\'s">' + "word " * 5000 + "</p>",
        "<p>" + "<span style='color:red' class=\"a b\">甲</span>" * 20000 + "</p>",
    ],
    ids=["script", "prose", "path", "apostrophe", "spans"],
)
def test_a_page_as_it_is_passes(page: str) -> None:
    bound_page_attributes(page)


def test_the_attributes_of_xml() -> None:
    assert bound_attributes(b'<a b="1" c="2"/>') == 2
    many = b"".join(b' a%d="1"' % n for n in range(limits.MAX_TAG_ATTRIBUTES))
    with pytest.raises(ReadError, match=r"read\.attributes"):
        bound_attributes(b"<a" + many + b"/>")
