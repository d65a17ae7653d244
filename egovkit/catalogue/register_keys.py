"""The names by which a document of the register is found (登记册的检索名): of what it bears, and of what is asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from egovkit.catalogue.title_matches import MatchWay
from egovkit.errors import ParseError
from egovkit.grammar.codes import STATE
from egovkit.grammar.titles import bare, bare_title, normal_title, split_issuer, unwrap
from egovkit.models.issuance import IssuanceNumber, NumberForm

__all__ = ["WAYS", "as_number", "asked_titles", "number_keys", "title_keys"]

WAYS: Final = tuple(MatchWay)
"""The ways in the order of their places in the index."""

_LEAST: Final = 4


def as_number(name: str | IssuanceNumber) -> IssuanceNumber | None:
    """Return the number that a name is (是否字号); None where it is none, and so a title.

    >>> str(as_number("国办发[2014]66号")), as_number("档案法")
    ('国办发〔2014〕66号', None)
    """
    if isinstance(name, IssuanceNumber):
        return name
    if "号" not in name:
        return None
    try:
        return IssuanceNumber.parse(name)
    except ParseError:
        return None


def number_keys(number: IssuanceNumber, others: Iterable[IssuanceNumber] = ()) -> Iterator[tuple[str, MatchWay]]:
    """Yield the keys of the numbers that a document bears (字号键).

    An order or announcement of several organs is cited by the first of them too, which does not say that it is theirs;
    an announcement without the word; an order of the President without the session of the congress.

    >>> [(key, way.value) for key, way in number_keys(IssuanceNumber.parse("财政部 税务总局公告2020年第8号"))]
    [('财政部 税务总局公告2020年第8号', 'number'), ('财政部公告2020年第8号', 'first_organ'), ('财政部 税务总局2020年第8号', 'variant')]
    """
    for value, way in ((number, MatchWay.NUMBER), *((other, MatchWay.VARIANT) for other in others)):
        yield str(value), way
        if value.form is not NumberForm.REGULAR and value.code and " " in value.code:
            yield str(value.model_copy(update={"code": value.code.split()[0]})), MatchWay.FIRST_ORGAN
        if value.session is not None:
            yield str(value.model_copy(update={"session": None})), MatchWay.VARIANT
        if value.word is not None and value.year is not None:
            yield str(value.model_copy(update={"word": None})), MatchWay.VARIANT


def title_keys(title: str, aliases: Iterable[str] = ()) -> Iterator[tuple[str, MatchWay]]:
    """Yield the keys of the titles that a document answers to (标题键), as `normal_title` has them.

    >>> found = dict(title_keys("国务院办公厅关于印发政府网站发展指引的通知"))
    >>> found["政府网站发展指引"].value, found["关于印发政府网站发展指引通知"].value
    ('instrument', 'without_issuer')
    """
    for name, way in ((title, MatchWay.TITLE), *((alias, MatchWay.ALIAS) for alias in aliases)):
        yield from _keyed(name, way)
        rest = split_issuer(name)[1]
        if rest != name:
            yield from _keyed(rest, MatchWay.WITHOUT_ISSUER)
        if name.startswith(STATE):
            yield from _keyed(name.removeprefix(STATE), MatchWay.WITHOUT_STATE)
        carried = unwrap(name)
        if carried is not None and carried.how != "approve":
            yield from _keyed(carried.instrument, MatchWay.INSTRUMENT)
            rest = split_issuer(carried.instrument)[1]
            if rest != carried.instrument:
                yield from _keyed(rest, MatchWay.INSTRUMENT)
            if carried.instrument.startswith(STATE):
                yield from _keyed(carried.instrument.removeprefix(STATE), MatchWay.INSTRUMENT)


def _keyed(name: str, way: MatchWay) -> Iterator[tuple[str, MatchWay]]:
    key = normal_title(name)
    if len(key) < _LEAST and not key.endswith(("法", "典")):
        return
    yield key, way
    shorter = bare_title(name)
    if shorter != name and len(shorter) >= _LEAST:
        yield normal_title(shorter), MatchWay.WITHOUT_BRACKET


def asked_titles(title: str) -> Iterator[tuple[str, MatchWay | None]]:
    """Yield the keys that a title is asked by (所问标题), the surest first, with the way that takes; None for itself.

    >>> [key for key, _ in asked_titles("《中华人民共和国档案法（2020年修订）》")]
    ['中华人民共和国档案法2020年修订', '中华人民共和国档案法', '档案法2020年修订', '档案法']
    """
    title = bare(title)
    seen: set[str] = set()
    forms: list[tuple[str, MatchWay | None]] = [(title, None)]
    rest = split_issuer(title)[1]
    if rest != title:
        forms.append((rest, MatchWay.WITHOUT_ISSUER))
    if title.startswith(STATE):
        forms.append((title.removeprefix(STATE), MatchWay.WITHOUT_STATE))
    carried = unwrap(title)
    if carried is not None and carried.how != "approve":
        forms.append((carried.instrument, MatchWay.INSTRUMENT))
    for form, way in forms:
        for name, taken in ((form, way), (bare_title(form), MatchWay.WITHOUT_BRACKET)):
            key = normal_title(name)
            if key not in seen:
                seen.add(key)
                yield key, taken
