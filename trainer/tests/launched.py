"""Runs of several processes, and what they tell while they are at work."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tiny_run import Trained

TORCHRUN = ["-m", "torch.distributed.run", "--standalone", "--nproc-per-node", "2"]


def _new_events(path: Path, process: subprocess.Popen[bytes]) -> Iterator[dict[str, Any]]:
    """The events that `events.jsonl` gains, until the process has ended."""
    read = path.stat().st_size if path.exists() else 0
    while True:
        has_ended = process.poll() is not None
        text = path.read_bytes()[read:] if path.exists() else b""
        whole = text[: text.rfind(b"\n") + 1]
        read += len(whole)
        for line in whole.splitlines():
            yield json.loads(line)
        if has_ended:
            return
        time.sleep(0.05)


def launch(
    folder: Path,
    models: Path,
    program: list[str],
    *,
    at: Callable[[dict[str, Any]], bool] = lambda _: False,
    then: Callable[[subprocess.Popen[bytes]], None] = lambda _: None,
) -> Trained:
    """Starts `program` on a run folder; does `then` at the first event that is so."""
    (folder.parent / "logs").mkdir(exist_ok=True)
    log = folder.parent / "logs" / f"{folder.name}-{time.monotonic_ns()}"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, *program, str(folder), "--models", str(models)],
            stdout=output,
            stderr=output,
            env={**os.environ, "OMP_NUM_THREADS": "1", "HF_HUB_OFFLINE": "1", "RAY_USAGE_STATS_ENABLED": "0"},
        )
    events, is_done = [], False
    try:
        for event in _new_events(folder / "events.jsonl", process):
            events.append(event)
            if not is_done and at(event):
                is_done = True
                then(process)
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
    assert not any(event["type"] == "failed" for event in events), log.read_text(errors="replace")[-4000:]
    return Trained(process.returncode, events)


def terminate(process: subprocess.Popen[bytes]) -> None:
    process.send_signal(signal.SIGTERM)


def steps_told(*runs: Trained) -> dict[int, dict[str, float]]:
    """The metrics of each step; what came again counts."""
    return {event["step"]: event["metrics"] for run in runs for event in run.of("metrics")}
