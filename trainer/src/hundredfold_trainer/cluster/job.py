"""`hundredfold-train ray`: the entrypoint of a Ray job."""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..failure import STOPPED, RunError
from ..run_folder.events import Events
from ..run_folder.layout import RunFolder, steps_in
from ..run_folder.request import clear_request, read_request, write_request
from ..run_folder.spec import read_spec
from .groups import Resources, train_in_groups
from .task import Task

_LOOK_SECONDS = 0.5


@contextmanager
def _asking(folder: Path) -> Iterator[None]:
    """Signals to the job become requests to the workers, which it cannot signal."""

    def stop(*_: object) -> None:
        # Ray's own handler of SIGTERM, which runs first, has set an alarm that aborts this process after
        # three seconds: less than workers need to save.
        if os.name == "posix":
            signal.alarm(0)
        write_request(folder, "stop")

    def end_early(*_: object) -> None:
        write_request(folder, "early")

    handlers = {signal.SIGTERM: stop, signal.SIGINT: stop}
    if os.name == "posix":
        handlers[signal.SIGUSR1] = end_early
    before = {number: signal.signal(number, handler) for number, handler in handlers.items()}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _workers(asked: int | None, folder: Path) -> int:
    planned = read_spec(folder).recipe.workers
    if planned is not None and asked not in (None, planned):
        raise RunError("bad-input", f"the recipe has {planned} workers, not {asked}")
    return planned or asked or 1


def _failure_of(error: Exception) -> RunError:
    from ..training.failures import failure_of, trace_of

    if isinstance(error, ConnectionError):
        return RunError("internal", "the Ray cluster cannot be reached")
    if not isinstance(error, RunError):
        sys.stderr.write(trace_of(error))
    return failure_of(error)


class _Outcome:
    """How the thread that speaks with Ray ended."""

    code: int | None = None
    error: Exception | None = None


def _in_thread(task: Task, resources: Resources) -> tuple[threading.Thread, _Outcome]:
    """Ray waits in a thread of its own: in the first one it would take the signals for itself."""
    outcome = _Outcome()

    def work() -> None:
        try:
            outcome.code = train_in_groups(task, resources)
        except Exception as error:  # noqa: BLE001 (raised again by the first thread)
            outcome.error = error

    thread = threading.Thread(target=work, name="ray", daemon=True)
    thread.start()
    return thread, outcome


def _wait(task: Task, resources: Resources) -> int:
    thread, outcome = _in_thread(task, resources)
    while thread.is_alive():
        thread.join(_LOOK_SECONDS)
        if read_request(task.folder) == "stop" and not task.at_work.exists():
            # Nobody is at work yet, as where the cluster has no room: nothing is to be saved.
            events = Events(None, task.folder / "events.jsonl")
            states = steps_in(RunFolder(task.folder).states)
            events.emit("stopped", step=states[-1][0] if states else 0, reason="asked")
            return STOPPED
    if outcome.error is not None:
        raise outcome.error
    assert outcome.code is not None
    return outcome.code


def run_on_ray(chosen: argparse.Namespace) -> int:
    """Trains a run folder in workers of Ray Train and answers the exit code. Its events are in the folder's
    `events.jsonl` alone.
    """
    folder = chosen.folder.resolve()
    if not folder.is_dir():
        raise RunError("bad-input", f"{chosen.folder} is not a folder")
    clear_request(folder)
    resources = Resources(_workers(chosen.workers, folder), chosen.gpus_per_worker, chosen.cpus_per_worker)
    models = None if chosen.models is None else chosen.models.resolve()
    task = Task(folder, models, frozenset(chosen.allow), 1)
    task.begin()
    try:
        with _asking(folder):
            return _wait(task, resources)
    except Exception as error:  # noqa: BLE001 (every fault has an exit code)
        failure = _failure_of(error)
        # Who holds the folder writes its events.
        if failure.code != "busy":
            Events(None, folder / "events.jsonl").emit("failed", reason=failure.message, code=failure.code)
        sys.stderr.write(f"{failure.message}\n")
        return failure.exit_code
    finally:
        shutil.rmtree(task.own, ignore_errors=True)
