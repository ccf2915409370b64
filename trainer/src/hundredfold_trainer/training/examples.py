"""What supervised stages are shown."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Any

from datasets import Dataset

from ..failure import RunError
from ..model.pages import open_pages
from ..preflight.tokens import gold_answer
from ..prompt import draw_keys
from ..record.json_value import JsonObject, is_json_object
from ..record.read_json import ReadJson, read_json
from ..run_folder.dataset import RunDocument
from .plan import filled_keys
from .run import Run


@dataclass(frozen=True, slots=True)
class Example:
    document: RunDocument
    prompt: str
    # One right answer, or a better and a worse one.
    answers: dict[str, str]


def _answer(record: JsonObject, requested: list[str] | None, run: Run) -> str:
    asked = record if requested is None else {key: record[key] for key in requested if key in record}
    return gold_answer(asked, run.spec.schema, think=run.recipe.think)


def supervised_examples(
    run: Run, name: str, epochs: int, pairs: list[tuple[RunDocument, JsonObject]]
) -> list[Example]:
    """Each pair `epochs` times, in a seeded order, asked for other keys each time where keys are sampled."""
    recipe = run.recipe
    examples: list[Example] = []
    for epoch in range(epochs):
        shuffled = list(pairs)
        Random(f"{recipe.seed}:{name}:{epoch}").shuffle(shuffled)
        for document, record in shuffled:
            seed = f"{recipe.seed}:{name}:{epoch}:{document.id}"
            requested = (
                draw_keys(run.spec.keys, filled_keys(record, run), recipe, 1.0, seed)
                if recipe.keys == "sampled"
                else None
            )
            template = Random(f"{seed}:template").randrange(run.templates)
            answers = {"completion": _answer(record, requested, run)}
            examples.append(Example(document, run.prompt(requested, template), answers))
    return examples


def gold_pairs(documents: list[RunDocument]) -> list[tuple[RunDocument, JsonObject]]:
    return [(document, document.gold) for document in documents if is_json_object(document.gold)]


def _lines(run: Run, file: str) -> list[dict[str, Any]]:
    try:
        text = (run.spec.folder / file).read_text(encoding="utf-8")
        return [json.loads(line) for line in text.split("\n") if line.strip()]
    except (OSError, ValueError) as error:
        raise RunError("bad-input", f"{file} cannot be read: {type(error).__name__}") from error


def _record_of(line: dict[str, Any], key: str, file: str) -> JsonObject:
    text = line.get(key)
    read = read_json(text) if isinstance(text, str) else None
    if not isinstance(read, ReadJson) or not is_json_object(read.value):
        raise RunError("bad-input", f'{file}: "{key}" of {line.get("id")} is no record')
    return read.value


def _known(run: Run, documents: list[RunDocument], file: str) -> list[tuple[RunDocument, dict[str, Any]]]:
    by_id = {document.id: document for document in documents}
    found = [(by_id[line["id"]], line) for line in _lines(run, file) if line.get("id") in by_id]
    if not found:
        raise RunError("bad-input", f"{file} names no document that is trained on")
    return found


def teacher_pairs(run: Run, documents: list[RunDocument]) -> list[tuple[RunDocument, JsonObject]]:
    """What a larger checkpoint read, as `predict` writes it; where it read nothing, nothing.

    Of documents without gold as well: a teacher reads what nobody has labelled.
    """
    file = "teacher.jsonl"
    known = _known(run, [*documents, *run.unlabelled], file)
    return [
        (document, _record_of(line, "record", file))
        for document, line in known
        if line.get("record") is not None
    ]


def preference_examples(run: Run, documents: list[RunDocument], epochs: int) -> list[Example]:
    file = "preferences.jsonl"
    examples = [
        Example(
            document,
            run.prompt(),
            {key: _answer(_record_of(line, key, file), None, run) for key in ("chosen", "rejected")},
        )
        for document, line in _known(run, documents, file)
    ]
    shuffled: list[Example] = []
    for epoch in range(epochs):
        order = list(examples)
        Random(f"{run.recipe.seed}:preferences:{epoch}").shuffle(order)
        shuffled += order
    return shuffled


def example_rows(examples: list[Example]) -> Any:
    """Rows that say where an example is found; TRL looks for the column of images to know what it has."""
    return Dataset.from_list([{"images": [], "prompt": "", "completion": "", "chosen": "", "rejected": "",
                               "place": place} for place in range(len(examples))])  # fmt: skip


def collate(run: Run, examples: list[Example], then: Any) -> Callable[[list[dict[str, Any]]], Any]:
    """Opens the pages of a batch and leaves the rest to TRL's collator."""

    def collator(rows: list[dict[str, Any]]) -> Any:
        batch = [examples[row["place"]] for row in rows]
        return then(
            [
                {
                    "images": open_pages(example.document, run.recipe),
                    "prompt": [{"role": "user", "content": example.prompt}],
                    **{
                        key: [{"role": "assistant", "content": text}] for key, text in example.answers.items()
                    },
                }
                for example in batch
            ]
        )

    return collator
