"""What the standard of layout leaves to the organ (版式配置): the form, the seal, products of typefaces, customs."""

from __future__ import annotations

from typing import Annotated, Final, Literal, TypeAlias

from pydantic import Field

from egovkit.models.frozen import Frozen, Text, Texts
from egovkit.models.layout import Page
from egovkit.models.type_area import COMPENSATED, LINE, NOMINAL

__all__ = ["FONTS", "Family", "Form", "LayoutProfile"]

Form: TypeAlias = Literal["document", "upward", "letter", "order", "minutes"]
"""文件, 上行文, 信函, 命令（令）, 纪要."""
Family: TypeAlias = Literal["仿宋", "黑体", "楷体", "宋体", "小标宋"]

FONTS: Final[dict[Family, str]] = {
    "仿宋": "仿宋_GB2312",
    "黑体": "黑体",
    "楷体": "楷体_GB2312",
    "宋体": "宋体",
    "小标宋": "方正小标宋简体",
}
"""The product that a family is set in where no other is named (默认字体): a name, no font comes with egovkit."""


class LayoutProfile(Frozen):
    """How documents are laid out where the standard has a choice (版式配置).

    - `form`: the form of the head and foot; None for that which the document itself shows.
    - `sealed`: whether the document is sealed, which places its date. `marks`: the organs of the mark, the first the main
      one, where the text does not print a mark.
    - `margins`: those of GB/T 9704 (nominal), or of GB/T 33476.2 for a grid (compensated).
    - `fonts`: products by family, of those that are to be others than `FONTS`. `latin`: the font of digits and letters; None for
      that of the Han characters.
    - `line`: how high lines are, in points, where custom wants another height (28); None for that which fills the page.

    >>> LayoutProfile(form="letter", fonts={"仿宋": "华文仿宋"}).font("仿宋")
    '华文仿宋'

    Source: GB/T 9704-2012, 5.2, 7.3.5 and 10.
    """

    form: Form | None = None
    sealed: bool = True
    marks: Texts = ()
    margins: Literal["nominal", "compensated"] = "nominal"
    fonts: dict[Family, Text] = Field(default_factory=dict)
    latin: Text | None = None
    line: Annotated[float, Field(ge=10, le=60)] | None = None

    @property
    def page(self) -> Page:
        """The page by its margins (页面)."""
        return COMPENSATED if self.margins == "compensated" else NOMINAL

    @property
    def height(self) -> float:
        """How high the lines of the text are (行距), in points: as it is said, else as the page has 22 of them."""
        return self.line or self.page.line_pitch or LINE

    def font(self, family: Family) -> str:
        """Return the font that a family is set in (字体名)."""
        return self.fonts.get(family, FONTS[family])
