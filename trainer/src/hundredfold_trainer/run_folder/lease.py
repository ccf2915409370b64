"""`trainer.lease`: who holds a run folder, for machines that do not share file locks.

The holder writes a line with its name and a count that grows. Another machine watches the count, never a
clock: machines differ in the time of day.
"""

from __future__ import annotations

import json
import os
import platform
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

from ..failure import EXIT_CODES, RunError
from .whole_folder import write_whole


class Pace(NamedTuple):
    """Seconds."""

    beat: float = 5.0
    # A holder on another machine whose count stood still for so long is gone.
    silence: float = 60.0


STANDARD_PACE = Pace()
_FILE = "trainer.lease"


def this_machine() -> str:
    """The same for all processes that see each other's file locks, as containers of one machine do."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    except OSError:
        return platform.node()


def _read(folder: Path) -> dict[str, object] | None:
    try:
        raw = json.loads((folder / _FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return raw if isinstance(raw, dict) else None


def wait_for_silence(folder: Path, pace: Pace) -> bool:
    """Whether another machine left a lease that nobody keeps up; raises RunError(`busy`) where one does."""
    found = _read(folder)
    if found is None or found.get("machine") == this_machine():
        # On this machine the file lock has decided already.
        return False
    deadline = time.monotonic() + pace.silence
    while time.monotonic() < deadline:
        time.sleep(min(1.0, pace.beat))
        now = _read(folder)
        if now is None:
            return True
        if now != found:
            raise RunError("busy", "a trainer on another machine is at work in this folder")
    return True


def leave_at_once() -> None:
    """Two trainers would damage the folder: the one that was given up for dead ends on the spot."""
    os.write(2, b"another trainer has taken the folder over: this one ends\n")
    os._exit(EXIT_CODES["busy"])


@contextmanager
def lease(folder: Path, pace: Pace) -> Iterator[None]:
    """Keeps the folder's lease up while the block runs."""
    name, path, ended = uuid4().hex, folder / _FILE, threading.Event()

    def write(beat: int) -> None:
        write_whole(path, json.dumps({"machine": this_machine(), "name": name, "beat": beat}).encode())

    def is_mine() -> bool:
        found = _read(folder)
        # A file that cannot be read just now is nobody else's.
        return found is None or found.get("name") == name

    def keep_up() -> None:
        beat = 0
        while not ended.wait(pace.beat):
            if not is_mine():
                leave_at_once()
                return
            beat += 1
            # A full disk is told by what the trainer writes itself.
            with suppress(OSError):
                write(beat)

    was_left = wait_for_silence(folder, pace)
    write(0)
    if was_left:
        # Two machines may have waited for the same one: the last to write has it.
        time.sleep(pace.beat)
        if not is_mine():
            raise RunError("busy", "a trainer on another machine has just begun in this folder")
    thread = threading.Thread(target=keep_up, name="lease", daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()
        if is_mine():
            path.unlink(missing_ok=True)
