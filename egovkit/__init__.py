"""Chinese government policy documents (公文, 政策文件) as typed values.

>>> import egovkit
>>> str(egovkit.IssuanceNumber.parse("国办发[2014]66号"))
'国办发〔2014〕66号'

Every public name is loaded when it is first used, so that a bare `import egovkit` costs next to nothing. Which names
there are, and where each lives, is written once: in `__init__.pyi`, which type checkers read as well.
"""

from __future__ import annotations

from importlib import import_module

__version__ = "0.1.0"


def _homes() -> dict[str, str]:
    """Return where each public name lives, as the stub says it."""
    # The loader that found this file reads its neighbour too, also out of a zip; pkgutil would cost 10 ms.
    stub = __spec__.loader.get_data(f"{__spec__.origin}i").decode("utf-8")  # type: ignore[union-attr]
    imports = [line.split() for line in stub.splitlines() if line.startswith("from ")]
    homes = {words[3]: words[1] for words in imports}
    return dict(sorted(homes.items()))


def __getattr__(name: str) -> object:
    if name in ("_HOMES", "__all__"):
        homes = _homes()
        globals().update(_HOMES=homes, __all__=list(homes))
        return globals()[name]
    # Python itself asks modules for names in underscores that few have.
    home = None if name.startswith("__") else _known().get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(home), name)
    globals()[name] = value
    return value


def _known() -> dict[str, str]:
    homes: dict[str, str] = globals().get("_HOMES") or __getattr__("_HOMES")  # type: ignore[assignment]
    return homes


def __dir__() -> list[str]:
    return sorted({*globals(), *_known()})
