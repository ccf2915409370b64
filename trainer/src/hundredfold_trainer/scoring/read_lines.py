"""JSON lines by id."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from ..record.json_value import JsonObject, is_json_object
from ..record.read_json import NotJson, read_json
from ..record.white_space import is_blank


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What was left out and why; `line` counts from 1 in the file that the reason names."""

    id: str | None
    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class FileLine:
    line: int
    id: str
    content: JsonObject


def read_lines(
    lines: Iterable[str], side: Literal["gold", "prediction"], left_out: list[LeftOut]
) -> dict[str, FileLine]:
    """The lines of a file by id; lines that cannot be used go to `left_out`."""
    by_id: dict[str, FileLine] = {}

    def leave_out(identifier: str | None, line: int, reason: str) -> None:
        left_out.append(LeftOut(identifier, line, f"{side} line {reason}"))

    for line, text in enumerate(lines, start=1):
        if is_blank(text):
            continue
        # A byte order mark is how some editors begin a file.
        read = read_json(text.removeprefix("\ufeff") if line == 1 else text)
        if isinstance(read, NotJson):
            leave_out(None, line, f"is unusable: {read.message}")
        elif not is_json_object(read.value):
            leave_out(None, line, "is not an object")
        elif not isinstance(identifier := read.value.get("id"), str):
            leave_out(None, line, 'has no "id" text')
        elif identifier in by_id:
            leave_out(identifier, line, "repeats an id; the first one counts")
        else:
            by_id[identifier] = FileLine(line, identifier, read.value)
    return by_id
