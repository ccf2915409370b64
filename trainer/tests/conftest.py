"""Tiny models, built once for all tests."""

from __future__ import annotations

import gc
import os
from pathlib import Path

import pytest

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("HF_HUB_OFFLINE", "1")
os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")


@pytest.fixture(scope="session")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of models, as `--models` takes it: one of random weights of each family, and `tiny/taught`.

    The taught one answers in the right form, and sometimes rightly: with random weights every rollout earns
    nothing, so that nothing would be trained.
    """
    from tiny_run import CORPUS, train, write_run

    from hundredfold_trainer.tiny import FAMILIES, build_tiny_model

    folder = tmp_path_factory.mktemp("models")
    for family in FAMILIES:
        build_tiny_model(family, folder / "tiny" / family, corpus=CORPUS)
    run = write_run(
        tmp_path_factory.mktemp("taught"),
        model="tiny/qwen2.5-vl",
        tuning="full",
        keys="all",
        maxSteps=1,
        documentsPerStep=4,
        # The stage after it is not what is wanted.
        groupSize=2,
        maxCompletionTokens=8,
        warmStart={"epochs": 60, "learningRate": 3e-3, "documents": None},
    )
    assert train(run, folder).code == 0
    (folder / "tiny" / "taught").symlink_to(run / "checkpoints" / "warm-start")
    # The libraries' own objects are looked through no more: a trainer collects after each run.
    gc.collect()
    gc.freeze()
    return folder
