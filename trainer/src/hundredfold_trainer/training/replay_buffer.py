"""Groups of earlier steps to learn from again (selective sample replay; VL-Rethinker, arXiv 2504.08837)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from random import Random
from statistics import fmean
from typing import Any, Final

# The paper names neither bound. A group that is older than this many steps was written by another policy.
MOST_GROUPS: Final = 64
MOST_STEPS: Final = 20


@dataclass(frozen=True, slots=True)
class KeptGroup:
    """One group as it was sampled, with all that its importance ratio needs; each list is by rollout."""

    step: int
    document: str
    requested: list[str] | None
    template: int
    # None where a rollout could not be scored.
    rewards: list[float | None]
    advantages: list[float]
    tokens: list[list[int]]
    # Of its tokens under the policy that wrote them.
    logps: list[list[float]]
    # What vLLM's own probabilities differed by, in TRL's terms; empty where transformers sampled.
    corrections: list[list[float]]

    @property
    def weight(self) -> float:
        """Mean |advantage|: how much is to be learnt from it."""
        return fmean(abs(advantage) for advantage in self.advantages)


class ReplayBuffer:
    """The newest groups with a gradient; the same on every device."""

    def __init__(self) -> None:
        self._groups: list[KeptGroup] = []

    def __len__(self) -> int:
        return len(self._groups)

    def add(self, groups: Sequence[KeptGroup]) -> None:
        worth = [group for group in groups if group.weight > 0]
        self._groups = [*self._groups, *worth][-MOST_GROUPS:]

    def draw(self, places: Sequence[int], step: int, seed: str) -> dict[int, KeptGroup]:
        """A kept group for each place as far as they reach, none twice, by chance of their weight."""
        self._groups = [group for group in self._groups if step - group.step <= MOST_STEPS]
        left, draw = list(self._groups), Random(seed)
        drawn: dict[int, KeptGroup] = {}
        for place in sorted(places)[: len(left)]:
            (chosen,) = draw.choices(range(len(left)), [group.weight for group in left])
            drawn[place] = left.pop(chosen)
        return drawn

    def as_json(self) -> list[dict[str, Any]]:
        return [asdict(group) for group in self._groups]

    def restore(self, raw: list[dict[str, Any]]) -> None:
        self._groups = [KeptGroup(**group) for group in raw]
