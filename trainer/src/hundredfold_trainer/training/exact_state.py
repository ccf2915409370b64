"""States to resume from that are exact, and whole or not there."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from safetensors.torch import load_file, save_file
from transformers import Trainer

from ..failure import RunError
from ..run_folder.layout import steps_in
from ..run_folder.ranks import world_size
from ..run_folder.whole_folder import publish_folder
from .run import Run
from .sharded import wait_for_others

WEIGHTS = "trainable.safetensors"
MEMORY = "memory.json"
# Enough to survive a crash while the newest is written.
KEPT_STATES = 2


class ExactState(Trainer):
    """A Trainer whose states hold the trainable weights under their own names.

    The stock resume of a vision-language model reads a file with other names than the model has, not
    strictly: it restores nothing, and goes on from the start weights (transformers #43701). Here every name
    must be there. States are written aside, synced and renamed. Where the model is sharded each process keeps
    its share the stock way, which is strict about names.
    """

    run: Run
    states: Path

    def is_sharded(self) -> bool:
        return bool(self.is_fsdp_enabled or self.is_deepspeed_enabled)

    def _trainable(self) -> dict[str, Any]:
        model = self.accelerator.unwrap_model(self.model)
        return {name: weight for name, weight in model.named_parameters() if weight.requires_grad}

    def create_model_card(self, *_: Any, **__: Any) -> None:
        """None: a state is read by this trainer alone."""

    def save_model(self, output_dir: str | None = None, _internal_call: bool = False) -> None:
        if self.is_sharded():
            super().save_model(output_dir, _internal_call)
            return
        folder = Path(str(output_dir))
        folder.mkdir(parents=True, exist_ok=True)
        if self.args.should_save:
            weights = {name: weight.detach().cpu().contiguous() for name, weight in self._trainable().items()}
            save_file(weights, folder / WEIGHTS)

    def _load_from_checkpoint(self, resume_from_checkpoint: str, model: Any = None) -> None:
        if self.is_sharded():
            super()._load_from_checkpoint(resume_from_checkpoint, model)
            return
        saved = load_file(Path(resume_from_checkpoint) / WEIGHTS)
        mine = self._trainable()
        if saved.keys() != mine.keys():
            raise RunError("internal", "the saved state has other weights than the model")
        for name, weight in mine.items():
            weight.data.copy_(saved[name])

    def _get_output_dir(self, trial: Any) -> str:
        return str(self.states / ".partial")

    def _save_checkpoint(self, model: Any, trial: Any) -> None:
        partial = self.states / ".partial"
        if self.is_world_process_zero():
            shutil.rmtree(partial, ignore_errors=True)
        wait_for_others()
        super()._save_checkpoint(model, trial)
        wait_for_others()
        if self.is_world_process_zero():
            self._publish(partial / f"checkpoint-{self.state.global_step}")
            shutil.rmtree(partial, ignore_errors=True)
        wait_for_others()

    def _publish(self, written: Path) -> None:
        memory = json.dumps({"worldSize": world_size(), **self.run.memory.as_json()})
        (written / MEMORY).write_text(memory, encoding="utf-8")
        publish_folder(written, self.states / f"step-{self.state.global_step}")
        for _, old in steps_in(self.states)[:-KEPT_STATES]:
            shutil.rmtree(old)


def resume_from(states: Path, run: Run) -> tuple[int, Path] | None:
    """The newest state with its step, its memory restored; None for the beginning."""
    found = steps_in(states)
    if not found:
        return None
    step, path = found[-1]
    memory = json.loads((path / MEMORY).read_text(encoding="utf-8"))
    processes = memory.get("worldSize", 1)
    if processes != world_size():
        # Each process has draws of its own: with another number it would be another run.
        raise RunError("bad-input", f"the state was kept by {processes} processes, not {world_size()}")
    run.memory.restore(memory)
    return step, path
