"""One run in several processes: under torchrun, and in workers of Ray Train."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

pytest.importorskip("trl", reason="the extra gpu is not installed")

from launched import TORCHRUN, launch, steps_told, terminate
from pyarrow import parquet
from safetensors.torch import load_file
from tiny_run import Trained, sampled_at, train, write_run

from hundredfold_trainer.failure import RunError
from hundredfold_trainer.recipe import read_recipe
from hundredfold_trainer.run_folder.request import write_request
from hundredfold_trainer.training.grpo_config import documents_of_each
from hundredfold_trainer.training.run import Run

SETTINGS: dict[str, Any] = {
    "tuning": "full",
    "documentsPerStep": 2,
    "maxSteps": 4,
    "saveEverySteps": 1,
    "validateEverySteps": 2,
}
UNDER_TORCHRUN = [*TORCHRUN, "-m", "hundredfold_trainer", "run"]
SHARDED = [*TORCHRUN, str(Path(__file__).with_name("sharded_on_cpu.py")), "run"]
ON_RAY = ["-m", "hundredfold_trainer", "ray"]
FIGURES = ("loss", "reward", "gradNorm", "entropy", "completionTokens", "learningRate")


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("processes")


@pytest.fixture(scope="module")
def whole(folders: Path, models: Path) -> Trained:
    """Never stopped, two processes."""
    return launch(write_run(folders / "whole", **SETTINGS), models, UNDER_TORCHRUN)


def _is_as_never_stopped(whole: Trained, *parts: Trained) -> None:
    expected, told = steps_told(whole), steps_told(*parts)
    assert sorted(told) == sorted(expected) == [1, 2, 3, 4]
    for step, metrics in expected.items():
        for figure in FIGURES:
            assert told[step][figure] == pytest.approx(metrics[figure], rel=0, abs=1e-6)
    # Without a gradient any two runs would be the same.
    assert any(metrics["gradNorm"] > 0 for metrics in expected.values())


def _asked(folder: Path) -> list[tuple[str, str]]:
    rows = parquet.read_table(folder / "completions" / "step-1.parquet").to_pylist()
    return [(row["document"], row["requested"]) for row in rows]


def test_two_processes_are_one_run(whole: Trained, folders: Path, models: Path) -> None:
    assert whole.code == 0
    assert whole.of("started")[0]["worldSize"] == 2
    for once in ("started", "preflight", "checkpoint", "finished"):
        assert len(whole.of(once)) == 1
    assert [event["step"] for event in whole.of("metrics")] == [1, 2, 3, 4]
    assert [path.name for path in (folders / "whole" / "checkpoints").iterdir()] == ["step-4"]
    # The same questions as in one process; each samples answers of its own.
    alone = write_run(folders / "alone", **{**SETTINGS, "maxSteps": 1})
    assert train(alone, models).code == 0
    assert _asked(folders / "whole") == _asked(alone)
    assert len(_asked(alone)) == 8


def _weights(folder: Path) -> dict[str, Any]:
    weights: dict[str, Any] = load_file(folder / "checkpoints" / "step-4" / "model.safetensors")
    return weights


def test_processes_that_share_one_model_stop_together_and_go_on(
    whole: Trained, folders: Path, models: Path
) -> None:
    folder = write_run(folders / "sharded", sharding="fsdp", **SETTINGS)
    # From before: it must not stop what begins now.
    write_request(folder, "stop")
    first = launch(folder, models, SHARDED, at=sampled_at(2), then=lambda _: write_request(folder, "stop"))
    assert [event["step"] for event in first.of("stopped")] == [2]
    # Nobody had the whole model: each kept its own share.
    assert len(list((folder / "state" / "step-2" / "pytorch_model_fsdp_0").glob("*.distcp"))) == 2
    refused = train(folder, models)
    assert (refused.code, refused.of("failed")[0]["code"]) == (2, "bad-input")
    assert "2 processes" in refused.of("failed")[0]["reason"]
    rest = launch(folder, models, SHARDED)
    assert rest.code == 0
    # The very path of two processes with a whole model each.
    _is_as_never_stopped(whole, first, rest)
    expected, told = _weights(folders / "whole"), _weights(folder)
    assert told.keys() == expected.keys()
    for name, weight in expected.items():
        assert (told[name].float() - weight.float()).abs().max() <= 1e-6
    assert [event["f1"] for event in first.of("validation") + rest.of("validation")] == [
        event["f1"] for event in whole.of("validation")
    ]


def test_each_process_has_its_share_of_a_step(monkeypatch: pytest.MonkeyPatch) -> None:
    run = cast("Run", SimpleNamespace(recipe=read_recipe({"engine": "trl", "preset": "paper"})))
    monkeypatch.setenv("WORLD_SIZE", "2")
    assert documents_of_each(run) == run.recipe.documents_per_step / 2
    monkeypatch.setenv("WORLD_SIZE", "3")
    with pytest.raises(RunError, match="a multiple of 3"):
        documents_of_each(run)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.fixture(scope="module")
def ray_head(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A head of its own, with two CPUs; nothing of it is left."""
    pytest.importorskip("ray", reason="the extra ray is not installed")
    port, ray = _free_port(), Path(sys.executable).parent / "ray"
    # Names of sockets are short.
    folder = Path(f"/tmp/hundredfold-ray-{port}")
    program = [
        ray, "start", "--head", "--block", "--port", port, "--ray-client-server-port", _free_port(),
        "--temp-dir", folder, "--num-cpus", 2, "--num-gpus", 0, "--object-store-memory", 100_000_000,
        "--include-dashboard", "false", "--disable-usage-stats",
    ]  # fmt: skip
    head = subprocess.Popen(
        [str(word) for word in program],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    assert head.stdout is not None
    assert any(b"--block" in line for line in head.stdout)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RAY_ADDRESS", f"127.0.0.1:{port}")
        yield
    head.terminate()
    head.communicate()
    subprocess.run(["rm", "-rf", str(folder)], check=True)


def _stop_while_saving_lasts(folder: Path, process: subprocess.Popen[bytes]) -> None:
    """SIGTERM, and a worker that comes no further for longer than Ray gives a process to end after it."""
    worker = int((folder / "trainer.lock").read_text())
    os.kill(worker, signal.SIGSTOP)
    threading.Timer(5, os.kill, (worker, signal.SIGCONT)).start()
    terminate(process)


def _kill_first_worker(folder: Path) -> None:
    os.kill(int((folder / "trainer.lock").read_text()), signal.SIGKILL)


@pytest.mark.usefixtures("ray_head")
def test_workers_of_ray_stop_go_on_and_outlive_a_lost_one(
    whole: Trained, folders: Path, models: Path
) -> None:
    folder = write_run(folders / "ray", engine="ray", workers=2, **SETTINGS)
    first = launch(
        folder, models, ON_RAY, at=sampled_at(1), then=lambda job: _stop_while_saving_lasts(folder, job)
    )
    assert first.code == 7
    assert first.of("stopped")[0]["step"] < 3
    rest = launch(folder, models, ON_RAY, at=sampled_at(3), then=lambda _: _kill_first_worker(folder))
    assert rest.code == 0
    begun = [event["resumedFrom"] for event in rest.of("started")]
    assert begun == [first.of("stopped")[0]["step"], 2]
    assert "a worker was lost" in rest.of("log")[0]["message"]
    assert [event["worldSize"] for event in rest.of("started")] == [2, 2]
    # The very path of two processes under torchrun.
    _is_as_never_stopped(whole, first, rest)
    assert (folder / "finished.json").exists()
    assert not (folder / "ray").exists()
