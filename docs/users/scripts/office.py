"""A draft is checked before it goes out: python office.py DRAFT.docx MENDED.docx"""

import sys
from pathlib import Path

from egovkit import Profile, check, fix, mend_docx, mendable, read_layout, read_source, verify

# The house's own terms; in an egovkit.toml beside the drafts `egovkit check` finds them by itself.
HOUSE = Profile.from_toml("""
name = "云川市人民政府办公室"

[[terms]]
wrong = "一网通管"
right = "一网统管"
""")


def main(draft: str, mended: str) -> None:
    source = read_source(draft)
    report = check(source, profile=HOUSE, layout=read_layout(draft))
    for finding in report:
        if finding.severity.value == "info":
            continue
        place = source.locate(finding.start, finding.end)
        print(finding.code, finding.message, place[0] if place else "")
    print(report.verdict.value, len(report.findings))

    for claim in verify(source).claims:
        if claim.verdict.value == "contradicts":
            print("wrong citation:", source.text[claim.citation.start : claim.citation.end], "->", claim.instead)

    # Each edit is a tracked change, each finding a comment: a person accepts or declines it in Word.
    data = Path(draft).read_bytes()
    plan = mendable(data, fix(source, profile=HOUSE))
    made = mend_docx(data, plan, tracked=True, comments=report.findings, author="校核")
    Path(mended).write_bytes(made)


main(*sys.argv[1:])
