"""How many lines were left out, and the first of them."""

from __future__ import annotations

from typing import Final

from .read_lines import LeftOut

# As many as a person reads.
_SHOWN: Final = 20


class LeftOutLines:
    def __init__(self) -> None:
        self.first: list[LeftOut] = []
        self.count = 0

    def add(self, left_out: LeftOut) -> None:
        self.count += 1
        if len(self.first) < _SHOWN:
            self.first.append(left_out)
