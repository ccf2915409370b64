"""`run` and `check`: a run folder, its events, signals, and how it ended."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from ..failure import RunError
from ..run_folder.events import Events, silent
from ..run_folder.lock import only_trainer
from ..run_folder.ranks import is_first_rank
from ..run_folder.request import clear_request
from ..training.run import StopRequest


@contextmanager
def _stopping(stop: StopRequest) -> Iterator[None]:
    """SIGTERM and SIGINT ask for a stop, SIGUSR1 for an early end.

    In other threads than the first, as under Ray, there can be no handlers.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def ask(*_: Any) -> None:
        stop.ask("asked")

    def end_early(*_: Any) -> None:
        stop.end_early()

    handlers = {signal.SIGTERM: ask, signal.SIGINT: ask}
    if os.name == "posix":
        handlers[signal.SIGUSR1] = end_early
    before = {number: signal.signal(number, handler) for number, handler in handlers.items()}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _told(failure: RunError, events: Events) -> int:
    """Says how it failed. Where not even that can be written, the exit code still says it."""
    try:
        events.emit("failed", reason=failure.message, code=failure.code)
    except OSError:
        return failure.exit_code
    return failure.exit_code


def train_folder(
    folder: Path,
    events: Events,
    stop: StopRequest,
    *,
    models: Path | None = None,
    allow: frozenset[str] = frozenset(),
) -> int:
    """Trains a run folder and answers the exit code; what went wrong is an event, the trace on stderr."""
    try:
        return try_to_train(folder, events, stop, models=models, allow=allow)
    except RunError as failure:
        return _told(failure, events)


def try_to_train(
    folder: Path, events: Events, stop: StopRequest, *, models: Path | None, allow: frozenset[str]
) -> int:
    """The same, but how it failed is raised: a RunError always, the trace of anything else on stderr."""
    # Loaded late: a folder that is busy or no folder at all is told at once.
    from ..training.failures import failure_of, trace_of
    from ..training.run_round import run_round

    try:
        return run_round(folder, events, stop, models, allow)
    except RunError:
        raise
    except Exception as error:  # noqa: BLE001 (every fault has an exit code)
        sys.stderr.write(trace_of(error))
        # Without its cause, whose message may hold a document.
        raise failure_of(error) from None


def run_or_check(chosen: argparse.Namespace, output: BinaryIO) -> int:
    folder, allow = chosen.folder.resolve(), frozenset(chosen.allow)
    if not folder.is_dir():
        raise RunError("bad-input", f"{chosen.folder} is not a folder")
    stop = StopRequest(folder=folder)
    if not is_first_rank():
        with _stopping(stop):
            return train_folder(folder, silent(), stop, models=chosen.models, allow=allow)
    try:
        with only_trainer(folder), _stopping(stop):
            if chosen.command == "check":
                return _check(folder, Events(output), chosen.models, allow)
            clear_request(folder)
            events = Events(output, folder / "events.jsonl", on_reader_gone=lambda: stop.ask("reader-gone"))
            return train_folder(folder, events, stop, models=chosen.models, allow=allow)
    except RunError as failure:
        return _told(failure, Events(output))


def _check(folder: Path, events: Events, models: Path | None, allow: frozenset[str]) -> int:
    from ..training.run_round import check_round

    try:
        return check_round(folder, events, models, allow)
    except RunError as failure:
        return _told(failure, events)
