"""How sure a model was of a value, and where it says that it stands: what needs no model."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

pytest.importorskip("trl", reason="the extra gpu is not installed")

from hundredfold_trainer.predicting.certainty import certainty
from hundredfold_trainer.predicting.completion import Completion, WrittenToken, read_tokens
from hundredfold_trainer.predicting.leaf_spans import leaf_spans
from hundredfold_trainer.predicting.predict import prediction_line
from hundredfold_trainer.recipe import read_recipe
from hundredfold_trainer.run_folder.dataset import RunDocument
from hundredfold_trainer.scoring import parse_completion
from hundredfold_trainer.tiny.tokenizer import qwen_tokenizer

TEXT = (
    '<think>perhaps {"name": "Ann"}</think>\n<answer>```json\n'
    '{"name" : "Änn \\"L\\" Lee", "rows": [{"a/b": 12.5, "x": ""}, {"a/b": -3e2}], "ok":true, "no": null,'
    ' "name": "Bo"}\n```</answer>'
)


def test_values_are_found_where_the_record_was_read() -> None:
    record = parse_completion(TEXT, think=True).record
    assert record is not None
    spans = {pointer: TEXT[start:end] for pointer, (start, end) in leaf_spans(TEXT, record).items()}
    # Of a key that stands twice the last counts, as for the scorer.
    assert spans == {
        "/name": '"Bo"', "/rows/0/a~1b": "12.5", "/rows/0/x": '""', "/rows/1/a~1b": "-3e2", "/ok": "true",
        "/no": "null",
    }  # fmt: skip
    assert leaf_spans("no record here {", {}) == {}
    assert leaf_spans('{"name": "Bo"}', {"name": "Ann"}) == {}


def _one_by_one(text: str, probabilities: dict[int, float]) -> Completion:
    """A completion whose tokens are its characters."""
    return Completion(
        text, tuple(WrittenToken(place + 1, probabilities.get(place, 1.0)) for place in range(len(text)))
    )


def test_a_value_is_as_sure_as_its_least_sure_token() -> None:
    text = '{"name": "Bo", "ward": "", "age": 4}'
    record = json.loads(text)
    bo = text.index("Bo")
    assert certainty(_one_by_one(text, {bo: 0.5, bo + 1: 0.25, 0: 0.125}), record) == {
        "/name": 0.25,
        "/age": 1,
    }
    # The quote that ends a value is part of it; the comma behind it is not.
    assert certainty(_one_by_one(text, {bo + 2: 0.5, bo + 3: 0.125}), record)["/name"] == 0.5
    # A token that begins before the value and ends in it counts.
    halves = (WrittenToken(bo + 1, 0.5), WrittenToken(len(text), 0.75))
    assert certainty(Completion(text, halves), record) == {"/name": 0.5, "/age": 0.75}
    assert certainty(Completion(text, ()), record) == {}


def test_a_character_of_several_tokens_ends_with_its_last() -> None:
    tokenizer = qwen_tokenizer(["plain words"], size=300)
    ids = tokenizer("a血b<|im_end|>")["input_ids"]
    read = read_tokens(tokenizer, ids, [0.5] * len(ids))
    assert read.text == "a血b"
    assert len(ids) == 6
    assert [token.end for token in read.tokens] == [1, 1, 1, 2, 3, 3]


def test_boxes_stand_in_a_prediction_where_they_were_trained() -> None:
    text = (
        "<think>/name @ 0 [0.10, 0.20, 0.35, 0.23]\n/age @ 7 [0.1, 0.1, 0.2, 0.2]\n"
        '/ward @ 0 [0.9, 0.1, 0.2, 0.2]</think><answer>{"name": "Bo"}</answer>'
    )
    document = RunDocument("d", "unlabelled", 0, (Path("0.png"),), {}, {})
    recipe = read_recipe({"engine": "trl", "preset": "paper", "evidenceWeight": 0.5})
    line = prediction_line(document, _one_by_one(text, {}), recipe)
    # No page 7, and no box that ends before it begins.
    assert line["evidence"] == {"/name": [{"page": 0, "box": [0.1, 0.2, 0.35, 0.23]}]}
    assert line["confidence"] == {"/name": 1}
    plain = read_recipe({"engine": "trl", "preset": "paper"})
    assert "evidence" not in prediction_line(document, _one_by_one(text, {}), plain)
