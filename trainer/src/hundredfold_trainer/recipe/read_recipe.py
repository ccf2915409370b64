"""Reads a recipe from untrusted JSON."""

from __future__ import annotations

import re
from typing import Any, Final

from ..failure import RunError
from .checks import Check, flag, group, model_name, number, one_of, optional, whole
from .presets import PRESETS
from .recipe import Curriculum, PassRateRule, Preferences, Recipe, Supervised, WarmStart

_RATE = number(0, 1, is_open=True)
_MANY: Final = 10**9

CHECKS: Final[dict[str, Check]] = {
    "model": model_name,
    "tuning": one_of("full", "lora"),
    "loraRank": whole(1, 512),
    "loraAlpha": number(0, 4096, is_open=True),
    "precision": one_of("bf16", "fp32"),
    "gradientCheckpointing": flag,
    "think": flag,
    "alpha": number(0, 1),
    "epochs": whole(1, 1000),
    "maxSteps": optional(whole(1, _MANY)),
    "documentsPerStep": whole(1, 1024),
    "groupSize": whole(2, 64),
    "microBatch": whole(1, 65536),
    "innerSteps": whole(1, 8),
    "learningRate": _RATE,
    "schedule": one_of("linear", "constant"),
    "klCoefficient": number(0, 10),
    "clipLow": _RATE,
    "clipHigh": number(0, 10, is_open=True),
    "loss": one_of("token", "sequence", "dr-grpo", "gspo"),
    "temperature": number(0, 10, is_open=True),
    "topP": _RATE,
    "maxCompletionTokens": whole(8, 131072),
    "minPixels": whole(1, _MANY),
    "maxPixels": whole(1, _MANY),
    "keys": one_of("sampled", "all"),
    "generation": one_of("transformers", "vllm", "vllm-server"),
    "seed": whole(0, 2**31 - 1),
    "saveEverySteps": whole(1, _MANY),
    "checkpointEverySteps": optional(whole(1, _MANY)),
    "validateEverySteps": optional(whole(1, _MANY)),
    "zeroVariance": one_of("keep", "drop", "resample", "replay"),
    "overlong": one_of("keep", "mask"),
    "skipByPassRate": optional(group(solved=number(0, 1), hopeless=number(0, 1), seen=whole(1, _MANY))),
    "curriculum": optional(group(startShare=_RATE, fullAt=_RATE)),
    "templates": one_of("one", "varied"),
    "fieldWeights": one_of("equal", "live-f1"),
    "evidenceWeight": number(0, 1),
    "warmStart": optional(
        group(epochs=whole(1, 1000), learningRate=_RATE, documents=optional(whole(1, _MANY)))
    ),
    "distillation": optional(group(epochs=whole(1, 1000), learningRate=_RATE)),
    "preferences": optional(group(epochs=whole(1, 1000), learningRate=_RATE, beta=_RATE)),
    "sharding": one_of("none", "fsdp"),
}
# Of engine `ray` alone.
WORKERS: Final = whole(1, 1024)
_NESTED: Final[dict[str, type]] = {
    "skipByPassRate": PassRateRule,
    "curriculum": Curriculum,
    "warmStart": WarmStart,
    "distillation": Supervised,
    "preferences": Preferences,
}
# The bounds of the GSPO paper (arXiv 2507.18071, §5.1): ratios of whole sequences hardly move.
_GSPO_CLIP: Final = {"clipLow": 3e-4, "clipHigh": 4e-4}
_capital = re.compile("[A-Z]")


def snake_case(name: str) -> str:
    return _capital.sub(lambda found: f"_{found[0].lower()}", name)


def _problems_between(raw: dict[str, Any]) -> list[str]:
    """What fits each by itself but not together."""
    problems = []
    if raw["documentsPerStep"] * raw["groupSize"] % raw["microBatch"] != 0:
        problems.append("microBatch does not divide documentsPerStep × groupSize")
    if raw["minPixels"] > raw["maxPixels"]:
        problems.append("minPixels is above maxPixels")
    if raw["evidenceWeight"] > 0 and not raw["think"]:
        problems.append("evidenceWeight needs think: boxes stand in the thought")
    workers = raw.get("workers", 1)
    if raw["documentsPerStep"] % workers != 0:
        problems.append("documentsPerStep is not a multiple of workers")
    elif raw["documentsPerStep"] * raw["groupSize"] // workers % raw["microBatch"] != 0:
        problems.append("microBatch does not divide what each worker has to do in a step")
    if raw["sharding"] == "fsdp" and raw["tuning"] != "full":
        problems.append("sharding fsdp is for tuning full")
    if workers > 1 and raw["zeroVariance"] == "resample":
        problems.append("zeroVariance resample works with one worker; use drop")
    rule = raw["skipByPassRate"]
    if rule and rule["hopeless"] >= rule["solved"]:
        problems.append("skipByPassRate: hopeless is not below solved")
    return problems


def _value(key: str, check: Check, value: Any) -> Any:
    nested = _NESTED.get(key)
    if nested is None or value is None:
        is_whole = isinstance(value, float) and value.is_integer() and check(value + 0.5) is not None
        return int(value) if is_whole else value
    counts = {"seen", "epochs", "documents"}
    parts = {snake_case(name): part for name, part in value.items()}
    return nested(
        **{name: int(part) if name in counts and part is not None else part for name, part in parts.items()}
    )


def read_recipe(json: object) -> Recipe:
    """The recipe with everything that its preset fills in; raises RunError naming all that is wrong."""
    if not isinstance(json, dict) or json.get("engine") not in ("trl", "ray"):
        raise RunError("bad-input", 'recipe: "engine" is neither "trl" nor "ray"')
    checks = CHECKS if json["engine"] == "trl" else {**CHECKS, "workers": WORKERS}
    preset = PRESETS.get(str(json.get("preset")))
    if preset is None:
        raise RunError("bad-input", f'recipe: "preset" is one of {", ".join(PRESETS)}')
    own = {key: value for key, value in json.items() if key not in ("engine", "preset")}
    problems = [f"{key} is no key of recipes" for key in own if key not in checks]
    clip = _GSPO_CLIP if own.get("loss") == "gspo" else {}
    # An adapter is small: it is each process's own.
    sharding = {"sharding": "none"} if own.get("tuning") == "lora" else {}
    raw = {
        **preset.recipe,
        **({"workers": preset.workers} if "workers" in checks else {}),
        **clip,
        **sharding,
        **own,
    }
    problems += [
        f"{key} should be {problem}" for key, check in checks.items() if (problem := check(raw[key]))
    ]
    problems = problems or _problems_between(raw)
    if problems:
        raise RunError("bad-input", f"recipe: {'; '.join(problems)}")
    values = {snake_case(key): _value(key, checks[key], raw[key]) for key in checks}
    return Recipe(engine=json["engine"], preset=str(json["preset"]), **values)
