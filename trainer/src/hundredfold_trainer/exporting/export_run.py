"""Writes the folder for an engine."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, NamedTuple

from ..failure import FINISHED, RunError
from ..record.write_json import write_json
from ..run_folder.spec import RunSpec, load_documents, read_spec
from ..run_folder.whole_folder import whole_folder
from ..scoring import SCORING_VERSION
from .commands import easyr1_command, swift_command, verl_command
from .reward_file import reward_file
from .rows import Row, rows_of


def _image_name(path: Path) -> str:
    return f"images/{path.parent.name}/{path.name}"


def _with_marks(row: Row) -> str:
    """The prompt with a mark for each image, which these engines count."""
    return "<image>" * len(row.images) + row.prompt


def _easyr1_row(row: Row) -> dict[str, Any]:
    return {
        "problem": _with_marks(row),
        "answer": row.truth,
        "images": [_image_name(path) for path in row.images],
    }


def _swift_row(row: Row) -> dict[str, Any]:
    return {
        "messages": [{"role": "user", "content": _with_marks(row)}],
        "images": [_image_name(path) for path in row.images],
        "solution": row.truth,
    }


def _verl_row(row: Row) -> dict[str, Any]:
    return {
        "data_source": "hundredfold",
        "prompt": [{"role": "user", "content": _with_marks(row)}],
        "images": [{"bytes": path.read_bytes()} for path in row.images],
        "ability": "extraction",
        "reward_model": {"style": "rule", "ground_truth": row.truth},
        "extra_info": {"id": row.id},
    }


def _write_lines(make: Callable[[Row], dict[str, Any]]) -> Callable[[list[Row], Path, str], None]:
    def write(rows: list[Row], folder: Path, name: str) -> None:
        for path in {path for row in rows for path in row.images}:
            target = folder / _image_name(path)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
        text = "".join(f"{write_json(make(row))}\n" for row in rows)
        (folder / f"{name}.jsonl").write_text(text, encoding="utf-8")

    return write


def _write_parquet(rows: list[Row], folder: Path, name: str) -> None:
    import pyarrow
    from pyarrow import parquet

    parquet.write_table(
        pyarrow.Table.from_pylist([_verl_row(row) for row in rows]), folder / f"{name}.parquet"
    )


class _Engine(NamedTuple):
    write: Callable[[list[Row], Path, str], None]
    command: Callable[[RunSpec], str]


_ENGINES: Final = {
    "verl": _Engine(_write_parquet, verl_command),
    "easyr1": _Engine(_write_lines(_easyr1_row), easyr1_command),
    "swift": _Engine(_write_lines(_swift_row), swift_command),
}


def export_run(engine: str, folder: Path, out: Path) -> int:
    """Data, `reward.py` and `run.sh` for `verl`, `easyr1` or `swift`."""
    if out.exists():
        raise RunError("bad-input", f"{out} is there already")
    spec = read_spec(folder)
    documents = load_documents(spec)
    chosen = _ENGINES[engine]
    out.parent.mkdir(parents=True, exist_ok=True)
    with whole_folder(out) as partial:
        for split, name in (("seed", "train"), ("validation", "validation")):
            rows = rows_of(spec, documents, split)
            if rows:
                chosen.write(rows, partial, name)
        (partial / "reward.py").write_text(reward_file(engine, spec, SCORING_VERSION), encoding="utf-8")
        command = partial / "run.sh"
        command.write_text(chosen.command(spec), encoding="utf-8")
        command.chmod(0o755)
    return FINISHED
