"""Verifications as SARIF 2.1.0 (核验报告的 SARIF 格式): what contradicts, beside the text."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath
from typing import Any, Final
from urllib.parse import quote

from egovkit.interchange.locations import logical
from egovkit.interchange.source_text import Source
from egovkit.verification.claim import Claim, ClaimReason, Verification

__all__ = ["to_sarif"]

_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_AGAINST: Final = (
    ClaimReason.OTHER_DOCUMENT,
    ClaimReason.OTHER_NUMBER,
    ClaimReason.NO_ARTICLE,
    ClaimReason.OTHER_DATE,
    ClaimReason.ENDED,
    ClaimReason.NO_ORGAN,
)


def to_sarif(verified: Iterable[tuple[str, str | Source, Verification]], version: str = "0") -> dict[str, Any]:
    """Return verifications as one SARIF log (转为 SARIF): of each file its name, its text or source, and its report.

    Only what contradicts is a result; columns count Unicode code points.

    >>> from egovkit.verification.verify import verify
    >>> text = "违反《个人信息保护法》第九百九十九条"
    >>> result, = to_sarif([("a.txt", text, verify(text))])["runs"][0]["results"]
    >>> result["ruleId"], result["locations"][0]["physicalLocation"]["region"]["startColumn"]
    ('no_article', 3)
    """
    described = [
        {"id": reason.value, "shortDescription": {"text": f"{reason.term} / {reason.sentence}"}} for reason in _AGAINST
    ]
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "egovkit verify", "version": version, "rules": described}},
                "columnKind": "unicodeCodePoints",
                "results": [
                    _result(name, text, claim) for name, text, report in verified for claim in report.contradictions
                ],
            }
        ],
    }


def _result(name: str, text: str | Source, claim: Claim) -> dict[str, Any]:
    path = PurePath(name)
    uri = path.as_uri() if path.is_absolute() else quote(path.as_posix())
    instead = f"（{claim.instead}）" if claim.instead else ""
    return {
        "ruleId": claim.reason.value,
        "ruleIndex": _AGAINST.index(claim.reason),
        "level": "error",
        "message": {"text": f"{claim.reason.term}{instead} / {claim.reason.sentence}"},
        "locations": [_location(uri, text, claim.citation.start, claim.citation.end)],
    }


def _location(uri: str, text: str | Source, start: int, end: int) -> dict[str, Any]:
    artifact = {"artifactLocation": {"uri": uri}}
    if isinstance(text, Source) and text.ends is None:
        # What is no plain text has no lines of its own.
        return {"physicalLocation": artifact, "logicalLocations": [logical(one) for one in text.locate(start, end)]}
    whole = text if isinstance(text, str) else text.text
    return {"physicalLocation": {**artifact, "region": _region(whole, start, end)}}


def _region(text: str, start: int, end: int) -> dict[str, Any]:
    def place(at: int) -> tuple[int, int]:
        return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)

    (line, column), (end_line, end_column) = place(start), place(end)
    return {
        "startLine": line,
        "startColumn": column,
        "endLine": end_line,
        "endColumn": end_column,
        "snippet": {"text": text[start:end]},
    }
