"""JSON lines by id, of any number."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, Protocol, TypeAlias

from ..record.json_value import JsonObject, is_json_object
from ..record.read_json import NotJson, read_json
from ..record.white_space import is_blank

Side: TypeAlias = Literal["gold", "prediction"]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What was left out and why; `line` counts from 1 in the file that the reason names."""

    id: str | None
    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line stands in its source."""

    # From 1.
    line: int
    # As the source counts: bytes in a file.
    offset: int
    length: int


@dataclass(frozen=True, slots=True)
class RawLine:
    place: Place
    # None where the line is longer than its source holds.
    text: str | None


class LineIndex(Protocol):
    """Which line an id stands in, for more ids than memory may hold."""

    def find(self, identifier: str) -> Place | None: ...

    def keep(self, identifier: str, place: Place) -> None: ...


class LineSource(Protocol):
    """JSON lines of any size: gone through from the first one on as often as asked, or read one by one."""

    @property
    def index(self) -> LineIndex: ...

    def lines(self) -> Iterable[RawLine]: ...

    def read(self, place: Place) -> str:
        """The text of a line that `lines` gave."""
        ...


@dataclass(frozen=True, slots=True)
class FileLine:
    place: Place
    id: str
    content: JsonObject


LeaveOut: TypeAlias = Callable[[LeftOut], None]


def read_line(raw: RawLine) -> FileLine | str:
    """What a line says, or why it cannot be used; never quotes it."""
    if raw.text is None:
        return "is unusable: longer than can be held"
    # A byte order mark is how some editors begin a file.
    read = read_json(raw.text.removeprefix("\ufeff") if raw.place.line == 1 else raw.text)
    if isinstance(read, NotJson):
        return f"is unusable: {read.message}"
    if not is_json_object(read.value):
        return "is not an object"
    identifier = read.value.get("id")
    if not isinstance(identifier, str):
        return 'has no "id" text'
    return FileLine(raw.place, identifier, read.value)


def usable_lines(source: LineSource, side: Side, leave_out: LeaveOut) -> Iterator[FileLine]:
    """The lines of a source that have an id of their own, in their order; the first with an id counts.

    The others go to `leave_out`. Ids stay in the index of the source, so that a second walk takes the same
    lines.
    """
    for raw in source.lines():
        if raw.text is not None and is_blank(raw.text):
            continue
        read = read_line(raw)
        line = raw.place.line
        if isinstance(read, str):
            leave_out(LeftOut(None, line, f"{side} line {read}"))
            continue
        first = source.index.find(read.id)
        if first is not None and first.line != line:
            leave_out(LeftOut(read.id, line, f"{side} line repeats an id; the first one counts"))
            continue
        if first is None:
            source.index.keep(read.id, raw.place)
        yield read
