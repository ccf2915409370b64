"""Reads a schema, as strict as the workbench's `lib/core/schema/parse-schema`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Final, cast, get_args

from ..record.json_value import is_json_list, is_json_object, keys_in_order
from ..record.pointer import Segments, format_pointer
from ..record.white_space import is_blank
from .types import (
    FieldSchema,
    LeafSchema,
    LeafType,
    ListSchema,
    MatchRule,
    ObjectSchema,
    RecordSchema,
    Severity,
)

MAX_SCHEMA_DEPTH: Final = 12
MAX_SCHEMA_KEYS: Final = 500

LEAF_TYPES: Final[tuple[str, ...]] = get_args(LeafType)
MATCH_RULES: Final[tuple[str, ...]] = get_args(MatchRule)
SEVERITIES: Final[tuple[str, ...]] = get_args(Severity)

# Annotations of JSON Schema that change nothing here; they are left behind.
_IGNORED = {"$schema", "$id", "$comment", "title"}
_OBJECT = ("type", "description", "properties")
_LIST = ("type", "description", "items")
_LEAF = ("type", "description", "enum", "x-match", "x-phi", "x-severity")
# What says something about a value, and so about nothing that holds several.
_OF_SINGLE_VALUES = ("enum", "x-match", "x-phi", "x-severity")
_NO_REF = '"$ref" is not read: write the keys out where they belong'
_whole_number = re.compile("[0-9]+")


@dataclass(frozen=True, slots=True)
class SchemaProblem:
    # JSON Pointer into the schema text.
    pointer: str
    message: str


class SchemaError(ValueError):
    """A schema that cannot be used; `problems` names all of it."""

    def __init__(self, problems: list[SchemaProblem]) -> None:
        super().__init__("; ".join(f"{problem.pointer or '/'}: {problem.message}" for problem in problems))
        self.problems = problems


@dataclass(slots=True)
class _Reading:
    problems: list[SchemaProblem] = field(default_factory=list)
    keys: int = 0

    def report(self, segments: Segments, message: str) -> None:
        self.problems.append(SchemaProblem(format_pointer(segments), message))

    def refuse(self, segments: Segments, message: str) -> FieldSchema | None:
        """Reports what leaves no schema at this place."""
        self.report(segments, message)
        return None


def _key_problem(key: str) -> str | None:
    if is_blank(key):
        return "a key needs a name"
    if key == "__proto__":
        return "this name is reserved"
    if _whole_number.fullmatch(key):
        return "a key cannot be a whole number: it would read as the number of a list row"
    return None


def _check_keywords(raw: dict[str, Any], allowed: tuple[str, ...], at: Segments, reading: _Reading) -> None:
    for keyword in raw:
        if keyword in allowed or keyword in _IGNORED:
            continue
        if keyword == "$ref":
            message = _NO_REF
        elif keyword in _OF_SINGLE_VALUES:
            message = f'"{keyword}" belongs to single values: mark the keys inside'
        else:
            message = f'"{keyword}" is not a keyword of schemas here ({", ".join(allowed)})'
        reading.report((*at, keyword), message)
    if "description" in raw and not isinstance(raw["description"], str):
        reading.report((*at, "description"), "a description is a text")


def _check_enum(raw: dict[str, Any], at: Segments, reading: _Reading) -> None:
    if "enum" not in raw:
        return
    values = raw["enum"]
    if not is_json_list(values) or not values or not all(isinstance(value, str) for value in values):
        reading.report((*at, "enum"), "an enum is a list of one or more texts")
    elif raw["type"] != "string":
        reading.report((*at, "enum"), 'an enum needs the type "string"')
    elif len(set(map(str, values))) < len(values):
        reading.report((*at, "enum"), "an enum names each value once")


def _read_leaf(raw: dict[str, Any], at: Segments, reading: _Reading) -> FieldSchema:
    _check_keywords(raw, _LEAF, at, reading)
    _check_enum(raw, at, reading)
    match = raw.get("x-match", "text")
    if match not in MATCH_RULES:
        reading.report((*at, "x-match"), f'"x-match" is one of {", ".join(MATCH_RULES)}')
    if not isinstance(raw.get("x-phi", False), bool):
        reading.report((*at, "x-phi"), '"x-phi" is true or false')
    if raw.get("x-severity", "significant") not in SEVERITIES:
        reading.report((*at, "x-severity"), f'"x-severity" is one of {", ".join(SEVERITIES)}')
    return LeafSchema(cast("LeafType", raw["type"]), cast("MatchRule", match))


def _read_object(raw: dict[str, Any], at: Segments, depth: int, reading: _Reading) -> ObjectSchema:
    _check_keywords(raw, _OBJECT, at, reading)
    inside = (*at, "properties")
    properties = raw.get("properties")
    read: dict[str, FieldSchema] = {}
    if not is_json_object(properties):
        reading.report(inside, 'an object needs "properties": an object of its keys')
        return ObjectSchema(read)
    for key in keys_in_order(list(properties)):
        problem = _key_problem(key)
        if problem is not None:
            reading.report((*inside, key), problem)
        reading.keys += 1
        child = _read_field(properties[key], (*inside, key), depth + 1, reading)
        if child is not None:
            read[key] = child
    return ObjectSchema(read)


def _type_problem(raw: dict[str, Any], at: Segments) -> tuple[Segments, str]:
    types = f"one of object, array, {', '.join(LEAF_TYPES)}"
    if "$ref" in raw:
        return (*at, "$ref"), _NO_REF
    if isinstance(raw.get("type"), list):
        return (*at, "type"), f'"type" is {types}, not a list: every value may be empty anyway'
    return (*at, "type"), f'"type" is {types}' if "type" in raw else f'"type" is missing: {types}'


def _read_field(raw: object, at: Segments, depth: int, reading: _Reading) -> FieldSchema | None:
    if not is_json_object(raw):
        return reading.refuse(at, 'a schema is an object with a "type"')
    if depth > MAX_SCHEMA_DEPTH:
        return reading.refuse(at, f"is nested deeper than {MAX_SCHEMA_DEPTH} levels")
    kind = raw.get("type")
    if kind == "object":
        return _read_object(raw, at, depth, reading)
    if kind == "array":
        _check_keywords(raw, _LIST, at, reading)
        if "items" not in raw:
            return reading.refuse((*at, "items"), 'a list needs "items": the schema of its rows')
        items = _read_field(raw["items"], (*at, "items"), depth + 1, reading)
        return None if items is None else ListSchema(items)
    if isinstance(kind, str) and kind in LEAF_TYPES:
        return _read_leaf(raw, at, reading)
    return reading.refuse(*_type_problem(raw, at))


def read_record_schema(json: object) -> RecordSchema:
    """Reads a schema from untrusted JSON values.

    Raises SchemaError with all problems at once, each with its place; keywords outside the subset are
    refused, so that nobody believes in a rule that is not kept.
    """
    reading = _Reading()
    if is_json_object(json) and json.get("type", "object") != "object":
        reading.report(("type",), "the root is an object: a record is a JSON object")
        raise SchemaError(reading.problems)
    schema = _read_field(json, (), 1, reading)
    if reading.keys > MAX_SCHEMA_KEYS:
        reading.report((), f"has {reading.keys} keys; at most {MAX_SCHEMA_KEYS} are read")
    if reading.problems or not isinstance(schema, ObjectSchema):
        raise SchemaError(reading.problems)
    return schema
