"""The reward as a file that an engine loads by its path."""

from __future__ import annotations

import json
from typing import Final

from ..run_folder.spec import RunSpec

_COMMON: Final = '''"""The reward of Hundredfold ({version}). Needs the package hundredfold-trainer."""

import json

from hundredfold_trainer.schema import read_record_schema
from hundredfold_trainer.scoring import Unscorable, score_completion

SCHEMA = read_record_schema(json.loads({schema!r}))


def score(completion, truth):
    asked = json.loads(truth)
    scored = score_completion(
        completion, asked["gold"], think={think}, schema=SCHEMA, alpha={alpha}, requested=asked["requested"]
    )
    if isinstance(scored, Unscorable):
        # Never a reward of 0: it would teach something.
        raise ValueError("gold cannot be scored: " + scored.reason)
    rates = scored.score.rates
    return {{
        "reward": scored.reward,
        "format": float(scored.format),
        "matching": scored.score.matching,
        "precision": rates.precision,
        "recall": rates.recall,
    }}
'''

_VERL: Final = """

def compute_score(data_source, solution_str, ground_truth, extra_info=None, **_):
    earned = score(solution_str, ground_truth)
    return {"score": earned.pop("reward"), **earned}
"""

_EASYR1: Final = """

REWARD_NAME = "hundredfold"
REWARD_TYPE = "batch"


def compute_score(reward_inputs, **_):
    scored = [score(item["response"], item["ground_truth"]) for item in reward_inputs]
    return [{"overall": earned.pop("reward"), **earned} for earned in scored]
"""

_SWIFT: Final = """

from swift.rewards import ORM, orms  # noqa: E402


class Hundredfold(ORM):
    def __call__(self, completions, solution, **_):
        return [score(text, truth)["reward"] for text, truth in zip(completions, solution)]


orms["hundredfold"] = Hundredfold
"""

_ENGINES: Final = {"verl": _VERL, "easyr1": _EASYR1, "swift": _SWIFT}


def reward_file(engine: str, spec: RunSpec, version: str) -> str:
    common = _COMMON.format(
        version=version,
        schema=json.dumps(spec.schema_json, ensure_ascii=False),
        think=spec.recipe.think,
        alpha=spec.recipe.alpha,
    )
    return common + _ENGINES[engine]
