"""`hundredfold-score`: scores predictions in a file against gold in another."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from ..record.read_json import NotJson, read_json
from ..record.write_json import write_json
from ..schema import RecordSchema, SchemaError, read_record_schema
from .figures import files_figures
from .score_files import FilesScore, ScoreFilesOptions, score_files
from .score_record import DEFAULT_ALPHA

UNUSABLE = 2


def _share(text: str) -> float:
    value = float(text)
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError("alpha is a number from 0 to 1")
    return value


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="hundredfold-score",
        description="Scores predicted records or completions against gold (docs/scoring.md).",
    )
    parser.add_argument("gold", type=Path, metavar="GOLD", help='lines of {"id", "record", "requested"?}')
    parser.add_argument(
        "predictions", type=Path, metavar="PRED", help='lines of {"id", "record"} or {"id", "completion"}'
    )
    parser.add_argument("--schema", type=Path, metavar="FILE", help="sets the equality rule of each leaf")
    parser.add_argument(
        "--alpha", type=_share, default=DEFAULT_ALPHA, metavar="A", help="weight of precision, 0–1 (0.5)"
    )
    parser.add_argument("--completions", action="store_true", help="PRED holds completions")
    parser.add_argument("--no-think", dest="think", action="store_false", help="no thinking was asked for")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of a summary")
    parser.add_argument("--strict", action="store_true", help="anything left out is an error (exit code 2)")
    return parser


def _lines_of(path: Path) -> Iterator[str]:
    # Lines end at "\n" alone: "\r" before it is white space to JSON, other separators stand inside texts.
    with path.open(encoding="utf-8", errors="replace", newline="\n") as file:
        for line in file:
            yield line.removesuffix("\n")


def _read_schema(path: Path) -> RecordSchema:
    read = read_json(path.read_text(encoding="utf-8", errors="replace").removeprefix("\ufeff"))
    if isinstance(read, NotJson):
        raise SchemaError.of_text(read.message)
    return read_record_schema(read.value)


def _print(text: str) -> None:
    sys.stdout.buffer.write(f"{text}\n".encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()


def _complain(text: str) -> int:
    sys.stderr.write(f"hundredfold-score: {text}\n")
    return UNUSABLE


def _summary(files: FilesScore) -> str:
    counts, rates = files.micro.counts, files.micro.rates
    lines = [
        f"{len(files.documents)} documents: F1 {rates.f1:.4f}, precision {rates.precision:.4f}, "
        f"recall {rates.recall:.4f} ({counts.matched} of {counts.gold} gold and {counts.predicted} "
        "predicted leaves match)",
        *(
            f"  {path}: {field.matched} of {field.gold} gold, {field.predicted} predicted"
            for path, field in files.fields.items()
        ),
        *(f"left out, line {left_out.line}: {left_out.reason}" for left_out in files.unscorable),
    ]
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command. Exit code 0; 2 where a file cannot be read or nothing was scorable."""
    chosen = _arguments().parse_args(arguments)
    try:
        schema = _read_schema(chosen.schema) if chosen.schema else None
        options = ScoreFilesOptions(schema, chosen.alpha, chosen.completions, chosen.think)
        files = score_files(_lines_of(chosen.gold), _lines_of(chosen.predictions), options)
    except OSError as error:
        return _complain(f"cannot read {error.filename}: {error.strerror}")
    except SchemaError as error:
        return _complain(f"the schema cannot be used: {error}")
    if chosen.strict and files.unscorable:
        first = files.unscorable[0]
        return _complain(f"{len(files.unscorable)} left out, the first at line {first.line}: {first.reason}")
    _print(write_json(files_figures(files)) if chosen.json else _summary(files))
    return 0 if files.documents else _complain("nothing was scorable")
