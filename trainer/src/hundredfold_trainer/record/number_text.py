"""Numbers as ECMAScript writes them."""

from __future__ import annotations

import math
from decimal import Decimal

_EXACT_WHOLE = 2**53


def number_text(value: float) -> str:
    """ECMAScript `Number::toString` in base 10 of a double (ECMA-262 §6.1.6.1.20).

    `15.0` is "15", `-0.0` is "0", `1e21` is "1e+21", `1e-07` is "1e-7". Python's `repr` finds the same
    shortest digits; only where the point and the exponent stand differs.
    """
    if not math.isfinite(value):
        return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    if abs(value) < _EXACT_WHOLE and value == int(value):
        return str(int(value))
    sign, digit_tuple, exponent = Decimal(repr(value)).as_tuple()
    written = "".join(map(str, digit_tuple))
    digits = written.rstrip("0")
    point = len(written) + int(exponent)
    return ("-" if sign else "") + _place_point(digits, point)


def _place_point(digits: str, point: int) -> str:
    """The value 0.digits · 10^point; `point` is the specification's n."""
    count = len(digits)
    if count <= point <= 21:
        return digits + "0" * (point - count)
    if 0 < point <= 21:
        return f"{digits[:point]}.{digits[point:]}"
    if -6 < point <= 0:
        return f"0.{'0' * -point}{digits}"
    power = f"{'+' if point > 0 else '-'}{abs(point - 1)}"
    return f"{digits[0]}{'.' if count > 1 else ''}{digits[1:]}e{power}"
