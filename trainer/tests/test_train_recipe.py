"""Recipes, prompts, drawn keys and boxes: what needs no model."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path
from random import Random
from typing import Any

import pytest

from hundredfold_trainer.failure import RunError
from hundredfold_trainer.prompt import TEMPLATE_COUNT, draw_keys, prompt_for
from hundredfold_trainer.recipe import PRESETS, Recipe, read_recipe, recipe_as_json
from hundredfold_trainer.recipe.read_recipe import CHECKS, snake_case
from hundredfold_trainer.rewards.evidence import iou, worth_of_boxes
from hundredfold_trainer.rewards.rollout import Query, Rollout
from hundredfold_trainer.rewards.score_rollout import score_rollout
from hundredfold_trainer.run_folder.dataset import Box, RunDocument
from hundredfold_trainer.schema import read_record_schema
from hundredfold_trainer.scoring import LeafCounts, matching_of, rates_of

_vectors_file = Path(__file__).parents[2] / "tests" / "contract" / "prompt-vectors.json"
_vectors: list[dict[str, Any]] = json.loads(_vectors_file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("vector", _vectors, ids=lambda entry: entry["name"])
def test_prompts_are_the_workbench_s_to_the_letter(vector: dict[str, Any]) -> None:
    assert prompt_for(vector["schema"], think=vector["think"], keys=vector.get("keys")) == vector["prompt"]


def test_every_wording_asks_for_the_same_keys_in_the_same_form() -> None:
    schema = {"type": "object", "properties": {"name": {"type": "string", "description": "As printed"}}}
    prompts = [prompt_for(schema, think=True, template=number) for number in range(TEMPLATE_COUNT)]
    assert len(set(prompts)) == TEMPLATE_COUNT
    for prompt in prompts:
        assert '"name": "" // As printed' in prompt
        assert prompt.endswith("<answer> </answer> tags. Output the final answer in JSON format.")


@pytest.mark.parametrize("engine", ["trl", "ray"])
@pytest.mark.parametrize("preset", list(PRESETS))
def test_a_preset_is_a_whole_recipe_that_reads_back(preset: str, engine: str) -> None:
    recipe = read_recipe({"engine": engine, "preset": preset})
    assert read_recipe(recipe_as_json(recipe)) == recipe
    assert recipe_as_json(recipe).get("workers") == (PRESETS[preset].workers if engine == "ray" else None)
    assert set(PRESETS[preset].recipe) == set(CHECKS)


def test_every_key_of_a_recipe_is_checked() -> None:
    beside = {"engine", "preset", "workers"}
    assert {snake_case(key) for key in CHECKS} | beside == {field.name for field in fields(Recipe)}


def test_the_paper_s_preset_is_the_paper_s() -> None:
    recipe = read_recipe({"engine": "trl", "preset": "paper"})
    assert (recipe.group_size, recipe.learning_rate, recipe.schedule, recipe.kl_coefficient) == (
        8,
        1e-6,
        "linear",
        0.04,
    )
    assert (recipe.clip_low, recipe.clip_high, recipe.loss, recipe.keys) == (0.2, 0.28, "token", "sampled")
    assert recipe.think
    assert recipe.tuning == "full"


@pytest.mark.parametrize(
    ("recipe", "words"),
    [
        ({"preset": "none"}, "preset"),
        ({"grupSize": 8}, "grupSize is no key"),
        ({"alpha": 2, "epochs": 0}, "alpha should be a number from 0 up to 1; epochs|epochs.*alpha"),
        ({"model": "/weights/mine"}, "not a path"),
        ({"microBatch": 3}, "microBatch does not divide"),
        ({"evidenceWeight": 0.5, "think": False}, "evidenceWeight needs think"),
        ({"workers": 2}, "workers is no key"),
        ({"tuning": "lora", "sharding": "fsdp"}, "sharding fsdp is for tuning full"),
        ({"engine": "ray", "workers": 3}, "not a multiple of workers"),
        ({"engine": "ray", "workers": 2, "microBatch": 32}, "each worker has to do"),
        ({"engine": "ray", "workers": 2, "zeroVariance": "resample"}, "works with one worker"),
        ({"engine": "verl"}, 'neither "trl" nor "ray"'),
    ],
)
def test_a_recipe_that_cannot_be_used_is_refused_by_name(recipe: dict[str, Any], words: str) -> None:
    with pytest.raises(RunError, match=words):
        read_recipe({"engine": "trl", "preset": "paper", **recipe})


def test_drawn_keys_are_seeded_in_order_and_never_all_empty() -> None:
    recipe = read_recipe({"engine": "trl", "preset": "paper"})
    keys = [f"k{number}" for number in range(13)]
    drawn = [draw_keys(keys, ["k3"], recipe, 0.5, str(seed)) for seed in range(200)]
    assert drawn == [draw_keys(keys, ["k3"], recipe, 0.5, str(seed)) for seed in range(200)]
    for some in drawn:
        assert some is None or ("k3" in some and some == sorted(some, key=keys.index))
    sizes = {len(some) if some else 13 for some in drawn}
    assert sizes == set(range(1, 14))


BOX = Box(0, 0.1, 0.1, 0.5, 0.2)


def _rollout(completion: str) -> Rollout:
    gold: dict[str, Any] = {"name": "Ann Lee", "ward": "3B"}
    known = RunDocument("d0", "seed", 0, (), gold, {"/name": (BOX,), "/ward": (BOX,)})
    return Rollout(Query(known, None, 0, ""), 0, completion, 1, False)


def _earned(completion: str, weight: float) -> Rollout:
    recipe = read_recipe({"engine": "trl", "preset": "paper", "evidenceWeight": weight})
    schema = {"type": "object", "properties": {"name": {"type": "string"}, "ward": {"type": "string"}}}
    rollout = _rollout(completion)
    score_rollout(rollout, read_record_schema(schema), recipe, None)
    return rollout


def test_boxes_pay_only_where_the_value_is_right() -> None:
    line = "/name @ 0 [0.1, 0.1, 0.5, 0.2]"
    right = f'<think>{line}</think><answer>{{"name": "Ann Lee"}}</answer>'
    wrong = f'<think>{line}</think><answer>{{"name": "Bo Chen"}}</answer>'
    bare = '<think></think><answer>{"name": "Ann Lee"}</answer>'
    assert _earned(right, 1).evidence == pytest.approx(0.5)
    assert _earned(wrong, 1).evidence == 0
    plain, boxed = _earned(bare, 1).reward, _earned(right, 1).reward
    assert plain is not None
    assert boxed is not None
    assert boxed > plain
    # Off by default: the reward is the scorer's.
    assert _earned(right, 0).reward == plain


def test_boxes_are_never_worth_a_value() -> None:
    draw = Random(1)
    for _ in range(500):
        gold, predicted = draw.randint(1, 30), draw.randint(2, 30)
        matched = draw.randint(0, min(gold, predicted - 1) - 1) if min(gold, predicted - 1) > 0 else 0
        alpha = draw.choice([0.1, 0.3, 0.5, 0.9])
        recipe = read_recipe({"engine": "trl", "preset": "paper", "alpha": alpha, "evidenceWeight": 1})

        def matching(counts: LeafCounts, alpha: float = alpha) -> float:
            return matching_of(rates_of(counts), alpha)

        here = LeafCounts(matched, predicted, gold)
        boxed = matching(here) + worth_of_boxes(1.0, here, recipe)
        assert boxed < matching(LeafCounts(matched + 1, predicted, gold))
        if matched > 0:
            assert boxed < matching(LeafCounts(matched, predicted - 1, gold))


def test_iou_is_intersection_over_union() -> None:
    assert iou(BOX, BOX) == 1
    assert iou(Box(0, 0, 0, 1, 1), Box(0, 0, 0, 0.5, 1)) == 0.5
    assert iou(BOX, Box(1, 0.1, 0.1, 0.5, 0.2)) == 0
    assert iou(Box(0, 0, 0, 0, 0), Box(0, 0, 0, 0, 0)) == 0


def test_a_scorer_that_breaks_never_rewards(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any, **__: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("hundredfold_trainer.rewards.score_rollout.score_completion_by_field", broken)
    rollout = _earned("<answer>{}</answer>", 0)
    assert rollout.reward is None
    assert rollout.unscorable == "the scorer failed: ZeroDivisionError"
