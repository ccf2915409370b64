"""How often documents are read rightly: kept from round to round, to skip the solved and the hopeless."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from ..failure import RunError
from ..recipe import PassRateRule
from ..run_folder.whole_folder import write_whole

FORMAT = "hundredfold-pass-rates/1"


class PassRates:
    """Document → rollouts seen and the sum of their r_matching."""

    def __init__(self) -> None:
        self._sums: dict[str, tuple[int, float]] = {}

    def add(self, document: str, matching: float) -> None:
        seen, total = self._sums.get(document, (0, 0.0))
        self._sums[document] = (seen + 1, total + matching)

    def rate(self, document: str) -> float | None:
        """Mean r_matching, 0–1; None where it was never seen."""
        seen, total = self._sums.get(document, (0, 0.0))
        return total / seen if seen else None

    def verdict(self, document: str, rule: PassRateRule) -> str | None:
        """`solved`, `hopeless`, or None for what can still be learned from."""
        seen, _ = self._sums.get(document, (0, 0.0))
        rate = self.rate(document)
        if rate is None or seen < rule.seen:
            return None
        return "solved" if rate >= rule.solved else "hopeless" if rate <= rule.hopeless else None

    def as_json(self) -> dict[str, Any]:
        documents = {name: {"rollouts": seen, "sum": total} for name, (seen, total) in self._sums.items()}
        return {"format": FORMAT, "documents": documents}

    def restore(self, raw: dict[str, Any]) -> None:
        self._sums = {
            name: (int(entry["rollouts"]), float(entry["sum"])) for name, entry in raw["documents"].items()
        }

    def write(self, path: Path) -> None:
        write_whole(path, f"{json.dumps(self.as_json(), sort_keys=True)}\n".encode())


def read_pass_rates(path: Path) -> PassRates:
    """Those of an earlier round, or none; raises RunError where the file is not what it should be."""
    rates = PassRates()
    if path.exists():
        try:
            raw = json.loads(path.read_text(encoding="utf-8"))
            if raw["format"] != FORMAT:
                raise ValueError("another format")
            rates.restore(raw)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise RunError("bad-input", "pass-rates.json cannot be read") from error
    return rates
