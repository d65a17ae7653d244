"""What a text holds of each citation (引用的读取): title, number, date and short name, read around 《 and 号."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from heapq import merge
from typing import NamedTuple

from egovkit.citations.beside import is_before_title, is_behind_title, link_end
from egovkit.citations.front import version_date
from egovkit.citations.laws import law_spans
from egovkit.citations.not_documents import is_document, is_writ
from egovkit.citations.own import is_own_number
from egovkit.grammar.brackets import angled_spans, parenthesis, skip_blanks, title_spans
from egovkit.grammar.pinpoints import read_places
from egovkit.grammar.short_names import read_short_names
from egovkit.grammar.titles import kind_of
from egovkit.lexicon import any_of
from egovkit.models.citation import Pinpoint, Relation
from egovkit.models.dates import DocumentDate
from egovkit.models.issuance import NumberMention
from egovkit.text.folding import BLANKS, squeeze
from egovkit.text.limits import MAX_TAIL

__all__ = ["CitationDraft", "Reader"]


@dataclass(slots=True)
class CitationDraft:
    """What is known of one citation while the text is read."""

    start: int
    end: int
    open: int = -1
    close: int = -1
    title: str | None = None
    numbers: list[NumberMention] = field(default_factory=list)
    short_names: tuple[str, ...] = ()
    collective: bool = False
    dated: DocumentDate | None = None
    skip: int = 0
    pinpoint: Pinpoint | None = None
    places_end: int = 0
    relation: Relation = Relation.MENTION


_DEFINING = re.compile(r"称[为作]?[:：]?[ 　]?[“”‘\"「『＂]?$")
_BEFORE_NAME = frozenset('称为作：:“”‘"「『＂ 　')
_NAMING = r"(?:以?下文?)?[ 　]?(?:分别|统一)?"
_TRAILING_NAME = re.compile(rf"[ 　]?[，,][ 　]?{_NAMING}[简统合]?称|{_NAMING}(?:[简统合]|(?<=下))称")
_MORE_NUMBERS = re.compile(r"[、,，和][（(]")
_NAME_STARTS = frozenset("，, 　以下分统简合（(")
_SQUARE = ("〔", "[", "【", "［")
_TAIL_STARTS = frozenset("（(，,〔[【［")
_SQUARE_CLOSERS = frozenset("〕]】］")
_ORDINAL_PARENTHESIS = re.compile(r"[（(]\s*[0-9一二三四五六七八九十]{1,3}\s*[)）]")
_ASIDE = ("，（", ",(", "，(")
_NAME_CLAUSE = re.compile(rf"[（(〔【\[［]{_NAMING}[简统合下]称")
_NAME_TO_CLOSER = re.compile(r"[^〕\]】］\n]{0,60}?称[^〕\]】］\n]{1,40}(?=[〕\]】］])")
_VERSION_NOTE = re.compile(r"[ 　]?[（(][^（）()\n，。；;《》0-9]{2,10}[）)]")
_INTO = re.compile("中?的|[中之]")
_FILE = re.compile("[ 　]?号?文件?")
_LEADS_TO_PLACE = frozenset("（(号文的中之")
_STANDARD = re.compile(r"[（(]\s*[A-Z]{2,4}[ /／T-]{0,3}[0-9]")


# One article and nothing behind it that could go on.
_ARTICLE = re.compile(
    r"第[〇零一二三四五六七八九十百]{1,8}条(?=[的规，,。；、）)](?!\s?第|[附（(〔0-9〇零一二三四五六七八九十百]))"
)
_BLANK = re.compile(f"[{BLANKS}]")
# A number right behind its title, or in the next cell of the table.
_TO_NUMBER = re.compile(r"(?:(?!\n)_){0,4}(?:\|(?:(?!\n)_){0,4})?".replace("_", f"[{BLANKS}]"))


def _joined(title: str) -> str:
    return squeeze(title) if _BLANK.search(title) else title


_ADJACENT = re.compile(r"\s{0,3}(?:以?及|[、,，和与])?\s{0,3}")


class _Patterns(NamedTuple):
    wrapped: re.Pattern[str]
    number_link: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    verbs = any_of("relations.before.issue", "relations.before.forward", "relations.before.amend")
    return _Patterns(
        # 印发《甲办法》（试行）的通知（
        wrapped=re.compile(
            rf"(?:[（(][^（）()\n，。；;《》0-9]{{2,10}}[）)])?[ 　]?的?(?:{any_of('citations.carried.by')})[ 　]?[（(]"
        ),
        # 国发〔2014〕1号文件联合公布施行的《
        number_link=re.compile(
            rf"[）)]?\s*(?:{any_of('citations.number.words')})?\s*(?:{any_of('relations.adverbs.when')})?(?:{verbs})?"
            rf"(?:{any_of('front.verb.then')})?[了的]?\s*$"
        ),
    )


_MOST_COLLECTIVE = 8


@lru_cache(maxsize=4096)
def _shared_pinpoint(surface: str) -> Pinpoint | None:
    """Return the one pinpoint of a surface (共用条款项): a million citations name few places."""
    read = read_places(surface, 0)
    return Pinpoint(read[1]) if read is not None and read[0] == len(surface) else None


class Reader:
    """One text while its citations are read: its drafts, which numbers are taken, and what the text calls by a short name."""

    def __init__(self, text: str, numbers: Sequence[NumberMention]) -> None:
        self.text = text
        self.numbers = numbers
        self.next_number = 0
        self.taken: set[int] = set()
        self.drafts: list[CitationDraft] = []
        self.orphans: set[str] = set()
        self.marked: list[tuple[int, int]] = []

    # ---- titles ----

    def read_titles(self) -> None:
        """Read every title with what goes with it (读题名)."""
        text = self.text
        free_from = 0
        for start, end in self._titles():
            self.marked.append((start, end))
            # Between the marks of a title that was never filled in there is none.
            if start < free_from or text[start + 1 : end - 1].isspace():
                continue
            if text[start - 1 : start] in _BEFORE_NAME and _DEFINING.search(text, max(0, start - 8), start):
                self.orphans.add(squeeze(text[start + 1 : end - 1]))
                continue
            close = end
            while text.startswith("》", close):
                close += 1
            draft = CitationDraft(start, close, start, close, _joined(text[start + 1 : end - 1]))
            self._number_before(draft, free_from)
            self._skip_numbers(draft, start, close)
            self._tail(draft)
            self.drafts.append(draft)
            free_from = max(draft.end, draft.skip)
        self.drafts.sort(key=lambda draft: draft.start)

    def read_laws(self) -> None:
        """Read the laws that are named without 《》 (读法律名), but for what the text defines as short names."""
        defined = {name for draft in self.drafts for name in draft.short_names} | self.orphans
        found = []
        marked = iter(self.marked)
        title = next(marked, None)
        for start, end in law_spans(self.text):
            while title is not None and title[1] <= start:
                title = next(marked, None)
            if (title is None or end <= title[0]) and self.text[start:end] not in defined:
                found.append(CitationDraft(start, end, start, end, self.text[start:end]))
        if found:
            self.drafts = sorted([*self.drafts, *found], key=lambda draft: draft.start)

    def _titles(self) -> Iterable[tuple[int, int]]:
        """Return the spans of the titles in 《》, and of those in 〈〉 or < > that end in a kind of document."""
        text = self.text
        spans = title_spans(text)
        if not ("〈" in text or "<" in text or "＜" in text):
            return spans
        angled = [span for span in angled_spans(text) if kind_of(text[span[0] + 1 : span[1] - 1]) is not None]
        return merge(spans, angled) if angled else spans

    def _skip_numbers(self, draft: CitationDraft, start: int, end: int) -> None:
        """Pass over the numbers up to `end`; those from `start` on stand in a title."""
        while self.next_number < len(self.numbers) and self.numbers[self.next_number].start < end:
            number = self.numbers[self.next_number]
            if number.start >= start:
                self.taken.add(self.next_number)
                if number.start == start + 1 and number.end >= end - 1:
                    # 《中国人民银行公告〔2024〕第11号》: the number is all the title there is.
                    draft.numbers.append(number)
            self.next_number += 1

    def _number_before(self, draft: CitationDraft, free_from: int) -> None:
        """Link a number right in front of the title, or one by which the title was issued."""
        i = self.next_number
        while i < len(self.numbers) and self.numbers[i].end <= draft.start:
            i += 1
        i -= 1
        if i < 0 or i in self.taken:
            return
        number = self.numbers[i]
        if number.start < free_from or draft.start - number.end > 16:
            return
        gap = self.text[number.end : draft.start]
        set_off = is_before_title(self.text, number.start, number.end, draft.open, draft.close)
        if not set_off and (not _patterns().number_link.match(gap) or "\n" in gap):
            return
        if gap.strip(BLANKS + "）)"):
            draft.numbers.append(number)
        elif is_own_number(self.text, number.start, number.end):
            return
        else:
            draft.numbers.append(number)
            draft.start = number.start
            if gap.strip(BLANKS) and self.text[number.start - 1 : number.start] in ("（", "("):
                draft.start -= 1
        self.taken.add(i)

    def _tail(self, draft: CitationDraft) -> None:
        """Read the parentheses and the number behind a title."""
        text = self.text
        at = link_end(text, draft.open, draft.close)
        tentative = False
        for _ in range(4):
            opened = skip_blanks(text, at)
            if text[opened : opened + 1] not in _TAIL_STARTS:
                break
            closed: int | None
            if text.startswith(_ASIDE, opened) and (
                self._opens_on_number(opened + 1) or _NAME_CLAUSE.match(text, opened + 1)
            ):
                # 《某某指导原则》，（国食药监械〔2007〕240号）
                opened += 1
            if text.startswith(_SQUARE, opened):
                closed = self._square(opened)
            elif text.startswith(("（", "("), opened):
                closed = self._closing(opened)
            else:
                break
            if closed is None:
                break
            if self._parenthesis(draft, opened, closed):
                at = draft.end = closed
                further = _MORE_NUMBERS.match(text, at)
                if further is not None and self._opens_on_number(further.end() - 1):
                    at = further.end() - 1
            elif not tentative and closed - opened <= 14 and not _ORDINAL_PARENTHESIS.match(text, opened):
                tentative = True
                at = closed
            else:
                break
        self._number_behind(draft)
        if not draft.short_names:
            self._name_behind(draft)
        if draft.end == draft.close and not draft.numbers and not draft.short_names:
            self._wrapped(draft)

    def _numbers_from(self, at: int) -> Sequence[NumberMention]:
        """Return the next numbers from `at` on, at most two."""
        i = self.next_number
        while i < len(self.numbers) and self.numbers[i].start < at:
            i += 1
        return self.numbers[i : i + 2]

    def _opens_on_number(self, opened: int) -> bool:
        """Whether a number stands right behind the bracket at `opened`."""
        return any(number.start == opened + 1 for number in self._numbers_from(opened)[:1])

    def _square(self, opened: int) -> int | None:
        """Return the end of the square bracket at `opened` where it holds a number or a short name, paired or not."""
        text = self.text
        if self._opens_on_number(opened):
            last = at = self._numbers_from(opened)[0].end
        elif _NAME_CLAUSE.match(text, opened):
            last, at = -1, opened + 1
        else:
            return None
        if text[at : at + 1] not in _SQUARE_CLOSERS:
            named = _NAME_TO_CLOSER.match(text, at)
            at = last if named is None else named.end()
        return at + (text[at : at + 1] in _SQUARE_CLOSERS) if at >= 0 else None

    def _closing(self, opened: int) -> int | None:
        """Return the end of the parenthesis that opens at `opened`; that of a number in it where it stays open.

        The brackets of a number are its own, paired or not: （国发〔2014)1号）.
        """
        numbers = self._numbers_from(opened)
        if not numbers or numbers[0].start > opened + MAX_TAIL:
            return parenthesis(self.text, opened)
        window = self.text[opened : opened + MAX_TAIL]
        for number in numbers:
            window = (
                window[: number.start - opened] + "号" * (number.end - number.start) + window[number.end - opened :]
            )
        closed = parenthesis(window[:MAX_TAIL], 0)
        if closed is not None:
            return opened + closed
        return numbers[0].end if numbers[0].start <= opened + 2 else None

    def _parenthesis(self, draft: CitationDraft, opened: int, closed: int) -> bool:
        """Take what a parenthesis gives; False where it gives neither number, date nor short name."""
        text = self.text
        defined = read_short_names(text, opened + 1, closed)
        inner = text.find("《", opened, closed)
        foreign = inner >= 0 and not _DEFINING.search(text[max(opened, inner - 8) : inner])
        if foreign and (defined is None or inner < text.find("称", opened, closed)):
            return False
        gave = defined is not None
        if defined is not None:
            draft.short_names, draft.collective = defined.names, defined.collective
        i = self.next_number
        while i < len(self.numbers) and self.numbers[i].start < opened:
            i += 1
        while i < len(self.numbers) and self.numbers[i].start < closed:
            draft.numbers.append(self.numbers[i])
            self.taken.add(i)
            gave = True
            i += 1
        if closed - opened <= 60 and (date := version_date(text, opened, closed)) is not None:
            draft.dated = date
            gave = True
        return gave or _STANDARD.match(text, opened) is not None

    def _number_behind(self, draft: CitationDraft) -> None:
        """Link a number that stands right behind the title without a parenthesis."""
        i = self.next_number
        while i < len(self.numbers) and self.numbers[i].start < draft.end:
            i += 1
        if draft.numbers or i >= len(self.numbers) or i in self.taken:
            return
        number = self.numbers[i]
        if number.start - draft.end > 9 or not (
            _TO_NUMBER.fullmatch(self.text, draft.end, number.start)
            or is_behind_title(self.text, draft.end, number.start, number.end, led=i > 0 and i - 1 not in self.taken)
        ):
            return
        if self.text.startswith("《", skip_blanks(self.text, number.end)) and any(d.numbers for d in self.drafts[-1:]):
            return
        draft.numbers.append(number)
        self.taken.add(i)
        if "|" not in self.text[draft.end : number.start]:
            draft.end = number.end

    def _name_behind(self, draft: CitationDraft) -> None:
        if self.text[draft.end : draft.end + 1] not in _NAME_STARTS:
            return
        # A parenthesis that is still to be read here is never closed: 《甲条例》（以下简称《条例》。
        if _TRAILING_NAME.match(self.text, draft.end) is None and _NAME_CLAUSE.match(self.text, draft.end) is None:
            return
        defined = read_short_names(self.text, draft.end, min(len(self.text), draft.end + 70))
        if defined is not None:
            draft.short_names, draft.collective = defined.names, defined.collective
            draft.skip = defined.end

    def _wrapped(self, draft: CitationDraft) -> None:
        """印发《…》的通知（国办发〔2014〕1号，以下简称《通知》）: number and name are those of the notice, and of what it carries."""
        text = self.text
        wrapped = _patterns().wrapped.match(text, draft.close)
        if wrapped is None:
            return
        opened = wrapped.end() - 1
        closed = parenthesis(text, opened)
        if closed is None or text.find("\n", opened, closed) >= 0:
            return
        i = self.next_number
        while i < len(self.numbers) and self.numbers[i].start < opened:
            i += 1
        if (
            i < len(self.numbers)
            and self.numbers[i].start < closed
            and is_own_number(text, self.numbers[i].start, self.numbers[i].end)
        ):
            return
        carried = self.drafts[-1].end if self.drafts else -1
        if (
            i < len(self.numbers)
            and self.numbers[i].start < closed
            and 0 < draft.start - carried <= 6
            and _ADJACENT.fullmatch(text, carried, draft.start)
        ):
            # 关于印发《甲》和《乙》的通知（国发〔2014〕1号): the number is that of the notice, of neither title.
            return
        title = draft.title or ""
        if (
            i < len(self.numbers)
            and self.numbers[i].start < closed
            and not is_document(title, "")
            and not is_writ(title)
        ):
            # 关于《某环境影响报告书》的批复（某环审〔2014〕1号): the number of a reply to what is no document.
            return
        self._parenthesis(draft, opened, closed)
        draft.skip = closed

    # ---- lists ----

    def share_tails(self) -> None:
        """《甲》《乙》（国发〔2016〕51号、55号；以下分别简称《丙》《丁》): give each title of a list its own."""
        drafts = self.drafts
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
                    or not _ADJACENT.fullmatch(self.text[other.end : run[0].start])
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

    # ---- pinpoints ----

    def read_pinpoints(self) -> None:
        """Read the places named right behind each citation (读条款项)."""
        text = self.text
        for draft in self.drafts:
            at = skip_blanks(text, draft.end)
            if text[at : at + 1] in _LEADS_TO_PLACE:
                for lead in (_VERSION_NOTE, _FILE, _INTO):
                    # 《甲办法》（试行）第三条, 国发〔2014〕1号文件第三条, 《甲办法》中的第三条
                    found = lead.match(text, at)
                    if found is not None and (lead is not _FILE or draft.numbers):
                        at = found.end()
            draft.places_end = draft.end
            if text[at : at + 1] not in ("第", "附"):
                continue
            simple = _ARTICLE.match(text, at)
            if simple is not None:
                end = simple.end()
            elif (read := read_places(text, at)) is not None:
                end = read[0]
            else:
                continue
            draft.pinpoint = _shared_pinpoint(text[at:end])
            if draft.pinpoint is not None:
                draft.places_end = end

    # ---- bare numbers ----

    def read_bare_numbers(self) -> None:
        """Read the numbers that no title took and that are not the document's own (读字号)."""
        text = self.text
        for i, number in enumerate(self.numbers):
            if i in self.taken or is_own_number(text, number.start, number.end):
                continue
            draft = CitationDraft(number.start, number.end, number.start, number.end)
            draft.numbers.append(number)
            behind = text[number.end : number.end + 12]
            if "称" in behind:
                stop = min(
                    (p for p in (text.find(c, number.end, number.end + 80) for c in "）)。") if p >= 0),
                    default=number.end + 40,
                )
                defined = read_short_names(text, number.end, stop)
                if defined is not None:
                    draft.short_names = defined.names
                    self.orphans.difference_update(defined.names)
            self.drafts.append(draft)
        self.drafts.sort(key=lambda draft: draft.start)
