"""A set of documents, counted."""

from __future__ import annotations

from .bootstrap import DEFAULT_RESAMPLES, INTERVAL_SEED
from .counts import LeafCounts
from .document_weights import document_weights
from .per_field import FieldCounts
from .resampled_counts import Lanes, ResampledCounts


class Tally:
    """The counts of a set of documents, with their resamples, over all leaves and by leaf path.

    Memory grows with the leaf paths, not with the documents.
    """

    def __init__(self, *, resamples: int = DEFAULT_RESAMPLES, seed: int = INTERVAL_SEED) -> None:
        """Raises ValueError where `resamples` is below 1."""
        if resamples < 1:
            raise ValueError("resamples is a whole number ≥ 1")
        self.resamples = resamples
        self.seed = seed
        # A document's weights are asked for once for each of its paths, one document at a time.
        self._last: tuple[str, Lanes] | None = None
        self._by_path: dict[str, ResampledCounts] = {}
        self.documents = 0
        self.all = self._none()

    def add(self, identifier: str, counts: LeafCounts, fields: FieldCounts | None = None) -> None:
        """Adds a document; the order of documents changes nothing but the order of the paths."""
        self.documents += 1
        self.all.add(identifier, counts)
        for path, field in (fields or {}).items():
            sums = self._by_path.get(path)
            if sums is None:
                sums = self._by_path[path] = self._none()
            sums.add(identifier, field)

    def paths(self) -> list[str]:
        """Leaf paths in the order in which they came."""
        return list(self._by_path)

    def of(self, path: str) -> ResampledCounts:
        """The counts of one leaf path; of no leaves where no document has it."""
        return self._by_path.get(path) or self._none()

    def _none(self) -> ResampledCounts:
        return ResampledCounts(self.resamples, self._lanes_of)

    def _lanes_of(self, identifier: str) -> Lanes:
        if self._last is None or self._last[0] != identifier:
            weights = document_weights(self.seed, identifier, self.resamples)
            self._last = (identifier, Lanes(weights))
        return self._last[1]
