"""The score of one record."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final, NamedTuple

from ..schema.types import RecordSchema
from .count_matches import count_matches
from .counts import LeafCounts, Rates, matching_of, rates_of
from .leaf_tree import TreeNode, size_of
from .prepare_records import Unscorable, prepare_gold, prepare_prediction

DEFAULT_ALPHA: Final = 0.5


@dataclass(frozen=True, slots=True)
class ScoredRecord:
    counts: LeafCounts
    rates: Rates
    # r_matching = α·P + (1−α)·R, 0–1.
    matching: float


def score_of_nothing(gold: int) -> ScoredRecord:
    """The score of what could not be read as a record: it predicts nothing, and nothing is earned."""
    return ScoredRecord(LeafCounts(0, 0, gold), Rates(0.0, 0.0, 0.0), 0.0)


class Comparison(NamedTuple):
    """Both sides ready to be compared."""

    alpha: float
    gold: TreeNode | None
    predicted: TreeNode | None
    # False for a prediction that is JSON and no object.
    is_record: bool


def prepare_comparison(
    gold: object,
    prediction: object,
    schema: RecordSchema | None,
    alpha: float,
    requested: Collection[str] | None,
) -> Comparison | Unscorable:
    if not 0 <= alpha <= 1:
        return Unscorable("alpha is not between 0 and 1")
    prepared_gold = prepare_gold(gold, schema, requested)
    if isinstance(prepared_gold, Unscorable):
        return prepared_gold
    prepared = prepare_prediction(prediction, schema)
    if isinstance(prepared, Unscorable):
        return prepared
    return Comparison(alpha, prepared_gold.tree, prepared.tree, prepared.is_record)


def score_of_matches(comparison: Comparison, matched: int) -> ScoredRecord:
    """The score of a comparison with so many matched leaves."""
    alpha, gold, predicted, is_record = comparison
    gold_size = size_of(gold) if gold else 0
    if not is_record:
        return score_of_nothing(gold_size)
    counts = LeafCounts(matched, size_of(predicted) if predicted else 0, gold_size)
    rates = rates_of(counts)
    return ScoredRecord(counts, rates, matching_of(rates, alpha))


def score_record(
    gold: object,
    prediction: object,
    *,
    schema: RecordSchema | None = None,
    alpha: float = DEFAULT_ALPHA,
    requested: Collection[str] | None = None,
) -> ScoredRecord | Unscorable:
    """Compares a predicted record with gold (arXiv 2506.13363 §3.3, Eq. 5; `docs/scoring.md`).

    Never answers 0 for what it could not compute: gold that is missing (`MISSING`), no object or at odds
    with the schema's structure comes back as `Unscorable`, and so does a prediction that is no JSON at all
    or an `alpha` outside 0–1. `schema` sets the equality rule of each leaf; `requested` are the top-level
    keys that were asked for (key sampling, §3.4), all where None.
    """
    comparison = prepare_comparison(gold, prediction, schema, alpha, requested)
    if isinstance(comparison, Unscorable):
        return comparison
    return score_of_matches(comparison, count_matches(comparison.gold, comparison.predicted))
