"""Stdout for events alone."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO


@contextmanager
def keep_standard_output() -> Iterator[BinaryIO]:
    """The real stdout, while everything that anybody prints goes to stderr."""
    sys.stdout.flush()
    kept = os.dup(1)
    os.dup2(2, 1)
    output = os.fdopen(kept, "wb", buffering=0)
    try:
        yield output
    finally:
        sys.stdout.flush()
        os.dup2(kept, 1)
        output.close()
