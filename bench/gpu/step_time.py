"""Seconds of a training step and what they go into: `python bench/gpu/step_time.py --work DIR`.

    --part ours|trl-same|trl-example|reward|report   one part (all of them in turns without it)
    --tiny                                           the same code on a CPU, in under a minute

Each part adds a line to DIR/parts.jsonl; run a part again for another turn. `report` writes
bench/results/gpu-step-time.md.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from contenders import Task, measure_ours, measure_trl
from machine import describe_machine, spread
from pages import SCHEMA, documents
from seven import build_seven

from hundredfold_trainer.preflight.tokens import gold_answer
from hundredfold_trainer.recipe import read_recipe
from hundredfold_trainer.rewards.rollout import Query, Rollout
from hundredfold_trainer.rewards.score_rollout import score_rollout
from hundredfold_trainer.run_folder.dataset import RunDocument
from hundredfold_trainer.schema import read_record_schema

PARTS = ("ours", "trl-same", "trl-example", "reward")
_RESULT = Path(__file__).parents[1] / "results" / "gpu-step-time.md"


def _task(work: Path, *, is_tiny: bool, tokens: int, steps: int) -> Task:
    build_seven(work / "models" / "bench" / "seven", is_tiny=is_tiny)
    size = (96, 128) if is_tiny else (1240, 1754)
    small: dict[str, Any] = {
        "precision": "fp32", "groupSize": 2, "minPixels": 1024, "maxPixels": 8192, "loraRank": 4,
        "gradientCheckpointing": False,
    }  # fmt: skip
    recipe = {
        "engine": "trl", "preset": "single-gpu", "model": "bench/seven", "maxCompletionTokens": tokens,
        "saveEverySteps": 10**6, "validateEverySteps": None, **(small if is_tiny else {}),
    }  # fmt: skip
    lines = documents(4, split="seed", first=0, rows=2 if is_tiny else 20, size=size)
    return Task(work, lines, SCHEMA, recipe, steps)


def _measure_reward(task: Task) -> dict[str, float]:
    """Seconds to score completions that say nearly everything: those of random weights say nothing."""
    recipe = read_recipe(task.recipe)
    schema = read_record_schema(task.schema)
    rollouts = []
    for place in range(recipe.documents_per_step * recipe.group_size):
        gold = json.loads(task.lines[place % len(task.lines)]["gold"])
        known = RunDocument(f"d{place}", "seed", 0, (), gold, {})
        said = {**gold, "name": "?", "rows": gold["rows"][::-1]}
        text = gold_answer(said, schema, think=recipe.think)
        rollouts.append(Rollout(Query(known, None, 0, ""), 0, text, 1, False))
    begun = time.perf_counter()
    for rollout in rollouts:
        score_rollout(rollout, schema, recipe, None)
    return {"rewardSeconds": time.perf_counter() - begun}


def _measure(part: str, task: Task, turn: int) -> dict[str, float]:
    if part == "ours":
        return measure_ours(task, turn)
    if part == "reward":
        return _measure_reward(task)
    return measure_trl(task, turn, is_like_ours=part == "trl-same")


def _report(work: Path, title: str) -> str:
    rows = [json.loads(line) for line in (work / "parts.jsonl").read_text(encoding="utf-8").splitlines()]

    def all_of(part: str, name: str) -> list[float]:
        return [row["figures"][name] for row in rows if row["part"] == part]

    mine = all_of("ours", "stepSeconds")
    lines = [
        "# Seconds of a training step", "", f"`python bench/gpu/step_time.py`, {describe_machine()} {title}",
        "Median (lowest–highest) of the turns; in each the first step is left out.", "",
        "| | s/step | ours ÷ it | peak GiB |", "|---|---|---|---|",
    ]  # fmt: skip
    for part, name in (("ours", "Hundredfold"), ("trl-same", "TRL's GRPOTrainer, our settings"),
                       ("trl-example", "TRL's example for images, its settings")):  # fmt: skip
        theirs = all_of(part, "stepSeconds")
        ratios = [ours / other for ours, other in zip(mine, theirs, strict=False)]
        lines.append(
            f"| {name} | {spread(theirs)} | {spread(ratios)} | {spread(all_of(part, 'peakGib'), 1)} |"
        )
    lines += ["", "## Where it goes", ""]
    for name, words in (
        ("generateSeconds", "generating"),
        ("rewardSeconds", "reward"),
        ("updateSeconds", "update"),
    ):
        lines.append(f"- {words}: {spread(all_of('ours', name), 3)} s")
    lines.append(f"- {spread(all_of('ours', 'tokensPerSecond'), 0)} tokens/s while generating")
    share = [
        100 * reward / step for reward, step in zip(all_of("reward", "rewardSeconds"), mine, strict=False)
    ]
    verdict = f"% of a step (target ≤ 1: {'yes' if max(share) <= 1 else 'no'})"
    lines.append(f"- reward of completions that say nearly everything: {spread(share, 3)} {verdict}")
    return "\n".join(lines) + "\n"


def main(argv: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--part", choices=(*PARTS, "report"))
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--steps", type=int, default=3)
    parser.add_argument(
        "--tokens", type=int, default=512, help="of each completion: random weights never end one"
    )
    parser.add_argument("--out", type=Path, default=_RESULT)
    parser.add_argument("--tiny", action="store_true")
    chosen = parser.parse_args(argv)
    steps, tokens, turns = (1, 8, 1) if chosen.tiny else (chosen.steps, chosen.tokens, chosen.turns)
    chosen.work.mkdir(parents=True, exist_ok=True)
    task = _task(chosen.work.resolve(), is_tiny=chosen.tiny, tokens=tokens, steps=steps)
    for turn in range(turns if chosen.part is None else int(chosen.part != "report")):
        for part in PARTS if chosen.part is None else (chosen.part,):
            number = time.time_ns() if chosen.part else turn
            figures = _measure(part, task, number)
            with (chosen.work / "parts.jsonl").open("a", encoding="utf-8") as file:
                file.write(f"{json.dumps({'part': part, 'figures': figures})}\n")
    if chosen.part in (None, "report"):
        what = (
            "A tiny model: figures of no use."
            if chosen.tiny
            else f"Random weights, {tokens} tokens a completion."
        )
        chosen.out.write_text(_report(chosen.work, what), encoding="utf-8")


if __name__ == "__main__":
    main()
