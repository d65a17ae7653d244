"""How the time grows from 1 to 10 to 100 copies of a text in one string."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import pairwise

from benchmarks.clock import best_of_each
from benchmarks.table import Row
from benchmarks.verbs import VERBS
from egovkit.cli.sources import example

FAMILIES = {
    "prose": "",
    "汉": "汉",
    "〔": "〔",
    "〔〕": "〔〕",
    "（": "（",
    "《": "《",
    "《》": "《》",
    "》": "》",
    "2014年": "2014年",
    "2014年1月1日至": "2014年1月1日至",
    "zero-width": "\u200b",
    "digits": "7",
    "full-width digits": "７",
    "Han digits": "一二三",
    "号": "号",
    "1号": "1号",
    "〔2014〕1号": "〔2014〕1号",
    "1号、": "1号、",
    "第": "第",
    "第一条": "第一条",
    "令第1号": "令第1号",
    "财政部 ": "财政部 ",
    "blank": " ",
    "line break": "\n",
    "一、": "\n一、",
    "（一）": "\n（一）",
    "一是": "一是，",
    "以下简称": "（以下简称《",
    "附件": "\n附件：1．",
    "日期行": "\n二〇一四年一月一日",
    "抄送": "\n抄送：",
    "两网四库": "两网四库",
    "《通知》": "\n要按照《通知》的要求。",
    "《某事的通知》": "《关于办好某事的通知》（以下简称《通知》）的要求，",
    "附件1": "\n附件1\n某办法\n按照《关于办好某事的通知》（以下简称《通知》）执行。",
    "1.": "\n2.某事。",
    "“某”、": "“某”、“",
    "汉,": "汉,",
    "汉.": "汉.(",
    "2014 年": "2014 年 01 月 01 日，",
    "。。。": "汉。。。",
    "... and blanks": "汉...          \n",
    '"': '"汉',
    "“《": "“《",
    "空行": "\n　 ",
}


AT_MOST = 11
"""Ten times the text in ten times the time, and a tenth for what the machine does besides."""


def measure(copies: tuple[int, ...], base: int = 1500, rounds: int = 7) -> list[Row]:
    rows: list[Row] = []
    for family, unit in FAMILIES.items():
        text = example() if not unit else (unit * base)[:base]
        row = {"text": family}
        for name, verb in VERBS.items():
            steps = _steps([partial(verb, text * n) for n in copies], rounds)
            row[name] = " ".join(f"{step:.1f}" for step in steps) + ("!" if max(steps) > AT_MOST else "")
        rows.append(row)
    return rows


def _steps(calls: list[Callable[[], object]], rounds: int, retries: int = 3) -> list[float]:
    """Return how the time grows from call to call: what the machine does besides only adds to a time, so that of a
    step that looks too large the best of more rounds tells."""
    best = best_of_each(calls, rounds=rounds, enough=0.3)
    for _ in range(retries):
        steps = [after / before for before, after in pairwise(best)]
        if max(steps) <= AT_MOST:
            break
        best = list(map(min, best, best_of_each(calls, rounds=7, enough=1)))
    return [after / before for before, after in pairwise(best)]
