"""`hundredfold-train predict`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from ..failure import FINISHED, RunError
from ..prompt import prompt_for
from ..record.write_json import write_json
from ..run_folder.dataset import RunDocument, read_dataset
from ..scoring import parse_completion
from .checkpoint import Checkpoint, load_checkpoint, read_checkpoint
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
) -> Iterator[tuple[RunDocument, str]]:
    recipe = checkpoint.recipe
    prompt = prompt_for(checkpoint.schema_json, think=recipe.think, evidence=recipe.evidence_weight > 0)
    model, processor = load_checkpoint(checkpoint, models)
    if has_vllm() and checkpoint.base is None:
        config = model.config
        del model
        yield from complete_by_vllm(str(checkpoint.folder), processor, config, documents, prompt, recipe)
    else:
        yield from complete(model, processor, documents, prompt, recipe, batch=batch)


def prediction_line(document: RunDocument, completion: str, *, think: bool) -> dict[str, Any]:
    """`record` is JSON text, as in all files that pass between the two sides; null where none can be read."""
    record = parse_completion(completion, think=think).record
    return {
        "id": document.id,
        "completion": completion,
        "record": None if record is None else write_json(record),
    }


def predict(
    folder: Path, dataset: Path, images: Path, output: BinaryIO, *, models: Path | None, batch: int
) -> int:
    """Writes a line for each document, in their order, as they are read."""
    checkpoint = read_checkpoint(folder)
    documents = _documents(dataset, images)
    for document, completion in _completions(checkpoint, documents, models, batch):
        line = prediction_line(document, completion, think=checkpoint.recipe.think)
        output.write(f"{write_json(line)}\n".encode())
    return FINISHED
