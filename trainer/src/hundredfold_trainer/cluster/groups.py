"""Groups of workers, one after another while workers are lost."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import ray
from ray.train import FailureConfig, RunConfig, ScalingConfig, TrainingFailedError
from ray.train.torch import TorchTrainer

from ..failure import RunError
from ..run_folder.layout import RunFolder
from .task import Task
from .worker import train_in_worker

# Groups in a row that may be lost without a newer state.
_MOST_LOST = 3


class Resources(NamedTuple):
    workers: int
    # None takes one where the cluster has any.
    gpus: int | None
    # Of each worker.
    cpus: int


def _scaling(resources: Resources) -> ScalingConfig:
    gpus = int(ray.cluster_resources().get("GPU", 0) > 0) if resources.gpus is None else resources.gpus
    each = {"CPU": resources.cpus, **({"GPU": gpus} if gpus else {})}
    return ScalingConfig(num_workers=resources.workers, use_gpu=gpus > 0, resources_per_worker=each)


def _train_group(task: Task, resources: Resources) -> int:
    # Not Ray Train's own retries: they would begin again what a full disk or a bad input ends for good.
    trainer = TorchTrainer(
        train_in_worker,
        train_loop_config={"task": task},
        scaling_config=_scaling(resources),
        run_config=RunConfig(
            name=f"group-{task.group}",
            storage_path=str(task.own),
            failure_config=FailureConfig(max_failures=0),
        ),
    )
    return int(trainer.fit().return_value)


def _states(task: Task) -> set[Path]:
    return set(RunFolder(task.folder).states.rglob("step-*"))


def train_in_groups(task: Task, resources: Resources) -> int:
    """The exit code of the run; raises RunError for what another group would not do better."""
    ray.init()
    lost, states = 0, _states(task)
    while True:
        try:
            return _train_group(task, resources)
        except TrainingFailedError as error:
            failures = task.failures()
            for failure in failures:
                if failure.code != "internal":
                    raise failure from None
            lost = 1 if _states(task) != states else lost + 1
            states = _states(task)
            if lost >= _MOST_LOST:
                told = failures[0].message if failures else type(error).__name__
                raise RunError(
                    "internal", f"workers were lost {lost} times at the same place: {told}"
                ) from None
        task = replace(task, group=task.group + 1)
        task.begin()
