"""The commands that say what texts hold, and judge them (文本命令)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from egovkit.cli.commands.shared import CODES, DAY, FILE, FILES, NAME, OUTPUT, RAW, format_of
from egovkit.cli.syntax import Argument, Command, Option
from egovkit.messages import Words

__all__ = ["TEXTS"]


def _mends(values: Mapping[str, Any]) -> bool:
    """Say whether the output of a check is a mended file, and not its report."""
    return bool(values.get("fix") or values.get("comments"))


TEXTS: Final = (
    Command(
        "read",
        "egovkit.cli.read:read",
        Words(
            "Show what texts hold: card and outline, numbers, citations, dates, frameworks.",
            "列出文本所载：文件要素、层次、发文字号、引用、日期、框架。",
        ),
        Words(
            "JSON of one FILE is one object; of several, or of a folder, it is a list.",
            "只读一个文件时 JSON 为一个对象；多个文件或文件夹时为列表。",
        ),
        (FILES._replace(number="any"),),
        (
            format_of("table", "json", "jsonl"),
            Option("example", Words("Read the document that comes with egovkit.", "读取自带的示例文件。")),
            Option("explain", Words("Say of each line what it is taken for, and why.", "逐行说明认作什么、依据什么。")),
            OUTPUT,
        ),
    ),
    Command(
        "number",
        "egovkit.cli.number:number",
        Words(
            "Explain issuance numbers: canonical form, organ, year, serial, and what deviates.",
            "解释发文字号：规范写法、机关、年份、序号、偏差。",
        ),
        Words(
            "JSON is one object a line. What is no number is named on stderr, and the exit code is then 2.",
            "JSON 每行一个对象。不是发文字号的写到标准错误，退出码为 2。",
        ),
        (
            Argument(
                "texts",
                Words("NUMBER", "字号"),
                Words(
                    'Numbers, such as "国办发[2014]66号"; - for stdin, one a line.',
                    "发文字号，如“国办发[2014]66号”；- 为标准输入，每行一个。",
                ),
                "several",
            ),
        ),
        (format_of("table", "json", also=("json=json",)), OUTPUT),
    ),
    Command(
        "cite",
        "egovkit.cli.cite:cite",
        Words(
            "Print the edges of the citation graph: which document cites which, in what role.",
            "输出引用网络的边：哪份文件引用哪份、作何用。",
        ),
        Words(
            "A document goes by its number, else by its title, else by its file.",
            "文件以字号为名，无字号用标题，都没有用文件名。",
        ),
        (FILES,),
        (
            format_of("jsonl", "csv", "dot"),
            Option(
                "to",
                Words(
                    "The network of all files, each document one node whatever it is cited by, in this format.",
                    "输出全部文件的引用网络，同一文件只作一个节点；用此格式。",
                ),
                choices=("gexf", "graphml", "csv", "dot", "parquet"),
            ),
            RAW,
            OUTPUT,
        ),
        writes=True,
    ),
    Command(
        "cite-as",
        "egovkit.cli.cite_as:cite_as",
        Words(
            "Print documents as references after GB/T 7714, or as records for Zotero and BibTeX.",
            "按 GB/T 7714 输出参考文献条目，或输出供 Zotero、BibTeX 导入的题录。",
        ),
        Words(
            "A number or title is looked up in the register; a file, a folder or a pattern is read.",
            "字号、标题在登记册中查；文件、文件夹、通配符则读取。",
        ),
        (
            Argument(
                "names",
                Words("DOCUMENT", "文件"),
                Words("Numbers or titles of the register, or files.", "登记册中的字号或标题，或文件。"),
                "several",
            ),
        ),
        (
            Option(
                "style",
                Words("The edition that a reference follows.", "著录依据的版本。"),
                choices=("gb7714-2025", "gb7714-2015"),
                default="gb7714-2025",
            ),
            format_of("text", "csl", "ris", "bib"),
            Option(
                "on",
                Words(
                    "Of a law the version in force on this day, not the latest.", "法律取当日有效的版本，而非最新版本。"
                ),
                DAY,
            ),
            Option("url", Words("Where the one document is.", "该文件的网址。"), Words("ADDRESS", "网址")),
            Option("accessed", Words("The day on which it was seen there.", "访问日期。"), DAY),
            RAW,
            OUTPUT,
        ),
    ),
    Command(
        "corpus",
        "egovkit.cli.corpus:corpus",
        Words("Read a folder of files into tables, Parquet and DuckDB.", "将一批文件读入数据表（Parquet、DuckDB）。"),
        Words(
            "Written are documents.parquet, citations.parquet and errors.csv. What was read before, and has not changed, is "
            "not read again. Exit code 2: a file could not be read.",
            "写入 documents.parquet、citations.parquet、errors.csv。已读且未变的文件不再读取。有文件未能读取时退出码为 2。",
        ),
        (FILES,),
        (
            Option(
                "jobs",
                Words("How many processes; one for each core by default.", "进程数，默认每核一个。"),
                Words("COUNT", "个数"),
                least=1,
            ),
            Option("duckdb", Words("Write corpus.duckdb as well.", "另写 corpus.duckdb。")),
            Option(
                "output",
                Words("The folder to write into, out by default.", "写入的文件夹，默认 out。"),
                Words("FOLDER", "文件夹"),
                short="o",
                also=("out",),
            ),
        ),
        writes=True,
    ),
    Command(
        "verify",
        "egovkit.cli.verify:verify",
        Words("Say of every citation whether it is true.", "核验每处引用是否属实。"),
        Words(
            "Exit code 0: nothing contradicts; 1: something does; 2: trouble.",
            "退出码：0 无不符，1 有不符，2 出错。",
        ),
        (FILES,),
        (
            Option(
                "on",
                Words(
                    "The day that counts, as 2018-01-01; by default the document's own date.",
                    "以哪天为准，如 2018-01-01；默认为文件自身的日期。",
                ),
                DAY,
            ),
            Option(
                "own",
                Words("Your own documents too, a CSV table of policies.", "另用自有文件表（政策 CSV）。"),
                FILE,
            ),
            Option("against", Words("Show only what contradicts.", "只列不符。")),
            format_of("table", "json", "sarif"),
            OUTPUT,
        ),
    ),
    Command(
        "check",
        "egovkit.cli.check:check",
        Words("Check documents against the rules of official writing.", "按公文规范校核文件。"),
        Words("Exit code 0: clean; 1: findings; 2: trouble.", "退出码：0 无问题，1 有问题，2 出错。"),
        (FILES,),
        (
            Option(
                "fix",
                Words(
                    "Mend what has one right answer: a text in its file, a docx into --output.",
                    "改正只有一种正确写法的问题：文本写回文件，docx 写入 --output。",
                ),
            ),
            Option(
                "diff", Words("Show what --fix changes, and change nothing.", "显示 --fix 会改什么，不写任何文件。")
            ),
            Option("in_place", Words("Write a mended docx over itself.", "改正后的 docx 直接覆盖原文件。")),
            Option("tracked", Words("Mend a docx by tracked changes.", "docx 用修订方式改正。")),
            Option("comments", Words("Put what stays into a docx as comments.", "其余问题作为批注写入 docx。")),
            Option("author", Words("Who changes and comments.", "修订和批注的作者。"), NAME),
            Option(
                "select",
                Words("Rules to apply, by code or band: GW201,GW6.", "只用这些规则，写代码或段：GW201,GW6。"),
                CODES,
            ),
            Option("ignore", Words("Rules to leave out, by code or band.", "不用这些规则，写代码或段。"), CODES),
            Option(
                "level",
                Words("The least severity to report.", "最低报告到哪一级。"),
                choices=("error", "warning", "info"),
                default="info",
            ),
            Option(
                "profile",
                Words(
                    "A house's own rules (TOML); else those set beside a file or above.",
                    "本单位规则（TOML）；不写则用文件旁边或上级文件夹的。",
                ),
                FILE,
            ),
            Option(
                "isolated",
                Words(
                    "Leave egovkit.toml and pyproject.toml beside the files alone.",
                    "不理会文件旁边的 egovkit.toml、pyproject.toml。",
                ),
            ),
            Option(
                "sidecar", Words("Accepted findings of the one FILE (TOML).", "某一个文件已认可的问题（TOML）。"), FILE
            ),
            Option("on", Words("The day whose rules apply, as 2014-12-01.", "适用哪天的规则，如 2014-12-01。"), DAY),
            format_of("table", "json", "sarif", "junit", "github", "html"),
            RAW,
            OUTPUT,
        ),
        writes=_mends,
    ),
)
