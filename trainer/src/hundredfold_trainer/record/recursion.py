"""Room on Python's stack for walks over nested records."""

from __future__ import annotations

import sys

# The deepest walk (rows inside rows) takes six frames for a level.
_FRAMES_PER_LEVEL = 10
_SHALLOW = 30


def _frames_in_use() -> int:
    frame = sys._getframe()
    used = 1
    while frame.f_back is not None:
        frame = frame.f_back
        used += 1
    return used


def make_room(levels: int) -> None:
    """Lets a recursive walk go `levels` deep: 500 levels are allowed, and Python stops at 1,000 frames.

    The limit is only ever raised, never lowered again: another thread may need what was given.
    """
    if levels <= _SHALLOW:
        return
    needed = _frames_in_use() + levels * _FRAMES_PER_LEVEL
    if needed > sys.getrecursionlimit():
        sys.setrecursionlimit(needed)
