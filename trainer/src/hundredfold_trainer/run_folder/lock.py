"""One trainer in a run folder at a time."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ..failure import RunError
from .lease import STANDARD_PACE, Pace, lease

if os.name == "posix":
    import fcntl


def _take(file: Any, patience: float) -> None:
    deadline = time.monotonic() + patience
    while True:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            if time.monotonic() >= deadline:
                raise RunError("busy", "another trainer is at work in this folder") from error
            time.sleep(0.1)
        else:
            return


@contextmanager
def only_trainer(folder: Path, *, patience: float = 0.0, pace: Pace = STANDARD_PACE) -> Iterator[None]:
    """Holds `trainer.lock`, which the system lets go of when the process ends, however it ends; and
    `trainer.lease`, for machines that share the folder and no locks.

    `patience` is how many seconds to wait for one that is just ending. Raises RunError(`busy`) where another
    process holds the folder.
    """
    with (folder / "trainer.lock").open("a+") as file:
        if os.name == "posix":
            _take(file, patience)
        with lease(folder, pace):
            file.truncate(0)
            file.write(f"{os.getpid()}\n")
            file.flush()
            yield
