"""Where the weights of a model lie on this machine."""

from __future__ import annotations

from pathlib import Path

from ..failure import RunError


def find_model(name: str, models: Path | None) -> str:
    """A folder below `models`, by the whole name or its last part; else the name itself, for the hub's cache.

    Raises RunError where `models` is given and does not have it: nothing is downloaded then.
    """
    if models is None:
        return name
    for folder in (models / name, models / name.rsplit("/", 1)[-1]):
        if (folder / "config.json").is_file():
            return str(folder)
    raise RunError("bad-input", f"there is no model {name} in the folder of --models")
