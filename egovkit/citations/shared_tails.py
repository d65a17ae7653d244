"""Numbers and short names that follow a list of titles, one for each or one for all (并列题名共用字号与简称)."""

from __future__ import annotations

from collections.abc import Sequence

from egovkit.citations.draft import ADJACENT, CitationDraft

__all__ = ["share_tails"]

_MOST_COLLECTIVE = 8


def share_tails(text: str, drafts: Sequence[CitationDraft]) -> None:
    """《甲》《乙》（国发〔2016〕51号、55号；以下分别简称《丙》《丁》): give each title of a list its own."""
    for i, draft in enumerate(drafts):
        most = _MOST_COLLECTIVE if draft.collective else max(len(draft.numbers), len(draft.short_names))
        # A name for each or for all may follow titles that have their numbers already.
        named = draft.collective or len(draft.short_names) > 1
        if most < 2 or draft.title is None or draft.start != draft.open:
            continue
        run = [draft]
        for other in reversed(drafts[max(0, i - most + 1) : i]):
            if (
                (other.end != other.close and not named)
                or other.short_names
                or (other.numbers and not named)
                or not ADJACENT.fullmatch(text[other.end : run[0].start])
            ):
                break
            run.insert(0, other)
        if len(run) == len(draft.numbers) > 1 and not any(one.numbers for one in run[:-1]):
            for one, number in zip(run, draft.numbers, strict=True):
                one.numbers = [number]
        if draft.collective and draft.short_names:
            for one in run:
                one.short_names = one.short_names or draft.short_names
        elif len(run) == len(draft.short_names) > 1:
            for one, name in zip(run, draft.short_names, strict=True):
                one.short_names = (name,)
