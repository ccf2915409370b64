"""Texts on their way to where the result goes."""

from __future__ import annotations

import os
import shutil
import sys
from typing import IO


class Output:
    """UTF-8 into a stream."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self.has_begun = False

    def write(self, text: str) -> None:
        self.has_begun = True
        self._stream.write(text.encode())

    def copy_from(self, written: IO[bytes]) -> None:
        """Everything that was written into a file of one's own."""
        self.has_begun = True
        written.seek(0)
        shutil.copyfileobj(written, self._stream)

    def flush(self) -> None:
        self._stream.flush()


def give_up_standard_output() -> None:
    """What could not be written is let go; otherwise Python tries, and fails, once more when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
