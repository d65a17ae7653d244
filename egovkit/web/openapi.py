"""The description of the service (接口说明), OpenAPI 3.1, made of the table of verbs and the shapes of answers."""

from __future__ import annotations

from typing import Any

from pydantic.json_schema import models_json_schema

from egovkit import __version__
from egovkit.text import limits
from egovkit.web import shapes
from egovkit.web.verbs import VERBS, Parameter, Verb

__all__ = ["openapi"]

_REFUSALS = {
    "400": "A parameter or a day that is none.",
    "403": "The request comes from a page of another site.",
    "413": f"The document is larger than {limits.MAX_REQUEST // 2**20} MiB.",
    "421": "The host that is asked for is none of this machine's.",
    "422": "The document cannot be read or mended.",
    "500": "A fault, or a worker that ended.",
    "503": "Every worker is busy.",
    "504": f"The answer takes longer than {limits.REQUEST_SECONDS} s.",
}


def openapi() -> dict[str, Any]:
    """Return the description of the service (接口说明).

    >>> sorted(openapi()["paths"])
    ['/api/check', '/api/convert', '/api/fix', '/api/read', '/api/verify']
    """
    models: list[Any] = [shapes.ErrorAnswer, *(getattr(shapes, verb.shape) for verb in VERBS if verb.shape)]
    _, schemas = models_json_schema(
        [(model, "serialization") for model in models], ref_template="#/components/schemas/{model}"
    )
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "egovkit",
            "version": __version__,
            "description": "A document is the body of a POST: a file, or a text as text/plain; charset=utf-8. Nothing is kept.",
        },
        "paths": {f"/api/{verb.name}": {"post": _operation(verb)} for verb in VERBS},
        "components": {"schemas": schemas["$defs"]},
    }


def _operation(verb: Verb) -> dict[str, Any]:
    refusals = {code: {"description": about, "content": _json("ErrorAnswer")} for code, about in _REFUSALS.items()}
    return {
        "operationId": verb.name,
        "summary": verb.about.en,
        "description": verb.about.zh,
        "parameters": list(map(_parameter, verb.parameters)),
        "requestBody": {
            "required": True,
            "content": {
                "text/plain": {"schema": {"type": "string"}},
                "application/octet-stream": {"schema": {"type": "string", "format": "binary"}},
            },
        },
        "responses": {"200": {"description": "The answer.", "content": _answered(verb)}, **refusals},
    }


def _answered(verb: Verb) -> dict[str, Any]:
    file = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}
    if verb.shape is None:
        return file
    return _json(verb.shape) | (file if any(each.name == "as" for each in verb.parameters) else {})


def _json(shape: str) -> dict[str, Any]:
    return {"application/json": {"schema": {"$ref": f"#/components/schemas/{shape}"}}}


def _parameter(parameter: Parameter) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "string"}
    choices = parameter.choices()
    if choices:
        schema |= {"enum": list(choices)}
    described = {"name": parameter.name, "in": "query", "description": f"{parameter.about.en} {parameter.about.zh}"}
    return {**described, "schema": schema} | ({"example": parameter.example} if parameter.example else {})
