"""What a model is asked: the twin of the workbench's `lib/core/schema/prompt`."""

from .draw_keys import draw_keys
from .key_descriptions import key_descriptions
from .prompt_for import TEMPLATE_COUNT, prompt_for

__all__ = ["TEMPLATE_COUNT", "draw_keys", "key_descriptions", "prompt_for"]
