"""Vision-language models from nothing, small enough for a test: random weights, no download."""

from .build import FAMILIES, build_tiny_model

__all__ = ["FAMILIES", "build_tiny_model"]
