"""What a round is told to do, and the presets."""

from .presets import PRESETS
from .read_recipe import read_recipe
from .recipe import Curriculum, PassRateRule, Preferences, Recipe, Supervised, WarmStart
from .write_recipe import recipe_as_json

__all__ = [
    "PRESETS",
    "Curriculum",
    "PassRateRule",
    "Preferences",
    "Recipe",
    "Supervised",
    "WarmStart",
    "read_recipe",
    "recipe_as_json",
]
