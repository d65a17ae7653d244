"""Which words of a pattern no case would miss: each is deleted in turn, and a case has to read otherwise.

Two kinds of word decide readings. Entries of the lexicon: `without` takes one out and lets everything be built anew.
Alternatives written in the patterns of a module: `survivors` deletes each and returns those that no case missed. An
alternation that several patterns of the module share is one: its word is deleted from all of them. Where they are asked
for, so are the words of lists that the module holds beside its patterns.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from types import CodeType, FunctionType, ModuleType
from typing import Any, NamedTuple
from unittest import mock

import regex

from egovkit import lexicon
from egovkit.text.patterns import LatePattern

HAN = re.compile(r"[\u3400-\u9fff]")
_OPENED = re.compile(r"\?(?:P<\w+>|[:=!>]|<[=!]|\(\w+\)|[aimsxL-]+:)")
_CLASS = re.compile(r"\[\^?(?:\\.|.)(?:\\.|[^\]\\])*\]", re.DOTALL)
_PATTERN = (re.Pattern, regex.Pattern, LatePattern)
_CACHED: Any = type(cache(lambda: None))
# Tables of facts take long to load and hold no words of the lexicon.
_KEPT = ("egovkit.data", "egovkit.catalogue")

Case = tuple[str, Any]
"""A text, and what its reader has to make of it."""


def _modules() -> list[ModuleType]:
    return [module for name, module in list(sys.modules.items()) if name.startswith("egovkit") and module is not None]


def _is_cached(value: Any) -> bool:
    return isinstance(value, _CACHED) and isinstance(value.__wrapped__, FunctionType)


def _caches(module: ModuleType) -> Iterator[tuple[str, Any, bool]]:
    """Yield the cached functions of a module, and whether each builds something of words: it has no parameters."""
    for name, value in list(vars(module).items()):
        # Of what is not written in Python (str, say) nothing is made of words.
        if _is_cached(value) and getattr(value, "__module__", "") == module.__name__:
            yield name, value, not value.__wrapped__.__code__.co_argcount


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for part in code.co_consts:
        if isinstance(part, CodeType):
            yield from _codes(part)


class _Maker(NamedTuple):
    """What may be made of words: how to have it made anew, and which strings and values its making mentions."""

    value: Any
    forget: Callable[[], None]
    texts: frozenset[str]
    asks: frozenset[int]


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | dict):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _strings(part)


def _maker(module: ModuleType, value: Any, forget: Callable[[], None], code: CodeType) -> _Maker:
    codes = list(_codes(code))
    names = {name for each in codes for name in each.co_names}
    said = [part for each in codes for part in each.co_consts]
    said += [vars(module)[name] for name in names if isinstance(vars(module).get(name), str | tuple | dict)]
    texts = {text for part in said for text in _strings(part) if "." in text}
    rooms = [module, *(room for name in names if isinstance(room := vars(module).get(name), ModuleType))]
    asks = {id(vars(room)[name]) for room in rooms for name in names if name in vars(room)}
    return _Maker(value, forget, frozenset(texts), frozenset(asks))


def _makers() -> Iterator[_Maker]:
    for module in _modules():
        if not module.__name__.startswith(_KEPT):
            for value in list(vars(module).values()):
                if isinstance(value, FunctionType):
                    yield _maker(module, value, lambda: None, value.__code__)
                elif isinstance(value, LatePattern) and not isinstance(value._source, str):
                    yield _maker(module, value, value.forget, value._source.__code__)
            for _, value, builds in _caches(module):
                yield _maker(module, value, value.cache_clear if builds else lambda: None, value.__wrapped__.__code__)


@cache
def _made_of(name: str) -> list[_Maker]:
    """Return what is made of a list of the lexicon, by itself or by way of something that is."""
    makers = list(_makers())
    # A name may be put together: f"relations.before.{kind}".
    made = [each for each in makers if any(name.startswith(text) or name.endswith(text) for text in each.texts)]
    grown = made
    while grown:
        values = {id(each.value) for each in made}
        grown = [each for each in makers if id(each.value) not in values and values & each.asks]
        made += grown
    return made


def forget_texts() -> None:
    """Clear what functions remember of texts; what they made of words stays."""
    for module in _modules():
        if not module.__name__.startswith((*_KEPT, lexicon.__name__)):
            for _, value, builds in _caches(module):
                if not builds:
                    value.cache_clear()


@contextmanager
def without(name: str, word: str) -> Iterator[None]:
    """Take one entry out of the lexicon, and let everything that is built of its list be built anew."""
    kept = lexicon.words
    made = _made_of(name)

    def words(asked: str) -> tuple[str, ...]:
        return tuple(entry for entry in kept(asked) if asked != name or entry != word)

    def anew() -> None:
        lexicon._alternations.clear()
        for each in made:
            each.forget()
        forget_texts()

    known = dict(lexicon._alternations)
    with ExitStack() as patches:
        for module in _modules():
            for alias, value in list(vars(module).items()):
                if value is kept:
                    patches.enter_context(mock.patch.object(module, alias, words))
        anew()
        yield
    # What is made of other lists stays, and so does which part of it is words.
    known |= {names: made_of for names, made_of in lexicon._alternations.items() if name not in names}
    anew()
    lexicon._alternations.update(known)


def _class_end(source: str, at: int) -> int:
    found = _CLASS.match(source, at)
    assert found is not None
    return found.end()


def alternations(source: str, *, verbose: bool = False) -> Iterator[list[tuple[int, int]]]:
    """Yield the branches of every alternation of a pattern, each as its span."""
    open_groups: list[list[int]] = [[0]]
    at = 0
    while at <= len(source):
        c = source[at : at + 1]
        if c == "\\":
            at += 1
        elif c == "[":
            at = _class_end(source, at) - 1
        elif c == "#" and verbose:
            at = source.find("\n", at) if "\n" in source[at:] else len(source) - 1
        elif c == "(":
            opened = _OPENED.match(source, at + 1)
            at = opened.end() - 1 if opened else at
            open_groups.append([at + 1])
        elif c == "|":
            open_groups[-1].append(at + 1)
        elif c == ")" or not c:
            starts = open_groups.pop()
            if len(starts) > 1:
                yield list(zip(starts, [*(start - 1 for start in starts[1:]), at], strict=True))
        at += 1


def _compiled(module: ModuleType) -> Iterator[tuple[str, Any]]:
    for name, value in list(vars(module).items()):
        if isinstance(value, _PATTERN):
            yield name, value
        elif type(value) is tuple:
            yield from ((name, part) for part in value if isinstance(part, _PATTERN))
    for name, value, builds in _caches(module):
        if builds:
            built = value()
            fields = getattr(built, "_fields", ("",))
            for field in fields:
                part = getattr(built, field) if field else built
                if isinstance(part, _PATTERN):
                    yield f"{name}.{field}" if field else name, part


class Deletion(NamedTuple):
    """One alternative that was deleted: where it is written, which, and the patterns that are left, by the old ones."""

    owner: str
    word: str
    left: dict[int, Any]


def _masked(source: str) -> list[tuple[int, int]]:
    """Return where lists of the lexicon are in a pattern: they have a test of their own."""
    return [
        (found.start(), found.end())
        for text in lexicon._alternations.values()
        if text
        for found in re.finditer(re.escape(text), source)
    ]


def deletions(module: ModuleType) -> Iterator[Deletion]:
    """Yield the patterns of a module without one of their alternatives; words of the lexicon are left in."""
    patterns = list(_compiled(module))
    seen: set[tuple[str, int]] = set()
    for name, pattern in patterns:
        source = pattern.pattern
        masked = _masked(source)
        for branches in alternations(source, verbose=bool(pattern.flags & re.VERBOSE)):
            whole = source[branches[0][0] : branches[-1][1]]
            for i, (start, end) in enumerate(branches):
                word = source[start:end].strip()
                inside = any(left <= start and end <= right for left, right in masked)
                if inside or (whole, i) in seen or not HAN.search(word):
                    continue
                seen.add((whole, i))
                rest = "|".join(source[s:e] for j, (s, e) in enumerate(branches) if j != i)
                left = dict(_without(patterns, whole, rest))
                if left:
                    yield Deletion(f"{module.__name__}.{name}", word, left)


def _listed(module: ModuleType) -> Iterator[Deletion]:
    """Yield the lists of words of a module, tuples and sets of text, without one of their words."""
    for name, value in list(vars(module).items()):
        if isinstance(value, tuple | frozenset) and all(isinstance(word, str) for word in value):
            for word in filter(HAN.search, sorted(value)):
                rest = type(value)(one for one in value if one != word)
                yield Deletion(f"{module.__name__}.{name}", word, {id(value): rest})


def _without(patterns: list[tuple[str, Any]], whole: str, rest: str) -> Iterator[tuple[int, Any]]:
    for _, pattern in patterns:
        if whole in pattern.pattern:
            library: Any = regex if isinstance(pattern, regex.Pattern) else re
            try:
                yield id(pattern), library.compile(pattern.pattern.replace(whole, rest), pattern.flags & ~re.UNICODE)
            except (re.error, regex.error):
                continue  # a condition that is no pattern without its second branch


def _always(value: Any) -> Callable[[], Any]:
    return lambda: value


@contextmanager
def _put(left: dict[int, Any]) -> Iterator[None]:
    """Let every module see the patterns without their alternative."""
    with ExitStack() as patches:
        for module in _modules():
            for name, value in list(vars(module).items()):
                if id(value) in left:
                    patches.enter_context(mock.patch.object(module, name, left[id(value)]))
                elif type(value) is tuple and any(id(part) in left for part in value):
                    patches.enter_context(mock.patch.object(module, name, tuple(left.get(id(p), p) for p in value)))
                elif _has_built(value):
                    built = value()
                    fields = getattr(built, "_fields", ())
                    held = {field: left[id(part)] for field in fields if id(part := getattr(built, field)) in left}
                    if id(built) in left:
                        patches.enter_context(mock.patch.object(module, name, _always(left[id(built)])))
                    elif held:
                        patches.enter_context(mock.patch.object(module, name, _always(built._replace(**held))))
        forget_texts()
        yield
    forget_texts()


def _has_built(value: Any) -> bool:
    """Say whether a value is a cached function that has built something."""
    return _is_cached(value) and not value.__wrapped__.__code__.co_argcount and value.cache_info().currsize > 0


def _misses(read: Callable[[str], Any], text: str, expected: Any) -> bool:
    try:
        return bool(read(text) == expected)
    except (AttributeError, LookupError, TypeError, ValueError):
        return False  # what a pattern has to give is missing: that is noticed as well


def survivors(
    module: ModuleType, cases: Iterable[Case], read: Callable[[str], Any], *, lists: bool = False
) -> list[str]:
    """Return the alternatives of a module's patterns whose deletion no case noticed, each with where it is written.

    `lists` asks it of the words in the module's lists as well.
    """
    known = list(cases)
    left: list[str] = []
    for deletion in (*deletions(module), *(_listed(module) if lists else ())):
        signs = set(HAN.findall(deletion.word))
        # What holds the word's own characters notices first.
        order = sorted(known, key=lambda case: -len(signs.intersection(case[0])))
        with _put(deletion.left):
            if all(_misses(read, text, expected) for text, expected in order):
                left.append(f"{deletion.owner}: {deletion.word}")
    return left
