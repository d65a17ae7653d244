"""The commands that ask tables (查表命令)."""

from __future__ import annotations

from typing import Final

from egovkit.cli.commands.shared import DAY, FILE, ISSUER, NAME, OUTPUT, RAW, YEAR, format_of
from egovkit.cli.syntax import Argument, Command, Option
from egovkit.messages import Words

__all__ = ["TABLES"]


def _levels() -> tuple[str, ...]:
    from egovkit.models.policy import DocumentLevel  # noqa: PLC0415  # few calls ask for one

    return tuple(level.value for level in DocumentLevel)


def _statuses() -> tuple[str, ...]:
    from egovkit.models.standing import StatusKind  # noqa: PLC0415  # few calls ask for one

    return tuple(status.value for status in StatusKind)


TABLES: Final = (
    Command(
        "rules",
        "egovkit.cli.rules:rules",
        Words(
            "List the rules that texts are checked by; explain a single one with its clause and examples.",
            "列出校核规则；只写一条时说明其依据和正误示例。",
        ),
        arguments=(
            Argument(
                "codes",
                Words("CODE", "代码"),
                Words("Codes such as GW201, or bands: GW2, GW33.", "代码，如 GW201，或段：GW2、GW33。"),
                "any",
            ),
        ),
        options=(format_of("table", "json", also=("json=json",)), OUTPUT),
    ),
    Command(
        "framework",
        "egovkit.cli.framework:framework",
        Words(
            "Draw a framework: its groups and components, the document that set it, its sources.",
            "画出框架：分组、组成、出处。",
        ),
        arguments=(
            Argument(
                "name", NAME, Words("A name or variant, such as 两网四库十二金.", "名称或别称，如两网四库十二金。")
            ),
        ),
        options=(
            format_of("tree", "json", "csv", "mermaid", "svg"),
            Option(
                "reading",
                Words("One reading by its name, where sources disagree.", "各来源说法不一时，只取这一种。"),
                NAME,
            ),
            Option("file", Words("Your own frameworks too, TOML or JSON.", "另用自有框架（TOML 或 JSON）。"), FILE),
            RAW,
            OUTPUT,
        ),
    ),
    Command(
        "policies",
        "egovkit.cli.policies:policies",
        Words("List the policies of the catalogue, those that fit every option.", "列出政策目录中符合各项条件的政策。"),
        options=(
            Option("domain", Words("A domain, such as 政务服务.", "领域，如政务服务。"), NAME),
            ISSUER,
            Option("year", Words("The year of the number.", "字号年份。"), YEAR, least=1),
            Option(
                "since",
                Words("First date: 2016, 2016-09 or 2016-09-25.", "起始日期：2016、2016-09 或 2016-09-25。"),
                DAY,
            ),
            Option("until", Words("Last date, of the same forms.", "截止日期，写法相同。"), DAY),
            Option("framework", Words("A framework it set, such as 三网一库.", "所定框架，如三网一库。"), NAME),
            Option(
                "status",
                Words("Its status, today or on the day of --on.", "效力状态，以今天或 --on 那天为准。"),
                choices=_statuses,
            ),
            Option("on", Words("A day; alone: known to be in force on it.", "日期；单用时只列已知当天有效的。"), DAY),
            format_of("table", "json", "csv"),
            OUTPUT,
        ),
    ),
    Command(
        "lineage",
        "egovkit.cli.policies:lineage",
        Words(
            "Show what came before a policy and what came after it, by typed relations.",
            "列出一份政策的前身后续及其关系。",
        ),
        arguments=(
            Argument(
                "number",
                Words("NUMBER", "字号"),
                Words("A number, such as 国办发〔2014〕66号, or a title.", "发文字号，如国办发〔2014〕66号，或标题。"),
            ),
        ),
        options=(
            Option(
                "depth",
                Words("How many steps away; all by default.", "追溯几步；默认到底。"),
                Words("STEPS", "步数"),
                least=1,
            ),
            format_of("tree", "json", "csv", "mermaid", "svg"),
            OUTPUT,
        ),
    ),
    Command(
        "register",
        "egovkit.cli.register:register",
        Words("Look documents up in the register of central documents and laws.", "在中央文件和法律登记册中查文件。"),
        arguments=(
            Argument(
                "words",
                Words("WORDS", "词语"),
                Words("A number, a title, or words of titles.", "发文字号、标题，或标题中的词。"),
                "optional",
            ),
        ),
        options=(
            Option("level", Words("What kind of norm.", "规范层级。"), choices=_levels),
            ISSUER,
            Option("year", Words("The year of the number.", "字号年份。"), YEAR, least=1),
            Option(
                "limit", Words("How many to show at most.", "最多列几条。"), Words("COUNT", "条数"), default=20, least=1
            ),
            Option("about", Words("Say how complete it is, and where it is from.", "说明登记册有多全、来自哪里。")),
            Option("on", Words("The day of the standing, today by default.", "以哪天判断效力，默认今天。"), DAY),
            format_of("table", "json", "csv"),
            OUTPUT,
        ),
    ),
    Command(
        "law",
        "egovkit.cli.law:law",
        Words(
            "Show the versions of a law, which of them was in force on a day, and how the law stood.",
            "列出法律的各版本、某天有效的版本及其效力。",
        ),
        arguments=(
            Argument(
                "name",
                NAME,
                Words(
                    "A law, regulation, rule or interpretation, such as 档案法.",
                    "法律、法规、规章或司法解释，如档案法。",
                ),
            ),
        ),
        options=(
            Option("on", Words("A day, as 2018-01-01; today by default.", "日期，如 2018-01-01；默认今天。"), DAY),
            format_of("table", "json", also=("json=json",)),
            OUTPUT,
        ),
    ),
    Command(
        "mcp",
        "egovkit.cli.mcp_server:mcp",
        Words(
            "Serve tools to language models over MCP: read, verify, number, law, search, check.",
            "以 MCP 向大模型提供工具：读取、核验、字号、法律、检索、校核。",
        ),
        Words(
            "It speaks through stdin and stdout, and ends with its client; it needs the extra mcp.",
            "经标准输入输出通信，随客户端退出；须安装附加组件 mcp。",
        ),
        options=(
            Option(
                "files",
                Words(
                    "A folder whose files the tools may be asked about by path; without it, of none.",
                    "可按路径读取其中文件的文件夹；不写则不读任何文件。",
                ),
                Words("FOLDER", "文件夹"),
            ),
        ),
    ),
)
