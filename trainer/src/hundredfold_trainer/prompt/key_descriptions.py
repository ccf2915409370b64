"""The keys of a schema as a model reads them."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any, Final, TypeAlias

from ..record.write_json import json_string

# A schema as JSON, in its own order of keys, already found fit by `read_record_schema`.
SchemaJson: TypeAlias = dict[str, Any]

_TYPE_NOTES: Final = {
    "string": [],
    "number": ["a number"],
    "integer": ["a whole number"],
    "boolean": ["true or false"],
}
# ECMAScript's \s; Python's knows four separators more and lacks U+FEFF.
_JS_SPACE: Final = "\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
_spaces = re.compile(f"[{_JS_SPACE}]+")


def _one_line(text: str) -> str:
    return _spaces.sub(" ", text).strip(" ")


def _comment_of(schema: SchemaJson) -> str:
    values = [f"one of: {' | '.join(schema['enum'])}"] if schema.get("enum") else []
    notes = [schema.get("description", ""), *_TYPE_NOTES.get(schema["type"], []), *values]
    comment = "; ".join(note for note in map(_one_line, notes) if note)
    return f" // {comment}" if comment else ""


def _describe(schema: SchemaJson, indent: str, comma: str) -> list[str]:
    """One value of the form, without the key before it; `comma` belongs before the comment."""
    comment = _comment_of(schema)
    inner = f"{indent}  "
    if schema["type"] == "array":
        first, *rest = _describe(schema["items"], inner, "")
        return [f"[{comment}", f"{inner}{first}", *rest, f"{indent}]{comma}"]
    if schema["type"] != "object":
        empty = '""' if schema["type"] == "string" else "null"
        return [f"{empty}{comma}{comment}"]
    lines = [f"{{{comment}"]
    entries = list(schema["properties"].items())
    for place, (key, child) in enumerate(entries):
        first, *rest = _describe(child, inner, "," if place < len(entries) - 1 else "")
        lines += [f"{inner}{json_string(key)}: {first}", *rest]
    return [*lines, f"{indent}}}{comma}"]


def key_descriptions(schema: SchemaJson, keys: Collection[str] | None = None) -> str:
    """The keys with their descriptions as comments, values removed, one element in each list (§3.2)."""
    asked = {key: child for key, child in schema["properties"].items() if keys is None or key in keys}
    whole = {"type": "object", "description": schema.get("description", ""), "properties": asked}
    return "\n".join(_describe(whole, "", ""))
