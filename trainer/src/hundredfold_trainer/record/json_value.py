"""JSON as RFC 8259 has it, in Python's own types."""

from __future__ import annotations

import enum
import re
from typing import Final, TypeAlias, TypeGuard

Leaf: TypeAlias = str | int | float | bool | None
Json: TypeAlias = "Leaf | list[Json] | dict[str, Json]"
JsonObject: TypeAlias = dict[str, Json]


class Missing(enum.Enum):
    """The type of `MISSING`, where JSON has nothing at all (null is None)."""

    MISSING = "missing"


MISSING: Final = Missing.MISSING

_array_index = re.compile(r"0|[1-9][0-9]{0,9}")
_digits = frozenset("0123456789")
_LARGEST_INDEX = 2**32 - 2


def is_json_object(value: object) -> TypeGuard[JsonObject]:
    return isinstance(value, dict)


def is_json_list(value: object) -> TypeGuard[list[Json]]:
    return isinstance(value, list)


def is_array_index(key: str) -> bool:
    """ECMAScript's array index: a whole number below 2³² − 1 as `String` writes it."""
    return _array_index.fullmatch(key) is not None and int(key) <= _LARGEST_INDEX


def keys_in_order(keys: list[str]) -> list[str]:
    """The order in which JavaScript walks an object's keys: whole numbers first, ascending.

    Source: ECMA-262, OrdinaryOwnPropertyKeys.
    """
    if not any(key[:1] in _digits for key in keys):
        return keys
    return sorted(filter(is_array_index, keys), key=int) + [key for key in keys if not is_array_index(key)]
