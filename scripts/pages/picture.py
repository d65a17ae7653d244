"""The picture of `egovkit read` that the README shows."""

from __future__ import annotations

import io
import re
from html import unescape

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console

from egovkit.cli.reading import Reading
from egovkit.cli.sources import example
from egovkit.cli.tables import show
from egovkit.errors import display_width

# The font would come from another host; a monospaced one of the reader's own does as well.
_OFFLINE = re.sub(r"@font-face\s*{{.*?}}\s*", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)

_TEXT = re.compile(r'textLength="[0-9.]+"(?P<rest>[^>]*)>(?P<text>[^<]*)<')
_CELL = 12.2


def pages() -> dict[str, str]:
    console = Console(record=True, width=112, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    console.print(show(Reading("example", example())))
    svg = console.export_svg(title="egovkit read --example", code_format=_OFFLINE, unique_id="egovkit")
    svg = _TEXT.sub(_widened, svg)
    return {"images/read.svg": "".join(f"{line.rstrip()}\n" for line in svg.splitlines())}


def _widened(found: re.Match[str]) -> str:
    """Give Chinese characters two cells: rich counts characters here."""
    return f'textLength="{display_width(unescape(found["text"])) * _CELL:g}"{found["rest"]}>{found["text"]}<'
