"""Write the letters that stand for places in organ codes (地方代字), from the register of local governments.

    python -m scripts.places

A letter stands for a place where it begins its name (如 of 如皋), or is one that its codes are known to begin with: the
letters of provinces, and letters inside the names of counties (皋 of 如皋), which `place_letters.csv` keeps once it has
them. Each is written with the places of the highest rank that have it.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TABLE = ROOT / "egovkit" / "data" / "place_letters.csv"
REGISTER = ROOT.parent / "shared" / "facts" / "register" / "organs.tsv"
RANKS = ("province_government", "prefecture_government", "county_government")
SHOWN = 3
PROVINCES = {
    "沪": "上海", "渝": "重庆", "冀": "河北", "晋": "山西", "辽": "辽宁", "黑": "黑龙江", "苏": "江苏", "浙": "浙江", "皖": "安徽", "闽": "福建",
    "赣": "江西", "鲁": "山东", "豫": "河南", "鄂": "湖北", "湘": "湖南", "粤": "广东", "桂": "广西", "琼": "海南", "蜀": "四川", "黔": "贵州",
    "滇": "云南", "藏": "西藏", "陇": "甘肃", "秦": "陕西", "港": "香港", "澳": "澳门", "台": "台湾", "穗": "广州", "甬": "宁波", "榕": "福州",
}  # fmt: skip


def places() -> list[tuple[str, str]]:
    """Return rank and bare name of every place that the register has, the highest rank first."""
    with REGISTER.open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t") if row["level"] in RANKS]
    rows.sort(key=lambda row: RANKS.index(row["level"]))
    bare = re.compile("人民政府$|(?:省|自治区|市|自治县|县|区|自治州|州|盟|自治旗|旗)人民政府$")
    return [(row["level"], bare.sub("", row["short_name"])) for row in rows]


def main() -> None:
    """Write the table."""
    with TABLE.open(encoding="utf-8") as file:
        known = {row["letter"] for row in csv.DictReader(file)}
    having: dict[str, list[str]] = {letter: [place] for letter, place in PROVINCES.items()}
    for rank, name in places():
        if 1 < len(name) < 8:
            for letter in name:
                if letter in known or (letter == name[0] and rank != "county_government"):
                    held = having.setdefault(letter, [])
                    if name not in held and len(held) < SHOWN:
                        held.append(name)
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["letter", "places"])
        rows.writerows([letter, "|".join(having[letter])] for letter in sorted(having))


if __name__ == "__main__":
    main()
