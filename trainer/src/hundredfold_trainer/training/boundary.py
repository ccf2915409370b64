"""What happens between two steps: saving, stopping, checkpoints, validation."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import torch
from torch import distributed
from transformers import TrainerCallback

from .run import Run


def anybody(flag: bool, device: Any) -> bool:
    """Whether any rank says so: all must leave the loop at the same step."""
    if not (distributed.is_available() and distributed.is_initialized()):
        return flag
    told = torch.tensor([int(flag)], device=device)
    distributed.all_reduce(told, op=distributed.ReduceOp.MAX)
    return bool(told.item())


class Boundary(TrainerCallback):
    """Saves every so often, and saves and stops when asked to.

    `every` is how many optimizer steps use one batch of completions: only where a batch is used up nothing
    of it has to be saved.
    """

    def __init__(
        self,
        run: Run,
        phase: str,
        planned: int,
        *,
        every: int = 1,
        at_boundary: Callable[[int], None] | None = None,
    ) -> None:
        self.run = run
        self.phase = phase
        self.planned = planned
        self.every = every
        self.at_boundary = at_boundary
        self.stopped_at: int | None = None
        self._first: tuple[int, float] | None = None
        self._saved_at = -1

    def on_step_begin(self, args: Any, state: Any, control: Any, **_: Any) -> None:
        if self._first is None:
            self._first = (state.global_step, time.monotonic())

    def _seconds_left(self, step: int) -> float | None:
        if self._first is None or step <= self._first[0]:
            return None
        per_step = (time.monotonic() - self._first[1]) / (step - self._first[0])
        return per_step * (self.planned - step)

    def on_step_end(self, args: Any, state: Any, control: Any, **_: Any) -> None:
        step = state.global_step
        self.run.events.emit(
            "progress",
            phase=self.phase,
            step=step,
            plannedSteps=self.planned,
            secondsLeft=self._seconds_left(step),
        )
        if state.is_world_process_zero:
            self.run.stop.look()
        is_asked = anybody(self.run.stop.reason is not None, args.device)
        is_early = anybody(self.run.stop.is_early_end, args.device)
        if step % self.every != 0 and step < self.planned:
            return
        if self.at_boundary is not None:
            self.at_boundary(step)
        is_last = step >= self.planned
        if is_asked and not is_last:
            self.stopped_at = step
            control.should_save = control.should_training_stop = True
        elif is_early and not is_last:
            control.should_training_stop = True
        # The first boundary at or after each multiple; inner steps may step over the multiple itself.
        interval = self.run.recipe.save_every_steps
        if (
            not is_last
            and step // interval > max(self._saved_at, self._first[0] if self._first else 0) // interval
        ):
            control.should_save = True
        if control.should_save:
            self._saved_at = step
