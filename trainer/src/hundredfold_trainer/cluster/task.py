"""What the job tells its workers, and what they leave behind for it, in `RUN/ray/`."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

from ..failure import RunError
from ..run_folder.whole_folder import write_whole


@dataclass(frozen=True, slots=True)
class Task:
    folder: Path
    models: Path | None
    allow: frozenset[str]
    # From 1: groups of workers before this one were lost.
    group: int

    @property
    def own(self) -> Path:
        """Ray Train's storage, and how workers failed; gone when the job ends."""
        return self.folder / "ray"

    @property
    def at_work(self) -> Path:
        """There once the first worker has the folder: from then on it is the one that stops."""
        return self.own / "at-work"

    def begin(self) -> None:
        shutil.rmtree(self.own, ignore_errors=True)
        self.own.mkdir()

    def leave_failure(self, rank: int, failure: RunError) -> None:
        content = json.dumps({"code": failure.code, "message": failure.message})
        write_whole(self.own / f"failure-{rank}.json", content.encode())

    def failures(self) -> list[RunError]:
        """Of the workers that could tell, in the order of their ranks; one that was killed tells nothing."""
        found = sorted(self.own.glob("failure-*.json"), key=lambda path: int(path.stem.split("-")[1]))
        raw = [json.loads(path.read_text(encoding="utf-8")) for path in found]
        return [RunError(entry["code"], entry["message"]) for entry in raw]
