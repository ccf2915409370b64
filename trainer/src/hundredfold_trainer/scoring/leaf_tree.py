"""A record as the scorer sees it."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from ..record.json_value import Json, Leaf
from ..record.utf16 import join_surrogates, sort_utf16
from ..record.write_json import json_string
from ..schema.types import FieldSchema, LeafSchema, property_of, rows_of
from .equal_leaves import equality_key


class LeafNode(NamedTuple):
    """A non-empty leaf, with the text that decides whether it equals another."""

    key: str
    size: int = 1


class ObjectNode(NamedTuple):
    # Leaves below.
    size: int
    fields: dict[str, TreeNode]
    # Holds leaves alone: such rows can be counted without a walk.
    is_flat: bool


class TreeRow(NamedTuple):
    # Its place in the list as written, empty rows counted.
    place: int
    node: TreeNode
    # Equal for two rows exactly when all their leaves match, order of rows aside.
    signature: str


class ListNode(NamedTuple):
    size: int
    rows: list[TreeRow]


TreeNode: TypeAlias = LeafNode | ObjectNode | ListNode


def _signature_of(node: TreeNode) -> str:
    if isinstance(node, LeafNode):
        return json_string(node.key)
    if isinstance(node, ListNode):
        return f"[{','.join(sort_utf16(row.signature for row in node.rows))}]"
    parts = [f"{json_string(key)}:{_signature_of(child)}" for key, child in node.fields.items()]
    return f"{{{','.join(sort_utf16(parts))}}}"


def _list_node(rows: list[Json], schema: FieldSchema | None) -> ListNode | None:
    found: list[TreeRow] = []
    size = 0
    row_schema = rows_of(schema)
    for place, value in enumerate(rows):
        node = tree_of(value, row_schema)
        if node is not None:
            found.append(TreeRow(place, node, _signature_of(node)))
            size += node.size
    return None if size == 0 else ListNode(size, found)


def _object_node(record: dict[str, Json], schema: FieldSchema | None) -> ObjectNode | None:
    fields: dict[str, TreeNode] = {}
    size = 0
    is_flat = True
    for written, value in record.items():
        key = join_surrogates(written)
        node = tree_of(value, property_of(schema, key))
        if node is not None:
            fields[key] = node
            size += node.size
            is_flat = is_flat and isinstance(node, LeafNode)
    return None if size == 0 else ObjectNode(size, fields, is_flat)


def _leaf_node(leaf: Leaf, schema: FieldSchema | None) -> LeafNode | None:
    key = equality_key(leaf, schema.match if isinstance(schema, LeafSchema) else "text")
    return None if key == "" else LeafNode(key)


def tree_of(value: Json, schema: FieldSchema | None = None) -> TreeNode | None:
    """The tree of a value, None where all of it is empty. A key that the schema lacks is `text`."""
    if isinstance(value, list):
        return _list_node(value, schema)
    if isinstance(value, dict):
        return _object_node(value, schema)
    return _leaf_node(value, schema)
