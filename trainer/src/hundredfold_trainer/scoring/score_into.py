"""Scores two sources into a text: JSON, or what a person reads."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass

from ..record.write_json import write_json
from .figures import Figures, document_figures, left_out_figures, tally_figures
from .left_out_lines import LeftOutLines
from .output import Output
from .read_lines import LeftOut, LineSource
from .score_files import ScoreSink, score_files
from .score_line import DocumentScore, ScoreFilesOptions
from .summary import summary_of
from .tally import Tally


@dataclass(frozen=True, slots=True)
class ScoreJob:
    """Two sources to score, and a tally without documents."""

    name: str
    gold: LineSource
    predictions: LineSource
    options: ScoreFilesOptions
    tally: Tally


def _list_into(output: Output) -> Callable[[Figures], None]:
    """The items of a JSON list, each on a line of its own."""
    separator = "\n"

    def add(item: Figures) -> None:
        nonlocal separator
        output.write(f"{separator}{write_json(item)}")
        separator = ",\n"

    return add


def score_into_json(job: ScoreJob, output: Output) -> LeftOutLines:
    """Writes one JSON object; documents go out as they are scored, what was left out waits in a file."""
    left_out_lines = LeftOutLines()
    add_document = _list_into(output)
    with tempfile.TemporaryFile() as waiting:
        add_left_out = _list_into(Output(waiting))

        def leave_out(left_out: LeftOut) -> None:
            left_out_lines.add(left_out)
            add_left_out(left_out_figures(left_out))

        def take(document: DocumentScore) -> None:
            add_document(document_figures(document))

        output.write('{"documents":[')
        score_files(job.gold, job.predictions, ScoreSink(take, leave_out), job.options, job.tally)
        figures = {name: write_json(figure) for name, figure in tally_figures(job.tally).items()}
        output.write(f'\n],\n"micro":{figures["micro"]},\n"fields":{figures["fields"]},\n"unscorable":[')
        output.copy_from(waiting)
        output.write(f'\n],\n"intervals":{figures["intervals"]}}}')
    return left_out_lines


def _pass_over(_: DocumentScore) -> None:
    """People read sums."""


def score_into_text(job: ScoreJob, output: Output) -> LeftOutLines:
    """Writes what a person reads."""
    left_out_lines = LeftOutLines()
    sink = ScoreSink(_pass_over, left_out_lines.add)
    score_files(job.gold, job.predictions, sink, job.options, job.tally)
    output.write(summary_of(job.name, job.tally, left_out_lines))
    return left_out_lines
