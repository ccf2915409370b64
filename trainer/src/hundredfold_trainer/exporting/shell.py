"""Scripts that start an engine, and what they depend on beside the recipe."""

from __future__ import annotations

from typing import NamedTuple


class Facts(NamedTuple):
    """Of the data that were written."""

    # Of the longest document.
    pages: int
    has_validation: bool


def word(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def shell_script(program: str, settings: dict[str, object]) -> str:
    """Starts `program` in the script's own folder; more arguments come last, so they win."""
    lines = " \\\n".join([program, *(f"  {key}={word(value)}" for key, value in settings.items())])
    return f'#!/usr/bin/env bash\nset -euo pipefail\ncd "$(dirname "$0")"\n{lines} "$@"\n'
