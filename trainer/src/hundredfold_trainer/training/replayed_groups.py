"""Kept groups in the place of groups without variance, in TRL's tensors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import torch

from ..rewards.rollout import Rollout
from .replay_buffer import KeptGroup

_OLD_LOGPS: Final = "old_per_token_logps"
_CORRECTION: Final = "importance_sampling_ratio"
# Places in what TRL's `_generate` answers.
_PROMPTS, _COMPLETIONS, _LOGPROBS, _IMAGES = 0, 1, 4, 6


def put_samples(
    sampled: tuple[Any, ...], row: int, group: KeptGroup, prompt_ids: list[int], images: list[Any]
) -> tuple[Any, ...]:
    """What was sampled with the rows from `row` on as the group has them."""
    merged = [list(part) if isinstance(part, list) else part for part in sampled]
    rows = slice(row, row + len(group.tokens))
    merged[_PROMPTS][rows] = [prompt_ids] * len(group.tokens)
    merged[_COMPLETIONS][rows] = group.tokens
    merged[_IMAGES][rows] = [images] * len(group.tokens)
    if merged[_LOGPROBS] is not None:
        # Not known any more; TRL takes None for no correction, and `put_logps` puts back the one kept.
        merged[_LOGPROBS][rows] = [[None] * len(tokens) for tokens in group.tokens]
    return tuple(merged)


def put_logps(output: dict[str, Any], replayed: Mapping[int, KeptGroup]) -> None:
    """The log-probabilities that the tokens were sampled with: TRL has computed those of today's policy."""
    for row, group in replayed.items():
        for key, kept in ((_OLD_LOGPS, group.logps), (_CORRECTION, group.corrections)):
            for place, values in enumerate(kept):
                # A ratio of whole sequences is one column.
                output[key][row + place, : len(values)] = torch.tensor(values).to(output[key])


def _row_of(output: dict[str, Any], key: str, row: int, tokens: int) -> list[float]:
    values: list[float] = output[key][row, :tokens].float().tolist()
    return values


def groups_to_keep(
    step: int, groups: Sequence[tuple[int, Sequence[Rollout]]], output: dict[str, Any]
) -> list[KeptGroup]:
    """Groups as the buffer keeps them; each comes with the row of its first rollout."""
    kept = []
    for first, group in groups:
        query = group[0].query
        rows = [(first + place, rollout.tokens) for place, rollout in enumerate(group)]
        corrected = rows if _CORRECTION in output else []
        kept.append(
            KeptGroup(
                step=step,
                document=query.document.id,
                requested=query.requested,
                template=query.template,
                rewards=[rollout.reward for rollout in group],
                advantages=[rollout.advantage for rollout in group],
                tokens=[output["completion_ids"][row, :tokens].tolist() for row, tokens in rows],
                logps=[_row_of(output, _OLD_LOGPS, row, tokens) for row, tokens in rows],
                corrections=[_row_of(output, _CORRECTION, row, tokens) for row, tokens in corrected],
            )
        )
    return kept
