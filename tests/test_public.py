"""The public names and the JSON schemas, frozen: a change of either touches the snapshot on purpose.

`python -m tests.test_public` writes the snapshot anew.
"""

from __future__ import annotations

import inspect
import json
from enum import EnumType
from pathlib import Path
from typing import Annotated, Any, get_origin

import pytest
from pydantic import VERSION, TypeAdapter
from pydantic.json_schema import JsonSchemaMode

import egovkit

# Tables, corpora and sources are asked and not sent; a parameter is one of a value.
NO_DATA = {"Catalogue", "Corpus", "Network", "Param", "Register", "Source"}
SNAPSHOT = Path(__file__).with_name("public.json")


def kind(value: object) -> str:
    if isinstance(value, EnumType):
        return "enum " + " ".join(value.__members__)
    if inspect.isclass(value):
        return "class"
    if get_origin(value) is Annotated:
        return "type"
    if inspect.ismodule(value):
        return "module"
    return "function" if inspect.isfunction(value) else "table"


def has_schema(name: str, value: object) -> bool:
    if kind(value) == "type":
        return True
    return kind(value) == "class" and not issubclass(value, Exception) and name not in NO_DATA  # type: ignore[arg-type]


def public() -> dict[str, Any]:
    values = {name: getattr(egovkit, name) for name in egovkit.__all__}
    models = [(name, TypeAdapter(value)) for name, value in values.items() if has_schema(name, value)]
    modes: tuple[JsonSchemaMode, ...] = ("validation", "serialization")
    schemas, shared = TypeAdapter.json_schemas([(name, mode, model) for name, model in models for mode in modes])
    return {
        "pydantic": ".".join(VERSION.split(".")[:2]),
        "names": {name: kind(value) for name, value in values.items()},
        "schemas": {mode: {name: schemas[name, mode] for name, _ in models} for mode in modes},
        "shared": shared["$defs"],
    }


@pytest.fixture(scope="module")
def frozen() -> dict[str, Any]:
    content: dict[str, Any] = json.loads(SNAPSHOT.read_text(encoding="utf-8"))
    return content


def test_names_are_those_of_the_snapshot(frozen: dict[str, Any]) -> None:
    assert public()["names"] == frozen["names"]


def test_schemas_are_those_of_the_snapshot(frozen: dict[str, Any]) -> None:
    now = public()
    assert now["schemas"]["validation"].keys() == frozen["schemas"]["validation"].keys()
    if now["pydantic"] != frozen["pydantic"]:
        pytest.skip(f"pydantic {now['pydantic']} may write a schema otherwise than {frozen['pydantic']}")
    assert now["schemas"] == frozen["schemas"]
    assert now["shared"] == frozen["shared"]


if __name__ == "__main__":
    SNAPSHOT.write_text(json.dumps(public(), ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
