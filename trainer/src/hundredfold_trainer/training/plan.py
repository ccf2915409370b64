"""Which document is asked what, and when. It follows from the seed: a resumed run goes the same way."""

from __future__ import annotations

import math
from collections.abc import Sequence
from random import Random

from ..prompt import draw_keys
from ..record.json_value import Json, Missing, is_json_object
from ..rewards.rollout import Query
from ..run_folder.dataset import RunDocument
from ..scoring import LeafCounts, ScoredRecord, score_record
from .run import Run


def steps_of(documents: int, run: Run) -> int:
    """Batches of completions: each document `epochs` times, so many at a time, at most `maxSteps`."""
    recipe = run.recipe
    batches = math.ceil(documents * recipe.epochs / recipe.documents_per_step)
    most = batches if recipe.max_steps is None else math.ceil(recipe.max_steps / recipe.inner_steps)
    return min(batches, most)


def order_of(documents: Sequence[RunDocument], count: int, seed: int) -> list[RunDocument]:
    """`count` documents: one shuffle of all after another, so that each comes equally often."""
    order: list[RunDocument] = []
    epoch = 0
    while len(order) < count:
        shuffled = list(documents)
        Random(f"{seed}:order:{epoch}").shuffle(shuffled)
        order += shuffled
        epoch += 1
    return order[:count]


def filled_keys(gold: Json | Missing, run: Run) -> list[str]:
    """Top-level keys that a record has a non-empty leaf for."""
    if not is_json_object(gold):
        return []

    def has_leaves(key: str) -> bool:
        scored = score_record({key: gold[key]}, {}, schema=run.spec.schema)
        return isinstance(scored, ScoredRecord) and scored.counts != LeafCounts(0, 0, 0)

    return [key for key in run.spec.keys if key in gold and has_leaves(key)]


class Plan:
    """The queries of a run; slot i is the i-th document asked."""

    def __init__(self, run: Run, documents: list[RunDocument]) -> None:
        self._run = run
        self._documents = documents
        self.batches = steps_of(len(documents), run)
        count = self.batches * run.recipe.documents_per_step
        self._order = order_of(documents, count, run.recipe.seed)
        self._filled = {document.id: filled_keys(document.gold, run) for document in documents}

    @property
    def slots(self) -> int:
        return len(self._order)

    def query(self, slot: int, attempt: int = 0, avoid: frozenset[str] = frozenset()) -> Query:
        """What slot asks; `attempt` > 0 is a replacement by a document that `avoid` does not name."""
        run = self._run
        seed = f"{run.recipe.seed}:{slot}:{attempt}"
        document = self._order[slot] if attempt == 0 else self._replacement(seed, avoid)
        progress = slot / max(1, self.slots)
        filled = self._filled[document.id]
        requested = draw_keys(run.spec.keys, filled, run.recipe, progress, f"{seed}:keys")
        template = Random(f"{seed}:template").randrange(run.templates)
        return Query(document, requested, template, run.prompt(requested, template))

    def again(self, identifier: str, requested: list[str] | None, template: int) -> Query:
        """A query of an earlier step."""
        document = next(known for known in self._documents if known.id == identifier)
        return Query(document, requested, template, self._run.prompt(requested, template))

    def _replacement(self, seed: str, avoid: frozenset[str]) -> RunDocument:
        others = [document for document in self._documents if document.id not in avoid]
        return Random(f"{seed}:replacement").choice(others or self._documents)
