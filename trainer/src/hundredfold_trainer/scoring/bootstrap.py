"""95 % intervals from a bootstrap over documents."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from .counts import rates_of
from .resampled_counts import ResampledCounts

# Fixed, so that the same counts show the same interval everywhere.
INTERVAL_SEED: Final = 2025
DEFAULT_RESAMPLES: Final = 1000


@dataclass(frozen=True, slots=True)
class Interval:
    """A 95 % percentile interval."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class DifferenceInterval:
    # F1 of the second minus F1 of the first, on the documents as they are.
    difference: float
    interval: Interval

    @property
    def is_difference(self) -> bool:
        """Only where the interval leaves out 0."""
        return self.interval.low > 0 or self.interval.high < 0


def _quantile(ordered: Sequence[float], share: float) -> float:
    """Linear interpolation between the closest ranks (type 7 of Hyndman & Fan)."""
    at = (len(ordered) - 1) * share
    below, above = ordered[math.floor(at)], ordered[math.ceil(at)]
    return below + (above - below) * (at - math.floor(at))


def _percentile_interval(values: Sequence[float], figure: float) -> Interval:
    """Where no resample says anything the interval is the figure itself."""
    if not values:
        return Interval(figure, figure)
    ordered = sorted(values)
    return Interval(_quantile(ordered, 0.025), _quantile(ordered, 0.975))


def interval_of(counts: ResampledCounts) -> Interval:
    """95 % interval of F1.

    A resample without a leaf says nothing and is left out; one document has one F1 in all the others, so its
    interval is that figure.
    """
    said = [f1 for f1 in counts.f1s() if f1 is not None]
    return _percentile_interval(said, rates_of(counts.total).f1)


def difference_of(before: ResampledCounts, after: ResampledCounts) -> DifferenceInterval:
    """Difference of F1 of two checkpoints on the same documents, `after` minus `before`.

    Both have to come from the same seed and resamples: a document then weighs the same on both sides, which
    is what makes the bootstrap a paired one. A resample without a leaf on either side is left out.
    """
    difference = rates_of(after.total).f1 - rates_of(before.total).f1
    said = [
        # Beside a side that has leaves, one without is right to be silent: 1, as in `rates_of`.
        (1.0 if second is None else second) - (1.0 if first is None else first)
        for first, second in zip(before.f1s(), after.f1s(), strict=True)
        if first is not None or second is not None
    ]
    return DifferenceInterval(difference, _percentile_interval(said, difference))
