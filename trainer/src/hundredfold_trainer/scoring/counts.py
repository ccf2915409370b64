"""Counts of leaves and the rates that follow from them (Eq. 5)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LeafCounts:
    """Matched, predicted and gold leaves: n, |S_p| and |S_g| of Eq. 5."""

    matched: int
    predicted: int
    gold: int

    def __add__(self, other: LeafCounts) -> LeafCounts:
        return LeafCounts(
            self.matched + other.matched, self.predicted + other.predicted, self.gold + other.gold
        )


NO_LEAVES = LeafCounts(0, 0, 0)


@dataclass(frozen=True, slots=True)
class Rates:
    """Each 0–1."""

    precision: float
    recall: float
    f1: float


def f1_of(matched: int, size: int) -> float:
    """2PR/(P+R), written without the rates: 2n / (|S_p| + |S_g|); `size` is |S_p| + |S_g|, above 0."""
    return (2 * matched) / size


def rates_of(counts: LeafCounts) -> Rates:
    """P, R and F1; 1 where both sides are empty, 0 where a denominator is."""
    if counts.predicted == 0 and counts.gold == 0:
        return Rates(1.0, 1.0, 1.0)
    precision = 0.0 if counts.predicted == 0 else counts.matched / counts.predicted
    recall = 0.0 if counts.gold == 0 else counts.matched / counts.gold
    return Rates(precision, recall, f1_of(counts.matched, counts.predicted + counts.gold))


def matching_of(rates: Rates, alpha: float) -> float:
    """r_matching (Eq. 5); `alpha` is the weight of precision, 0–1."""
    return alpha * rates.precision + (1 - alpha) * rates.recall
