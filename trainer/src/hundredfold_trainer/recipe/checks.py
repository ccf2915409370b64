"""What a value of a recipe may be. A check answers what the value should be, or None where it is."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, TypeAlias

Check: TypeAlias = Callable[[Any], str | None]


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)


def whole(low: int, high: int) -> Check:
    def check(value: Any) -> str | None:
        fits = _is_number(value) and value == int(value) and low <= value <= high
        return None if fits else f"a whole number from {low} to {high}"

    return check


def number(low: float, high: float, *, is_open: bool = False) -> Check:
    """From `low` to `high`; `is_open` leaves out `low` itself."""

    def check(value: Any) -> str | None:
        fits = _is_number(value) and low <= value <= high and not (is_open and value == low)
        return None if fits else f"a number {'above' if is_open else 'from'} {low} up to {high}"

    return check


def one_of(*names: str) -> Check:
    return lambda value: None if value in names else f"one of {', '.join(names)}"


def flag(value: Any) -> str | None:
    return None if isinstance(value, bool) else "true or false"


def model_name(value: Any) -> str | None:
    """A name, never a path: the recipe goes into the manifest, where no machine may stand."""
    is_name = isinstance(value, str) and value.strip() == value != ""
    if not is_name or value.startswith((".", "/", "~")) or "\\" in value or ".." in value:
        return "the name of a model, not a path"
    return None


def optional(check: Check) -> Check:
    return lambda value: None if value is None else check(value)


def group(**checks: Check) -> Check:
    """An object with exactly these keys."""

    def check(value: Any) -> str | None:
        if not isinstance(value, dict) or set(value) != set(checks):
            return f"an object with {', '.join(checks)}"
        for key, inner in checks.items():
            if problem := inner(value[key]):
                return f"an object whose {key} is {problem}"
        return None

    return check
