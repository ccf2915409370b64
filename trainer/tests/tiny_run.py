"""Run folders of a few invented documents, and the tiny models to train on them."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from PIL import Image, ImageDraw

from hundredfold_trainer.command.run import train_folder
from hundredfold_trainer.prompt import prompt_for
from hundredfold_trainer.run_folder.events import Events
from hundredfold_trainer.scoring import SCORING_VERSION
from hundredfold_trainer.training.run import StopRequest

SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "name": {"type": "string", "description": "As printed"},
        "ward": {"type": "string"},
        "rows": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"item": {"type": "string"}, "result": {"type": "string", "x-match": "number"}},
            },
        },
    },
}
# Small enough that two steps take a second.
RECIPE: dict[str, Any] = {
    "engine": "trl",
    "preset": "smoke",
    "model": "tiny/taught",
    "groupSize": 4,
    "microBatch": 4,
    "epochs": 8,
    "maxSteps": 2,
    "learningRate": 1e-3,
    "maxCompletionTokens": 32,
    "minPixels": 1024,
    "maxPixels": 8192,
    # The preset's 1 takes a tenth of a second a step.
    "saveEverySteps": 1000,
}


def gold_of(number: int) -> dict[str, Any]:
    draw = Random(number)
    row = {"item": draw.choice(["HGB", "WBC", "PLT"]), "result": str(draw.randrange(10, 99))}
    return {"name": draw.choice(["Ann Lee", "Bo Chen"]), "ward": "", "rows": [row]}


# With words of its own the tokenizer says an answer in two dozen tokens, and a prompt in a hundred.
CORPUS = [
    prompt_for(SCHEMA, think=False),
    prompt_for(SCHEMA, think=True, template=1),
    *(
        f"<answer>\n{json.dumps(gold_of(number), separators=(',', ':'))}\n</answer> 0 1 2 3 4 5 6 7 8 9"
        for number in range(20)
    ),
] * 3


def document(number: int, split: str = "seed", gold: str | None = None) -> dict[str, Any]:
    evidence = {"/name": [{"page": 0, "box": [0.1, 0.1, 0.5, 0.2]}]}
    return {
        "id": f"d{number}",
        "split": split,
        "rank": number,
        "pages": [{"page": 0, "width": 96, "height": 64, "words": []}],
        "gold": json.dumps(gold_of(number)) if gold is None else gold,
        "evidence": json.dumps(evidence),
    }


def unlabelled(number: int) -> dict[str, Any]:
    line = document(number, "unlabelled")
    return {key: line[key] for key in ("id", "split", "rank", "pages")}


def _page(line: dict[str, Any]) -> bytes:
    image = Image.new("RGB", (96, 64), "white")
    ImageDraw.Draw(image).text(
        (4, 4), line.get("gold", "")[:16].encode("ascii", "replace").decode(), fill="black"
    )
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()


def write_run(
    folder: Path,
    documents: list[dict[str, Any]] | None = None,
    *,
    spec: dict[str, Any] | None = None,
    **recipe: Any,
) -> Path:
    lines = documents or [*(document(number) for number in range(4)), document(9, "validation")]
    folder.mkdir(parents=True, exist_ok=True)
    text = "".join(f"{json.dumps(line)}\n" for line in lines)
    (folder / "dataset.jsonl").write_text(text, encoding="utf-8")
    for line in lines:
        for page in line["pages"]:
            path = folder / "images" / line["id"] / f"{page['page']}.png"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(_page(line))
    content = {
        "format": "hundredfold-run/1",
        "roundId": "round-1",
        "recipe": {**RECIPE, **recipe},
        "schema": SCHEMA,
        "schemaText": json.dumps(SCHEMA),
        "schemaHash": "0" * 64,
        "dataset": {"file": "dataset.jsonl", "sha256": hashlib.sha256(text.encode()).hexdigest()},
        "scoringVersion": SCORING_VERSION,
        "parent": None,
        # Completions of a dozen tokens keep the tests quick, and nobody waits for right ones.
        "allow": ["answer-too-long"],
        **(spec or {}),
    }
    (folder / "spec.json").write_text(json.dumps(content), encoding="utf-8")
    return folder


@dataclass(frozen=True)
class Trained:
    code: int
    events: list[dict[str, Any]]

    def of(self, type_name: str) -> list[dict[str, Any]]:
        return [event for event in self.events if event["type"] == type_name]

    def metrics(self, name: str) -> list[float]:
        return [event["metrics"][name] for event in self.of("metrics")]


def read_lines(data: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in data.splitlines()]


class _Listening(io.BytesIO):
    """Calls back at each event, while the step that it tells of is at work."""

    def __init__(self, heard: Callable[[dict[str, Any]], None]) -> None:
        super().__init__()
        self._heard = heard

    def write(self, line: Any) -> int:
        self._heard(json.loads(line))
        return super().write(line)


def train(
    folder: Path,
    models: Path,
    *,
    stop_when: Callable[[dict[str, Any]], bool] = lambda _: False,
    end_when: Callable[[dict[str, Any]], bool] = lambda _: False,
    allow: tuple[str, ...] = (),
) -> Trained:
    """Trains in this process; asks for a stop, or an early end, at the first event that is so."""
    stop = StopRequest()

    def heard(event: dict[str, Any]) -> None:
        if stop_when(event):
            stop.ask("asked")
        if end_when(event):
            stop.end_early()

    stream = _Listening(heard)
    code = train_folder(
        folder, Events(stream, folder / "events.jsonl"), stop, models=models, allow=frozenset(allow)
    )
    return Trained(code, read_lines(stream.getvalue()))


def sampled_at(step: int) -> Callable[[dict[str, Any]], bool]:
    return lambda event: event["type"] == "rollout" and event["step"] == step
