"""When two leaves are equal."""

from __future__ import annotations

import re

from ..record.json_value import Leaf
from ..record.number_text import number_text
from ..schema.types import MatchRule
from .normal_form import normal_form

# `[0-9]`, because Python's `\d` takes the digits of every script.
_number = re.compile(r"[+-]?(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")


def read_number(text: str) -> float | None:
    """The double that a normal form reads as under the rule `number`; None where it is no number."""
    return float(text.replace(",", "")) if _number.fullmatch(text) else None


def equality_key(leaf: Leaf, rule: MatchRule) -> str:
    """One text for all leaves that are equal under the rule, "" for an empty leaf.

    Two non-empty leaves are equal exactly when their keys are. (Under `number` a number and a text never
    meet, because equal texts read alike.) `str.lower` is Unicode's full mapping without a locale, with the
    final sigma, as `toLowerCase` is.
    """
    text = normal_form(leaf)
    if rule == "text" or text == "":
        return text
    if rule == "text-ci":
        return text.lower()
    number = read_number(text)
    # The space keeps numbers apart from texts: no normal form begins with one.
    return text if number is None else f" {number_text(number)}"


def equal_leaves(a: Leaf, b: Leaf, rule: MatchRule = "text") -> bool:
    """Both non-empty and equal under the rule."""
    key = equality_key(a, rule)
    return key != "" and key == equality_key(b, rule)
