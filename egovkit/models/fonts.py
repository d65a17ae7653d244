"""The families of Han typefaces that the standard of layout names (字体), whatever a product calls them."""

from __future__ import annotations

from functools import cache

from egovkit.data import rows

__all__ = ["family_of"]


@cache
def family_of(name: str | None) -> str | None:
    """Return the family of a font by its name (字体族): 仿宋, 黑体, 楷体, 宋体, 小标宋; None for a font of another.

    The longest alias in the name decides, whatever product, encoding or style the name speaks of besides.

    >>> [family_of(name) for name in ("仿宋_GB2312", "方正小标宋简体", "STKaiti", "华文中宋", "等线")]
    ['仿宋', '小标宋', '楷体', '小标宋', None]
    """
    lowered = (name or "").lower().replace(" ", "")
    found = [row for row in rows("fonts") if row["alias"].lower() in lowered]
    return max(found, key=lambda row: len(row["alias"]))["family"] if found else None
