"""`completions/step-N.parquet`: every rollout of a step."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pyarrow
from pyarrow import parquet

from ..rewards.rollout import Rollout
from ..run_folder.whole_folder import write_whole

_SCHEMA = pyarrow.schema(
    [
        ("step", pyarrow.int64()),
        ("document", pyarrow.string()),
        ("group", pyarrow.int64()),
        ("requested", pyarrow.string()),
        ("template", pyarrow.int64()),
        ("prompt", pyarrow.string()),
        ("completion", pyarrow.string()),
        ("tokens", pyarrow.int64()),
        ("truncated", pyarrow.bool_()),
        *((name, pyarrow.float64()) for name in (
            "reward", "reward_format", "reward_matching", "reward_evidence",
            "precision", "recall", "advantage",
        )),
        ("fields", pyarrow.string()),
        ("unscorable", pyarrow.string()),
    ]
)  # fmt: skip


def _row(step: int, rollout: Rollout) -> dict[str, Any]:
    query, is_scored = rollout.query, rollout.reward is not None
    figures = {
        "reward": rollout.reward,
        "reward_format": rollout.format,
        "reward_matching": rollout.matching,
        "reward_evidence": rollout.evidence,
        "precision": rollout.precision,
        "recall": rollout.recall,
        "advantage": rollout.advantage,
        "fields": json.dumps(rollout.fields_json(), ensure_ascii=False),
    }
    return {
        "step": step,
        "document": query.document.id,
        "group": rollout.group,
        "requested": None if query.requested is None else json.dumps(query.requested, ensure_ascii=False),
        "template": query.template,
        "prompt": query.prompt,
        # Lone surrogates have no UTF-8.
        "completion": rollout.completion.encode("utf-8", "replace").decode(),
        "tokens": rollout.tokens,
        "truncated": rollout.truncated,
        **{name: value if is_scored else None for name, value in figures.items()},
        "unscorable": rollout.unscorable,
    }


def write_completions(folder: Path, step: int, rollouts: list[Rollout]) -> None:
    table = pyarrow.Table.from_pylist([_row(step, rollout) for rollout in rollouts], schema=_SCHEMA)
    sink = pyarrow.BufferOutputStream()
    parquet.write_table(table, sink, compression="zstd")
    write_whole(folder / f"step-{step}.parquet", sink.getvalue().to_pybytes())
