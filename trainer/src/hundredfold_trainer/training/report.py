"""A step told: metrics, one group of rollouts, all of them in a Parquet file."""

from __future__ import annotations

from collections.abc import Mapping
from statistics import fmean
from typing import Any, Final

from ..rewards.rollout import Rollout
from .completions_file import write_completions
from .gpu import gpu_figures
from .run import Run

# TRL's names of what it measures, and ours.
_NAMES: Final = {
    "loss": "loss",
    "grad_norm": "gradNorm",
    "kl": "kl",
    "learning_rate": "learningRate",
    "entropy": "entropy",
    "clip_ratio/region_mean": "clipRatio",
    "clip_ratio/low_mean": "clipRatioLow",
    "clip_ratio/high_mean": "clipRatioHigh",
    "step_time": "stepSeconds",
}


def rollout_figures(rollouts: list[Rollout]) -> dict[str, Any]:
    """Means over the rollouts that could be scored; at least one must be."""
    scored = [rollout for rollout in rollouts if rollout.reward is not None]
    groups: dict[int, set[float]] = {}
    for rollout in scored:
        groups.setdefault(rollout.group, set()).add(round(rollout.reward or 0.0, 6))
    tokens = [rollout.tokens for rollout in rollouts]
    asked = [len(rollout.query.requested) for rollout in rollouts if rollout.query.requested is not None]
    return {
        "reward": fmean(rollout.reward or 0.0 for rollout in scored),
        "rewardFormat": fmean(rollout.format for rollout in scored),
        "rewardMatching": fmean(rollout.matching for rollout in scored),
        "rewardEvidence": fmean(rollout.evidence for rollout in scored),
        "precision": fmean(rollout.precision for rollout in scored),
        "recall": fmean(rollout.recall for rollout in scored),
        "zeroVariance": fmean(len(rewards) == 1 for rewards in groups.values()),
        "unscorable": len(rollouts) - len(scored),
        "completionTokens": fmean(tokens),
        "completionTokensMin": min(tokens),
        "completionTokensMax": max(tokens),
        "truncatedShare": fmean(rollout.truncated for rollout in rollouts),
        **({"requestedKeys": fmean(asked)} if asked else {}),
    }


class StepReport:
    def __init__(self, run: Run) -> None:
        self.run = run
        self.begin(0)

    def begin(self, step: int) -> None:
        """A batch of completions is about to be sampled, for this step."""
        self.step = step
        self.generate_seconds = self.reward_seconds = 0.0
        self.replaced_groups = 0
        # Steps since each group was sampled that came again; None where none may.
        self.replayed_ages: list[int] | None = None
        self._figures: dict[str, Any] = {}
        self._tokens = 0

    def add(self, rollouts: list[Rollout], is_main: bool) -> None:
        """The rollouts of all devices; every rank remembers the same, the first one tells."""
        memory = self.run.memory
        for rollout in rollouts:
            if rollout.reward is not None:
                memory.pass_rates.add(rollout.query.document.id, rollout.matching)
                memory.field_f1.add(rollout.fields)
        self._figures = rollout_figures(rollouts)
        self._tokens = sum(rollout.tokens for rollout in rollouts)
        if is_main:
            write_completions(self.run.folder.completions, self.step, rollouts)
            for rollout in rollouts:
                if rollout.group == rollouts[0].group:
                    self._emit_rollout(rollout)

    def _emit_rollout(self, rollout: Rollout) -> None:
        query = rollout.query
        if rollout.reward is None:
            return
        self.run.events.emit(
            "rollout",
            step=self.step,
            documentId=query.document.id,
            group=rollout.group,
            requested=query.requested,
            template=query.template,
            completion=rollout.completion,
            tokens=rollout.tokens,
            truncated=rollout.truncated,
            reward=rollout.reward,
            rewardFormat=rollout.format,
            rewardMatching=rollout.matching,
            rewardEvidence=rollout.evidence,
            precision=rollout.precision,
            recall=rollout.recall,
            advantage=rollout.advantage,
            fields=rollout.fields_json(),
        )

    def _replay_figures(self) -> dict[str, float]:
        ages = self.replayed_ages
        if ages is None:
            return {}
        return {"replayedGroups": len(ages), **({"replayAge": fmean(ages)} if ages else {})}

    def emit(self, step: int, logs: Mapping[str, float]) -> None:
        """The metrics of a step; a step that uses a batch again tells that batch's rewards."""
        named = {ours: logs[theirs] for theirs, ours in _NAMES.items() if logs.get(theirs) is not None}
        is_fresh = step == self.step
        seconds = {
            "generateSeconds": self.generate_seconds if is_fresh else 0.0,
            "rewardSeconds": self.reward_seconds if is_fresh else 0.0,
        }
        whole = named.get("stepSeconds", 0.0)
        metrics = {
            **self._figures,
            **named,
            **seconds,
            "updateSeconds": max(0.0, whole - sum(seconds.values())),
            "replacedGroups": self.replaced_groups,
            **self._replay_figures(),
            **({"tokensPerSecond": self._tokens / self.generate_seconds} if self.generate_seconds else {}),
            **gpu_figures(),
        }
        self.run.events.emit("metrics", step=step, metrics=metrics)
