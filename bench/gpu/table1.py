"""The paper's Table 1 on a small model: `python bench/gpu/table1.py --work DIR --reports REPORTS`.

    npx tsx bench/gpu/make-reports.ts REPORTS        pages and gold, once, where Node is
    --part pretrain                                  a model from nothing, supervised, on the pool
    --part arm --keys sampled|all --think on|off     supervised, then by reward, on 100 picks; test F1 of both
    --part report                                    writes bench/results/gpu-table1.md
    --tiny                                           all of it, much reduced, on a CPU

A part ends after --minutes with its state kept; the same command goes on. One part at a time.
"""

from __future__ import annotations

import argparse
import io
import json
import sys
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path
from typing import Any

from arms import Arm, Plan, plan_of, tally_of
from machine import describe_machine
from pages import SCHEMA, documents
from run_folders import train_for, write_run

from hundredfold_trainer.scoring import Tally, difference_of, interval_of, rates_of
from hundredfold_trainer.tiny import build_tiny_model
from hundredfold_trainer.tiny.build import TinySize

_RESULT = Path(__file__).parents[1] / "results" / "gpu-table1.md"
_GO_ON = "stopped, its state kept: run the same command again\n"
_ARMS = [Arm(keys, think) for keys, think in product(("sampled", "all"), (True, False))]


def _reports(folder: Path) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    schema = json.loads((folder / "schema.json").read_text(encoding="utf-8"))
    lines = (folder / "documents.jsonl").read_text(encoding="utf-8").splitlines()
    read = [json.loads(line) for line in lines]
    return schema, [{**line, "image": str(folder / line["image"])} for line in read]


def _drawn() -> tuple[dict[str, Any], list[dict[str, Any]]]:
    made = [("pretrain", 0, 4), ("seed", 10, 2), ("validation", 20, 1), ("test", 30, 3)]
    return SCHEMA, [
        line
        for split, first, count in made
        for line in documents(count, split=split, first=first, rows=1, size=(96, 128))
    ]


def _of(lines: list[dict[str, Any]], *splits: str) -> list[dict[str, Any]]:
    """Those of the splits; what a model is taught on from nothing is `seed` to the trainer."""
    named = {"pretrain": "seed", "test": "validation"}
    return [
        {**line, "split": named.get(line["split"], line["split"])}
        for line in lines
        if line["split"] in splits
    ]


def _pretrain(plan: Plan, work: Path, minutes: float) -> None:
    corpus = [line["gold"] for line in plan.lines if line["split"] == "pretrain"]
    empty = work / "models" / "bench" / "empty"
    if not (empty / "config.json").exists():
        build_tiny_model("qwen2.5-vl", empty, corpus=corpus, size=TinySize(plan.hidden, plan.layers))
    folder = work / "pretrain"
    write_run(folder, _of(plan.lines, "pretrain"), plan.schema, plan.pretrain)
    code, events = train_for(folder, work / "models", minutes)
    if code == 7:
        sys.stderr.write(_GO_ON)
        return
    if code != 0:
        raise SystemExit(f"the trainer ended with {code}: {events[-1]}")
    base = work / "models" / "bench" / "base"
    if not base.exists():
        base.symlink_to((folder / "checkpoints" / "warm-start").resolve())


def _run_arm(arm: Arm, plan: Plan, work: Path, minutes: float) -> None:
    folder = work / arm.name
    write_run(folder, _of(plan.lines, "seed", "validation"), plan.schema, plan.recipe_of(arm))
    code, events = train_for(folder, work / "models", minutes)
    if code == 7:
        sys.stderr.write(_GO_ON)
        return
    if code != 0:
        raise SystemExit(f"the trainer ended with {code}: {events[-1]}")
    finished = json.loads((folder / "finished.json").read_text(encoding="utf-8"))
    write_run(work / "test", _of(plan.lines, "test"), plan.schema, plan.recipe_of(arm))
    for stage, name in (("before", "warm-start"), ("after", f"step-{finished['step']}")):
        target = work / f"{arm.name}-{stage}.jsonl"
        if not target.exists():
            target.write_bytes(_predictions(folder / "checkpoints" / name, work, plan.batch))


def _predictions(checkpoint: Path, work: Path, batch: int) -> bytes:
    from hundredfold_trainer.predicting.predict import predict

    output = io.BytesIO()
    test = work / "test"
    predict(checkpoint, test / "dataset.jsonl", test / "images", output, models=work / "models", batch=batch)
    return output.getvalue()


def _cell(tally: Tally) -> str:
    interval = interval_of(tally.all)
    return f"{100 * rates_of(tally.all.total).f1:.1f} ({100 * interval.low:.1f}–{100 * interval.high:.1f})"


def _rows(plan: Plan, work: Path) -> Iterator[str]:
    gold = {line["id"]: json.loads(line["gold"]) for line in plan.lines if line["split"] == "test"}
    for arm in _ARMS:
        files = [work / f"{arm.name}-{stage}.jsonl" for stage in ("before", "after")]
        if not all(file.exists() for file in files):
            continue
        before, after = (tally_of(file, gold, plan.schema, think=arm.think) for file in files)
        change = difference_of(before.all, after.all)
        low, high = 100 * change.interval.low, 100 * change.interval.high
        moved = f"{100 * change.difference:+.1f} ({low:+.1f} to {high:+.1f})"
        yield f"| {arm.keys} | {'on' if arm.think else 'off'} | {_cell(before)} | {_cell(after)} | {moved} |"


def _report(plan: Plan, work: Path, title: str) -> str:
    counts = {split: len(_of(plan.lines, split)) for split in ("pretrain", "seed", "test")}
    return "\n".join(
        [
            "# The shape of Table 1, on a small model",
            "",
            f"`python bench/gpu/table1.py`, {describe_machine()} {title}",
            "",
            f"A model of {plan.hidden} × {plan.layers} from random weights, taught to read on "
            f"{counts['pretrain']} generated reports, then on {counts['seed']} picks: supervised (before), and by "
            f"reward (after). F1 on {counts['test']} held-out reports, in hundredths, with 95 % intervals over "
            "documents; the change is paired. One seed. The paper's figures are of Qwen2.5-VL-7B on real reports: "
            "compare the direction, not the height.",
            "",
            "| keys | think | supervised F1 | + RLVR F1 | change |",
            "|---|---|---|---|---|",
            *_rows(plan, work),
            "",
        ]
    )


def main(argv: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--reports", type=Path)
    parser.add_argument("--part", choices=("pretrain", "arm", "report"))
    parser.add_argument("--keys", choices=("sampled", "all"), default="sampled")
    parser.add_argument("--think", choices=("on", "off"), default="on")
    parser.add_argument("--minutes", type=float, default=8.5)
    parser.add_argument("--out", type=Path, default=_RESULT)
    parser.add_argument("--tiny", action="store_true")
    chosen = parser.parse_args(argv)
    if not chosen.tiny and (chosen.reports is None or chosen.part is None):
        parser.error("--reports and --part are needed, but with --tiny")
    chosen.work.mkdir(parents=True, exist_ok=True)
    work = chosen.work.resolve()
    plan = plan_of(*(_drawn() if chosen.tiny else _reports(chosen.reports)), is_tiny=chosen.tiny)
    if chosen.tiny or chosen.part == "pretrain":
        _pretrain(plan, work, chosen.minutes)
    if chosen.tiny or chosen.part == "arm":
        _run_arm(Arm(chosen.keys, chosen.think == "on"), plan, work, chosen.minutes)
    if chosen.tiny or chosen.part == "report":
        title = "Much reduced: figures of no use." if chosen.tiny else ""
        chosen.out.write_text(_report(plan, work, title), encoding="utf-8")


if __name__ == "__main__":
    main()
