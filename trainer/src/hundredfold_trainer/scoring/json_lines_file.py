"""JSON lines in a file."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Final

from .line_index import DiskIndex
from .read_lines import Place, RawLine

# Far beyond any record; a line that never ends is passed over and not held.
LONGEST_LINE_BYTES: Final = 64 * 2**20
_CHUNK_BYTES: Final = 2**18


def _open_rereadable(path: Path) -> IO[bytes]:
    """The file itself, or a copy without a name of what can be read only once (a pipe)."""
    if path.is_file():
        return path.open("rb")
    with path.open("rb") as once:
        copy = tempfile.TemporaryFile()  # noqa: SIM115 (closed by its owner)
        shutil.copyfileobj(once, copy)
        return copy


def _decode(line: bytes) -> str:
    """What is not UTF-8 becomes U+FFFD, as in the workbench."""
    return line.decode("utf-8", "replace")


class JsonLinesFile:
    """A file of JSON lines with an index of its ids. Raises OSError where it cannot be read."""

    def __init__(self, path: Path, longest: int = LONGEST_LINE_BYTES) -> None:
        self._file = _open_rereadable(path)
        self._longest = longest
        self.index = DiskIndex()

    def lines(self) -> Iterator[RawLine]:
        """The lines from the first one on.

        They end at "\\n" alone: "\\r" before it is white space to JSON, other separators stand inside texts.
        """
        line, offset = 1, 0
        while True:
            # Somebody may have read elsewhere meanwhile.
            self._file.seek(offset)
            read = self._file.readline(self._longest + 1)
            if not read:
                return
            text = read.removesuffix(b"\n")
            length = len(text)
            if length > self._longest:
                length += self._pass_over()
                yield RawLine(Place(line, offset, length), None)
            else:
                yield RawLine(Place(line, offset, length), _decode(text))
            line += 1
            offset += length + 1

    def read(self, place: Place) -> str:
        self._file.seek(place.offset)
        return _decode(self._file.read(place.length))

    def close(self) -> None:
        self._file.close()
        self.index.close()

    def _pass_over(self) -> int:
        """Bytes up to the end of the line."""
        passed = 0
        while part := self._file.readline(_CHUNK_BYTES):
            if part.endswith(b"\n"):
                return passed + len(part) - 1
            passed += len(part)
        return passed
