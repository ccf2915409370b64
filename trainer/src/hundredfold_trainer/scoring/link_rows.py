"""Which rows of two lists share a leaf."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from .leaf_tree import LeafNode, ObjectNode, TreeNode, TreeRow


class RowLink(NamedTuple):
    """Two rows, by their places in the two lists, that share at least one leaf."""

    g: int
    p: int
    matched: int


CountPair: TypeAlias = Callable[[TreeNode, TreeNode], int]
_LeafIndex: TypeAlias = dict[tuple[str, str], list[int]]


def _is_flat(node: TreeNode) -> bool:
    return isinstance(node, ObjectNode) and node.is_flat


def _leaves_of(node: TreeNode) -> list[tuple[str, str]]:
    if not isinstance(node, ObjectNode):
        return []
    return [(field, leaf.key) for field, leaf in node.fields.items() if isinstance(leaf, LeafNode)]


def _leaf_index(rows: list[TreeRow]) -> _LeafIndex:
    """Every leaf of the flat rows → the rows that hold it, so that only rows that share are met."""
    index: _LeafIndex = {}
    for p, row in enumerate(rows):
        if _is_flat(row.node):
            for leaf in _leaves_of(row.node):
                index.setdefault(leaf, []).append(p)
    return index


def link_rows(gold: list[TreeRow], predicted: list[TreeRow], count_pair: CountPair) -> list[RowLink]:
    """All pairs of rows with something in common.

    Flat rows (objects of leaves) are counted through an index of their leaves; other rows one pair at a
    time.
    """
    index = _leaf_index(predicted)
    nested = [p for p, row in enumerate(predicted) if not _is_flat(row.node)]
    every = range(len(predicted))
    links: list[RowLink] = []
    for g, row in enumerate(gold):
        matched: dict[int, int] = {}
        is_flat = _is_flat(row.node)
        if is_flat:
            for leaf in _leaves_of(row.node):
                for p in index.get(leaf, ()):
                    matched[p] = matched.get(p, 0) + 1
        for p in nested if is_flat else every:
            count = count_pair(row.node, predicted[p].node)
            if count > 0:
                matched[p] = count
        links.extend(RowLink(g, p, matched[p]) for p in sorted(matched))
    return links
