"""A whole run, from the folder to `finished.json`."""

from __future__ import annotations

from pathlib import Path

import torch

from ..failure import FINISHED, STOPPED
from ..model.processor import load_processor
from ..preflight.run_preflight import run_preflight
from ..rewards.pass_rates import PassRates, read_pass_rates
from ..run_folder.dataset import RunDocument
from ..run_folder.events import Events
from ..run_folder.layout import Finished, RunFolder, steps_in
from ..run_folder.ranks import is_first_rank, world_size
from ..run_folder.spec import RunSpec, load_documents, read_spec
from .generation import require_generation
from .grpo_stage import train_grpo
from .plan import Plan
from .run import Memory, Run, StopRequest
from .stages import train_earlier_stages
from .start import base_source


def _pass_rates_at_start(folder: RunFolder) -> PassRates:
    """The table that the run began with: a resumed one leaves out the same documents."""
    kept = folder.states / "pass-rates-at-start.json"
    rates = read_pass_rates(kept if kept.exists() else folder.pass_rates)
    if not kept.exists() and is_first_rank():
        rates.write(kept)
    return rates


def open_run(spec: RunSpec, events: Events, stop: StopRequest, models: Path | None) -> Run:
    """Reads everything that a run looks at; raises RunError where something cannot be used."""
    require_generation(spec.recipe)
    documents = load_documents(spec)
    folder = RunFolder(spec.folder)
    folder.prepare()
    parent = spec.folder / "parent"
    source = str(parent) if spec.parent is not None else _source(spec, models)
    return Run(
        spec=spec,
        folder=folder,
        documents=_of_split(documents, "seed"),
        validation=_of_split(documents, "validation"),
        unlabelled=_of_split(documents, "unlabelled"),
        processor=load_processor(source),
        events=events,
        stop=stop,
        memory=Memory(pass_rates=_pass_rates_at_start(folder)),
        models=models,
    )


def _of_split(documents: list[RunDocument], split: str) -> list[RunDocument]:
    found = [document for document in documents if document.split == split]
    return sorted(found, key=lambda document: document.rank)


def _source(spec: RunSpec, models: Path | None) -> str:
    from ..model.source import find_model

    return find_model(spec.recipe.model, models)


def _device() -> str:
    return torch.cuda.get_device_name() if torch.cuda.is_available() else "cpu"


def check_round(folder: Path, events: Events, models: Path | None, allow: frozenset[str]) -> int:
    """The pre-flight alone."""
    run = open_run(read_spec(folder), events, StopRequest(), models)
    run_preflight(run, base_source(run), allow | run.spec.allow)
    return FINISHED


def run_round(
    folder: Path, events: Events, stop: StopRequest, models: Path | None, allow: frozenset[str]
) -> int:
    """Trains to the end, or to the next step after a stop was asked for. Answers the exit code."""
    run = open_run(read_spec(folder), events, stop, models)
    finished = run.folder.read_finished()
    if finished is not None:
        name = f"checkpoints/step-{finished.step}"
        events.emit("finished", step=finished.step, checkpoint=finished.checkpoint, folder=name)
        return FINISHED
    events.emit("progress", phase="preparing", step=0, plannedSteps=0, secondsLeft=None)
    documents = run_preflight(run, base_source(run), allow | run.spec.allow)
    plan = Plan(run, documents)
    states = steps_in(run.folder.states)
    events.emit(
        "started",
        plannedSteps=plan.batches * run.recipe.inner_steps,
        resumedFrom=states[-1][0] if states else None,
        documents=len(documents),
        device=_device(),
        worldSize=world_size(),
    )
    earlier = train_earlier_stages(run, documents)
    outcome = earlier.stopped or train_grpo(run, plan, earlier.checkpoint)
    if outcome.checkpoint is None:
        events.emit("stopped", step=outcome.step, reason=stop.reason or "asked")
        return STOPPED
    planned = plan.batches * run.recipe.inner_steps
    if is_first_rank():
        run.memory.pass_rates.write(run.folder.pass_rates)
        run.folder.write_finished(Finished(outcome.step, planned, outcome.checkpoint))
    events.emit(
        "finished",
        step=outcome.step,
        checkpoint=outcome.checkpoint,
        folder=f"checkpoints/step-{outcome.step}",
    )
    return FINISHED
