"""What the field has learnt since the paper, option by option."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("trl", reason="the extra gpu is not installed")

from pyarrow import parquet
from tiny_run import Trained, document, gold_of, train, unlabelled, write_run

from hundredfold_trainer.recipe import read_recipe
from hundredfold_trainer.rewards.pass_rates import PassRates


def _rows(folder: Path, step: int = 1) -> list[dict[str, Any]]:
    table = parquet.read_table(folder / "completions" / f"step-{step}.parquet")
    rows: list[dict[str, Any]] = table.to_pylist()
    return rows


@pytest.mark.parametrize("loss", ["sequence", "dr-grpo", "gspo"])
def test_each_loss_moves_the_model(loss: str, models: Path, tmp_path: Path) -> None:
    trained = train(write_run(tmp_path / "run", loss=loss, maxSteps=2, innerSteps=2), models)
    assert trained.code == 0
    assert max(trained.metrics("gradNorm")) > 0
    # Inner steps use one batch twice, so the reward stands twice and the second ratio is not 1.
    assert trained.metrics("reward")[0] == trained.metrics("reward")[1]


def test_dr_grpo_does_not_divide_by_the_deviation(models: Path, tmp_path: Path) -> None:
    for loss in ("token", "dr-grpo"):
        assert train(write_run(tmp_path / loss, loss=loss, maxSteps=1), models).code == 0
    plain, without = _rows(tmp_path / "token"), _rows(tmp_path / "dr-grpo")
    rewards = [row["reward"] for row in without]
    assert [row["reward"] for row in plain] == rewards
    mean = sum(rewards) / len(rewards)
    advantages = [row["advantage"] for row in without]
    assert advantages == pytest.approx([reward - mean for reward in rewards], abs=1e-6)
    assert [row["advantage"] for row in plain] != pytest.approx(advantages, abs=1e-3)


def _flat(models: Path, folder: Path, **recipe: Any) -> Trained:
    """A run whose groups earn nothing at all: the model's weights are random."""
    return train(write_run(folder, model="tiny/qwen2.5-vl", maxSteps=1, **recipe), models)


def test_groups_without_variance_are_dropped_from_the_update(models: Path, tmp_path: Path) -> None:
    dropped = _flat(models, tmp_path / "dropped", zeroVariance="drop")
    assert dropped.code == 0
    assert dropped.metrics("zeroVariance") == [1]
    assert dropped.metrics("loss") == [0]


def test_groups_without_variance_are_sampled_anew(models: Path, tmp_path: Path) -> None:
    trained = _flat(models, tmp_path / "run", zeroVariance="resample", documentsPerStep=2)
    assert trained.code == 0
    # Both groups, three times each: these weights never earn anything.
    assert trained.metrics("replacedGroups") == [6]
    rows = _rows(tmp_path / "run")
    assert len(rows) == 8
    assert [row["group"] for row in rows] == [0] * 4 + [1] * 4


def test_cut_off_completions_are_masked(models: Path, tmp_path: Path) -> None:
    masked = train(
        write_run(tmp_path / "run", maxSteps=1, maxCompletionTokens=8, overlong="mask", klCoefficient=0),
        models,
    )
    assert masked.code == 0
    assert masked.metrics("truncatedShare") == [1]
    assert masked.metrics("gradNorm") == [0]


def test_solved_and_hopeless_documents_are_left_out(models: Path, tmp_path: Path) -> None:
    rule = {"solved": 0.9, "hopeless": 0.1, "seen": 4}
    folder = write_run(tmp_path / "run", maxSteps=2, documentsPerStep=2, skipByPassRate=rule)
    rates = PassRates()
    for name, matching in (("d0", 1.0), ("d1", 0.0), ("d2", 0.5)):
        for _ in range(4):
            rates.add(name, matching)
    rates.add("d3", 0.0)
    rates.write(folder / "pass-rates.json")
    trained = train(folder, models)
    assert trained.code == 0
    told = trained.of("pass-rates")[0]
    assert (told["solved"], told["hopeless"], told["skipped"]) == (1, 1, 2)
    asked = {row["document"] for step in (1, 2) for row in _rows(folder, step)}
    assert asked == {"d2", "d3"}
    after = json.loads((folder / "pass-rates.json").read_text())["documents"]
    assert after["d0"]["rollouts"] == 4
    assert after["d3"]["rollouts"] == 1 + sum(
        row["document"] == "d3" for step in (1, 2) for row in _rows(folder, step)
    )


def test_the_curriculum_grows_from_few_keys_to_all(models: Path, tmp_path: Path) -> None:
    folder = write_run(
        tmp_path / "run", keys="all", maxSteps=4, curriculum={"startShare": 0.2, "fullAt": 0.7}
    )
    assert train(folder, models).code == 0
    requested = [json.loads(_rows(folder, step)[0]["requested"] or "null") for step in (1, 2, 3, 4)]
    assert [len(keys) if keys else 3 for keys in requested] == [1, 2, 3, 3]


def test_wordings_of_the_prompt_vary(models: Path, tmp_path: Path) -> None:
    folder = write_run(tmp_path / "run", templates="varied", maxSteps=1, documentsPerStep=8, groupSize=2)
    assert train(folder, models).code == 0
    rows = _rows(folder)
    assert len({row["template"] for row in rows}) > 1
    assert len({row["prompt"].splitlines()[0] for row in rows}) == len({row["template"] for row in rows})


def test_fields_that_are_read_badly_weigh_more(models: Path, tmp_path: Path) -> None:
    equal = write_run(tmp_path / "equal", maxSteps=3, keys="all", learningRate=1e-9)
    live = write_run(tmp_path / "live", maxSteps=3, keys="all", learningRate=1e-9, fieldWeights="live-f1")
    for folder in (equal, live):
        assert train(folder, models).code == 0
    # The same completions; the first batch knows no F1 yet and is rewarded alike.
    assert [row["completion"] for row in _rows(live, 3)] == [row["completion"] for row in _rows(equal, 3)]
    assert [row["reward"] for row in _rows(live, 1)] == [row["reward"] for row in _rows(equal, 1)]
    assert [row["reward"] for row in _rows(live, 3)] != [row["reward"] for row in _rows(equal, 3)]


def test_a_warm_start_teaches_the_form(models: Path, tmp_path: Path) -> None:
    # `tiny/taught` is the checkpoint of a warm start (conftest.py).
    opened = {}
    for model in ("qwen2.5-vl", "taught"):
        folder = write_run(
            tmp_path / model, model=f"tiny/{model}", keys="all", maxSteps=1, documentsPerStep=4
        )
        assert train(folder, models).code == 0
        opened[model] = sum(row["completion"].startswith("<answer>") for row in _rows(folder))
    assert opened["qwen2.5-vl"] == 0
    assert opened["taught"] > 4


def test_a_teacher_s_predictions_and_preferences_come_before_grpo(models: Path, tmp_path: Path) -> None:
    folder = write_run(
        tmp_path / "run",
        [*(document(number) for number in range(4)), unlabelled(5), unlabelled(6), document(9, "validation")],
        maxSteps=1,
        documentsPerStep=2,
        keys="sampled",
        distillation={"epochs": 1, "learningRate": 1e-3},
        preferences={"epochs": 1, "learningRate": 1e-3, "beta": 0.1},
    )
    good = [json.dumps(gold_of(number)) for number in range(4)]
    # Of a labelled document, of one that nobody has labelled, and of one that is only measured.
    teacher = [{"id": f"d{number}", "record": good[number % 4]} for number in (0, 5, 6, 9)]
    (folder / "teacher.jsonl").write_text(
        "\n".join(map(json.dumps, [*teacher, {"id": "d0", "record": None}]))
    )
    pairs = [
        {"id": f"d{number}", "chosen": text, "rejected": '{"name": "?"}'} for number, text in enumerate(good)
    ]
    (folder / "preferences.jsonl").write_text("\n".join(map(json.dumps, pairs)))
    trained = train(folder, models)
    assert trained.code == 0
    assert [event["name"] for event in trained.of("checkpoint")] == ["distilled", "preferred", "step-1"]
    # Three documents, two a step; then the preferences of four.
    steps = [event["plannedSteps"] for event in trained.of("progress") if event["phase"] == "warm-start"]
    assert steps == [2, 2, 2, 2]
    assert {row["document"] for row in _rows(folder)} <= {"d0", "d1", "d2", "d3"}
    # A stage that is done is not done again.
    (folder / "finished.json").unlink()
    assert [event["name"] for event in train(folder, models).of("checkpoint")] == ["step-1"]


def test_gspo_brings_its_own_bounds() -> None:
    recipe = read_recipe({"engine": "trl", "preset": "paper", "loss": "gspo"})
    assert (recipe.clip_low, recipe.clip_high) == (3e-4, 4e-4)
    own = read_recipe({"engine": "trl", "preset": "paper", "loss": "gspo", "clipLow": 0.1})
    assert own.clip_low == 0.1


def test_a_document_without_gold_never_trains(models: Path, tmp_path: Path) -> None:
    lines = [document(0), document(1, gold="[]")]
    folder = write_run(tmp_path / "run", lines, maxSteps=2)
    assert train(folder, models).code == 3
    trained = train(folder, models, allow=("unscorable-gold",))
    assert trained.code == 0
    assert {row["document"] for step in (1, 2) for row in _rows(folder, step)} == {"d0"}
