"""The reward of one rollout."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from ..schema.types import RecordSchema
from .parse_completion import ParsedCompletion, parse_completion
from .per_field import FieldCounts, score_record_by_field
from .prepare_records import Unscorable
from .score_record import DEFAULT_ALPHA, ScoredRecord, score_of_nothing, score_record


@dataclass(frozen=True, slots=True)
class ScoredCompletion:
    score: ScoredRecord
    # r_format.
    format: Literal[0, 1]
    parseable: bool
    # r_format + r_matching, 0–2 (Eq. 6: the sum is not gated).
    reward: float


def score_completion(
    completion: str,
    gold: object,
    *,
    think: bool,
    schema: RecordSchema | None = None,
    alpha: float = DEFAULT_ALPHA,
    requested: Collection[str] | None = None,
) -> ScoredCompletion | Unscorable:
    """The reward of one rollout; `Unscorable` on the same grounds as `score_record`."""
    parsed = parse_completion(completion, think=think)
    record = {} if parsed.record is None else parsed.record
    score = score_record(gold, record, schema=schema, alpha=alpha, requested=requested)
    if isinstance(score, Unscorable):
        return score
    return _rewarded(score, parsed)


def score_completion_by_field(
    completion: str,
    gold: object,
    *,
    think: bool,
    schema: RecordSchema | None = None,
    alpha: float = DEFAULT_ALPHA,
    requested: Collection[str] | None = None,
) -> tuple[ScoredCompletion, FieldCounts] | Unscorable:
    """The same with the counts by leaf path."""
    parsed = parse_completion(completion, think=think)
    record = {} if parsed.record is None else parsed.record
    scored = score_record_by_field(gold, record, schema=schema, alpha=alpha, requested=requested)
    if isinstance(scored, Unscorable):
        return scored
    score, fields = scored
    return _rewarded(score, parsed), fields


def _rewarded(score: ScoredRecord, parsed: ParsedCompletion) -> ScoredCompletion:
    # Unparseable earns nothing, even where gold is empty and silence would be right.
    earned = score_of_nothing(score.counts.gold) if parsed.record is None else score
    return ScoredCompletion(earned, parsed.format, parsed.record is not None, parsed.format + earned.matching)
