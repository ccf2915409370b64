"""What each worker of Ray Train runs: the same as `hundredfold-train run`."""

from __future__ import annotations

import os

from ..command.run import try_to_train
from ..failure import RunError
from ..run_folder.events import Events, silent
from ..run_folder.lock import only_trainer
from ..run_folder.ranks import is_first_rank
from ..training.run import StopRequest
from .task import Task

# A worker of a group that is being ended still holds the folder for a while.
_PATIENCE = 30.0


def _train_as_first(task: Task) -> int:
    with only_trainer(task.folder, patience=_PATIENCE):
        task.at_work.touch()
        events = Events(None, task.folder / "events.jsonl")
        if task.group > 1:
            events.log("warning", "a worker was lost; all of them go on from the newest state")
        stop = StopRequest(folder=task.folder)
        return try_to_train(task.folder, events, stop, models=task.models, allow=task.allow)


def train_in_worker(config: dict[str, Task]) -> int:
    """The exit code of the run. A failure is left in the folder, for the job to tell, and raised: Ray Train
    then ends the other workers, which wait for this one.
    """
    task = config["task"]
    try:
        if is_first_rank():
            return _train_as_first(task)
        return try_to_train(task.folder, silent(), StopRequest(), models=task.models, allow=task.allow)
    except RunError as failure:
        task.leave_failure(int(os.environ["RANK"]), failure)
        raise failure from None
