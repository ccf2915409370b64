"""Groups of earlier steps in the place of groups without variance."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("trl", reason="the extra gpu is not installed")

import torch
from tiny_run import train, write_run

from hundredfold_trainer.training import round_trainer
from hundredfold_trainer.training.replay_buffer import MOST_GROUPS, MOST_STEPS, KeptGroup, ReplayBuffer
from hundredfold_trainer.training.replayed_groups import put_logps


def _kept(step: int, advantage: float = 1.0) -> KeptGroup:
    return KeptGroup(
        step,
        f"d{step}",
        None,
        0,
        [1.0, None],
        [advantage, -advantage],
        [[5, 6], [7]],
        [[-0.1, -0.2], [-3.0]],
        [],
    )


def test_the_buffer_keeps_the_newest_that_have_a_gradient() -> None:
    buffer = ReplayBuffer()
    buffer.add([_kept(step, advantage=step % 2) for step in range(4 * MOST_GROUPS)])
    assert len(buffer) == MOST_GROUPS
    last = 4 * MOST_GROUPS - 1
    drawn = buffer.draw(range(MOST_GROUPS), last, "seed")
    steps = {group.step for group in drawn.values()}
    # Each once, those with a gradient alone, and none that is too old.
    assert steps == {step for step in range(last - MOST_STEPS, last + 1) if step % 2 == 1}
    assert len(drawn) == len(steps)
    assert buffer.draw([3, 1], last + MOST_STEPS + 1, "seed") == {}


def test_groups_are_drawn_by_their_advantage_and_alike_everywhere() -> None:
    buffer = ReplayBuffer()
    buffer.add([_kept(0, 0.1), _kept(1, 0.9)])
    again = ReplayBuffer()
    again.restore(json.loads(json.dumps(buffer.as_json())))
    drawn = [buffer.draw([4], 2, str(seed))[4].step for seed in range(400)]
    assert [again.draw([4], 2, str(seed))[4].step for seed in range(400)] == drawn
    assert sum(drawn) / 400 == pytest.approx(0.9, abs=0.06)


def test_old_probabilities_take_their_places_row_by_row() -> None:
    output = {"old_per_token_logps": torch.zeros(4, 3), "importance_sampling_ratio": torch.ones(4, 1)}
    kept = KeptGroup(0, "d", None, 0, [1, 0], [1, -1], [[5, 6], [7]], [[-0.1, -0.2], [-3.0]], [[0.5], [0.25]])
    put_logps(output, {2: kept})
    assert (
        output["old_per_token_logps"].tolist()
        == torch.tensor([[0, 0, 0], [0, 0, 0], [-0.1, -0.2, 0], [-3.0, 0, 0]]).tolist()
    )
    assert output["importance_sampling_ratio"].tolist() == [[1], [1], [0.5], [0.25]]


def test_what_comes_again_is_weighed_by_the_policy_that_wrote_it(
    models: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[KeptGroup, list[list[float]]]] = []

    def listen(output: dict[str, Any], replayed: dict[int, KeptGroup]) -> None:
        for row, kept in replayed.items():
            now = [
                output["old_per_token_logps"][row + place, : len(tokens)].tolist()
                for place, tokens in enumerate(kept.tokens)
            ]
            # The same tokens after the same pages and prompt.
            assert [
                output["completion_ids"][row + place, : len(tokens)].tolist()
                for place, tokens in enumerate(kept.tokens)
            ] == kept.tokens
            seen.append((kept, now))
        put_logps(output, replayed)

    monkeypatch.setattr(round_trainer, "put_logps", listen)
    differences = []
    for rate in (1e-9, 1e-2):
        seen.clear()
        folder = write_run(
            tmp_path / str(rate), maxSteps=4, documentsPerStep=4, groupSize=2, learningRate=rate,
            schedule="constant", zeroVariance="replay",
        )  # fmt: skip
        trained = train(folder, models)
        assert trained.code == 0
        assert sum(trained.metrics("replayedGroups")) == len(seen) > 0
        differences.append(
            max(
                abs(before - after)
                for kept, now in seen
                for first, second in zip(kept.logps, now, strict=True)
                for before, after in zip(first, second, strict=True)
            )
        )
    # A policy that has not moved gives them the same probability; one that has does not.
    assert differences[0] < 1e-3
    assert differences[1] > 1e-2
