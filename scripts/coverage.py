"""How much of what the corpus cites the register knows, how verification judges true and altered citations, and what
both cost.

    python -m scripts.coverage            # the tables, in words
    python -m scripts.coverage --json     # as JSON
    python -m scripts.coverage --draw 200 # recognitions to read by hand

A citation counts as central by its number (its code or organs are those of a central organ), by its title (a law or
regulation, whose title names no place), or by the central organ that it names. Beside the whole register stands what
is left of it without the rows whose only sources are the numbers and citations in texts, of which the corpus is a part: a
row that texts outside the corpus confirm (`seen:…`) is left.

The trials draw rows of the register that are sure, bear number and title, and are no laws; each is cited as it is, with
another serial, nine from its own at most (farther ones of titles that come again are unknown), and its number with a title
made up from words that titles are made of; and once more as it is, to a register that lacks all the rows drawn.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from egovkit.catalogue.organs import organs
from egovkit.catalogue.register import Register, register
from egovkit.catalogue.title_matches import MatchWay
from egovkit.citations.find import find_citations
from egovkit.grammar.titles import bare_title, kind_of, split_issuers
from egovkit.models.citation import Citation
from egovkit.models.issuance import NumberForm
from egovkit.models.organ import Organ, OrganLevel
from egovkit.models.policy import PolicyRecord
from egovkit.verification.claim import Verdict
from egovkit.verification.verify import verify
from scripts.register import costs

CORPUS: Final = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "documents.jsonl.gz"
CENTRAL: Final = frozenset(
    (
        OrganLevel.PARTY, OrganLevel.NPC, OrganLevel.STATE_COUNCIL, OrganLevel.MINISTRY, OrganLevel.AGENCY,
        OrganLevel.SUPERVISION, OrganLevel.JUDICIARY,
    )
)  # fmt: skip
STATE_COUNCIL: Final = frozenset(("国发", "国办发", "国函", "国办函", "国务院"))
# Sources that are texts of which the corpus holds some. A list has a key of its own, what texts outside the corpus show
# is `seen:…`; `text:…` and `cite:…` are the numbers and citations of texts, those of the corpus among them.
FROM_TEXTS: Final = frozenset(("RE", "WJ", "XV"))
PLACE: Final = re.compile(
    r"^(?:[\u4e00-\u9fa5]{1,6}?(?:省|市|县|区|州|自治区|地区|特区)|北京|天津|上海|重庆|内蒙古|广西|西藏|宁夏|新疆)"
)
METHOD: Final = re.compile(
    r"(?:方|疗|算|测定|分析|试验)法$|(?:方法|单元)第[0-9]+(?:部分|单元)|第[0-9]+(?:部分|单元)[:：]"
)
TRIALS: Final = 800
SUBJECTS: Final = (
    "城市绿化", "农村饮水", "渔船检验", "图书出版", "冰雪运动", "古籍保护", "公路养护", "粮食储备", "特殊教育", "水库移民",
    "档案数字化", "畜禽屠宰", "山洪预警", "家庭医生", "职工疗养", "海岛开发", "煤矿通风", "茶叶出口", "盲文普及", "湿地修复",
)  # fmt: skip
WAYS: Final = (
    "加强{}工作的意见",
    "促进{}健康发展的若干意见",
    "进一步规范{}管理的通知",
    "推进{}体制改革的指导意见",
    "做好{}有关工作的通知",
)


def documents() -> Iterator[tuple[str, list[Citation]]]:
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        for line in lines:
            document = json.loads(line)
            yield document["id"], find_citations(document["text"])


def group(citation: Citation) -> str | None:
    """Return the group of central citations that one belongs to; None where it may be local, or no document."""
    numbers = [mention.value for mention in citation.numbers]
    # 国发电 is not theirs: by it the office, and joint bodies, send telegrams.
    if any(number.code in STATE_COUNCIL for number in numbers):
        return "State Council numbers"
    if numbers:
        found = [organ for number in numbers for organ in organs.of(number)]
        return "numbers of ministries" if found and all(map(central, found)) else None
    title = bare_title(citation.title or "")
    if not title or METHOD.search(title):
        return None
    if not PLACE.match(title) and (kind_of(title) in ("法", "条例") or title.startswith("中华人民共和国")):
        return "titles of laws and regulations"
    named = [organ for name in citation.issuers or split_issuers(title) for organ in organs.find(name)]
    return "titles of central organs" if named and all(map(central, named)) else None


def central(organ: Organ) -> bool:
    """Say whether an organ is one of the centre: a congress and a court may be a province's."""
    return organ.region is None and organ.level in CENTRAL


def recognised(citation: Citation) -> tuple[PolicyRecord, ...]:
    """Return the records that a citation is by its number, and those that it is by its title where they are not."""
    found = [match.record for mention in citation.numbers for match in register.by_number(mention.value)]
    if citation.title and (not found or all(map(from_texts, found))):
        # Without its bracket a title is another edition's as well, where the register does not say that it is sure.
        titled = [m for m in register.by_title(citation.title) if m.sure or m.way is not MatchWay.WITHOUT_BRACKET]
        found += [match.record for match in titled]
    return tuple(found)


def from_texts(record: PolicyRecord) -> bool:
    """Say whether all that a row rests on are texts."""
    return bool(record.sources) and all(
        key.startswith(("text:", "cite:")) or key in FROM_TEXTS for key in record.sources
    )


def coverage() -> dict[str, dict[str, float]]:
    counts: dict[str, Counter[str]] = {}
    for _, citations in documents():
        for citation in citations:
            name = group(citation.document)
            if name is None:
                continue
            found = recognised(citation.document)
            for of in (name, "all central citations"):
                count = counts.setdefault(of, Counter())
                count["mentions"] += 1
                count["known"] += bool(found)
                count["of_lists"] += any(not from_texts(record) for record in found)
    return {
        name: {
            "mentions": count["mentions"],
            "known": round(count["known"] / count["mentions"], 3),
            "of_lists": round(count["of_lists"] / count["mentions"], 3),
        }
        for name, count in sorted(counts.items())
    }


def drawn(count: int, seed: int) -> list[PolicyRecord]:
    """Draw rows that are sure, of a regular number and a title that begins with who issued it or 关于."""
    rows = [
        record
        for record in register
        if record.confidence == "sure"
        and record.number is not None
        and record.number.form is NumberForm.REGULAR
        and "号" not in record.title
        and "关于" in record.title
    ]
    return random.Random(seed).sample(rows, count)


def cited(title: str, number: object) -> str:
    return f"现根据《{title}》（{number}）办理。"


def trials(seed: int = 20261128) -> dict[str, dict[str, int]]:
    dice = random.Random(seed)
    records = drawn(TRIALS, seed)
    texts: dict[str, list[str]] = {"true": [], "another serial": [], "invented title": []}
    lacking = without(records)
    for record in records:
        if (number := record.number) is None:
            continue
        texts["true"].append(cited(record.title, number))
        step = dice.choice([step for step in range(-9, 10) if step and number.serial + step > 0])
        texts["another serial"].append(cited(record.title, number.model_copy(update={"serial": number.serial + step})))
        issuer = record.issuers[0] if len(record.issuers) == 1 else ""
        invented = f"{issuer}关于{dice.choice(WAYS).format(dice.choice(SUBJECTS))}"
        texts["invented title"].append(cited(invented, number))
    found = {name: judged(written) for name, written in texts.items()}
    return {**found, "true, of rows left out": judged(texts["true"], lacking)}


def without(records: Iterable[PolicyRecord]) -> Register:
    """Return the register without rows."""
    left_out = set(map(repr, records))
    return Register((), (i for i, record in enumerate(register) if repr(record) not in left_out))


def judged(texts: Iterable[str], table: Register = register) -> dict[str, int]:
    count: Counter[str] = Counter()
    for text in texts:
        claims = verify(text, catalogue=table).claims
        against = any(claim.verdict is Verdict.CONTRADICTS for claim in claims)
        agree = any(claim.verdict is Verdict.AGREES for claim in claims)
        count["contradicts" if against else "agrees" if agree else "unknown"] += 1
    return dict(count)


def articles(seed: int = 20261128) -> dict[str, dict[str, int]]:
    """Cite the last article of laws, one far beyond it, and 之一 of the last one."""
    laws = [record for record in register if record.title.startswith("中华人民共和国") and record.title.endswith("法")]
    chosen = random.Random(seed).sample(laws, min(200, len(laws)))
    counts: dict[str, Counter[str]] = {
        name: Counter() for name in ("the last article", "之一 of it", "nine times as far")
    }
    for record in chosen:
        found = register.laws(record.title)
        last = found[0].last_article if len(found) == 1 else None
        if last is None:
            continue
        for name, place in (
            ("the last article", f"第{last}条"), ("之一 of it", f"第{last}条之一"), ("nine times as far", f"第{last * 9}条"),
        ):  # fmt: skip
            claims = verify(f"违反《{record.title}》{place}规定的，应当改正。").claims
            counts[name]["contradicts" if any(c.verdict is Verdict.CONTRADICTS for c in claims) else "not"] += 1
    return {name: dict(count) for name, count in counts.items()}


def measure() -> dict[str, Any]:
    """Return every figure."""
    with tempfile.TemporaryDirectory() as folder:
        return {
            "register": len(register),
            "coverage": coverage(),
            "trials": trials(),
            "articles": articles(),
            "costs": costs.measure(Path(folder)),
        }


def draw(count: int, seed: int) -> None:
    seen: set[tuple[str | None, str]] = set()
    found: list[str] = []
    for name, citations in documents():
        for citation in citations:
            document = citation.document
            claim = recognised(document)
            key = (document.title, str(document.numbers))
            if claim and document is citation and key not in seen:
                seen.add(key)
                known = " / ".join(f"{record.title} {record.number or ''} {record.dated or ''}" for record in claim[:2])
                found.append(f"{name}: {citation.text}  =>  {known}")
    print(*random.Random(seed).sample(found, min(count, len(found))), sep="\n")


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Coverage of the register and verdicts of verification.")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--draw", type=int, metavar="N", help="print N recognitions to read")
    parser.add_argument("--seed", type=int, default=7, help="the draw of recognitions (7)")
    options = parser.parse_args(arguments)
    if options.draw:
        draw(options.draw, options.seed)
        return 0
    if not CORPUS.is_file():
        print("the shared folder is not beside this checkout: nothing is measured", file=sys.stderr)
        return 1
    print(json.dumps(measure(), ensure_ascii=False, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
