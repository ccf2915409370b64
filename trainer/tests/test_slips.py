"""Slips, and the tokens that a model that reads them needs for a prompt."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from hundredfold_trainer.tiny.slips import (
    HEIGHT,
    SLIP_SCHEMA,
    WIDTH,
    draw_slip,
    slip_gold,
    slips,
    write_import,
)


def test_a_slip_is_the_same_every_time_and_no_two_of_a_set_are_alike() -> None:
    numbers = slips(0, 300)
    pages = [draw_slip(number) for number in numbers]
    assert len(set(pages)) == 300
    assert pages == [draw_slip(number) for number in numbers]
    assert Image.open(io.BytesIO(pages[0])).size == (WIDTH, HEIGHT)


def test_an_import_brings_every_slip_with_its_gold_and_where_it_stands(tmp_path: Path) -> None:
    write_import(tmp_path, 7, {"pool": 2, "test": 1})
    with zipfile.ZipFile(tmp_path / "slips.zip") as archive:
        rows = [json.loads(line) for line in archive.read("documents.jsonl").splitlines()]
        assert {row["image"] for row in rows} <= set(archive.namelist())
    assert [row["split"] for row in rows] == ["pool", "pool", "test"]
    for row in rows:
        assert row["gold"] == slip_gold(int(row["id"].removeprefix("slip-")))
        assert [word["text"] for word in row["words"]] == list(row["gold"].values())
        assert all(word["box"][2] <= WIDTH and word["box"][3] <= HEIGHT for word in row["words"])
    assert json.loads((tmp_path / "schema.json").read_text()) == SLIP_SCHEMA


def test_phrases_make_a_prompt_short_and_change_nothing_of_it(tmp_path: Path) -> None:
    pytest.importorskip("transformers", reason="the extra gpu is not installed")
    from transformers import AutoTokenizer

    from hundredfold_trainer.prompt import prompt_for
    from hundredfold_trainer.tiny import build_tiny_model

    prompt = prompt_for(SLIP_SCHEMA, think=False)
    *lines, last = prompt.split("\n")
    phrases = [*(f"{line}\n" for line in lines), last]
    folder = build_tiny_model("qwen2.5-vl", tmp_path / "model", phrases=phrases)
    tokenizer = AutoTokenizer.from_pretrained(folder)
    ids = tokenizer(prompt)["input_ids"]
    assert len(ids) == len(phrases)
    assert tokenizer.decode(ids, skip_special_tokens=True) == prompt
