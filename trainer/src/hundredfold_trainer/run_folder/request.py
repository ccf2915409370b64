"""`request`: what somebody who cannot signal the trainer asks of it."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, TypeAlias

from .whole_folder import write_whole

Request: TypeAlias = Literal["stop", "early"]
_FILE = "request"


def read_request(folder: Path) -> Request | None:
    try:
        text = (folder / _FILE).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return None
    return text if text in ("stop", "early") else None  # type: ignore[return-value]


def write_request(folder: Path, request: Request) -> None:
    write_whole(folder / _FILE, request.encode())


def clear_request(folder: Path) -> None:
    """One from before must not stop what begins now."""
    (folder / _FILE).unlink(missing_ok=True)
