"""Writes the folder for an engine."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, NamedTuple

from ..failure import FINISHED, RunError
from ..recipe import Recipe
from ..record.write_json import write_json
from ..run_folder.spec import RunSpec, load_documents, read_spec
from ..run_folder.whole_folder import whole_folder
from ..scoring import SCORING_VERSION
from .commands import easyr1_command, swift_command
from .reward_file import reward_file
from .rows import Row, rows_of
from .shell import Facts
from .verl import SUBMIT, verl_command


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


def _verl_row(row: Row, recipe: Recipe) -> dict[str, Any]:
    bounds = {"min_pixels": recipe.min_pixels, "max_pixels": recipe.max_pixels}
    return {
        "data_source": "hundredfold",
        "prompt": [{"role": "user", "content": _with_marks(row)}],
        "images": [{"bytes": path.read_bytes(), **bounds} for path in row.images],
        "ability": "extraction",
        "reward_model": {"style": "rule", "ground_truth": row.truth},
        "extra_info": {"id": row.id},
    }


def _write_lines(make: Callable[[Row], dict[str, Any]]) -> Callable[[list[Row], Path, str, Recipe], None]:
    def write(rows: list[Row], folder: Path, name: str, _: Recipe) -> None:
        for path in {path for row in rows for path in row.images}:
            target = folder / _image_name(path)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
        text = "".join(f"{write_json(make(row))}\n" for row in rows)
        (folder / f"{name}.jsonl").write_text(text, encoding="utf-8")

    return write


def _write_parquet(rows: list[Row], folder: Path, name: str, recipe: Recipe) -> None:
    import pyarrow
    from pyarrow import parquet

    parquet.write_table(
        pyarrow.Table.from_pylist([_verl_row(row, recipe) for row in rows]), folder / f"{name}.parquet"
    )


class _Engine(NamedTuple):
    write: Callable[[list[Row], Path, str, Recipe], None]
    command: Callable[[RunSpec, Facts], str]
    # As a job of a Ray cluster.
    submit: str | None = None


_ENGINES: Final = {
    "verl": _Engine(_write_parquet, verl_command, SUBMIT),
    "easyr1": _Engine(_write_lines(_easyr1_row), easyr1_command),
    "swift": _Engine(_write_lines(_swift_row), swift_command),
}


_SPLITS: Final = (("seed", "train"), ("validation", "validation"))


def _write_script(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)


def export_run(engine: str, folder: Path, out: Path) -> int:
    """Data, `reward.py` and `run.sh` for `verl`, `easyr1` or `swift`; for verl `submit.sh` as well."""
    if out.exists():
        raise RunError("bad-input", f"{out} is there already")
    spec = read_spec(folder)
    documents = load_documents(spec)
    chosen = _ENGINES[engine]
    out.parent.mkdir(parents=True, exist_ok=True)
    with whole_folder(out) as partial:
        written = {name: rows_of(spec, documents, split) for split, name in _SPLITS}
        for name, rows in written.items():
            if rows:
                chosen.write(rows, partial, name, spec.recipe)
        (partial / "reward.py").write_text(reward_file(engine, spec, SCORING_VERSION), encoding="utf-8")
        pages = max(len(row.images) for rows in written.values() for row in rows)
        _write_script(partial / "run.sh", chosen.command(spec, Facts(pages, bool(written["validation"]))))
        if chosen.submit is not None:
            _write_script(partial / "submit.sh", chosen.submit)
    return FINISHED
