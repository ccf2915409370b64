"""The last stage: GRPO."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from transformers import PrinterCallback

from .boundary import Boundary
from .checkpoint import write_checkpoint
from .exact_state import resume_from
from .grpo_config import grpo_config
from .outcome import Outcome
from .plan import Plan
from .report import StepReport
from .round_trainer import RoundTrainer
from .run import Run
from .start import fresh_adapter, load_start
from .validate import report_validation


def _between_steps(run: Run, trainer: Any, planned: int) -> Any:
    recipe = run.recipe

    def at_boundary(step: int) -> None:
        if trainer.is_world_process_zero():
            run.memory.pass_rates.write(run.folder.pass_rates)
        model = trainer.accelerator.unwrap_model(trainer.model)
        is_last = step >= planned
        is_due = recipe.validate_every_steps is not None and step % recipe.validate_every_steps == 0
        if is_due and not is_last:
            report_validation(run, model, step, "training")
        every = recipe.checkpoint_every_steps
        if every is not None and step % every == 0 and not is_last:
            write_checkpoint(run, model, f"step-{step}", "trained", step)

    return at_boundary


def train_grpo(run: Run, plan: Plan, earlier: Path | None) -> Outcome:
    """Trains from the newest state, or from the beginning; stops where it was asked to."""
    recipe, states = run.recipe, run.folder.states
    planned = plan.batches * recipe.inner_steps
    model = load_start(run, earlier)
    trainer = RoundTrainer(
        run=run,
        states=states,
        plan=plan,
        report=StepReport(run),
        model=model,
        args=grpo_config(run, states, planned, model),
        processing_class=run.processor,
        peft_config=fresh_adapter(run, model),
    )
    trainer.remove_callback(PrinterCallback)
    boundary = Boundary(run, "training", planned, every=recipe.inner_steps)
    if trainer.is_world_process_zero() or trainer.is_sharded():
        boundary.at_boundary = _between_steps(run, trainer, planned)
    trainer.add_callback(boundary)
    state = resume_from(states, run)
    trainer.train(resume_from_checkpoint=None if state is None else str(state[1]))
    if boundary.stopped_at is not None:
        return Outcome(boundary.stopped_at, None)
    # Below what was planned where an early end was asked for.
    step = trainer.state.global_step
    if not (trainer.is_world_process_zero() or trainer.is_sharded()):
        return Outcome(step, "")
    return Outcome(step, _hand_back(run, trainer, step, planned))


def _hand_back(run: Run, trainer: Any, step: int, planned: int) -> str:
    model = trainer.accelerator.unwrap_model(trainer.model)
    if run.recipe.validate_every_steps is not None:
        run.events.emit("progress", phase="evaluating", step=step, plannedSteps=planned, secondsLeft=None)
        report_validation(run, model, step, "training")
    run.events.emit("progress", phase="checkpointing", step=step, plannedSteps=planned, secondsLeft=None)
    return write_checkpoint(run, model, f"step-{step}", "trained", step)
