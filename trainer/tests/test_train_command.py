"""`hundredfold-train` as a process: what stands on stdout, and how it ends."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("trl", reason="the extra gpu is not installed")

from tiny_run import read_lines, train, write_run

from hundredfold_trainer.run_folder.lock import only_trainer


def _start(folder: Path, models: Path, *, before: str = "") -> subprocess.Popen[bytes]:
    program = [sys.executable, "-c", f"{before}\nfrom hundredfold_trainer.command.main import entry; entry()"]
    return subprocess.Popen(
        [*program, "run", str(folder), "--models", str(models)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
    )


def test_a_signal_stops_it_at_the_next_step_and_stdout_is_events_alone(models: Path, tmp_path: Path) -> None:
    folder = write_run(tmp_path / "run", maxSteps=500, epochs=500)
    process = _start(folder, models)
    assert process.stdout is not None
    events: list[dict[str, Any]] = []
    for line in process.stdout:
        events.append(json.loads(line))
        if events[-1]["type"] == "metrics" and events[-1]["step"] == 1:
            process.send_signal(signal.SIGTERM)
    process.communicate()
    assert process.returncode == 7
    stopped = events[-1]
    assert (stopped["type"], stopped["reason"]) == ("stopped", "asked")
    assert (folder / "state" / f"step-{stopped['step']}").is_dir()
    assert stopped["step"] < 500


def test_it_stops_when_nobody_reads_any_more(models: Path, tmp_path: Path) -> None:
    folder = write_run(tmp_path / "run", maxSteps=500, epochs=500)
    process = _start(folder, models)
    assert process.stdout is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.wait() == 7
    written = read_lines((folder / "events.jsonl").read_bytes())
    assert (written[-1]["type"], written[-1]["reason"]) == ("stopped", "reader-gone")


def test_a_full_disk_is_told_as_such(models: Path, tmp_path: Path) -> None:
    folder = write_run(tmp_path / "run", tuning="full", maxSteps=3, saveEverySteps=1)
    # No file may grow beyond 300 kB: the events do, the weights do not.
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))"
    process = _start(folder, models, before=limit)
    output, _ = process.communicate()
    events = read_lines(output)
    assert process.returncode == 6
    assert (events[-1]["type"], events[-1]["code"]) == ("failed", "disk-full")
    assert not (folder / "finished.json").exists()
    assert not list((folder / "state").glob("step-*"))


def test_a_loss_that_is_no_number_is_told_as_such(models: Path, tmp_path: Path) -> None:
    folder = write_run(tmp_path / "run", tuning="full")
    import torch
    from safetensors.torch import load_file, save_file

    broken = tmp_path / "models" / "tiny" / "taught"
    source = models / "tiny" / "taught"
    broken.mkdir(parents=True)
    for path in source.iterdir():
        (broken / path.name).write_bytes(path.read_bytes())
    weights = load_file(broken / "model.safetensors")
    name = next(name for name in weights if name.endswith("layers.1.mlp.down_proj.weight"))
    weights[name] = torch.full_like(weights[name], float("nan"))
    save_file(weights, broken / "model.safetensors", metadata={"format": "pt"})
    trained = train(folder, tmp_path / "models")
    assert trained.code == 5
    assert trained.of("failed")[0]["code"] == "nan-loss"


def test_a_folder_at_work_is_left_alone(models: Path, tmp_path: Path) -> None:
    folder = write_run(tmp_path / "run")
    with only_trainer(folder):
        process = _start(folder, models)
        output, _ = process.communicate()
    assert process.returncode == 8
    assert [event["code"] for event in read_lines(output)] == ["busy"]


@pytest.mark.parametrize(
    ("spec", "recipe", "words"),
    [
        ({"scoringVersion": "another"}, {}, "scored by another definition"),
        ({"dataset": {"file": "dataset.jsonl", "sha256": "0" * 64}}, {}, "not what its hash"),
        ({}, {"groupSize": 1}, "groupSize"),
        ({}, {"model": "no/model"}, "there is no model no/model"),
    ],
)
def test_what_cannot_be_used_is_bad_input(
    spec: dict[str, Any], recipe: dict[str, Any], words: str, models: Path, tmp_path: Path
) -> None:
    trained = train(write_run(tmp_path / "run", spec=spec, **recipe), models)
    assert trained.code == 2
    assert trained.events[-1]["code"] == "bad-input"
    assert words in trained.events[-1]["reason"]


def test_what_libraries_say_of_full_memory_is_understood() -> None:
    import torch

    from hundredfold_trainer.training.failures import failure_of

    with pytest.raises(RuntimeError) as caught:
        torch.empty(10**17)
    assert failure_of(caught.value).code == "out-of-memory"
    assert failure_of(torch.OutOfMemoryError("CUDA out of memory")).code == "out-of-memory"
    told = failure_of(ValueError("Ann Lee, 1950"))
    assert told.code == "internal"
    assert "Ann Lee" not in told.message


def test_importing_the_package_needs_the_standard_library_alone() -> None:
    ours = ("scoring", "recipe", "prompt", "run_folder.spec", "run_folder.manifest", "command.main")
    theirs = ("torch", "transformers", "trl", "numpy", "PIL")
    imports = ", ".join(f"hundredfold_trainer.{name}" for name in ours)
    code = f"import sys; import {imports}; print([name for name in {theirs} if name in sys.modules])"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
