"""The bootstrap by document id, on the vectors that the workbench and the trainer share, to 1e-12."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from hundredfold_trainer.scoring.bootstrap import difference_of, interval_of
from hundredfold_trainer.scoring.counts import LeafCounts
from hundredfold_trainer.scoring.document_weights import document_weights
from hundredfold_trainer.scoring.tally import Tally

_vectors_file = Path(__file__).parents[2] / "tests" / "contract" / "bootstrap-vectors.json"
_vectors: dict[str, list[dict[str, Any]]] = json.loads(_vectors_file.read_text(encoding="utf-8"))


def _tally_of(documents: list[dict[str, Any]], vector: dict[str, Any]) -> Tally:
    tally = Tally(seed=vector["seed"], resamples=vector["resamples"])
    for document in documents:
        counts = LeafCounts(document["matched"], document["predicted"], document["gold"])
        tally.add(document["id"], counts, {"path": counts})
    return tally


def _nearly(figures: dict[str, object]) -> object:
    return pytest.approx(figures, rel=0, abs=1e-12)


@pytest.mark.parametrize("vector", _vectors["weights"], ids=lambda vector: ascii(vector["id"][:9]))
def test_a_document_weighs_what_its_id_says(vector: dict[str, Any]) -> None:
    weights = document_weights(vector["seed"], vector["id"], len(vector["weights"]))
    assert "".join(map(str, weights)) == vector["weights"]


@pytest.mark.parametrize("vector", _vectors["intervals"], ids=lambda vector: vector["name"])
def test_intervals_are_those_of_the_shared_vectors(vector: dict[str, Any]) -> None:
    tally = _tally_of(vector["documents"], vector)
    for counts in (tally.all, tally.of("path")):
        interval = interval_of(counts)
        assert {"low": interval.low, "high": interval.high} == _nearly(vector["expect"])


@pytest.mark.parametrize("vector", _vectors["differences"], ids=lambda vector: vector["name"])
def test_differences_are_those_of_the_shared_vectors(vector: dict[str, Any]) -> None:
    before, after = _tally_of(vector["before"], vector), _tally_of(vector["after"], vector)
    found = difference_of(before.all, after.all)
    figures = {
        "difference": found.difference,
        "low": found.interval.low,
        "high": found.interval.high,
        "isDifference": found.is_difference,
    }
    assert figures == _nearly(vector["expect"])


def test_a_sum_that_might_not_fit_is_an_error_and_no_figure() -> None:
    tally = Tally()
    tally.add("a", LeafCounts(0, 2**61, 0))
    with pytest.raises(OverflowError):
        tally.add("b", LeafCounts(0, 2**61, 2**61))
