"""F1 on the documents that are not trained on."""

from __future__ import annotations

from typing import Any

from ..predicting.generate import complete
from ..scoring import LeafCounts, Rates, Unscorable, rates_of, score_completion
from .run import Run
from .sharded import generate_together


def validate(run: Run, model: Any) -> Rates | None:
    """Micro P, R and F1 of greedy completions for all keys; None without a document that can be scored."""
    recipe = run.recipe
    total: LeafCounts | None = None
    batch = recipe.micro_batch
    generate_together(model)
    for document, completion in complete(
        model, run.processor, run.validation, run.prompt(), recipe, batch=batch
    ):
        scored = score_completion(
            completion.text, document.gold, think=recipe.think, schema=run.spec.schema, alpha=recipe.alpha
        )
        if not isinstance(scored, Unscorable):
            total = scored.score.counts if total is None else total + scored.score.counts
    return None if total is None else rates_of(total)


def report_validation(run: Run, model: Any, step: int, name: str) -> None:
    """An event with the figures, where there is anything to measure."""
    rates = validate(run, model) if run.validation else None
    if rates is not None:
        run.events.emit(
            "validation", step=step, name=name, f1=rates.f1, precision=rates.precision, recall=rates.recall
        )
