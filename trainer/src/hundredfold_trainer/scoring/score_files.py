"""Scores two sources of JSON lines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..record.json_value import JsonObject
from .prepare_records import Unscorable
from .read_lines import LeaveOut, LeftOut, LineSource, RawLine, read_line, usable_lines
from .score_line import DocumentScore, ScoreFilesOptions, prediction_problem, score_line
from .tally import Tally


@dataclass(frozen=True, slots=True)
class ScoreSink:
    """Takes what comes out, line by line."""

    document: Callable[[DocumentScore], None]
    left_out: LeaveOut


class ChangedWhileReadError(Exception):
    """A file that is written to while it is scored has no score."""


def _prediction_of(identifier: str, predictions: LineSource, options: ScoreFilesOptions) -> JsonObject | None:
    """The usable prediction for an id, read again from where the index says it stands."""
    place = predictions.index.find(identifier)
    if place is None:
        return None
    read = read_line(RawLine(place, predictions.read(place)))
    if isinstance(read, str) or read.id != identifier:
        raise ChangedWhileReadError(f"line {place.line} of the predictions changed while they were read")
    return read.content if prediction_problem(read.content, options) is None else None


def _already_told(_: LeftOut) -> None:
    """The second walk leaves out what the first one left out."""


def score_files(
    gold: LineSource, predictions: LineSource, sink: ScoreSink, options: ScoreFilesOptions, tally: Tally
) -> None:
    """Scores two sources of JSON lines (`docs/scoring.md`, "The command") into a tally and a sink.

    Of any size and in any order: three walks, nothing kept but what the indices and the tally keep.
    Documents come in the order of GOLD; a gold id without a usable prediction is scored against `{}`;
    whatever is left out comes with its reason, lines of GOLD first, then lines of PRED, then gold that has no
    score. Raises `ChangedWhileReadError` where a source gives other lines the second time.
    """
    for _ in usable_lines(gold, "gold", sink.left_out):
        pass
    for line in usable_lines(predictions, "prediction", sink.left_out):
        is_known = gold.index.find(line.id) is not None
        reason = prediction_problem(line.content, options) if is_known else "prediction without gold"
        if reason is not None:
            sink.left_out(LeftOut(line.id, line.place.line, reason))
    for line in usable_lines(gold, "gold", _already_told):
        result = score_line(line.id, line.content, _prediction_of(line.id, predictions, options), options)
        if isinstance(result, Unscorable):
            sink.left_out(LeftOut(line.id, line.place.line, result.reason))
            continue
        document, fields = result
        tally.add(line.id, document.score.counts, fields)
        sink.document(document)
