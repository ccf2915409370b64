"""The name of this definition of the score."""

from typing import Final

# The same as `scoringVersion` of the workbench; changes with any change that can move a figure.
SCORING_VERSION: Final = "hf-2"
