"""The pre-flight: everything that would go wrong after an hour, before the first step."""

from __future__ import annotations

import json
import shutil

from ..rewards.pass_rates import PassRates
from ..run_folder.dataset import RunDocument
from ..run_folder.ranks import is_first_rank, world_size
from ..run_folder.whole_folder import write_whole
from ..scoring import Unscorable, score_record
from ..training.parent import has_whole_parent
from ..training.run import Run
from .findings import Preflight
from .memory import ModelSize, available_memory, estimate_memory, measure_model
from .tokens import answer_tokens, prompt_tokens

_GIB = 2**30


def _drop_unusable(run: Run, preflight: Preflight) -> list[RunDocument]:
    """Documents that can be trained on; the others are named."""
    unscorable = [
        document.id
        for document in run.documents
        if isinstance(score_record(document.gold, {}, schema=run.spec.schema), Unscorable)
    ]
    if unscorable:
        message = "gold that cannot be scored; with leave they are left out"
        preflight.add("unscorable-gold", message, unscorable)
    blind = [
        document.id
        for document in [*run.documents, *run.validation, *run.unlabelled]
        if not document.images or None in document.images
    ]
    if blind:
        preflight.add("missing-image", "pages without an image; with leave they are left out", blind)
    dropped = {*unscorable, *blind}
    for untrained in (run.validation, run.unlabelled):
        untrained[:] = [document for document in untrained if document.id not in dropped]
    return [document for document in run.documents if document.id not in dropped]


def _skip_by_pass_rate(run: Run, documents: list[RunDocument], preflight: Preflight) -> list[RunDocument]:
    rule = run.recipe.skip_by_pass_rate
    if rule is None:
        return documents
    rates: PassRates = run.memory.pass_rates
    verdicts = {document.id: rates.verdict(document.id, rule) for document in documents}
    for verdict in ("solved", "hopeless"):
        skipped = [identifier for identifier, found in verdicts.items() if found == verdict]
        if skipped:
            preflight.add(f"skipped-{verdict}", f"left out: {verdict} by their pass rate", skipped)
    kept = [document for document in documents if verdicts[document.id] is None]
    counts = {name: sum(found == name for found in verdicts.values()) for name in ("solved", "hopeless")}
    run.events.emit("pass-rates", step=0, **counts, skipped=len(documents) - len(kept))
    return kept


def _measure_tokens(run: Run, documents: list[RunDocument], size: ModelSize, preflight: Preflight) -> None:
    recipe = run.recipe
    prompts = {document.id: prompt_tokens(run, document) for document in [*documents, *run.unlabelled]}
    answers = {document.id: answer_tokens(run, document) for document in documents}
    preflight.longest_prompt_tokens = max(prompts.values(), default=0)
    preflight.longest_answer_tokens = max(answers.values(), default=0)
    long = [identifier for identifier, count in answers.items() if count > recipe.max_completion_tokens]
    if long:
        message = (
            f"gold is longer than maxCompletionTokens {recipe.max_completion_tokens}: "
            f"{preflight.longest_answer_tokens} tokens at most"
        )
        preflight.add("answer-too-long", message, long)
    room = size.positions - recipe.max_completion_tokens
    wide = [identifier for identifier, count in prompts.items() if count > room]
    if wide:
        message = f"pages and prompt leave no room in the model's {size.positions} tokens: lower maxPixels"
        preflight.add("prompt-too-long", message, wide)


def _measure_memory(run: Run, size: ModelSize, preflight: Preflight) -> None:
    needed = estimate_memory(size, run.recipe, preflight.longest_prompt_tokens, world=world_size())
    available = available_memory()
    preflight.memory_gib = {**needed, "available": available}
    if needed["total"] > available:
        preflight.add(
            "memory", f"about {needed['total']:.0f} GiB are needed on a device that has {available:.0f} GiB"
        )


def _measure_disk(run: Run, size: ModelSize, preflight: Preflight) -> None:
    recipe = run.recipe
    is_lora = recipe.tuning == "lora"
    trainable = size.adapter_per_rank * recipe.lora_rank if is_lora else size.trainable_full
    is_adapter = is_lora and not has_whole_parent(run)
    checkpoint = trainable * 4 if is_adapter else size.parameters * (2 if recipe.precision == "bf16" else 4)
    # Two states and the one being written, each of weights and two moments; and two checkpoints.
    needed = (3 * trainable * 12 + 2 * checkpoint) / _GIB + 0.1
    free = shutil.disk_usage(run.spec.folder).free / _GIB
    if needed > free:
        preflight.add("disk-space", f"about {needed:.1f} GiB are needed, {free:.1f} GiB are free")


def run_preflight(run: Run, source: str, allow: frozenset[str]) -> list[RunDocument]:
    """Documents to train on; raises RunError(`preflight-refused`) for what was found and not allowed.

    What was found is written to `preflight.json` and told as an event either way.
    """
    preflight = Preflight()
    documents = _drop_unusable(run, preflight)
    documents = _skip_by_pass_rate(run, documents, preflight)
    if not documents:
        preflight.add("no-documents", "no document of split seed is left to train on")
    if not run.validation:
        preflight.add("no-validation", "no document of split validation: F1 while training is not measured")
    size = measure_model(source)
    _measure_tokens(run, documents, size, preflight)
    _measure_memory(run, size, preflight)
    _measure_disk(run, size, preflight)
    told = preflight.as_json(allow)
    run.events.emit("preflight", **told)
    if is_first_rank():
        write_whole(run.spec.folder / "preflight.json", json.dumps(told, indent=2).encode())
    preflight.refuse(allow)
    return documents
