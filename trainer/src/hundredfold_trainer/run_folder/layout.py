"""Where what lies in a run folder."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

from .whole_folder import write_whole


class Finished(NamedTuple):
    step: int
    planned_steps: int
    # Hash of the last checkpoint's manifest.
    checkpoint: str


def steps_in(states: Path) -> list[tuple[int, Path]]:
    """Whole states of a folder, oldest first."""
    if not states.is_dir():
        return []
    found = [path for path in states.iterdir() if path.name.startswith("step-")]
    return sorted((int(path.name.removeprefix("step-")), path) for path in found)


class RunFolder:
    def __init__(self, path: Path) -> None:
        self.path = path
        self.checkpoints = path / "checkpoints"
        self.completions = path / "completions"
        self.states = path / "state"
        self.pass_rates = path / "pass-rates.json"

    def prepare(self) -> None:
        for folder in (self.checkpoints, self.completions, self.states):
            folder.mkdir(exist_ok=True)

    def read_finished(self) -> Finished | None:
        path = self.path / "finished.json"
        if not path.exists():
            return None
        raw = json.loads(path.read_text(encoding="utf-8"))
        return Finished(raw["step"], raw["plannedSteps"], raw["checkpoint"])

    def write_finished(self, finished: Finished) -> None:
        content = {
            "step": finished.step,
            "plannedSteps": finished.planned_steps,
            "checkpoint": finished.checkpoint,
            **({"early": True} if finished.step < finished.planned_steps else {}),
        }
        write_whole(self.path / "finished.json", f"{json.dumps(content)}\n".encode())
