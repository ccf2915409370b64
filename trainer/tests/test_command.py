"""`hundredfold-score` on files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hundredfold_trainer.scoring.command import main


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    gold, predictions = tmp_path / "gold.jsonl", tmp_path / "pred.jsonl"
    gold.write_text(
        '\ufeff{"id": "d1", "record": {"name": "Ann\\u2028Lee", "n": "1"}}\r\n\n'
        '{"id": "d2", "record": []}\n{"id": "d3", "record": {"name": "\\ud800"}}\n{broken\n',
        encoding="utf-8",
    )
    predictions.write_text(
        '{"id": "d1", "record": {"name": "Ann Lee"}}\n{"id": "x", "record": {}}\n', encoding="utf-8"
    )
    return gold, predictions


def test_it_prints_one_json_object_and_names_what_was_left_out(
    files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*map(str, files), "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert [document["id"] for document in printed["documents"]] == ["d1", "d3"]
    assert printed["micro"]["matched"] == 1
    assert printed["fields"]["name"] == {"matched": 1, "predicted": 1, "gold": 2}
    assert printed["unscorable"] == [
        {"id": None, "line": 5, "reason": "gold line is unusable: not JSON"},
        {"id": "x", "line": 2, "reason": "prediction without gold"},
        {"id": "d2", "line": 3, "reason": "gold record is not an object"},
    ]


def test_strict_makes_anything_left_out_an_error(
    files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*map(str, files), "--strict"]) == 2
    assert "3 left out" in capsys.readouterr().err


def test_without_json_it_prints_a_summary(
    files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(list(map(str, files))) == 0
    assert "2 documents: F1 0.5000" in capsys.readouterr().out


def test_completions_have_format_and_reward(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gold, predictions = tmp_path / "gold", tmp_path / "pred"
    gold.write_text('{"id": "d1", "record": {"a": 1}}', encoding="utf-8")
    predictions.write_text('{"id": "d1", "completion": "<answer>{\\"a\\": 1.0}</answer>"}', encoding="utf-8")
    assert main([str(gold), str(predictions), "--completions", "--no-think", "--json"]) == 0
    (document,) = json.loads(capsys.readouterr().out)["documents"]
    assert (document["format"], document["matching"], document["reward"]) == (1, 1, 2)


def test_a_file_that_cannot_be_read_or_nothing_scorable_is_exit_code_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "empty"
    empty.write_text("", encoding="utf-8")
    assert main([str(tmp_path / "none"), str(empty)]) == 2
    assert main([str(empty), str(empty), "--json"]) == 2
    assert "nothing was scorable" in capsys.readouterr().err


def test_a_schema_sets_the_rules_and_a_bad_one_is_exit_code_2(
    files: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    schema = tmp_path / "schema.json"
    schema.write_text('{"type": "object", "properties": {"name": {"type": "list"}}}', encoding="utf-8")
    assert main([*map(str, files), "--schema", str(schema)]) == 2
    assert "/properties/name/type" in capsys.readouterr().err
