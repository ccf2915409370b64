"""What follows from JavaScript's texts being UTF-16 and Python's being code points."""

from __future__ import annotations

import re
from collections.abc import Iterable

# Written as escapes of escapes: a source file cannot hold a lone surrogate.
_surrogate_pair = re.compile("[\\ud800-\\udbff][\\udc00-\\udfff]")
surrogate = re.compile("[\\ud800-\\udfff]")


def join_surrogates(text: str) -> str:
    """The text with two halves of a pair, side by side, made the character that they are in UTF-16.

    Python can hold them apart; JavaScript cannot. Lone halves stay.
    """
    if text.isascii() or _surrogate_pair.search(text) is None:
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def utf16_key(text: str) -> bytes:
    """Sorts as JavaScript compares texts, by UTF-16 code unit: U+1F600 comes before U+FB01."""
    return text.encode("utf-16-be", "surrogatepass")


def sort_utf16(texts: Iterable[str]) -> list[str]:
    listed = list(texts)
    return sorted(listed) if all(map(str.isascii, listed)) else sorted(listed, key=utf16_key)
