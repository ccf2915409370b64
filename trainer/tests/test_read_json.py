"""JSON is RFC 8259, read as JavaScript reads it."""

from __future__ import annotations

import pytest

from hundredfold_trainer.record.read_json import NotJson, ReadJson, read_json
from hundredfold_trainer.record.write_json import json_string, write_json


@pytest.mark.parametrize(
    "text",
    ["NaN", "[Infinity]", "-Infinity", "01", "1.", ".5", "+1", "'a'", '"\n"', "[1,]", "", "\ufeff{}", "٣"],
)
def test_what_rfc_8259_does_not_have_is_an_error(text: str) -> None:
    assert read_json(text) == NotJson("not JSON")


@pytest.mark.parametrize("text", ["1e999", "-1e999", '{"a": 1e999, "a": 1}', "9" * 310])
def test_a_number_beyond_a_double_is_an_error_even_in_a_hidden_duplicate(text: str) -> None:
    assert read_json(text) == NotJson("a number is beyond a double")


def test_broken_json_is_called_broken_before_its_numbers_are_looked_at() -> None:
    assert read_json("[1e999") == NotJson("not JSON")


def test_a_text_that_looks_like_a_number_beyond_a_double_is_a_text() -> None:
    assert read_json('"1e999"') == ReadJson("1e999")


def test_of_a_duplicate_key_the_last_one_counts() -> None:
    assert read_json('{"a": 1, "a": 2}') == ReadJson({"a": 2.0})


def test_huge_whole_numbers_are_doubles() -> None:
    assert read_json("9007199254740993") == ReadJson(9007199254740992.0)
    assert read_json("1" + "0" * 5000 + "e-5000") == ReadJson(1.0)


def test_500_levels_are_read_and_501_are_not() -> None:
    assert isinstance(read_json("[" * 500 + "]" * 500), ReadJson)
    assert read_json("[" * 501 + "]" * 501) == NotJson("nested deeper than 500 levels")
    assert isinstance(read_json('"' + "[" * 501 + '"'), ReadJson)


def test_halves_of_a_surrogate_pair_meet_however_they_are_written() -> None:
    assert read_json('"\\ud83d\\ude00"') == ReadJson("😀")
    assert read_json('["\ud83d\\ude00", "\\ud83d\ude00"]') == ReadJson(["😀", "😀"])
    assert read_json('"\\ud83d"') == ReadJson("\ud83d")


def test_lone_surrogates_are_written_as_escapes() -> None:
    assert json_string("é\ud83d\x7f\x01\n") == '"é\\ud83d\x7f\\u0001\\n"'


def test_whole_doubles_are_written_without_a_fraction() -> None:
    assert write_json({"a": [1.0, 0.5, True, None]}) == '{"a":[1,0.5,true,null]}'
