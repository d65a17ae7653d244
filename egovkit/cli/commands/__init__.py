"""Every command with its arguments and options (命令表): parsing, help, completion and the page of the site are made of it.

A new command is a row here and a function in a room of its own; nothing of that room is loaded before it is called.
"""

from __future__ import annotations

from typing import Final

from egovkit.cli.commands.shared import NAME, OUTPUT
from egovkit.cli.commands.tables import TABLES
from egovkit.cli.commands.texts import TEXTS
from egovkit.cli.commands.written import FILES_WRITTEN
from egovkit.cli.syntax import Argument, Command, Option
from egovkit.messages import Words

__all__ = ["COMMANDS", "GENERAL", "named"]

GENERAL: Final = (
    Option("help", Words("Say what can be asked, and end.", "显示帮助并退出。"), short="h"),
    Option("version", Words("Say which version this is, and end.", "显示版本并退出。"), short="V"),
)
"""What is asked of egovkit itself; --help of every command, too."""

_NUMBER: Final = Words("PORT", "端口")

_COMPLETION: Final = Command(
    "completion",
    "egovkit.cli.completion:completion",
    Words("Print the completion of a shell.", "输出 shell 的自动补全脚本。"),
    Words(
        'bash: eval "$(egovkit completion bash)" in ~/.bashrc; zsh: the same in ~/.zshrc; '
        "fish: egovkit completion fish > ~/.config/fish/completions/egovkit.fish.",
        'bash：在 ~/.bashrc 中写 eval "$(egovkit completion bash)"；zsh：在 ~/.zshrc 中同样写；'
        "fish：egovkit completion fish > ~/.config/fish/completions/egovkit.fish。",
    ),
    (
        Argument(
            "shell",
            Words("SHELL", "外壳"),
            Words("bash, zsh or fish.", "bash、zsh 或 fish。"),
        ),
    ),
    (OUTPUT,),
)

_SERVE: Final = Command(
    "serve",
    "egovkit.cli.serve:serve",
    Words(
        "Show the page in a browser: read, check, verify and mend documents.", "打开网页：读取、校核、核验、改正文件。"
    ),
    Words(
        "Nothing is kept and nothing is asked of any other machine. /api/openapi.json describes what programs can ask. "
        "Needs the extra web.",
        "不保存文件，不访问其他机器。程序接口见 /api/openapi.json。需要可选依赖 web。",
    ),
    (),
    (
        Option(
            "host",
            Words("The address to listen at; 0.0.0.0 for an office's net.", "监听地址；0.0.0.0 供本单位内网使用。"),
            NAME,
            default="127.0.0.1",
        ),
        Option("port", Words("The port, 8765 by default; 0 for any.", "端口，默认 8765；0 为任意。"), _NUMBER, least=0),
        Option(
            "allowed_host",
            Words(
                "The names under which a proxy before it asks, parted by commas.",
                "前面的代理所用的名称，以逗号分隔。",
            ),
            Words("NAMES", "名称"),
        ),
        Option(
            "workers",
            Words("How many documents at once; one for each core by default.", "同时处理几份文件，默认每核一份。"),
            Words("COUNT", "个数"),
            least=1,
        ),
    ),
)

COMMANDS: Final = (*TEXTS, *FILES_WRITTEN, *TABLES, _SERVE, _COMPLETION)
"""Every command, in the order of the help."""


def named(name: str) -> Command | None:
    """Return the command of a name (查命令); None where there is none.

    >>> named("number").summary.zh
    '解释发文字号：规范写法、机关、年份、序号、偏差。'
    """
    return next((command for command in COMMANDS if command.name == name), None)
