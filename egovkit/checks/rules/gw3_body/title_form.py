"""GW312 and GW313: how a title ends, and how long it is (标题的写法)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from egovkit.checks.finding import Severity, Strength
from egovkit.checks.rule import Hit, Scope, custom, rule_of_2012
from egovkit.checks.subject import Subject
from egovkit.text.patterns import LatePattern

_TWICE: Final = LatePattern("的(?P<kind>通知|意见|通报|决定|函)的(?P=kind)\\Z")


@rule_of_2012(
    "GW312",
    "kind-twice",
    "标题文种重复",
    clause="custom: a title names the kind once",
    strength=Strength.CONVENTION,
    severity=Severity.INFO,
)
def kind_twice(subject: Subject) -> Iterator[Hit]:
    """A title does not end with 的通知的通知.

    Why: the forwarded title is told without its title marks, and one 的通知 is enough.
    """
    document = subject.document
    if document.title is None:
        return
    start, end = document.spans["title"]
    found = _TWICE.search(subject.text[start:end])
    if found is not None:
        yield Hit(
            start + found.start("kind"),
            start + found.end(),
            f"标题末“{found['kind']}”重复",
            "the kind of document is given twice",
            suggestion=found["kind"],
        )


_MOST_LINES: Final = 3


@custom(
    "GW313",
    "title-lines",
    "标题过长",
    clause="custom: a title takes three lines at most",
    scope=Scope.OFFICIAL,
)
def title_lines(subject: Subject) -> Iterator[Hit]:
    """A title is printed in three lines at most.

    Why: what needs more is not taken in at a glance; a matter can be told in fewer words.
    """
    span = subject.document.spans.get("title")
    if span is None:
        return
    lines = [line for line in subject.text[slice(*span)].splitlines() if line.strip()]
    if len(lines) > _MOST_LINES:
        yield Hit(*span, f"标题一般不超过三行，此处{len(lines)}行", f"the title takes {len(lines)} lines")
