"""Run folders as the workbench writes them, and training them for so many minutes."""

from __future__ import annotations

import hashlib
import io
import json
import threading
from pathlib import Path
from typing import Any

from hundredfold_trainer.command.run import train_folder
from hundredfold_trainer.run_folder.events import Events
from hundredfold_trainer.scoring import SCORING_VERSION
from hundredfold_trainer.training.run import StopRequest

# What would be asked of a person: pages and answers are the bench's own.
_ALLOWED = frozenset({"answer-too-long", "memory", "disk-space"})


def write_run(
    folder: Path, lines: list[dict[str, Any]], schema: dict[str, Any], recipe: dict[str, Any]
) -> None:
    """`lines` carry their page under `image`: bytes, or the path of a file. A folder that is there stays."""
    if (folder / "spec.json").exists():
        return
    folder.mkdir(parents=True, exist_ok=True)
    bare = [{key: value for key, value in line.items() if key != "image"} for line in lines]
    text = "".join(f"{json.dumps(line)}\n" for line in bare)
    (folder / "dataset.jsonl").write_text(text, encoding="utf-8")
    for line in lines:
        image = line["image"]
        pages = folder / "images" / line["id"]
        pages.mkdir(parents=True, exist_ok=True)
        if isinstance(image, bytes):
            (pages / "0.png").write_bytes(image)
        else:
            (pages / "0.jpg").symlink_to(Path(image).resolve())
    spec = {
        "format": "hundredfold-run/1",
        "roundId": folder.name,
        "recipe": recipe,
        "schema": schema,
        "schemaText": json.dumps(schema),
        "schemaHash": hashlib.sha256(json.dumps(schema).encode()).hexdigest(),
        "dataset": {"file": "dataset.jsonl", "sha256": hashlib.sha256(text.encode()).hexdigest()},
        "scoringVersion": SCORING_VERSION,
        "parent": None,
    }
    (folder / "spec.json").write_text(json.dumps(spec), encoding="utf-8")


def train_for(folder: Path, models: Path, minutes: float) -> tuple[int, list[dict[str, Any]]]:
    """Trains in this process, asking for a stop when time is up. Answers the exit code and the events."""
    stop, output = StopRequest(), io.BytesIO()
    timer = threading.Timer(minutes * 60, stop.ask, ("asked",))
    timer.daemon = True
    timer.start()
    try:
        events = Events(output, folder / "events.jsonl")
        code = train_folder(folder, events, stop, models=models, allow=_ALLOWED)
    finally:
        timer.cancel()
    return code, [json.loads(line) for line in output.getvalue().splitlines()]
