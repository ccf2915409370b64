"""Which row of one list is compared with which row of the other."""

from __future__ import annotations

from typing import NamedTuple

from ..record.utf16 import utf16_key
from .assign_links import best_links, only_best_links
from .count_inner import count_inner
from .leaf_tree import TreeRow, size_of
from .link_rows import RowLink, link_rows
from .row_twins import pair_twins


class RowPair(NamedTuple):
    """A gold row and the predicted row it is compared with."""

    gold: TreeRow
    predicted: TreeRow
    # Leaves that match, ≥ 1: rows that share nothing are no pair.
    matched: int


def _by_signature(rows: list[TreeRow]) -> list[TreeRow]:
    return sorted(rows, key=lambda row: (utf16_key(row.signature), row.place))


def _split_equal(
    gold: list[TreeRow], predicted: list[TreeRow]
) -> tuple[list[RowPair], list[TreeRow], list[TreeRow]]:
    """Pairs the rows that are equal throughout, and what is left of both lists.

    Some best assignment holds such pairs (`pair_twins` says why).
    """
    waiting: dict[str, list[TreeRow]] = {}
    for row in reversed(gold):
        waiting.setdefault(row.signature, []).append(row)
    equal: list[RowPair] = []
    left: list[TreeRow] = []
    for row in predicted:
        alike = waiting.get(row.signature)
        if alike:
            equal.append(RowPair(alike.pop(), row, size_of(row.node)))
        else:
            left.append(row)
    return equal, [row for alike in waiting.values() for row in alike], left


def _pairs_of(links: list[RowLink], gold: list[TreeRow], predicted: list[TreeRow]) -> list[RowPair]:
    return [RowPair(gold[g], predicted[p], matched) for g, p, matched in links]


def _choose_pairs(gold_rows: list[TreeRow], predicted_rows: list[TreeRow]) -> list[RowPair]:
    """The pairs of a best assignment; where several are best, one that follows from the rows alone."""
    equal, gold_left, predicted_left = _split_equal(gold_rows, predicted_rows)
    gold, predicted = _by_signature(gold_left), _by_signature(predicted_left)
    twins, rest = pair_twins(link_rows(gold, predicted, count_inner))
    links = twins + best_links(rest, len(gold), len(predicted))
    return equal + _pairs_of(links, gold, predicted)


# So few pairs of rows that it is quickest to look at all that share something.
_FEW = 4096


def pair_rows(gold: list[TreeRow], predicted: list[TreeRow]) -> list[RowPair]:
    """Rows paired one to one so that the total of matched leaves is the largest possible.

    Which of several best pairings is taken depends on the rows alone, not on their order, so that
    per-field figures do not either.
    """
    if not gold or not predicted:
        return []
    if len(gold) == len(predicted) == 1 and gold[0].signature == predicted[0].signature:
        return [RowPair(gold[0], predicted[0], size_of(gold[0].node))]
    few = len(gold) * len(predicted) <= _FEW
    only = only_best_links(link_rows(gold, predicted, count_inner).links) if few else None
    return _choose_pairs(gold, predicted) if only is None else _pairs_of(only, gold, predicted)
