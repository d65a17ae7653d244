"""Reports for people (校核报告页): one HTML file, by document, each finding with its passage; nothing is loaded from a network."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape as escaped
from typing import Final

from egovkit.checks.finding import Severity
from egovkit.checks.report import Report
from egovkit.interchange.placing import CheckedText, Placed, legible

__all__ = ["to_html"]

_STYLE: Final = """
:root { color-scheme: light dark; --line: #8884; --error: #c62828; --warning: #b26a00; --info: #5f6b7a; }
body { font: 16px/1.6 "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.15rem; margin-top: 2.2rem; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid var(--line); }
th { font-weight: 600; white-space: nowrap; } td.place, td.code { white-space: nowrap; }
mark { background: #ffe08a; color: #000; padding: 0 .1em; } .dim { opacity: .65; } .said { overflow-wrap: anywhere; }
.error { color: var(--error); } .warning { color: var(--warning); } .info { color: var(--info); }
"""
_SEVERITIES: Final = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.INFO: "提示"}
_BANDS: Final = {
    "GW1": "版头",
    "GW2": "发文字号",
    "GW3": "主体",
    "GW4": "版记",
    "GW5": "引用",
    "GW6": "日期数字",
    "GW7": "版式",
    "GW9": "标点用词",
}


def to_html(checked: Iterable[CheckedText], title: str = "校核报告") -> str:
    """Return reports as one HTML page (转为 HTML 报告): a summary, then each document with its findings.

    >>> from egovkit.checks import check
    >>> text = "按照国办发[2014]66号执行"
    >>> page = to_html([CheckedText.of("a.txt", text, check(text))])
    >>> "按照国办发<mark>[2014]</mark>66号执行" in page
    True
    """
    checked = list(checked)
    body = "\n".join(
        [f"<h1>{_said(title)}</h1>", _summary(checked), *(_document(i, one) for i, one in enumerate(checked))]
    )
    return (
        '<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_said(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _said(text: str) -> str:
    return escaped(legible(text))


def _summary(checked: list[CheckedText]) -> str:
    rows = "".join(
        f'<tr><td><a href="#d{i}">{_said(one.name)}</a></td><td>{one.report.verdict.term}</td>'
        + "".join(f"<td>{one.report.count(severity)}</td>" for severity in Severity)
        + f"<td>{_bands(one.report)}</td></tr>"
        for i, one in enumerate(checked)
    )
    heads = "".join(f"<th>{_SEVERITIES[severity]}</th>" for severity in Severity)
    return f"<table><tr><th>文件</th><th>结论</th>{heads}<th>分类</th></tr>{rows}</table>"


def _bands(report: Report) -> str:
    return "，".join(f"{_BANDS.get(band, band)} {count}" for band, count in sorted(report.bands.items()))


def _document(index: int, one: CheckedText) -> str:
    report = one.report
    # A text without a date is judged by the rules of today, which its author may not have known.
    day = f"按{report.on}的规则" + ("（推定）" if report.assumed else "")
    head = f'<h2 id="d{index}">{_said(one.name)}</h2>\n<p class="dim">{report.verdict.term}；{day}</p>'
    if not one.placed:
        return head
    rows = "".join(map(_row, one.placed))
    return f"{head}\n<table><tr><th>位置</th><th>规则</th><th>问题</th><th>原文</th></tr>\n{rows}</table>"


def _row(placed: Placed) -> str:
    finding = placed.finding
    style = finding.severity.value
    passage = f"{_said(placed.before)}<mark>{_said(placed.surface)}</mark>{_said(placed.after)}"
    meant = f'<br><span class="dim">→ {_said(finding.suggestion)}</span>' if finding.suggestion else ""
    return (
        f'<tr><td class="place">{_said(placed.where)}</td>'
        f'<td class="code {style}" title="{_said(finding.name)}">{finding.code} {_SEVERITIES[finding.severity]}</td>'
        f'<td>{_said(finding.message)}<br><span class="dim">{_said(finding.clause)}</span></td>'
        f'<td class="said">{passage}{meant}</td></tr>\n'
    )
