"""Reading with a checkpoint, merging it, and handing a run to other engines."""

from __future__ import annotations

import importlib.util
import io
import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("trl", reason="the extra gpu is not installed")

from pyarrow import parquet
from tiny_run import SCHEMA, document, gold_of, read_lines, train, write_run

from hundredfold_trainer.exporting import export_run
from hundredfold_trainer.failure import RunError
from hundredfold_trainer.predicting.merge import merge
from hundredfold_trainer.predicting.predict import predict
from hundredfold_trainer.schema import read_record_schema
from hundredfold_trainer.scoring import Unscorable, parse_completion, score_completion


def _predict(checkpoint: Path, folder: Path, models: Path | None, batch: int) -> list[dict[str, Any]]:
    output = io.BytesIO()
    dataset, images = folder / "dataset.jsonl", folder / "images"
    assert predict(checkpoint, dataset, images, output, models=models, batch=batch) == 0
    return read_lines(output.getvalue())


def _check_confidence(lines: list[dict[str, Any]], checkpoint: Path, folder: Path, models: Path) -> None:
    """They are what the model says of the same tokens when it is shown them all at once."""
    import torch

    from hundredfold_trainer.predicting.certainty import certainty
    from hundredfold_trainer.predicting.checkpoint import load_checkpoint, read_checkpoint
    from hundredfold_trainer.predicting.completion import read_tokens
    from hundredfold_trainer.predicting.generate import inputs_of
    from hundredfold_trainer.prompt import prompt_for
    from hundredfold_trainer.run_folder.dataset import read_dataset

    read = read_checkpoint(checkpoint)
    model, processor = load_checkpoint(read, models)
    documents = read_dataset((folder / "dataset.jsonl").read_text(), folder / "images")
    for line, known in zip(lines, documents, strict=True):
        if line["record"] is None:
            continue
        shown = inputs_of(processor, [known], prompt_for(SCHEMA, think=False), read.recipe)
        ids = processor.tokenizer(line["completion"], return_tensors="pt")["input_ids"]
        width = shown["input_ids"].shape[1]
        shown["input_ids"] = torch.cat([shown["input_ids"], ids], dim=1)
        shown["attention_mask"] = torch.ones_like(shown["input_ids"])
        if "mm_token_type_ids" in shown:
            kinds = shown["mm_token_type_ids"]
            shown["mm_token_type_ids"] = torch.cat([kinds, torch.zeros_like(ids)], dim=1)
        with torch.no_grad():
            likely = model(**shown).logits[0, width - 1 : -1].softmax(-1)
        chosen = likely.gather(1, ids[0].unsqueeze(1)).squeeze(1).tolist()
        expected = certainty(
            read_tokens(processor.tokenizer, ids[0].tolist(), chosen), json.loads(line["record"])
        )
        assert line["confidence"] == pytest.approx(expected, abs=5e-3)


def test_a_checkpoint_reads_documents_and_a_merged_one_reads_the_same(models: Path, tmp_path: Path) -> None:
    folder = write_run(tmp_path / "run", maxSteps=2, keys="all")
    assert train(folder, models).code == 0
    checkpoint = folder / "checkpoints" / "step-2"
    lines = _predict(checkpoint, folder, models, 3)
    assert [line["id"] for line in lines] == ["d0", "d1", "d2", "d3", "d9"]
    for line in lines:
        record = parse_completion(line["completion"], think=False).record
        assert (None if line["record"] is None else json.loads(line["record"])) == record
    assert any(line["completion"].startswith("<answer>") for line in lines)
    assert any(line["confidence"] for line in lines)
    _check_confidence(lines, checkpoint, folder, models)
    assert merge(checkpoint, tmp_path / "whole", models=models) == 0
    # Whole weights need no base model beside them.
    again = _predict(tmp_path / "whole", folder, None, 2)
    assert [line["completion"] for line in again] == [line["completion"] for line in lines]
    for mine, before in zip(again, lines, strict=True):
        assert mine["confidence"] == pytest.approx(before["confidence"], abs=1e-3)
    with pytest.raises(RunError, match="whole already"):
        merge(tmp_path / "whole", tmp_path / "again", models=models)


def _reward_of(folder: Path) -> Any:
    spec = importlib.util.spec_from_file_location("exported_reward", folder / "reward.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


COMPLETION = '<answer>{"name": "Ann Lee", "rows": []}</answer>'


def _expected(truth: str, alpha: float) -> float:
    asked = json.loads(truth)
    scored = score_completion(
        COMPLETION,
        asked["gold"],
        think=False,
        schema=read_record_schema(SCHEMA),
        alpha=alpha,
        requested=asked["requested"],
    )
    assert not isinstance(scored, Unscorable)
    return scored.reward


def _exported(tmp_path: Path, engine: str) -> Path:
    lines = [document(0), document(1), document(2, gold="[]"), document(9, "validation")]
    folder = write_run(tmp_path / "run", lines, alpha=0.3)
    assert export_run(engine, folder, tmp_path / engine) == 0
    subprocess.run(["bash", "-n", str(tmp_path / engine / "run.sh")], check=True)
    return tmp_path / engine


def test_a_run_is_exported_for_verl(tmp_path: Path) -> None:
    out = _exported(tmp_path, "verl")
    rows = parquet.read_table(out / "train.parquet").to_pylist()
    # Gold that cannot be scored is left out: its reward would be an error.
    assert {row["extra_info"]["id"].split("-")[0] for row in rows} == {"d0", "d1"}
    reward = _reward_of(out)
    for row in rows:
        assert row["prompt"][0]["content"].count("<image>") == len(row["images"]) == 1
        truth = row["reward_model"]["ground_truth"]
        earned = reward.compute_score(row["data_source"], COMPLETION, truth, row["extra_info"])
        assert earned["score"] == _expected(truth, 0.3)
    with pytest.raises(ValueError, match="cannot be scored"):
        reward.compute_score("hundredfold", COMPLETION, '{"gold": [], "requested": null}')
    assert "trainer.total_epochs=8" in (out / "run.sh").read_text()


@pytest.mark.parametrize("engine", ["easyr1", "swift"])
def test_a_run_is_exported_as_lines_with_its_images(engine: str, tmp_path: Path) -> None:
    out = _exported(tmp_path, engine)
    for name in ("train", "validation"):
        rows = read_lines((out / f"{name}.jsonl").read_bytes())
        assert rows
        for row in rows:
            content = row["problem"] if engine == "easyr1" else row["messages"][0]["content"]
            assert content.count("<image>") == len(row["images"])
            assert all((out / image).is_file() for image in row["images"])
    truth = rows[0]["answer"] if engine == "easyr1" else rows[0]["solution"]
    assert json.loads(truth)["gold"] == gold_of(9)
    if engine == "easyr1":
        given = [{"response": COMPLETION, "ground_truth": truth}]
        assert _reward_of(out).compute_score(given)[0]["overall"] == _expected(truth, 0.3)
