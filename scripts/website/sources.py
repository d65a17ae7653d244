"""The source of the package as pages of the site: the reference leads to the line of each object."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from pygments import highlight  # type: ignore[import-untyped]
from pygments.formatters import HtmlFormatter  # type: ignore[import-untyped]
from pygments.lexers import PythonLexer  # type: ignore[import-untyped]

from scripts.website.reference import ROOT, homes


def modules() -> list[Path]:
    """The modules that public objects are written in, as paths in the repository."""
    made = {Path(*path.split(".")[:-1]) for path in homes()}
    found = {
        each.with_suffix(".py") if (ROOT / each.with_suffix(".py")).is_file() else each / "__init__.py" for each in made
    }
    return sorted(each for each in found if (ROOT / each).is_file())


def on_post_build(config: MkDocsConfig) -> None:
    """Write a page for each module; whoever wants all of it has the repository."""
    for path in modules():
        target = Path(config.site_dir) / "source" / path.with_suffix(".html")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(shown(path), encoding="utf-8")


def shown(path: Path) -> str:
    """Return a module as a page, each of its lines with an anchor."""
    formatter = HtmlFormatter(full=True, title=str(path), lineanchors="L", linenos="inline")
    page: str = highlight((ROOT / path).read_text(encoding="utf-8"), PythonLexer(), formatter)
    # A page without an icon has the browser ask for one that is not there.
    return page.replace("charset=None", "charset=utf-8").replace("<head>", '<head>\n<link rel="icon" href="data:,">', 1)
