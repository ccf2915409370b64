"""A record as the scorer sees it."""

from __future__ import annotations

from typing import TypeAlias

from ..record.json_value import Json
from ..record.utf16 import join_surrogates, sort_utf16
from ..record.write_json import json_string
from ..schema.types import FieldSchema, LeafSchema, property_of, rows_of
from .equal_leaves import equality_key


class ObjectNode:
    __slots__ = ("fields", "size")

    def __init__(self, size: int, fields: dict[str, TreeNode]) -> None:
        # Leaves below.
        self.size = size
        self.fields = fields


class TreeRow:
    __slots__ = ("_signature", "node", "place")

    def __init__(self, place: int, node: TreeNode) -> None:
        # Its place in the list as written, empty rows counted.
        self.place = place
        self.node = node
        self._signature: str | None = None

    @property
    def signature(self) -> str:
        """That of its node, made when it is first asked for: most rows are paired without."""
        if self._signature is None:
            self._signature = signature_of(self.node)
        return self._signature


class ListNode:
    __slots__ = ("rows", "size")

    def __init__(self, size: int, rows: list[TreeRow]) -> None:
        self.size = size
        self.rows = rows


# A leaf is the text that decides whether it equals another; empty ones are no nodes.
TreeNode: TypeAlias = str | ObjectNode | ListNode


def size_of(node: TreeNode) -> int:
    """Leaves of the node."""
    return 1 if isinstance(node, str) else node.size


def signature_of(node: TreeNode) -> str:
    """Equal for two nodes exactly when all their leaves match, order of rows aside."""
    if isinstance(node, str):
        return json_string(node)
    if isinstance(node, ListNode):
        return f"[{','.join(sort_utf16(row.signature for row in node.rows))}]"
    parts = [f"{json_string(key)}:{signature_of(child)}" for key, child in node.fields.items()]
    return f"{{{','.join(sort_utf16(parts))}}}"


def _list_node(rows: list[Json], schema: FieldSchema | None) -> ListNode | None:
    found: list[TreeRow] = []
    size = 0
    row_schema = rows_of(schema)
    for place, value in enumerate(rows):
        node = tree_of(value, row_schema)
        if node is not None:
            found.append(TreeRow(place, node))
            size += size_of(node)
    return None if size == 0 else ListNode(size, found)


def _object_node(record: dict[str, Json], schema: FieldSchema | None) -> ObjectNode | None:
    fields: dict[str, TreeNode] = {}
    size = 0
    for written, value in record.items():
        key = written if written.isascii() else join_surrogates(written)
        node = tree_of(value, property_of(schema, key) if schema else None)
        if node is not None:
            fields[key] = node
            size += size_of(node)
    return None if size == 0 else ObjectNode(size, fields)


def tree_of(value: Json, schema: FieldSchema | None = None) -> TreeNode | None:
    """The tree of a value, None where all of it is empty. A key that the schema lacks is `text`."""
    if isinstance(value, dict):
        return _object_node(value, schema)
    if isinstance(value, list):
        return _list_node(value, schema)
    return equality_key(value, schema.match if isinstance(schema, LeafSchema) else "text") or None
