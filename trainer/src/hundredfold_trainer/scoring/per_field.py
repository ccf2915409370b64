"""Counts by leaf path."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import TypeAlias

from ..record.json_value import keys_in_order
from ..schema.types import RecordSchema
from .counts import LeafCounts
from .leaf_tree import ListNode, ObjectNode, TreeNode
from .pair_rows import pair_rows
from .prepare_records import Unscorable
from .score_record import DEFAULT_ALPHA, ScoredRecord, prepare_comparison, score_of_matches

# Leaf path (`indicators[].result`) → its counts; they add up to the record's.
FieldCounts: TypeAlias = Mapping[str, LeafCounts]

_Emit: TypeAlias = Callable[[str, LeafCounts], None]

_IN_GOLD_ALONE = LeafCounts(0, 0, 1)
_INVENTED = LeafCounts(0, 1, 0)
_WRONG = LeafCounts(0, 1, 1)
_RIGHT = LeafCounts(1, 1, 1)


def _compare_fields(gold: ObjectNode | None, predicted: ObjectNode | None, path: str, emit: _Emit) -> None:
    golds = gold.fields if gold else {}
    predictions = predicted.fields if predicted else {}
    for key in dict.fromkeys([*keys_in_order(list(golds)), *keys_in_order(list(predictions))]):
        _compare(golds.get(key), predictions.get(key), key if path == "" else f"{path}.{key}", emit)


def _compare_rows(gold: ListNode | None, predicted: ListNode | None, path: str, emit: _Emit) -> None:
    golds = gold.rows if gold else []
    predictions = predicted.rows if predicted else []
    pairs = pair_rows(golds, predictions)
    partner_of = {pair.gold.place: pair.predicted.node for pair in pairs}
    taken = {pair.predicted.place for pair in pairs}
    for row in golds:
        _compare(row.node, partner_of.get(row.place), f"{path}[]", emit)
    for row in predictions:
        if row.place not in taken:
            _compare(None, row.node, f"{path}[]", emit)


def _compare(gold: TreeNode | None, predicted: TreeNode | None, path: str, emit: _Emit) -> None:
    if gold is not None and predicted is not None and type(gold) is not type(predicted):
        _compare(gold, None, path, emit)
        _compare(None, predicted, path, emit)
    elif isinstance(gold, ObjectNode) or isinstance(predicted, ObjectNode):
        _compare_fields(
            gold if isinstance(gold, ObjectNode) else None,
            predicted if isinstance(predicted, ObjectNode) else None,
            path,
            emit,
        )
    elif isinstance(gold, ListNode) or isinstance(predicted, ListNode):
        _compare_rows(
            gold if isinstance(gold, ListNode) else None,
            predicted if isinstance(predicted, ListNode) else None,
            path,
            emit,
        )
    elif isinstance(gold, str) and isinstance(predicted, str):
        emit(path, _RIGHT if gold == predicted else _WRONG)
    elif gold is not None or predicted is not None:
        emit(path, _INVENTED if gold is None else _IN_GOLD_ALONE)


def _count_fields(gold: TreeNode | None, predicted: TreeNode | None) -> FieldCounts:
    """The counts of two trees by leaf path."""
    sums: dict[str, LeafCounts] = {}

    def emit(path: str, counts: LeafCounts) -> None:
        known = sums.get(path)
        sums[path] = counts if known is None else known + counts

    _compare(gold, predicted, "", emit)
    return {path: sums[path] for path in keys_in_order(list(sums))}


def score_record_by_field(
    gold: object,
    prediction: object,
    *,
    schema: RecordSchema | None = None,
    alpha: float = DEFAULT_ALPHA,
    requested: Collection[str] | None = None,
) -> tuple[ScoredRecord, FieldCounts] | Unscorable:
    """What `score_record` says, with the counts by leaf path; the rows are paired once for both."""
    comparison = prepare_comparison(gold, prediction, schema, alpha, requested)
    if isinstance(comparison, Unscorable):
        return comparison
    fields = _count_fields(comparison.gold, comparison.predicted)
    matched = sum([counts.matched for counts in fields.values()])
    return score_of_matches(comparison, matched), fields
