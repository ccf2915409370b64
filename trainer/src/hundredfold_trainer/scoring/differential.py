"""Answers the differential test: one JSON line in, one JSON line out.

`python -m hundredfold_trainer.scoring.differential`, asked by `tests/contract/score-differential.test.ts`.
Records come as texts, because numbers and broken JSON would not survive as values.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from ..record.json_value import MISSING
from ..record.read_json import NotJson, ReadJson, read_json
from ..record.write_json import write_json
from ..schema import RecordSchema, read_record_schema
from .equal_leaves import equality_key
from .figures import Figures, document_figures, field_figures, left_out_figures, record_figures, tally_figures
from .normal_form import normal_form
from .per_field import score_record_by_field
from .prepare_records import Unscorable
from .read_lines import LineIndex, Place, RawLine
from .score_completion import score_completion
from .score_files import ScoreSink, score_files
from .score_line import ScoreFilesOptions
from .score_record import DEFAULT_ALPHA, score_record
from .tally import Tally
from .unicode_sweep import sweep_code_points

# What was asked, as read from its line; its shape is the test's own.
Question: TypeAlias = dict[str, Any]


def _schema_of(question: Question) -> RecordSchema | None:
    return read_record_schema(question["schema"]) if "schema" in question else None


def _value_of(text: str | None) -> object:
    """The value of a JSON text; missing where there is none or it cannot be read."""
    read = NotJson("") if text is None else read_json(text)
    return read.value if isinstance(read, ReadJson) else MISSING


def _read_message(text: str | None) -> str | None:
    read = None if text is None else read_json(text)
    return read.message if isinstance(read, NotJson) else None


def _answer_record(question: Question) -> Figures:
    gold, prediction = question.get("gold"), question.get("prediction")
    golden, predicted = _value_of(gold), _value_of(prediction)
    schema, requested = _schema_of(question), question.get("requested")
    alpha = question.get("alpha", DEFAULT_ALPHA)
    messages = [_read_message(gold), _read_message(prediction)]
    score = score_record(golden, predicted, schema=schema, alpha=alpha, requested=requested)
    scored = score_record_by_field(golden, predicted, schema=schema, requested=requested)
    return {
        "messages": messages,
        "score": {"reason": score.reason} if isinstance(score, Unscorable) else record_figures(score),
        "fields": {"reason": scored.reason} if isinstance(scored, Unscorable) else field_figures(scored[1]),
    }


def _answer_completion(question: Question) -> Figures:
    score = score_completion(
        question["completion"],
        _value_of(question.get("gold")),
        think=question["think"],
        schema=_schema_of(question),
        alpha=question.get("alpha", DEFAULT_ALPHA),
        requested=question.get("requested"),
    )
    if isinstance(score, Unscorable):
        return {"reason": score.reason}
    return {
        **record_figures(score.score),
        "format": score.format,
        "parseable": score.parseable,
        "reward": score.reward,
    }


class _Texts:
    """Lines in memory."""

    def __init__(self, texts: list[str]) -> None:
        self._texts = texts
        self._places: dict[str, Place] = {}
        self.index: LineIndex = self

    def lines(self) -> Iterator[RawLine]:
        for line, text in enumerate(self._texts, start=1):
            yield RawLine(Place(line, line - 1, 1), text)

    def read(self, place: Place) -> str:
        return self._texts[place.offset]

    def find(self, identifier: str) -> Place | None:
        return self._places.get(identifier)

    def keep(self, identifier: str, place: Place) -> None:
        self._places[identifier] = place


def _answer_files(question: Question) -> Figures:
    options = ScoreFilesOptions(
        schema=_schema_of(question),
        alpha=question.get("alpha", DEFAULT_ALPHA),
        completions=question["completions"],
        think=question["think"],
    )
    tally, documents, unscorable = Tally(), list[Figures](), list[Figures]()
    sink = ScoreSink(
        document=lambda document: documents.append(document_figures(document)),
        left_out=lambda left_out: unscorable.append(left_out_figures(left_out)),
    )
    gold, predictions = _Texts(question["gold"]), _Texts(question["predictions"])
    score_files(gold, predictions, sink, options, tally)
    return {"documents": documents, "unscorable": unscorable, **tally_figures(tally)}


def _answer_leaf(question: Question) -> Figures:
    value: Any = _value_of(question["text"])
    return {
        "normal": normal_form(value),
        "keys": [equality_key(value, "text-ci"), equality_key(value, "number")],
    }


def _answer_sweep(_: Question) -> Figures:
    return sweep_code_points()


_answers: dict[str, Callable[[Question], Figures]] = {
    "record": _answer_record,
    "completion": _answer_completion,
    "files": _answer_files,
    "leaf": _answer_leaf,
    "sweep": _answer_sweep,
}


def main() -> None:
    for line in sys.stdin.buffer:
        read = read_json(line.decode("utf-8"))
        if isinstance(read, NotJson):
            raise TypeError(f"a question is {read.message}")
        question: Any = read.value
        sys.stdout.buffer.write(f"{write_json(_answers[question['ask']](question))}\n".encode())


if __name__ == "__main__":
    main()
