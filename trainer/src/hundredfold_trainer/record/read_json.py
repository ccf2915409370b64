"""JSON text to values, as strict as the workbench's `lib/core/record/parse-json`."""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass
from typing import NoReturn

from .json_value import Json
from .recursion import make_room
from .utf16 import join_surrogates, surrogate

MAX_JSON_DEPTH = 500

_string_or_bracket = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"?|[\[\]{}]', re.DOTALL)


@dataclass(frozen=True, slots=True)
class NotJson:
    """Why a text could not be read. Never quotes it: it may hold PHI."""

    message: str


@dataclass(frozen=True, slots=True)
class ReadJson:
    value: Json


def _depth_of(text: str) -> int:
    """The most levels that brackets nest, strings passed over."""
    depth = deepest = 0
    for token in _string_or_bracket.findall(text):
        if token in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif token in "]}":
            depth -= 1
    return deepest


def _refuse_constant(_: str) -> NoReturn:
    raise ValueError("NaN and Infinity are no JSON")


def _join_all(value: Json) -> Json:
    if isinstance(value, str):
        return join_surrogates(value)
    if isinstance(value, list):
        return [_join_all(child) for child in value]
    if isinstance(value, dict):
        return {join_surrogates(key): _join_all(child) for key, child in value.items()}
    return value


def read_json(text: str) -> ReadJson | NotJson:
    """Reads JSON as RFC 8259 has it.

    Every number is read as a double, whole ones too. NaN, Infinity and numbers beyond a double are
    errors, the last even in a duplicate key that a later one hides; of a duplicate key the last counts.
    More than `MAX_JSON_DEPTH` levels are refused.
    """
    text = join_surrogates(text)
    brackets = text.count("{") + text.count("[")
    depth = _depth_of(text) if brackets > 30 else brackets
    if depth > MAX_JSON_DEPTH:
        return NotJson(f"nested deeper than {MAX_JSON_DEPTH} levels")
    make_room(depth)
    is_beyond = False

    def number(digits: str) -> float:
        nonlocal is_beyond
        value = float(digits)
        is_beyond = is_beyond or math.isinf(value)
        return value

    try:
        value: Json = json.loads(text, parse_int=number, parse_float=number, parse_constant=_refuse_constant)
    except ValueError:
        return NotJson("not JSON")
    if is_beyond:
        return NotJson("a number is beyond a double")
    # An escaped half can meet a half that stands in the text as it is.
    return ReadJson(_join_all(value) if not text.isascii() and surrogate.search(text) else value)
