"""Scores two files of JSON lines."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from ..record.json_value import MISSING, Json, JsonObject
from ..schema.types import RecordSchema
from .micro import MicroScore, micro_score
from .parse_completion import parse_completion
from .per_field import FieldCounts, add_field_counts, field_counts
from .prepare_records import Unscorable
from .read_lines import FileLine, LeftOut, read_lines
from .score_completion import score_completion
from .score_record import DEFAULT_ALPHA, ScoredRecord, score_record


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


@dataclass(frozen=True, slots=True)
class FilesScore:
    """What `hundredfold-score` prints, figures unrounded."""

    documents: list[DocumentScore]
    micro: MicroScore
    fields: FieldCounts
    unscorable: list[LeftOut]


_DocumentResult = tuple[DocumentScore, FieldCounts]


def _requested_of(content: JsonObject) -> list[str] | Unscorable | None:
    """The keys that were asked for; None for all."""
    requested = content.get("requested")
    if requested is None:
        return None
    keys = [key for key in requested if isinstance(key, str)] if isinstance(requested, list) else []
    if not isinstance(requested, list) or len(keys) < len(requested):
        return Unscorable('gold line has a "requested" that is not a list of keys')
    return keys


def _score_completion_line(
    gold: object, completion: str, requested: Collection[str] | None, options: ScoreFilesOptions
) -> tuple[ScoredRecord, Literal[0, 1], float] | Unscorable:
    rewarded = score_completion(
        completion,
        gold,
        think=options.think,
        schema=options.schema,
        alpha=options.alpha,
        requested=requested,
    )
    if isinstance(rewarded, Unscorable):
        return rewarded
    return rewarded.score, rewarded.format, rewarded.reward


def _score_record_line(
    gold: object, record: Json, requested: Collection[str] | None, options: ScoreFilesOptions
) -> tuple[ScoredRecord, Literal[0, 1], float] | Unscorable:
    score = score_record(gold, record, schema=options.schema, alpha=options.alpha, requested=requested)
    # Without a completion the record is compared all the same, and it has no format.
    return score if isinstance(score, Unscorable) else (score, 0, score.matching)


def _score_document(
    line: FileLine, prediction: FileLine | None, options: ScoreFilesOptions
) -> _DocumentResult | Unscorable:
    requested = _requested_of(line.content)
    if isinstance(requested, Unscorable):
        return requested
    gold = line.content.get("record", MISSING)
    content = prediction.content if prediction else {}
    completion = content.get("completion") if options.completions else None
    record = content.get("record", {})
    if isinstance(completion, str):
        parsed = parse_completion(completion, think=options.think).record
        record = {} if parsed is None else parsed
        result = _score_completion_line(gold, completion, requested, options)
    else:
        result = _score_record_line(gold, record, requested, options)
    if isinstance(result, Unscorable):
        return result
    fields = field_counts(gold, record, schema=options.schema, requested=requested)
    if isinstance(fields, Unscorable):
        return fields
    score, r_format, reward = result
    if not options.completions:
        return DocumentScore(line.id, score), fields
    return DocumentScore(line.id, score, r_format, reward), fields


def _why_unusable(found: FileLine, gold: Mapping[str, FileLine], options: ScoreFilesOptions) -> str | None:
    if found.id not in gold:
        return "prediction without gold"
    if not options.completions:
        return None if "record" in found.content else 'prediction line has no "record"'
    if isinstance(found.content.get("completion"), str):
        return None
    return 'prediction line has no "completion" text'


def score_files(
    gold: Iterable[str], predictions: Iterable[str], options: ScoreFilesOptions | None = None
) -> FilesScore:
    """Scores two files of JSON lines (`docs/scoring.md`, "The command").

    Documents stand in the order of GOLD; a gold id without a usable prediction is scored against `{}`;
    whatever was left out is in `unscorable` with its reason.
    """
    options = options or ScoreFilesOptions()
    unscorable: list[LeftOut] = []
    gold_lines = read_lines(gold, "gold", unscorable)
    prediction_lines = read_lines(predictions, "prediction", unscorable)
    for found in list(prediction_lines.values()):
        reason = _why_unusable(found, gold_lines, options)
        if reason is not None:
            unscorable.append(LeftOut(found.id, found.line, reason))
            del prediction_lines[found.id]
    results: list[_DocumentResult] = []
    for line in gold_lines.values():
        result = _score_document(line, prediction_lines.get(line.id), options)
        if isinstance(result, Unscorable):
            unscorable.append(LeftOut(line.id, line.line, result.reason))
        else:
            results.append(result)
    return FilesScore(
        documents=[document for document, _ in results],
        micro=micro_score(document.score.counts for document, _ in results),
        fields=add_field_counts(fields for _, fields in results),
        unscorable=unscorable,
    )
