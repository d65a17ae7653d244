"""How a column is got from an attribute (列的来处): as it is, as a string, as a date, or of the value of a mention."""

from __future__ import annotations

from operator import attrgetter

from egovkit.corpus.parts import date_cell
from egovkit.corpus.shapes import DATE, STRING, WORD, Column, Shape, list_of

__all__ = ["date_column", "field_column", "string_column", "strings_column", "value_column", "word_column"]


def field_column(name: str, shape: Shape) -> Column:
    """Return a column that holds an attribute as it is (原值列)."""
    return Column(name, shape, attrgetter(name))


def strings_column(name: str) -> Column:
    """Return a column of the strings of what an attribute holds (字符串列表列)."""
    get = attrgetter(name)
    return Column(name, list_of(STRING), lambda item: list(map(str, held)) if (held := get(item)) else [])


def word_column(name: str) -> Column:
    """Return a column of one of few words, that of an attribute (词列)."""
    get = attrgetter(name)
    return Column(name, WORD, lambda item: None if (value := get(item)) is None else str(value))


def string_column(name: str) -> Column:
    """Return a column of the string of an attribute (字符串列)."""
    get = attrgetter(name)
    return Column(name, STRING, lambda item: None if (value := get(item)) is None else str(value))


def date_column(name: str) -> Column:
    """Return a column of a date with its days and its precision (日期列)."""
    get = attrgetter(name)
    return Column(name, DATE, lambda item: date_cell(get(item)))


def value_column(name: str, shape: Shape) -> Column:
    """Return a column that holds an attribute of the value of a mention (提及值列)."""
    return Column(name, shape, attrgetter(name), of_value=True)
