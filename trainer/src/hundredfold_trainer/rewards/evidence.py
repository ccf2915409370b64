"""Reward for boxes (GEMeX-ThinkVG, arXiv 2506.17939): where a right value stands on the page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..recipe import Recipe
from ..record.json_value import Json
from ..record.pointer import Segments, format_pointer
from ..run_folder.dataset import Box
from ..schema import FieldSchema, LeafSchema, RecordSchema
from ..schema.types import property_of, rows_of
from ..scoring import LeafCounts, equality_key, parse_completion
from ..scoring.leaf_tree import ListNode, tree_of
from ..scoring.pair_rows import pair_rows
from .rollout import Rollout

_NUMBER = r"\s*([01](?:\.\d+)?)\s*"
_line = re.compile(rf"^\s*(/\S*) @ (\d+) \[{_NUMBER},{_NUMBER},{_NUMBER},{_NUMBER}\]\s*$", re.MULTILINE)


def boxes_in_thought(completion: str) -> dict[str, Box]:
    """JSON Pointer → box, from the lines that the prompt asks for; of one pointer the last counts."""
    start, end = completion.find("<think>"), completion.find("</think>")
    thought = completion[start + len("<think>") : end] if 0 <= start < end else ""
    return {
        found[1]: Box(int(found[2]), *map(float, found.groups()[2:])) for found in _line.finditer(thought)
    }


def _area(box: Box) -> float:
    return max(0.0, box.x1 - box.x0) * max(0.0, box.y1 - box.y0)


def iou(first: Box, second: Box) -> float:
    """Intersection over union; 0 on different pages or of boxes without an area."""
    if first.page != second.page:
        return 0.0
    shared = _area(
        Box(first.page, max(first.x0, second.x0), max(first.y0, second.y0),
            min(first.x1, second.x1), min(first.y1, second.y1))
    )  # fmt: skip
    union = _area(first) + _area(second) - shared
    return shared / union if union > 0 else 0.0


def _right_leaves(
    gold: Json, predicted: Json, schema: FieldSchema | None, at: Segments, there: Segments
) -> Iterator[tuple[str, str]]:
    """Pointers of leaves that match, in gold and in the prediction; rows paired as the scorer pairs them."""
    if isinstance(gold, dict) and isinstance(predicted, dict):
        for key in gold.keys() & predicted.keys():
            inner = property_of(schema, key)
            yield from _right_leaves(gold[key], predicted[key], inner, (*at, key), (*there, key))
    elif isinstance(gold, list) and isinstance(predicted, list):
        trees = tree_of(gold, schema), tree_of(predicted, schema)
        if isinstance(trees[0], ListNode) and isinstance(trees[1], ListNode):
            for pair in pair_rows(trees[0].rows, trees[1].rows):
                mine, theirs = pair.gold.place, pair.predicted.place
                yield from _right_leaves(
                    gold[mine], predicted[theirs], rows_of(schema), (*at, mine), (*there, theirs)
                )
    elif not isinstance(gold, (dict, list)) and not isinstance(predicted, (dict, list)):
        match = schema.match if isinstance(schema, LeafSchema) else "text"
        key = equality_key(gold, match)
        if key and key == equality_key(predicted, match):
            yield format_pointer(at), format_pointer(there)


def evidence_share(rollout: Rollout, schema: RecordSchema) -> float:
    """Mean IoU over the asked gold leaves with known boxes, 0 for those whose value is wrong; 0–1."""
    document, requested = rollout.query.document, rollout.query.requested
    asked = {
        pointer: boxes
        for pointer, boxes in document.evidence.items()
        if boxes
        and (requested is None or pointer.split("/")[1].replace("~1", "/").replace("~0", "~") in requested)
    }
    record = parse_completion(rollout.completion, think=True).record
    if not asked or record is None or not isinstance(document.gold, dict):
        return 0.0
    said = boxes_in_thought(rollout.completion)
    total = sum(
        max((iou(said[there], box) for box in asked[mine]), default=0.0)
        for mine, there in _right_leaves(document.gold, record, schema, (), ())
        if mine in asked and there in said
    )
    return total / len(asked)


def worth_of_boxes(share: float, counts: LeafCounts, recipe: Recipe) -> float:
    """What boxes add to the reward: at most half of what one more right value adds, or one wrong value less.

    So values are never traded for boxes; these decide among rollouts whose values are equally good, which is
    where the group's advantage looks for a difference.
    """
    if share == 0 or recipe.evidence_weight == 0 or counts.gold == 0 or counts.predicted == 0:
        return 0.0
    one_more = (1 - recipe.alpha) / counts.gold
    one_less = recipe.alpha * counts.matched / (counts.predicted * (counts.predicted + 1))
    steps = [step for step in (one_more, one_less) if step > 0]
    return share * recipe.evidence_weight * min(steps, default=0.0) / 2
