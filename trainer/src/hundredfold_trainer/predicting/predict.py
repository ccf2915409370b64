"""`hundredfold-train predict`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from ..failure import FINISHED, RunError
from ..prompt import prompt_for
from ..recipe import Recipe
from ..record.write_json import write_json
from ..rewards.evidence import boxes_in_thought
from ..run_folder.dataset import RunDocument, read_dataset
from ..scoring import parse_completion
from .certainty import certainty
from .checkpoint import Checkpoint, load_checkpoint, read_checkpoint
from .completion import Completion
from .generate import complete
from .vllm_engine import complete_by_vllm, has_vllm


def _documents(dataset: Path, images: Path) -> list[RunDocument]:
    try:
        text = dataset.read_text(encoding="utf-8")
    except OSError as error:
        raise RunError("bad-input", f"{dataset.name} cannot be read: {type(error).__name__}") from error
    documents = read_dataset(text, images)
    for document in documents:
        if not document.images or None in document.images:
            raise RunError("bad-input", f"document {document.id} lacks the image of a page")
    return documents


def _completions(
    checkpoint: Checkpoint, documents: list[RunDocument], models: Path | None, batch: int
) -> Iterator[tuple[RunDocument, Completion]]:
    recipe = checkpoint.recipe
    prompt = prompt_for(checkpoint.schema_json, think=recipe.think, evidence=recipe.evidence_weight > 0)
    model, processor = load_checkpoint(checkpoint, models)
    if has_vllm() and checkpoint.base is None:
        config = model.config
        del model
        yield from complete_by_vllm(str(checkpoint.folder), processor, config, documents, prompt, recipe)
    else:
        yield from complete(model, processor, documents, prompt, recipe, batch=batch)


def _evidence(document: RunDocument, completion: str) -> dict[str, list[dict[str, Any]]]:
    """The boxes that the thought names, as the workbench has them, but for those that no page can have."""
    return {
        pointer: [{"page": box.page, "box": [box.x0, box.y0, box.x1, box.y1]}]
        for pointer, box in boxes_in_thought(completion).items()
        if box.page < len(document.images) and box.x0 <= box.x1 <= 1 and box.y0 <= box.y1 <= 1
    }


def prediction_line(document: RunDocument, completion: Completion, recipe: Recipe) -> dict[str, Any]:
    """`record` is JSON text, as in all files that pass between the two sides; null where none can be read."""
    record = parse_completion(completion.text, think=recipe.think).record
    line = {
        "id": document.id,
        "completion": completion.text,
        "record": None if record is None else write_json(record),
        "confidence": {} if record is None else certainty(completion, record),
    }
    return line if recipe.evidence_weight == 0 else {**line, "evidence": _evidence(document, completion.text)}


def predict(
    folder: Path, dataset: Path, images: Path, output: BinaryIO, *, models: Path | None, batch: int
) -> int:
    """Writes a line for each document, in their order, as they are read."""
    checkpoint = read_checkpoint(folder)
    documents = _documents(dataset, images)
    for document, completion in _completions(checkpoint, documents, models, batch):
        line = prediction_line(document, completion, checkpoint.recipe)
        output.write(f"{write_json(line)}\n".encode())
    return FINISHED
