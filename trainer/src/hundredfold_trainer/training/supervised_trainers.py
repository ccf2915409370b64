"""TRL's supervised and preference trainers with exact states."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import torch
from trl import DPOConfig, DPOTrainer, SFTConfig, SFTTrainer
from trl.trainer.dpo_trainer import DataCollatorForVisionPreference
from trl.trainer.sft_trainer import DataCollatorForVisionLanguageModeling

from ..failure import RunError
from ..recipe import Preferences, Supervised
from .exact_state import ExactState
from .examples import Example, collate, example_rows
from .grpo_config import common_arguments, documents_of_each
from .run import Run
from .start import fresh_adapter


class _FiniteLoss(ExactState):
    def training_step(self, model: Any, inputs: Any, num_items_in_batch: Any = None) -> Any:
        loss = super().training_step(model, inputs, num_items_in_batch)
        if not torch.isfinite(loss).all():
            raise RunError("nan-loss", f"the loss of step {self.state.global_step + 1} is no number")
        return loss


class _Supervised(_FiniteLoss, SFTTrainer):
    def __init__(self, *, run: Run, states: Path, **trl: Any) -> None:
        self.run, self.states = run, states
        super().__init__(**trl)


class _Preferring(_FiniteLoss, DPOTrainer):
    def __init__(self, *, run: Run, states: Path, **trl: Any) -> None:
        self.run, self.states = run, states
        super().__init__(**trl)


def _arguments(run: Run, states: Path, stage: Supervised, steps: int) -> dict[str, Any]:
    documents = documents_of_each(run)
    at_once = math.gcd(run.recipe.micro_batch, documents)
    return {
        **common_arguments(run, states),
        "max_steps": steps,
        "learning_rate": stage.learning_rate,
        "lr_scheduler_type": "linear",
        "per_device_train_batch_size": at_once,
        "gradient_accumulation_steps": documents // at_once,
        "remove_unused_columns": False,
        "max_length": None,
    }


def supervised_trainer(
    run: Run, states: Path, stage: Supervised, steps: int, model: Any, examples: list[Example]
) -> Any:
    processor = run.processor
    collator = DataCollatorForVisionLanguageModeling(processor, completion_only_loss=True)
    return _Supervised(
        run=run,
        states=states,
        model=model,
        args=SFTConfig(**_arguments(run, states, stage, steps), loss_type="nll", completion_only_loss=True),
        train_dataset=example_rows(examples),
        processing_class=processor,
        data_collator=collate(run, examples, collator),
        peft_config=fresh_adapter(run, model),
    )


def preference_trainer(
    run: Run, states: Path, stage: Preferences, steps: int, model: Any, examples: list[Example]
) -> Any:
    processor = run.processor
    return _Preferring(
        run=run,
        states=states,
        model=model,
        args=DPOConfig(**_arguments(run, states, stage, steps), beta=stage.beta),
        train_dataset=example_rows(examples),
        processing_class=processor,
        data_collator=collate(run, examples, DataCollatorForVisionPreference(processor)),
        peft_config=fresh_adapter(run, model),
    )
