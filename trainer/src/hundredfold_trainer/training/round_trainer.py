"""GRPO over documents: TRL's trainer with our queries, our reward and exact states."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import torch
from accelerate.utils import gather, gather_object
from datasets import Dataset
from trl import GRPOTrainer

from ..failure import RunError
from ..model.pages import open_pages
from ..model.processor import suppressed_tokens
from ..rewards.rollout import Query, Rollout
from ..rewards.score_rollout import score_rollout
from .exact_state import ExactState
from .generation import cut_at_banned
from .plan import Plan
from .replay_buffer import KeptGroup
from .replayed_groups import groups_to_keep, put_logps, put_samples
from .report import StepReport
from .run import Run
from .sharded import generate_together

# Of dynamic sampling (DAPO, arXiv 2503.14476 §3.2): how often a group without variance is asked anew.
RESAMPLE_ATTEMPTS = 3


def slots_dataset(plan: Plan) -> Any:
    """One row for each slot; the query is made when its turn comes."""
    rows = [{"prompt": [{"role": "user", "content": "-"}], "slot": slot} for slot in range(plan.slots)]
    return Dataset.from_list(rows)


def _unused(**_: Any) -> list[float]:
    raise RunError("internal", "rewards come from the rollouts")


def has_variance(group: list[Rollout]) -> bool:
    rewards = [rollout.reward for rollout in group if rollout.reward is not None]
    return bool(rewards) and max(rewards) - min(rewards) > 1e-6


class RoundTrainer(ExactState, GRPOTrainer):
    """Asks, samples, scores and updates; reports each step through `StepReport`."""

    num_iterations: int

    def __init__(self, *, run: Run, states: Path, plan: Plan, report: StepReport, **trl: Any) -> None:
        self.run, self.states, self.plan, self.report = run, states, plan, report
        self._slots: list[int] = []
        self._rollouts: list[Rollout] = []
        # First row → the kept group that stands there instead of what was sampled.
        self._replayed: dict[int, KeptGroup] = {}
        self._banned = suppressed_tokens(run.processor, trl["model"].config)
        super().__init__(reward_funcs=[_unused], train_dataset=slots_dataset(plan), **trl)

    def _messages(self, query: Query) -> list[dict[str, Any]]:
        pages = [{"type": "image", "image": page} for page in open_pages(query.document, self.run.recipe)]
        return [{"role": "user", "content": [*pages, {"type": "text", "text": query.prompt}]}]

    def _generate_and_score_completions(self, inputs: list[dict[str, Any]]) -> dict[str, Any]:
        size = self.num_generations
        self._slots = [row["slot"] for row in inputs[::size]]
        self._queries = [self.plan.query(slot) for slot in self._slots]
        self.report.begin(self.state.global_step + 1)
        messages = [self._messages(query) for query in self._queries]
        rows = [{"prompt": message} for message in messages for _ in range(size)]
        with self._all_log_probabilities():
            output: dict[str, Any] = super()._generate_and_score_completions(rows)
        for row, (rollout, advantage) in enumerate(
            zip(self._rollouts, output["advantages"].tolist(), strict=True)
        ):
            rollout.advantage = 0.0 if row - row % size in self._replayed else advantage
        if self.run.recipe.zero_variance == "replay":
            self._remember(output)
        if self.run.recipe.zero_variance != "keep":
            self._leave_out_flat_groups(output)
        self.report.add(gather_object(self._rollouts), self.accelerator.is_main_process)
        return output

    def _groups(self) -> list[list[Rollout]]:
        size = self.num_generations
        return [self._rollouts[start : start + size] for start in range(0, len(self._rollouts), size)]

    def _leave_out_flat_groups(self, output: dict[str, Any]) -> None:
        """A group whose rollouts all earned the same has no gradient: it leaves loss and denominator."""
        kept = [
            has_variance(group) or place * self.num_generations in self._replayed
            for place, group in enumerate(self._groups())
            for _ in group
        ]
        mask = output["completion_mask"]
        mask *= torch.tensor(kept, device=mask.device, dtype=mask.dtype).unsqueeze(1)
        output["num_items_in_batch"] = self.accelerator.gather(mask.sum()).sum()

    def _generate(self, prompts: list[Any]) -> tuple[Any, ...]:
        sampled = self._sample(prompts, self._queries, self.accelerator.process_index * len(self._queries))
        if self.run.recipe.zero_variance == "replay":
            return self._replay(prompts, sampled)
        is_resampling = self.run.recipe.zero_variance == "resample"
        for attempt in range(1, RESAMPLE_ATTEMPTS + 1 if is_resampling else 1):
            flat = [place for place, group in enumerate(self._groups()) if not has_variance(group)]
            if not flat:
                break
            sampled = self._replace(prompts, sampled, flat, attempt)
        return sampled

    def _generate_single_turn(self, *args: Any, **rest: Any) -> tuple[Any, Any]:
        ids, logps = super()._generate_single_turn(*args, **rest)
        return cut_at_banned(ids, logps, self._banned, self._tokenizer.eos_token_id)

    def _sample(self, prompts: list[Any], queries: list[Query], offset: int = 0) -> tuple[Any, ...]:
        """Samples and scores; the rollouts of this call alone are in `_rollouts` afterwards."""
        begun = time.perf_counter()
        generate_together(self.model)
        sampled: tuple[Any, ...] = super()._generate(prompts)
        self.report.generate_seconds += time.perf_counter() - begun
        self._rollouts = self._score(queries, sampled, offset)
        return sampled

    def _score(self, queries: list[Query], sampled: tuple[Any, ...], offset: int) -> list[Rollout]:
        begun = time.perf_counter()
        run, end = self.run, self._tokenizer.eos_token_id
        weights = run.memory.field_f1.weights() if run.recipe.field_weights == "live-f1" else None
        rollouts = []
        for place, (ids, completion) in enumerate(zip(sampled[1], sampled[3], strict=True)):
            group = place // self.num_generations
            text = completion[-1]["content"]
            rollout = Rollout(queries[group], group + offset, text, len(ids), ids[-1] != end)
            score_rollout(rollout, run.spec.schema, run.recipe, weights)
            rollouts.append(rollout)
        self.report.reward_seconds += time.perf_counter() - begun
        return rollouts

    def _replace(
        self, prompts: list[Any], sampled: tuple[Any, ...], flat: list[int], attempt: int
    ) -> tuple[Any, ...]:
        """Other documents in place of groups without variance; `prompts` and rollouts change in place."""
        size, before = self.num_generations, self._rollouts
        avoid = frozenset(query.document.id for query in self._queries)
        queries = [self.plan.query(self._slots[place], attempt, avoid) for place in flat]
        again = [message for query in queries for message in [self._messages(query)] * size]
        fresh = self._sample(again, queries)
        merged = [list(part) if isinstance(part, list) else part for part in sampled]
        for new, place in enumerate(flat):
            old_rows, new_rows = slice(place * size, (place + 1) * size), slice(new * size, (new + 1) * size)
            prompts[old_rows] = again[new_rows]
            for part, fresh_part in zip(merged, fresh, strict=True):
                if isinstance(part, list) and len(part) == len(prompts):
                    part[old_rows] = fresh_part[new_rows]
            for rollout in self._rollouts[new_rows]:
                rollout.group = place
            before[old_rows] = self._rollouts[new_rows]
            self._queries[place] = queries[new]
        self.report.replaced_groups += len(flat)
        self._rollouts = before
        return tuple(merged)

    @contextmanager
    def _all_log_probabilities(self) -> Iterator[None]:
        """TRL leaves them out where one batch makes one step, since nothing has changed since; a group that
        comes again needs them later."""
        told = self.num_iterations
        if self.run.recipe.zero_variance == "replay":
            self.num_iterations = max(2, told)
        try:
            yield
        finally:
            self.num_iterations = told

    def _replay(self, prompts: list[Any], sampled: tuple[Any, ...]) -> tuple[Any, ...]:
        """Kept groups in place of groups without variance; `prompts` change in place, the rollouts do not.

        All devices draw the same from the same buffer, each for the groups of all, and take their own.
        """
        run, size, step = self.run, self.num_generations, self.state.global_step
        begin = self.accelerator.process_index * len(self._queries)
        flat = [begin + place for place, group in enumerate(self._groups()) if not has_variance(group)]
        drawn = run.memory.replay.draw(gather_object(flat), step, f"{run.recipe.seed}:replay:{step}")
        self.report.replayed_ages = [step - group.step for group in drawn.values()]
        mine = range(begin, begin + len(self._queries))
        self._replayed = {(place - begin) * size: kept for place, kept in drawn.items() if place in mine}
        for row, kept in self._replayed.items():
            messages = self._messages(self.plan.again(kept.document, kept.requested, kept.template))
            (prompt_ids,), (images,), _ = self._tokenize_prompts([messages])
            prompts[row : row + size] = [messages] * size
            sampled = put_samples(sampled, row, kept, prompt_ids, images)
        return sampled

    def _remember(self, output: dict[str, Any]) -> None:
        put_logps(output, self._replayed)
        size = self.num_generations
        groups = [(place * size, group) for place, group in enumerate(self._groups()) if has_variance(group)]
        kept = groups_to_keep(self.state.global_step, groups, output)
        self.run.memory.replay.add(gather_object(kept))

    def _calculate_rewards(
        self, inputs: Any, prompts: Any, completions: Any, completion_ids_list: Any
    ) -> Any:
        # Not the stock one: where no reward is known it logs the document.
        known = [rollout.reward for rollout in self._rollouts]
        if all(reward is None for reward in gather_object(known)):
            raise RunError("unscorable", "no rollout of a step could be scored")
        for row, kept in self._replayed.items():
            known[row : row + self.num_generations] = kept.rewards
        mine = [math.nan if reward is None else reward for reward in known]
        return gather(torch.tensor(mine, dtype=torch.float32, device=self.accelerator.device).unsqueeze(1))

    def training_step(self, model: Any, inputs: Any, num_items_in_batch: Any = None) -> Any:
        loss = super().training_step(model, inputs, num_items_in_batch)
        if not torch.isfinite(loss).all():
            raise RunError("nan-loss", f"the loss of step {self.state.global_step + 1} is no number")
        return loss

    def _get_grad_norm(self, model: Any, grad_norm: Any = None) -> Any:
        norm = super()._get_grad_norm(model, grad_norm)
        if norm is not None and not math.isfinite(norm):
            raise RunError("nan-loss", f"the gradient of step {self.state.global_step + 1} is no number")
        return norm

    def log(self, logs: dict[str, float], start_time: float | None = None) -> None:
        super().log(logs, start_time)
        if "loss" in logs and self.is_world_process_zero():
            self.report.emit(self.state.global_step, logs)
