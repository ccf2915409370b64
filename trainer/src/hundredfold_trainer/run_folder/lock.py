"""One trainer in a run folder at a time."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..failure import RunError

if os.name == "posix":
    import fcntl


@contextmanager
def only_trainer(folder: Path) -> Iterator[None]:
    """Holds `trainer.lock`; the system lets go of it when the process ends, however it ends.

    Raises RunError(`busy`) where another process holds it.
    """
    with (folder / "trainer.lock").open("a+") as file:
        if os.name == "posix":
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise RunError("busy", "another trainer is at work in this folder") from error
        file.truncate(0)
        file.write(f"{os.getpid()}\n")
        file.flush()
        yield
