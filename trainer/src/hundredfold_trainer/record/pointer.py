"""JSON Pointer (RFC 6901)."""

from __future__ import annotations

from typing import TypeAlias

Segments: TypeAlias = tuple[str | int, ...]


def format_pointer(segments: Segments) -> str:
    """Segments to JSON Pointer; no segments is the record itself, ""."""
    return "".join("/" + str(segment).replace("~", "~0").replace("/", "~1") for segment in segments)
