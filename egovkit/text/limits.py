"""The bounds on every input, in one place (上限).

Each pattern and look-back of the package is bounded by one of these, which is what makes the time of every
search linear in the length of the text.
"""

from __future__ import annotations

from typing import Final

MAX_NUMBER: Final = 160
"""Characters in the surface of one issuance number of a code or of a few organs."""

MAX_ORGAN: Final = 60
"""Characters in the name of one organ."""

MAX_JOINT: Final = 64
"""Organs that issue one document together."""

MAX_JOINT_NUMBER: Final = 1600
"""Characters in the surface of a joint order or announcement."""

MAX_SERIALS: Final = 64
"""Numbers that one range of serials stands for (12～15号)."""

MAX_CODE: Final = 24
"""Characters in an organ code (机关代字)."""

MAX_ORGANS: Final = 120
"""Characters in the list of organs before 令 or 公告."""

MAX_TITLE: Final = 400
"""Characters in a title between 《 and 》."""

MAX_DEPTH: Final = 16
"""Levels of nesting in titles and outlines."""

MAX_DATE: Final = 48
"""Characters in the surface of one date or range."""

# Readers (interchange/).

MAX_FILE: Final = 64 * 2**20
"""Bytes of a file or byte string that a reader takes."""

MAX_UNPACKED: Final = 64 * 2**20
"""Bytes that the parts of a container (docx) that are read may unpack to, all of them together."""

MAX_PARTS: Final = 10_000
"""Parts in a container."""

MAX_TAGS: Final = 1_000_000
"""Tags in the XML of a container that is read: what bounds the memory of its trees."""

MAX_ATTRIBUTES: Final = 600_000
"""Attributes in the XML of a container that is read: each takes as much memory as two tags."""

MAX_BOXES: Final = 20_000
"""Text boxes of a docx: each has paragraphs of its own, whose lines and formats are put together apart."""

MAX_TAG_ATTRIBUTES: Final = 2_000
"""Attributes of one tag: a parser looks at those before it for each."""

MAX_KEPT_TAGS: Final = 4_000_000
"""Tags of an Akoma Ntoso file that is read back, of which no tree is made."""

MAX_CELLS: Final = 10_000
"""Cells of a row of a CSV table."""

MAX_CSV_LINE: Final = 8 * 2**20
"""Characters of a line of a CSV table: a thousand columns of whole pages."""

MAX_TABLE_VALUES: Final = 1_000_000
"""Rows of a CSV table of one's own with the numbers, dates and relations in them: each takes some 1.3 kB, and is the user's own."""

MAX_FAULTS: Final = 10_000
"""Faults of a table of one's own after which no more rows are read."""

MAX_KEY_PARTS: Final = 64
"""Parts of a key with dots in a profile, or in a table of frameworks, that somebody wrote in TOML."""

MAX_NESTED_TABLES: Final = 10
"""Tables in a cell of a table in a cell: the text of the innermost is written once for each."""

MAX_ALTERNATIVES: Final = 16
"""Alternatives of a docx inside one another: each is looked through for what it holds."""

MAX_PAGE_TAGS: Final = 150_000
"""Tags of a web page, each of which is measured."""

MAX_PAGE_PIECES: Final = 500_000
"""Pieces of a web page between blanks, each of which is placed."""

MAX_PAGE_ATTRIBUTES: Final = 500_000
"""Attributes of all the tags of a web page."""

MAX_MARKER: Final = 64
"""Characters of a number that a word processor generates before a paragraph."""

MAX_PAGES: Final = 5_000
"""Pages of a pdf, of an OFD, and of a text that form feeds part; a text of more has none."""

MAX_LETTERS: Final = 32
"""Letters and containers of parts in one e-mail or web archive."""

MAX_LETTER: Final = 32 * 2**20
"""Bytes of one e-mail or web archive."""

MAX_LETTER_PARSED: Final = 12 * 2**20
"""Bytes of one e-mail or web archive without the long stretches of its bodies; all of one that holds others whole."""

MAX_LETTER_LINES: Final = 1_000_000
"""Lines of one e-mail or web archive, each of which a parser holds by itself."""

MAX_HEADER: Final = 16_384
"""Characters of the header that says of which kind a part of an e-mail is."""

MAX_FIELDS: Final = 1_000_000
"""Fields of a .doc: links, numbers of pages, entries of a table of contents."""

MAX_SIGNS: Final = 2_000_000
"""Control words, bytes, braces and stretches of text of an RTF document, each of which is read by itself."""

MAX_GROUPS: Final = 1_000
"""Groups inside one another in an RTF document."""

PDF_MEMORY: Final = 240 * 2**20
"""Bytes that the process that reads a pdf may write to: a file of the largest size with whole fonts takes less."""

PDF_ADDRESSES: Final = 2 * 2**30
"""Bytes of address space of the process that reads a pdf, where the system holds it to no other bound."""

PDF_SECONDS: Final = 60
"""Seconds that the process that reads a pdf may take."""

PDF_IDLE: Final = 60
"""Seconds after which a process that waits for the next pdf ends."""

MAX_SCANNED: Final = 100
"""Pages of a scan whose text is recognised."""

MAX_PIXELS: Final = 50_000_000
"""Dots of a page whose text is recognised."""

SCAN_SECONDS: Final = 900
"""Seconds that the process that recognises a scan may take."""

MAX_HEADING: Final = 120
"""Characters in the text of one heading."""

MAX_HEAD_LINES: Final = 120
"""Lines of a document among which its title, number and recipients are looked for."""

MAX_TITLE_LINES: Final = 6
"""Lines that one printed title may run over."""

MAX_SIGNATURE_LINES: Final = 40
"""Lines that one signature of joint issuers may run over."""

MAX_NUMERAL: Final = 16
"""Characters in one numeral; what is longer numbers nothing in a document."""

MIN_YEAR: Final = 1600
"""First year that four digits before 年 mean in running text; below it are spans of time (1000年一遇)."""

MAX_YEAR: Final = 2199
"""Last year that four digits before 年 mean in running text; above it are spans of time and typing errors."""

MIN_SEPARATED_YEAR: Final = 1900
"""First year of a date with separators in running text: 1806.10.10 is the code of some goods."""

MAX_SEPARATED_YEAR: Final = 2099
"""Last year of a date with separators in running text: 2106.10.10 is the code of some goods."""

MAX_TITLE_MARKS: Final = 40
"""Brackets and line ends read in one title before it counts as unclosed."""

MAX_TAIL: Final = 240
"""Characters in a parenthesis after a title."""

MAX_CLAUSE: Final = 120
"""Characters read on each side of a citation to see what its sentence does with it."""

MAX_PINPOINT: Final = 120
"""Characters in one pinpoint, lists and ranges included."""

MAX_CANDIDATES: Final = 8
"""Candidates shown where a reference has more than one possible antecedent."""

MAX_ENCLOSED: Final = 2_000
"""Texts that one document encloses, each with a title page of its own where it is written; what is below is the last one's."""

MAX_SLOGAN: Final = 64
"""Characters in one numeral slogan (三网一库)."""

MAX_SHORT_NAMES: Final = 64
"""Short names of one text whose use is looked for."""

MAX_SECRECY: Final = 1200
"""Months that a document may be secret: a century, where the law knows thirty years."""

# The service (web/).

MAX_REQUEST: Final = 16 * 2**20
"""Bytes of a document that is sent to the service."""

REQUEST_SECONDS: Final = 60
"""Seconds that the answer to one request may take."""

WAITING_SECONDS: Final = 10
"""Seconds that a request waits for a worker that has nothing to do."""

HEAD_SECONDS: Final = 20
"""Seconds that a connection may wait before the head of its next request is there."""

EXCHANGE_SECONDS: Final = 300
"""Seconds that a request and its answer may take from its head to its last byte, waiting and transport included."""

UPLOAD_SECONDS: Final = 60
"""Seconds that a document may take to arrive."""
