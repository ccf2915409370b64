"""`hundredfold-score` on files."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest

from hundredfold_trainer.scoring.command import main
from hundredfold_trainer.scoring.json_lines_file import JsonLinesFile


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
    assert list(printed) == ["documents", "micro", "fields", "unscorable", "intervals"]
    assert printed["intervals"]["fields"]["name"]["low"] <= 0.5


def test_strict_makes_anything_left_out_an_error(
    files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*map(str, files), "--strict"]) == 2
    said = capsys.readouterr()
    assert (said.out, "3 left out, the first at line 5" in said.err) == ("", True)


def test_without_json_it_prints_a_summary(
    files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(list(map(str, files))) == 0
    printed = capsys.readouterr().out
    assert "F1 50.0 (0.0 to 66.7), precision 100.0, recall 33.3 over 2 documents" in printed
    assert "3 left out:\n  line 5: gold line is unusable: not JSON\n" in printed


def test_two_files_of_predictions_come_with_their_paired_difference(
    files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    gold, predictions = map(str, files)
    assert main([gold, predictions, predictions, "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["before"] == printed["after"]
    none = {"difference": 0, "low": 0, "high": 0, "isDifference": False}
    assert printed["difference"] == {"micro": none, "fields": {"name": none, "n": none}}


def test_a_line_longer_than_can_be_held_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "lines"
    path.write_bytes(b'{"id": "a"}\n' + b" " * 20 + b"\n" + b"x" * 21 + b"\nlast" + b"\xff" * 30)
    with closing(JsonLinesFile(path, longest=20)) as file:
        lines = list(file.lines())
        assert [line.text for line in lines] == ['{"id": "a"}', " " * 20, None, None]
        assert [file.read(line.place) for line in lines[:2]] == ['{"id": "a"}', " " * 20]
    assert [line.place.offset for line in lines] == [0, 12, 33, 55]


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
    said = capsys.readouterr()
    assert json.loads(said.out)["micro"]["f1"] is None
    assert "Nothing could be scored." in said.err


def test_with_json_an_error_is_json_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "none"), str(tmp_path), "--json"]) == 2
    said = capsys.readouterr()
    assert json.loads(said.out)["error"]["message"] == f"{tmp_path / 'none'} cannot be read."
    assert said.err == ""


def test_a_schema_sets_the_rules_and_a_bad_one_is_exit_code_2(
    files: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    schema = tmp_path / "schema.json"
    schema.write_text('{"type": "object", "properties": {"name": {"type": "list"}}}', encoding="utf-8")
    assert main([*map(str, files), "--schema", str(schema)]) == 2
    assert "/properties/name/type" in capsys.readouterr().err
