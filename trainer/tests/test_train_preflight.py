"""What the pre-flight finds, refuses, and lets pass with leave."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("trl", reason="the extra gpu is not installed")

from tiny_run import Trained, document, train, write_run

from hundredfold_trainer.failure import RunError
from hundredfold_trainer.model.processor import load_processor, suppressed_tokens
from hundredfold_trainer.preflight.memory import ModelSize, estimate_memory
from hundredfold_trainer.preflight.tokens import gold_answer
from hundredfold_trainer.recipe import PRESETS, read_recipe
from hundredfold_trainer.schema import read_record_schema
from hundredfold_trainer.training.generation import (
    SERVER_VARIABLE,
    cut_at_banned,
    generation_arguments,
    require_generation,
)

NOTHING_ALLOWED: dict[str, Any] = {"allow": []}


def _refusals(trained: Trained) -> dict[str, list[str]]:
    findings = trained.of("preflight")[0]["findings"]
    return {entry["code"]: entry["documents"] for entry in findings if entry["level"] == "refused"}


def test_it_names_documents_that_cannot_be_scored_or_seen_or_said(models: Path, tmp_path: Path) -> None:
    long = json.dumps({"name": "A" * 400})
    lines = [document(0), document(1, gold='{"rows": "no list"}'), document(2), document(3, gold=long)]
    folder = write_run(tmp_path / "run", lines, spec=NOTHING_ALLOWED, maxCompletionTokens=64)
    (folder / "images" / "d2" / "0.png").unlink()
    trained = train(folder, models)
    assert trained.code == 3
    assert _refusals(trained) == {
        "unscorable-gold": ["d1"],
        "missing-image": ["d2"],
        "answer-too-long": ["d3"],
    }
    failed = trained.of("failed")[0]
    assert failed["code"] == "preflight-refused"
    assert all(name in failed["reason"] for name in ("d1", "d2", "d3"))
    assert "AAA" not in json.dumps(trained.events)
    assert json.loads((folder / "preflight.json").read_text())["findings"]
    assert not trained.of("started")


def test_leave_is_on_record(models: Path, tmp_path: Path) -> None:
    lines = [document(0), document(1, gold="[]")]
    folder = write_run(tmp_path / "run", lines, maxSteps=1)
    trained = train(folder, models, allow=("unscorable-gold",))
    assert trained.code == 0
    findings = json.loads((folder / "preflight.json").read_text())["findings"]
    levels = {entry["code"]: entry["level"] for entry in findings}
    assert levels == {"unscorable-gold": "allowed", "no-validation": "note"}


def test_pages_too_large_for_the_model_are_refused(models: Path, tmp_path: Path) -> None:
    folder = write_run(tmp_path / "run", [document(0)], maxCompletionTokens=8150)
    assert _refusals(train(folder, models)) == {"prompt-too-long": ["d0"]}


def test_tokens_are_those_of_the_pixel_bounds(models: Path, tmp_path: Path) -> None:
    counts = []
    for pixels in (4096, 16384):
        folder = write_run(
            tmp_path / str(pixels), [document(0)], minPixels=pixels, maxPixels=pixels, maxSteps=1
        )
        counts.append(train(folder, models).of("preflight")[0]["longestPromptTokens"])
    # A token is 16 × 16 pixels: four times as many pixels, 48 tokens more.
    assert counts[1] - counts[0] == pytest.approx(48, abs=8)


def test_nothing_left_to_train_on_cannot_be_allowed(models: Path, tmp_path: Path) -> None:
    folder = write_run(tmp_path / "run", [document(0, "validation")])
    trained = train(folder, models, allow=("no-documents",))
    assert trained.code == 3
    assert "no-documents" in _refusals(trained)


# Qwen2.5-VL-7B, from its published configuration.
SEVEN = ModelSize(
    parameters=8_292_166_656,
    trainable_full=7_615_616_512,
    adapter_per_rank=28 * (2 * (3584 + 3584) + 2 * (3584 + 512) + 3 * (3584 + 18944)),
    hidden=3584,
    intermediate=18944,
    layers=28,
    kv_width=2 * 4 * 128,
    vocabulary=152_064,
    positions=128_000,
)


def test_the_presets_take_about_what_they_say() -> None:
    def total(preset: str) -> float:
        recipe = read_recipe({"engine": "trl", "preset": preset})
        return estimate_memory(SEVEN, recipe, 2600)["total"]

    assert "140 GiB" in PRESETS["paper"].memory
    assert 125 < total("paper") < 155
    assert "30 GiB" in PRESETS["single-gpu"].memory
    assert 25 < total("single-gpu") < 35


def test_only_the_end_token_may_be_sampled_of_the_special_ones(models: Path) -> None:
    from transformers import AutoConfig

    for family in ("qwen2.5-vl", "smolvlm"):
        folder = str(models / "tiny" / family)
        processor = load_processor(folder)
        banned = suppressed_tokens(processor, AutoConfig.from_pretrained(folder))
        tokenizer = processor.tokenizer
        special = {place for place, token in tokenizer.added_tokens_decoder.items() if token.special}
        assert set(banned) == special - {tokenizer.eos_token_id}
        assert len(banned) > 8


def test_a_placeholder_that_is_the_likeliest_token_is_never_written(models: Path) -> None:
    import torch
    from transformers import AutoModelForImageTextToText, GenerationConfig

    source = str(models / "tiny" / "qwen2.5-vl")
    model = AutoModelForImageTextToText.from_pretrained(source)
    processor = load_processor(source)
    banned = suppressed_tokens(processor, model.config)
    image = model.config.image_token_id
    assert image in banned
    head = torch.nn.Linear(model.config.get_text_config().hidden_size, len(processor.tokenizer))
    torch.nn.init.zeros_(head.weight)
    head.bias.data.fill_(0)[banned] = 1e4
    model.lm_head = head
    told = generation_arguments(read_recipe({"engine": "trl", "preset": "smoke"}), banned)[
        "generation_kwargs"
    ]
    asked = processor.tokenizer("a", return_tensors="pt")
    for kwargs, is_clean in ((told, True), ({}, False)):
        config = GenerationConfig(
            do_sample=True, max_new_tokens=40, pad_token_id=processor.tokenizer.pad_token_id, **kwargs
        )
        written = model.generate(**asked, generation_config=config)[0, asked["input_ids"].shape[1] :]
        assert bool(set(written.tolist()).isdisjoint(banned)) == is_clean


def test_what_a_bias_lets_through_is_cut_off() -> None:
    ids, logps = cut_at_banned(
        [[5, 6, 9, 7], [5, 2], [9, 5]], [[0.1, 0.2, 0.3, 0.4], [0.5, 0.6], [0.7, 0.8]], [9], 2
    )
    assert ids == [[5, 6], [5, 2], [2]]
    assert logps == [[0.1, 0.2], [0.5, 0.6], [None]]
    assert cut_at_banned([[9]], None, [9], 2) == ([[2]], None)


def test_what_samples_is_told_to_trl_and_asked_for_before_anything_is_loaded(
    models: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import importlib.machinery
    import sys

    from trl import GRPOConfig

    def recipe(generation: str) -> Any:
        return read_recipe({"engine": "trl", "preset": "smoke", "generation": generation})

    if importlib.util.find_spec("vllm") is None:
        refused = train(write_run(tmp_path / "run", generation="vllm", model="no/model"), models)
        assert refused.code == 2
        assert "vLLM is not installed on this machine" in refused.of("failed")[0]["reason"]
        module = type(sys)("vllm")
        module.__spec__ = importlib.machinery.ModuleSpec("vllm", None)
        monkeypatch.setitem(sys.modules, "vllm", module)
    monkeypatch.delenv(SERVER_VARIABLE, raising=False)
    with pytest.raises(RunError, match=f"{SERVER_VARIABLE} is not set"):
        require_generation(recipe("vllm-server"))
    monkeypatch.setenv(SERVER_VARIABLE, "http://gpu-2:8000/")
    require_generation(recipe("transformers"))
    common = {"output_dir": str(tmp_path), "use_cpu": True, "bf16": False}
    server = GRPOConfig(**common, **generation_arguments(recipe("vllm-server"), [7]))
    assert (server.use_vllm, server.vllm_mode) == (True, "server")
    assert server.vllm_server_base_url == "http://gpu-2:8000"
    assert server.generation_kwargs == {"logit_bias": {7: -100.0}}
    beside = GRPOConfig(**common, **generation_arguments(recipe("vllm"), [7]))
    assert (beside.use_vllm, beside.vllm_mode) == (True, "colocate")
    assert not GRPOConfig(**common, **generation_arguments(recipe("transformers"), [7])).use_vllm


def test_an_answer_to_learn_from_has_the_order_of_the_schema() -> None:
    row = {"type": "object", "properties": {"test": {"type": "string"}, "result": {"type": "string"}}}
    schema = read_record_schema(
        {
            "type": "object",
            "properties": {"rows": {"type": "array", "items": row}, "name": {"type": "string"}},
        }
    )
    gold = {"extra": "x", "name": "Ada", "rows": [{"result": "1", "test": "HGB"}]}
    assert gold_answer(gold, schema, think=False) == (
        '<answer>\n{"rows":[{"test":"HGB","result":"1"}],"name":"Ada","extra":"x"}\n</answer>'
    )
