"""How the reference shows a public object: its first line in both languages, its fields once, where its source is."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import griffe

import egovkit
from egovkit import strategies
from egovkit.documents.elements import about

__all__ = ["Reference", "first_lines", "homes", "member_lines", "told_members"]

ROOT: Final = Path(__file__).resolve().parents[2]
# What a docstring says of fields: "- `start`, `end`: where it is".
_SAID: Final = re.compile(r"^- (?P<names>`\w+`(?:, `\w+`)*):? (?P<about>.*(?:\n  .*)*)\n?", re.MULTILINE)


def first_lines() -> dict[str, str]:
    """Return the Chinese first line of each public name; those of strategies with their module."""
    return _lines("first_lines.csv")


def member_lines() -> dict[str, str]:
    """Return the Chinese first line of each method and property of the public classes, by class and name."""
    return _lines("member_lines.csv")


def _lines(name: str) -> dict[str, str]:
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    return {row["name"]: row["zh"] for row in csv.DictReader(text.splitlines())}


@lru_cache(maxsize=1)
def homes() -> dict[str, str]:
    """Return the public name of each object by the path of where it is written."""
    found = {f"{home}.{name}": name for name, home in egovkit._homes().items()}  # type: ignore[attr-defined]  # the stub has names only
    for name in strategies.__all__:
        found[f"{getattr(strategies, name).__module__}.{name}"] = f"strategies.{name}"
    return found


def told_members(pkg: griffe.Module) -> Iterator[tuple[str, griffe.Object]]:
    """Yield each method and property that the reference tells of, with the name of its class before its own."""
    # What every value has is told where it is shown, from the class that has it.
    classes = {"models.value.Value": "Value"}
    classes |= {path.removeprefix("egovkit."): name for path, name in homes().items()}
    for path, name in classes.items():
        found = pkg[path]
        if not isinstance(found, griffe.Class):
            continue
        for key, member in found.members.items():
            told = isinstance(member, griffe.Function) or "property" in member.labels
            if told and not key.startswith("_") and isinstance(member, griffe.Object):
                yield f"{name}.{key}", member


class Reference(griffe.Extension):
    """Write what is shown of each public object into its docstring."""

    def on_package(self, *, pkg: griffe.Module, **_: Any) -> None:
        """Change the docstrings once the whole package is read, and pydantic's fields are known as such."""
        chinese, names, of_members = first_lines(), homes(), member_lines()
        for name, member in told_members(pkg):
            if member.docstring is not None:
                english, gap, rest = member.docstring.value.partition("\n\n")
                line = of_members.get(name, "")
                # A property without more is a row of a table, which is one paragraph.
                apart = "\n\n" if gap or isinstance(member, griffe.Function) else " "
                member.docstring.value = f"{english}{apart}{line}{gap}{rest}"
        for found in _within(pkg):
            if found.docstring is None:
                continue
            fields = _fields(found) if isinstance(found, griffe.Class) else ""
            first, _gap, rest = found.docstring.value.partition("\n\n")
            if fields:
                rest = _SAID.sub("", rest)
            told = f"{chinese.get(names[found.path], '')}{_source(found)}" if found.path in names else ""
            parts = (first, told, rest.strip("\n"), fields)
            found.docstring.value = "\n\n".join(part for part in parts if part)


def _within(module: griffe.Module) -> Iterator[griffe.Object]:
    """Yield the modules, and the classes, functions and attributes of each, that are written here."""
    for member in module.members.values():
        if isinstance(member, griffe.Object):
            yield member
            if isinstance(member, griffe.Module):
                yield from _within(member)


def _source(found: griffe.Object) -> str:
    """A link to the line of the source, which the site shows beside the reference."""
    path = Path(str(found.filepath)).resolve().relative_to(ROOT)
    line = found.lineno or 1
    return f' <a class="source" href="../../source/{path.with_suffix(".html")}#L-{line}">{path.name}:{line}</a>'


def _fields(found: griffe.Class) -> str:
    """Take the fields from the members, and return them as a section of the docstring."""
    said = _said(found)
    rows = []
    for name, member in list(found.members.items()):
        if "pydantic-validator" in member.labels or name == "model_config":
            del found.members[name]
            continue
        if name.startswith("_") or not isinstance(member, griffe.Attribute) or not _short(member):
            continue
        about_it = member.docstring.value if member.docstring else said.get(name, "")
        if found.name == "PolicyDocument":
            line = member_lines().get(f"{found.name}.{name}", "")
            about_it = f"{about[name]} {line}" if name in about else about_it
        annotation = _plain(str(member.annotation)) if member.annotation is not None else ""
        if not annotation and member.value is not None:
            about_it = f"`{member.value}` {about_it}".strip()
        kind = f" ({annotation})" if annotation else ""
        rows.append(f"    {name}{kind}: {' '.join(about_it.split())}")
        del found.members[name]
    return "Attributes:\n" + "\n".join(rows) if rows else ""


def _short(member: griffe.Attribute) -> bool:
    """Whether it is told in a line; a property with an example has a place of its own."""
    return "property" not in member.labels or member.docstring is None or "\n" not in member.docstring.value


def _plain(annotation: str) -> str:
    """The type without what pydantic holds it to."""
    return re.sub(r"Annotated\[(.*?), Field\(.*?\)\]|ClassVar\[(.*)\]", lambda found: found[1] or found[2], annotation)


def _said(found: griffe.Class) -> dict[str, str]:
    """What the docstring says of each field, by its name."""
    text = found.docstring.value if found.docstring else ""
    return {name: each["about"] for each in _SAID.finditer(text) for name in re.findall(r"`(\w+)`", each["names"])}
