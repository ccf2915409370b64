"""Which rows of two lists share a leaf."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from .leaf_tree import TreeRow
from .shared_parts import InnerList, InnerLists, SharedPart, shared_parts


class RowLink(NamedTuple):
    """Two rows, by their places in the two lists, that share at least one leaf."""

    g: int
    p: int
    matched: int


# Matched leaves of all pairs of inner lists that share any.
CountInner: TypeAlias = Callable[[InnerLists], list[SharedPart]]


class LinkedRows(NamedTuple):
    # All pairs of rows with something in common, by gold row, then by predicted row.
    links: list[RowLink]
    # The leaves outside inner lists behind them.
    leaves: list[SharedPart]
    # Leaves of each row in those of its inner lists that share a leaf with another.
    gold_inner: list[int]
    predicted_inner: list[int]


def _add_sizes(sizes: list[int], lists: list[InnerList], sharing: set[int]) -> None:
    for row, node in lists:
        if row in sharing:
            sizes[row] += node.size


def _links_of(parts: list[SharedPart], gold_count: int) -> list[RowLink]:
    parts_of: list[list[SharedPart]] = [[] for _ in range(gold_count)]
    for part in parts:
        for g in part.golds:
            parts_of[g].append(part)
    links: list[RowLink] = []
    for g, of_row in enumerate(parts_of):
        counts: dict[int, int] = {}
        for _, predicted, matched in of_row:
            if counts:
                for p in predicted:
                    counts[p] = counts.get(p, 0) + matched
            else:
                counts = dict.fromkeys(predicted, matched)
        links.extend([RowLink(g, p, counts[p]) for p in sorted(counts)])
    return links


def link_rows(gold: list[TreeRow], predicted: list[TreeRow], count_inner: CountInner) -> LinkedRows:
    """Which rows share how much, at a cost that grows with what they share, not with the number of pairs."""
    leaves, lists = shared_parts(gold, predicted)
    parts = leaves.copy()
    gold_inner, predicted_inner = [0] * len(gold), [0] * len(predicted)
    for inner in lists:
        counted = count_inner(inner)
        parts += counted
        _add_sizes(gold_inner, inner.golds, {g for part in counted for g in part.golds})
        _add_sizes(predicted_inner, inner.predicted, {p for part in counted for p in part.predicted})
    return LinkedRows(_links_of(parts, len(gold)), leaves, gold_inner, predicted_inner)
