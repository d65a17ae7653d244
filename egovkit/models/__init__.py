"""The values: frozen pydantic models that parse, print and compare by their canonical parts (值)."""
