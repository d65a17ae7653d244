"""The public names and the JSON schemas, frozen: a change of either touches the snapshot on purpose.

`python -m tests.test_public` writes the snapshot anew.
"""

from __future__ import annotations

import inspect
import json
from enum import EnumType
from pathlib import Path
from typing import Any

import pytest
from pydantic import VERSION, BaseModel, TypeAdapter

import egovkit

SNAPSHOT = Path(__file__).with_name("public.json")


def kind(value: object) -> str:
    if isinstance(value, EnumType):
        return "enum " + " ".join(value.__members__)
    if inspect.isclass(value):
        return "class"
    return "function" if inspect.isfunction(value) else "table"


def public() -> dict[str, Any]:
    values = {name: getattr(egovkit, name) for name in egovkit.__all__}
    models = {
        name: TypeAdapter(value)
        for name, value in values.items()
        if inspect.isclass(value) and issubclass(value, BaseModel) and value.__name__ != "PolicyDocument"
    }
    return {
        "pydantic": ".".join(VERSION.split(".")[:2]),
        "names": {name: kind(value) for name, value in values.items()},
        "schemas": {name: model.json_schema() for name, model in models.items()},
        # What is dumped as a string has a pattern, which the schema of what is taken leaves open.
        "dumped": {
            name: schema
            for name, model in models.items()
            if (schema := model.json_schema(mode="serialization")).get("type") == "string"
        },
    }


@pytest.fixture(scope="module")
def frozen() -> dict[str, Any]:
    content: dict[str, Any] = json.loads(SNAPSHOT.read_text(encoding="utf-8"))
    return content


def test_names_are_those_of_the_snapshot(frozen: dict[str, Any]) -> None:
    assert public()["names"] == frozen["names"]


def test_schemas_are_those_of_the_snapshot(frozen: dict[str, Any]) -> None:
    now = public()
    assert now["schemas"].keys() == frozen["schemas"].keys()
    if now["pydantic"] != frozen["pydantic"]:
        pytest.skip(f"pydantic {now['pydantic']} may write a schema otherwise than {frozen['pydantic']}")
    assert now["schemas"] == frozen["schemas"]
    assert now["dumped"] == frozen["dumped"]


if __name__ == "__main__":
    SNAPSHOT.write_text(json.dumps(public(), ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
