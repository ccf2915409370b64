"""What the rows of the table differ in, and how they are trained and scored."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

from hundredfold_trainer.schema import read_record_schema
from hundredfold_trainer.scoring import Tally, Unscorable, score_completion


class Arm(NamedTuple):
    keys: str
    think: bool

    @property
    def name(self) -> str:
        return f"keys-{self.keys}-think-{'on' if self.think else 'off'}"


class Plan(NamedTuple):
    schema: dict[str, Any]
    lines: list[dict[str, Any]]
    hidden: int
    layers: int
    batch: int
    pretrain: dict[str, Any]
    arm: dict[str, Any]

    def recipe_of(self, arm: Arm) -> dict[str, Any]:
        return {**self.arm, "keys": arm.keys, "think": arm.think}


# A page keeps 1,000 × 700 pixels: 16 × 16 pixels a token, about 2,700 tokens.
_COMMON: dict[str, Any] = {
    "engine": "trl", "preset": "single-gpu", "tuning": "full", "precision": "fp32",
    "gradientCheckpointing": False,
    "minPixels": 200_704, "maxPixels": 700_000, "maxCompletionTokens": 1024, "validateEverySteps": None,
    "saveEverySteps": 20,
}  # fmt: skip
_REDUCED: dict[str, Any] = {
    "minPixels": 1024, "maxPixels": 8192, "maxCompletionTokens": 12, "groupSize": 2, "documentsPerStep": 2,
    "microBatch": 4, "saveEverySteps": 1000,
}  # fmt: skip


def plan_of(schema: dict[str, Any], lines: list[dict[str, Any]], *, is_tiny: bool) -> Plan:
    reduced = _REDUCED if is_tiny else {}
    pretrain = {
        **_COMMON, "model": "bench/empty", "think": False, "keys": "all", "maxSteps": 1,
        "documentsPerStep": 8, "microBatch": 8,
        "warmStart": {"epochs": 1 if is_tiny else 40, "learningRate": 1e-3, "documents": None}, **reduced,
    }  # fmt: skip
    arm = {
        **_COMMON, "model": "bench/base", "maxSteps": 1 if is_tiny else 200, "documentsPerStep": 4,
        "microBatch": 16, "groupSize": 8, "epochs": 1000, "learningRate": 2e-5, "klCoefficient": 0.01,
        "warmStart": {"epochs": 1 if is_tiny else 4, "learningRate": 1e-4, "documents": None}, **reduced,
    }  # fmt: skip
    hidden, layers = (64, 2) if is_tiny else (512, 8)
    return Plan(schema, lines, hidden, layers, 2 if is_tiny else 16, pretrain, arm)


def tally_of(file: Path, gold: dict[str, Any], schema: dict[str, Any], *, think: bool) -> Tally:
    """Counts of predictions over the test documents; one that cannot be read counts as empty."""
    tally, fields = Tally(), read_record_schema(schema)
    for text in file.read_text(encoding="utf-8").splitlines():
        line = json.loads(text)
        scored = score_completion(line["completion"], gold[line["id"]], think=think, schema=fields)
        if isinstance(scored, Unscorable):
            raise SystemExit(f"gold of {line['id']} cannot be scored")
        tally.add(line["id"], scored.score.counts)
    return tally
