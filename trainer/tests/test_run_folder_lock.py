"""Who holds a run folder, on this machine and on others."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import pytest

from hundredfold_trainer.failure import RunError
from hundredfold_trainer.run_folder import lease
from hundredfold_trainer.run_folder.lease import Pace, this_machine
from hundredfold_trainer.run_folder.lock import only_trainer

PACE = Pace(beat=0.02, silence=0.5)


def _write_lease(folder: Path, machine: str, beat: int) -> None:
    content = json.dumps({"machine": machine, "name": "another", "beat": beat})
    (folder / ".aside").write_text(content, encoding="utf-8")
    (folder / ".aside").rename(folder / "trainer.lease")


def test_a_folder_is_held_once_and_free_again_afterwards(tmp_path: Path) -> None:
    with only_trainer(tmp_path, pace=PACE):
        with pytest.raises(RunError, match="another trainer is at work"), only_trainer(tmp_path, pace=PACE):
            pass
        assert json.loads((tmp_path / "trainer.lease").read_text())["machine"] == this_machine()
    assert not (tmp_path / "trainer.lease").exists()
    with only_trainer(tmp_path, pace=PACE):
        pass


def test_one_that_is_just_ending_is_waited_for(tmp_path: Path) -> None:
    held, let_go = threading.Event(), threading.Event()

    def hold() -> None:
        with only_trainer(tmp_path, pace=PACE):
            held.set()
            let_go.wait()

    holder = threading.Thread(target=hold)
    holder.start()
    held.wait()
    threading.Timer(0.2, let_go.set).start()
    with only_trainer(tmp_path, patience=60, pace=PACE):
        assert let_go.is_set()
    holder.join()


def test_a_holder_on_another_machine_counts_while_its_count_grows(tmp_path: Path) -> None:
    ended = threading.Event()

    def keep_up() -> None:
        beat = 0
        while not ended.wait(0.01):
            beat += 1
            _write_lease(tmp_path, "another machine", beat)

    _write_lease(tmp_path, "another machine", 0)
    other = threading.Thread(target=keep_up)
    other.start()
    try:
        with (
            pytest.raises(RunError, match="on another machine"),
            only_trainer(tmp_path, pace=Pace(beat=0.02, silence=60)),
        ):
            pass
    finally:
        ended.set()
        other.join()


def test_a_lease_that_a_killed_job_left_blocks_nobody(tmp_path: Path) -> None:
    _write_lease(tmp_path, "another machine", 7)
    with only_trainer(tmp_path, pace=PACE):
        assert json.loads((tmp_path / "trainer.lease").read_text())["name"] != "another"
    # Left on this machine, where the file lock has decided: not even waited for.
    _write_lease(tmp_path, this_machine(), 7)
    with only_trainer(tmp_path, pace=Pace(beat=0.02, silence=3600)):
        pass


def test_one_that_was_given_up_for_dead_ends_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ended = threading.Event()
    monkeypatch.setattr(lease, "leave_at_once", ended.set)
    with only_trainer(tmp_path, pace=PACE):
        _write_lease(tmp_path, "another machine", 0)
        assert ended.wait(60)
        # What it would still have done is the other's folder now.
        _write_lease(tmp_path, "another machine", 1)
    assert json.loads((tmp_path / "trainer.lease").read_text())["name"] == "another"
