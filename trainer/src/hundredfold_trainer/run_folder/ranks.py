"""Which of several processes this is, as launchers tell it."""

from __future__ import annotations

import os


def is_first_rank() -> bool:
    """The one that writes files and tells events."""
    return os.environ.get("RANK", "0") == "0"


def world_size() -> int:
    return int(os.environ.get("WORLD_SIZE", "1"))
