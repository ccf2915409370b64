"""One text for one value (RFC 8785), as the workbench's `lib/core/round/canonical-json` writes it."""

from __future__ import annotations

from ..record.number_text import number_text
from ..record.utf16 import sort_utf16
from ..record.write_json import json_string


def canonical_json(value: object) -> str:
    """Keys sorted by UTF-16 code unit, no white space, numbers as ECMAScript writes them."""
    if isinstance(value, dict):
        return (
            "{"
            + ",".join(f"{json_string(key)}:{canonical_json(value[key])}" for key in sort_utf16(value))
            + "}"
        )
    if isinstance(value, (list, tuple)):
        return "[" + ",".join(map(canonical_json, value)) + "]"
    if isinstance(value, str):
        return json_string(value)
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, (int, float)):
        return number_text(float(value))
    raise TypeError(f"{type(value).__name__} is not JSON")
