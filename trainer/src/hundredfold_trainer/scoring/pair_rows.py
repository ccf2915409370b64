"""Which row of one list is compared with which row of the other."""

from __future__ import annotations

from typing import NamedTuple

from ..record.utf16 import utf16_key
from .assign import assign_most
from .leaf_tree import TreeRow
from .link_rows import CountPair, RowLink, link_rows


class RowPair(NamedTuple):
    """A gold row and the predicted row it is compared with."""

    gold: TreeRow
    predicted: TreeRow
    # Leaves that match, ≥ 1: rows that share nothing are no pair.
    matched: int


def _by_signature(rows: list[TreeRow]) -> list[TreeRow]:
    return sorted(rows, key=lambda row: (utf16_key(row.signature), row.place))


def _split_twins(
    gold: list[TreeRow], predicted: list[TreeRow]
) -> tuple[list[RowPair], list[TreeRow], list[TreeRow]]:
    """Pairs the rows that are equal throughout, and what is left of both lists.

    Some best assignment always holds such a pair: |g|+|p|−2·matched is a distance, and by its triangle
    inequality undoing (g, g′), (p′, g) for (g, p = g), (g′, p′) loses no leaf.
    """
    waiting: dict[str, list[TreeRow]] = {}
    for row in reversed(gold):
        waiting.setdefault(row.signature, []).append(row)
    twins: list[RowPair] = []
    left: list[TreeRow] = []
    for row in predicted:
        alike = waiting.get(row.signature)
        if alike:
            twins.append(RowPair(alike.pop(), row, row.node.size))
        else:
            left.append(row)
    return twins, [row for alike in waiting.values() for row in alike], left


def _connected_groups(links: list[RowLink], gold_count: int, predicted_count: int) -> list[list[RowLink]]:
    """Groups of rows that links hold together; no assignment crosses from one to another."""
    parent = list(range(gold_count + predicted_count))

    def root_of(row: int) -> int:
        while parent[row] != row:
            parent[row] = row = parent[parent[row]]
        return row

    for link in links:
        parent[root_of(link.g)] = root_of(gold_count + link.p)
    groups: dict[int, list[RowLink]] = {}
    for link in links:
        groups.setdefault(root_of(link.g), []).append(link)
    return list(groups.values())


def _assign(links: list[RowLink]) -> list[RowLink]:
    """The links of a best assignment within one group (maximum total `matched`)."""
    gs = sorted({link.g for link in links})
    ps = sorted({link.p for link in links})
    if len(gs) == 1 or len(ps) == 1:
        # The first of the largest.
        return [max(links, key=lambda link: link.matched)]
    row_of = {g: row for row, g in enumerate(gs)}
    column_of = {p: column for column, p in enumerate(ps)}
    weights = [[0] * len(ps) for _ in gs]
    for g, p, matched in links:
        weights[row_of[g]][column_of[p]] = matched
    return [
        RowLink(gs[row], ps[column], weights[row][column])
        for row, column in enumerate(assign_most(weights))
        if column >= 0 and weights[row][column] > 0
    ]


def pair_rows(
    gold_rows: list[TreeRow], predicted_rows: list[TreeRow], count_pair: CountPair
) -> list[RowPair]:
    """Rows paired one to one so that the total of matched leaves is the largest possible.

    Which of several best pairings is taken depends on the rows alone, not on their order, so that
    per-field figures do not either. `count_pair` counts rows that are not flat.
    """
    pairs, gold_left, predicted_left = _split_twins(gold_rows, predicted_rows)
    gold, predicted = _by_signature(gold_left), _by_signature(predicted_left)
    links = link_rows(gold, predicted, count_pair)
    for group in _connected_groups(links, len(gold), len(predicted)):
        for g, p, matched in _assign(group):
            pairs.append(RowPair(gold[g], predicted[p], matched))
    return pairs
