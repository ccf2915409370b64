"""Micro figures over documents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .counts import NO_LEAVES, LeafCounts, Rates, rates_of


@dataclass(frozen=True, slots=True)
class MicroScore:
    counts: LeafCounts
    rates: Rates


def micro_score(counts: Iterable[LeafCounts]) -> MicroScore:
    """Counts summed over the documents first, rates after."""
    total = sum(counts, NO_LEAVES)
    return MicroScore(total, rates_of(total))
