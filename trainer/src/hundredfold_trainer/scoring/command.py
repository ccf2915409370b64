"""`hundredfold-score`: scores predictions in a file against gold in another."""

from __future__ import annotations

import argparse
import signal
import sqlite3
import sys
from collections.abc import Sequence
from pathlib import Path

from ..record.read_json import NotJson, read_json
from ..schema import RecordSchema, SchemaError, read_record_schema
from .bootstrap import DEFAULT_RESAMPLES, INTERVAL_SEED
from .output import Output, give_up_standard_output
from .refusals import UNUSABLE, refusal_of, tell_refusal
from .run_score import ScoreRequest, UnusableInputError, run_score
from .score_files import ChangedWhileReadError
from .score_line import ScoreFilesOptions
from .score_record import DEFAULT_ALPHA


def _share(text: str) -> float:
    value = float(text)
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError("a number from 0 to 1")
    return value


def _whole_number(text: str, low: int, high: int) -> int:
    value = int(text)
    if not low <= value <= high:
        raise argparse.ArgumentTypeError(f"a whole number from {low} to {high}")
    return value


def _seed(text: str) -> int:
    return _whole_number(text, 0, 2**31 - 1)


def _resamples(text: str) -> int:
    return _whole_number(text, 1_000, 100_000)


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="hundredfold-score",
        description="Scores predicted records or completions against gold (docs/scoring.md).",
        epilog="With two files of predictions the difference is told too, second minus first, paired by "
        "document. Exit codes: 0 done, 1 failed, 2 input or arguments that cannot be used.",
        allow_abbrev=False,
    )
    parser.add_argument("gold", type=Path, metavar="GOLD", help='lines of {"id", "record", "requested"?}')
    parser.add_argument(
        "predictions", type=Path, metavar="PRED", help='lines of {"id", "record"} or {"id", "completion"}'
    )
    parser.add_argument(
        "second", type=Path, nargs="?", metavar="SECOND", help="predictions to compare with PRED"
    )
    parser.add_argument("--schema", type=Path, metavar="FILE", help="sets the equality rule of each leaf")
    parser.add_argument(
        "--alpha", type=_share, default=DEFAULT_ALPHA, metavar="A", help="weight of precision, 0–1 (0.5)"
    )
    parser.add_argument("--completions", action="store_true", help="PRED holds completions")
    parser.add_argument("--no-think", dest="think", action="store_false", help="no thinking was asked for")
    parser.add_argument(
        "--seed", type=_seed, default=INTERVAL_SEED, metavar="N", help=f"of the intervals ({INTERVAL_SEED})"
    )
    parser.add_argument(
        "--resamples",
        type=_resamples,
        default=DEFAULT_RESAMPLES,
        metavar="N",
        help=f"of the intervals ({DEFAULT_RESAMPLES})",
    )
    parser.add_argument("--json", action="store_true", help="one JSON object instead of a summary")
    parser.add_argument("--strict", action="store_true", help="anything left out is an error (exit code 2)")
    return parser


def _read_schema(path: Path) -> RecordSchema:
    read = read_json(path.read_bytes().decode("utf-8", "replace").removeprefix("\ufeff"))
    if isinstance(read, NotJson):
        raise UnusableInputError(f"{path} is unusable: {read.message}.")
    try:
        return read_record_schema(read.value)
    except SchemaError as error:
        first = error.problems[0]
        raise UnusableInputError(f"{path} is no schema: {first.pointer} {first.message}") from error


def _request(chosen: argparse.Namespace) -> ScoreRequest:
    schema = _read_schema(chosen.schema) if chosen.schema else None
    return ScoreRequest(
        gold=chosen.gold,
        predictions=[chosen.predictions, *([chosen.second] if chosen.second else [])],
        options=ScoreFilesOptions(schema, chosen.alpha, chosen.completions, chosen.think),
        seed=chosen.seed,
        resamples=chosen.resamples,
        is_json=chosen.json,
        is_strict=chosen.strict,
    )


def _run(chosen: argparse.Namespace, output: Output) -> int:
    try:
        if run_score(_request(chosen), output):
            return 0
    except BrokenPipeError:
        # Whoever read the output has seen enough of it.
        give_up_standard_output()
        return 0
    except (OSError, sqlite3.OperationalError, ChangedWhileReadError, UnusableInputError) as error:
        refusal = refusal_of(error)
        if refusal is None:
            raise
        return tell_refusal(refusal, output, is_json=chosen.json)
    sys.stderr.write("Nothing could be scored.\n")
    return UNUSABLE


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command. Exit code 0; 2 where a file cannot be used or nothing was scorable, 1 on failure."""
    chosen = _arguments().parse_args(arguments)
    try:
        return _run(chosen, Output(sys.stdout.buffer))
    except KeyboardInterrupt:
        # Once more, with nobody listening: the process ends as by the first one, and says nothing.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        signal.raise_signal(signal.SIGINT)
        raise
