"""Scores as the plain JSON of the command line and of the differential test."""

from __future__ import annotations

from .counts import LeafCounts, Rates
from .micro import MicroScore
from .per_field import FieldCounts
from .score_files import DocumentScore, FilesScore
from .score_record import ScoredRecord

Figures = dict[str, object]


def count_figures(counts: LeafCounts) -> Figures:
    return {"matched": counts.matched, "predicted": counts.predicted, "gold": counts.gold}


def _rate_figures(rates: Rates) -> Figures:
    return {"precision": rates.precision, "recall": rates.recall, "f1": rates.f1}


def record_figures(score: ScoredRecord) -> Figures:
    return {**count_figures(score.counts), **_rate_figures(score.rates), "matching": score.matching}


def field_figures(fields: FieldCounts) -> Figures:
    return {path: count_figures(counts) for path, counts in fields.items()}


def _document_figures(document: DocumentScore) -> Figures:
    figures: Figures = {"id": document.id, **record_figures(document.score)}
    if document.reward is None:
        return figures
    return {**figures, "format": document.format, "reward": document.reward}


def _micro_figures(micro: MicroScore) -> Figures:
    return {**count_figures(micro.counts), **_rate_figures(micro.rates)}


def files_figures(files: FilesScore) -> Figures:
    """The one JSON object that `hundredfold-score --json` prints."""
    return {
        "documents": [_document_figures(document) for document in files.documents],
        "micro": _micro_figures(files.micro),
        "fields": field_figures(files.fields),
        "unscorable": [
            {"id": left_out.id, "line": left_out.line, "reason": left_out.reason}
            for left_out in files.unscorable
        ],
    }
