"""Key sampling (arXiv 2506.13363 §3.4) and the curriculum over it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from random import Random

from ..recipe.recipe import Curriculum, Recipe


def _share_at(curriculum: Curriculum | None, progress: float) -> float:
    if curriculum is None:
        return 1.0
    grown = min(1.0, progress / curriculum.full_at)
    return curriculum.start_share + (1 - curriculum.start_share) * grown


def draw_keys(
    keys: Sequence[str], filled: Sequence[str], recipe: Recipe, progress: float, seed: str
) -> list[str] | None:
    """The top-level keys to ask for, in the schema's order; None for all.

    `filled` are those that gold has a value for: one of them is always asked for, since a query whose right
    answer is empty teaches silence alone. `progress` is the share of the steps done, for the curriculum. The
    paper publishes neither share nor distribution: as many keys as a fair die says (ours).
    """
    most = max(1, math.ceil(_share_at(recipe.curriculum, progress) * len(keys)))
    draw = Random(seed)
    count = draw.randint(1, most) if recipe.keys == "sampled" else most
    if count >= len(keys):
        return None
    drawn = set(draw.sample(list(keys), count))
    if filled and drawn.isdisjoint(filled):
        drawn.remove(draw.choice(sorted(drawn)))
        drawn.add(draw.choice(list(filled)))
    return [key for key in keys if key in drawn]
