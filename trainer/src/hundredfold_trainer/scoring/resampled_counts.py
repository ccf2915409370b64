"""Counts added up in every resample at once."""

from __future__ import annotations

import struct
from collections.abc import Callable
from typing import Final, TypeAlias

from .counts import NO_LEAVES, LeafCounts, f1_of
from .document_weights import HEAVIEST

# The sums of all resamples stand side by side in one whole number, 64 bits each, so that adding a document
# is a multiplication and an addition.
_LANE_BYTES: Final = 8
_LARGEST_SUM: Final = 2**64 - 1

# A path that few documents have keeps them as they came: what models invent are many paths with one
# document each, and sums take 16 bytes a resample.
_FEW_DOCUMENTS: Final = 16


class Lanes:
    """A document's weights in the lanes, and what a count makes of them."""

    __slots__ = ("_times", "_weights")

    def __init__(self, weights: bytes) -> None:
        spread = bytearray(len(weights) * _LANE_BYTES)
        spread[::_LANE_BYTES] = weights
        self._weights = int.from_bytes(spread, "little")
        # The same few counts come back for many paths of a document.
        self._times: dict[int, int] = {0: 0, 1: self._weights}

    def times(self, count: int) -> int:
        product = self._times.get(count)
        if product is None:
            product = self._times[count] = self._weights * count
        return product


# A document's weight in each resample, by its id.
LanesOf: TypeAlias = Callable[[str], Lanes]


class ResampledCounts:
    """Counts of any number of documents, added up as they are and in every resample.

    Memory does not grow with the documents; their order changes nothing.
    """

    __slots__ = ("_few", "_lanes_of", "_matched", "_resamples", "_size", "total")

    def __init__(self, resamples: int, lanes_of: LanesOf) -> None:
        self._resamples = resamples
        self._lanes_of = lanes_of
        self._few: list[tuple[str, LeafCounts]] | None = []
        # n and |S_p| + |S_g| of each resample: F1 = 2n / (|S_p| + |S_g|).
        self._matched = 0
        self._size = 0
        # The documents as they are.
        self.total = NO_LEAVES

    def add(self, identifier: str, counts: LeafCounts) -> None:
        """Adds a document. Raises OverflowError where a sum might not fit its 64 bits any more."""
        self.total += counts
        if (self.total.predicted + self.total.gold) * HEAVIEST > _LARGEST_SUM:
            raise OverflowError("more leaves than a sum can hold")
        if self._few is None:
            self._matched, self._size = self._added(self._matched, self._size, identifier, counts)
            return
        self._few.append((identifier, counts))
        if len(self._few) == _FEW_DOCUMENTS:
            self._matched, self._size = self._sums()
            self._few = None

    def f1s(self) -> list[float | None]:
        """F1 of each resample; None where a resample holds no leaf at all."""
        form = struct.Struct(f"<{self._resamples}Q")
        matched, size = (form.unpack(sums.to_bytes(form.size, "little")) for sums in self._sums())
        return [f1_of(n, leaves) if leaves else None for n, leaves in zip(matched, size, strict=True)]

    def _added(self, matched: int, size: int, identifier: str, counts: LeafCounts) -> tuple[int, int]:
        lanes = self._lanes_of(identifier)
        return matched + lanes.times(counts.matched), size + lanes.times(counts.predicted + counts.gold)

    def _sums(self) -> tuple[int, int]:
        matched, size = self._matched, self._size
        for identifier, counts in self._few or ():
            matched, size = self._added(matched, size, identifier, counts)
        return matched, size
