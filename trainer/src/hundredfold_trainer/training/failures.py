"""What an exception of the libraries means."""

from __future__ import annotations

import errno
import traceback
from collections.abc import Iterator
from typing import Final

import torch

from ..failure import FailureCode, RunError

_NO_ROOM: Final = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
# Libraries that write files outside of Python tell it in words alone.
_NO_ROOM_WORDS: Final = ("no space left", "disk quota exceeded", "file too large", "failed writing file")
_NO_MEMORY_WORDS: Final = (
    "out of memory",
    "can't allocate memory",
    "cannot allocate memory",
    "not enough memory",
)
# `generate` meets weights that are no numbers before the loss does.
_NAN_WORDS: Final = ("probability tensor contains either",)


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _code_of(error: BaseException) -> FailureCode | None:
    text = str(error).lower()
    if isinstance(error, OSError) and error.errno in _NO_ROOM:
        return "disk-full"
    if isinstance(error, (MemoryError, torch.OutOfMemoryError)):
        return "out-of-memory"
    if (
        not isinstance(error, (OSError, RuntimeError, ValueError))
        and type(error).__name__ != "SafetensorError"
    ):
        return None
    for code, words in (
        ("disk-full", _NO_ROOM_WORDS),
        ("out-of-memory", _NO_MEMORY_WORDS),
        ("nan-loss", _NAN_WORDS),
    ):
        if any(word in text for word in words):
            return code  # type: ignore[return-value]
    return None


_MESSAGES: Final[dict[FailureCode, str]] = {
    "disk-full": "there is no room left on the disk",
    "out-of-memory": "the memory of the GPU or of the machine is full: lower microBatch or maxPixels",
    "nan-loss": "the model's weights are no numbers any more: lower learningRate",
}


def trace_of(error: BaseException) -> str:
    """Types and places of an exception and its causes, without their messages: those may hold a document."""
    parts = [
        f"{type(link).__name__}\n{''.join(traceback.format_tb(link.__traceback__))}" for link in _chain(error)
    ]
    return "caused by: ".join(parts)


def failure_of(error: BaseException) -> RunError:
    """The failure to report. The message never quotes the exception's own: it may hold a document."""
    for link in _chain(error):
        if isinstance(link, RunError):
            return link
        code = _code_of(link)
        if code is not None:
            return RunError(code, _MESSAGES[code])
    return RunError("internal", f"{type(error).__name__}; the trace is on stderr")
