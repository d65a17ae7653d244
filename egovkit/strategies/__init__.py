"""Hypothesis strategies for every value, so that users can test their own code (测试策略).

With the extra `hypothesis`. Importing this module registers the values for `hypothesis.strategies.from_type`.

>>> from egovkit.strategies import issuance_numbers, sloppy
>>> sloppy(issuance_numbers()).validate()
"""

from __future__ import annotations

from egovkit.interchange.extras import how_to_install

try:
    import hypothesis as _  # noqa: F401  (asked for first, to say how to get it)
except ModuleNotFoundError as error:
    raise ModuleNotFoundError(
        f"egovkit.strategies needs hypothesis: {how_to_install('hypothesis')}", name="hypothesis"
    ) from error

from egovkit.strategies.checks import Planted, clean_documents, planted_faults
from egovkit.strategies.citation import CitationProse, Cited, citation_prose, pinpoints, places, titles
from egovkit.strategies.dates import date_ranges, date_surfaces, dates
from egovkit.strategies.document import Page, documents, pages, sheets
from egovkit.strategies.framework import frameworks, slogan_surfaces
from egovkit.strategies.issuance import Sloppy, issuance_numbers, sloppy
from egovkit.strategies.issuance_codes import codes
from egovkit.strategies.issuance_prose import NumberProse, number_prose
from egovkit.strategies.organ import OrganName, known_organs, organ_codes, organ_names
from egovkit.strategies.policy import TitleSurface, catalogues, policy_records, policy_titles, title_surfaces
from egovkit.strategies.printing import SetLine, Typeset, break_lines, set_sheet, wrapped_documents

__all__ = [
    "CitationProse",
    "Cited",
    "NumberProse",
    "OrganName",
    "Page",
    "Planted",
    "SetLine",
    "Sloppy",
    "TitleSurface",
    "Typeset",
    "break_lines",
    "catalogues",
    "citation_prose",
    "clean_documents",
    "codes",
    "date_ranges",
    "date_surfaces",
    "dates",
    "documents",
    "frameworks",
    "issuance_numbers",
    "known_organs",
    "number_prose",
    "organ_codes",
    "organ_names",
    "pages",
    "pinpoints",
    "places",
    "planted_faults",
    "policy_records",
    "policy_titles",
    "set_sheet",
    "sheets",
    "slogan_surfaces",
    "sloppy",
    "title_surfaces",
    "titles",
    "wrapped_documents",
]
