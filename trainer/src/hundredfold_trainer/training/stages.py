"""The stages before GRPO: supervised warm start, distillation, preferences."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from transformers import PrinterCallback

from ..run_folder.dataset import RunDocument
from .boundary import Boundary
from .checkpoint import write_checkpoint
from .exact_state import resume_from
from .examples import Example, gold_pairs, preference_examples, supervised_examples, teacher_pairs
from .outcome import Outcome
from .run import Run
from .sharded import wait_for_others
from .start import load_start
from .supervised_trainers import preference_trainer, supervised_trainer
from .validate import report_validation


class Earlier(NamedTuple):
    # Folder of the last stage's checkpoint; None where there is none.
    checkpoint: Path | None
    # How a stage was stopped; None where all ended.
    stopped: Outcome | None


class _Stage(NamedTuple):
    name: str
    examples: Callable[[], list[Example]]
    # (run, states, steps, model, examples) → trainer
    trainer: Callable[[Run, Path, int, Any, list[Example]], Any]


def _stages(run: Run, documents: list[RunDocument]) -> Iterator[_Stage]:
    recipe = run.recipe
    if (warm := recipe.warm_start) is not None:
        pairs = gold_pairs(documents[: warm.documents])
        yield _Stage(
            "warm-start",
            lambda: supervised_examples(run, "warm-start", warm.epochs, pairs),
            lambda run, states, steps, model, examples: supervised_trainer(
                run, states, warm, steps, model, examples
            ),
        )
    if (distillation := recipe.distillation) is not None:
        yield _Stage(
            "distilled",
            lambda: supervised_examples(run, "distilled", distillation.epochs, teacher_pairs(run, documents)),
            lambda run, states, steps, model, examples: supervised_trainer(
                run, states, distillation, steps, model, examples
            ),
        )
    if (preferences := recipe.preferences) is not None:
        yield _Stage(
            "preferred",
            lambda: preference_examples(run, documents, preferences.epochs),
            lambda run, states, steps, model, examples: preference_trainer(
                run, states, preferences, steps, model, examples
            ),
        )


def _train(run: Run, stage: _Stage, earlier: Path | None) -> Outcome:
    states = run.folder.states / stage.name
    states.mkdir(exist_ok=True)
    examples = stage.examples()
    steps = math.ceil(len(examples) / run.recipe.documents_per_step)
    model = load_start(run, earlier)
    trainer = stage.trainer(run, states, steps, model, examples)
    trainer.remove_callback(PrinterCallback)
    boundary = Boundary(run, "warm-start", steps)
    trainer.add_callback(boundary)
    state = resume_from(states, run)
    trainer.train(resume_from_checkpoint=None if state is None else str(state[1]))
    if boundary.stopped_at is not None:
        return Outcome(boundary.stopped_at, None)
    checkpoint = ""
    if trainer.is_world_process_zero() or trainer.is_sharded():
        model = trainer.accelerator.unwrap_model(trainer.model)
        checkpoint = write_checkpoint(run, model, stage.name, "warm-start", steps)
        if run.recipe.validate_every_steps is not None:
            report_validation(run, model, 0, stage.name)
    # The next stage begins from what the first rank has written.
    wait_for_others()
    return Outcome(steps, checkpoint)


def train_earlier_stages(run: Run, documents: list[RunDocument]) -> Earlier:
    """Every stage that has no checkpoint yet; each begins from the one before, as read from disk."""
    earlier: Path | None = None
    for stage in _stages(run, documents):
        folder = run.folder.checkpoints / stage.name
        if not folder.exists():
            outcome = _train(run, stage, earlier)
            if outcome.checkpoint is None:
                return Earlier(earlier, outcome)
        earlier = folder
    return Earlier(earlier, None)
