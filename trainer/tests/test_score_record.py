"""Records: rows, structure, and what cannot be scored."""

from __future__ import annotations

import itertools
import random

import pytest

from hundredfold_trainer.schema import SchemaError, read_record_schema
from hundredfold_trainer.scoring import (
    MISSING,
    LeafCounts,
    ScoredRecord,
    Unscorable,
    score_record,
    score_record_by_field,
)
from hundredfold_trainer.scoring.assign import assign_most

_schema = read_record_schema(
    {"type": "object", "properties": {"rows": {"type": "array", "items": {"type": "string"}}}}
)


def _scored(gold: object, prediction: object) -> ScoredRecord:
    score = score_record(gold, prediction)
    assert isinstance(score, ScoredRecord)
    return score


def test_an_assignment_is_the_best_of_all() -> None:
    chance = random.Random(7)
    for _ in range(300):
        rows, columns = chance.randint(1, 5), chance.randint(1, 5)
        weights = [[chance.randint(0, 4) for _ in range(columns)] for _ in range(rows)]
        found = assign_most(weights)
        taken = [column for column in found if column >= 0]
        assert len(taken) == len(set(taken)) == min(rows, columns)
        wide = weights if rows <= columns else [list(column) for column in zip(*weights, strict=True)]
        best = max(
            sum(row[place] for row, place in zip(wide, order, strict=True))
            for order in itertools.permutations(range(len(wide[0])), len(wide))
        )
        assert sum(weights[row][column] for row, column in enumerate(found) if column >= 0) == best


def test_the_order_of_rows_changes_no_figure() -> None:
    rows = [{"a": str(n % 3), "b": str(n % 2), "c": [str(n)]} for n in range(6)]
    shuffled = random.Random(3).sample(rows, len(rows))
    noisy = [{**row, "b": "x"} for row in shuffled]
    assert score_record_by_field({"rows": rows}, {"rows": noisy}) == score_record_by_field(
        {"rows": shuffled[::-1]}, {"rows": noisy}
    )


def test_fields_add_up_to_the_record() -> None:
    gold = {"name": "A", "rows": [{"k": "1", "v": "2"}, {"k": "3", "v": "4"}]}
    prediction = {"rows": [{"k": "3", "v": "2"}, {"k": "1"}, "stray"], "more": "x"}
    scored = score_record_by_field(gold, prediction)
    assert not isinstance(scored, Unscorable)
    score, fields = scored
    assert sum(fields.values(), LeafCounts(0, 0, 0)) == score.counts == _scored(gold, prediction).counts


@pytest.mark.parametrize("prediction", [[], "text", None, 3])
def test_json_that_is_no_object_earns_nothing_even_on_empty_gold(prediction: object) -> None:
    assert _scored({}, prediction).matching == 0


@pytest.mark.parametrize(
    ("gold", "reason"),
    [
        (MISSING, "gold record is missing"),
        (None, "gold record is not an object"),
        ([], "gold record is not an object"),
        ({"a": float("nan")}, "gold record holds a number that JSON cannot hold"),
        ({"a": 10**400}, "gold record holds a number that JSON cannot hold"),
        ({"a": {1, 2}}, "gold record holds a value that JSON cannot hold"),
        ({1: "a"}, "gold record holds a value that JSON cannot hold"),
        (
            {"rows": "a"},
            "gold record is at odds with the schema at /rows: should be a list, is a single value",
        ),
        (
            {"rows": [None, {}]},
            "gold record is at odds with the schema at /rows/1: should be a single value, is an object",
        ),
    ],
)
def test_gold_that_cannot_be_compared_is_unscorable_with_its_reason(gold: object, reason: str) -> None:
    assert score_record(gold, {}, schema=_schema) == Unscorable(reason)


@pytest.mark.parametrize("alpha", [-0.1, 1.1, float("nan")])
def test_an_alpha_outside_0_to_1_is_unscorable(alpha: float) -> None:
    assert isinstance(score_record({}, {}, alpha=alpha), Unscorable)


def test_500_levels_are_walked_and_501_are_unscorable() -> None:
    def nested(levels: int) -> dict[str, list[object]]:
        value: list[object] = ["a"]
        for _ in range(levels - 2):
            value = [value]
        return {"a": value}

    assert _scored(nested(500), nested(500)).matching == 1
    twisted = {"a": [nested(499)["a"], "b"]}
    assert _scored(twisted, {"a": ["c", nested(499)["a"]]}).counts.matched == 1
    assert not isinstance(score_record_by_field(nested(500), nested(499)), Unscorable)
    assert score_record(nested(501), {}) == Unscorable("gold record is nested deeper than 500 levels")


def test_severity_is_checked_and_changes_no_score() -> None:
    minor = read_record_schema(
        {"type": "object", "properties": {"a": {"type": "string", "x-severity": "minor"}}}
    )
    assert minor == read_record_schema({"type": "object", "properties": {"a": {"type": "string"}}})
    with pytest.raises(SchemaError) as caught:
        read_record_schema({"type": "object", "properties": {"a": {"type": "string", "x-severity": None}}})
    assert [problem.pointer for problem in caught.value.problems] == ["/properties/a/x-severity"]
    with pytest.raises(SchemaError, match="belongs to single values"):
        read_record_schema({"type": "object", "properties": {}, "x-severity": "minor"})


def test_a_schema_that_cannot_be_used_names_every_problem() -> None:
    with pytest.raises(SchemaError) as caught:
        read_record_schema({"type": "object", "properties": {"1": {"type": "text"}, "a": {"$ref": "#"}}})
    assert [problem.pointer for problem in caught.value.problems] == [
        "/properties/1",
        "/properties/1/type",
        "/properties/a/$ref",
    ]
