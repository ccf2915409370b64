"""Where a record is at odds with its schema in structure."""

from __future__ import annotations

from ..record.json_value import Json, keys_in_order
from ..record.pointer import Segments, format_pointer
from .types import FieldSchema, LeafSchema, ListSchema, ObjectSchema, RecordSchema, property_of


def _shape_of(value: Json) -> str:
    if isinstance(value, list):
        return "a list"
    return "an object" if isinstance(value, dict) else "a single value"


def _expected_of(schema: FieldSchema) -> str:
    if isinstance(schema, LeafSchema):
        return "a single value"
    return "a list" if isinstance(schema, ListSchema) else "an object"


def _first_in(schema: FieldSchema, value: Json, at: Segments) -> tuple[Segments, str] | None:
    if value is None:
        return None
    if _shape_of(value) != _expected_of(schema):
        return at, f"should be {_expected_of(schema)}, is {_shape_of(value)}"
    if isinstance(schema, ListSchema) and isinstance(value, list):
        for place, row in enumerate(value):
            if found := _first_in(schema.items, row, (*at, place)):
                return found
    elif isinstance(schema, ObjectSchema) and isinstance(value, dict):
        for key in keys_in_order(list(value)):
            child = property_of(schema, key)
            if child is not None and (found := _first_in(child, value[key], (*at, key))):
                return found
    return None


def first_misfit(schema: RecordSchema, record: Json) -> str | None:
    """The first place with the wrong shape (JSON Pointer and what is wrong); None where all fits.

    Null fits everything, leaf types are not looked at, and keys that the schema lacks are passed over:
    the scorer compares them as text. Never names a value of the record.
    """
    found = _first_in(schema, record, ())
    return found and f"{format_pointer(found[0])}: {found[1]}"
