"""Gold and prediction made ready to be compared, or why they cannot be."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from ..record.json_value import MISSING, is_json_object, keys_in_order
from ..record.read_json import MAX_JSON_DEPTH
from ..record.recursion import make_room
from ..schema.fit_record import first_misfit
from ..schema.types import RecordSchema
from .leaf_tree import TreeNode, tree_of


@dataclass(frozen=True, slots=True)
class Unscorable:
    """What leaves the batch: counted and shown, never turned into a 0."""

    # Names places, never values.
    reason: str


@dataclass(frozen=True, slots=True)
class PreparedGold:
    # None where gold has no non-empty leaf (among the requested keys).
    tree: TreeNode | None


@dataclass(frozen=True, slots=True)
class PreparedPrediction:
    # False for JSON that is no object: it predicts nothing and earns nothing.
    is_record: bool
    tree: TreeNode | None


_EXACT_WHOLE = 2**53
_NO_JSON_NUMBER = "holds a number that JSON cannot hold"
_NO_JSON_VALUE = "holds a value that JSON cannot hold"


def _leaf_problem(value: object) -> str | None:
    if value is None or isinstance(value, str | bool):
        return None
    if isinstance(value, int | float):
        try:
            return None if math.isfinite(value) else _NO_JSON_NUMBER
        except OverflowError:
            return _NO_JSON_NUMBER
    return _NO_JSON_VALUE


def _children_of(value: object) -> list[object] | None:
    """None for what is no list and no object with texts for keys."""
    if isinstance(value, list):
        return value
    if isinstance(value, dict) and all(isinstance(key, str) for key in value):
        return [value[key] for key in keys_in_order(list(value))]
    return None


_TEXT = frozenset({str})
_PLAIN_LEAVES = frozenset({str, bool, type(None)})


def _plain_depth(record: object) -> int | None:
    """Levels of nesting; None where there is anything but plain dicts, lists, texts, words and small numbers.

    Nearly every record is so, and told in a fraction of the time that a closer look takes.
    """
    depth = 0
    level = [record]
    while level:
        depth += 1
        inner: list[object] = []
        for container in level:
            if type(container) is dict:
                children: Iterable[object] = container.values()
                if not _TEXT.issuperset(map(type, container)):
                    return None
            elif type(container) is list:
                children = container
            else:
                return None
            for child in children:
                kind = type(child)
                if kind in _PLAIN_LEAVES:
                    continue
                if kind is dict or kind is list:
                    inner.append(child)
                elif not (isinstance(child, int | float) and -_EXACT_WHOLE < child < _EXACT_WHOLE):
                    return None
        level = inner
    return depth


def _json_problem(record: object) -> str | None:
    """Why a value is not JSON that can be walked; None where it is. Makes room for the walks to come."""
    depth = _plain_depth(record)
    if depth is None or depth > MAX_JSON_DEPTH:
        return _look_closely(record)
    make_room(depth)
    return None


def _look_closely(record: object) -> str | None:
    """`_json_problem` of anything at all, the first problem in the order of the record."""
    waiting = [(record, 1)]
    deepest = 1
    while waiting:
        value, depth = waiting.pop()
        children = _children_of(value)
        if children is None:
            if problem := _leaf_problem(value):
                return problem
            continue
        if depth > MAX_JSON_DEPTH:
            return f"is nested deeper than {MAX_JSON_DEPTH} levels"
        deepest = max(deepest, depth)
        # Reversed: the last one is looked at first.
        waiting.extend((child, depth + 1) for child in reversed(children))
    make_room(deepest)
    return None


def prepare_gold(
    gold: object, schema: RecordSchema | None, requested: Collection[str] | None
) -> PreparedGold | Unscorable:
    """Gold ready to be compared, or why it cannot be.

    It is missing, not an object, or at odds with its schema in structure. Leaf types are not looked at,
    and a key that the schema lacks is compared as text. Of `requested` keys alone, where given.
    """
    if gold is MISSING:
        return Unscorable("gold record is missing")
    if not is_json_object(gold):
        return Unscorable("gold record is not an object")
    if problem := _json_problem(gold):
        return Unscorable(f"gold record {problem}")
    misfit = first_misfit(schema, gold) if schema else None
    if misfit is not None:
        return Unscorable(f"gold record is at odds with the schema at {misfit}")
    if requested is None:
        return PreparedGold(tree_of(gold, schema))
    asked = set(requested)
    return PreparedGold(tree_of({key: gold[key] for key in gold if key in asked}, schema))


def prepare_prediction(prediction: object, schema: RecordSchema | None) -> PreparedPrediction | Unscorable:
    """A prediction ready to be compared; what is no JSON at all is a fault of the caller."""
    if prediction is MISSING:
        return Unscorable("prediction is missing")
    if problem := _json_problem(prediction):
        return Unscorable(f"prediction {problem}")
    if is_json_object(prediction):
        return PreparedPrediction(is_record=True, tree=tree_of(prediction, schema))
    return PreparedPrediction(is_record=False, tree=None)
