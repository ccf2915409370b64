"""What holds for any two records: seeded random ones with nested lists, near-equal rows and odd texts."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from hundredfold_trainer.record.json_value import Json, JsonObject
from hundredfold_trainer.scoring import ScoredRecord, Unscorable, equal_leaves, score_record_by_field
from hundredfold_trainer.scoring.per_field import FieldCounts

_LEAVES: list[Json] = [
    *("a", "b", " a ", "", "Ａ", "1,000", "é", "e\u0301", "ﬁ", "fi", "😀", "\ud83d", "İ", "-0.5"),
    *(0, -0.0, 15, 1e21, 0.5, True, None),
]
_PAIRS = 400


def _value(chance: random.Random, depth: int) -> Json:
    kind = chance.randrange(10)
    if depth == 0 or kind < 6:
        return chance.choice(_LEAVES)
    if kind < 8:
        return {key: _value(chance, depth - 1) for key in "pqrs" if chance.randrange(2)}
    return [_value(chance, depth - 1) for _ in range(chance.randrange(4))]


def _alike_rows(chance: random.Random) -> list[Json]:
    pattern = {"p": chance.choice(_LEAVES), "list": _value(chance, 2), "q": [_value(chance, 1)]}
    return [{**pattern, chance.choice("pqr"): chance.choice(_LEAVES)} for _ in range(chance.randrange(5))]


def _record(chance: random.Random) -> JsonObject:
    if chance.randrange(2):
        return {"rows": _alike_rows(chance), "more": _value(chance, 2)}
    return {key: _value(chance, 3) for key in "pqr"}


def _pairs(seed: int) -> Iterator[tuple[random.Random, JsonObject, JsonObject]]:
    chance = random.Random(seed)
    for _ in range(_PAIRS):
        gold = _record(chance)
        near = {**gold, "p": _value(chance, 2)}
        yield chance, gold, chance.choice([_record(chance), near])


def _scored(gold: object, prediction: object) -> tuple[ScoredRecord, FieldCounts]:
    scored = score_record_by_field(gold, prediction)
    assert not isinstance(scored, Unscorable)
    return scored


def _shuffled(value: Json, chance: random.Random) -> Json:
    if isinstance(value, list):
        rows = [_shuffled(row, chance) for row in value]
        return chance.sample(rows, len(rows))
    if isinstance(value, dict):
        return {key: _shuffled(value[key], chance) for key in chance.sample(list(value), len(value))}
    return value


def _matches_by_trial(gold: Json, predicted: Json) -> int:
    """Matched leaves as the specification has them: all pairings of rows are tried."""
    if isinstance(gold, list):
        return _best_pairing(gold, predicted) if isinstance(predicted, list) else 0
    if isinstance(gold, dict):
        if not isinstance(predicted, dict):
            return 0
        return sum(_matches_by_trial(gold[key], predicted[key]) for key in gold if key in predicted)
    return 1 if not isinstance(predicted, list | dict) and equal_leaves(gold, predicted) else 0


def _best_pairing(gold: list[Json], predicted: list[Json]) -> int:
    if not gold:
        return 0
    first, rest = gold[0], gold[1:]
    paired = [
        _matches_by_trial(first, row) + _best_pairing(rest, predicted[:place] + predicted[place + 1 :])
        for place, row in enumerate(predicted)
    ]
    return max(_best_pairing(rest, predicted), *paired, 0)


def test_as_many_leaves_match_as_in_the_best_of_all_pairings() -> None:
    for _, gold, prediction in _pairs(1):
        assert _scored(gold, prediction)[0].counts.matched == _matches_by_trial(gold, prediction)


def test_keys_and_rows_in_any_order_have_the_same_score_by_field_too() -> None:
    for chance, gold, prediction in _pairs(2):
        assert _scored(_shuffled(gold, chance), _shuffled(prediction, chance)) == _scored(gold, prediction)


@pytest.mark.parametrize("seed", range(5))
def test_big_tables_of_ties_have_the_same_score_in_any_order(seed: int) -> None:
    chance = random.Random(seed)

    def table(size: int) -> JsonObject:
        return {"rows": [{key: str(chance.randrange(3)) for key in "abc"} for _ in range(size)]}

    gold, prediction = table(80), table(70)
    assert _scored(_shuffled(gold, chance), _shuffled(prediction, chance)) == _scored(gold, prediction)


def test_both_sides_count_the_same_matches_and_a_record_against_itself_is_right() -> None:
    for _, gold, prediction in _pairs(3):
        assert _scored(gold, prediction)[0].counts.matched == _scored(prediction, gold)[0].counts.matched
        assert _scored(gold, gold)[0].matching == 1


def test_figures_keep_their_bounds_and_fields_add_up() -> None:
    for _, gold, prediction in _pairs(4):
        score, fields = _scored(gold, prediction)
        counts, rates = score.counts, score.rates
        assert counts.matched <= min(counts.predicted, counts.gold)
        assert all(0 <= rate <= 1 for rate in (rates.precision, rates.recall, rates.f1, score.matching))
        assert sum(field.matched for field in fields.values()) == counts.matched
        assert sum(field.predicted for field in fields.values()) == counts.predicted
        assert sum(field.gold for field in fields.values()) == counts.gold


def test_every_piece_of_junk_lowers_the_score_of_a_right_record() -> None:
    for _, gold, _ in _pairs(5):
        before = _scored(gold, gold)[0]
        if before.counts.gold == 0:
            continue
        for amount in range(1, 4):
            junk = {f"junk {place}": "nobody wrote this" for place in range(amount)}
            after = _scored(gold, {**gold, **junk})[0]
            assert after.rates.recall == 1
            assert after.rates.precision < before.rates.precision
            assert after.rates.f1 < before.rates.f1
            before = after
