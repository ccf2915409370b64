"""A record with its keys in the order of its schema."""

from __future__ import annotations

from ..record.json_value import Json, is_json_list, is_json_object
from .types import FieldSchema, ObjectSchema, property_of, rows_of


def in_schema_order(value: Json, schema: FieldSchema | None) -> Json:
    """The same record, keys as the schema has them and unknown ones after them, at every depth.

    A snapshot has the order of canonical JSON, the prompt shows the schema's: an answer that is learnt from
    must not teach another order than the one that is asked for.
    """
    if is_json_list(value):
        return [in_schema_order(row, rows_of(schema)) for row in value]
    if not is_json_object(value):
        return value
    known = list(schema.properties) if isinstance(schema, ObjectSchema) else []
    keys = [key for key in known if key in value] + [key for key in value if key not in known]
    return {key: in_schema_order(value[key], property_of(schema, key)) for key in keys}
