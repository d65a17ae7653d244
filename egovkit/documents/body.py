"""The text of a document behind its head (正文): headings, closing, annexes and enclosed texts, line by line."""

from __future__ import annotations

import re
from typing import Final

from egovkit.documents.annexes import Annex, AnnexLabel, clean_entry, read_annex_link, read_entries, read_label
from egovkit.documents.blocks import Element
from egovkit.documents.closing import (
    cut_closing,
    is_note,
    organs_of,
    read_below,
    read_date_line,
    read_imprint,
    read_signature,
)
from egovkit.documents.draft import Draft, Section
from egovkit.documents.head import is_contents, is_history
from egovkit.documents.outline import Heading, Level
from egovkit.documents.residue import is_residue, page_number, residue_words
from egovkit.documents.titles import clean_title, is_title_line
from egovkit.grammar.headings import Marker, heading_text, may_open_heading, ordinal_of, read_bare_marker, read_marker
from egovkit.grammar.titles import ends_like_title
from egovkit.text.folding import BLANKS, squeeze
from egovkit.text.limits import MAX_HEADING, MAX_TITLE_LINES

__all__ = ["read_body"]

_LEVELS: Final = {level.value: level for level in Level} | {"h1?": Level.H1}
_SPECIAL: Final = frozenset("附抄分主印共—–-－─目[")
_DATE_OPENERS: Final = frozenset("12１２一二")
_TAIL_LINES: Final = 3
_BARE: Final = 8
# The rest of an annex's title: no person to ask (联系人：), no signer (县长 张三), no address of a file.
_REST: Final = re.compile(r"[\u3400-\u9fff](?:[\u3400-\u9fff0-9、“”《》·—）)-]|[（(][^（()）\n]{1,20}[)）]){1,39}")
_LEADERS: Final = re.compile(r"[.…·．\s]{3,}[0-9]{1,3}$|\t[0-9]{1,3}$")


class _Reader:
    def __init__(self, draft: Draft, stop: int) -> None:
        self.draft = draft
        self.stop = stop
        self.lines = draft.lines
        self.kinds = draft.kinds
        self.main = Section("main", 0)
        self.sections = [self.main]
        self.section = self.main
        self.signed = False
        self.noted = False
        self.annexes: list[Annex] = []
        self.annex_titles: set[str] = set()
        self.whole = residue_words().whole

    def read(self) -> None:
        lines, kinds, heading, special = self.lines, self.kinds, may_open_heading, _SPECIAL
        i = self.draft.body
        while i < self.stop:
            if kinds[i] is not None:
                i += 1
                continue
            line = lines[i][2]
            first = line[0]
            if heading(first):
                i = self._opener(i, line)
            elif line[-1] == "日" and len(line) < 160 and self._closing(i):
                i += 1
            elif first in special and (taken := self._special(i, line)):
                i += taken
            else:
                i = self._paragraph(i, line)
        self.draft.stop = self.draft.stop or self._main_stop()
        if "dated" not in self.draft.values:
            self._late_signature()

    def _main_stop(self) -> int:
        if len(self.sections) == 1:
            return self.stop
        start = self.sections[1].start
        return next((i for i, line in enumerate(self.lines) if line[0] >= start), self.stop)

    # --- lines that open with what a marker can open with

    def _opener(self, i: int, line: str) -> int:
        if "|" in line and self._table(i, line):
            return i + 1
        marker = read_marker(line)
        if marker is None and len(line) <= _BARE and i + 1 < self.stop:
            marker = read_bare_marker(line, self.lines[i + 1][2])
        if marker is not None:
            if len(line) < 12 and marker.level == "h3" and is_residue(line):
                self.kinds[i] = Element.RESIDUE
                return i + 1
            if self.signed and self.section is self.main:
                self._open_part(i, None, None)
            self._heading(i, line, marker)
            return i + 1
        dated = (line[-1] == "日" and len(line) < 160) or (line[0] in _DATE_OPENERS and len(line) <= 12)
        if dated and self._closing(i):
            return i + 1
        taken = self._unmarked(i, line)
        return i + taken if taken else self._paragraph(i, line)

    def _unmarked(self, i: int, line: str) -> int:
        """Read a line that opens as marked ones do and bears no marker; how many lines it takes, 0 where it is text."""
        first = line[0]
        if first in "（(":
            if is_note(line):
                self._note_below(i, line)
                return 1
            if self.section is not self.main and not self.section.flat and is_history(line):
                self.kinds[i] = Element.PROMULGATION
                return 1
            return int(read_imprint(self.draft, i))
        if first in "#*_":
            bare = line.strip("#*_" + BLANKS)
            if bare and bare[-1] == "日" and len(line) < 160 and self._closing(i):
                return 1
            return self._special(i, line) if bare and bare[0] in _SPECIAL else 0
        if page_number(line):
            self.kinds[i] = Element.PAGE_NUMBER
            return 1
        return 0

    def _heading(self, i: int, line: str, marker: Marker) -> None:
        start, end, _ = self.lines[i]
        text = heading_text(line, marker)
        if not text and i + 1 < self.stop:
            below = self.lines[i + 1][2]
            if not (may_open_heading(below[0]) and read_marker(below)):
                text = heading_text(below, Marker(marker.level, "", 0))
        section = self.section
        if marker.level == "h1?":
            number = ordinal_of(marker)
            if number is None:
                return
            section.weak.append((len(section.flat), i, number))
        section.flat.append(Heading(_LEVELS[marker.level], marker.ordinal, text, start, end))
        self.kinds[i] = Element.HEADING

    def _note_below(self, i: int, line: str) -> None:
        start, end, _ = self.lines[i]
        self.kinds[i] = Element.NOTE
        if self.section is self.main:
            self.draft.put("note", line.strip("（）()"), start + 1, end)

    # --- closing, annexes, contents

    def _closing(self, i: int) -> bool:
        draft = self.draft
        if self.section is not self.main or self.signed:
            return self._inner_closing(i)
        if i <= draft.body and "recipients" not in draft.values:
            return False
        before = draft.kinds[max(0, i - 45) : i + 1]
        known = set(draft.values)
        if not read_signature(draft, i, draft.body):
            return False
        unsigned = "signature" not in draft.values and "signers" not in draft.values
        below = read_below(draft, i, self.stop) if unsigned else 0
        if unsigned and not below and not self._ends_here(i):
            # A date alone in the middle of a text is no document's date.
            for name in set(draft.values) - known:
                del draft.values[name], draft.spans[name]
            draft.kinds[max(0, i - 45) : i + 1] = before
            return False
        self.signed = True
        draft.stop = i + 1 + below
        return True

    def _inner_closing(self, i: int) -> bool:
        """Mark the closing of an enclosed text, or a second one, without taking its values."""
        if read_date_line(self.lines[i][2]) is None:
            return False
        self.kinds[i] = Element.DATED
        j = i - 1
        while j >= self.draft.body and self.kinds[j] is None and i - j < 12 and organs_of(self.lines[j][2]):
            self.kinds[j] = Element.SIGNATURE
            j -= 1
        return True

    def _ends_here(self, i: int) -> bool:
        if self.stop - i <= _TAIL_LINES:
            return True
        below = self.lines[i + 1][2]
        return is_note(below) or read_label(below) is not None or (is_title_line(below) and ends_like_title(below))

    def _late_signature(self) -> None:
        """Take organs in the last lines of a text that prints no date (署名无日期)."""
        draft = self.draft
        last = (draft.stop if self.signed else self._main_stop()) - 1
        while last > draft.body and self.kinds[last] in (
            Element.NOTE,
            Element.RESIDUE,
            Element.ANNEX_NOTE,
            Element.PRINTED,
            Element.COPIED_TO,
        ):
            last -= 1
        first = last
        organs: list[str] = []
        while (
            first > draft.body and last - first < 12 and self.kinds[first] is None and len(self.lines[first][2]) <= 60
        ):
            names = organs_of(self.lines[first][2])
            if names is None or any(len(name) < 3 for name in names):
                break
            organs[:0] = names
            first -= 1
        if organs and self.lines[first][2][-1] in "。：:）)；" and self.section is self.main:
            draft.put("signature", tuple(organs), self.lines[first + 1][0], self.lines[last][1])
            for j in range(first + 1, last + 1):
                self.kinds[j] = Element.SIGNATURE

    def _special(self, i: int, line: str) -> int:
        bare = line.lstrip("#*_" + BLANKS)
        first = bare[0]
        if first == "附":
            label = read_label(line)
            return self._annex(i, line, label) if label is not None else 0
        if first == "目":
            return self._contents(i) if is_contents(line) else 0
        if first in "抄分主印共":
            return int(read_imprint(self.draft, i))
        if first in "-[" and read_annex_link(line):
            return self._annex_links(i)
        if page_number(line):
            self.kinds[i] = Element.PAGE_NUMBER
            return 1
        if line.startswith("---") and set(line) <= set("-|: "):
            self.kinds[i] = Element.TABLE if "|" in line else Element.RESIDUE
            return 1
        return 0

    def _contents(self, i: int) -> int:
        """Mark a table of contents: the entries up to where the first of them comes again."""
        lines, kinds = self.lines, self.kinds
        kinds[i] = Element.CONTENTS
        seen: set[str] = set()
        j = i + 1
        while j < self.stop and j - i < 1000:
            line = lines[j][2]
            key = squeeze(line).strip("#*")
            marker = read_marker(line) if may_open_heading(line[0]) else None
            leader = _LEADERS.search(line) is not None
            if key in seen or (len(line) > MAX_HEADING // 2 and not leader):
                break
            if not leader and (
                (marker is None and not key.startswith("附")) or (marker is not None and marker.level == "article")
            ):
                break
            if not leader and marker is not None and "。" in line:
                break
            seen.add(_LEADERS.sub("", key) or key)
            kinds[j] = Element.CONTENTS
            j += 1
        if j < self.stop and len(seen) > 1 and squeeze(lines[j][2]) not in seen:
            # A heading of the text that the entries do not repeat: the last line taken opens the text.
            marker = read_marker(lines[j][2]) if may_open_heading(lines[j][2][0]) else None
            if marker is not None and marker.level == "article" and j - i > 2:
                first = squeeze(lines[i + 1][2])
                again = next((k for k in range(i + 2, j) if squeeze(lines[k][2]) == first), j)
                for k in range(again, j):
                    kinds[k] = None
                j = again
        return j - i

    def _annex(self, i: int, line: str, label: AnnexLabel) -> int:
        kinds = self.kinds
        words = line[label.words :]
        number = label.label[-1] if label.label[-1] not in "件表录图附" else ""
        if "。" in words[:-1] and len(words) > MAX_HEADING // 2:
            return 0
        if label.colon or (words and number):
            entries, taken = self._note(i, label, number)
            # An enclosed text has a note of its own; those of the document are the first one's.
            own = not self.noted or (self.section is not self.main and len(entries) > 1)
            if entries and own and self._is_note_here(i + taken, number, taken):
                if not self.noted:
                    self.annexes += [Annex(title, start, end) for _, title, start, end in entries]
                    self.draft.spans.setdefault("annexes", (entries[0][2], entries[-1][3]))
                    self.noted = True
                for j in range(i, i + taken):
                    kinds[j] = Element.ANNEX_NOTE
                return taken
        if not label.colon and words and not number and len(words) > MAX_HEADING // 2:
            return 0
        if words and words[-1] in "。；：:，" and not label.colon:
            return 0
        return self._annex_section(i, label, words)

    def _annex_links(self, i: int) -> int:
        """Read the links by which a scraped page lists the annexes; how many lines they take."""
        j = i
        entries: list[Annex] = []
        while j < self.stop and self.kinds[j] is None and (link := read_annex_link(self.lines[j][2])):
            start, end, line = self.lines[j]
            title = clean_entry(line[link.words :])
            if title:
                entries.append(Annex(title, start + link.words, end))
            j += 1
        fresh = not self.noted and self.section is self.main and bool(entries)
        if fresh:
            self.annexes += entries
            self.annex_titles.update(annex.title for annex in entries)
            self.draft.spans.setdefault("annexes", (entries[0].start, entries[-1].end))
            self.noted = True
        self.kinds[i:j] = [Element.ANNEX_NOTE if fresh else Element.RESIDUE] * (j - i)
        return j - i

    def _note(self, i: int, label: AnnexLabel, number: str) -> tuple[list[tuple[int, str, int, int]], int]:
        """Read the entries of a note that begins on line `i`, and how many lines it takes."""
        self._cut_closing(i)
        start, _, line = self.lines[i]
        words = line[label.words :]
        entries = []
        if words:
            entries = (
                [(1, clean_entry(words), start + label.words, start + len(line))]
                if number
                else read_entries(line, start, label.words, 1)
            )
        elif number:
            return [], 1
        j = i + 1
        while j < self.stop and self.kinds[j] is None:
            self._cut_closing(j)
            below_start, _, below = self.lines[j]
            if "。" in below[:-1] or len(below) > 400:
                break
            if entries:
                more = self._next_entries(below, below_start, len(entries) + 1)
            else:
                more = read_entries(below, below_start, 0, 1)
                if more and not is_title_line(below) and not may_open_heading(below[0]):
                    more = []
            if not more and entries and self._runs_over(j, len(entries) + 1):
                last, _, at, _ = entries[-1]
                end = below_start + len(below)
                entries[-1] = (last, clean_entry(self.draft.text[at:end]), at, end)
                j += 1
                continue
            if not more:
                break
            entries += more
            j += 1
            if len(entries) == 1 and not may_open_heading(below[0]) and below[0] != "附":
                break
        return entries, j - i

    def _runs_over(self, i: int, expected: int) -> bool:
        """Say whether line `i` is the rest of an entry of the note: the next line bears the next number."""
        line = self.lines[i][2]
        if i + 1 >= self.stop or not _REST.fullmatch(line) or read_marker(line) or organs_of(line):
            return False
        below_start, _, below = self.lines[i + 1]
        return may_open_heading(below[0]) and bool(self._next_entries(below, below_start, expected))

    def _cut_closing(self, i: int) -> None:
        """Part the signature from the entry of the note that it ran on behind."""
        if not self.signed and self.section is self.main:
            self.stop += cut_closing(self.draft, i, self.stop)

    def _next_entries(self, line: str, start: int, expected: int) -> list[tuple[int, str, int, int]]:
        label = read_label(line)
        if label is not None:
            number = squeeze(label.label).lstrip("附件表录图")
            if number in (str(expected), "〇一二三四五六七八九十"[expected : expected + 1]) and line[label.words :]:
                return [(expected, clean_entry(line[label.words :]), start + label.words, start + len(line))]
            return []
        return read_entries(line, start, 0, expected)

    def _is_note_here(self, after: int, number: str, taken: int) -> bool:
        """Say whether what follows shows that the lines were the note, and not the head of an annex's text."""
        if after >= self.stop:
            return True
        below = self.lines[after][2]
        if taken > 1 and (number or may_open_heading(self.lines[after - 1][2][0])):
            return True
        if (
            organs_of(below)
            or read_date_line(below)
            or is_note(below)
            or read_label(below)
            or (below[-1] == "日" and len(below) < 60)
        ):
            return True
        if self.signed and self.section is self.main:
            return is_title_line(below) and ends_like_title(below)
        marker = read_marker(below) if may_open_heading(below[0]) else None
        return (
            marker is None
            and "。" not in below
            and "|" not in below
            and any(read_date_line(line[2]) is not None for line in self.lines[after : after + 14])
        )

    def _annex_section(self, i: int, label: AnnexLabel, words: str) -> int:
        lines, kinds = self.lines, self.kinds
        kinds[i] = Element.PART_TITLE
        taken = 1
        title_start, title_end = lines[i][0] + label.words, lines[i][1]
        title = clean_entry(words)
        if not title:
            title, taken = self._part_title(i + 1)
            taken += 1
            title_start, title_end = (lines[i + 1][0], lines[i + taken - 1][1]) if title else lines[i][:2]
        # 附表 and 附录 of an annex are its own.
        nested = self.section.kind == "annex" and label.label[1:2] in "表录图" and label.label[1:2] != ""
        if title and not self.noted and not nested and title not in self.annex_titles:
            self.annexes.append(Annex(title, title_start, title_end))
            self.annex_titles.add(title)
        self._open_part(i, label.label, title or None, "annex")
        return taken

    def _part_title(self, i: int) -> tuple[str, int]:
        """Read the lines of an enclosed text's title from line `i`: the title, and how many lines it takes."""
        lines, kinds = self.lines, self.kinds
        end = i
        while end < self.stop and end - i < MAX_TITLE_LINES and kinds[end] is None:
            line = lines[end][2]
            if not is_title_line(line) or (organs_of(line) and end > i) or "|" in line:
                break
            end += 1
            if ends_like_title(line):
                break
        else:
            end = min(end, i + 1)
        if end == i:
            return "", 0
        if not ends_like_title(lines[end - 1][2]):
            # No line ends as titles do: the first alone stands for it.
            end = i + 1
            if len(lines[i][2]) > MAX_HEADING // 2:
                return "", 0
        for j in range(i, end):
            kinds[j] = Element.PART_TITLE
        return clean_title([line[2] for line in lines[i:end]]), end - i

    def _open_part(self, i: int, label: str | None, title: str | None, kind: str = "enclosed") -> None:
        if self.section is self.main and not self.draft.stop:
            self.draft.stop = i
        self.section = Section(kind, self.lines[i][0], label, title)
        self.sections.append(self.section)

    # --- everything else

    def _table(self, i: int, line: str) -> bool:
        if line[0] == "|" or line.count("|") > 1 or "| " in line:
            if self.signed and self.section is self.main:
                self._open_part(i, None, None)
            self.kinds[i] = Element.TABLE
            return True
        return False

    def _paragraph(self, i: int, line: str) -> int:
        if "|" in line and self._table(i, line):
            return i + 1
        if len(line) <= 12 and line in self.whole:
            self.kinds[i] = Element.RESIDUE
            return i + 1
        if line[-1] == "发" and read_imprint(self.draft, i):
            return i + 1
        if self.signed and self.section is self.main:
            # Behind its signature the document encloses what it issues or forwards.
            title, taken = self._part_title(i)
            self._open_part(i, None, title or None)
            return i + max(taken, 1)
        if self.section is not self.main and not self.section.flat and is_history(line):
            self.kinds[i] = Element.PROMULGATION
        return i + 1


def read_body(draft: Draft, stop: int) -> None:
    """Read the text behind the head (读正文) up to line `stop`; sets outline, parts and annexes of the draft."""
    reader = _Reader(draft, stop)
    reader.read()
    draft.values["outline"] = reader.main.outline(draft.kinds)
    sections = reader.sections
    end = draft.lines[reader.stop - 1][1] if reader.stop else 0
    ends = [section.start for section in sections[2:]] + [end] * (len(sections) > 1)
    draft.values["parts"] = tuple(
        section.part(stop_at, draft.kinds) for section, stop_at in zip(sections[1:], ends, strict=True)
    )
    draft.values["annexes"] = tuple(reader.annexes)
