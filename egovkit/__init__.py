"""Chinese government policy documents (公文, 政策文件) as typed values.

>>> import egovkit
>>> str(egovkit.IssuanceNumber.parse("国办发[2014]66号"))
'国办发〔2014〕66号'

Every name of `__all__` is loaded when it is first used, so that a bare `import egovkit` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module

# As typing's, which a type checker takes for it: to import typing takes four times as long as all the rest.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from egovkit.catalogue.frameworks import find_frameworks, frameworks, load_frameworks
    from egovkit.catalogue.lineage import Lineage
    from egovkit.catalogue.organs import organs
    from egovkit.catalogue.policies import Catalogue, policies
    from egovkit.catalogue.rows import RowError, TableError
    from egovkit.catalogue.table import Match
    from egovkit.checks.checking import check
    from egovkit.checks.finding import Edit, Finding, Severity
    from egovkit.checks.fixing import Fixed, fix
    from egovkit.checks.profile import Profile, ProfileError
    from egovkit.checks.report import Report
    from egovkit.citations.annotate import annotate
    from egovkit.citations.find import find_citations
    from egovkit.citations.graph import Edge, edges, to_dot
    from egovkit.citations.references import Reference, ReferenceKind, find_references
    from egovkit.citations.resolve import Reason, Resolution, resolve
    from egovkit.documents.annexes import Annex
    from egovkit.documents.blocks import Block, Element
    from egovkit.documents.document import PolicyDocument
    from egovkit.documents.draft import Part
    from egovkit.documents.outline import Heading, Level
    from egovkit.errors import AmbiguousTerm, EgovkitError, ParseError, ReadError, UnknownTerm
    from egovkit.interchange import load, read
    from egovkit.interchange.markdown import to_markdown
    from egovkit.interchange.tables import rows_of
    from egovkit.models.citation import Citation, Pinpoint, Place, Relation
    from egovkit.models.dates import DateMention, DateRange, DocumentDate, find_dates
    from egovkit.models.drafting import DraftingRecord, TermShift
    from egovkit.models.framework import Component, Framework, FrameworkGroup, Reading
    from egovkit.models.issuance import IssuanceNumber, NumberForm, NumberMention, find_numbers
    from egovkit.models.mention import Mention
    from egovkit.models.organ import Organ, OrganCode, OrganLevel
    from egovkit.models.policy import PolicyRecord, PolicyRelation, PolicyRelationKind, PolicyStatus, StatusKind
    from egovkit.models.secrecy import Secrecy

__version__ = "0.1.0"

_HOMES = {
    "AmbiguousTerm": "egovkit.errors",
    "Annex": "egovkit.documents.annexes",
    "Block": "egovkit.documents.blocks",
    "Catalogue": "egovkit.catalogue.policies",
    "Citation": "egovkit.models.citation",
    "Component": "egovkit.models.framework",
    "DateMention": "egovkit.models.dates",
    "DateRange": "egovkit.models.dates",
    "DocumentDate": "egovkit.models.dates",
    "DraftingRecord": "egovkit.models.drafting",
    "Edge": "egovkit.citations.graph",
    "Edit": "egovkit.checks.finding",
    "EgovkitError": "egovkit.errors",
    "Element": "egovkit.documents.blocks",
    "Finding": "egovkit.checks.finding",
    "Fixed": "egovkit.checks.fixing",
    "Framework": "egovkit.models.framework",
    "FrameworkGroup": "egovkit.models.framework",
    "Heading": "egovkit.documents.outline",
    "IssuanceNumber": "egovkit.models.issuance",
    "Level": "egovkit.documents.outline",
    "Lineage": "egovkit.catalogue.lineage",
    "Match": "egovkit.catalogue.table",
    "Mention": "egovkit.models.mention",
    "NumberForm": "egovkit.models.issuance",
    "NumberMention": "egovkit.models.issuance",
    "Organ": "egovkit.models.organ",
    "OrganCode": "egovkit.models.organ",
    "OrganLevel": "egovkit.models.organ",
    "ParseError": "egovkit.errors",
    "Part": "egovkit.documents.draft",
    "Pinpoint": "egovkit.models.citation",
    "Place": "egovkit.models.citation",
    "PolicyDocument": "egovkit.documents.document",
    "PolicyRecord": "egovkit.models.policy",
    "PolicyRelation": "egovkit.models.policy",
    "PolicyRelationKind": "egovkit.models.policy",
    "PolicyStatus": "egovkit.models.policy",
    "Profile": "egovkit.checks.profile",
    "ProfileError": "egovkit.checks.profile",
    "ReadError": "egovkit.errors",
    "Reading": "egovkit.models.framework",
    "Reason": "egovkit.citations.resolve",
    "Reference": "egovkit.citations.references",
    "ReferenceKind": "egovkit.citations.references",
    "Relation": "egovkit.models.citation",
    "Report": "egovkit.checks.report",
    "Resolution": "egovkit.citations.resolve",
    "RowError": "egovkit.catalogue.rows",
    "Secrecy": "egovkit.models.secrecy",
    "Severity": "egovkit.checks.finding",
    "StatusKind": "egovkit.models.policy",
    "TableError": "egovkit.catalogue.rows",
    "TermShift": "egovkit.models.drafting",
    "UnknownTerm": "egovkit.errors",
    "annotate": "egovkit.citations.annotate",
    "check": "egovkit.checks.checking",
    "edges": "egovkit.citations.graph",
    "find_citations": "egovkit.citations.find",
    "find_dates": "egovkit.models.dates",
    "find_frameworks": "egovkit.catalogue.frameworks",
    "find_numbers": "egovkit.models.issuance",
    "find_references": "egovkit.citations.references",
    "fix": "egovkit.checks.fixing",
    "frameworks": "egovkit.catalogue.frameworks",
    "load": "egovkit.interchange",
    "load_frameworks": "egovkit.catalogue.frameworks",
    "organs": "egovkit.catalogue.organs",
    "policies": "egovkit.catalogue.policies",
    "read": "egovkit.interchange",
    "resolve": "egovkit.citations.resolve",
    "rows_of": "egovkit.interchange.tables",
    "to_dot": "egovkit.citations.graph",
    "to_markdown": "egovkit.interchange.markdown",
}

__all__ = [
    "AmbiguousTerm",
    "Annex",
    "Block",
    "Catalogue",
    "Citation",
    "Component",
    "DateMention",
    "DateRange",
    "DocumentDate",
    "DraftingRecord",
    "Edge",
    "Edit",
    "EgovkitError",
    "Element",
    "Finding",
    "Fixed",
    "Framework",
    "FrameworkGroup",
    "Heading",
    "IssuanceNumber",
    "Level",
    "Lineage",
    "Match",
    "Mention",
    "NumberForm",
    "NumberMention",
    "Organ",
    "OrganCode",
    "OrganLevel",
    "ParseError",
    "Part",
    "Pinpoint",
    "Place",
    "PolicyDocument",
    "PolicyRecord",
    "PolicyRelation",
    "PolicyRelationKind",
    "PolicyStatus",
    "Profile",
    "ProfileError",
    "ReadError",
    "Reading",
    "Reason",
    "Reference",
    "ReferenceKind",
    "Relation",
    "Report",
    "Resolution",
    "RowError",
    "Secrecy",
    "Severity",
    "StatusKind",
    "TableError",
    "TermShift",
    "UnknownTerm",
    "annotate",
    "check",
    "edges",
    "find_citations",
    "find_dates",
    "find_frameworks",
    "find_numbers",
    "find_references",
    "fix",
    "frameworks",
    "load",
    "load_frameworks",
    "organs",
    "policies",
    "read",
    "resolve",
    "rows_of",
    "to_dot",
    "to_markdown",
]


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
