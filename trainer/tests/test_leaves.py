"""Normal form and equality where Python and JavaScript part by nature."""

from __future__ import annotations

import pytest

from hundredfold_trainer.scoring import equal_leaves, is_empty_leaf, normal_form, read_number


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (15.0, "15"),
        (-0.0, "0"),
        (0, "0"),
        (1e21, "1e+21"),
        (123456789012345680000.0, "123456789012345680000"),
        (2**60, "1152921504606847000"),
        (1e-7, "1e-7"),
        (1.5e-7, "1.5e-7"),
        (0.000001, "0.000001"),
        (-1.25, "-1.25"),
        (5e-324, "5e-324"),
        (1.7976931348623157e308, "1.7976931348623157e+308"),
        (1e16, "10000000000000000"),
        (0.1 + 0.2, "0.30000000000000004"),
    ],
)
def test_numbers_are_written_as_ecmascript_writes_them(number: float, text: str) -> None:
    assert normal_form(number) == text


def test_booleans_are_words_not_numbers() -> None:
    assert normal_form(True) == "true"
    assert not equal_leaves(True, 1)


def test_white_space_is_unicode_s_property_not_python_s() -> None:
    assert normal_form("a\x85\u3000b") == "a b"
    assert normal_form("a\x1cb\ufeff") == "a\x1cb\ufeff"
    assert is_empty_leaf("\u2028\xa0")
    assert not is_empty_leaf("\x1f")


def test_text_is_nfkc() -> None:
    assert normal_form("Ｈｂ\u3000①ﬁ") == "Hb 1fi"


def test_lower_case_has_no_locale_and_knows_the_final_sigma() -> None:
    assert equal_leaves("ΟΔΟΣ", "οδος", "text-ci")
    assert equal_leaves("İ", "i̇", "text-ci")
    assert not equal_leaves("I", "ı", "text-ci")
    assert not equal_leaves("ß", "SS", "text-ci")


@pytest.mark.parametrize(
    "text", [".5", "5.", "1234,567", "1,23", "٣", "0x10", "1_000", "inf", "nan", "1 0", ""]
)
def test_what_is_no_number_is_compared_as_text(text: str) -> None:
    assert read_number(text) is None


def test_numbers_are_equal_as_doubles() -> None:
    assert equal_leaves("1,234.50", 1234.5, "number")
    assert equal_leaves("+1e3", "1,000", "number")
    assert equal_leaves("-0", 0, "number")
    assert equal_leaves("9007199254740993", "9007199254740992", "number")
    assert not equal_leaves("-0.5", "0.5", "number")


def test_no_empty_leaf_equals_anything() -> None:
    assert not equal_leaves("", None)
