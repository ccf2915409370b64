"""Scores a rollout: the scorer's reward, with the options of the recipe on top."""

from __future__ import annotations

from collections.abc import Mapping

from ..recipe import Recipe
from ..schema import RecordSchema
from ..scoring import Unscorable, score_completion_by_field
from .evidence import evidence_share, worth_of_boxes
from .rollout import Rollout
from .weighted_matching import weighted_matching


def score_rollout(
    rollout: Rollout, schema: RecordSchema, recipe: Recipe, field_weights: Mapping[str, float] | None
) -> None:
    """Fills in what the rollout earned.

    Without options that is `score_completion`'s reward, r_format + r_matching. An exception never becomes a
    reward: what cannot be scored says why and has none.
    """
    query = rollout.query
    try:
        scored = score_completion_by_field(
            rollout.completion,
            query.document.gold,
            think=recipe.think,
            schema=schema,
            alpha=recipe.alpha,
            requested=query.requested,
        )
        if isinstance(scored, Unscorable):
            rollout.unscorable = scored.reason
            return
        completion, fields = scored
        score = completion.score
        rollout.format = float(completion.format)
        rollout.precision, rollout.recall = score.rates.precision, score.rates.recall
        rollout.fields = fields
        rollout.matching = (
            score.matching
            if field_weights is None or not completion.parseable
            else weighted_matching(fields, field_weights, recipe.alpha)
        )
        if recipe.evidence_weight > 0:
            rollout.evidence = evidence_share(rollout, schema)
        boxes = worth_of_boxes(rollout.evidence, score.counts, recipe)
        rollout.reward = rollout.format + rollout.matching + boxes
    except Exception as error:  # noqa: BLE001 (a fault of the scorer must never become a training signal)
        rollout.reward = None
        rollout.unscorable = f"the scorer failed: {type(error).__name__}"
