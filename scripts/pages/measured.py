"""Gold scores and benchmarks, as `make measure` kept them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from egovkit.catalogue.register_about import shipped_about
from egovkit.messages import said
from scripts.pages.languages import both
from scripts.pages.markdown import GENERATED, table

MEASURED = Path(__file__).resolve().parents[2] / "docs" / "measured"

TARGETS = {
    "numbers": 0.98,
    "citations": 0.97,
    "cite_number": 0.97,
    "short_name": 0.97,
    "antecedent": 0.95,
    "relation": 0.85,
    "dates": 0.98,
    "frameworks": 0.95,
    "doc.number": 0.97,
    "doc.title": 0.97,
    "doc.kind": 0.97,
    "doc.dated": 0.97,
    "doc.headings": 0.97,
    "doc.cites": 0.97,
}
_REST = 0.95
# What the scores call what is read, for readers of Chinese.
_NAMES = {
    "numbers": "发文字号",
    "citations": "引用",
    "cite_number": "引用的字号",
    "short_name": "简称",
    "antecedent": "所指的先行引用",
    "relation": "引用关系",
    "dates": "日期",
    "frameworks": "框架",
    "doc.number": "文件：字号",
    "doc.title": "文件：标题",
    "doc.issuers": "文件：发文机关",
    "doc.kind": "文件：文种",
    "doc.recipients": "文件：主送机关",
    "doc.dated": "文件：成文日期",
    "doc.signature": "文件：署名",
    "doc.annex_titles": "文件：附件标题",
    "doc.effective_on": "文件：施行日期",
    "doc.expires": "文件：有效期",
    "doc.repeals": "文件：废止",
    "doc.headings": "文件：层次标题",
    "doc.cites": "文件：引用",
}


def pages() -> dict[str, str]:
    return both(_pages)


def _pages() -> dict[str, str]:
    return {
        "tables/gold.md": _gold(_read("gold")),
        "tables/benchmarks.md": _benchmarks(_read("benchmarks")),
        "tables/decisions.md": _decisions(_read("design")),
        "tables/register.md": _register(_read("register")),
    }


def _read(name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((MEASURED / f"{name}.json").read_text(encoding="utf-8"))
    return content


def _gold(content: dict[str, Any]) -> str:
    parts = [f"---\nhide: [toc]\n---\n\n# {said('Gold scores', '评分')}\n\n{GENERATED}"]
    parts.append(
        said(
            f"Version {content['version']}, {content['date']}, on hand-annotated gold: passages for what is found in "
            "running text, whole documents for `doc.*`, for which the score is the share of documents with the field "
            "right. The library was built while looking at the first part and mended while looking at the second, so "
            "that neither says how it does on what nobody has looked at. Printed by "
            "`python ../shared/gold/score.py`, kept by `make measure`.\n\n",
            f"版本 {content['version']}，{content['date']}，以人工标注的文本评分：正文中的各项按段落，“文件”各项按整份文件（该项正确的文件所占比例）。"
            "开发时对照第一部分，改进时对照第二部分，所以两者都不代表未见过的文本。由 `python ../shared/gold/score.py` 打印，"
            "`make measure` 保存。\n\n",
        )
    )
    names = {"dev": said("First part", "第一部分"), "dev2": said("Second part", "第二部分")}
    for name, figures in content["parts"].items():
        parts.append(f"## {names.get(name, name)}\n\n{_figures(figures)}\n")
    parts.append(f"## {said('By source', '按来源')}\n\n{_by_source(content['sources'])}")
    return "".join(parts)


def _figures(figures: dict[str, dict[str, Any]]) -> str:
    header = said("kind|f1|precision|recall|items|aim", "项目|f1|准确率|召回率|数量|目标").split("|")
    rows = [
        (
            said(kind, _NAMES.get(kind, kind)),
            *(f"{each[k]:.3f}" if k in each else "" for k in ("f1", "p", "r")),
            each["n"],
            TARGETS.get(kind, _REST),
        )
        for kind, each in figures.items()
    ]
    return table(header, rows)


def in_short() -> str:
    """What the front page says: the scores of both parts, by what a reader asks first."""
    parts = _read("gold")["parts"]
    kinds = {
        "numbers": said("numbers 字号", "发文字号"),
        "citations": said("citations 引用", "引用"),
        "relation": said("their relation 关系", "引用关系"),
        "dates": said("dates 日期", "日期"),
        "doc.title": said("titles of documents", "文件标题"),
        "doc.number": said("numbers of documents", "文件字号"),
        "doc.headings": said("headings 层次", "层次标题"),
    }
    header = said("read|first texts|later texts|items", "读出的内容|先标注的|后标注的|数量").split("|")
    rows = [
        (name, *(f"{part[kind]['f1']:.3f}" for part in parts.values()), sum(part[kind]["n"] for part in parts.values()))
        for kind, name in kinds.items()
    ]
    return table(header, rows)


def _by_source(sources: dict[str, dict[str, dict[str, Any]]]) -> str:
    kinds = ("numbers", "citations", "relation", "dates", "doc.title", "doc.number", "doc.headings")
    header = said(
        "source|numbers|citations|relation|dates|titles of documents|their numbers|headings",
        "来源|字号|引用|引用关系|日期|文件标题|文件字号|层次标题",
    ).split("|")
    rows = []
    for name, figures in sources.items():
        cells = [f"{figures[k]['f1']:.3f} ({figures[k]['n']})" if figures[k]["n"] else "" for k in kinds]
        shown = said("pages of the web", "网页") if name == "pages" else f"[{name}](https://github.com/{name})"
        rows.append((shown, *cells))
    said_of = said("f1, and in brackets how many there are.", "f1，括号内为数量。")
    return f"{said_of}\n\n{table(header, rows)}"


def _benchmarks(content: dict[str, Any]) -> str:
    head = said(
        "One core; each figure is the best of several rounds. Printed by `make bench`, kept by `make measure`. *Ratio* is "
        "the speed over that of the naive one-liner in the same run; in the table of growth a cell has the factor from 1 "
        "to 10 copies and that from 10 to 100, with an exclamation mark above 11.",
        "单核，每项取几轮中最快的一轮。由 `make bench` 打印，`make measure` 保存。ratio 是与同一次运行中一行正则表达式的速度之比；"
        "增长表中每格是文本从 1 份到 10 份、从 10 份到 100 份所用时间的倍数，超过 11 的加感叹号。",
    )
    return f"---\nhide: [toc]\n---\n\n# {said('Benchmarks', '速度')}\n\n{GENERATED}{_machine(content['machine'])} {head}\n\n{_tables(content['tables'])}"


def _decisions(content: dict[str, Any]) -> str:
    head = said(
        "Printed by `python -m benchmarks.design`, kept by `make measure`. Why each matters: ",
        "由 `python -m benchmarks.design` 打印，`make measure` 保存。各项的用意见",
    )
    link = said("[design](../design/index.md).", "[设计](../design.md)。")
    title = said("What the design was measured by", "设计的测量")
    return f"# {title}\n\n{GENERATED}{_machine(content['machine'])} {head}{link}\n\n{_tables(content['tables'])}"


def _register(content: dict[str, Any]) -> str:
    covered = [
        (name, figures["mentions"], f"{figures['known']:.1%}", f"{figures['of_lists']:.1%}")
        for name, figures in content["coverage"].items()
    ]
    verdicts = ("agrees", "unknown", "contradicts")
    tried = [(name, *(counts.get(verdict, 0) for verdict in verdicts)) for name, counts in content["trials"].items()]
    places = [
        (name, counts.get("not", 0), counts.get("contradicts", 0)) for name, counts in content["articles"].items()
    ]
    costs = list(content["costs"].items())
    sections = [
        (
            said("What is known of what texts cite", "文本引用的有多少查得到"),
            said(
                "Mentions of central documents in a corpus of 1,585 texts. *Not derived* leaves out the rows that rest on "
                "texts alone, some of which are of the corpus; a row stays that a list has, or that at least two texts "
                "outside the corpus have with its number and title.",
                "1,585 份文本中对中央文件的引用。“非推得”不计只依据文本的行（其中有的就在这批文本里）；有名录可据的、至少两份别处文本同时给出"
                "字号和标题的，仍计入。",
            ),
            table(said("citations|mentions|known|not derived", "引用|次数|查得|非推得").split("|"), covered),
        ),
        (
            said("What is said of true and altered citations", "真引用与改过的引用各得何结论"),
            said(
                "Rows of the register that are sure, drawn at random: cited as they are, with a serial that is up to nine "
                "away, and the number with a title that was made up.",
                "从登记册中确定的行随机抽取：照原样引用；顺序号改动九以内；字号配上编造的标题。",
            ),
            table((said("citation", "引用"), *verdicts), tried),
        ),
        (
            said("Articles", "条文"),
            said("Laws of the register whose last article is known.", "登记册中已知末条的法律。"),
            table(said("article cited|not against|contradicts", "引用的条|不相违|矛盾").split("|"), places),
        ),
        (
            said("What it costs", "用时与内存"),
            said(
                "CPU time: the first answer of a fresh process that has the models of egovkit, all compiled as an installer "
                "leaves it; later answers to names not asked before; the memory of rows and index; verification beside finding the citations alone. "
                "`python -m scripts.register.costs` prints these.",
                "CPU 时间：新进程（模块已如安装时编译）的第一次回答、此后没问过的名称的回答、各行和索引所占内存；核验与只找引用之比。"
                "由 `python -m scripts.register.costs` 打印。",
            ),
            table(said("what|figure", "项目|数值").split("|"), costs),
        ),
        (
            said("Sources and terms", "来源及其使用条件"),
            said(
                "Numbers, titles, dates and the like are taken, the text of no document; some of the sources forbid to copy "
                "their texts for profit. A row names its sources by these keys (`cite:WW`: a text of WW cites it), or by the "
                "address of a page. `egovkit register --about` and `register.about()` say the same.",
                "只取文号、标题、日期等事实，不取任何文件的正文；有的来源禁止为营利复制其文本。各行以下列简称注明来源"
                "（`cite:WW`：WW 的文本引用了它），或注明网页地址。`egovkit register --about`、`register.about()` 所列与此相同。",
            ),
            table(
                said("key|source|what|terms|use", "简称|来源|内容|使用条件|用途").split("|"),
                [tuple(cell.replace("|", "/") for cell in source) for source in shipped_about().sources],
            ),
        ),
    ]
    head = said(
        f"Register of {content['register']:,} rows, {content['machine']['date']}. Printed by "
        "`python -m scripts.coverage`, kept by `make measure`.",
        f"登记册 {content['register']:,} 行，{content['machine']['date']}。由 `python -m scripts.coverage` 打印，`make measure` 保存。",
    )
    told = "\n".join(f"## {title}\n\n{text}\n\n{rows}" for title, text, rows in sections)
    return f"# {said('How well citations are verified', '核验的效果')}\n\n{GENERATED}{head}\n\n{told}"


def _machine(machine: dict[str, str]) -> str:
    versions = f"Python {machine['python']}, pydantic {machine['pydantic']}, regex {machine['regex']}"
    return f"{versions}, {machine['system']}, {machine['date']}{said('.', '。')}"


def _tables(tables: dict[str, list[dict[str, str]]]) -> str:
    parts = []
    for title, rows in tables.items():
        header = tuple(rows[0])
        parts.append(f"## {title}\n\n{table(header, ([row[name] for name in header] for row in rows))}")
    return "\n".join(parts)
