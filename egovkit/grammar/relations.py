"""What a sentence does with the document it cites (引用关系): issue, forward, repeal, amend, basis, interpret, mention.

The words are read in this order; the first that says something decides:

1. after the title, what is done with it (同时废止, 作如下修改), or the heading of its list (下列文件予以废止);
2. before it, the verb nearest to it (根据, 印发, 转发), unless a part of it is amended;
3. on both sides (以…为依据, 为做好…的落实); and after it, where no verb governs it (已经…同意，现印发).

Each of these has a room beside this one: `relations_after`, `relations_lists`, `relations_before`, `relations_parts`,
`relations_around`. Their words are in `lexicon/relations.toml`.
"""

from __future__ import annotations

from egovkit.grammar import relations_after, relations_around, relations_before, relations_lists, relations_parts

__all__ = ["relation_of"]


def relation_of(before: str, after: str, title: str | None) -> str:
    """Say what a sentence does with a document, from the words before and after its citation (引用关系).

    `before` and `after` reach to the ends of the sentence, or of the window that was read.

    >>> relation_of("近日，国务院办公厅印发", "，提出", "办法"), relation_of("", "同时废止", "办法")
    ('issue', 'repeal')
    >>> relation_of("根据国务院发布的", "的规定", "办法"), relation_of("符合", "的要求", "办法")
    ('basis', 'mention')
    """
    eventful = relations_after.is_eventful(after)
    if eventful and title is not None and relations_after.is_amended_by(title, after):
        return "basis"
    ending = before[-8:].rstrip()[-1:]
    if relations_lists.is_explained(before, ending):
        return "interpret"
    said = _said_first(before, after, eventful, ending)
    if said is not None:
        return said
    nearest = relations_before.nearest(before, after)
    if eventful and nearest != "basis" and relations_parts.is_amended_inside(before, after):
        return "amend"
    if nearest in ("issue", "forward") and relations_after.is_of_another(after):
        # 制定《…》实施细则: what is made is another document.
        return "mention"
    if nearest is not None and nearest != "mention":
        return nearest
    around = relations_around.around(before, after)
    if around is None and eventful:
        around = relations_after.passed_on(before, after)
        if around is None and relations_parts.is_altered(after):
            around = "amend"
        if around is None and nearest is None and relations_after.is_announced(after):
            around = "issue"
    return around or "mention"


def _said_first(before: str, after: str, eventful: bool, ending: str) -> str | None:
    """Return what is said more strongly than by the verb nearest before: after the title, or by its list."""
    if eventful and before.endswith("被"):
        # 被《…》废止: what repeals, and is not repealed.
        return "mention"
    if eventful and relations_parts.is_ended(after) and not relations_after.is_of_others(before, after):
        return "amend"
    said = relations_after.done(before, after) if eventful else None
    said = said or relations_lists.headed(before, ending)
    if said is None and relations_parts.is_taken_out(before, after):
        said = "amend"
    if said is None and eventful and relations_around.is_learnt(before) and relations_after.is_explained(after):
        # 为使公众了解《…》，某某回答了记者提问
        said = "interpret"
    return said
