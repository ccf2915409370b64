"""A recipe as JSON, every key written out."""

from __future__ import annotations

import re
from dataclasses import asdict
from typing import Any

from .recipe import Recipe

_underscore = re.compile("_([a-z])")


def _camel(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    return {_underscore.sub(lambda found: found[1].upper(), key): _camel(part) for key, part in value.items()}


def recipe_as_json(recipe: Recipe) -> dict[str, Any]:
    written: dict[str, Any] = _camel(asdict(recipe))
    if recipe.workers is None:
        del written["workers"]
    return written
