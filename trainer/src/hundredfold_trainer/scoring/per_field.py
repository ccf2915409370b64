"""Counts by leaf path."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import TypeAlias

from ..record.json_value import keys_in_order
from ..schema.types import RecordSchema
from .counts import NO_LEAVES, LeafCounts
from .leaf_tree import ListNode, ObjectNode, TreeNode
from .pair_rows import pair_rows
from .prepare_records import Unscorable, prepare_gold, prepare_prediction

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


def _in_order(sums: dict[str, LeafCounts]) -> dict[str, LeafCounts]:
    return {path: sums[path] for path in keys_in_order(list(sums))}


def field_counts(
    gold: object,
    prediction: object,
    *,
    schema: RecordSchema | None = None,
    requested: Collection[str] | None = None,
) -> FieldCounts | Unscorable:
    """The counts of one document by leaf path."""
    prepared_gold = prepare_gold(gold, schema, requested)
    if isinstance(prepared_gold, Unscorable):
        return prepared_gold
    prepared = prepare_prediction(prediction, schema)
    if isinstance(prepared, Unscorable):
        return prepared
    sums: dict[str, LeafCounts] = {}

    def emit(path: str, counts: LeafCounts) -> None:
        sums[path] = sums.get(path, NO_LEAVES) + counts

    _compare(prepared_gold.tree, prepared.tree, "", emit)
    return _in_order(sums)


def add_field_counts(documents: Iterable[FieldCounts]) -> FieldCounts:
    """Several documents' counts added up by leaf path."""
    sums: dict[str, LeafCounts] = {}
    for fields in documents:
        for path, counts in fields.items():
            sums[path] = sums.get(path, NO_LEAVES) + counts
    return _in_order(sums)
