"""The score of one line of gold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ..record.json_value import MISSING, JsonObject
from ..schema.types import RecordSchema
from .per_field import FieldCounts, score_record_by_field
from .prepare_records import Unscorable
from .score_completion import score_completion_by_field
from .score_record import DEFAULT_ALPHA, ScoredRecord


@dataclass(frozen=True, slots=True)
class ScoreFilesOptions:
    schema: RecordSchema | None = None
    # Weight of precision, 0–1.
    alpha: float = DEFAULT_ALPHA
    # PRED holds `completion` texts instead of records.
    completions: bool = False
    # Whether thinking was asked for (completions only).
    think: bool = True


@dataclass(frozen=True, slots=True)
class DocumentScore:
    id: str
    score: ScoredRecord
    # With completions only.
    format: Literal[0, 1] | None = None
    reward: float | None = None


def prediction_problem(content: JsonObject, options: ScoreFilesOptions) -> str | None:
    """Why a prediction line cannot be used; None where it can."""
    if not options.completions:
        return None if "record" in content else 'prediction line has no "record"'
    if isinstance(content.get("completion"), str):
        return None
    return 'prediction line has no "completion" text'


def _requested_of(content: JsonObject) -> list[str] | Unscorable | None:
    """The keys that were asked for; None for all."""
    requested = content.get("requested")
    if requested is None:
        return None
    keys = [key for key in requested if isinstance(key, str)] if isinstance(requested, list) else []
    if not isinstance(requested, list) or len(keys) < len(requested):
        return Unscorable('gold line has a "requested" that is not a list of keys')
    return keys


def score_line(
    identifier: str, gold: JsonObject, prediction: JsonObject | None, options: ScoreFilesOptions
) -> tuple[DocumentScore, FieldCounts] | Unscorable:
    """The score of one line of gold; without a prediction it is scored against `{}`."""
    requested = _requested_of(gold)
    if isinstance(requested, Unscorable):
        return requested
    gold_record = gold.get("record", MISSING)
    content = prediction or {}
    completion = content.get("completion") if options.completions else None
    if isinstance(completion, str):
        rewarded = score_completion_by_field(
            completion,
            gold_record,
            think=options.think,
            schema=options.schema,
            alpha=options.alpha,
            requested=requested,
        )
        if isinstance(rewarded, Unscorable):
            return rewarded
        reward, fields = rewarded
        return DocumentScore(identifier, reward.score, reward.format, reward.reward), fields
    scored = score_record_by_field(
        gold_record,
        content.get("record", {}),
        schema=options.schema,
        alpha=options.alpha,
        requested=requested,
    )
    if isinstance(scored, Unscorable):
        return scored
    score, fields = scored
    if not options.completions:
        return DocumentScore(identifier, score), fields
    # Without a completion the record is compared all the same, and it has no format.
    return DocumentScore(identifier, score, 0, score.matching), fields
