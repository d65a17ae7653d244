"""The mentions of a text in the W3C Web Annotation Data Model, as JSON-LD (网络标注)."""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from egovkit.citations.labels import Label

__all__ = ["to_web_annotations"]

_CONTEXT = 32
"""Characters of prefix and suffix in a W3C TextQuoteSelector."""


def to_web_annotations(text: str, labels: Sequence[Label], source: str | None) -> str:
    """Return the mentions of a text as JSON-LD; without `source` the text is named by its SHA-256 (网络标注)."""
    iri = source if source is not None else _named(text)
    items = [_annotation(text, labels, index, iri) for index in range(len(labels))]
    page = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"{iri}#annotations",
        "type": "AnnotationPage",
        "items": items,
    }
    written = json.dumps(page, ensure_ascii=False, indent=2)
    # A lone surrogate has no UTF-8; JSON can say it with an escape.
    return written if written.isascii() or _encodable(written) else json.dumps(page, indent=2)


def _encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _named(text: str) -> str:
    digest = sha256(text.encode("utf-8", "surrogatepass")).digest()
    return "ni:///sha-256;" + urlsafe_b64encode(digest).decode().rstrip("=")


def _annotation(text: str, labels: Sequence[Label], index: int, iri: str) -> dict[str, Any]:
    label = labels[index]
    purposes = {"kind": "tagging", "relation": "classifying", "value": "identifying", "title": "describing"}
    bodies: list[dict[str, str]] = [
        {"type": "TextualBody", "purpose": purposes[name], "value": fact, "format": "text/plain"}
        for name, fact in label.facts().items()
    ]
    if label.antecedent is not None:
        linked = f"{iri}#annotation-{label.antecedent + 1}"
        bodies.append({"type": "SpecificResource", "purpose": "linking", "source": linked})
    return {
        "id": f"{iri}#annotation-{index + 1}",
        "type": "Annotation",
        "motivation": "identifying" if label.antecedent is None else "linking",
        "body": bodies,
        "target": {
            "source": iri,
            "selector": [
                {"type": "TextPositionSelector", "start": label.start, "end": label.end},
                {
                    "type": "TextQuoteSelector",
                    "exact": text[label.start : label.end],
                    "prefix": text[max(0, label.start - _CONTEXT) : label.start],
                    "suffix": text[label.end : label.end + _CONTEXT],
                },
            ],
        },
    }
