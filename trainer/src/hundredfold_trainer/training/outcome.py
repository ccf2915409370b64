"""How a stage ended."""

from typing import NamedTuple


class Outcome(NamedTuple):
    step: int
    # Hash of the checkpoint; None where it was stopped and a state was kept instead.
    checkpoint: str | None
