"""What every part of a run looks at."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..prompt import TEMPLATE_COUNT, prompt_for
from ..recipe import Recipe
from ..rewards.pass_rates import PassRates
from ..rewards.weighted_matching import LiveFieldF1
from ..run_folder.dataset import RunDocument
from ..run_folder.events import Events
from ..run_folder.layout import RunFolder
from ..run_folder.request import read_request
from ..run_folder.spec import RunSpec
from .replay_buffer import ReplayBuffer


@dataclass(slots=True)
class StopRequest:
    """Set by a signal or a reader that is gone; looked at between steps."""

    reason: str | None = None
    # Not to be gone on with later: what was reached is the end.
    is_early_end: bool = False
    # The run folder, where its file `request` is to be looked at.
    folder: Path | None = None

    def ask(self, reason: str) -> None:
        self.reason = self.reason or reason

    def end_early(self) -> None:
        self.is_early_end = True

    def look(self) -> None:
        """Takes in what the file `request` asks."""
        request = None if self.folder is None else read_request(self.folder)
        if request == "stop":
            self.ask("asked")
        elif request == "early":
            self.end_early()


@dataclass(slots=True)
class Memory:
    """What grows while training and is part of the state to resume from."""

    pass_rates: PassRates = field(default_factory=PassRates)
    field_f1: LiveFieldF1 = field(default_factory=LiveFieldF1)
    replay: ReplayBuffer = field(default_factory=ReplayBuffer)

    def as_json(self) -> dict[str, Any]:
        return {
            "passRates": self.pass_rates.as_json(),
            "fieldF1": self.field_f1.as_json(),
            "replay": self.replay.as_json(),
        }

    def restore(self, raw: dict[str, Any]) -> None:
        self.pass_rates.restore(raw["passRates"])
        self.field_f1.restore(raw["fieldF1"])
        self.replay.restore(raw["replay"])


@dataclass(frozen=True, slots=True)
class Run:
    spec: RunSpec
    folder: RunFolder
    # Trained on, in order of rank.
    documents: list[RunDocument]
    validation: list[RunDocument]
    # Without gold: shown in distillation with what a teacher read, never rewarded.
    unlabelled: list[RunDocument]
    processor: Any
    events: Events
    stop: StopRequest
    memory: Memory
    models: Path | None

    @property
    def recipe(self) -> Recipe:
        return self.spec.recipe

    def prompt(self, keys: list[str] | None = None, template: int = 0) -> str:
        recipe = self.recipe
        return prompt_for(
            self.spec.schema_json,
            think=recipe.think,
            keys=keys,
            template=template,
            evidence=recipe.evidence_weight > 0,
        )

    @property
    def templates(self) -> int:
        return TEMPLATE_COUNT if self.recipe.templates == "varied" else 1
