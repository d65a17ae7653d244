"""A page for every rule, with its reason and examples, and a table of them all."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import groupby
from typing import Final

from egovkit.checks.finding import Severity, Strength
from egovkit.checks.rule import Rule, Scope, rules
from egovkit.messages import Words, said
from scripts.pages.languages import both, up
from scripts.pages.markdown import GENERATED, table

BANDS: Final = {
    "GW1": Words("Head", "版头"),
    "GW2": Words("Numbers", "发文字号"),
    "GW3": Words("Title, body, annexes", "标题、正文与附件"),
    "GW4": Words("Imprint", "版记"),
    "GW5": Words("Citations", "引用"),
    "GW6": Words("Dates and amounts", "日期与数量"),
    "GW7": Words("Layout", "版式"),
    "GW9": Words("Characters and wording", "字符与用字"),
}
"""What the rules of a band are about, by the first three characters of their codes."""
_STRENGTHS: Final = {
    Strength.MUST: "应当",
    Strength.SHOULD: "一般",
    Strength.MAY: "可以",
    Strength.CONVENTION: "惯例",
}
_SEVERITIES: Final = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "提示"}
_SCOPES: Final = {
    Scope.ANY: Words("every text, all of it", "一切文本的全部内容"),
    Scope.WORDS: Words("every text", "一切文本"),
    Scope.OFFICIAL: Words("official documents (公文)", "公文"),
    Scope.LAYOUT: Words("official documents whose layout is given", "有版式的公文"),
    Scope.FILE: Words("every text whose layout is given", "有版式的一切文本"),
}


def pages() -> dict[str, str]:
    return both(_pages)


def _pages() -> dict[str, str]:
    made = {f"tables/rules/{each.code}.md": _page(each) for each in rules()}
    return {"tables/rules/index.md": _index(), **made}


def by_band() -> dict[str, list[Rule]]:
    """The rules of each band."""
    return {band: list(found) for band, found in groupby(rules(), key=lambda rule: rule.code[:3])}


def _severity(rule: Rule) -> str:
    return said(rule.severity.value, _SEVERITIES[rule.severity])


def _strength(rule: Rule) -> str:
    return said(rule.strength.value, _STRENGTHS[rule.strength])


def _named(rule: Rule) -> tuple[str, str]:
    return (rule.name.replace("-", " "), rule.title) if said("en", "zh") == "en" else (rule.title, rule.name)


def _index() -> str:
    title = said("Rules (校核规则)", "校核规则")
    head = said(
        f"{len(rules())} rules, by what they are about. In Python: ",
        f"{len(rules())} 条规则，按所管的内容分类。Python 中：",
    )
    # What a row can be chosen by is in its cells; the script of the page makes a menu of each of these columns.
    header = said(
        "code|rule|规则|about|judges|clause|strength|severity", "代码|规则|名称|类别|适用|依据|约束力|轻重"
    ).split("|")
    rows = [
        (
            f"[{each.code}]({each.code}.md)",
            *_named(each),
            BANDS[each.code[:3]],
            _SCOPES[each.scope],
            _clause(each),
            _strength(each),
            _severity(each),
        )
        for each in rules()
    ]
    placeholder = said("number brackets · 7.2.5 · filter", "筛选：年份括号 · 7.2.5")
    return (
        f"---\nhide: [toc]\n---\n\n# {title}\n\n{GENERATED}{head}[`check`]({up()}../../reference/checks.md){said('.', '。')}\n\n"
        f'<div class="filtered" data-placeholder="{placeholder}" data-menus="4 5 7 8" data-search-exclude markdown>\n\n'
        f"{table(header, rows)}\n</div>\n"
    )


def _laid_out(rule: Rule) -> str:
    """Say what of its layout makes a text bad, which the text does not show."""
    if rule.changes is None:
        return ""
    what = said("Laid out as the standard wants it, but for", "版式不当之处：")
    return f"{what} `{rule.changes}`\n\n"


def _page(rule: Rule) -> str:
    force = f"{rule.since or ''} – {rule.until or ''}" if rule.since or rule.until else ""
    facts = [
        (said("clause", "依据"), _clause(rule)),
        (said("strength", "约束力"), _strength(rule)),
        (said("severity", "轻重"), _severity(rule)),
        (said("judges", "适用"), _SCOPES[rule.scope]),
        (said("kinds", "文种"), "、".join(sorted(rule.kinds))),
        (said("in force", "施行"), force),
    ]
    shown, other = _named(rule)
    about = BANDS[rule.code[:3]]
    return (
        f"# {rule.code} {shown}\n\n{GENERATED}*{other}* · {about} · [{said('all rules', '全部规则')}](index.md)\n\n"
        f"{table(('', ''), [fact for fact in facts if fact[1]])}\n{_reason(rule)}\n\n"
        f"## {said('Bad', '不当')}\n\n```text\n{rule.bad}\n```\n\n{_laid_out(rule)}"
        f"## {said('Good', '妥当')}\n\n```text\n{rule.good}\n```\n"
    )


def _reason(rule: Rule) -> str:
    """What it checks and why, each a paragraph."""
    return said(rule.doc, rule.doc_zh)


_CLAUSES: Final[tuple[tuple[str, str | Callable[[re.Match[str]], str]], ...]] = (
    (r"custom before publication", "发布前的惯例"),
    (r",? and custom since its end in (\d+)", r"（\1年停用，此后为惯例）"),
    (r"since ([\d-]+) custom", r"\1起为惯例"),
    (r"before ([\d-]+) the regulations of ([\d, ]+) and (\d+)", r"\1以前为\2、\3各年的规定"),
    (r"before ([\d-]+) (GB/T [\d-]+)", r"\1以前为\2"),
    (r"judged by the registry of codes of this package", "以本库的代字表为准"),
    (r"against the register", "与登记册比对"),
    (r"custom elsewhere: .*", "他处为惯例"),
    (r"custom: .*", "惯例"),
    (r"\bcustom\b", "惯例"),
    # What the clause says, which the reason says too.
    (r": [a-z].*", ""),
    (r"appendix B", "附录B"),
    (r" of the document's date", "（就成文日期而言）"),
    (r"art\. (\d+)\((\d+)\)(?:, (\d+)\((\d+)\))?", lambda found: _articles(found.groups())),
    (r"art\. (\d+)(?:, (\d+)\((\d+)\))?", lambda found: _articles((found[1], None, *found.groups()[1:]))),
    (r"\s*;\s*", "；"),
    (r",\s*", "，"),
)


def _articles(numbers: tuple[str | None, ...]) -> str:
    places = ((numbers[at], numbers[at + 1]) for at in range(0, len(numbers), 2))
    return "、".join(f"第{article}条" + (f"第{item}项" if item else "") for article, item in places if article)


def _clause(rule: Rule) -> str:
    """The clause as it is cited in the language of the page."""
    if said("en", "zh") == "en":
        return rule.clause
    clause = rule.clause
    for pattern, chinese in _CLAUSES:
        clause = re.sub(pattern, chinese, clause)
    return clause
