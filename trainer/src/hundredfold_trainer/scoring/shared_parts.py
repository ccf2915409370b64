"""What the rows of two lists have in common."""

from __future__ import annotations

from typing import NamedTuple

from .leaf_tree import ListNode, TreeNode, TreeRow


class SharedPart(NamedTuple):
    """Gold rows and predicted rows, by their places: each of the one matches each of the other."""

    golds: list[int]
    predicted: list[int]
    # In so many leaves.
    matched: int


class InnerList(NamedTuple):
    # Place of the row that holds it.
    row: int
    node: ListNode


class InnerLists(NamedTuple):
    """The inner lists that rows of both sides have at one place."""

    golds: list[InnerList]
    predicted: list[InnerList]


class SharedParts(NamedTuple):
    leaves: list[SharedPart]
    lists: list[InnerLists]


class _Place:
    """What the predicted rows have at one place within the row."""

    __slots__ = ("fields", "leaves", "lists")

    def __init__(self) -> None:
        # By equality key.
        self.leaves: dict[str, SharedPart] = {}
        self.fields: dict[str, _Place] = {}
        self.lists: InnerLists | None = None


def _add_predicted(place: _Place, node: TreeNode, row: int) -> None:
    if isinstance(node, str):
        holders = place.leaves.get(node)
        if holders is None:
            place.leaves[node] = SharedPart([], [row], 1)
        else:
            holders.predicted.append(row)
    elif isinstance(node, ListNode):
        if place.lists is None:
            place.lists = InnerLists([], [])
        place.lists.predicted.append(InnerList(row, node))
    else:
        for key, child in node.fields.items():
            inner = place.fields.get(key)
            if inner is None:
                inner = place.fields[key] = _Place()
            _add_predicted(inner, child, row)


def _add_gold(place: _Place, node: TreeNode, row: int) -> None:
    if isinstance(node, str):
        holders = place.leaves.get(node)
        if holders is not None:
            holders.golds.append(row)
    elif isinstance(node, ListNode):
        if place.lists is not None:
            place.lists.golds.append(InnerList(row, node))
    else:
        for key, child in node.fields.items():
            inner = place.fields.get(key)
            if inner is not None:
                _add_gold(inner, child, row)


def _collect(place: _Place, parts: SharedParts) -> None:
    parts.leaves.extend(holders for holders in place.leaves.values() if holders.golds)
    if place.lists is not None and place.lists.golds:
        parts.lists.append(place.lists)
    for inner in place.fields.values():
        _collect(inner, parts)


def shared_parts(gold: list[TreeRow], predicted: list[TreeRow]) -> SharedParts:
    """What gold rows and predicted rows have in common.

    Each leaf outside inner lists with the rows that hold it, and the inner lists that stand at the same
    place. Rows that share nothing never meet.
    """
    root = _Place()
    for p, row in enumerate(predicted):
        _add_predicted(root, row.node, p)
    for g, row in enumerate(gold):
        _add_gold(root, row.node, g)
    parts = SharedParts([], [])
    _collect(root, parts)
    return parts
