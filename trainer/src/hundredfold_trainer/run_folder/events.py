"""Event lines: one JSON object a line, on stdout and in `events.jsonl`."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

from ..record.write_json import write_json


def _finite(value: Any) -> Any:
    """What JSON can hold: figures that are no numbers are left out."""
    if isinstance(value, dict):
        kept = {key: _finite(child) for key, child in value.items()}
        return {key: child for key, child in kept.items() if not _is_not_finite(child)}
    return [_finite(child) for child in value] if isinstance(value, (list, tuple)) else value


def _is_not_finite(value: Any) -> bool:
    return isinstance(value, float) and not math.isfinite(value)


class Events:
    """Writes events. A reader that is gone is told of once, by `on_reader_gone`; the file goes on."""

    def __init__(
        self,
        stream: BinaryIO | None,
        file: Path | None = None,
        *,
        on_reader_gone: Callable[[], None] = lambda: None,
    ) -> None:
        self._stream = stream
        self._file = file
        self.on_reader_gone = on_reader_gone

    def emit(self, type_name: str, **fields: Any) -> None:
        event = _finite({"type": type_name, "at": time.time_ns() // 1_000_000, **fields})
        line = f"{write_json(event)}\n".encode()
        if self._file is not None:
            with self._file.open("ab") as file:
                file.write(line)
        if self._stream is None:
            return
        try:
            self._stream.write(line)
            self._stream.flush()
        except BrokenPipeError:
            self._stream = None
            self.on_reader_gone()

    def log(self, level: str, message: str) -> None:
        """`message` names no value of any document."""
        self.emit("log", level=level, message=message)


def silent() -> Events:
    """For ranks other than the first: nobody listens to them."""
    return Events(None)
