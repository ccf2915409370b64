"""JSON text as `JSON.stringify` writes it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from .utf16 import surrogate

if TYPE_CHECKING:
    import re


_quote = json.JSONEncoder(ensure_ascii=False).encode


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found.group()):04x}"


def json_string(text: str) -> str:
    """The text in quotes; lone surrogates are escaped, other letters stand as they are."""
    quoted = _quote(text)
    return quoted if quoted.isascii() else surrogate.sub(_escape, quoted)


def write_json(value: object, *, indent: int | None = None) -> str:
    """Any value that JSON can hold, whole doubles without ".0".

    Raises ValueError for NaN and Infinity.
    """
    separators = (",", ":") if indent is None else None
    text = json.dumps(
        _whole(value), ensure_ascii=False, allow_nan=False, indent=indent, separators=separators
    )
    return surrogate.sub(_escape, text)


def _whole(value: object) -> object:
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return int(value)
    if isinstance(value, dict):
        return {key: _whole(child) for key, child in value.items()}
    return [_whole(child) for child in value] if isinstance(value, list) else value
