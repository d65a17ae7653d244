"""Write the organ codes that documents bear and the registry of organs lacks (代字佐证), with their evidence.

    python -m scripts.codes

Sources, beside the checkout: `facts/register/recent.tsv` (the State Council's public library of documents, 2023 to
2026: a code is taken from one number), `codes.tsv` and `codes_untraced_evidence.tsv` (codes found in lists and texts: one
is taken that two numbers bear or whose issuer a text names). A code of an organ's name and nothing else, or of words that
no document is numbered by, is none.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "egovkit" / "data"
TABLE = DATA / "code_evidence.csv"
REGISTER = ROOT.parent / "shared" / "facts" / "register"
LIBRARY = "gov.cn/zhengce/zhengceku"
_NUMBER = re.compile(
    r"([\u3400-\u9fff]{1,14}(?:[（(][\u3400-\u9fff]{1,2}[)）][\u3400-\u9fff]{0,3})?) ?(?:[〔\[﹝](\d{4})[〕\]﹞]|(\d{4})年) ?第?(\d+)号"
)
# What a text printed without the letter of its place.
_HEADLESS = re.compile("办[发字]$|府办|市委|市建发|公积金|党[办建]|建字$|办公$|财办$|环办$|总局")
_NAMED = re.compile("(?:部|委|委员会|局|总局|署|院|厅|会|公告|(?<!国邮)通告|令|标准)$")
# Found in texts and no codes: pieces of sentences, and the names of places and organs glued to a code.
NONE = frozenset(
    [
        "其他", "委", "工信部", "发改委", "反映海绵城市建设水", "水利部水建", "海市物价局沪价经", "广州银发", "苏州房金", "恩施州政规", "国家电网",
        "融通基金字", "厅头", "字", "公积金", "定额", "总局", "市政", "人资计", "后勤管理", "设备变电", "产业发展", "科技发展函",
    ]
)  # fmt: skip


class Evidence(NamedTuple):
    """What speaks for a code: the organs that issued under it, years, how many numbers, an example, the source."""

    organs: Counter[str]
    years: list[int]
    numbers: set[str]
    example: str
    source: str


def _table(name: str) -> Iterator[dict[str, str]]:
    with (REGISTER / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def recent() -> dict[str, Evidence]:
    """Return the codes of the library of 2023 to 2026."""
    found: dict[str, Evidence] = {}
    for row in _table("recent.tsv"):
        number = _NUMBER.fullmatch(row["printed"])
        if number is None or _NAMED.search(number[1]):
            continue
        code = number[1].replace("(", "（").replace(")", "）")
        held = found.setdefault(code, Evidence(Counter(), [], set(), row["printed"], LIBRARY))
        held.organs[re.split("[、 ]", row["issuers"])[0]] += 1
        held.years.append(int(number[2] or number[3]))
        held.numbers.add(row["printed"])
    return found


def cited() -> dict[str, Evidence]:
    """Return the codes that lists and texts show."""
    found: dict[str, Evidence] = {}
    for row in _table("codes.tsv"):
        issuers = re.findall(r"([^;×]+)×(\d+)", row["issuers_seen"])
        organs = Counter({name.strip(): int(times) for name, times in issuers if not name.strip().startswith("转发")})
        numbers, code = int(row["distinct_numbers"]), row["code"]
        if code in NONE or _NAMED.search(code) or _HEADLESS.match(code) or (numbers < 2 and not organs):
            continue
        years = [int(year) for year in (row["first_year"], row["last_year"]) if year]
        named = [str(i) for i in range(numbers)]
        found[code] = Evidence(organs, years, set(named), row["example"], "facts/register/codes.tsv")
    return found


def main() -> None:
    """Write the table."""
    with (DATA / "organs.csv").open(encoding="utf-8") as file:
        registered = {row["code"] for row in csv.DictReader(file)}
    found = cited() | recent()
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["code", "organ", "first_seen", "last_seen", "numbers", "example", "source"])
        for code in sorted(found.keys() - registered):
            organs, years, numbers, example, source = found[code]
            organ = organs.most_common(1)[0][0] if organs else ""
            rows.writerow([code, organ, min(years, default=""), max(years, default=""), len(numbers), example, source])


if __name__ == "__main__":
    main()
