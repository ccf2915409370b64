"""Schemas: the JSON Schema 2020-12 subset of the workbench."""

from .read_schema import SchemaError, SchemaProblem, read_record_schema
from .types import FieldSchema, LeafSchema, ListSchema, ObjectSchema, RecordSchema

__all__ = [
    "FieldSchema",
    "LeafSchema",
    "ListSchema",
    "ObjectSchema",
    "RecordSchema",
    "SchemaError",
    "SchemaProblem",
    "read_record_schema",
]
