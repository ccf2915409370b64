"""The vectors that the workbench and the trainer share, to 1e-9."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from hundredfold_trainer.schema import RecordSchema, read_record_schema
from hundredfold_trainer.scoring import ScoredCompletion, ScoredRecord, score_completion, score_record
from hundredfold_trainer.scoring.figures import record_figures

_vectors_file = Path(__file__).parents[2] / "tests" / "contract" / "score-vectors.json"
_vectors: dict[str, list[dict[str, Any]]] = json.loads(_vectors_file.read_text(encoding="utf-8"))


def _schema_of(vector: dict[str, Any]) -> RecordSchema | None:
    return read_record_schema(vector["schema"]) if "schema" in vector else None


def _expect_figures(figures: dict[str, object], expected: dict[str, Any]) -> None:
    assert {name: figures[name] for name in expected} == pytest.approx(expected, rel=0, abs=1e-9)


@pytest.mark.parametrize("vector", _vectors["records"], ids=lambda vector: vector["name"])
def test_records_score_as_the_shared_vectors_say(vector: dict[str, Any]) -> None:
    score = score_record(
        vector["gold"],
        vector["pred"],
        schema=_schema_of(vector),
        alpha=vector.get("alpha", 0.5),
        requested=vector.get("requested"),
    )
    assert isinstance(score, ScoredRecord)
    _expect_figures(record_figures(score), vector["expect"])


@pytest.mark.parametrize("vector", _vectors["completions"], ids=lambda vector: vector["name"])
def test_completions_score_as_the_shared_vectors_say(vector: dict[str, Any]) -> None:
    score = score_completion(
        vector["completion"],
        vector["gold"],
        think=vector["think"],
        schema=_schema_of(vector),
        alpha=vector.get("alpha", 0.5),
        requested=vector.get("requested"),
    )
    assert isinstance(score, ScoredCompletion)
    figures = {
        **record_figures(score.score),
        "format": score.format,
        "parseable": score.parseable,
        "reward": score.reward,
    }
    _expect_figures(figures, vector["expect"])
