"""The presets: data in `presets.json`; each fills in what it does not say from `paper`."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any, Final, NamedTuple


class Preset(NamedTuple):
    about: str
    # What it takes, in words; the pre-flight computes it for the model at hand.
    memory: str
    # Of engine `ray`, where the recipe does not say how many.
    workers: int
    recipe: dict[str, Any]


def _read() -> dict[str, Preset]:
    raw = json.loads((files(__package__) / "presets.json").read_text(encoding="utf-8"))
    base = raw["paper"]["recipe"]
    return {
        name: Preset(entry["about"], entry["memory"], entry["workers"], {**base, **entry["recipe"]})
        for name, entry in raw.items()
    }


PRESETS: Final = _read()
