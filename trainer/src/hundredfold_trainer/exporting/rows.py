"""The queries of a run as rows, the same for every engine."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from ..failure import RunError
from ..prompt import draw_keys, prompt_for
from ..record.json_value import is_json_object
from ..record.write_json import write_json
from ..run_folder.dataset import RunDocument
from ..run_folder.spec import RunSpec
from ..scoring import ScoredRecord, Unscorable, score_record

# Those engines cannot draw keys anew at each step, so each document comes with several draws.
DRAWS = 8


@dataclass(frozen=True, slots=True)
class Row:
    id: str
    prompt: str
    images: tuple[Path, ...]
    # JSON text of gold and of the keys that were asked for: what the reward function is given.
    truth: str


def _usable(documents: list[RunDocument], spec: RunSpec) -> list[RunDocument]:
    dropped = [
        document.id
        for document in documents
        if isinstance(score_record(document.gold, {}, schema=spec.schema), Unscorable)
        or not document.images
        or None in document.images
    ]
    if dropped:
        sys.stderr.write(
            f"Left out, gold that cannot be scored or pages without image: {', '.join(dropped)}\n"
        )
    return [document for document in documents if document.id not in dropped]


def _filled(document: RunDocument, spec: RunSpec) -> list[str]:
    gold = document.gold
    scored = {
        key: score_record({key: gold[key]}, {}, schema=spec.schema)
        for key in spec.keys
        if is_json_object(gold) and key in gold
    }
    return [key for key, score in scored.items() if isinstance(score, ScoredRecord) and score.counts.gold > 0]


def _row(spec: RunSpec, document: RunDocument, draw: int) -> Row:
    recipe = spec.recipe
    seed = f"{recipe.seed}:export:{document.id}:{draw}"
    requested = draw_keys(spec.keys, _filled(document, spec), recipe, 1.0, seed)
    return Row(
        id=f"{document.id}-{draw}",
        prompt=prompt_for(spec.schema_json, think=recipe.think, keys=requested),
        images=tuple(path for path in document.images if path is not None),
        truth=write_json({"gold": document.gold, "requested": requested}),
    )


def rows_of(spec: RunSpec, documents: list[RunDocument], split: str) -> list[Row]:
    """All keys where the recipe asks for all, and on validation; else several draws for each document."""
    usable = _usable([document for document in documents if document.split == split], spec)
    if split == "seed" and not usable:
        raise RunError("bad-input", "no document of split seed can be trained on")
    if split == "seed" and spec.recipe.keys == "sampled":
        return [_row(spec, document, draw) for document in usable for draw in range(DRAWS)]
    return [
        Row(
            document.id,
            prompt_for(spec.schema_json, think=spec.recipe.think),
            tuple(path for path in document.images if path is not None),
            write_json({"gold": document.gold, "requested": None}),
        )
        for document in usable
    ]
