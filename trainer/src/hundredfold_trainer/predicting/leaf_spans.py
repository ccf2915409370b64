"""Where the values of a record stand in the text that it was read from."""

from __future__ import annotations

import json
import re
from typing import Final

from ..record.json_value import JsonObject
from ..record.pointer import Segments, format_pointer

# From the first character of a value up to the one behind it, quotes included.
Span = tuple[int, int]

_decoder: Final = json.JSONDecoder(parse_int=float)
_space = re.compile(r"[ \t\n\r]*")
_END_OF_THOUGHT: Final = "</think>"
# A text that opens more objects than this before the right one is not worth the search.
_MOST_STARTS: Final = 50


def _skip(text: str, at: int) -> int:
    found = _space.match(text, at)
    return found.end() if found else at


def _walk(text: str, at: int, path: Segments, spans: dict[str, Span]) -> int:
    """Notes the values that begin at `at`, of a text that is known to be JSON; answers where they end."""
    if text[at] in "{[":
        return _walk_inside(text, at, path, spans)
    end = _decoder.raw_decode(text, at)[1]
    spans[format_pointer(path)] = at, end
    return end


def _walk_inside(text: str, at: int, path: Segments, spans: dict[str, Span]) -> int:
    is_object, place = text[at] == "{", 0
    at = _skip(text, at + 1)
    while text[at] not in "}]":
        segment: str | int = place
        if is_object:
            segment, at = _decoder.raw_decode(text, at)
            at = _skip(text, _skip(text, at) + 1)
        at = _skip(text, _walk(text, at, (*path, segment), spans))
        if text[at] == ",":
            at = _skip(text, at + 1)
        place += 1
    return at + 1


def leaf_spans(completion: str, record: JsonObject) -> dict[str, Span]:
    """JSON Pointer → where the value stands; nothing where the record is not found behind the thought."""
    start = completion.rfind(_END_OF_THOUGHT)
    for _ in range(_MOST_STARTS):
        start = completion.find("{", start + 1)
        if start < 0:
            break
        try:
            value, _end = _decoder.raw_decode(completion, start)
        except ValueError:
            continue
        if value == record:
            spans: dict[str, Span] = {}
            _walk(completion, start, (), spans)
            return spans
    return {}
