"""What the scorer needs of a schema: its structure and the equality rule of each leaf."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

LeafType: TypeAlias = Literal["string", "number", "integer", "boolean"]
MatchRule: TypeAlias = Literal["text", "text-ci", "number"]
# Sorts errors on screen; the score knows nothing of it, so it is checked and left behind.
Severity: TypeAlias = Literal["significant", "minor"]


@dataclass(frozen=True, slots=True)
class LeafSchema:
    type: LeafType
    match: MatchRule = "text"


@dataclass(frozen=True, slots=True)
class ObjectSchema:
    properties: Mapping[str, FieldSchema]


@dataclass(frozen=True, slots=True)
class ListSchema:
    items: FieldSchema


FieldSchema: TypeAlias = LeafSchema | ObjectSchema | ListSchema
RecordSchema: TypeAlias = ObjectSchema


def property_of(schema: FieldSchema | None, key: str) -> FieldSchema | None:
    """The key's own schema; None where the schema has no such key."""
    return schema.properties.get(key) if isinstance(schema, ObjectSchema) else None


def rows_of(schema: FieldSchema | None) -> FieldSchema | None:
    """Schema of a list's rows; None where the schema is no list."""
    return schema.items if isinstance(schema, ListSchema) else None
