"""Scores as the plain JSON of the command line and of the differential test."""

from __future__ import annotations

from ..record.json_value import keys_in_order
from .bootstrap import DifferenceInterval, Interval, difference_of, interval_of
from .counts import LeafCounts, Rates, rates_of
from .per_field import FieldCounts
from .read_lines import LeftOut
from .score_line import DocumentScore
from .score_record import ScoredRecord
from .tally import Tally

Figures = dict[str, object]


def count_figures(counts: LeafCounts) -> Figures:
    return {"matched": counts.matched, "predicted": counts.predicted, "gold": counts.gold}


def _rate_figures(rates: Rates) -> Figures:
    return {"precision": rates.precision, "recall": rates.recall, "f1": rates.f1}


def record_figures(score: ScoredRecord) -> Figures:
    return {**count_figures(score.counts), **_rate_figures(score.rates), "matching": score.matching}


def field_figures(fields: FieldCounts) -> Figures:
    return {path: count_figures(counts) for path, counts in fields.items()}


def document_figures(document: DocumentScore) -> Figures:
    figures: Figures = {"id": document.id, **record_figures(document.score)}
    if document.reward is None:
        return figures
    return {**figures, "format": document.format, "reward": document.reward}


def left_out_figures(left_out: LeftOut) -> Figures:
    return {"id": left_out.id, "line": left_out.line, "reason": left_out.reason}


def _interval_figures(interval: Interval) -> Figures:
    return {"low": interval.low, "high": interval.high}


def _micro_figures(tally: Tally) -> Figures:
    """No rates where there is no document."""
    counts = count_figures(tally.all.total)
    if tally.documents == 0:
        return {**counts, "precision": None, "recall": None, "f1": None}
    return {**counts, **_rate_figures(rates_of(tally.all.total))}


def tally_figures(tally: Tally) -> dict[str, Figures]:
    """What `hundredfold-score --json` says beside the documents, figures unrounded."""
    paths = keys_in_order(tally.paths())
    return {
        "micro": _micro_figures(tally),
        "fields": {path: count_figures(tally.of(path).total) for path in paths},
        "intervals": {
            "resamples": tally.resamples,
            "seed": tally.seed,
            "micro": _interval_figures(interval_of(tally.all)) if tally.documents else None,
            "fields": {path: _interval_figures(interval_of(tally.of(path))) for path in paths},
        },
    }


def _difference_figures(found: DifferenceInterval) -> Figures:
    return {
        "difference": found.difference,
        **_interval_figures(found.interval),
        "isDifference": found.is_difference,
    }


def paths_of_both(before: Tally, after: Tally) -> list[str]:
    return keys_in_order(list(dict.fromkeys([*before.paths(), *after.paths()])))


def difference_figures(before: Tally, after: Tally) -> Figures:
    """F1 of the second set of predictions minus F1 of the first, over the same documents."""
    micro = _difference_figures(difference_of(before.all, after.all)) if before.documents else None
    fields = {
        path: _difference_figures(difference_of(before.of(path), after.of(path)))
        for path in paths_of_both(before, after)
    }
    return {"micro": micro, "fields": fields}
