"""Scores files into an output."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

from ..record.write_json import write_json
from .figures import difference_figures
from .json_lines_file import JsonLinesFile
from .left_out_lines import LeftOutLines
from .output import Output
from .score_into import ScoreJob, score_into_json, score_into_text
from .score_line import ScoreFilesOptions
from .summary import difference_summary
from .tally import Tally


class UnusableInputError(Exception):
    """A file that cannot be used as it is: exit code 2."""


@dataclass(frozen=True, slots=True)
class ScoreRequest:
    gold: Path
    # One file of predictions, or two to be compared.
    predictions: Sequence[Path]
    options: ScoreFilesOptions
    seed: int
    resamples: int
    is_json: bool
    # Anything left out is an error, and nothing is written then.
    is_strict: bool


def _refuse(path: Path, left_out: LeftOutLines) -> None:
    if left_out.count:
        first = left_out.first[0]
        raise UnusableInputError(
            f"{path}: {left_out.count} left out, the first at line {first.line}: {first.reason}"
        )


def _score_all(
    request: ScoreRequest, gold: JsonLinesFile, predictions: Sequence[JsonLinesFile], output: Output
) -> list[Tally]:
    score_into = score_into_json if request.is_json else score_into_text
    tallies: list[Tally] = []
    for place, (path, source) in enumerate(zip(request.predictions, predictions, strict=True)):
        if request.is_json and len(predictions) > 1:
            output.write('{"before":' if place == 0 else ',\n"after":')
        tally = Tally(resamples=request.resamples, seed=request.seed)
        left_out = score_into(ScoreJob(str(path), gold, source, request.options, tally), output)
        if request.is_strict:
            _refuse(path, left_out)
        tallies.append(tally)
    if len(tallies) > 1:
        before, after = tallies
        output.write(
            f',\n"difference":{write_json(difference_figures(before, after))}}}'
            if request.is_json
            else difference_summary(before, after)
        )
    if request.is_json:
        output.write("\n")
    return tallies


def run_score(request: ScoreRequest, output: Output) -> bool:
    """Whether anything could be scored.

    Raises OSError where a file cannot be read and, if strict, `UnusableInputError` where a line was left out.
    What is held meanwhile is in files without a name, which are gone with the process.
    """
    with ExitStack() as opened:
        gold = opened.enter_context(closing(JsonLinesFile(request.gold)))
        # All of them before the first figure: what cannot be read must not end a result half-way.
        predictions = [opened.enter_context(closing(JsonLinesFile(path))) for path in request.predictions]
        if request.is_strict:
            held = opened.enter_context(tempfile.TemporaryFile())
            tallies = _score_all(request, gold, predictions, Output(held))
            output.copy_from(held)
        else:
            tallies = _score_all(request, gold, predictions, output)
        output.flush()
    return any(tally.documents for tally in tallies)
