"""A tiny model that can read slips and mostly does not say what it reads.

Usage: python -m hundredfold_trainer.tiny.shy_reader FOLDER
Taught by the trainer's own supervised stages, the vision encoder random and frozen: first to read, on gold;
then to hold back, on a teacher's records that leave most fields empty. What is left to learn is a habit,
which a reward can mend in a minute.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
import tempfile
from pathlib import Path
from random import Random
from typing import Any, Final

from ..prompt import prompt_for
from ..run_folder.events import Events
from ..scoring import SCORING_VERSION
from ..training.run import StopRequest
from ..training.run_round import run_round
from .build import TinySize, build_tiny_model
from .slips import HEIGHT, SLIP_SCHEMA, WIDTH, draw_slip, slip_gold, slips

_TAUGHT: Final = 2000
_HELD_OUT: Final = 100
# Share of the fields that the teacher leaves empty.
_EMPTY: Final = 0.6
_SIZE: Final = TinySize(hidden=128)
RECIPE: Final[dict[str, Any]] = {
    "engine": "trl", "preset": "smoke", "model": "tiny/blank", "tuning": "full", "keys": "all",
    "documentsPerStep": 24, "groupSize": 2, "microBatch": 24, "maxCompletionTokens": 24,
    "minPixels": 1024, "maxPixels": 8192, "validateEverySteps": 1,
    "warmStart": {"epochs": 8, "learningRate": 1e-3, "documents": None},
    "distillation": {"epochs": 1, "learningRate": 3e-4},
    # One step of the last stage, which is thrown away.
    "maxSteps": 1, "learningRate": 1e-8, "saveEverySteps": 1_000_000,
}  # fmt: skip


def _prompt() -> str:
    return prompt_for(SLIP_SCHEMA, think=False)


def _phrases() -> list[str]:
    """Lines of the prompt, and what stands between the values of an answer: a token each."""
    *lines, last = _prompt().split("\n")
    test, result, unit = (json.dumps(key) for key in SLIP_SCHEMA["properties"])
    between = [f'<answer>\n{{{test}:"', f'",{result}:"', f'",{unit}:"', '"}\n</answer>']
    return [*(f"{line}\n" for line in lines), last, *between]


def _said_by_teacher(number: int) -> dict[str, str]:
    draw = Random(f"teacher:{number}")
    return {key: "" if draw.random() < _EMPTY else text for key, text in slip_gold(number).items()}


def _line(number: int, split: str) -> dict[str, Any]:
    page = {"page": 0, "width": WIDTH, "height": HEIGHT, "words": []}
    gold = json.dumps(slip_gold(number))
    return {
        "id": f"s{number}", "split": split, "rank": number, "pages": [page], "gold": gold, "evidence": "{}",
    }  # fmt: skip


def _write_run(folder: Path) -> Path:
    numbers = slips(0, _TAUGHT + _HELD_OUT)
    taught = numbers[:_TAUGHT]
    for number in numbers:
        page = folder / "images" / f"s{number}" / "0.png"
        page.parent.mkdir(parents=True)
        page.write_bytes(draw_slip(number))
    lines = [
        _line(number, "seed" if place < _TAUGHT else "validation") for place, number in enumerate(numbers)
    ]
    dataset = "".join(f"{json.dumps(line)}\n" for line in lines)
    teacher = [{"id": f"s{number}", "record": json.dumps(_said_by_teacher(number))} for number in taught]
    spec = {
        "format": "hundredfold-run/1", "roundId": "shy-reader", "recipe": RECIPE, "schema": SLIP_SCHEMA,
        "schemaText": json.dumps(SLIP_SCHEMA), "schemaHash": "0" * 64,
        "dataset": {"file": "dataset.jsonl", "sha256": hashlib.sha256(dataset.encode()).hexdigest()},
        "scoringVersion": SCORING_VERSION, "parent": None,
    }  # fmt: skip
    (folder / "dataset.jsonl").write_text(dataset, encoding="utf-8")
    (folder / "teacher.jsonl").write_text("".join(f"{json.dumps(line)}\n" for line in teacher), "utf-8")
    (folder / "spec.json").write_text(json.dumps(spec), encoding="utf-8")
    return folder


def teach_shy_reader(out: Path) -> None:
    """Writes the model to `out`, as `from_pretrained` reads it; what the trainer says goes to stdout."""
    with tempfile.TemporaryDirectory() as scratch:
        models = Path(scratch) / "models"
        answers = [" ".join(slip_gold(number).values()) for number in range(300)]
        build_tiny_model(
            "qwen2.5-vl", models / "tiny/blank", corpus=[_prompt(), *answers], phrases=_phrases(), size=_SIZE
        )
        run = _write_run(Path(scratch) / "run")
        run_round(run, Events(sys.stdout.buffer, run / "events.jsonl"), StopRequest(), models, frozenset())
        ours = shutil.ignore_patterns("manifest.json", "hundredfold.json")
        shutil.copytree(run / "checkpoints/distilled", out, ignore=ours)


if __name__ == "__main__":
    teach_shy_reader(Path(sys.argv[1]))
